"""Lines in: whatever arrives is a line, and the end of input is None."""

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from types import FrameType
from typing import TextIO

from facilitator.domain.exit_codes import ENDED_FROM_OUTSIDE
from facilitator.domain.unasked import without_answers
from facilitator.frontends.plain import terminal
from facilitator.frontends.plain.waiting import TooMuch, Waiting

LONGEST = 10_000


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
        self._is_waiting = self._is_broken = False  # where there is no terminal
        if hasattr(lines_in, "reconfigure"):
            with suppress(ValueError, OSError):
                lines_in.reconfigure(errors="replace")

    @property
    def is_terminal(self) -> bool:
        """Whether somebody types here: it shows what is typed, the end of the line too."""
        return self._in.isatty()

    def line(self) -> str | Broken | TooMuch | None:
        """Return the next line without its end; None at the end of input."""
        try:
            line = self._typed() if self._is_ours else self._piped()
        except (KeyboardInterrupt, OSError, ValueError):
            return None
        finally:
            self._is_waiting = False
        if isinstance(line, Broken | TooMuch):
            return line
        if not line:
            is_typed = self._is_shut and self._is_ours and terminal.reads_lines(self._in.fileno())
            return Broken() if is_typed else None
        return without_answers(line.rstrip("\r\n"))[:LONGEST]

    def _piped(self) -> str:
        # Only here may a break end what goes on: never between an answer and its keeping.
        self._is_waiting = True
        if self._is_broken:
            raise KeyboardInterrupt
        return bounded_line(self._in)

    def _broke(self, number: int, frame: FrameType | None) -> None:
        self._is_broken = True
        if self._is_waiting:
            raise KeyboardInterrupt

    def _typed(self) -> str | Broken | TooMuch:
        """Wait for a line or a break. What was typed ahead of a break is kept for after it."""
        line = self._waiting.line(self._in.fileno(), self._in.encoding)
        if line is not None:
            return line
        half = terminal.half_typed(self._in.fileno(), self._in.encoding)
        return Broken(self._waiting.put_back(half)[:LONGEST])

    @contextmanager
    def kept(self) -> Iterator[None]:
        """Let a break lose no letter and stop nothing but the waiting.

        Ended from outside, a terminal is left as it was found (S13).
        """
        if self._in is not sys.stdin:
            yield
            return
        with ExitStack() as put_back:
            if not self._is_ours:
                if not self._is_shut:
                    _take(put_back, signal.SIGINT, self._broke)
                yield
                return
            put_back.enter_context(self._waiting.opened())
            _take(put_back, signal.SIGINT, self._waiting.wake)
            _take(put_back, signal.SIGTERM, _ended)
            _take(put_back, signal.SIGHUP, _ended)
            # What it would leave behind holds people's words.
            _take(put_back, signal.SIGQUIT, signal.SIG_IGN)
            put_back.enter_context(terminal.half_typed_kept(self._in.fileno()))
            yield

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


def bounded_line(lines_in: TextIO) -> str:
    """Return the next line with its end; of one longer than LONGEST its beginning (S20)."""
    line = more = lines_in.readline(LONGEST + 1)
    while more and not more.endswith("\n"):
        more = lines_in.readline(LONGEST + 1)
    return line


def _take(
    put_back: ExitStack,
    number: signal.Signals,
    taken: Callable[[int, FrameType | None], None] | signal.Handlers,
) -> None:
    before = signal.signal(number, taken)
    put_back.callback(signal.signal, number, before)


def _ended(number: int, frame: FrameType | None) -> None:
    raise SystemExit(ENDED_FROM_OUTSIDE)
