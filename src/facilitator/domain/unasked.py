"""What a terminal answers although nobody at the keyboard pressed anything (S20).

Which terminal it is, its colours, its clipboard, its size, where its cursor stands: such
answers come in by the same line as keys, and are no word of anybody's.
"""

import re

LONG_BEGINS = re.compile(r"\x1b(?:\][0-9lL]|P[0-9>!]|_G)")
"""Colours, clipboard, title; names and settings; pictures. They go on to a bell or ESC \\."""

ASIDE_BEGINS = re.compile(r"\x1b\[[?>=]")
"""Which terminal it is, its modes. They go on to their first letter or sign."""

SHORT = re.compile(r"\x1b\[[0-9][0-9;]*[cnt]")
"""State, size. Whole; it has numbers, since without one it may be a key."""

_WHOLE = re.compile(
    rf"{LONG_BEGINS.pattern}[^\x07\x1b]*(?:\x07|\x1b\\)"
    rf"|{ASIDE_BEGINS.pattern}[0-?]*[ -/]*[@-~]"
    rf"|{SHORT.pattern}|\x1b\[[0-9]+;[0-9]+R"
)


def without_answers(line: str) -> str:
    """Return a line as it was typed, without what the terminal itself put into it."""
    return _WHOLE.sub("", line) if "\x1b" in line else line
