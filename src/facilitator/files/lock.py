"""One program at a time on one data folder (S4)."""

import errno
import fcntl
import os
from pathlib import Path

# Some shared disks lock only what is open for writing, which a folder never is.
_NO_FOLDER_LOCKS = (errno.EBADF, errno.EINVAL, errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS)


class AlreadyOpen(Exception):  # noqa: N818  it is a word for the person
    """Another program holds the lock."""


class Lock:
    """A lock on the folder itself, which no cleaner can take away while its files are used.

    The system lets go of it when the program ends, however it ends.
    """

    def __init__(self, folder: Path) -> None:
        """Take the lock. Raises AlreadyOpen, or OSError when there can be none here."""
        self._descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            self._take(folder)
        except OSError as fault:
            os.close(self._descriptor)
            if isinstance(fault, BlockingIOError):
                raise AlreadyOpen(str(folder)) from fault
            raise

    def _take(self, folder: Path) -> None:
        try:
            fcntl.flock(self._descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as fault:
            if fault.errno not in _NO_FOLDER_LOCKS:
                raise
            self._take_file(folder)

    def _take_file(self, folder: Path) -> None:
        """Lock a file in the folder instead, and see that it is still the one of its name."""
        flags = os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
        opened = os.open("lock", flags, 0o600, dir_fd=self._descriptor)
        os.close(self._descriptor)
        self._descriptor = opened
        fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if not os.path.samestat(os.fstat(opened), os.lstat(folder / "lock")):
            raise BlockingIOError(errno.EAGAIN, "another file was put in its place")

    def release(self) -> None:
        """Let go of the lock."""
        os.close(self._descriptor)
