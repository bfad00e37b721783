"""One program at a time on one data folder (S4)."""

import fcntl
import os
from pathlib import Path


class AlreadyOpen(Exception):  # noqa: N818  it is a word for the person
    """Another program holds the lock."""


class Lock:
    """A lock that the system lets go of when the program ends, however it ends."""

    def __init__(self, path: Path) -> None:
        """Take the lock. Raises AlreadyOpen, or OSError when there can be none here."""
        flags = os.O_RDWR | os.O_CREAT | os.O_CLOEXEC
        self._descriptor = os.open(path, flags, 0o600)
        try:
            fcntl.flock(self._descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as fault:
            os.close(self._descriptor)
            if isinstance(fault, BlockingIOError):
                raise AlreadyOpen(str(path)) from fault
            raise

    def release(self) -> None:
        """Let go of the lock."""
        os.close(self._descriptor)
