"""The paragraphs of a body as blocks: a heading and its lines are one (M2).

Pure, like layout. What is one block stands apart from the next where there is room, and
a view breaks between blocks.
"""

from collections.abc import Iterable
from itertools import chain

from facilitator.domain.prompt import Heading
from facilitator.frontends.tui.frame import Size
from facilitator.frontends.tui.ink import Ink, Line, Span, padded
from facilitator.frontends.tui.view import LONGEST_LINE, Block
from facilitator.frontends.tui.wrap import wrapped

_IN = "  "


def body_blocks(body: Iterable[str], size: Size) -> list[Block]:
    """Return the blocks of a body in their order.

    In a small window the first part may go on over the leaf, or the question stood alone.
    """
    before, parts = _parts(body)
    blocks = [Block(paragraph) for paragraph in before]
    for at, part in enumerate(parts):
        rows = _drawn(part, size)
        if at == 0 and not size.is_roomy:
            blocks += [Block("", drawn=one) for one in (tuple(chain(*rows[:2])), *rows[2:])]
        else:
            blocks.append(Block("", drawn=tuple(chain(*rows))))
    return blocks


def _parts(body: Iterable[str]) -> tuple[list[str], list[list[str]]]:
    """Return the paragraphs before the first heading, then each heading with its lines."""
    before: list[str] = []
    parts: list[list[str]] = []
    for paragraph in body:
        if isinstance(paragraph, Heading):
            parts.append([paragraph])
        elif paragraph:
            (parts[-1] if parts else before).append(paragraph)
    return before, parts


def _drawn(part: list[str], size: Size) -> list[tuple[Line, ...]]:
    """Return a heading and its lines; the further rows of a line stand further in."""
    heading, *lines = part
    margin = " " if size.is_narrow else "  "
    inner = margin + _IN
    said = [_rows(line, Ink.TEXT, inner, inner + _IN, size) for line in lines]
    return [_rows(heading, Ink.LARGE, margin, margin, size), *said]


def _rows(text: str, ink: Ink, first: str, other: str, size: Size) -> tuple[Line, ...]:
    said = wrapped(text, min(LONGEST_LINE, size.columns - 2 * len(other)))
    leads = (first if not at else other for at in range(len(said)))
    shown = (padded(lead + one, size.columns) for lead, one in zip(leads, said, strict=True))
    return tuple(Line((Span(one, ink),)) for one in shown)
