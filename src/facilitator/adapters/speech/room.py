"""A folder for sound files that nobody else can read: in memory where that works (S10, A11)."""

import os
import re
import shutil
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from facilitator.adapters.speech.making import NoRoom

MEMORY = Path("/dev/shm")  # noqa: S108  what is said should not reach a disk
PREFIX = "facilitator-voice-"
_OWNER = re.compile(rf"{PREFIX}(\d+)-")
"""The process that made a folder is in its name."""


class Room:
    """One folder at a time, in the first place that takes files."""

    def __init__(self, places: Sequence[Path] = ()) -> None:
        """Make nothing yet; without places it is memory first, then the disk."""
        self._places = tuple(places) or (MEMORY, Path(tempfile.gettempdir()))
        self._at = 0
        self._folder: Path | None = None

    def folder(self) -> Path:
        """Return a folder that is there, made anew if somebody deleted it; raises NoRoom."""
        if self._folder is not None and self._folder.is_dir():
            return self._folder
        for at, place in enumerate(self._places[self._at :], self._at):
            with suppress(OSError):
                if os.access(place, os.W_OK):
                    _sweep(place)
                    made = tempfile.mkdtemp("", f"{PREFIX}{os.getpid()}-", place)
                    self._folder, self._at = Path(made), at
                    return self._folder
        raise NoRoom

    def leave(self) -> None:
        """Take the next place from now on: this one takes no more files."""
        if self._folder is not None and self._folder.is_dir():
            self._at += 1
        self.close()

    def anew(self) -> None:
        """Try the first place again."""
        if self._at:
            self.close()
            self._at = 0

    def close(self) -> None:
        """Remove the folder and all in it."""
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)
            self._folder = None


def _sweep(place: Path) -> None:
    """Remove the folders of programs that were killed: what they said is nobody's (S10)."""
    for one in place.glob(f"{PREFIX}*"):
        owner = _OWNER.match(one.name)
        if owner is not None and not _is_alive(int(owner[1])):
            shutil.rmtree(one, ignore_errors=True)


def _is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True
