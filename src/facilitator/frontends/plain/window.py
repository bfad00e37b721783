"""Where the lines go: how wide it is now, which letters it shows, how it is cleared."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TextIO

COLUMNS = 80
"""Where nothing says how wide it is: a pipe, a file, a terminal that reports 0."""

ROWS = 24
WITHOUT_ACCENTS = ("C", "POSIX")
OF_PYTHON = ("C.UTF-8", "C.utf8", "UTF-8")
"""What Python sets for LC_CTYPE by itself where the language is C (PEP 538)."""

CLEARED = "\x1b[H\x1b[2J\x1b[3J"
"""The only escape codes of plain mode, written when somebody has said yes (A1): the
cursor to the top, the screen cleared, the lines above it too."""


def eighty() -> int:
    """Return 80."""
    return COLUMNS


@dataclass(frozen=True, slots=True)
class Window:
    """What the lines are written into; by itself a pipe.

    `columns` is asked anew for every row, in cells. `encoding` is "" for that of the
    output. `clearing` is what clears a terminal, "" where there is nothing to clear.
    """

    columns: Callable[[], int] = eighty
    encoding: str = ""
    clearing: str = ""


def window_of(out: TextIO, environment: Mapping[str, str]) -> Window:
    """Return what is known of the output, with the variables of the environment."""
    if not out.isatty():
        return Window()
    descriptor = out.fileno()
    return Window(
        columns=lambda: columns_of(descriptor, environment),
        encoding="ascii" if is_plain_english(environment) else "",
        clearing=_clearing(descriptor, environment),
    )


def columns_of(descriptor: int, environment: Mapping[str, str]) -> int:
    """Return the columns of a terminal now. A serial line reports 0: then COLUMNS, then 80."""
    try:
        columns = os.get_terminal_size(descriptor).columns
    except OSError:
        columns = 0
    told = environment.get("COLUMNS", "")
    return columns or (int(told) if told.isdecimal() and len(told) < len("10000") else 0) or COLUMNS


def is_plain_english(environment: Mapping[str, str]) -> bool:
    """Return whether the language is set to one that has no letter beyond ASCII."""
    whole = environment.get("LC_ALL", "")
    if whole:
        return whole in WITHOUT_ACCENTS
    letters = environment.get("LC_CTYPE", "")
    is_unsaid = letters in ("", *WITHOUT_ACCENTS, *OF_PYTHON)
    return is_unsaid and environment.get("LANG", "") in WITHOUT_ACCENTS


def _clearing(descriptor: int, environment: Mapping[str, str]) -> str:
    """A terminal that shows lines only is pushed free."""
    if environment.get("TERM", "dumb") not in ("dumb", ""):
        return CLEARED
    try:
        rows = os.get_terminal_size(descriptor).lines
    except OSError:
        rows = 0
    return "\n" * (rows or ROWS)
