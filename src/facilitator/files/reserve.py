"""Room that is set aside on the disk, so that a meeting can end when the disk is full (S2)."""

import errno
import stat
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from facilitator.files.atomic import put_new
from facilitator.files.disk import Disk

SIZE = 1024 * 1024
"""In bytes: more than the journal and the closed file of a long meeting together."""

UNIT = 512
"""What the system counts a file's blocks in, in bytes."""

_FULL = (errno.ENOSPC, errno.EDQUOT)


class Reserve:
    """One file that holds nothing but room. It outlives a kill; with size 0 there is none."""

    def __init__(self, disk: Disk, path: Path, size: int = SIZE) -> None:
        """Stand for a file of `size` bytes, which need not be there yet."""
        self._disk, self._path, self._size = disk, path, size
        self._is_made = self._is_short = False

    @property
    def is_short(self) -> bool:
        """Whether there is too little room on the disk: it was given back, or never there."""
        return self._is_short

    def make(self) -> None:
        """Set the room aside, if as much again is left beside it. Never raises."""
        if self._is_made or self._size == 0:
            return
        try:
            if not self._holds_room():
                self._fill()
            self._is_made, self._is_short = True, False
        except OSError as fault:
            # Any other fault says nothing of the room; the next answer will meet it too.
            self._is_short = fault.errno in _FULL

    def _fill(self) -> None:
        """Take the room. Raises OSError."""
        if self._disk.room(self._path.parent) < 2 * self._size:
            raise OSError(errno.ENOSPC, "room")
        self._disk.remove(self._path)  # too small, or nothing of ours
        with self._disk.opened_folder(self._path.parent) as folder:
            put_new(
                self._disk,
                folder,
                self._path.name,
                lambda new: self._disk.allocate(new, self._size),
            )

    def _holds_room(self) -> bool:
        with suppress(OSError):
            there = self._path.lstat()
            return stat.S_ISREG(there.st_mode) and there.st_blocks * UNIT >= self._size
        return False

    def free(self) -> bool:
        """Give the room back; return whether there was any. Never raises."""
        if self._size == 0 or not self._holds_room():
            return False
        self.remove()
        self._is_short = True
        # Some file systems hand the room out again only after this.
        with suppress(OSError):
            self._disk.sync_folder(self._path.parent)
        return True

    def remove(self) -> None:
        """Take the file away: nothing is being written any more. Never raises."""
        self._is_made = self._is_short = False
        with suppress(OSError):
            self._disk.remove(self._path)

    def giving_way(self, write: Callable[[], None]) -> None:
        """Write; when the disk is full give the room back and write once more. Raises OSError.

        `write` must be whole or not at all, so that it can be done again.
        """
        try:
            write()
        except OSError as fault:
            if fault.errno not in _FULL or not self.free():
                raise
            write()
