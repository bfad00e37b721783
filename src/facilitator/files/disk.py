"""Plain calls of the system behind one object, so that tests can record and break them (S2)."""

import errno
import os
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

FILE_MODE, FOLDER_MODE = 0o600, 0o700

# Only Linux has the lighter of the two.
_sync = getattr(os, "fdatasync", os.fsync)

BLOCK = 64 * 1024


def _patient(path: str, flags: int) -> int:
    # A pipe that somebody put in place of a file would otherwise hold the program for ever.
    return os.open(path, flags | os.O_NONBLOCK)


class Disk:
    """The real file system: open, read, write, truncate, sync, replace, remove."""

    def open_append(self, path: Path) -> int:
        """Open for appending, made with mode 0600 when it is new (S10)."""
        return os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC, FILE_MODE)

    def open_new(self, path: Path) -> int:
        """Open for writing from the start, mode 0600."""
        flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC
        return os.open(path, flags, FILE_MODE)

    def open_read(self, path: Path) -> BinaryIO:
        """Open for reading. Raises OSError, as the reading itself may."""
        return open(path, "rb", opener=_patient)

    def read(self, path: Path) -> bytes:
        """Return all that is in a file. Raises OSError."""
        with self.open_read(path) as file:
            return file.read()

    def listed(self, folder: Path) -> list[Path]:
        """Return what is in a folder, in order of name; nothing where it cannot be read."""
        with suppress(OSError):
            return sorted(folder.iterdir())
        return []

    def write(self, descriptor: int, body: bytes) -> int:
        """Write once; may write less than all."""
        return os.write(descriptor, body)

    def truncate(self, descriptor: int, length: int) -> None:
        """Cut to this many bytes."""
        os.ftruncate(descriptor, length)

    def sync(self, descriptor: int) -> None:
        """Return when the content is on the disk."""
        _sync(descriptor)

    def size(self, descriptor: int) -> int:
        """Return how many bytes the open file has."""
        return os.fstat(descriptor).st_size

    def is_named(self, descriptor: int) -> bool:
        """Whether the open file still has a name in some folder, so that it outlives us."""
        return os.fstat(descriptor).st_nlink > 0

    def room(self, folder: Path) -> int:
        """Return how many bytes are free for us where this folder is. Raises OSError."""
        there = os.statvfs(folder)
        return there.f_bavail * there.f_frsize

    def allocate(self, descriptor: int, length: int) -> None:
        """Take so many bytes of the disk for this file. Raises OSError."""
        try:
            if hasattr(os, "posix_fallocate"):
                os.posix_fallocate(descriptor, 0, length)
                return
        except OSError as fault:
            if fault.errno not in (errno.EOPNOTSUPP, errno.EINVAL):
                raise
        for _ in range(0, length, BLOCK):
            self.write(descriptor, bytes(BLOCK))

    def close(self, descriptor: int) -> None:
        """Let go of it."""
        os.close(descriptor)

    def replace(self, source: Path, target: Path) -> None:
        """Put one file in place of another, in one move."""
        source.replace(target)

    def remove(self, path: Path) -> None:
        """Take a file away; one that is gone already is fine."""
        path.unlink(missing_ok=True)

    def make_folder(self, path: Path) -> None:
        """Make a folder and those above it, mode 0700, and sync each parent (S10)."""
        if path.is_dir():
            return
        self.make_folder(path.parent)
        self.make_one_folder(path)
        try:
            self.sync_folder(path.parent)
        except OSError:
            # Left there it would be taken as synced at the next try.
            with suppress(OSError):
                self.remove_folder(path)
            raise

    def make_one_folder(self, path: Path) -> None:
        """Make a folder whose parent is there, mode 0700."""
        path.mkdir(mode=FOLDER_MODE, exist_ok=True)

    def remove_folder(self, path: Path) -> None:
        """Take an empty folder away. Raises OSError."""
        path.rmdir()

    def sync_folder(self, path: Path) -> None:
        """Return when the names in a folder are on the disk."""
        descriptor = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
