"""Lines in: whatever arrives is a line, and the end of input is None."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TextIO

LONGEST = 10_000


class Reader:
    """Reads lines; bytes that are no text do not stop it."""

    def __init__(self, lines_in: TextIO) -> None:
        """Read from `lines_in`."""
        self._in = lines_in
        if hasattr(lines_in, "reconfigure"):
            with suppress(ValueError, OSError):
                lines_in.reconfigure(errors="replace")

    @property
    def is_echoed(self) -> bool:
        """Whether a terminal shows what is typed, the end of the line among it."""
        return self._in.isatty()

    def line(self) -> str | None:
        """Return the next line without its end; None at the end of input or on a break."""
        try:
            line = self._in.readline()
        except (KeyboardInterrupt, OSError, ValueError):
            return None
        if not line:
            return None
        return line.rstrip("\r\n")[:LONGEST]

    @contextmanager
    def unseen(self) -> Iterator[bool]:
        """Let the next line be typed unseen; yields whether that was possible."""
        if not (self._in is sys.stdin and self._in.isatty()):
            yield False
            return
        import termios  # noqa: PLC0415  only where there is a terminal

        descriptor = self._in.fileno()
        before = termios.tcgetattr(descriptor)
        silent = [*before]
        silent[3] = before[3] & ~termios.ECHO
        termios.tcsetattr(descriptor, termios.TCSADRAIN, silent)
        try:
            yield True
        finally:
            termios.tcsetattr(descriptor, termios.TCSADRAIN, before)
