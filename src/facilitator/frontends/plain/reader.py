"""Lines in: whatever arrives is a line, and the end of input is None."""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from types import FrameType
from typing import Any, TextIO

from facilitator.frontends.plain import terminal
from facilitator.frontends.plain.waiting import Waiting

LONGEST = 10_000
ENDED_FROM_OUTSIDE = 143
"""The exit code after SIGTERM, SIGHUP or a terminal that has gone."""


@dataclass(frozen=True, slots=True)
class Broken:
    """Somebody pressed Ctrl and C, or Ctrl and D where that does not lead out (S13).

    `typed` is what stood on the line.
    """

    typed: str = ""


class Reader:
    """Reads lines; bytes that are no text do not stop it."""

    def __init__(self, lines_in: TextIO, *, is_shut: bool = False) -> None:
        """Read from `lines_in`; `is_shut` where keys may not end it (S13)."""
        self._in, self._is_shut = lines_in, is_shut
        self._waiting = Waiting()
        if hasattr(lines_in, "reconfigure"):
            with suppress(ValueError, OSError):
                lines_in.reconfigure(errors="replace")

    @property
    def is_terminal(self) -> bool:
        """Whether somebody types here: it shows what is typed, the end of the line too."""
        return self._in.isatty()

    def line(self) -> str | Broken | None:
        """Return the next line without its end; None at the end of input."""
        try:
            line = self._typed() if self._is_ours else self._in.readline()
        except (KeyboardInterrupt, OSError, ValueError):
            return None
        if isinstance(line, Broken):
            return line
        if not line:
            is_typed = self._is_shut and self._is_ours and terminal.reads_lines(self._in.fileno())
            return Broken() if is_typed else None
        return line.rstrip("\r\n")[:LONGEST]

    def _typed(self) -> str | Broken:
        """Wait for a line or a break. What was typed ahead of a break is kept for after it."""
        line = self._waiting.line(self._in.fileno(), self._in.encoding)
        if line is not None:
            return line
        half = terminal.half_typed(self._in.fileno(), self._in.encoding)
        return Broken(self._waiting.put_back(half)[:LONGEST])

    @contextmanager
    def kept(self) -> Iterator[None]:
        """Let a break at a terminal lose no letter and stop nothing but the waiting.

        Ended from outside, the terminal is left as it was found (S13).
        """
        if not self._is_ours:
            yield
            return
        takes: dict[signal.Signals, Any] = {
            signal.SIGINT: self._waiting.wake,
            signal.SIGTERM: _ended,
            signal.SIGHUP: _ended,
            signal.SIGQUIT: signal.SIG_IGN,  # what it would leave behind holds people's words
        }
        before = {number: signal.signal(number, taken) for number, taken in takes.items()}
        try:
            with self._waiting.opened(), terminal.half_typed_kept(self._in.fileno()):
                yield
        finally:
            for number, taken in before.items():
                signal.signal(number, taken)

    @contextmanager
    def unseen(self) -> Iterator[None]:
        """Let the next line be typed unseen, where `can_hide`."""
        with terminal.unseen(self._in.fileno()):
            yield

    @property
    def can_hide(self) -> bool:
        """Whether a line can be typed unseen."""
        return self._is_ours

    @property
    def _is_ours(self) -> bool:
        return self._in is sys.stdin and self._in.isatty()


def _ended(number: int, frame: FrameType | None) -> None:
    raise SystemExit(ENDED_FROM_OUTSIDE)
