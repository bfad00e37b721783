"""The test code of the doctor: the one thing here that is drawn, on a terminal, when asked for."""

from collections.abc import Sequence
from itertools import zip_longest
from typing import TextIO

from facilitator.frontends.plain.output import written
from facilitator.wording import command_line as words

BLACK, WHITE, AS_BEFORE = "\x1b[40m", "\x1b[107m", "\x1b[0m"
UPPER, LOWER = "\u2580", "\u2584"
INK = "\x1b[30m"


def show_code(modules: Sequence[Sequence[bool]], out: TextIO, *, columns: int, rows: int) -> None:
    """Draw a code in half blocks, two rows of modules a line, or say what it needs (T1).

    Raises NotWritten.
    """
    wide, high = len(modules), (len(modules) + 1) // 2
    if columns < wide or rows < high:
        lines = [words.DOCTOR_CODE_SMALL.format(columns=wide, rows=high)]
    else:
        pairs = zip_longest(modules[::2], modules[1::2], fillvalue=(False,) * wide)
        lines = [_line(above, below) for above, below in pairs]
    with written():
        for line in lines:
            print(line, file=out)
        out.flush()


def _line(above: Sequence[bool], below: Sequence[bool]) -> str:
    """Light comes from the ground, so that line spacing leaves no seam."""
    cells = []
    for upper, lower in zip(above, below, strict=True):
        if upper and lower:
            cells.append(f"{BLACK} ")
        else:
            half = UPPER if upper else LOWER if lower else " "
            cells.append(f"{WHITE}{INK}{half}")
    return "".join(cells) + AS_BEFORE
