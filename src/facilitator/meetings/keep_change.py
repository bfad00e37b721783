"""What may be kept is changed in the middle of a meeting: less at once, more from now on (S6)."""

from dataclasses import replace

from facilitator.domain.events import (
    AnswerGiven,
    AnswerTakenBack,
    Event,
    Keep,
    KeepChanged,
    MeetingStarted,
)
from facilitator.domain.meeting import Meeting
from facilitator.engine.apply import apply
from facilitator.engine.house.setting_now import is_more
from facilitator.meetings.surroundings import Surroundings
from facilitator.ports.storage import Journal


def kept_anew(
    around: Surroundings, journal: Journal, happened: tuple[Event, ...], keep: Keep
) -> tuple[Journal, tuple[Event, ...], Meeting]:
    """Return the journal, the events and the meeting from here on. Raises NotSaved.

    To keep nothing deletes the journal at once. What was said while nothing was kept is
    written nowhere; what was said before the group kept more stays out of what is kept.
    """
    meeting, first = around.meeting, happened[0]
    if meeting is None or not isinstance(first, MeetingStarted):
        raise LookupError(keep)
    store, was = around.ports.store, meeting.keep
    changed = KeepChanged(keep, is_more(keep, was))
    after = apply(meeting, changed)
    events = (replace(first, keep=keep), *happened[1:], changed)
    if around.is_rehearsal:
        return journal, events, after
    journal.close()
    if keep is Keep.NOTHING:
        store.discard(meeting.group_id, meeting.id)
        made = store.start(meeting.group_id, meeting.id, on_disk=False)
        made.append(events)
    elif was is Keep.NOTHING:
        if not around.ports.book.has_group(around.group.id):
            around.ports.book.add_group(around.group)
        unsaid = (AnswerGiven, AnswerTakenBack)
        events = tuple(one for one in events if not isinstance(one, unsaid))
        made = store.start(meeting.group_id, meeting.id, on_disk=True)
        made.append(events)
    else:
        made = store.rewrite_open(meeting.group_id, meeting.id, events)
    return made, events, after
