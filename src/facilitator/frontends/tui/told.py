"""A line about each choice: under its row, or for the row that has the focus (A21).

Pure, like layout. Where the lines have no room under all rows at once they share one
place above the notice, so that nothing moves when the focus does.
"""

from collections.abc import Sequence
from dataclasses import replace

from facilitator.frontends.tui.frame import Size
from facilitator.frontends.tui.ink import Ink, Line, Span, free_line, padded
from facilitator.frontends.tui.inputs.state import Row
from facilitator.frontends.tui.layout import lay_out
from facilitator.frontends.tui.rows import Box
from facilitator.frontends.tui.view import Block, View
from facilitator.frontends.tui.wrap import wrapped

_LONGEST_LINE = 80


def lay_out_told(
    blocks: Sequence[Block], rows: tuple[Row, ...], box: Box, size: Size, then: str
) -> tuple[tuple[View, ...], tuple[Line, ...]]:
    """Return the views of a prompt, and the shared place of what is told of its rows."""
    if not any(row.told for row in rows):
        return lay_out(blocks, rows, box, then), ()
    # In a low window nothing would tell such a line from the rows round it.
    under = lay_out(blocks, rows, replace(box, tells=True), then) if box.is_roomy else ()
    if len(under) == 1:
        return under, ()
    shared = _shared(rows, size)
    return lay_out(blocks, rows, replace(box, rows=box.rows - len(shared)), then), shared


def _shared(rows: Sequence[Row], size: Size) -> tuple[Line, ...]:
    """Return as many rows as the longest of these lines takes, each with what stands there."""
    indent = " " * (1 if size.is_narrow else 2)
    room = min(_LONGEST_LINE, size.columns - 2 * len(indent))
    told = {at: wrapped(row.told, room) for at, row in enumerate(rows) if row.told}
    free = free_line(size.columns)
    lines = []
    for n in range(max(len(one) for one in told.values())):
        here = tuple(
            (at, (Span(padded(indent + said[n], size.columns), Ink.TEXT),))
            for at, said in told.items()
            if n < len(said)
        )
        lines.append(replace(free, told=here))
    return tuple(lines)
