"""Drawing a QR code in half blocks, two modules a cell (T1).

Light comes from the background of the cell, so that space between lines stays
light: both light is a space on white, both dark a space on black, else a black
half block on white. It was read best of all ways that were tried, in every theme.
"""

from collections.abc import Sequence

from facilitator.frontends.tui.ink import Ink, Line, Span

_CELLS = {
    (False, False): (" ", Ink.CODE_LIGHT),
    (True, True): (" ", Ink.CODE_DARK),
    (True, False): ("▀", Ink.CODE_LIGHT),
    (False, True): ("▄", Ink.CODE_LIGHT),
}

_LARGE_MODULES = 57 + 2 * 4
"""Above version 10 (57 modules) and its quiet zone, a phone must come close."""

Modules = Sequence[Sequence[bool]]


def code_rows(modules: Modules) -> int:
    """Return how many rows of cells a code takes."""
    return (len(modules) + 1) // 2


def is_large(modules: Modules) -> bool:
    """Return whether a phone must come close to read it."""
    return len(modules) > _LARGE_MODULES


def code_lines(modules: Modules) -> tuple[Line, ...]:
    """Return the rows of cells of a code, quiet zone included as it was given."""
    lines = []
    for at in range(0, len(modules), 2):
        top = modules[at]
        bottom = modules[at + 1] if at + 1 < len(modules) else (False,) * len(top)
        lines.append(Line(_spans([_CELLS[pair] for pair in zip(top, bottom, strict=True)])))
    return tuple(lines)


def _spans(cells: list[tuple[str, Ink]]) -> tuple[Span, ...]:
    spans: list[Span] = []
    for text, ink in cells:
        if spans and spans[-1].ink is ink:
            spans[-1] = Span(spans[-1].text + text, ink)
        else:
            spans.append(Span(text, ink))
    return tuple(spans)
