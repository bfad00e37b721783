"""A folder for sound files that nobody else can read: in memory where that works (S10, A11)."""

import os
import shutil
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from facilitator.adapters.speech.leftovers import (
    MEMORY,
    NOT_YET_LOCKED,
    PREFIX,
    locked,
    sweep,
)
from facilitator.adapters.speech.making import NoRoom


class Room:
    """One folder at a time, in the first place that takes files."""

    def __init__(self, places: Sequence[Path] = ()) -> None:
        """Make nothing yet; without places it is memory first, then the disk."""
        self._places = tuple(places) or (MEMORY, Path(tempfile.gettempdir()))
        self._at = 0
        self._folder: Path | None = None
        self._lock = -1

    def folder(self) -> Path:
        """Return a folder that is there, made anew if somebody deleted it; raises NoRoom."""
        if self._folder is not None and self._folder.is_dir():
            return self._folder
        self.close()
        for at, place in enumerate(self._places[self._at :], self._at):
            with suppress(OSError):
                if os.access(place, os.W_OK):
                    sweep(place)
                    self._folder, self._at = self._made(place), at
                    return self._folder
        raise NoRoom

    def _made(self, place: Path) -> Path:
        """Make a folder that is locked before it has the name that others look for."""
        early = Path(tempfile.mkdtemp("", f"{NOT_YET_LOCKED}{PREFIX}{os.getpid()}-", place))
        folder = place / early.name.removeprefix(NOT_YET_LOCKED)
        try:
            self._lock = locked(early)
            return early.rename(folder)
        except OSError:
            shutil.rmtree(early, ignore_errors=True)
            raise

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
        if self._lock >= 0:
            os.close(self._lock)
            self._lock = -1
