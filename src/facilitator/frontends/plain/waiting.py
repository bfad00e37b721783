"""Waiting at a terminal for a line or a break, whichever comes first.

A break raises nothing: it would end whatever goes on just then, and a storm of them would
end the program (S13).
"""

import os
import select
from array import array
from codecs import IncrementalDecoder, getincrementaldecoder
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType

AT_ONCE = 4096
"""Bytes: a terminal holds no longer line."""

MANY_WAIT = 2048
"""Bytes that wait in the terminal: nobody types so much ahead, somebody pasted it."""

MOST_WAITING = 8192
"""Letters of lines that are taken as answers one after the other; more are left out (S20)."""

PAUSE = 0.1
"""Seconds without anything new, after which a paste is over."""


class TooMuch:
    """Far more lines came at once than anybody means as answers; all of them were left out."""


class Waiting:
    """Collects what is typed into lines, and hears of breaks."""

    def __init__(self) -> None:
        """Begin with nothing typed."""
        self._came = ""
        self._is_broken = False
        self._ears: tuple[int, int] | None = None
        self._decoder: IncrementalDecoder | None = None

    @contextmanager
    def opened(self) -> Iterator[None]:
        """Hear of breaks from here on."""
        ears = self._ears = os.pipe2(os.O_NONBLOCK | os.O_CLOEXEC)
        try:
            yield
        finally:
            self._ears = None
            for one in ears:
                os.close(one)

    def wake(self, number: int, frame: FrameType | None) -> None:
        """Take a signal: the waiting ends, and nothing else."""
        self._is_broken = True
        if self._ears is not None:
            with suppress(BlockingIOError):
                os.write(self._ears[1], b".")

    def line(self, descriptor: int, encoding: str) -> str | TooMuch | None:
        """Return the next line with its end, "" at the end of input, None at a break.

        Lines come in their order. Raises OSError when the terminal has gone.
        """
        while True:
            if self._is_broken:
                self._forget_breaks()
                return None
            if self._is_too_much(descriptor, encoding):
                return TooMuch()
            line, end, rest = self._came.partition("\n")
            if end:
                self._came = rest
                return line + end
            if descriptor not in self._ready(descriptor):
                continue
            came = os.read(descriptor, AT_ONCE)
            if not came:
                line, self._came = self._came, ""
                return line
            self._came += self._text(came, encoding)

    def _is_too_much(self, descriptor: int, encoding: str) -> bool:
        """Look at what waits, where that is much; leave all of it out where it is too much.

        What somebody typed ahead stays in the terminal: the full screen may come next.
        """
        while len(self._came) <= MOST_WAITING:
            if _waiting(descriptor) < MANY_WAIT:
                return False
            self._came += self._text(os.read(descriptor, AT_ONCE), encoding)
        self._came = ""
        while select.select([descriptor], [], [], PAUSE)[0]:
            if not os.read(descriptor, AT_ONCE):
                break
        return True

    def put_back(self, typed: str) -> str:
        """Keep whole lines for after a break; return the one that is only half typed."""
        whole, end, half = (self._came + typed).rpartition("\n")
        self._came = whole + end
        return half

    def _ready(self, descriptor: int) -> list[int]:
        ears = [self._ears[0]] if self._ears is not None else []
        return select.select([descriptor, *ears], [], [])[0]

    def _forget_breaks(self) -> None:
        self._is_broken = False
        if self._ears is not None:
            with suppress(BlockingIOError):
                os.read(self._ears[0], AT_ONCE)

    def _text(self, came: bytes, encoding: str) -> str:
        if self._decoder is None:
            self._decoder = getincrementaldecoder(encoding)(errors="replace")
        return self._decoder.decode(came).replace("\r", "\n")


def _waiting(descriptor: int) -> int:
    """Return how many bytes of whole lines wait in a terminal."""
    import fcntl  # noqa: PLC0415  only where there is a terminal
    import termios  # noqa: PLC0415  as above

    found = array("i", [0])
    try:
        fcntl.ioctl(descriptor, termios.FIONREAD, found)
    except OSError:
        return 0
    return found[0]
