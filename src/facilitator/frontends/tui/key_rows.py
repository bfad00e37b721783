"""Drawing keys beside each other: letters and numbers on the screen (A3, A4).

Each is at least six columns wide, the free column before it included: there stands the
focus mark. They stand under each other like the keys of one board.
"""

from collections.abc import Sequence

from rich.cells import cell_len

from facilitator.frontends.tui.ink import Ink, Line, Span, Spot
from facilitator.frontends.tui.inputs.state import Row
from facilitator.frontends.tui.rows import Box

NARROWEST = 6
"""Columns of a key, for a finger on a screen that is full of 80 columns (A4)."""

_MOST_A_LINE = 10


def keys_a_line(box: Box, keys: int) -> int:
    """Return how many of so many keys stand beside each other.

    A few more than the most stay on one line where they fit: 0 to 10 is one scale.
    """
    fitting = max(1, (box.columns - 2 * box.margin) // NARROWEST)
    return keys if _MOST_A_LINE < keys <= fitting else min(_MOST_A_LINE, fitting)


def in_lines(targets: Sequence[int], most: int) -> list[list[int]]:
    """Return the keys by lines, at most `most` a line."""
    return [list(targets[at : at + most]) for at in range(0, len(targets), most)]


def key_lines(rows: tuple[Row, ...], targets: Sequence[int], box: Box, most: int) -> list[Line]:
    """Return the rows of cells of one line of keys, of `most` at most."""
    above = (box.high - 1) // 2
    return [
        _line([(at, rows[at].label if row == above else "") for at in targets], box, most)
        for row in range(box.high)
    ]


def _line(keys: Sequence[tuple[int, str]], box: Box, most: int) -> Line:
    """Keys end where the line above them ends; the mark of the first is in the margin."""
    first = max(0, box.margin - 1)
    room = box.columns - box.margin - first
    edges = [first + at * room // most for at in range(most + 1)]
    spans, spots = [Span(" " * first, Ink.GROUND)], []
    for (target, label), start, end in zip(keys, edges, edges[1:], strict=False):
        wide = end - start - 1
        left = (wide - cell_len(label)) // 2
        text = " " * left + label + " " * (wide - left - cell_len(label))
        spans += [Span(" ", Ink.GROUND), Span(text, Ink.CHOICE)]
        spots.append(Spot(start, end, target, start if label else -1))
    spans.append(Span(" " * (box.columns - edges[len(keys)]), Ink.GROUND))
    return Line(tuple(span for span in spans if span.text), tuple(spots))
