"""Drawing one row that can be chosen: mark, number, words; or the line that is typed into.

Columns of a row, after the margin: the focus mark at 1, the number at 3, words from 6.
A target is as high as a finger needs on a screen of so many rows (A4).
"""

from dataclasses import dataclass

from rich.cells import cell_len

from facilitator.domain.keys import CHOICES_A_PAGE, MORE
from facilitator.frontends.tui.field import Field
from facilitator.frontends.tui.ink import MORE_ROW, Ink, Line, Span, Spot
from facilitator.frontends.tui.inputs.state import Row, RowKind
from facilitator.frontends.tui.wrap import field_lines, graphemes, wrapped
from facilitator.wording import full_screen as words

_MARK_AT = 1
_INDENT = 6
_TICKED, _UNTICKED = "[X]", "[ ]"
_TICKED_WIDE, _UNTICKED_WIDE = "[ X ]", "[   ]"
_CUT_SHORT = "..."
_LONGEST_LABEL = 80
_TALL_FIELD_ROWS = 3


@dataclass(frozen=True, slots=True)
class Box:
    """The columns and rows that are free for words and choices.

    `margin` is free on both sides; `is_roomy` allows free rows between things;
    `high` is how many rows a target has at least (A4); `tells` that what is told of a
    choice stands under it.
    """

    columns: int
    rows: int
    margin: int = 0
    is_roomy: bool = False
    high: int = 1
    tells: bool = False

    @property
    def label_columns(self) -> int:
        """The columns of a choice's words."""
        room = self.columns - 2 * self.margin - _INDENT - (1 if self.margin else 0)
        return min(_LONGEST_LABEL, room)

    @property
    def longest_label(self) -> int:
        """The rows that one choice may take; a longer one is shown whole as text before it."""
        return max(2, min(5, self.rows - 4))


def digits_of(rows: tuple[Row, ...]) -> dict[int, str]:
    """Return each choice's digit, 1 to 7 and again from 1: one digit always does (A21)."""
    choices = [at for at, row in enumerate(rows) if row.kind is RowKind.CHOICE]
    return {at: str(place % CHOICES_A_PAGE + 1) for place, at in enumerate(choices)}


def label_lines(row: Row, box: Box) -> tuple[str, ...]:
    """Return the words of a choice, wrapped, beside the box that is ticked where it has one."""
    return wrapped(row.label, box.label_columns - len(tick_of(row, box)))


def tick_of(row: Row, box: Box) -> str:
    """Return the box that is ticked, and the space after it; "" where nothing is ticked."""
    if row.is_marked is None:
        return ""
    if box.margin:
        return f"{_TICKED_WIDE if row.is_marked else _UNTICKED_WIDE}  "
    return f"{_TICKED if row.is_marked else _UNTICKED} "


def is_long(row: Row, box: Box) -> bool:
    """Return whether a choice's words take more rows than one choice may."""
    is_whole = row.kind in (RowKind.CHOICE, RowKind.PHRASE)
    return is_whole and len(label_lines(row, box)) > box.longest_label


def choice_lines(row: Row, target: int, digit: str, box: Box) -> list[Line]:
    """Return the rows of one choice, as many as its words need and a finger needs."""
    lines = list(label_lines(row, box))
    if len(lines) > box.longest_label:
        lines = lines[: box.longest_label]
        lines[-1] = _shortened(lines[-1], box.label_columns - len(tick_of(row, box)))
    # Where rows touch the last row, only the ground between them tells the two apart.
    ink = Ink.CHOICE if box.is_roomy or row.is_marked else Ink.ROW
    leads = [f"   {digit or ' '}  "] + [" " * _INDENT] * (len(lines) - 1)
    drawn = [
        _row((Span(lead, ink), *_said(row, line, at, box, ink)), target, at, box, ink)
        for at, (lead, line) in enumerate(zip(leads, lines, strict=True))
    ]
    if row.told and box.tells:
        told = wrapped(row.told, box.label_columns)
        drawn += [_panel(" " * _INDENT + line, target, -1, box, Ink.PANEL) for line in told]
    above = max(0, box.high - len(drawn)) // 2
    below = max(0, box.high - len(drawn) - above)
    free = _panel("", target, -1, box, ink)
    return [free] * above + drawn + [free] * below


def _said(row: Row, line: str, at: int, box: Box, ink: Ink) -> tuple[Span, ...]:
    """Return the words of a choice; a ticked one can be told from the others across a room."""
    tick = tick_of(row, box)
    gap = len(tick) - len(tick.rstrip())
    sign = "" if at else tick.rstrip()
    spans = (
        Span(sign, Ink.TICK if row.is_marked else ink),
        Span(" " * (gap if sign else len(tick)), ink),
        Span(line, Ink.TICKED if row.is_marked else ink),
    )
    return tuple(span for span in spans if span.text)


def more_lines(label: str, box: Box, *, shows_digit: bool) -> list[Line]:
    """Return the row that leads to the next view. Where digits are typed it has no digit."""
    return choice_lines(Row(label), MORE_ROW, MORE if shows_digit else "", box)


def typing_lines(row: Row, field: Field, target: int, box: Box) -> list[Line]:
    """Return the rows of a line that is typed into, wrapped: it never scrolls sideways (A5).

    When it has more rows than fit, those round the caret are shown.
    """
    at_most = max(2, box.rows // 3)
    letters = graphemes(field.before) + graphemes(field.after)
    shown = (words.MASK,) * len(letters) if row.masked else letters
    ranges = field_lines(shown, box.label_columns)
    caret = len(graphemes(field.before))
    at = max(n for n, (start, _) in enumerate(ranges) if start <= caret)
    first = max(0, min(at - at_most // 2, len(ranges) - at_most))
    window = ranges[first : first + at_most]
    drawn = []
    for n, (start, end) in enumerate(window):
        before_caret = "".join(shown[start:caret]) if first + n == at else None
        text = "".join(shown[start:end])
        drawn.append(_typed(text, n, target, box, before_caret, selected=field.is_selected))
    tall = min(_TALL_FIELD_ROWS, at_most) if row.tall and box.is_roomy else 1
    return drawn + [_panel("", target, -1, box)] * (max(tall, box.high) - len(drawn))


def _typed(
    text: str, n: int, target: int, box: Box, before_caret: str | None, *, selected: bool
) -> Line:
    line = _panel(" " * _INDENT + text, target, n, box)
    caret_at = -1
    if before_caret is not None:
        caret_at = box.margin + _INDENT + cell_len(before_caret)
    spans = line.spans
    if selected and text:
        left = Span(" " * _INDENT, Ink.CHOICE)
        rest = " " * (box.columns - 2 * box.margin - _INDENT - cell_len(text))
        inner = (left, Span(text, Ink.SELECTED), Span(rest, Ink.CHOICE))
        spans = (*_margin(box), *inner, *_margin(box))
    return Line(spans, line.spots, caret_at)


def _panel(text: str, target: int, at: int, box: Box, ink: Ink = Ink.CHOICE) -> Line:
    return _row((Span(text, ink),), target, at, box, ink)


def _row(said: tuple[Span, ...], target: int, at: int, box: Box, ink: Ink) -> Line:
    free = box.columns - 2 * box.margin - sum(cell_len(one.text) for one in said)
    rest = (Span(" " * free, ink),) if free > 0 else ()
    mark_at = box.margin + _MARK_AT if at == 0 else -1
    spot = Spot(0, box.columns, target, mark_at)
    return Line((*_margin(box), *said, *rest, *_margin(box)), (spot,))


def _margin(box: Box) -> tuple[Span, ...]:
    return (Span(" " * box.margin, Ink.GROUND),) if box.margin else ()


def _shortened(line: str, columns: int) -> str:
    letters = list(graphemes(line))
    while letters and cell_len("".join(letters)) > columns - len(_CUT_SHORT):
        letters.pop()
    return "".join(letters).rstrip() + _CUT_SHORT
