"""One call of the file layer fails, files are not files, names go away: nothing told is lost."""

import errno
import os
import stat
from pathlib import Path
from typing import BinaryIO

import pytest

from facilitator.adapters.storage.disk import DiskStore
from facilitator.adapters.storage.journal import DiskJournal
from facilitator.adapters.storage.records import read_journal
from facilitator.domain import events
from facilitator.domain.own_sessions import Lies
from facilitator.domain.records import Group, Member, Ways
from facilitator.files.disk import Disk
from facilitator.files.lock import AlreadyOpen
from facilitator.ports.storage import NotSaved
from tests.adapters.storage.breaking import Breaking, Halving
from tests.adapters.storage.evening import faults, one_evening
from tests.contracts.test_storage import closed, started


def test_any_call_may_fail_once_and_nothing_that_was_told_is_lost(tmp_path: Path) -> None:
    """S2: EIO at each call in turn, reading, opening and the folders too; tried again it works."""
    number, broke = 1, {""}
    while True:
        live = tmp_path / str(number)
        live.mkdir()
        disk = Breaking(live, number)
        one_evening(disk, live)
        told = [str(which) for what, which, _ in disk.calls if what == "told"]
        assert faults(live, told) == [], (number, disk.broke)
        if not disk.broke:
            break
        broke.add(disk.broke)
        number += 1
    assert number > 100
    assert {"open_read", "write", "sync", "replace", "remove", "sync_folder", "room"} <= broke


def test_writes_that_are_never_whole_are_gone_on_with(tmp_path: Path) -> None:
    """S2: a short write is no fault, as long as the rest can be written."""
    disk = Halving(tmp_path)
    one_evening(disk, tmp_path)
    assert faults(tmp_path, [str(one[1]) for one in disk.calls if one[0] == "told"]) == []


class BadSector(Disk):
    """A disk on which one name cannot be read."""

    bad = ""

    def open_read(self, path: Path) -> BinaryIO:
        """Refuse it."""
        if path.name == self.bad:
            raise OSError(errno.EIO, "read")
        return super().open_read(path)


def test_what_cannot_be_read_now_is_never_written_over(tmp_path: Path) -> None:
    """S2, M9: one failed reading of the book must not cost the other members."""
    store = DiskStore.open(tmp_path)
    store.book.save_member("g", Member("1", "Ann"))
    store.close()
    disk = BadSector()
    store = DiskStore.open(tmp_path, disk)
    disk.bad = "book.json"
    with pytest.raises(NotSaved) as said:
        store.book.save_member("g", Member("2", "Bo"))
    assert said.value.reason == "unread"
    disk.bad = ""
    store.book.save_member("g", Member("2", "Bo"))
    assert store.book.members("g") == (Member("1", "Ann"), Member("2", "Bo"))
    store.close()


def test_a_meeting_that_cannot_be_read_now_stays_in_the_list(tmp_path: Path) -> None:
    """S3: the index is made anew while one file is on a bad sector."""
    disk = BadSector()
    store = DiskStore.open(tmp_path, disk)
    for number in range(3):
        store.meetings.close(closed(f"m{number}", f"2026-01-0{number + 1}T00:00:00+00:00"))
    disk.bad = "m1.json"
    with (tmp_path / "groups/g/index.jsonl").open("ab") as index:
        index.write(b"torn")
    assert [row.id for row in store.meetings.rows("g")] == ["m2", "m1", "m0"]
    assert store.meetings.read("g", "m1") is None
    disk.bad = ""
    assert store.meetings.read("g", "m1") == closed("m1", "2026-01-02T00:00:00+00:00")
    store.close()


def test_a_journal_whose_name_was_taken_away_is_written_anew(tmp_path: Path) -> None:
    """S1: somebody deleted the folder while the meeting ran; what is told is on the disk."""
    path = tmp_path / "open" / "m.journal"
    path.parent.mkdir()
    journal = DiskJournal(Disk(), path)
    journal.append((started(),))
    path.unlink()
    path.parent.rmdir()
    journal.append((events.Paused(),))
    assert read_journal(path.read_bytes()).events == (started(), events.Paused())
    journal.append((events.WentOn(),))
    assert len(read_journal(path.read_bytes()).events) == 3
    journal.close()


ODD = ("folder", "loop", "nowhere", "pipe")


def made_odd(path: Path, what: str) -> None:
    """Put something that is no file in place of one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.is_file():
        path.unlink()
    match what:
        case "folder":
            path.mkdir()
        case "loop":
            path.symlink_to(path)
        case "nowhere":
            path.symlink_to(path.with_name("nowhere-at-all"))
        case _:
            os.mkfifo(path)


@pytest.mark.parametrize("what", ODD)
def test_something_else_in_place_of_a_file_never_stops_the_reading(
    tmp_path: Path, what: str
) -> None:
    """S3: a folder, links that lead nowhere, a pipe: nothing is raised, nothing waits."""
    store = DiskStore.open(tmp_path)
    store.book.add_group(Group("g", "Tuesday"))
    for name in ("g/book.json", "h/group.json", "g/index.jsonl", "g/meetings/m1.json"):
        made_odd(tmp_path / "groups" / name, what)
    made_odd(tmp_path / "groups/g/open/m2.journal", what)
    made_odd(tmp_path / "settings.json", what)
    assert store.book.groups() == (Group("g", "Tuesday"),)
    assert store.book.members("g") == ()
    assert store.book.agreement("g").version == 0
    assert list(store.meetings.rows("g")) == []
    assert store.meetings.read("g", "m1") is None
    assert store.settings.read().easy is False
    for one in store.meetings.unfinished("g"):
        with pytest.raises(NotSaved):
            store.meetings.resume("g", one.id)
    store.close()


@pytest.mark.parametrize("what", ODD)
def test_something_else_in_place_of_a_file_is_moved_aside_when_something_is_kept(
    tmp_path: Path, what: str
) -> None:
    """S3: it is damage; what is kept comes back, and what lay there is still there."""
    store = DiskStore.open(tmp_path)
    names = ("book.json", "index.jsonl", "meetings/m1.json", "gone.txt", "sessions/tea.toml")
    for name in names:
        made_odd(tmp_path / "groups/g" / name, what)
    made_odd(tmp_path / "groups/g/open/m1.journal", what)
    made_odd(tmp_path / "settings.json", what)
    store.book.save_member("g", Member("1", "Ann"))
    assert store.book.members("g") == (Member("1", "Ann"),)
    with pytest.raises(NotSaved):
        store.meetings.start("g", "m1", on_disk=True)
    store.meetings.start("g", "m2", on_disk=True).append((started("m2"),))
    store.meetings.close(closed())
    assert store.meetings.read("g", "m1") == closed()
    assert [row.id for row in store.meetings.rows("g")] == ["m1"]
    store.meetings.discard("g", "m1")
    assert store.meetings.gone("g") == ("m1",)
    store.own.save("g", Lies.SESSIONS, "tea", "x = 1\n")
    assert store.own.read("g", Lies.SESSIONS, "tea") == "x = 1\n"
    store.settings.save(Ways(easy=True))
    assert store.settings.read().easy
    for path in (*(tmp_path / "groups/g" / name for name in names), tmp_path / "settings.json"):
        aside = path.with_suffix(".damaged-1")
        assert os.path.lexists(aside) or path.name == "m1.json"  # that meeting was deleted
        assert not os.path.lexists(aside) or not stat.S_ISREG(aside.lstat().st_mode)
    store.close()


@pytest.mark.parametrize("what", ODD)
def test_nothing_in_the_folder_stands_in_the_way_of_the_lock(tmp_path: Path, what: str) -> None:
    """S4: it is the folder that is locked; earlier versions locked a file of this name."""
    for name in ("lock", ".trial", "reserve"):
        made_odd(tmp_path / name, what)
    store = DiskStore.open(tmp_path)
    with pytest.raises(AlreadyOpen):
        DiskStore.open(tmp_path)
    store.meetings.start("g", "m1", on_disk=True).append((started(),))
    assert (tmp_path / "reserve").is_file()
    store.close()


def test_the_data_folder_may_be_a_link_to_another_place(tmp_path: Path) -> None:
    """Issue: a stick or a second disk."""
    (tmp_path / "there").mkdir()
    (tmp_path / "data").symlink_to(tmp_path / "there")
    store = DiskStore.open(tmp_path / "data")
    store.meetings.close(closed())
    store.close()
    assert (tmp_path / "there/groups/g/meetings/m1.json").is_file()
