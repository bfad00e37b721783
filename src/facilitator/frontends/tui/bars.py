"""A picture made of counts as rows: the words, and a bar that says no more than they do (T6).

Pure, like layout. In a wide window the bar stands beside its words, in a narrow one below
them. One ink for what was counted, one for the rest; no bar is red, none is ranked (M12).
"""

from collections.abc import Iterable, Sequence

from rich.cells import cell_len

from facilitator.domain.prompt import Bar
from facilitator.frontends.tui.frame import Glyphs, Size
from facilitator.frontends.tui.ink import Ink, Line, Span, padded
from facilitator.frontends.tui.wrap import wrapped

_LONGEST, _SHORTEST = 30, 10
"""Columns of a bar: with fewer it stands below its words."""


def pictures_of(bars: Iterable[Bar], size: Size, glyphs: Glyphs) -> tuple[tuple[Line, ...], ...]:
    """Return the rows of each part of a picture: a heading and the bars under it."""
    parts: list[list[Bar]] = []
    for bar in bars:
        if bar.heading or not parts:
            parts.append([])
        parts[-1].append(bar)
    # All bars begin in one column, so that meetings can be looked at beside each other.
    widest = max((cell_len(bar.words) for part in parts for bar in part), default=0)
    return tuple(_part(part, size, glyphs, widest) for part in parts)


def _part(bars: Sequence[Bar], size: Size, glyphs: Glyphs, widest: int) -> tuple[Line, ...]:
    indent = 1 if size.is_narrow else 2
    room = size.columns - 2 * indent
    if room - widest - 2 < _SHORTEST:
        widest = max(cell_len(bar.words) for bar in bars)
    beside = room - widest - 2
    lines = _words(bars[0].heading, Ink.TEXT, indent, size) if bars[0].heading else []
    for bar in bars:
        if beside >= _SHORTEST:
            drawn = _drawn(bar, min(beside, _LONGEST), glyphs)
            lead = Span(padded(" " * indent + bar.words, indent + widest + 2), Ink.TEXT)
            lines.append(_whole((lead, *drawn), size))
        else:
            lines += _words(bar.words, Ink.TEXT, indent, size)
            drawn = _drawn(bar, min(room, _LONGEST), glyphs)
            lines.append(_whole((Span(" " * indent, Ink.GROUND), *drawn), size))
    return tuple(lines)


def _words(text: str, ink: Ink, indent: int, size: Size) -> list[Line]:
    said = wrapped(text, size.columns - 2 * indent)
    return [Line((Span(padded(" " * indent + one, size.columns), ink),)) for one in said]


def _drawn(bar: Bar, columns: int, glyphs: Glyphs) -> tuple[Span, ...]:
    """Return the two parts of a bar; what was counted at all has a column at least."""
    long = round(bar.count * columns / bar.of) if bar.of else 0
    long = max(min(1, bar.count), min(columns, long))
    spans = (Span(glyphs.done * long, Ink.DONE), Span(glyphs.ahead * (columns - long), Ink.AHEAD))
    return tuple(span for span in spans if span.text)


def _whole(spans: tuple[Span, ...], size: Size) -> Line:
    wide = sum(cell_len(span.text) for span in spans)
    return Line((*spans, Span(" " * (size.columns - wide), Ink.GROUND)))
