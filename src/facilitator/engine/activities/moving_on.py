"""Moving on: what I take with me, what stays, a line for somebody new, an open door (C15)."""

from facilitator.domain.commands import Refusal
from facilitator.domain.events import Keep
from facilitator.domain.kept import Note
from facilitator.domain.meeting import AnswerValue, Meeting, Participant
from facilitator.domain.prompt import Acknowledge, Choice, ChooseOne, WriteText
from facilitator.domain.session import Round, Step
from facilitator.domain.things import Things
from facilitator.engine.activities.settings import ReadySettings
from facilitator.engine.kind import Kind
from facilitator.engine.scene import Part, Scene, ready_lines
from facilitator.sessions.kinds import KindSpec
from facilitator.wording import moving_on as words

MOVING, TAKE, MINE, KEPT, NOTE, AGREE, DOOR = (
    "moving", "take", "mine", "kept", "line", "agree", "door",
)  # fmt: skip
STAY, FORGET = "stay", "forget"
_WRITTEN = ("know", "can", "care", "what", "when", "how-much", "how-often", "if-then", "who", TAKE)
"""Parts, of this kind and of others, at which somebody writes something worth taking home."""


class MovingOn(Kind):
    """Parts: moving, take, mine, kept, [line, agree], door. Whoever stays is asked no more."""

    spec = KindSpec("moving-on", ReadySettings, frozenset({Round.EACH, Round.PAIRS}))
    transient = frozenset({MOVING, MINE, KEPT, NOTE, AGREE, DOOR})

    def first(self, scene: Scene) -> str | None:
        """Begin with whether this is a goodbye; nobody decides that for another."""
        return MOVING

    def following(self, scene: Scene, part: str) -> str | None:
        """What I take comes first; every part may be passed, and the door comes last."""
        match part:
            case "moving":
                return TAKE if scene.said(MOVING) == "yes" else None
            case "take":
                return MINE
            case "mine":
                return KEPT if _is_kept(scene) else DOOR
            case "kept":
                return NOTE if _may_keep(scene) and scene.said(KEPT) != FORGET else DOOR
            case "line":
                return AGREE if scene.words(NOTE) else DOOR
            case "agree":
                return DOOR
            case _:
                return None

    def part(self, scene: Scene, part: str) -> Part:
        """Return one part."""
        match part:
            case "take":
                ready = ready_lines(scene.settings(ReadySettings).ready or words.TAKE_READY)
                typed = WriteText(ready, words.OWN, scene.words(TAKE))
                return Part(words.TAKE, typed, hint=words.TAKE_HINT)
            case "mine":
                own = _own_lines(scene)
                asked = words.MINE if own else words.MINE_NONE
                hint = words.MINE_HINT if own else ""
                return Part(asked, Acknowledge(words.GO_ON), own, hint)
            case "kept":
                choices = ((STAY, words.KEPT_STAY), (FORGET, words.KEPT_FORGET))
                return Part(words.KEPT, _choose(scene, part, choices), hint=words.KEPT_HINT)
            case "line":
                ready = ready_lines(words.NOTE_READY, words.NOTE_NONE)
                typed = WriteText(ready, words.OWN, scene.words(NOTE))
                return Part(words.NOTE, typed, hint=words.NOTE_HINT)
            case "agree":
                choices = (("no", words.NOTE_NO), ("yes", words.NOTE_YES))
                shown, said = _choose(scene, part, choices), (scene.words(NOTE),)
                return Part(words.NOTE_AGREE, shown, said, words.NOTE_AGREE_HINT)
            case "door":
                return Part(words.DOOR, Acknowledge(words.GO_ON), (words.DOOR_LINE,))
            case _:
                choices = (("no", words.MOVING_NO), ("yes", words.MOVING_YES))
                return Part(scene.asked, _choose(scene, part, choices), hint=words.MOVING_HINT)

    def stored(self, scene: Scene, part: str, value: AnswerValue) -> AnswerValue | Refusal | None:
        """No line is nothing; a yes holds the mark of the line that it agrees to."""
        if part == NOTE and value == words.NOTE_NONE:
            return None
        if part == AGREE:
            return _mark(scene) if value == "yes" else None
        return super().stored(scene, part, value)

    def keeps(self, meeting: Meeting, step: Step) -> Things:
        """Return the lines for somebody new, each with a yes to these very words (S6)."""
        scenes = ((person, Scene(meeting, step, person.id)) for person in meeting.people)
        notes = (
            Note(
                f"{meeting.id}-{step.id}-{person.id}",
                meeting.known_by(person),
                person.name,
                meeting.closed_at[:10],
                scene.words(NOTE),
            )
            for person, scene in scenes
            if scene.words(NOTE) and scene.words(AGREE) == _mark(scene)
        )
        return Things(notes=tuple(notes))


def leaving_for_good(meeting: Meeting) -> tuple[Participant, ...]:
    """Return those who moved on and want everything of them forgotten at the close."""
    steps = tuple(step.id for step in meeting.steps if step.kind == "moving-on")
    return tuple(
        person
        for person in meeting.people
        if any(
            meeting.said(step, person.id, MOVING) == "yes"
            and meeting.said(step, person.id, KEPT) == FORGET
            for step in steps
        )
    )


def file_stem(known_by: str) -> str:
    """Return what the name of the file begins with that somebody takes home."""
    return f"moving-on-{known_by}"


def _choose(scene: Scene, part: str, choices: tuple[tuple[str, str], ...]) -> ChooseOne:
    said = scene.words(part)
    given = "yes" if part == AGREE and said == _mark(scene) else said
    return ChooseOne(tuple(Choice(*one) for one in choices), given)


def _mark(scene: Scene) -> str:
    from zlib import crc32  # noqa: PLC0415  a start needs none of it (P1)

    return f"yes-{crc32(scene.words(NOTE).encode('utf-8', 'replace'))}"


def _is_kept(scene: Scene) -> bool:
    """Whether anything of this person is here, or will be: else there is nothing to decide."""
    person = scene.person
    return person is not None and scene.meeting.keep is not Keep.NOTHING


def _may_keep(scene: Scene) -> bool:
    person = scene.person
    return _is_kept(scene) and person is not None and not person.keeps_less


def _own_lines(scene: Scene) -> tuple[str, ...]:
    said = (
        str(given.value)
        for place, given in scene.meeting.answers.items()
        if place.giver == scene.giver and place.part in _WRITTEN
    )
    return tuple(dict.fromkeys(said))
