"""Going on at once where the program was cut short, on a machine that is only for it (S13, M7)."""

from dataclasses import replace
from datetime import datetime, timedelta

from facilitator.engine.house.effects import ResumeMeeting
from facilitator.engine.retention import is_left_open
from facilitator.meetings.surroundings import Surroundings
from facilitator.ports.kiosk import Kiosk, OpenMeeting

FRESH = timedelta(hours=12)
"""A meeting that began longer ago is offered on the first screen: others may be here by now."""

MOST_TRIES = 3
"""So often it goes on by itself without an answer in between: then the fault may be that place."""


class Mark:
    """Remembers which meeting is open, on a machine that is only for Facilitator."""

    def __init__(self, kiosk: Kiosk | None) -> None:
        """Do nothing on any other machine."""
        self._kiosk = kiosk
        self._open: OpenMeeting | None = None

    def begin(self, group_id: str, meeting_id: str) -> None:
        """A meeting is open now. Gone on with once more without an answer, it is counted."""
        if self._kiosk is None:
            return
        before = self._kiosk.open_meeting()
        is_again = before is not None and before.meeting_id == meeting_id
        tries = before.tries + 1 if before is not None and is_again else 0
        self._put(OpenMeeting(group_id, meeting_id, tries))

    def answered(self) -> None:
        """The meeting went on: this place is not at fault."""
        if self._open is not None and self._open.tries:
            self._put(replace(self._open, tries=0))

    def end(self) -> None:
        """The meeting was closed or set aside in order."""
        if self._open is not None:
            self._put(None)

    def _put(self, meeting: OpenMeeting | None) -> None:
        self._open = meeting
        if self._kiosk is not None:
            self._kiosk.mark_open(meeting)


def cut_short(around: Surroundings) -> ResumeMeeting | None:
    """Return the meeting to go on with at once; its group is then the one that is here.

    None where the program ended in order, where the meeting is not of today or is asked
    about first (M21), or where going on has led nowhere several times: then the first
    screen offers it as always.
    """
    kiosk = around.ports.kiosk
    marked = kiosk.open_meeting() if kiosk is not None else None
    if marked is None or marked.tries >= MOST_TRIES:
        return None
    group = next((one for one in around.groups if one.id == marked.group_id), None)
    if group is None:
        return None
    for one in around.ports.store.unfinished(group.id):
        if one.id != marked.meeting_id or is_left_open(one, around.now()):
            continue
        if _is_fresh(one.started_at, around.now()):
            around.group = group
            return ResumeMeeting(one.id, after_fault=True)
    return None


def _is_fresh(started_at: str, now: datetime) -> bool:
    try:
        return abs(now - datetime.fromisoformat(started_at)) < FRESH
    except (ValueError, TypeError):
        return False
