"""The sum of the layout: words and choices into views that fit, whatever the window's size.

Pure: no terminal, no colours, no focus. Rows that can be chosen come before small print,
always; what must be read stands before them. When all of a prompt fits it is one view.
Else the views follow each other by 0, in a circle: the first one has something that can
be chosen wherever its words leave room, and none holds small print alone. Nothing is cut
and nothing is wider than the box (A5).
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from facilitator.frontends.tui.ink import MORE_ROW, Line, free_line
from facilitator.frontends.tui.inputs.state import Row
from facilitator.frontends.tui.rows import Box, is_long, more_lines
from facilitator.frontends.tui.view import Block, Drawing, View
from facilitator.wording.keys import MORE_LABEL


def lay_out(
    blocks: Sequence[Block], rows: tuple[Row, ...], box: Box, then: str = ""
) -> tuple[View, ...]:
    """Return the views of a prompt, one or more. The question is among the blocks.

    `then` is the label of the row that leads on from the last view, when something
    that is not words follows it, such as a code alone; else the circle closes.
    """
    return _Sum(blocks, rows, box, then).views()


class _Sum:
    """One layout being worked out."""

    def __init__(self, blocks: Sequence[Block], rows: tuple[Row, ...], box: Box, then: str) -> None:
        self._drawing = Drawing(rows, box)
        self._box = box
        self._then = then
        digits = self._drawing.digits
        long = [
            Block(f"{digits.get(at, '')}  {row.label}".strip())
            for at, row in enumerate(rows)
            if is_long(row, box)
        ]
        self._blocks = [*blocks, *long]

    def views(self) -> tuple[View, ...]:
        """Try the ways from the calmest to the tightest; the last one always does."""
        must = [block for block in self._blocks if not block.can_wait]
        bare = [block for block in must if not block.is_turn]
        sevens = self._chunks(self._box.rows, self._box.rows)
        is_board = self._drawing.has_keys  # it stays whole as long as that can be
        return (
            self._leaves([], must, sevens)
            or (not self._box.is_roomy and self._leaves([], bare, sevens))
            or (not is_board and self._leaves([], must, self._beside(must)))
            or self._leaves([], bare, sevens)
            or self._leaves([], bare, self._beside(bare))
            or self._words_first(must)
        )

    def _beside(self, head: list[Block]) -> list[list[list[int]]]:
        """Return the choices in views that leave room for these words, some on the first (A21)."""
        others = self._box.rows - self._box.high * (len(self._drawing.tail()) + 1)
        said, stays = self._drawing.height(head), self._drawing.height(self._stays())
        return self._chunks(others - said, others - stays)

    def _leaves(
        self, pages: list[list[Line]], head: list[Block], chunks: list[list[list[int]]]
    ) -> tuple[View, ...] | None:
        """Return pages of words, the choices, then small print; None where something is cut.

        As much small print as there is room for stands under the choices of the first view,
        and of the last one.
        """
        heads = [head, *([self._stays()] * (len(chunks) - 1))]
        under: list[Sequence[Block]] = [()] * len(chunks)
        rest = [block for block in self._blocks if block.can_wait]
        for at in dict.fromkeys((0, len(chunks) - 1)):
            is_only = len(chunks) + len(pages) == 1
            many = self._fitting(heads[at], chunks[at], rest, is_only=is_only)
            under[at], rest = rest[:many], rest[many:]
        asides = self._asides(rest)
        total = len(pages) + len(chunks) + len(asides)
        views = list(self._page_views(pages, 0, total))
        for n, chunk in enumerate(chunks):
            view = self._drawing.view(heads[n], chunk, self._more(len(views), total), under[n])
            if view is None:
                return None
            views.append(view)
        return (*views, *self._aside_views(asides, len(views), total))

    def _fitting(
        self, head: list[Block], units: list[list[int]], small: list[Block], *, is_only: bool
    ) -> int:
        """Return how many blocks of small print fit under these choices.

        Free rows between the choices are given up only where nothing else then follows.
        """
        calm = self._drawing.calmest(head, units, MORE_LABEL, ())
        for many in range(len(small), 0, -1):
            is_all = is_only and many == len(small)
            more = self._then if is_all else MORE_LABEL
            spacing = self._drawing.calmest(head, units, more, small[:many])
            if spacing and (is_all or (calm and spacing.choices == calm.choices)):
                return many
        return 0

    def _words_first(self, must: list[Block]) -> tuple[View, ...]:
        """Return the views of long words: pages, the last of them with choices where it can."""
        pages = self._text_pages(must)
        shared = [*self._stays(), Block("", drawn=tuple(pages[-1]))]
        ways = [(pages[:-1], shared)] if pages[1:] else []
        for before, head in [*ways, (pages, self._stays())]:
            found = self._leaves(before, head, self._beside(head))
            if found is not None:
                return found
        return self._without_question(pages)

    def _without_question(self, pages: list[list[Line]]) -> tuple[View, ...]:
        """Return the views of a question that leaves no room for a choice: it stands before."""
        room = self._box.rows - self._box.high * (len(self._drawing.tail()) + 1)
        chunks = self._chunks(room, room)
        asides = self._asides([block for block in self._blocks if block.can_wait])
        total = len(pages) + len(chunks) + len(asides)
        views = list(self._page_views(pages, 0, total))
        for chunk in chunks:
            more = self._more(len(views), total)
            views.append(self._drawing.view([], chunk, more) or self._drawing.cramped(chunk, more))
        return (*views, *self._aside_views(asides, len(views), total))

    def _companion(self) -> list[list[int]]:
        """Return what can be chosen beside small print: the line, or the row that leads on."""
        return self._drawing.line() or self._drawing.tail() or self._drawing.units()[:1]

    def _asides(self, small: Sequence[Block]) -> list[list[Block]]:
        """Return the small print by views, as much on each as fits beside a choice."""
        beside = sum(len(self._drawing.drawn(unit)) for unit in self._companion()) + self._box.high
        room = max(1, self._box.rows - self._drawing.height(self._stays()) - beside)
        groups: list[list[Block]] = []
        for part in (part for block in small for part in self._parts(block, room)):
            if groups and self._aside([*groups[-1], part], MORE_LABEL) is not None:
                groups[-1].append(part)
            else:
                groups.append([part])
        return groups

    def _parts(self, block: Block, room: int) -> list[Block]:
        """Return a block, or where it is higher than `room` its rows in parts of that height."""
        lines = self._drawing.text(block)
        if len(lines) <= room:
            return [block]
        cuts = range(0, len(lines), room)
        return [replace(block, drawn=tuple(lines[at : at + room])) for at in cuts]

    def _aside(self, small: Sequence[Block], more: str) -> View | None:
        view = self._drawing.view(self._stays(), self._companion(), more, small)
        return view and replace(view, is_aside=True)

    def _aside_views(self, groups: list[list[Block]], before: int, total: int) -> Iterator[View]:
        for at, group in enumerate(groups, start=before):
            view = self._aside(group, self._more(at, total))
            drawn = [line for block in group for line in self._drawing.text(block)]
            yield from (view,) if view else self._page_views([drawn], at, total)

    def _more(self, at: int, total: int) -> str:
        """Return the label of the row that leads on from view `at`, or "" for none."""
        if at == total - 1 and self._then:
            return self._then
        return MORE_LABEL if total > 1 or self._then else ""

    def _chunks(self, room: int, further: int) -> list[list[list[int]]]:
        """Return the choices a view: at most seven, at most `room` rows high, then `further`.

        Each is a row of its own, or keys that stand beside each other.
        """
        lead = sum(len(self._drawing.drawn(unit)) for unit in self._drawing.lead())
        chunks: list[list[list[int]]] = []
        height = 0
        for unit in self._drawing.units():
            high = len(self._drawing.drawn(unit))
            is_eighth = bool(chunks) and self._drawing.digits.get(unit[0]) == "1"
            most = (further if chunks[1:] else room) - lead
            if not chunks or is_eighth or height + high > most:
                chunks.append([])
                height = 0
            chunks[-1].append(unit)
            height += high
        return [[*self._drawing.lead(), *chunk, *self._drawing.tail()] for chunk in chunks or [[]]]

    def _stays(self) -> list[Block]:
        return [block for block in self._blocks if block.stays]

    def _text_pages(self, blocks: Sequence[Block]) -> list[list[Line]]:
        """Return the words of `blocks` in pages that leave room for the row "more"."""
        free = free_line(self._box.columns)
        room = self._box.rows - self._box.high - (2 if self._box.is_roomy else 0)
        pages: list[list[Line]] = []
        for block in blocks:
            lines = self._drawing.text(block)
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
