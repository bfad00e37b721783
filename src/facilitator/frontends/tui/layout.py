"""The sum of the layout: words and choices into views that fit, whatever the window's size.

Pure: no terminal, no colours, no focus. When all of a prompt fits it is one view.
Else the views follow each other by 0, in a circle: what need not be read (hint,
cue) goes after the choices; what must be read, when it is long, goes before them.
Nothing is cut and nothing is wider than the box (A5).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from facilitator.frontends.tui.ink import MORE_ROW, Ink, Line, Span, free_line, padded
from facilitator.frontends.tui.inputs.state import Row, RowKind
from facilitator.frontends.tui.key_rows import in_lines, key_lines, keys_a_line
from facilitator.frontends.tui.rows import (
    Box,
    choice_lines,
    digits_of,
    is_long,
    more_lines,
    typing_lines,
)
from facilitator.frontends.tui.wrap import wrapped
from facilitator.wording.keys import MORE_LABEL

_LONGEST_LINE = 80
"""Columns of a line of words in a wide window: a longer one is lost on the way back (1.4.8)."""

_KEYS = (RowKind.KEY, RowKind.KEY_THAT_STAYS)


@dataclass(frozen=True, slots=True)
class Block:
    """Some words that stand together. `can_wait` means that they may come after the choices.

    `drawn` are rows that are drawn already, as wide as the window, in place of the text.
    """

    text: str
    ink: Ink = Ink.TEXT
    can_wait: bool = False
    drawn: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class View:
    """One screenful: its rows, and what can be focused on it, in order from the top."""

    lines: tuple[Line, ...]
    targets: tuple[int, ...]

    @property
    def choices(self) -> tuple[int, ...]:
        """The rows of the input on this view, without "more"."""
        return tuple(target for target in self.targets if target != MORE_ROW)


@dataclass(frozen=True, slots=True)
class _Spacing:
    """How generous a view is: where it has free rows.

    `apart`: question, words and choices stand apart; `words`: each paragraph too;
    `choices`: each choice too, and each row of keys.
    """

    apart: bool = True
    words: bool = True
    choices: bool = True


_TIGHT = _Spacing(apart=False, words=False, choices=False)
_ROOMY = (
    _Spacing(),
    _Spacing(choices=False),
    _Spacing(choices=False, words=False),
    _TIGHT,
)


def lay_out(
    blocks: Sequence[Block], rows: tuple[Row, ...], box: Box, then: str = ""
) -> tuple[View, ...]:
    """Return the views of a prompt, one or more. The first block is the question.

    `then` is the label of the row that leads on from the last view, when something
    that is not words follows it, such as a code alone; else the circle closes.
    """
    return _Sum(blocks, rows, box, then).views()


class _Sum:
    """One layout being worked out."""

    def __init__(self, blocks: Sequence[Block], rows: tuple[Row, ...], box: Box, then: str) -> None:
        self._rows = rows
        self._box = box
        self._then = then
        self._digits = digits_of(rows)
        self._keys_a_line = keys_a_line(box, len(self._of(RowKind.KEY)))
        long = [
            Block(f"{self._digits.get(at, '')}  {row.label}".strip())
            for at, row in enumerate(rows)
            if is_long(row, box)
        ]
        self._blocks = [*blocks, *long]
        self._has_field = any(row.field is not None for row in rows) and not self._digits

    def views(self) -> tuple[View, ...]:
        """Try the ways from the calmest to the tightest; the last one always does."""
        first = [block for block in self._blocks if not block.can_wait]
        later = [block for block in self._blocks if block.can_wait]
        sevens = self._chunks(self._box.rows)
        return (
            self._choices_first(self._blocks, [], sevens)
            or self._choices_first(first, later, sevens)
            or (not self._of(*_KEYS) and self._choices_first(first, later, self._beside(first)))
            or self._words_first()
        )

    def _beside(self, head: list[Block]) -> list[list[list[int]]]:
        """Return the choices in views that leave room for these words, some on the first (A21)."""
        said = sum(len(self._text(block)) for block in head)
        return self._chunks(self._box.rows - said - self._box.high * (len(self._tail()) + 1))

    def _choices_first(
        self, head: list[Block], later: list[Block], chunks: list[list[list[int]]]
    ) -> tuple[View, ...] | None:
        pages = self._text_pages(later)
        total = len(chunks) + len(pages)
        views: list[View] = []
        for at, chunk in enumerate(chunks):
            view = self._view(head if at == 0 else head[:1], chunk, self._more(at, total))
            if view is None:
                return None
            views.append(view)
        return (*views, *self._page_views(pages, len(chunks), total))

    def _words_first(self) -> tuple[View, ...]:
        pages = self._text_pages(self._blocks)
        question = self._text(self._blocks[0])
        high = self._box.high
        room = self._box.rows - high * (len(self._tail()) + 1)
        repeats = len(question) <= room - self._box.longest_label
        chunks = self._chunks(room - (len(question) if repeats else 0))
        total = len(pages) + len(chunks)
        views = list(self._page_views(pages, 0, total))
        for at, chunk in enumerate(chunks, start=len(pages)):
            head = self._blocks[:1] if repeats else []
            view = self._view(head, chunk, self._more(at, total))
            views.append(view or self._cramped(head, chunk, self._more(at, total)))
        return tuple(views)

    def _more(self, at: int, total: int) -> str:
        """Return the label of the row that leads on from view `at`, or "" for none."""
        if at == total - 1 and self._then:
            return self._then
        return MORE_LABEL if total > 1 or self._then else ""

    def _chunks(self, room: int) -> list[list[list[int]]]:
        """Return the choices a view: at most seven, and at most `room` rows high.

        Each is a row of its own, or keys that stand beside each other.
        """
        room -= sum(len(self._drawn(unit)) for unit in self._lead())
        chunks: list[list[list[int]]] = []
        height = 0
        for unit in self._units():
            high = len(self._drawn(unit))
            is_eighth = bool(chunks) and self._digits.get(unit[0]) == "1"
            if not chunks or is_eighth or height + high > room:
                chunks.append([])
                height = 0
            chunks[-1].append(unit)
            height += high
        return chunks or [[]]

    def _units(self) -> list[list[int]]:
        """Return what can be on one view or another."""
        whole = [[at] for at in self._of(RowKind.CHOICE, RowKind.PHRASE)]
        return whole + in_lines(self._of(RowKind.KEY), self._keys_a_line)

    def _lead(self) -> list[list[int]]:
        """Return what is on every view before the choices: the line, the keys that stay."""
        lines = [[at] for at in self._of(RowKind.LINE)]
        return lines + in_lines(self._of(RowKind.KEY_THAT_STAYS), self._keys_a_line)

    def _tail(self) -> list[list[int]]:
        return [[at] for at in self._of(RowKind.DONE)]

    def _of(self, *kinds: RowKind) -> list[int]:
        return [at for at, row in enumerate(self._rows) if row.kind in kinds]

    def _view(self, head: Sequence[Block], chunk: list[list[int]], more: str) -> View | None:
        for spacing in _ROOMY if self._box.is_roomy else (_TIGHT,):
            view = self._spaced(head, chunk, more, spacing)
            if len(view.lines) <= self._box.rows:
                return view
        return None

    def _cramped(self, head: Sequence[Block], chunk: list[list[int]], more: str) -> View:
        view = self._spaced(head, chunk, more, _TIGHT)
        return View(view.lines[-self._box.rows :], view.targets)

    def _spaced(
        self, head: Sequence[Block], chunk: list[list[int]], more: str, spacing: _Spacing
    ) -> View:
        free = free_line(self._box.columns)
        units = [*self._lead(), *chunk, *self._tail()]
        targets = [target for unit in units for target in unit]
        drawn = [self._drawn(unit) for unit in units]
        if more:
            shows_digit = not (self._has_field and chunk)
            drawn.append(more_lines(more, self._box, shows_digit=shows_digit))
            targets.append(MORE_ROW)
        lines: list[Line] = []
        for at, part in enumerate(self._text(block) for block in head):
            is_free = spacing.words or (spacing.apart and at <= 1)
            lines += [free, *part] if is_free else part
        for at, choice in enumerate(drawn):
            is_free = spacing.choices or (spacing.apart and at == 0)
            lines += [free, *choice] if is_free else choice
        return View(tuple(lines), tuple(targets))

    def _is_keys(self, unit: list[int]) -> bool:
        return self._rows[unit[0]].kind in _KEYS

    def _drawn(self, unit: list[int]) -> list[Line]:
        at = unit[0]
        row = self._rows[at]
        if self._is_keys(unit):
            return key_lines(self._rows, unit, self._box, self._keys_a_line)
        if row.field is not None:
            return typing_lines(row, row.field, at, self._box)
        return choice_lines(row, at, self._digits.get(at, ""), self._box)

    def _text(self, block: Block) -> list[Line]:
        if block.drawn:
            return list(block.drawn)
        box = self._box
        indent = " " * max(1, box.margin)
        lines = wrapped(block.text, min(_LONGEST_LINE, box.columns - 2 * len(indent)))
        return [Line((Span(padded(indent + one, box.columns), block.ink),)) for one in lines]

    def _text_pages(self, blocks: Sequence[Block]) -> list[list[Line]]:
        """Return the words of `blocks` in pages that leave room for the row "more"."""
        free = free_line(self._box.columns)
        room = self._box.rows - self._box.high - (2 if self._box.is_roomy else 0)
        pages: list[list[Line]] = []
        for block in blocks:
            lines = self._text(block)
            gap = [free] if self._box.is_roomy else []
            if pages and len(pages[-1]) + len(gap) + len(lines) <= room:
                pages[-1] += gap + lines
            else:
                pages += [lines[at : at + room] for at in range(0, len(lines), room)]
        return pages

    def _page_views(self, pages: list[list[Line]], before: int, total: int) -> list[View]:
        free = [free_line(self._box.columns)] if self._box.is_roomy else []
        views = []
        for at, page in enumerate(pages, start=before):
            more = more_lines(self._more(at, total), self._box, shows_digit=True)
            views.append(View((*free, *page, *free, *more), (MORE_ROW,)))
        return views
