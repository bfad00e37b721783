"""One view of a prompt: words above, what can be chosen, small print below.

Pure: no terminal, no colours, no focus. It knows the rows of a prompt and the box that they
stand in, draws each of them once, and says how generously a view can be spaced.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rich.cells import cell_len

from facilitator.frontends.tui.ink import MORE_ROW, Ink, Line, Span, free_line
from facilitator.frontends.tui.inputs.state import Row, RowKind
from facilitator.frontends.tui.key_rows import in_lines, key_lines, keys_a_line
from facilitator.frontends.tui.rows import (
    Box,
    choice_lines,
    digits_of,
    more_lines,
    typing_lines,
)
from facilitator.frontends.tui.wrap import wrapped

LONGEST_LINE = 80
"""Columns of a line of words in a wide window: a longer one is lost on the way back (1.4.8)."""

_KEYS = (RowKind.KEY, RowKind.KEY_THAT_STAYS)


@dataclass(frozen=True, slots=True)
class Block:
    """Some words that stand together.

    `can_wait` is small print: it comes after the choices. The question `stays` on each
    view with choices. A turn is left out of a view that has no room for it.
    `drawn` are rows that are drawn already, as wide as the window, in place of the text.
    """

    text: str
    ink: Ink = Ink.TEXT
    can_wait: bool = False
    stays: bool = False
    is_turn: bool = False
    drawn: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class View:
    """One screenful: its rows, and what can be focused on it, in order from the top.

    `is_aside` tells that it is there for its small print, and that its choice stands on
    another view too.
    """

    lines: tuple[Line, ...]
    targets: tuple[int, ...]
    is_aside: bool = False

    @property
    def choices(self) -> tuple[int, ...]:
        """The rows of the input on this view, without "more"."""
        return tuple(target for target in self.targets if target != MORE_ROW)

    @property
    def has_turn(self) -> bool:
        """Whether it says above the question whose turn it is."""
        return any(span.ink is Ink.WHOSE for line in self.lines for span in line.spans)

    @property
    def begins(self) -> int:
        """The row that has the focus when somebody turns to this view."""
        if self.is_aside and MORE_ROW in self.targets:
            return MORE_ROW
        return self.targets[0] if self.targets else MORE_ROW


@dataclass(frozen=True, slots=True)
class Spacing:
    """How generous a view is: where it has free rows.

    `apart`: the question and the first choice; `turn`: the question under whose turn it is;
    `below`: small print under the choices; `words`: each paragraph; `choices`: each choice
    too, and each row of keys.
    """

    apart: bool = True
    turn: bool = True
    below: bool = True
    words: bool = True
    choices: bool = True


TIGHT = Spacing(apart=False, turn=False, below=False, words=False, choices=False)
_ROOMY = (
    Spacing(),
    Spacing(turn=False),
    Spacing(turn=False, below=False),
    Spacing(choices=False),
    Spacing(choices=False, turn=False, words=False),
    Spacing(choices=False, turn=False, words=False, below=False),
    TIGHT,
)


class Drawing:
    """The rows of one prompt in one box."""

    def __init__(self, rows: tuple[Row, ...], box: Box) -> None:
        """Begin with nothing drawn."""
        self._rows, self.box = rows, box
        self.digits = digits_of(rows)
        self._keys_a_line = keys_a_line(box, len(self._of(RowKind.KEY)))
        self._has_field = any(row.field is not None for row in rows) and not self.digits
        self._drawn_units: dict[int, list[Line]] = {}
        self._said_blocks: dict[Block, list[Line]] = {}

    def units(self) -> list[list[int]]:
        """Return what can be on one view or another."""
        whole = [[at] for at in self._of(RowKind.CHOICE, RowKind.PHRASE)]
        return whole + in_lines(self._of(RowKind.KEY), self._keys_a_line)

    def lead(self) -> list[list[int]]:
        """Return what is on every view before the choices: the line, the keys that stay."""
        return self.line() + in_lines(self._of(RowKind.KEY_THAT_STAYS), self._keys_a_line)

    def line(self) -> list[list[int]]:
        """Return the line that is typed into, where there is one."""
        return [[at] for at in self._of(RowKind.LINE)]

    @property
    def has_keys(self) -> bool:
        """Whether keys stand beside each other."""
        return bool(self._of(*_KEYS))

    def tail(self) -> list[list[int]]:
        """Return what is on every view after the choices, such as "Done"."""
        return [[at] for at in self._of(RowKind.DONE)]

    def _of(self, *kinds: RowKind) -> list[int]:
        return [at for at, row in enumerate(self._rows) if row.kind in kinds]

    def view(
        self,
        head: Sequence[Block],
        units: list[list[int]],
        more: str,
        small: Sequence[Block] = (),
    ) -> View | None:
        """Return a view, as generous as there is room for; None where something is cut."""
        spacing = self.calmest(head, units, more, small)
        if spacing is None:
            return None
        return self._spaced(head, units, more, small, spacing)

    def calmest(
        self, head: Sequence[Block], units: list[list[int]], more: str, small: Sequence[Block]
    ) -> Spacing | None:
        """Return the most generous spacing that fits, or None."""
        return next(
            (
                spacing
                for spacing in (_ROOMY if self.box.is_roomy else (TIGHT,))
                if len(self._spaced(head, units, more, small, spacing).lines) <= self.box.rows
            ),
            None,
        )

    def cramped(self, units: list[list[int]], more: str) -> View:
        """Return a view of choices alone, its first rows cut where they do not fit."""
        view = self._spaced([], units, more, (), TIGHT)
        return replace(view, lines=view.lines[-self.box.rows :])

    def _spaced(
        self,
        head: Sequence[Block],
        units: list[list[int]],
        more: str,
        small: Sequence[Block],
        spacing: Spacing,
    ) -> View:
        free = free_line(self.box.columns)
        targets = [target for unit in units for target in unit]
        drawn = [self.drawn(unit) for unit in units]
        if more:
            has_line = any(self._rows[unit[0]].field is not None for unit in units)
            shows_digit = not (self._has_field and has_line)
            drawn.append(more_lines(more, self.box, shows_digit=shows_digit))
            targets.append(MORE_ROW)
        lines: list[Line] = []
        for at, block in enumerate(head):
            is_free = spacing.words if at else spacing.apart
            if at and block.stays:
                is_free = spacing.turn
            elif at and head[at - 1].stays:
                is_free = spacing.apart
            lines += [free, *self.text(block)] if is_free else self.text(block)
        for at, choice in enumerate(drawn):
            is_free = spacing.choices or (spacing.apart and at == 0)
            lines += [free, *choice] if is_free else choice
        for at, block in enumerate(small):
            is_free = spacing.words if at else spacing.below
            lines += [free, *self.text(block)] if is_free else self.text(block)
        return View(tuple(lines), tuple(targets))

    def height(self, blocks: Sequence[Block]) -> int:
        """Return how many rows some words take."""
        return sum(len(self.text(block)) for block in blocks)

    def _is_keys(self, unit: list[int]) -> bool:
        return self._rows[unit[0]].kind in _KEYS

    def drawn(self, unit: list[int]) -> list[Line]:
        """Return the rows of a choice, or of keys beside each other; each is drawn once."""
        at = unit[0]
        if at not in self._drawn_units:
            self._drawn_units[at] = self._draw(unit)
        return self._drawn_units[at]

    def _draw(self, unit: list[int]) -> list[Line]:
        at = unit[0]
        row = self._rows[at]
        if self._is_keys(unit):
            return key_lines(self._rows, unit, self.box, self._keys_a_line)
        if row.field is not None:
            return typing_lines(row, row.field, at, self.box)
        return choice_lines(row, at, self.digits.get(at, ""), self.box)

    def text(self, block: Block) -> list[Line]:
        """Return the rows of some words; they are wrapped once."""
        if block.drawn:
            return list(block.drawn)
        if block not in self._said_blocks:
            self._said_blocks[block] = self._wrap(block)
        return self._said_blocks[block]

    def _wrap(self, block: Block) -> list[Line]:
        box = self.box
        indent = " " * max(1, box.margin)
        lines = wrapped(block.text, min(LONGEST_LINE, box.columns - 2 * len(indent)))
        return [self._said(indent, one, block.ink) for one in lines]

    def _said(self, indent: str, words: str, ink: Ink) -> Line:
        """Return one row of words; what is underlined is the words alone."""
        rest = " " * (self.box.columns - len(indent) - cell_len(words))
        spans = (Span(indent, Ink.GROUND), Span(words, ink), Span(rest, Ink.GROUND))
        return Line(tuple(span for span in spans if span.text))
