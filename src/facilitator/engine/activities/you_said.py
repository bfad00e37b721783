"""You said, we did: each change that waits is shown at the opening, until it is done (C10)."""

from collections.abc import Iterable

from msgspec.structs import replace

from facilitator.domain.events import Event, Keep, StepAdded, StepsReordered
from facilitator.domain.kept import Change
from facilitator.domain.meeting import Meeting
from facilitator.domain.prompt import Choice, ChooseOne, WriteText
from facilitator.domain.session import Round, Step
from facilitator.domain.things import Things
from facilitator.engine.activities.settings import NoSettings
from facilitator.engine.days import in_words
from facilitator.engine.kind import Kind
from facilitator.engine.made import Made, under
from facilitator.engine.scene import Part, Scene
from facilitator.sessions.kinds import KindSpec
from facilitator.wording import close
from facilitator.wording import evaluation as words
from facilitator.wording.activities import GROUP_WORDS

KIND = "you-said"
MINUTES = 2.0
_CAME, _DID = "came", "did"


class YouSaid(Kind):
    """Parts: came-1, [did-1], came-2 ..., a number for each change that waits."""

    spec = KindSpec(KIND, NoSettings, frozenset({Round.TOGETHER}))
    brings = frozenset({"changes"})
    holds_answers = False

    def first(self, scene: Scene) -> str | None:
        """Nothing is asked where no change waits."""
        return f"{_CAME}-1" if waiting(scene.meeting.brought.changes) else None

    def following(self, scene: Scene, part: str) -> str | None:
        """What was done may be told in own words, where the group keeps its words (S6)."""
        what, _, at = part.partition("-")
        is_told = what == _CAME and scene.said(part) == "did"
        if is_told and scene.meeting.keep is Keep.GROUP:
            return f"{_DID}-{at}"
        is_last = int(at) >= len(waiting(scene.meeting.brought.changes))
        return None if is_last else f"{_CAME}-{int(at) + 1}"

    def part(self, scene: Scene, part: str) -> Part:
        """Return one change, and what came of it."""
        what, _, at = part.partition("-")
        change = waiting(scene.meeting.brought.changes)[int(at) - 1]
        said = words.YOU_SAID.format(day=in_words(change.asked_on), line=change.words)
        if what == _DID:
            ready = (Choice("as-said", words.AS_WE_SAID),)
            typed = WriteText(ready, GROUP_WORDS, scene.words(part), at_most=160)
            return Part(words.WHAT_WE_DID, typed, (said,))
        choices = (
            Choice("not-yet", words.CAME_NOT_YET),
            Choice("did", words.CAME_DID),
            Choice("mind", words.CAME_MIND),
        )
        marked = scene.words(part)
        return Part(scene.asked, ChooseOne(choices, marked), (said,), scene.hint)

    def made(self, meeting: Meeting, step: Step) -> tuple[Made, ...]:
        """Return the changes that are done now."""
        changes = (one for one in _told(meeting, step) if one.did != words.CAME_MIND)
        lines = (words.DONE.format(line=one.words, did=one.did) for one in changes)
        return under(close.SAID_AND_DID, lines)

    def keeps(self, meeting: Meeting, step: Step) -> Things:
        """Return the changes that are told, so that they are not asked about again."""
        return Things(changes=_told(meeting, step))


def waiting(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Return the changes of which nobody has told yet what came of them, the oldest first."""
    open_ones = (one for one in changes if not one.told_on)
    return tuple(sorted(open_ones, key=lambda one: (one.asked_on, one.id)))


def _told(meeting: Meeting, step: Step) -> tuple[Change, ...]:
    scene, told = Scene(meeting, step), []
    for at, change in enumerate(waiting(meeting.brought.changes), 1):
        came = scene.said(f"{_CAME}-{at}")
        if came in ("did", "mind"):
            own = scene.words(f"{_DID}-{at}") if came == "did" else words.CAME_MIND
            did = own or words.AS_WE_SAID
            told.append(replace(change, did=did, told_on=meeting.closed_at[:10]))
    return tuple(told)


def opened_with(meeting: Meeting, things: Things) -> tuple[Event, ...]:
    """Return the events that bring waiting changes into an opening that has no step for them.

    It comes after the welcome, else first.
    """
    is_there = any(step.kind == KIND for step in meeting.steps)
    if is_there or not meeting.steps or not waiting(things.changes):
        return ()
    ids = [step.id for step in meeting.steps]
    free = next(one for at in range(len(ids) + 1) if (one := _id(at)) not in ids)
    first = meeting.steps[0]
    is_after = first.kind == "welcome"
    added = StepAdded(
        free, first.id if is_after else "", KIND, words.YOU_SAID_TITLE,
        Round.TOGETHER, MINUTES, 0, words.YOU_SAID_TEXT, words.YOU_SAID_EASY,
    )  # fmt: skip
    return (added,) if is_after else (added, StepsReordered((free, *ids)))


def _id(at: int) -> str:
    return f"{KIND}-{at + 1}" if at else KIND
