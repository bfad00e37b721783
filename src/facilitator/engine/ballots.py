"""What of a secret choice is written, and what stays in memory until all have had a turn (C7).

The one exception to S1 and M7: a power cut in the middle leaves no turn on the disk, and the
choosing starts again at the last place that was written.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from facilitator.domain import events
from facilitator.domain.events import Event
from facilitator.domain.meeting import Meeting, Place
from facilitator.engine import flow
from facilitator.engine.activities.turns import OVER, turns_over
from facilitator.engine.apply import replay
from facilitator.wording import votes

NO_WAY_BACK = votes.NO_WAY_BACK


@dataclass(frozen=True, slots=True)
class Sorted:
    """Events in two heaps: to be written now; held in memory, with all that was held before."""

    written: tuple[Event, ...]
    held: tuple[Event, ...]


def is_secret(meeting: Meeting, step_id: str, part: str) -> bool:
    """Return whether what happens at this part is never written."""
    step = meeting.step(step_id)
    return step is not None and part in flow.kind_of(step).secret


def sorted_events(meeting: Meeting, held: tuple[Event, ...], happened: Iterable[Event]) -> Sorted:
    """Sort what happened; `held` is what was in memory before, `meeting` as it was shown.

    Once the meeting is at a place outside the choosing, whichever way it came there, all that
    was held is dropped: what stays of it is the tally alone, if one was made.
    """
    written: list[Event] = []
    kept = list(held)
    for event in happened:
        match event:
            case events.AnswerGiven(step, _, part) | events.AnswerTakenBack(step, _, part):
                (kept if is_secret(meeting, step, part) else written).append(event)
            case events.MovedTo(step, _, part) if is_secret(meeting, step, part):
                kept.append(event)
            case events.MovedTo():
                kept.clear()
                written.append(event)
            case events.MovedBack() if _places(kept):
                kept.append(event)
                if not _places(kept):
                    kept.clear()
            case _:
                written.append(event)
    return Sorted(tuple(written), tuple(kept))


def _places(held: Iterable[Event]) -> int:
    """Return how many places of the trail are in memory alone."""
    steps = {events.MovedTo: 1, events.MovedBack: -1}
    return sum(steps.get(type(event), 0) for event in held)


def shown(stored: Meeting, held: Iterable[Event]) -> Meeting:
    """Return the meeting as people see it: what is written, and what is in memory."""
    return replay(stored, held)


def would_leave(meeting: Meeting, back: Place) -> bool:
    """Return whether going back to a place would drop turns that were handed on."""
    place = meeting.place
    if place is None or not is_secret(meeting, place.step, place.part):
        return False
    has_turns = OVER in turns_over(meeting, place.step)
    return has_turns and not is_secret(meeting, back.step, back.part)
