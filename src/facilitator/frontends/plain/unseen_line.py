"""One line that is typed, unseen or seen, for the commands that print and end (S9)."""

from typing import TextIO

from facilitator.domain.text import safe
from facilitator.frontends.plain.letters import fitting
from facilitator.frontends.plain.reader import LONGEST, bounded_line
from facilitator.frontends.plain.terminal import unseen


def unseen_line(asked: str, lines_in: TextIO, told: TextIO) -> str | None:
    """Ask for a line that the terminal does not show; None at the end of input.

    `told` is where errors go, so that what is asked never lands in what is printed.
    """
    # Unseen first: whoever types at once, or ahead, must not be seen either.
    with unseen(lines_in.fileno()):
        print(fitting(safe(asked), told.encoding or "utf-8"), end="", file=told, flush=True)
        line = bounded_line(lines_in)
    print(file=told, flush=True)
    return line.rstrip("\r\n")[:LONGEST] if line else None


def seen_line(asked: str, lines_in: TextIO, told: TextIO) -> str | None:
    """Ask for a line that is no secret, where errors go; None at the end of input."""
    print(fitting(safe(asked), told.encoding or "utf-8"), end="", file=told, flush=True)
    line = bounded_line(lines_in)
    if not lines_in.isatty():
        print(file=told, flush=True)  # nobody pressed Enter there
    return line.rstrip("\r\n")[:LONGEST] if line else None
