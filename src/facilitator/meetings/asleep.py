"""The journal of an open meeting while the cover locks its group: file and key are let go of.

S9, S12: nothing is stored meanwhile. The meeting itself stays in memory, so that the way
back leads to the same prompt, and so that nothing is lost if the file is not what it was.
"""

from collections.abc import Sequence

from facilitator.domain.events import Event
from facilitator.domain.meeting import Meeting
from facilitator.domain.prompt import Notice, Tone
from facilitator.ports.sealing import StaysSealed
from facilitator.ports.storage import Journal, MeetingStore, NotSaved
from facilitator.wording import cover as words


class AsleepJournal:
    """ports.storage.Journal that opens its file again by the first thing that is asked of it."""

    def __init__(
        self, store: MeetingStore, meeting: Meeting, happened: Sequence[Event], *, is_short: bool
    ) -> None:
        """Stand for the journal of this meeting, which holds these events and is closed."""
        self._store, self._group_id, self._meeting_id = store, meeting.group_id, meeting.id
        self._happened, self._was_short = tuple(happened), is_short
        self._awake: Journal | None = None

    @property
    def is_short_of_room(self) -> bool:
        """Whether there is hardly any room left; asleep, whether there was (S2)."""
        return self._awake.is_short_of_room if self._awake else self._was_short

    def append(self, events: Sequence[Event]) -> None:
        """Write the events as one record. Raises NotSaved, StaysSealed while it is locked."""
        self.wake()
        if self._awake is not None:
            self._awake.append(events)

    def wake(self) -> bool:
        """Open the file again; return whether it was not as it was left.

        Whatever it holds then, the meeting that is open counts: all of it was acknowledged.
        Raises NotSaved, StaysSealed while the group is locked; it can be done again.
        """
        if self._awake is not None:
            return False
        opened = self._opened()
        self._awake, self._happened = opened[0], ()
        return opened[1]

    def _opened(self) -> tuple[Journal, bool]:
        store, here = self._store, (self._group_id, self._meeting_id)
        try:
            journal, happened, is_damaged = store.resume(*here)
        except StaysSealed:
            raise
        except NotSaved:
            if any(one.id == self._meeting_id for one in store.unfinished(self._group_id)):
                raise  # it is there and may be readable later
            journal = store.start(*here, on_disk=True)
            journal.append(self._happened)
            return journal, True
        if happened == self._happened:
            return journal, is_damaged
        journal.close()
        return store.rewrite_open(*here, self._happened), True

    def close(self) -> None:
        """Let go of the file, if it is open."""
        if self._awake is not None:
            self._awake.close()


def put_to_sleep(
    journal: Journal, store: MeetingStore, meeting: Meeting, happened: Sequence[Event]
) -> Journal:
    """Close a journal in order, while its key is there; return what wakes it again."""
    is_short = journal.is_short_of_room
    journal.close()
    return AsleepJournal(store, meeting, happened, is_short=is_short)


def woken(journal: Journal | None) -> Notice | None:
    """Open a journal that is asleep; return a word where its file was not as it was left.

    A disk that refuses now says so at the next answer, as always (S2).
    """
    if not isinstance(journal, AsleepJournal):
        return None
    try:
        was_changed = journal.wake()
    except NotSaved:
        return None
    return Notice(words.FILE_CHANGED, Tone.CARE) if was_changed else None
