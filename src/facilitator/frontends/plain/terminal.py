"""What a terminal line is asked for: typing unseen, and a line that is half typed."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

MOST = 4096
"""Bytes: a terminal holds no longer line."""

_LOCAL, _SIGNS = 3, 6
"""Places in what termios tells: local flags, signs."""


@contextmanager
def unseen(descriptor: int) -> Iterator[None]:
    """Do not show what is typed."""
    import termios  # noqa: PLC0415  only where there is a terminal

    with _flags(descriptor, lambda flags: flags & ~termios.ECHO, termios.TCSADRAIN):
        yield


@contextmanager
def half_typed_kept(descriptor: int) -> Iterator[None]:
    """Let the terminal keep what is half typed when Ctrl and C are pressed."""
    import termios  # noqa: PLC0415  only where there is a terminal

    with _flags(descriptor, lambda flags: flags | termios.NOFLSH, termios.TCSANOW):
        yield


@contextmanager
def _flags(descriptor: int, changed: Callable[[int], int], when: int) -> Iterator[None]:
    """Change the local flags, and put them back."""
    import termios  # noqa: PLC0415  only where there is a terminal

    before = termios.tcgetattr(descriptor)
    now = [*before]
    now[_LOCAL] = changed(before[_LOCAL])
    termios.tcsetattr(descriptor, when, now)
    try:
        yield
    finally:
        with suppress(termios.error):  # the terminal has gone
            termios.tcsetattr(descriptor, termios.TCSANOW, before)


def reads_lines(descriptor: int) -> bool:
    """Return whether a terminal is there and hands in lines: its end was then typed."""
    import termios  # noqa: PLC0415  only where there is a terminal

    try:
        return bool(termios.tcgetattr(descriptor)[_LOCAL] & termios.ICANON)
    except termios.error:
        return False


def half_typed(descriptor: int, encoding: str) -> str:
    """Take what is typed out of the terminal: whole lines, then the half one; "" for nothing."""
    import termios  # noqa: PLC0415  only where there is a terminal

    before = termios.tcgetattr(descriptor)
    by_letter = [*before]
    by_letter[_LOCAL] = before[_LOCAL] & ~termios.ICANON
    signs = [*before[_SIGNS]]
    signs[termios.VMIN], signs[termios.VTIME] = 0, 0
    by_letter[_SIGNS] = signs
    termios.tcsetattr(descriptor, termios.TCSANOW, by_letter)
    try:
        came = os.read(descriptor, MOST)
    except OSError:
        came = b""
    finally:
        termios.tcsetattr(descriptor, termios.TCSANOW, before)
    return came.decode(encoding, "replace").replace("\r", "\n")
