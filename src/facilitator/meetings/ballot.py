"""The desk's part in a secret choice: what is held in memory, beside what is written (C7)."""

from collections.abc import Iterable

from facilitator.domain.answers import Draft
from facilitator.domain.events import AnswerGiven, Event
from facilitator.domain.meeting import Meeting
from facilitator.domain.prompt import Notice
from facilitator.engine.activities.turns import TURN
from facilitator.engine.apply import replay
from facilitator.engine.ballots import Sorted, is_secret, shown, sorted_events
from facilitator.engine.flow import kind_of
from facilitator.wording import votes


class BallotBox:
    """Holds the turns of a secret choice until all had theirs; then it is empty again."""

    def __init__(self) -> None:
        """Begin empty."""
        self._held: tuple[Event, ...] = ()
        self._stored: Meeting | None = None  # the meeting without what is held

    def sort(self, meeting: Meeting, happened: Iterable[Event]) -> Sorted:
        """Return what is to be written and what to be held; nothing changes yet."""
        return sorted_events(meeting, self._held, happened)

    def put(self, meeting: Meeting, found: Sorted) -> Meeting:
        """Hold what is to be held, once the rest is on the disk; return the meeting to show."""
        stored = replay(self._stored or meeting, found.written)
        self._held = found.held
        self._stored = stored if found.held else None
        return shown(stored, found.held)

    def empty(self) -> None:
        """Drop all that is held: the meeting was set aside, ended or written anew."""
        self._held, self._stored = (), None


def is_kept(meeting: Meeting | None, event: Event) -> bool:
    """Return whether an answer belongs to what is saved: then it is said."""
    if meeting is None or not isinstance(event, AnswerGiven):
        return False
    step = meeting.step(event.step)
    is_held = is_secret(meeting, event.step, event.part)
    return step is not None and kind_of(step).holds_answers and not is_held


def turn_over(meeting: Meeting | None, happened: Iterable[Event]) -> tuple[Notice, Draft] | None:
    """Return the word after a turn in secret, the same whether it was taken or passed.

    What was marked and not given goes with it: the next choosing begins without. None where
    no such turn is over.
    """
    is_over = any(
        isinstance(event, AnswerGiven)
        and event.part == TURN
        and meeting is not None
        and is_secret(meeting, event.step, event.part)
        for event in happened
    )
    return (Notice(votes.TURN_DONE), Draft()) if is_over else None
