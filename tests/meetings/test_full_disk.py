"""A disk that is full or turns read-only while a meeting runs: said in words, and it goes on."""

import errno
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from facilitator.adapters.storage.disk import DiskStore
from facilitator.domain.answers import Chosen
from facilitator.domain.events import Keep
from facilitator.domain.meeting import CLOSE
from facilitator.files.disk import FILE_MODE, OpenFolder
from facilitator.files.reserve import SIZE
from facilitator.meetings.surroundings import Ports
from facilitator.wording import house, refusals, unfinished
from tests.adapters.storage.breaking import Small
from tests.adapters.storage.test_faults import made_odd
from tests.fakes import FakeClock, MemoryShelf
from tests.scenario import Scenario, shipped

SESSION = "first-meeting"
PLENTY = 10 * SIZE


class Disk(Small):
    """A small disk that may also be read-only."""

    is_read_only = False

    def write(self, descriptor: int, body: bytes) -> int:
        """Refuse while it is read-only."""
        if self.is_read_only:
            raise OSError(errno.EROFS, "write")
        return super().write(descriptor, body)

    def open_new(self, folder: OpenFolder, name: str, mode: int = FILE_MODE) -> int:
        """Refuse while it is read-only."""
        if self.is_read_only:
            raise OSError(errno.EROFS, "open")
        return super().open_new(folder, name, mode)


@pytest.fixture
def disk() -> Disk:
    """A disk with plenty of room."""
    return Disk(PLENTY)


@pytest.fixture
def machine(tmp_path: Path, disk: Disk) -> Iterator[Scenario]:
    """A machine at its first screen, on that disk."""
    store = DiskStore.open(tmp_path, disk)
    clock = FakeClock(datetime(2026, 11, 24, 19, 0, tzinfo=UTC))
    shelf = MemoryShelf((shipped(SESSION),))
    yield Scenario.on(Ports(store.meetings, store.book, store.settings, shelf, clock))
    store.close()


def begun(machine: Scenario, keep: Keep = Keep.GROUP) -> Scenario:
    """Go to the first prompt at which words are written."""
    machine.set_out(shipped(SESSION), keep=keep)
    return machine


def test_room_is_set_aside_while_a_meeting_is_open(machine: Scenario, tmp_path: Path) -> None:
    """S2: there from the start to the close, and gone with it."""
    reserve = tmp_path / "reserve"
    assert not reserve.exists()
    begun(machine)
    assert reserve.stat().st_blocks * 512 >= SIZE
    machine.to_the_end()
    assert not reserve.exists()
    assert machine.ports.store.latest("our-group") is not None


def test_what_is_kept_until_today_ends_leaves_no_reserve(machine: Scenario, tmp_path: Path) -> None:
    """S2, S6: nothing stays, room neither."""
    begun(machine, Keep.TODAY).to_the_end()
    assert not (tmp_path / "reserve").exists()


def test_a_meeting_in_memory_sets_no_room_aside(machine: Scenario, tmp_path: Path) -> None:
    """S2, S6: nothing on this machine is nothing."""
    begun(machine, Keep.NOTHING)
    assert not (tmp_path / "reserve").exists()


@pytest.mark.parametrize("keep", [Keep.GROUP, Keep.TODAY])
def test_a_meeting_goes_on_to_its_end_on_a_full_disk(
    machine: Scenario, disk: Disk, tmp_path: Path, keep: Keep
) -> None:
    """S2: the room set aside is given back, it is said once, and the closing has room too."""
    begun(machine, keep)
    disk.left = 0
    before = len(machine.journal)
    machine.onward()
    assert machine.notice == house.SHORT_OF_ROOM
    assert len(machine.journal) > before
    assert not (tmp_path / "reserve").exists()
    machine.onward()
    assert house.SHORT_OF_ROOM not in machine.notice
    machine.to_the_end()
    assert (machine.ports.store.latest("our-group") is not None) == (keep is Keep.GROUP)


def test_room_is_set_aside_again_once_there_is_some(
    machine: Scenario, disk: Disk, tmp_path: Path
) -> None:
    """S2: somebody cleared up; if the disk is full once more, that is said once more."""
    begun(machine)
    disk.left = 0
    machine.onward()
    disk.left = PLENTY
    machine.onward()
    assert (tmp_path / "reserve").exists()
    disk.left = 0
    machine.onward()
    assert machine.notice == house.SHORT_OF_ROOM


def test_when_that_room_is_used_up_too_the_person_is_told_and_nothing_is_lost(
    machine: Scenario, disk: Disk
) -> None:
    """S2, M7: the same prompt stays, and it goes on when there is room."""
    begun(machine)
    disk.left = 0
    machine.onward()
    disk.left = 0
    where, meeting = machine.prompt.id, machine.meeting
    for _ in range(3):
        assert not machine.answer(machine.first_answer())
        assert machine.notice == refusals.NOT_KEPT_FULL
        assert (machine.prompt.id, machine.meeting) == (where, meeting)
    assert Scenario.on(machine.ports).prompt.id == "home"
    disk.left = PLENTY
    machine.onward()
    assert machine.prompt.id != where
    again = machine.reload()
    assert again.meeting == machine.meeting


def test_a_start_on_a_nearly_full_disk_is_said(machine: Scenario, disk: Disk) -> None:
    """S2: before anybody has typed anything."""
    disk.left = SIZE
    machine.choose("start")
    machine.choose(SESSION)
    machine.choose("person")
    machine.choose(Keep.GROUP)
    assert machine.notice == house.SHORT_OF_ROOM


def test_a_disk_that_turns_read_only_is_said_and_harms_nothing(
    machine: Scenario, disk: Disk
) -> None:
    """S2: said, the same prompt stays, and it goes on when it can be written again."""
    begun(machine)
    disk.is_read_only = True
    where, meeting = machine.prompt.id, machine.meeting
    assert not machine.answer(machine.first_answer())
    assert machine.notice == refusals.NOT_KEPT_READ_ONLY
    assert (machine.prompt.id, machine.meeting) == (where, meeting)
    disk.is_read_only = False
    machine.onward()
    assert machine.prompt.id != where


@pytest.mark.parametrize("keep", [Keep.GROUP, Keep.TODAY])
def test_a_closing_that_is_refused_leaves_a_way_on_and_is_done_later(
    machine: Scenario, tmp_path: Path, keep: Keep
) -> None:
    """S2, M7: the first screen says why, everything else still works, going on closes it."""
    begun(machine, keep)
    machine.until(lambda prompt: prompt.id.startswith(CLOSE))
    meeting = machine.meeting.id
    odd = tmp_path / "groups/our-group" / ("meetings" if keep is Keep.GROUP else "index.jsonl")
    for name in ("before", "after"):
        made_odd(odd, "folder" if keep is Keep.TODAY else "nowhere")
        if name == "before":
            machine.to_the_end()
        else:
            machine.choose(f"resume-{meeting}")
        why = house.WHY_NOT_PUT_AWAY["failed"]
        assert machine.notice == house.NOT_PUT_AWAY.format(why=why)
        assert machine.prompt.id == "home"
        assert not machine.has_meeting()
        odd.unlink() if odd.is_symlink() else odd.rmdir()
    machine.choose("sessions")
    machine.back()
    machine.choose(f"resume-{meeting}")
    assert machine.prompt.id == "farewell"
    assert machine.ports.store.unfinished("our-group") == ()
    assert (machine.ports.store.latest("our-group") is not None) == (keep is Keep.GROUP)


def test_a_journal_that_cannot_be_read_is_said_at_the_first_screen(
    machine: Scenario, tmp_path: Path
) -> None:
    """S3: a folder lies where the journal was; the rest of the program still works."""
    odd = tmp_path / "groups/our-group/open/m9.journal"
    odd.mkdir(parents=True)
    (odd / "a file").touch()
    again = Scenario.on(machine.ports)
    assert again.answer(Chosen("resume-m9"))
    assert not again.answer(Chosen("try"))
    assert again.notice == refusals.NOT_READ
    assert again.prompt.id == "unread"
    assert odd.is_dir()
    assert again.answer(Chosen("go"))
    assert again.notice == unfinished.GONE
    assert not odd.exists()
    assert again.prompt.id == "home"
    begun(again).to_the_end()
