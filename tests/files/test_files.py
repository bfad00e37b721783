"""Files that stay whole: atomic writing, the lock, the folder."""

import errno
import fcntl
import os
import stat
from pathlib import Path

import pytest

from facilitator.files.atomic import new_name, take_leftovers, write_atomic
from facilitator.files.disk import FILE_MODE, Disk, OpenFolder
from facilitator.files.folder import NotWritable, made, tried
from facilitator.files.lock import AlreadyOpen, Lock


class Watched(Disk):
    """A disk that notes what is called, writes in small pieces, and fails where it is told to."""

    def __init__(self, fails: str = "") -> None:
        """Fail at the call of this name."""
        self.fails = fails
        self.called: list[str] = []

    def _note(self, name: str) -> None:
        self.called.append(name)
        if name == self.fails:
            raise OSError(errno.EIO, name)

    def open_new(self, folder: OpenFolder, name: str, mode: int = FILE_MODE) -> int:
        """Note it."""
        self._note("open")
        return super().open_new(folder, name, mode)

    def write(self, descriptor: int, body: bytes) -> int:
        """Write seven bytes at most; nothing at all when it is told to be stuck."""
        self._note("write")
        return 0 if self.fails == "stuck" else super().write(descriptor, body[:7])

    def sync(self, descriptor: int) -> None:
        """Note it."""
        self._note("sync")
        super().sync(descriptor)

    def replace(self, folder: OpenFolder, source: str, target: str) -> None:
        """Note it."""
        self._note("replace")
        super().replace(folder, source, target)

    def sync_folder(self, path: Path) -> None:
        """Note it."""
        self._note("sync-folder")
        super().sync_folder(path)


def test_a_file_is_synced_before_it_is_moved_and_its_folder_after(tmp_path: Path) -> None:
    """S1: in this order, however short each write is."""
    disk = Watched()
    write_atomic(disk, tmp_path / "kept", b"twenty bytes of text")
    assert disk.called == ["open", "write", "write", "write", "sync", "replace", "sync-folder"]
    assert (tmp_path / "kept").read_bytes() == b"twenty bytes of text"
    assert stat.S_IMODE((tmp_path / "kept").stat().st_mode) == 0o600


@pytest.mark.parametrize("fails", ["open", "write", "stuck", "sync", "replace"])
def test_a_fault_leaves_the_old_file_and_nothing_beside_it(tmp_path: Path, fails: str) -> None:
    """S2: whichever call fails."""
    path = tmp_path / "kept"
    path.write_bytes(b"old")
    with pytest.raises(OSError, match=r".+"):
        write_atomic(Watched(fails), path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_left_half_written_is_no_hindrance(tmp_path: Path) -> None:
    """M7: the power went while the file before was being written."""
    for name in ("kept.new", new_name("kept")):
        (tmp_path / name).write_bytes(b"something long from before")
    write_atomic(Disk(), tmp_path / "kept", b"new")
    assert (tmp_path / "kept").read_bytes() == b"new"
    take_leftovers(Disk(), tmp_path)
    assert [one.name for one in tmp_path.iterdir()] == ["kept"]


def test_a_lock_is_held_until_it_is_let_go(tmp_path: Path) -> None:
    """S4: the second is told, and gets it afterwards."""
    first = Lock(tmp_path)
    with pytest.raises(AlreadyOpen):
        Lock(tmp_path)
    first.release()
    Lock(tmp_path).release()


def test_a_lock_holds_whatever_a_cleaner_takes_away(tmp_path: Path) -> None:
    """S4: every file of the folder goes, and the second program is still told."""
    first = Lock(tmp_path)
    for path in tmp_path.iterdir():
        path.unlink()
    with pytest.raises(AlreadyOpen):
        Lock(tmp_path)
    first.release()


def test_where_no_folder_can_be_locked_a_file_in_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """S4: some shared disks lock only what is open for writing."""
    real = fcntl.flock

    def flock(descriptor: int, how: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EBADF, "flock")
        real(descriptor, how)

    monkeypatch.setattr(fcntl, "flock", flock)
    first = Lock(tmp_path)
    assert stat.S_IMODE((tmp_path / "lock").stat().st_mode) == 0o600
    with pytest.raises(AlreadyOpen):
        Lock(tmp_path)
    first.release()
    Lock(tmp_path).release()


def test_a_lock_that_cannot_be_made_is_no_other_program(tmp_path: Path) -> None:
    """S4: a missing folder is another fault."""
    with pytest.raises(FileNotFoundError):
        Lock(tmp_path / "nowhere")


def test_every_new_folder_is_for_its_owner_alone_and_synced(tmp_path: Path) -> None:
    """S1, S10: one sync for each folder that got a new name in it."""
    disk = Watched()
    before = os.umask(0)
    try:
        made(disk, tmp_path / "a" / "b")
    finally:
        os.umask(before)
    for folder in (tmp_path / "a", tmp_path / "a" / "b"):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert disk.called == ["sync-folder", "sync-folder"]
    made(disk, tmp_path / "a" / "b")
    assert len(disk.called) == 2


def test_a_folder_that_takes_no_file_is_named(tmp_path: Path) -> None:
    """Issue: said with the folder's name; a good one is left as it was."""
    tried(Disk(), tmp_path)
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "file").touch()
    for path in (tmp_path / "file", tmp_path / "gone"):
        with pytest.raises(NotWritable) as said:
            tried(Disk(), path)
        assert said.value.path == path
