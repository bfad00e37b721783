"""A journal that sleeps while its group is locked, on every store that there is (S9, S12, S2)."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest

from facilitator.domain import events
from facilitator.domain.events import Event
from facilitator.domain.meeting import Meeting
from facilitator.engine.activities.registry import SPECS
from facilitator.engine.apply import begin
from facilitator.meetings.asleep import AsleepJournal, put_to_sleep, woken
from facilitator.ports.storage import Journal, MeetingStore, NotSaved
from facilitator.sessions.parse import parse
from facilitator.wording.cover import FILE_CHANGED
from tests.contracts.test_storage import Kept, kept, started
from tests.fakes import MemoryMeetingStore
from tests.scenario import SESSIONS

__all__ = ["kept"]
SOURCE = (SESSIONS / "first-meeting.toml").read_text("utf-8")
FIRST = started()
MORE = tuple(events.AnswerGiven("goal", "p1", "what", f"canary {number}") for number in range(3))


def asleep(store: MeetingStore, happened: Sequence[Event]) -> AsleepJournal:
    """Return the journal of a meeting that holds these events and was put to sleep."""
    session = parse(SOURCE, "", SPECS).session
    assert session is not None
    journal = store.start("g", "m1", on_disk=True)
    for event in happened:
        journal.append((event,))
    made = put_to_sleep(journal, store, begin(FIRST, session), happened)
    assert isinstance(made, AsleepJournal)
    return made


def test_it_wakes_as_it_was_and_goes_on(kept: Kept) -> None:
    """S12, M7: in memory, plain and sealed; by itself, or by the first answer."""
    store = kept[0]
    journal = asleep(store, (FIRST, MORE[0]))
    assert woken(journal) is None
    assert not journal.wake(), "it is awake"
    journal.append((MORE[1],))
    journal.close()
    assert store.resume("g", "m1")[1:] == ((FIRST, *MORE[:2]), False)
    again = put_to_sleep(journal, store, journal_meeting(), (FIRST, *MORE[:2]))
    again.append((MORE[2],))
    again.close()
    assert store.resume("g", "m1")[1:] == ((FIRST, *MORE), False)


def journal_meeting() -> Meeting:
    """Return the meeting that the journal is of."""
    session = parse(SOURCE, "", SPECS).session
    assert session is not None
    return begin(FIRST, session)


@dataclass
class Refusing(MemoryMeetingStore):
    """A store that cannot be read so many times, as a disk that is away for a moment."""

    refusals: int = 2
    reason: str = "unread"
    asked: list[str] = field(default_factory=list)

    def resume(self, group_id: str, meeting_id: str) -> tuple[Journal, tuple[Event, ...], bool]:  # type: ignore[override]
        """Refuse at first."""
        self.asked.append(meeting_id)
        if len(self.asked) <= self.refusals:
            raise NotSaved(self.reason)
        return super().resume(group_id, meeting_id)


def test_a_disk_that_refuses_at_the_waking_says_so_at_the_next_answer_and_loses_nothing() -> None:
    """S2, S12: the cover comes away all the same; the answer is refused, then it is kept."""
    store = Refusing()
    journal = asleep(store, (FIRST,))
    assert woken(journal) is None
    with pytest.raises(NotSaved):
        journal.append((MORE[0],))
    journal.append((MORE[0],))
    assert store.resume("g", "m1")[1] == (FIRST, MORE[0])


def test_a_file_that_holds_something_else_is_written_anew_and_told(kept: Kept) -> None:
    """S1, S3: the meeting that is open counts, on every store."""
    store = kept[0]
    journal = asleep(store, (FIRST, *MORE))
    store.rewrite_open("g", "m1", (FIRST,)).close()
    told = woken(journal)
    assert told is not None
    assert told.words == FILE_CHANGED
    journal.close()
    assert store.resume("g", "m1")[1] == (FIRST, *MORE)


def test_it_remembers_whether_there_was_room() -> None:
    """S2: a word about a nearly full disk is not said twice by covering."""
    store = MemoryMeetingStore()
    for is_short in (False, True):
        journal = AsleepJournal(store, journal_meeting(), (FIRST,), is_short=is_short)
        assert journal.is_short_of_room is is_short
