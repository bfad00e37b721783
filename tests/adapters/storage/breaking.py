"""Disks on which something goes wrong: one call, the room, every whole write."""

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from facilitator.files.disk import Disk
from tests.adapters.storage.power import RecordingDisk

CALLS = (
    "open_append", "open_new", "open_read", "write", "truncate", "sync", "close", "replace",
    "remove", "remove_from", "opened_folder", "names", "is_ours", "read_some", "make_folder", "sync_folder", "allocate", "room", "size", "is_named",
)  # fmt: skip


class Breaking(RecordingDisk):
    """The n-th call of all, from 1, fails with EIO. `broke` is what it was, or ""."""

    def __init__(self, root: Path, number: int) -> None:
        """Count every call of the file layer."""
        super().__init__(root)
        self._left, self.broke = number, ""
        for name in CALLS:
            setattr(self, name, self._counted(name, getattr(self, name)))

    def _counted(self, name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def counted(*given: Any) -> Any:  # noqa: ANN401  it stands for every call
            self._left -= 1
            if self._left == 0:
                self.broke = name
                raise OSError(errno.EIO, name)
            return call(*given)

        return counted


class Halving(RecordingDisk):
    """No write is ever whole, unless it is of one byte."""

    def write(self, descriptor: int, body: bytes) -> int:
        """Write the first half."""
        return super().write(descriptor, body[: max(1, len(body) // 2)])


class Small(Disk):
    """A disk with room for so many bytes; like a real one it writes what still fits."""

    def __init__(self, left: int) -> None:
        """Begin with so much room."""
        self.left = left

    def write(self, descriptor: int, body: bytes) -> int:
        """Write what fits."""
        if self.left <= 0:
            raise OSError(errno.ENOSPC, "write")
        written = super().write(descriptor, body[: self.left])
        self.left -= written
        return written

    def allocate(self, descriptor: int, length: int) -> None:
        """Take the room."""
        if self.left < length:
            raise OSError(errno.ENOSPC, "allocate")
        super().allocate(descriptor, length)
        self.left -= length

    def truncate(self, descriptor: int, length: int) -> None:
        """Give back what is cut off."""
        self.left += max(0, os.fstat(descriptor).st_size - length)
        super().truncate(descriptor, length)

    def remove(self, path: Path) -> None:
        """Give back what the file took."""
        if path.exists():
            self.left += path.stat().st_size
        super().remove(path)

    def room(self, folder: Path) -> int:
        """What is left."""
        return self.left
