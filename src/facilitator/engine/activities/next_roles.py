"""Who'd like to do what next time: a yes is an offer, never a label (C14)."""

from facilitator.domain.commands import Refusal
from facilitator.domain.events import GROUP, Keep
from facilitator.domain.meeting import AnswerValue, Meeting
from facilitator.domain.prompt import Choice, ChooseOne, ChoosePeople
from facilitator.domain.session import Round, Step
from facilitator.domain.things import Things
from facilitator.engine.activities.settings import RolesSettings
from facilitator.engine.kind import Kind
from facilitator.engine.made import Made, under
from facilitator.engine.role_holding import offered, older_offers
from facilitator.engine.scene import Part, Scene
from facilitator.sessions.kinds import KindSpec
from facilitator.wording import close
from facilitator.wording import roles as words

USUAL = ("welcomer", "reader", "lead")
_KEEP = "keep:"


class NextRoles(Kind):
    """Parts of the group: one for each role; then "keep:p2", where only a yes is remembered."""

    spec = KindSpec("next-roles", RolesSettings, frozenset({Round.TOGETHER}))
    brings = frozenset({"willing"})
    holds_answers = False

    def first(self, scene: Scene) -> str | None:
        """Begin with the first role."""
        return _roles(scene.step)[0]

    def following(self, scene: Scene, part: str) -> str | None:
        """Every role once, then whether the offers may be remembered."""
        named = _roles(scene.step)
        if part in named[:-1]:
            return named[named.index(part) + 1]
        waiting = _asked_to_remember(scene)
        if part in waiting:
            waiting = waiting[waiting.index(part) + 1 :]
        elif part not in named:
            return None
        return waiting[0] if waiting else None

    def part(self, scene: Scene, part: str) -> Part:
        """Return the names for a role, or the yes to remembering one person's offers."""
        meeting = scene.meeting
        person = meeting.person(part.removeprefix(_KEEP))
        if part.startswith(_KEEP) and person is not None:
            choices = (Choice("no", words.REMEMBER_NO), Choice("yes", words.REMEMBER_YES))
            given = "yes" if scene.said(part) == person.id else ""
            asked = words.REMEMBER.format(name=person.name)
            body = tuple(
                words.OFFERS[role].format(name=person.name)
                for role in _roles(scene.step)
                if person.id in _offering(meeting, scene.step, role)
            )
            return Part(asked, ChooseOne(choices, given), body, words.REMEMBER_HINT)
        role = part if part in words.NAMES else _roles(scene.step)[0]
        rows = tuple(Choice(one.id, one.name) for one in meeting.present)
        hint = words.NEXT_HINT
        if meeting.keep is Keep.GROUP:
            hint = f"{hint} {words.NEXT_HINT_KEPT}"
        marked = _offering(meeting, scene.step, role)
        nobody = Choice("@none", words.NEXT_NOBODY)
        shown = ChoosePeople((nobody, *rows), marked)
        return Part(words.NEXT_ASKED[role], shown, hint=hint)

    def stored(self, scene: Scene, part: str, value: AnswerValue) -> AnswerValue | Refusal | None:
        """Only who offers is stored, by id; nobody and a no leave nothing behind."""
        if isinstance(value, tuple):
            here = {one.id for one in scene.meeting.present}
            return tuple(one for one in value if one in here) or None
        return part.removeprefix(_KEEP) if value == "yes" else None

    def keeps(self, meeting: Meeting, step: Step) -> Things:
        """Return the offers that may be remembered: under "today" each with a yes (S6)."""
        kept = (
            offered(meeting, person, role)
            for role in _roles(step)
            for person in meeting.people
            if person.id in _offering(meeting, step, role)
            and _may_remember(meeting, step, person.id)
        )
        return Things(willing=tuple(kept))

    def lets_go(self, meeting: Meeting, step: Step) -> frozenset[str]:
        """An older offer of the same person for the same role gives way to the new one."""
        return older_offers(meeting, self.keeps(meeting, step))

    def made(self, meeting: Meeting, step: Step) -> tuple[Made, ...]:
        """Who offered what, as it was said aloud."""
        said = [
            words.OFFERS[role].format(name=person.name)
            for role in _roles(step)
            for person in meeting.people
            if person.id in _offering(meeting, step, role)
        ]
        return under(close.NEXT, said)


def _roles(step: Step) -> tuple[str, ...]:
    named = step.settings.roles if isinstance(step.settings, RolesSettings) else ()
    return tuple(role for role in named if role in words.NAMES) or USUAL


def _offering(meeting: Meeting, step: Step, role: str) -> tuple[str, ...]:
    said = meeting.said(step.id, GROUP, role)
    return said if isinstance(said, tuple) else ()


def _asked_to_remember(scene: Scene) -> tuple[str, ...]:
    """Return the parts for those who offer something, where the day's words go at the end."""
    meeting, step = scene.meeting, scene.step
    if meeting.keep is not Keep.TODAY:
        return ()
    offering = {one for role in _roles(step) for one in _offering(meeting, step, role)}
    return tuple(
        f"{_KEEP}{one.id}" for one in meeting.present if one.id in offering and not one.keeps_less
    )


def _may_remember(meeting: Meeting, step: Step, person_id: str) -> bool:
    is_group = meeting.keep is Keep.GROUP
    return is_group or meeting.said(step.id, GROUP, f"{_KEEP}{person_id}") == person_id
