"""Plain calls of the system behind one object, so that tests can record and break them (S2).

Every file of the program is opened here. No call follows a link to a file or waits for a
pipe, and only plain files are handed out (S3, S13).
"""

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, NamedTuple

FILE_MODE, FOLDER_MODE = 0o600, 0o700

# Only Linux has the lighter of the two.
_sync = getattr(os, "fdatasync", os.fsync)

BLOCK = 64 * 1024

LARGEST = 64 * 1024 * 1024
"""Bytes: no file of ours grows beyond this, and nothing larger is read."""

_CAREFUL = os.O_NOFOLLOW | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC
# What the system says of a link, of a socket or an unused device, and of a folder.
_NOT_PLAIN = (errno.ELOOP, errno.ENXIO, errno.EISDIR)


class NotAPlainFile(OSError):  # noqa: N818  says what lies there
    """A link, pipe, device, socket or folder lies where a file should be."""


class TooLarge(OSError):  # noqa: N818  says what lies there
    """The file is larger than what may be read of it."""


class OpenFolder(NamedTuple):
    """A folder that is held open: names are looked up in it, wherever its path leads by then."""

    path: Path
    descriptor: int


def _opened_plain(
    path: Path | str, flags: int, mode: int = FILE_MODE, *, within: int | None = None
) -> int:
    """Open a plain file. Raises NotAPlainFile for anything else, OSError."""
    try:
        descriptor = os.open(path, flags, mode, dir_fd=within)
    except OSError as fault:
        if fault.errno in _NOT_PLAIN:
            raise NotAPlainFile(fault.errno, "no plain file") from fault
        raise
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise NotAPlainFile(errno.EINVAL, "no plain file")
    return descriptor


def _careful(path: str, flags: int) -> int:
    return _opened_plain(path, flags | _CAREFUL)


def _careful_following(path: str, flags: int) -> int:
    return _opened_plain(path, flags | _CAREFUL & ~os.O_NOFOLLOW)


class Disk:
    """The real file system: open, read, write, truncate, sync, replace, remove."""

    def open_append(self, path: Path) -> int:
        """Open for appending, made with mode 0600 when it is new (S10). Raises OSError."""
        flags = os.O_RDWR | os.O_APPEND | _CAREFUL
        try:
            return _opened_plain(path, flags)
        except FileNotFoundError:
            return _opened_plain(path, flags | os.O_CREAT | os.O_EXCL)

    @contextmanager
    def opened_folder(self, path: Path) -> Iterator[OpenFolder]:
        """Hold a folder open for what is made and moved in it. Raises OSError."""
        descriptor = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            yield OpenFolder(path, descriptor)
        finally:
            os.close(descriptor)

    def open_new(self, folder: OpenFolder, name: str, mode: int = FILE_MODE) -> int:
        """Make a file that nobody made before, and open it for writing. Raises OSError."""
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _CAREFUL
        descriptor = _opened_plain(name, flags, mode, within=folder.descriptor)
        with suppress(OSError):  # most sticks know no modes
            os.fchmod(descriptor, mode)  # whatever the mask of this program is
        return descriptor

    def open_read(self, path: Path) -> BinaryIO:
        """Open a plain file of at most LARGEST bytes for reading.

        Raises NotAPlainFile, TooLarge, OSError, as the reading itself may.
        """
        file = open(path, "rb", opener=_careful)  # noqa: SIM115  handed to whoever reads it
        if os.fstat(file.fileno()).st_size > LARGEST:
            file.close()
            raise TooLarge(errno.EFBIG, "too large")
        return file

    def read(self, path: Path, most: int = LARGEST) -> bytes:
        """Return all that is in a file of at most so many bytes.

        Raises NotAPlainFile, TooLarge, OSError.
        """
        with self.open_read(path) as file:
            if os.fstat(file.fileno()).st_size > most:
                raise TooLarge(errno.EFBIG, "too large")
            return file.read()

    def read_some(self, path: Path, most: int, *, follows: bool = False) -> bytes:
        """Return the first bytes of a plain file of any size, at most so many.

        `follows` a link, where a person named the file. Raises NotAPlainFile, OSError.
        """
        with open(path, "rb", opener=_careful_following if follows else _careful) as file:
            return file.read(most)

    def listed(self, folder: Path) -> list[Path]:
        """Return what is in a folder, in order of name; nothing where it cannot be read."""
        with suppress(OSError):
            return sorted(folder.iterdir())
        return []

    def names(self, folder: Path) -> list[str]:
        """Return the names in a folder, in no order. Raises OSError."""
        return os.listdir(folder)  # noqa: PTH208  ten thousand paths would cost the start more

    def is_ours(self, path: Path, most: int = LARGEST) -> bool:
        """Whether nothing is there, or a plain file of at most so many bytes. Raises OSError."""
        try:
            there = path.lstat()
        except FileNotFoundError:
            return True
        return stat.S_ISREG(there.st_mode) and there.st_size <= most

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

    def replace(self, folder: OpenFolder, source: str, target: str) -> None:
        """Put one file of a folder in place of another, in one move. Raises OSError."""
        at = folder.descriptor
        os.rename(source, target, src_dir_fd=at, dst_dir_fd=at)

    def remove(self, path: Path) -> None:
        """Take away a file, or what lies in its place; what is gone already is fine."""
        try:
            path.unlink(missing_ok=True)
        except IsADirectoryError:
            from shutil import rmtree  # noqa: PLC0415  a start needs none of it (P1)

            rmtree(path)

    def remove_from(self, folder: OpenFolder, name: str) -> None:
        """Take a file out of a folder. Raises OSError."""
        os.unlink(name, dir_fd=folder.descriptor)

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
        with self.opened_folder(path) as folder:
            os.fsync(folder.descriptor)
