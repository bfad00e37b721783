"""One line that is typed, unseen or seen, for the commands that print and end (S9)."""

from typing import TextIO

from facilitator.domain.text import safe
from facilitator.frontends.plain.letters import fitting
from facilitator.frontends.plain.output import written
from facilitator.frontends.plain.reader import LONGEST, bounded_line
from facilitator.frontends.plain.terminal import unseen


def unseen_line(asked: str, lines_in: TextIO, told: TextIO) -> str | None:
    """Ask for a line that the terminal does not show; None at the end of input.

    `told` is where errors go, so that what is asked never lands in what is printed.
    Raises NotWritten.
    """
    # Unseen first: whoever types at once, or ahead, must not be seen either.
    with unseen(lines_in.fileno()):
        _show(asked, told)
        line = _line_of(lines_in)
    with written():
        print(file=told, flush=True)
    return line.rstrip("\r\n")[:LONGEST] if line else None


def seen_line(asked: str, lines_in: TextIO, told: TextIO) -> str | None:
    """Ask for a line that is no secret, where errors go; None at the end of input.

    Raises NotWritten: what nobody was asked, nobody has answered.
    """
    _show(asked, told)
    line = _line_of(lines_in)
    if not lines_in.isatty():
        with written():
            print(file=told, flush=True)  # nobody pressed Enter there
    return line.rstrip("\r\n")[:LONGEST] if line else None


def _show(asked: str, told: TextIO) -> None:
    with written():
        print(fitting(safe(asked), told.encoding or "utf-8"), end="", file=told, flush=True)


def _line_of(lines_in: TextIO) -> str:
    """Return a line; "" at the end of input, and where it cannot be read: a folder, say."""
    try:
        return bounded_line(lines_in)
    except (OSError, ValueError):
        return ""
