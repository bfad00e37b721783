"""The whole screen as rows: header, progress, words and choices, notice, footer.

Pure, like layout. A sheet has exactly as many rows and columns as the window; where
it has more than one view, `view` says which is shown. The order is always the same.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rich.cells import cell_len

from facilitator.domain.prompt import Notice, Prompt
from facilitator.frontends.tui.bars import pictures_of
from facilitator.frontends.tui.code import Modules, code_lines, code_rows, is_large
from facilitator.frontends.tui.frame import (
    PLAIN_GLYPHS,
    Glyphs,
    Size,
    footer_of,
    header_of,
    in_place_of,
    notice_of,
    progress_of,
    with_standing,
)
from facilitator.frontends.tui.ink import Ink, Line, Span, Spot, Target, free_line, padded
from facilitator.frontends.tui.inputs.state import Row
from facilitator.frontends.tui.layout import Block, View, lay_out
from facilitator.frontends.tui.rows import Box
from facilitator.frontends.tui.wrap import wrapped
from facilitator.wording import full_screen as words

_BESIDE_A_CODE = 34
_FOCUS_MARK = ">"
_MARKED_INKS = (Ink.CHOICE, Ink.ROW, Ink.KEY, Ink.PANEL)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The views of one prompt at one size, without the focus.

    `bodies` are the rows between header and notice, one tuple a view.
    """

    top: tuple[Line, ...]
    bodies: tuple[tuple[Line, ...], ...]
    views: tuple[View, ...]
    bottom: tuple[Line, ...]
    code_view: int = -1

    def plain_lines(self, view: int) -> tuple[Line, ...]:
        """Return every row of a view, nothing marked."""
        if view == self.code_view:
            return self.bodies[view]
        return (*self.top, *self.bodies[view], *self.bottom)

    def lines(self, view: int, *marked: Target) -> tuple[Line, ...]:
        """Return every row of a view, what is focused or scanned marked and in its own ink."""
        return tuple(_marked(line, marked) for line in self.plain_lines(view))


def with_same_leaves(sheet: Sheet, without: Sheet, notice: Notice, size: Size) -> Sheet:
    """Return a sheet on which a notice moves no row to another leaf (A2).

    `sheet` has it in its place, `without` has not got it. Where its row drives a row from
    a leaf it takes the place of the first row: whoever is told that there is no 9 here has
    the same rows before them.
    """
    if [view.targets for view in sheet.views] == [view.targets for view in without.views]:
        return sheet
    top = in_place_of(without.top, notice, size)
    return sheet if top is None else replace(without, top=top)


def cursor_of(lines: Sequence[Line], focus: Target) -> tuple[int, int]:
    """Return the column and row where the terminal's cursor stands (A8).

    That is the caret where something is typed, else the mark of the focused row.
    """
    shown = [(y, line, spot) for y, line in enumerate(lines) if (spot := line.spot(focus))]
    for y, line, _ in shown:
        if line.caret_at >= 0:
            return line.caret_at, y
    for y, _, spot in shown:
        if spot.mark_at >= 0:
            return spot.mark_at, y
    return 0, len(lines) - 1


def too_small(size: Size) -> tuple[Line, ...]:
    """Return the rows of a window that is too small: words, as far as they go."""
    columns = max(1, size.columns)
    said = wrapped(words.TOO_SMALL, columns)[: size.rows]
    shown = tuple(Line((Span(padded(one, columns), Ink.TEXT),)) for one in said)
    return shown + (free_line(columns),) * (size.rows - len(shown))


def sheet_of(
    prompt: Prompt,
    rows: tuple[Row, ...],
    notes: tuple[str, ...],
    size: Size,
    modules: Modules | None = None,
    glyphs: Glyphs = PLAIN_GLYPHS,
    standing: str = "",
) -> Sheet:
    """Return everything there is to show of a prompt. `modules` is its code, if it has one.

    `standing` are words that stay above the commands on every view.
    """
    head = header_of(prompt, size)
    notice, notice_block = notice_of(prompt.notice, size)
    notice = with_standing(notice, standing, size)
    footer = footer_of(prompt, size)
    free = size.rows - len(head) - len(notice) - len(footer)
    beside = modules is not None and _fits_beside(modules, size.columns, free)
    if size.is_roomy and prompt.progress:
        with_progress = (*head, progress_of(prompt.progress, size, glyphs))
        if modules is None or not beside or code_rows(modules) <= free - 1:
            head, free = with_progress, free - 1
    alone = modules is not None and not beside and _fits_alone(modules, size)
    pictures = [Block("", drawn=one) for one in pictures_of(prompt.picture, size, glyphs)]
    blocks = [*_blocks(prompt, modules, pictures, fits=beside or alone), *notice_block]
    blocks += [Block(note, Ink.MUTED) for note in notes]
    box = _box(size, free, modules if beside else None)
    views = lay_out(blocks, rows, box, words.CODE_ALONE if alone else "")
    bodies = tuple(_body(view, box, size, free, modules if beside else None) for view in views)
    if modules is not None and alone:
        views = (*views, View((), ()))
        bodies = (*bodies, _alone(modules, size))
    code_view = len(views) - 1 if alone else -1
    return Sheet(head, bodies, views, (*notice, *footer), code_view)


def _marked(line: Line, targets: Sequence[Target]) -> Line:
    """Return a row with these targets in the ink of the focus, each with its mark in text."""
    for spot in line.spots:
        if spot.target in targets:
            line = replace(line, spans=tuple(_with_mark(line.spans, spot)))
    return line


def _with_mark(spans: Sequence[Span], spot: Spot) -> Iterator[Span]:
    """Yield the spans of a row, those on the spot marked. Each is on the spot or off it."""
    at = 0
    for span in spans:
        here, at = at, at + cell_len(span.text)
        if not spot.start <= here < spot.end:
            yield span
            continue
        text, inner = span.text, spot.mark_at - here
        if here <= spot.mark_at < at:
            text = text[:inner] + _FOCUS_MARK + text[inner + 1 :]
        yield Span(text, Ink.FOCUS if span.ink in _MARKED_INKS else span.ink)


def _blocks(
    prompt: Prompt, modules: Modules | None, pictures: list[Block], *, fits: bool
) -> list[Block]:
    blocks = [Block(prompt.question, Ink.QUESTION)]
    if prompt.hint:
        blocks.append(Block(prompt.hint, Ink.MUTED, can_wait=True))
    blocks += [Block(paragraph) for paragraph in prompt.body if paragraph]
    blocks += pictures
    if prompt.code:
        code = prompt.code
        said = [] if code.label == prompt.question else [Block(code.label)]
        if fits and modules is not None and is_large(modules):
            said.append(Block(words.CODE_CLOSER))
        said.append(Block(code.words))
        if not fits:
            # It leads to the words to copy, so it stands straight before them.
            said.append(Block(words.CODE_TOO_BIG))
        said += [Block(one, Ink.LARGE) for one in (code.phone, code.address) if one]
        blocks += said
    if prompt.cue:
        blocks.append(Block(words.CUE.format(cue=prompt.cue), Ink.MUTED, can_wait=True))
    return blocks


def _box(size: Size, free: int, beside: Modules | None) -> Box:
    margin = 0 if size.is_narrow else 2
    if beside is not None:
        return Box(size.columns - len(beside[0]) - 1, free, 0, size.is_roomy, size.high)
    return Box(size.columns, free, margin, size.is_roomy, size.high)


def _body(view: View, box: Box, size: Size, free: int, beside: Modules | None) -> tuple[Line, ...]:
    lines = view.lines + (free_line(box.columns),) * (free - len(view.lines))
    if beside is None:
        return lines
    code = code_lines(beside)
    rest = size.columns - box.columns
    gap = Span(" " * (rest - len(beside[0])), Ink.GROUND)
    joined = []
    for at, line in enumerate(lines):
        right = code[at].spans if at < len(code) else (Span(" " * len(beside[0]), Ink.GROUND),)
        joined.append(replace(line, spans=(*line.spans, gap, *right)))
    return tuple(joined)


def _fits_beside(modules: Modules, columns: int, free: int) -> bool:
    return code_rows(modules) <= free and columns - len(modules[0]) - 1 >= _BESIDE_A_CODE


def _fits_alone(modules: Modules, size: Size) -> bool:
    return code_rows(modules) <= size.rows and len(modules[0]) <= size.columns


def _alone(modules: Modules, size: Size) -> tuple[Line, ...]:
    code = code_lines(modules)
    above = (size.rows - len(code)) // 2
    left = (size.columns - len(modules[0])) // 2
    right = size.columns - len(modules[0]) - left
    white = Ink.CODE_LIGHT
    rows = [Line((Span(" " * left, white), *line.spans, Span(" " * right, white))) for line in code]
    light = Line((Span(" " * size.columns, white),))
    return (light,) * above + tuple(rows) + (light,) * (size.rows - above - len(rows))
