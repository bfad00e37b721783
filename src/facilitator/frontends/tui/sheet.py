"""The whole screen as rows: header, progress, words and choices, notice, footer.

Pure, like layout. A sheet has exactly as many rows and columns as the window; where
it has more than one view, `view` says which is shown. The order is always the same.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from rich.cells import cell_len

from facilitator.domain.prompt import GiveNumber, Notice, Prompt, Tone
from facilitator.frontends.tui.bars import pictures_of
from facilitator.frontends.tui.code import Modules, code_lines, code_rows, is_large
from facilitator.frontends.tui.contacts import contact_blocks
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
from facilitator.frontends.tui.parts import body_blocks
from facilitator.frontends.tui.rows import Box
from facilitator.frontends.tui.told import lay_out_told
from facilitator.frontends.tui.view import Block, View
from facilitator.frontends.tui.wrap import wrapped
from facilitator.wording import full_screen as words

_BESIDE_A_CODE = 34
_FOCUS_MARK = ">"
_IN_FOCUS = {
    **dict.fromkeys((Ink.CHOICE, Ink.ROW, Ink.TICKED, Ink.KEY, Ink.PANEL), Ink.FOCUS),
    Ink.TICK: Ink.TICK_IN_FOCUS,
}


class _Way(Enum):
    """How a sheet is made: where its message stands, and where its body."""

    AS_ALWAYS = auto()
    NOTICE_ABOVE = auto()
    BODY_AFTER = auto()


@dataclass(frozen=True, slots=True)
class Sheet:
    """The views of one prompt at one size, without the focus.

    `bodies` are the rows between header and notice, one tuple a view. `top` says whose
    turn it is; `top_with_turn` stands over a view that says so above its question.
    """

    top: tuple[Line, ...]
    top_with_turn: tuple[Line, ...]
    bodies: tuple[tuple[Line, ...], ...]
    views: tuple[View, ...]
    bottom: tuple[Line, ...]
    code_view: int = -1

    def plain_lines(self, view: int) -> tuple[Line, ...]:
        """Return every row of a view, nothing marked."""
        if view == self.code_view:
            return self.bodies[view]
        top = self.top_with_turn if self.views[view].has_turn else self.top
        return (*top, *self.bodies[view], *self.bottom)

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
    over_turn = in_place_of(without.top_with_turn, notice, size)
    if top is None or over_turn is None:
        return sheet
    return replace(without, top=top, top_with_turn=over_turn)


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

    `standing` are words that stay above the commands on every view. After a message the
    first view still shows what can be done: words that were read before give way to a
    refusal, and a short message moves up where it would take the last row.
    """

    def made(way: _Way) -> Sheet:
        return _sheet(prompt, rows, notes, size, modules, glyphs, standing, way)

    sheet, notice = made(_Way.AS_ALWAYS), prompt.notice
    first = sheet.views[0]
    if notice is None or (first.choices and (first.has_turn or not prompt.turn)):
        return sheet
    if notice.tone is Tone.CARE:
        other = sheet if first.choices else made(_Way.BODY_AFTER)
        return other if other.views[0].choices else sheet
    other = made(_Way.NOTICE_ABOVE)
    first, is_one_row = other.views[0], len(other.top) == len(sheet.top)
    is_better = first.choices and (first.has_turn or not prompt.turn)
    return other if is_better and is_one_row else sheet


def _sheet(
    prompt: Prompt,
    rows: tuple[Row, ...],
    notes: tuple[str, ...],
    size: Size,
    modules: Modules | None,
    glyphs: Glyphs,
    standing: str,
    way: _Way,
) -> Sheet:
    head, over_turn = _tops(prompt, size, way)
    notice, notice_block = notice_of(None if way is _Way.NOTICE_ABOVE else prompt.notice, size)
    notice = with_standing(notice, standing, size)
    footer = footer_of(prompt, size)
    free = size.rows - len(head) - len(notice) - len(footer)
    beside = modules is not None and _fits_beside(modules, size.columns, free)
    has_room = modules is None or not beside or code_rows(modules) <= free - 1
    if size.is_roomy and prompt.progress and has_room:
        progress = progress_of(prompt.progress, size, glyphs)
        head, over_turn, free = (*head, progress), (*over_turn, progress), free - 1
    alone = modules is not None and not beside and _fits_alone(modules, size)
    pictures = [Block("", drawn=one) for one in pictures_of(prompt.picture, size, glyphs)]
    drawn = pictures + contact_blocks(prompt.contacts, size)
    blocks = [*_blocks(prompt, modules, drawn, size, fits=beside or alone), *notice_block]
    if way is _Way.BODY_AFTER:
        blocks = [_after(block) for block in blocks]
    blocks += _small_print(prompt, notes)
    box = _box(size, free, modules if beside else None)
    then = words.CODE_ALONE if alone else ""
    views, told = lay_out_told(blocks, rows, box, size, then)
    free -= len(told)
    bodies = tuple(_body(view, box, size, free, modules if beside else None) for view in views)
    if modules is not None and alone:
        views = (*views, View((), ()))
        bodies = (*bodies, _alone(modules, size))
    code_view = len(views) - 1 if alone else -1
    return Sheet(head, over_turn, bodies, views, (*told, *notice, *footer), code_view)


def _tops(prompt: Prompt, size: Size, way: _Way) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """Return the header, and the one over a view that says whose turn it is."""
    if way is _Way.NOTICE_ABOVE and prompt.notice is not None:
        said = prompt.notice.words
        top = header_of(replace(prompt, turn=said, turn_short=said), size)
        return top, top
    top, bare = header_of(prompt, size), header_of(replace(prompt, turn="", turn_short=""), size)
    return top, bare if len(bare) == len(top) else top


def _after(block: Block) -> Block:
    """Return a block of the body as one that comes after the choices."""
    is_body = block.ink is Ink.TEXT or block.drawn
    return replace(block, can_wait=True) if is_body else block


def _marked(line: Line, targets: Sequence[Target]) -> Line:
    """Return a row with these targets in the ink of the focus, each with its mark in text.

    Of one target alone it tells what is told of it.
    """
    if line.told and len(targets) == 1:
        return replace(line, spans=dict(line.told).get(targets[0], line.spans))
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
        yield Span(text, _IN_FOCUS.get(span.ink, span.ink))


def _blocks(
    prompt: Prompt, modules: Modules | None, drawn: list[Block], size: Size, *, fits: bool
) -> list[Block]:
    blocks = [Block(prompt.turn, Ink.WHOSE, is_turn=True)] if prompt.turn else []
    blocks.append(Block(prompt.question, Ink.QUESTION, stays=True))
    blocks += body_blocks(prompt.body, size)
    asked = prompt.input
    if isinstance(asked, GiveNumber):
        ends = ((asked.low, asked.low_words), (asked.high, asked.high_words))
        means = [words.NUMBER_MEANS.format(number=at, words=said) for at, said in ends if said]
        blocks += [Block(" ".join(means))] if means else []
    blocks += drawn
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
    return blocks


def _small_print(prompt: Prompt, notes: tuple[str, ...]) -> list[Block]:
    """Return what need not be read: how to answer, the hint, the cue."""
    cue = words.CUE.format(cue=prompt.cue) if prompt.cue else ""
    small = [one for one in (*notes, prompt.hint, cue) if one]
    return [Block(one, Ink.MUTED, can_wait=True) for one in small]


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
