"""Lists for the command line."""

from collections.abc import Iterable
from typing import TextIO

from facilitator.domain.text import safe
from facilitator.frontends.plain.letters import fitting
from facilitator.frontends.plain.output import written


def show(lines: Iterable[str], out: TextIO) -> None:
    """Print each line; nothing in it can reach the terminal as a control sequence (S14).

    Raises NotWritten.
    """
    encoding = getattr(out, "encoding", None) or "utf-8"
    with written():
        for line in lines:
            print(fitting(safe(line), encoding), file=out)
        out.flush()
