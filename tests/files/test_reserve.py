"""The reserve: room that is there when the disk is full (S2)."""

import errno
import os
from pathlib import Path

import pytest

from facilitator.files.atomic import write_atomic
from facilitator.files.disk import Disk
from facilitator.files.reserve import Reserve
from tests.adapters.storage.breaking import Small

SIZE = 10_000


def is_short(reserve: Reserve) -> bool:
    """Whether room is lacking, asked anew each time."""
    return reserve.is_short


@pytest.mark.parametrize("code", [0, errno.EOPNOTSUPP])
def test_room_is_really_taken_and_given_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    """S2: blocks on the disk, not only a length, also where the system cannot do it in one call."""

    def cannot(*_given: int) -> None:
        raise OSError(code, "fallocate")

    if code:
        monkeypatch.setattr(os, "posix_fallocate", cannot)
    path = tmp_path / "reserve"
    reserve = Reserve(Disk(), path, SIZE)
    reserve.make()
    assert not is_short(reserve)
    assert path.stat().st_blocks * 512 >= SIZE
    assert reserve.free()
    assert not path.exists()
    assert is_short(reserve)
    assert not reserve.free()


def test_a_fault_that_is_not_about_room_is_not_called_a_full_disk(tmp_path: Path) -> None:
    """S2: nobody is told to make room where there is plenty."""
    reserve = Reserve(Disk(), tmp_path / "nowhere" / "reserve", SIZE)
    reserve.make()
    assert not is_short(reserve)
    assert not reserve.free()


def test_the_reserve_that_a_killed_program_left_is_used_again(tmp_path: Path) -> None:
    """S2, M7: it is found, and can be given back even before anything was set aside anew."""
    Reserve(Disk(), tmp_path / "reserve", SIZE).make()
    before = (tmp_path / "reserve").stat().st_ino
    again = Reserve(Disk(), tmp_path / "reserve", SIZE)
    again.make()
    assert not is_short(again)
    assert (tmp_path / "reserve").stat().st_ino == before
    assert Reserve(Disk(), tmp_path / "reserve", SIZE).free()


def test_a_file_with_a_length_and_no_room_is_no_reserve(tmp_path: Path) -> None:
    """S2: as after the folder was copied."""
    with (tmp_path / "reserve").open("wb") as file:
        file.truncate(SIZE)
    assert not Reserve(Disk(), tmp_path / "reserve", SIZE).free()


def test_none_is_made_unless_as_much_again_is_left(tmp_path: Path) -> None:
    """S2: the meeting needs the room more; it is made as soon as there is enough."""
    disk = Small(2 * SIZE - 1)
    reserve = Reserve(disk, tmp_path / "reserve", SIZE)
    reserve.make()
    assert is_short(reserve)
    assert list(tmp_path.iterdir()) == []
    disk.left = 2 * SIZE
    reserve.make()
    assert not is_short(reserve)


def test_a_full_disk_gives_way_once_and_then_says_so(tmp_path: Path) -> None:
    """S2: the write is done again in the room that was given back."""
    disk = Small(2 * SIZE)
    reserve = Reserve(disk, tmp_path / "reserve", SIZE)
    reserve.make()
    disk.left = 0
    reserve.giving_way(lambda: write_atomic(disk, tmp_path / "kept", bytes(SIZE)))
    assert (tmp_path / "kept").stat().st_size == SIZE
    with pytest.raises(OSError, match="write") as said:
        reserve.giving_way(lambda: write_atomic(disk, tmp_path / "more", bytes(SIZE)))
    assert said.value.errno == errno.ENOSPC


def test_another_fault_leaves_the_reserve_alone(tmp_path: Path) -> None:
    """S2: a failing disk or a limit for one file is not made better by room."""
    reserve = Reserve(Disk(), tmp_path / "reserve", SIZE)
    reserve.make()
    for code in (errno.EIO, errno.EROFS, errno.EFBIG):

        def fail(code: int = code) -> None:
            raise OSError(code, "fault")

        with pytest.raises(OSError, match="fault"):
            reserve.giving_way(fail)
    assert not is_short(reserve)
