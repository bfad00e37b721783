"""The whole screen as rows: header, progress, words and choices, notice, footer.

Pure, like layout. A sheet has exactly as many rows and columns as the window; where
it has more than one view, `view` says which is shown. The order is always the same.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from facilitator.domain.keys import KeyCommand
from facilitator.domain.prompt import Prompt
from facilitator.frontends.tui.code import Modules, code_lines, code_rows, is_large
from facilitator.frontends.tui.frame import (
    PLAIN_GLYPHS,
    Glyphs,
    Size,
    footer_of,
    header_of,
    notice_of,
    progress_of,
)
from facilitator.frontends.tui.ink import Ink, Line, Span, free_line, padded
from facilitator.frontends.tui.inputs.state import Row
from facilitator.frontends.tui.layout import Block, View, lay_out
from facilitator.frontends.tui.rows import Box
from facilitator.frontends.tui.wrap import wrapped
from facilitator.wording import full_screen as words

_TALL = 32
_BESIDE_A_CODE = 34
_FOCUS_MARK = ">"


@dataclass(frozen=True, slots=True)
class Sheet:
    """The views of one prompt at one size, without the focus.

    `bodies` are the rows between header and notice, one tuple a view; `commands`
    are the columns (first, after the last) of each command on the last row.
    """

    top: tuple[Line, ...]
    bodies: tuple[tuple[Line, ...], ...]
    views: tuple[View, ...]
    bottom: tuple[Line, ...]
    commands: tuple[tuple[int, int, KeyCommand], ...]
    code_view: int = -1

    def lines(self, view: int, focus: int) -> tuple[Line, ...]:
        """Return every row of a view, the focused choice marked and in its own ink."""
        if view == self.code_view:
            return self.bodies[view]
        body = (_focused(line) if line.target == focus else line for line in self.bodies[view])
        return (*self.top, *body, *self.bottom)


def cursor_of(lines: Sequence[Line], focus: int) -> tuple[int, int]:
    """Return the column and row where the terminal's cursor stands (A8).

    That is the caret where something is typed, else the mark of the focused row.
    """
    shown = [(y, line) for y, line in enumerate(lines) if line.target == focus]
    for y, line in shown:
        if line.caret_at >= 0:
            return line.caret_at, y
    for y, line in shown:
        if line.mark_at >= 0:
            return line.mark_at, y
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
) -> Sheet:
    """Return everything there is to show of a prompt. `modules` is its code, if it has one."""
    head = header_of(prompt, size)
    notice, notice_block = notice_of(prompt.notice, size)
    footer, commands = footer_of(prompt, size)
    free = size.rows - len(head) - len(notice) - 1
    beside = modules is not None and _fits_beside(modules, size.columns, free)
    if size.is_roomy and prompt.progress:
        with_progress = (*head, progress_of(prompt.progress, size, glyphs))
        if modules is None or not beside or code_rows(modules) <= free - 1:
            head, free = with_progress, free - 1
    alone = modules is not None and not beside and _fits_alone(modules, size)
    blocks = [*_blocks(prompt, modules, fits=beside or alone), *notice_block]
    blocks += [Block(note, Ink.MUTED) for note in notes]
    box = _box(size, free, modules if beside else None)
    views = lay_out(blocks, rows, box, words.CODE_ALONE if alone else "")
    bodies = tuple(_body(view, box, size, free, modules if beside else None) for view in views)
    if modules is not None and alone:
        views = (*views, View((), ()))
        bodies = (*bodies, _alone(modules, size))
    code_view = len(views) - 1 if alone else -1
    return Sheet(head, bodies, views, (*notice, footer), commands, code_view)


def _focused(line: Line) -> Line:
    spans = [
        replace(span, ink=Ink.FOCUS) if span.ink is Ink.CHOICE else span for span in line.spans
    ]
    if line.mark_at >= 0:
        at = 1 if spans[0].ink is Ink.GROUND else 0
        inner = line.mark_at - (len(spans[0].text) if at else 0)
        text = spans[at].text
        spans[at] = replace(spans[at], text=text[:inner] + _FOCUS_MARK + text[inner + 1 :])
    return replace(line, spans=tuple(spans))


def _blocks(prompt: Prompt, modules: Modules | None, *, fits: bool) -> list[Block]:
    blocks = [Block(prompt.question, Ink.QUESTION)]
    if prompt.hint:
        blocks.append(Block(prompt.hint, Ink.MUTED, can_wait=True))
    blocks += [Block(paragraph) for paragraph in prompt.body if paragraph]
    if prompt.code:
        code = prompt.code
        said = [] if code.label == prompt.question else [Block(code.label)]
        if not fits:
            said.append(Block(words.CODE_TOO_BIG))
        elif modules is not None and is_large(modules):
            said.append(Block(words.CODE_CLOSER))
        said.append(Block(code.words))
        said += [Block(one, Ink.LARGE) for one in (code.phone, code.address) if one]
        blocks += said
    if prompt.cue:
        blocks.append(Block(words.CUE.format(cue=prompt.cue), Ink.MUTED, can_wait=True))
    return blocks


def _box(size: Size, free: int, beside: Modules | None) -> Box:
    margin = 0 if size.is_narrow else 2
    if beside is not None:
        return Box(size.columns - len(beside[0]) - 1, free, 0, size.is_roomy)
    return Box(size.columns, free, margin, size.is_roomy, size.rows >= _TALL)


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
