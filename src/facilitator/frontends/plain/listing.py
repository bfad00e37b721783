"""Lists for the command line."""

from collections.abc import Iterable
from typing import TextIO

from facilitator.frontends.plain.writer import safe


def show(lines: Iterable[str], out: TextIO) -> None:
    """Print each line; nothing in it can reach the terminal as a control sequence (S14)."""
    for line in lines:
        print(safe(line), file=out)
    out.flush()
