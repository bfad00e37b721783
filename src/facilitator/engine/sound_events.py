"""Which events of a stored meeting make sense: a file with right sums may hold nonsense (S3)."""

from collections.abc import Sequence
from contextlib import suppress

from facilitator.domain import events
from facilitator.domain.events import GROUP, Event
from facilitator.domain.meeting import Meeting
from facilitator.engine.apply import apply
from facilitator.engine.flow import shown_place
from facilitator.engine.prompting import prompt_for

OUTSIDE = "@"
"""How the places outside the steps begin, as the close does."""


def sound(start: Meeting, happened: Sequence[Event]) -> tuple[Meeting, tuple[Event, ...]]:
    """Return the meeting after these events, without those that it cannot be gone on with.

    An event that names a step or a person who is not there is left out; then, as long as
    the place that was reached cannot be shown, the last way to it. Never raises.
    """
    meeting, kept = _applied(start, happened)
    while not _can_be_shown(meeting):
        moves = [at for at, event in enumerate(kept) if isinstance(event, events.MovedTo)]
        if not moves:
            people = [one for one in kept if isinstance(one, events.PersonJoined)]
            return _applied(start, people)
        meeting, kept = _applied(start, [*kept[: moves[-1]], *kept[moves[-1] + 1 :]])
    return meeting, tuple(kept)


def _applied(start: Meeting, happened: Sequence[Event]) -> tuple[Meeting, tuple[Event, ...]]:
    meeting, kept = start, list[Event]()
    for event in happened:
        if not _names_what_is_there(meeting, event):
            continue
        with suppress(Exception):  # whatever a file holds, it is no fault of ours
            meeting = apply(meeting, event)
            kept.append(event)
    return meeting, tuple(kept)


def _names_what_is_there(meeting: Meeting, event: Event) -> bool:
    step = "" if isinstance(event, events.StepAdded) else getattr(event, "step", "")
    is_step_there = not step or step.startswith(OUTSIDE) or meeting.step(step) is not None
    return is_step_there and _is_person_there(meeting, event)


def _is_person_there(meeting: Meeting, event: Event) -> bool:
    if isinstance(event, events.PersonJoined):
        return meeting.person(event.person) is None
    giver = getattr(event, "giver", GROUP)
    return giver == GROUP or meeting.person(giver) is not None


def _can_be_shown(meeting: Meeting) -> bool:
    try:
        return shown_place(meeting) is None or bool(prompt_for(meeting).id)
    except Exception:  # noqa: BLE001  as above
        return False
