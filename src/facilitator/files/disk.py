"""Plain calls of the system behind one object, so that tests can record and break them (S2)."""

import os
from pathlib import Path

FILE_MODE, FOLDER_MODE = 0o600, 0o700

# Only Linux has the lighter of the two.
_sync = getattr(os, "fdatasync", os.fsync)


class Disk:
    """The real file system: open, write, truncate, sync, replace, remove."""

    def open_append(self, path: Path) -> int:
        """Open for appending, made with mode 0600 when it is new (S10)."""
        return os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC, FILE_MODE)

    def open_new(self, path: Path) -> int:
        """Open for writing from the start, mode 0600."""
        flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC
        return os.open(path, flags, FILE_MODE)

    def write(self, descriptor: int, body: bytes) -> int:
        """Write once; may write less than all."""
        return os.write(descriptor, body)

    def truncate(self, descriptor: int, length: int) -> None:
        """Cut to this many bytes."""
        os.ftruncate(descriptor, length)

    def sync(self, descriptor: int) -> None:
        """Return when the content is on the disk."""
        _sync(descriptor)

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
        path.mkdir(mode=FOLDER_MODE, exist_ok=True)
        self.sync_folder(path.parent)

    def sync_folder(self, path: Path) -> None:
        """Return when the names in a folder are on the disk."""
        descriptor = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
