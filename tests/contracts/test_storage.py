"""One suite for every implementation of the storage ports."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from facilitator.adapters.sealing.aes import AesCipher
from facilitator.adapters.storage.disk import DiskStore
from facilitator.domain import events
from facilitator.domain.events import Carried, Keep, SeenBy
from facilitator.domain.kept import Note, Tip
from facilitator.domain.records import (
    Agreement,
    ClosedMeeting,
    Group,
    KeptAnswer,
    Member,
    Theme,
    Ways,
)
from facilitator.domain.things import Things
from facilitator.ports.ciphers import Cost
from facilitator.ports.storage import GroupBook, MeetingStore, Settings
from tests.fakes import MemoryGroupBook, MemoryMeetingStore, MemorySettings

Kept = tuple[MeetingStore, GroupBook, Settings]


CHEAP = Cost(8, 1, 1)
"""The least that Argon2id can cost; tests/adapters/sealing tries what is really used."""


def sealed_store(folder: Path, *groups: str) -> DiskStore:
    """Return an open data folder in which these groups have a passphrase, and are open."""
    store = DiskStore.open(folder, cipher=AesCipher, cost=CHEAP)
    for group in groups:
        store.seals.prepare(group, "four small birds sing")
        store.seals.put_on(group)
    return store


@pytest.fixture(params=["memory", "disk", "sealed"])
def kept(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Kept]:
    """Every implementation in turn."""
    if request.param == "memory":
        yield MemoryMeetingStore(), MemoryGroupBook(), MemorySettings()
        return
    is_sealed = request.param == "sealed"
    folder = tmp_path / "data"
    store = sealed_store(folder, "g", "h", "other") if is_sealed else DiskStore.open(folder)
    yield store.meetings, store.book, store.settings
    store.close()


def started(meeting: str = "m1", at: str = "2026-11-24T19:00:00+00:00") -> events.MeetingStarted:
    """Return a first event."""
    return events.MeetingStarted(
        meeting, "g", "format = 1", "A first meeting", Keep.GROUP, SeenBy.PERSON, 4, at
    )


def closed(meeting: str = "m1", at: str = "2026-11-24T20:00:00+00:00") -> ClosedMeeting:
    """Return a closed meeting with a group's and a private answer."""
    return ClosedMeeting(
        meeting, "g", "first", "A first meeting", at, at, 60, ("Ann", "Åse"),
        (
            KeptAnswer("reflection", "Keep", "", "keep", "the tea ☕"),
            KeptAnswer("goal", "Plan", "Ann", "sure", 7, private=True, person="p1"),
            KeptAnswer("x", "X", "", "several", ("a", "b")),
            KeptAnswer("x", "X", "", "yes", True),
        ),
        ("we listen",), (), (("Ann", "Åse"),),
    )  # fmt: skip


def test_a_journal_comes_back_as_it_was_written(kept: Kept) -> None:
    """M7, S1: every event in order."""
    store, _, _ = kept
    journal = store.start("g", "m1", on_disk=True)
    journal.append((started(), events.PersonJoined("p1", "Ann", carried=Carried("walk"))))
    journal.append((events.AnswerGiven("goal", "p1", "what", "swim 🏊", private=True),))
    journal.close()
    again, happened, is_damaged = store.resume("g", "m1")
    assert happened[0] == started()
    assert [type(one).__name__ for one in happened] == [
        "MeetingStarted", "PersonJoined", "AnswerGiven",
    ]  # fmt: skip
    assert not is_damaged
    again.append((events.Paused(),))
    again.close()
    assert store.resume("g", "m1")[1][-1] == events.Paused()


def test_open_meetings_are_listed_newest_first(kept: Kept) -> None:
    """M7: by group, with the session's title."""
    store, _, _ = kept
    store.start("g", "old", on_disk=True).append((started("old", "2026-01-01T00:00:00+00:00"),))
    store.start("g", "new", on_disk=True).append((started("new"),))
    store.start("other", "far", on_disk=True).append((started("far"),))
    assert [one.id for one in store.unfinished("g")] == ["new", "old"]
    assert store.unfinished("g")[0].session_title == "A first meeting"


def test_what_is_not_for_the_disk_is_not_listed(kept: Kept) -> None:
    """S6: "nothing on this machine"."""
    store, _, _ = kept
    store.start("g", "m1", on_disk=False).append((started(),))
    assert store.unfinished("g") == ()


def test_a_closed_meeting_comes_back_whole_and_its_journal_goes(kept: Kept) -> None:
    """S6, S8: whole numbers, yes and no, several words and signs among it."""
    store, _, _ = kept
    store.start("g", "m1", on_disk=True).append((started(),))
    store.close(closed())
    assert store.read("g", "m1") == closed()
    assert store.unfinished("g") == ()
    latest = store.latest("g")
    assert latest is not None
    assert (latest.id, latest.people, latest.answers) == ("m1", 2, 4)


def test_closing_twice_is_as_closing_once(kept: Kept) -> None:
    """M7: a power cut in the middle of closing does not double it."""
    store, _, _ = kept
    store.close(closed())
    store.close(closed())
    assert [row.id for row in store.rows("g")] == ["m1"]


def test_rows_come_newest_first(kept: Kept) -> None:
    """P4: read from the end."""
    store, _, _ = kept
    for number in range(300):
        store.close(closed(f"m{number}", f"2026-01-01T00:{number // 60:02}:{number % 60:02}+00:00"))
    assert [row.id for row in store.rows("g")] == [f"m{one}" for one in reversed(range(300))]


def test_a_discarded_meeting_is_gone(kept: Kept) -> None:
    """S8: journal, closed file and index line."""
    store, _, _ = kept
    for one in ("m1", "m2"):
        store.close(closed(one))
    store.start("g", "m3", on_disk=True).append((started("m3"),))
    store.discard("g", "m1")
    store.discard("g", "m3")
    store.discard("g", "never")
    assert store.read("g", "m1") is None
    assert [row.id for row in store.rows("g")] == ["m2"]
    assert store.unfinished("g") == ()


def test_a_rewritten_meeting_is_the_new_one(kept: Kept) -> None:
    """S8: as when somebody is forgotten."""
    store, _, _ = kept
    store.close(closed())
    less = replace(closed(), answers=())
    store.rewrite(less)
    assert store.read("g", "m1") == less
    assert [row.answers for row in store.rows("g")] == [0]


def test_groups_members_and_agreements_are_kept(kept: Kept) -> None:
    """M9, M19, C1: each group its own; versions stay."""
    _, book, _ = kept
    book.add_group(Group("g", "Tuesday", "Morag"))
    book.add_group(Group("h", "a club"))
    book.add_group(Group("g", "Tuesday group", "Morag"))
    assert [one.name for one in book.groups()] == ["a club", "Tuesday group"]
    ann = Member("1", "Ann", Carried("walk", "Friday", 8, {"who": "Bo"}, "salt$hash", "2026-11-24"))
    book.save_member("g", ann)
    book.save_member("g", Member("2", "ann"))
    assert book.members("g") == (ann, Member("2", "ann"))
    assert book.members("h") == ()
    book.forget_member("g", "1")
    assert book.members("g") == (Member("2", "ann"),)
    assert book.agreement("g") == Agreement()
    book.save_agreement("g", Agreement(("a",), (), 1, "2026-11-24"))
    book.save_agreement("g", Agreement(("b",), ("c",), 2, "2026-11-25"))
    assert book.agreement("g") == Agreement(("b",), ("c",), 2, "2026-11-25")
    assert book.older_agreements("g") == (Agreement(("a",), (), 1, "2026-11-24"),)
    assert book.members("g") == (Member("2", "ann"),)


def test_older_agreements_are_kept_on_or_let_go_beside_the_one_that_stands(kept: Kept) -> None:
    """S7, C1: the one that stands stays; a group without one has nothing to keep."""
    _, book, _ = kept
    book.add_group(Group("g", "Tuesday"))
    book.keep_older_agreements("g", ())
    assert (book.agreement("g"), book.older_agreements("g")) == (Agreement(), ())
    first, second = (Agreement((line,), (), 1, "2026-11-24") for line in "ab")
    stands = Agreement(("c",), (), 3, "2026-11-25")
    for one in (first, second, stands):
        book.save_agreement("g", one)
    book.save_member("g", Member("2", "ann"))
    again = Agreement(("b",), (), 2, "2026-11-24", "2027-03-01")
    book.keep_older_agreements("g", (again,))
    assert (book.agreement("g"), book.older_agreements("g")) == (stands, (again,))
    book.keep_older_agreements("g", ())
    assert (book.agreement("g"), book.older_agreements("g")) == (stands, ())
    assert book.members("g") == (Member("2", "ann"),)


def test_a_book_that_can_be_read_is_not_put_aside(kept: Kept) -> None:
    """S3: only one that cannot be read makes room for a new one."""
    _, book, _ = kept
    book.add_group(Group("g", "Tuesday"))
    book.put_aside("g")
    book.save_member("g", Member("2", "ann"))
    book.put_aside("g")
    assert book.members("g") == (Member("2", "ann"),)


def test_settings_are_kept(kept: Kept) -> None:
    """A7: colours and words."""
    _, _, settings = kept
    assert settings.read() == Ways()
    settings.save(Ways(Theme.DAYLIGHT, easy=True))
    assert settings.read() == Ways(Theme.DAYLIGHT, easy=True)


def test_things_are_kept_by_id_and_let_go(kept: Kept) -> None:
    """S8, C8: one that is changed takes the place of its older self; members stay."""
    _, book, _ = kept
    book.add_group(Group("g", "Tuesday"))
    book.save_member("g", Member("1", "Ann"))
    assert not book.things("g")
    note, tip = (
        Note("n1", "1", "Ann", words="It gets easier."),
        Tip("p1", "2", "Bo", words="a list"),
    )
    book.keep_things("g", Things(notes=(note,), tips=(tip,)))
    newer = Note("n1", "1", "Ann", words="It does get easier.")
    book.keep_things("g", Things(notes=(newer,)))
    assert book.things("g") == Things(notes=(newer,), tips=(tip,))
    assert not book.things("h")
    book.save_member("g", Member("2", "Bo"))
    book.let_go("g", frozenset({"n1", "nobody"}))
    assert book.things("g") == Things(tips=(tip,))
    assert book.members("g") == (Member("1", "Ann"), Member("2", "Bo"))
