"""Ideas from the group for one person's plan: one a turn, no comments, the owner picks (C6)."""

from facilitator.domain.commands import Refusal
from facilitator.domain.events import GROUP
from facilitator.domain.meeting import AnswerValue, Meeting, Place
from facilitator.domain.prompt import Acknowledge, Choice, ChooseOne, ChooseSeveral, WriteText
from facilitator.domain.session import Round
from facilitator.engine import rounds
from facilitator.engine.activities.goal import wants_ideas
from facilitator.engine.activities.settings import NoSettings
from facilitator.engine.kind import Kind
from facilitator.engine.scene import Part, Scene, ready_lines
from facilitator.sessions.kinds import KindSpec
from facilitator.wording import activities as words

NONE = "none"


class Ideas(Kind):
    """Places: whose (the group), idea (each of the others in turn), pick (the owner)."""

    spec = KindSpec("ideas", NoSettings, frozenset({Round.EACH, Round.ALOUD}), asks_problems=True)
    transient = frozenset({"whose"})
    has_route = True

    def first(self, scene: Scene) -> str | None:
        """The group is asked first whose plan it is about."""
        return "whose" if scene.giver == GROUP else "idea"

    def route(self, scene: Scene, place: Place | None, value: object) -> Place | None:
        """Whose, then one idea from each of the others, then the owner's pick."""
        step, meeting = scene.step, scene.meeting
        if place is None:
            return Place(step.id, GROUP, "whose")
        if place.part == "pick" or value == NONE:
            return None
        owner = _owner(scene)
        if owner is None:
            return None
        others = [one for one in rounds.after(meeting, place.giver) if one != owner]
        if others:
            return Place(step.id, others[0], "idea")
        return Place(step.id, owner, "pick")

    def part(self, scene: Scene, part: str) -> Part:
        """Return one of the three."""
        owner = _name(scene.meeting, _owner(scene) or "")
        name = _name(scene.meeting, scene.giver)
        match part:
            case "whose":
                return _whose(scene)
            case "idea":
                ready = ready_lines((), words.IDEA_NONE)
                typed = WriteText(ready, words.IDEA_OWN, scene.words(part))
                asked = words.IDEA.format(name=name, owner=owner)
                return Part(asked, typed, hint=words.IDEA_HINT)
            case _:
                return self._pick(scene, name)

    def _pick(self, scene: Scene, name: str) -> Part:
        asked = words.PICK.format(name=name)
        choices = tuple(
            Choice(place.giver, str(given.value))
            for place, given in scene.meeting.answers.items()
            if place.step == scene.step.id and place.part == "idea"
        )
        if not choices:
            return Part(asked, Acknowledge(words.GO_ON), (words.NO_IDEAS,))
        said = scene.said("pick")
        labels = said if isinstance(said, tuple) else ()
        marked = tuple(choice.id for choice in choices if choice.label in labels)
        return Part(asked, ChooseSeveral(choices, marked), hint=words.PICK_HINT)

    def stored(self, scene: Scene, part: str, value: AnswerValue) -> AnswerValue | Refusal | None:
        """Store the ideas that were picked as words; no idea is nothing."""
        if value == words.IDEA_NONE:
            return None
        if part == "pick" and isinstance(value, tuple):
            asked = self.part(scene, part).input
            if isinstance(asked, ChooseSeveral):
                return tuple(one.label for one in asked.choices if one.id in value) or None
        return super().stored(scene, part, value)


def _owner(scene: Scene) -> str | None:
    owner = scene.meeting.said(scene.step.id, GROUP, "whose")
    person = scene.meeting.person(owner) if isinstance(owner, str) else None
    return person.id if person is not None and person.here else None


def _name(meeting: Meeting, person_id: str) -> str:
    person = meeting.person(person_id)
    return person.name if person else ""


def _whose(scene: Scene) -> Part:
    asked = wants_ideas(scene.meeting)
    others = [one.id for one in scene.meeting.present if one.id not in asked]
    choices = [Choice(NONE, words.WHOSE_NONE)]
    choices += [Choice(one, _name(scene.meeting, one)) for one in (*asked, *others)]
    told = tuple(words.WHOSE_ASKED.format(name=_name(scene.meeting, one)) for one in asked)
    return Part(scene.asked, ChooseOne(tuple(choices)), told, scene.hint or words.WHOSE_HINT)
