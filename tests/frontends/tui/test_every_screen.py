"""Every screen of the program, at five sizes, in every theme: nothing cut, mixed up or faint."""

import itertools
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import pytest
from rich.color import ColorSystem

from facilitator.adapters.qr.maker import QrCodeMaker
from facilitator.domain.keys import KeyCommand
from facilitator.domain.prompt import GiveNumber, Notice, Prompt, Tone, WriteText
from facilitator.domain.records import Theme, Ways
from facilitator.frontends.tui.frame import Size
from facilitator.frontends.tui.ink import MORE_ROW, Ink, Line
from facilitator.frontends.tui.inputs import state_for
from facilitator.frontends.tui.inputs.state import InputState, Row, RowKind
from facilitator.frontends.tui.sheet import Sheet, sheet_of
from facilitator.frontends.tui.themes import Depth, styles_for
from facilitator.frontends.tui.wrap import wrapped
from tests.everywhere import every_prompt
from tests.frontends.tui.colours import LINUX, RGB, XTERM, Pen, contrast, pens

SIZES = [Size(40, 12), Size(50, 14), Size(60, 16), Size(80, 24), Size(120, 40)]
CODE = (Ink.CODE_LIGHT, Ink.CODE_DARK)
DEPTHS: tuple[tuple[Depth, ColorSystem, tuple[RGB, ...]], ...] = (
    (Depth.MANY, ColorSystem.TRUECOLOR, XTERM),
    (Depth.CUBE, ColorSystem.EIGHT_BIT, XTERM),
    (Depth.SIXTEEN, ColorSystem.STANDARD, XTERM),
    (Depth.SIXTEEN, ColorSystem.STANDARD, LINUX),
)
WORDS, MARK = 7, 3
LONG_LABEL = 60
"""Letters of a row that is made of somebody's words: it is shown whole before the choices."""
SAVED = Notice("Saved.", Tone.SAVED)
REFUSED = Notice("Please give a number from 1 to 30. You can say it as a word too.", Tone.CARE)


def states_of(prompt: Prompt) -> Iterator[InputState]:
    """Yield the ways in which a prompt can stand on the screen: list, line, letters."""
    yield state_for(prompt.input)
    if state_for(prompt.input).marks_without_giving:
        ticked = state_for(prompt.input)
        for row in range(0, len(ticked.rows()), 2):
            ticked.mark(row)
        yield ticked
    asked = prompt.input
    if isinstance(asked, GiveNumber):
        yield state_for(asked, Ways(keyboard=True))
    if isinstance(asked, WriteText):
        for ways in (Ways(), Ways(keyboard=True)):
            state = state_for(asked, ways)
            if asked.ready:
                state.enter(len(asked.ready))
            yield state


def sheets(size: Size) -> Iterator[tuple[Prompt, InputState, Sheet]]:
    """Yield every screen at this size, some with the word of an answer or a refusal."""
    codes = QrCodeMaker()
    for at, prompt in enumerate(every_prompt()):
        said = (None, SAVED, REFUSED)[at % 3]
        shown = replace(prompt, notice=prompt.notice or said)
        modules = codes.modules(prompt.code.target) if prompt.code else None
        for state in states_of(prompt):
            yield shown, state, sheet_of(shown, state.rows(), state.notes, size, modules)


def words_to_show(prompt: Prompt, state: InputState) -> Iterator[str]:
    """Yield everything that has to be readable on some view of a screen."""
    yield from (prompt.where or prompt.title, prompt.turn_short)
    yield from (prompt.question, *prompt.body, prompt.hint, prompt.cue)
    yield prompt.notice.words if prompt.notice else ""
    yield from (row.label for row in state.rows())
    if prompt.code is not None:
        yield from (prompt.code.label, prompt.code.phone, prompt.code.address)
        yield prompt.code.words


def run_together(text: str) -> str:
    """Return a text without spaces, so that wrapping does not matter."""
    return "".join(text.split())


def shown_on(lines: tuple[Line, ...]) -> str:
    """Return the words of a view from top to bottom, codes left out."""
    spans = (span for line in lines for span in line.spans if span.ink not in CODE)
    return run_together("".join(span.text for span in spans))


def faults(prompt: Prompt, state: InputState, sheet: Sheet, size: Size) -> list[str]:
    """Return what is cut, mixed up, wider or higher than the window."""
    found: list[str] = []
    seen = ""
    for view in range(len(sheet.views)):
        first = sheet.views[view].targets
        lines = sheet.lines(view, *first[:1])
        seen += f"\n{shown_on(lines)}"
        if len(lines) != size.rows:
            found.append(f"view {view} has {len(lines)} rows")
        found += [f"a row is {one.width} wide" for one in lines if one.width != size.columns]
        found += [f"spots meet on a row: {one.text}" for one in lines if overlap(one)]
    for text in words_to_show(prompt, state):
        # A text of several pages is looked for sentence by sentence.
        parts = text.split(". ") if run_together(text) not in seen else [text]
        missing = [one for one in parts if not is_shown(run_together(one), seen)]
        found += [f"not whole: {one}" for one in missing]
    targets = {target for view in sheet.views for target in view.targets}
    found += [f"row {at} cannot be reached" for at in set(range(len(state.rows()))) - targets]
    if sheet.code_view < 0 and KeyCommand.HELP.value not in shown_on(sheet.bottom).casefold():
        found.append("no help")
    return found


def least_rows(state: InputState, size: Size) -> int:
    """Return the rows that the line, one choice and the row More need on a view (A4)."""
    kinds = [row.kind for row in state.rows()]
    every_view = sum(kind in (RowKind.LINE, RowKind.DONE) for kind in kinds)
    board = 2 if RowKind.KEY_THAT_STAYS in kinds else 0
    is_more_to_choose = any(kind in (RowKind.CHOICE, RowKind.PHRASE, RowKind.KEY) for kind in kinds)
    typed = max((len(row.field.text) for row in state.rows() if row.field), default=0)
    further = min(size.rows // 3, typed // (size.columns - 8))
    return size.high * (every_view + board + is_more_to_choose + 1) + further


def rows_to_read(prompt: Prompt, size: Size) -> int:
    """Return how many rows the words take that must be read before a choice.

    After a refusal they were read before; a short message needs a row only beside them.
    """
    is_refusal = prompt.notice is not None and prompt.notice.tone is Tone.CARE
    said = [prompt.question, *(() if is_refusal else prompt.body)]
    said += [prompt.notice.words] if prompt.notice else []
    wide = min(80, size.columns - (2 if size.is_narrow else 4))
    return sum(len(wrapped(one, wide)) for one in said)


def wrong_order(prompt: Prompt, state: InputState, sheet: Sheet, size: Size) -> list[str]:
    """Return where small print keeps somebody from what can be chosen."""
    found = []
    for at, view in enumerate(sheet.views):
        if at == sheet.code_view:
            continue
        body = sheet.bodies[at]
        small = [y for y, line in enumerate(body) if is_small_print(line)]
        rows = [y for y, line in enumerate(body) if line.spots]
        if small and not view.choices:
            found.append(f"small print alone on view {at}")
        elif small and small[0] < rows[-1]:
            found.append(f"small print before a row of view {at}")
    is_long = prompt.code is not None or prompt.picture or any(map(_is_long, state.rows()))
    room = size.rows - len(sheet.top) - size.high
    needed = rows_to_read(prompt, size) + least_rows(state, size)
    if not (sheet.views[0].choices or is_long) and needed <= room:
        found.append(f"nothing to choose on the first view, with {room - needed} rows left")
    return found


def _is_long(row: Row) -> bool:
    return len(row.label) > LONG_LABEL


def is_small_print(line: Line) -> bool:
    """Return whether words on this row need not be read."""
    return any(span.ink is Ink.MUTED and span.text.strip() for span in line.spans)


def is_shown(wanted: str, seen: str) -> bool:
    """Return whether a text is whole on one view, or goes on from the end of one page."""
    if wanted in seen:
        return True
    pages = seen.split("\n")
    return any(
        wanted[:cut] in before and wanted[cut:] in after
        for before, after in itertools.pairwise(pages)
        for cut in range(1, len(wanted))
    )


def overlap(line: Line) -> bool:
    """Return whether two targets share a cell of a row."""
    spots = sorted(line.spots, key=lambda one: one.start)
    return any(a.end > b.start for a, b in itertools.pairwise(spots))


@cache
def drawn(theme: Theme, depth: Depth, system: ColorSystem, ink: Ink) -> Pen:
    """Return the pen of an ink as its colour codes reach the terminal."""
    raw = styles_for(theme, depth)[ink].render("x", color_system=system)
    return next(pen for _, pen in pens(raw))


def faint(theme: Theme, used: set[Ink]) -> list[str]:
    """Return the inks whose words are under 7:1 somewhere, at any depth of colour (A7)."""
    found = []
    for depth, system, palette in DEPTHS:
        for ink in used:
            ratio = contrast(*drawn(theme, depth, system, ink).drawn(palette))
            if ratio < WORDS:
                found.append(f"{ink.name} {depth.name}: {ratio:.1f}")
        _, focus = drawn(theme, depth, system, Ink.FOCUS).drawn(palette)
        for ink in (Ink.CHOICE, Ink.GROUND, Ink.PANEL):
            _, ground = drawn(theme, depth, system, ink).drawn(palette)
            if contrast(focus, ground) < MARK:
                found.append(f"focus on {ink.name} {depth.name}")
    return found


def inks_of(sheet: Sheet) -> set[Ink]:
    """Return the inks in which words stand on any view, the focus and the mark among them."""
    lines = [
        line
        for view in range(len(sheet.views))
        for marked in (sheet.views[view].targets[:1], (KeyCommand.HELP,))
        for line in sheet.lines(view, *marked)
    ]
    return {span.ink for line in lines for span in line.spans if span.text.strip()} - {*CODE}


@pytest.mark.parametrize("size", SIZES, ids=lambda one: f"{one.columns}x{one.rows}")
def test_every_screen_in_every_theme_is_whole_and_clear(size: Size) -> None:
    """A5, A7, A21: nothing cut, overlapping or under 7:1, in all four themes.

    Rows that can be chosen come before small print, and on the first view wherever the
    words that must be read leave room.
    """
    used: set[Ink] = set()
    number = 0
    for prompt, state, sheet in sheets(size):
        assert faults(prompt, state, sheet, size) == [], (prompt.id, size)
        assert wrong_order(prompt, state, sheet, size) == [], (prompt.id, size)
        used |= inks_of(sheet)
        number += 1
    assert number > 700
    assert {Ink.QUESTION, Ink.CHOICE, Ink.FOCUS, Ink.KEY, Ink.MUTED, Ink.CARE, Ink.SAVED} <= used
    assert {Ink.WHOSE, Ink.TICK, Ink.TICKED} <= used
    for theme in Theme:
        if theme is Theme.TERMINAL:
            pens_used = [drawn(theme, Depth.MANY, ColorSystem.TRUECOLOR, ink) for ink in used]
            assert {(pen.ink, pen.ground) for pen in pens_used} == {(None, None)}
        else:
            assert faint(theme, used) == [], theme


def test_small_print_that_is_in_the_way_is_found() -> None:
    """A5, A21: the control: small print first, small print alone, nothing to choose at first."""
    size = Size(40, 12)
    prompt, state, sheet = next(
        (prompt, state, laid)
        for prompt, state, laid in sheets(size)
        if len(laid.views) > 1 and laid.views[0].choices
        if any(is_small_print(line) for line in laid.bodies[-1])
    )
    assert wrong_order(prompt, state, sheet, size) == []
    small = [line for line in sheet.bodies[-1] if is_small_print(line)]
    first = replace(sheet, bodies=((*small, *sheet.bodies[0]), *sheet.bodies[1:]))
    assert wrong_order(prompt, state, first, size) == ["small print before a row of view 0"]
    alone = replace(sheet.views[-1], targets=(MORE_ROW,))
    last = len(sheet.views) - 1
    left = replace(sheet, views=(*sheet.views[:-1], alone))
    assert wrong_order(prompt, state, left, size) == [f"small print alone on view {last}"]
    turned = replace(sheet, views=sheet.views[1:] + sheet.views[:1])
    bare = replace(turned, views=(alone, *turned.views[1:]), bodies=((), *sheet.bodies[:-1]))
    said = wrong_order(prompt, state, bare, size)
    assert any(one.startswith("nothing to choose on the first view") for one in said)


def test_a_cut_word_a_wide_row_and_a_faint_word_are_found() -> None:
    """Issue 3: the control: what the test looks for, it finds."""
    size = SIZES[0]
    prompt, state, sheet = next(sheets(size))
    assert faults(prompt, state, sheet, size) == []
    body = sheet.bodies[0]
    # The question and the first row stand on a second view too.
    lost = replace(sheet, bodies=((*body[:2], *body[3:], body[-1]), *sheet.bodies[1:]))
    assert any(one.startswith("not whole") for one in faults(prompt, state, lost, size))
    wide = replace(body[0], spans=(*body[0].spans, *body[0].spans))
    wider = replace(sheet, bodies=((wide, *body[1:]), *sheet.bodies[1:]))
    assert "a row is 80 wide" in faults(prompt, state, wider, size)
    spotted = next(line for line in body if line.spots)
    met = replace(spotted, spots=(*spotted.spots, replace(spotted.spots[0], target=99)))
    assert overlap(met)
    assert faint(Theme.EVENING, {Ink.QUESTION}) == []
    grey = Pen(ink=(120, 120, 120), ground=(18, 18, 18))
    assert contrast(*grey.drawn(XTERM)) < WORDS
