"""What has to be seen from across the room: whose turn it is, and what is ticked."""

from dataclasses import replace

import pytest
from rich.color import ColorSystem

from facilitator.domain.prompt import Notice, Prompt, Tone
from facilitator.domain.records import Theme
from facilitator.frontends.tui.frame import Size
from facilitator.frontends.tui.ink import Ink, Line
from facilitator.frontends.tui.inputs import state_for
from facilitator.frontends.tui.inputs.state import InputState, RowKind
from facilitator.frontends.tui.sheet import Sheet, sheet_of
from facilitator.frontends.tui.themes import Depth, styles_for
from tests.frontends.tui.canned import PEOPLE, STRENGTHS, WEATHER
from tests.frontends.tui.colours import contrast
from tests.frontends.tui.test_every_screen import (
    DEPTHS,
    MARK,
    drawn,
    sheets,
)

LARGE, SMALL = Size(80, 24), Size(40, 12)
SAVED = Notice("Saved.", Tone.SAVED)


def laid_out(prompt: Prompt, size: Size, state: InputState | None = None) -> Sheet:
    """Return the sheet of a prompt."""
    state = state or state_for(prompt.input)
    return sheet_of(prompt, state.rows(), state.notes, size)


def row_of(lines: tuple[Line, ...], words: str) -> int:
    """Return the row that shows these words; fails when there is none."""
    return next(y for y, line in enumerate(lines) if words in line.text)


def test_the_turn_stands_above_the_question_with_free_rows_round_it() -> None:
    """Issue 11.15, A13: on a row of its own, in its own ink, and not in the header too."""
    sheet = laid_out(WEATHER, LARGE)
    lines = sheet.lines(0, 0)
    at = row_of(lines, "Heron's turn")
    assert {span.ink for span in lines[at].spans if span.text.strip()} == {Ink.WHOSE}
    assert not lines[at - 1].text.strip()
    assert not lines[at + 1].text.strip()
    assert WEATHER.question in lines[at + 2].text
    assert "Heron" not in lines[0].text


def test_in_a_low_window_the_turn_is_one_row_and_later_leaves_have_it_above() -> None:
    """Issue 11.15, A5: the row goes where choices need it; the name is never lost."""
    prompt = replace(WEATHER, hint="word " * 40)
    sheet = laid_out(prompt, SMALL)
    first, last = sheet.lines(0, 0), sheet.lines(len(sheet.views) - 1, 0)
    assert first[1].text.strip() == "Heron's turn"
    assert WEATHER.question.split()[0] in first[2].text
    assert "Heron" not in first[0].text
    assert last[0].text.rstrip().endswith("Heron")


def test_nobodys_turn_takes_no_row() -> None:
    """A5: the control: a prompt for all has its question where the turn would stand."""
    sheet = laid_out(replace(WEATHER, turn="", turn_short=""), SMALL)
    assert WEATHER.question.split()[0] in sheet.lines(0, 0)[1].text


@pytest.mark.parametrize("size", [SMALL, Size(50, 14), LARGE], ids=str)
def test_nearly_every_turn_stands_large_on_its_first_leaf(size: Size) -> None:
    """Issue 11.15: in all the meetings; else the header names who it is (issue 3)."""
    turns, large = 0, 0
    for prompt, state, sheet in sheets(size):
        if prompt.turn and all(row.kind is not RowKind.KEY for row in state.rows()):
            turns += 1
            large += sheet.views[0].has_turn
            assert sheet.views[0].has_turn or prompt.turn_short in sheet.top[0].text
    assert turns > 300
    assert large >= 0.97 * turns


def test_saved_takes_no_row_from_what_can_be_done() -> None:
    """Issue 11.14: after a message the first leaf still shows what can be done."""
    full = replace(WEATHER, turn="", turn_short="", body=("word " * 30,), hint="word " * 9)
    for words in range(30, 60):
        prompt = replace(full, body=("word " * words,))
        before = laid_out(prompt, SMALL)
        if before.views[0].choices:
            after = laid_out(replace(prompt, notice=SAVED), SMALL)
            assert after.views[0].choices, words
            assert any("Saved." in line.text for line in after.lines(0, 0))


def test_after_a_refusal_words_that_were_read_make_room() -> None:
    """Issue 11.14, A15: a refusal never hides what can be done, however long the words."""
    said = Notice("Please give a number from 1 to 30. You can say it as a word too.", Tone.CARE)
    prompt = replace(WEATHER, body=("loch " * 60,))
    assert not laid_out(prompt, SMALL).views[0].choices
    refused = laid_out(replace(prompt, notice=said), SMALL)
    assert refused.views[0].choices
    shown = " ".join(line.text for body in refused.bodies for line in body)
    assert shown.count("loch") == 60


@pytest.mark.parametrize("prompt", [STRENGTHS, PEOPLE], ids=["several", "people"])
@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["40x12", "80x24"])
def test_a_ticked_row_has_a_box_that_is_filled_and_words_of_its_own_ink(
    prompt: Prompt, size: Size
) -> None:
    """Issue 11.15, A7: a mark in text, and two inks that no other row has."""
    state = state_for(prompt.input)
    state.mark(1)
    lines = laid_out(prompt, size, state).lines(0, state.start())
    ticked, other = lines[row_of(lines, " 2  [")], lines[row_of(lines, " 1  [")]
    box = next(span for span in ticked.spans if span.ink is Ink.TICK)
    assert box.text == ("[X]" if size is SMALL else "[ X ]")
    assert any(span.ink is Ink.TICKED and span.text.strip() for span in ticked.spans)
    assert not {Ink.TICK, Ink.TICKED} & {span.ink for span in other.spans}
    assert box.text.replace("X", " ") in other.text


def test_a_ticked_row_that_has_the_focus_keeps_its_box() -> None:
    """Issue 11.15, A8: the box stands out of the focus as well."""
    state = state_for(STRENGTHS.input)
    state.mark(1)
    for marked, ink in ((1, Ink.TICK_IN_FOCUS), (0, Ink.TICK)):
        lines = laid_out(STRENGTHS, LARGE, state).lines(0, marked)
        inks = {span.text: span.ink for span in lines[row_of(lines, " 2  [")].spans}
        assert inks["[ X ]"] is ink


@pytest.mark.parametrize("theme", list(Theme))
def test_a_filled_box_differs_from_its_row_by_more_than_its_letter(theme: Theme) -> None:
    """Issue 11.15, A7: at each depth its ground is far from the row's; without colours reversed."""
    if theme is Theme.TERMINAL:
        for own in (styles_for(theme, Depth.MANY), styles_for(Theme.EVENING, Depth.NONE)):
            assert own[Ink.TICK].reverse
            assert own[Ink.TICKED].bold
            assert own[Ink.FOCUS].reverse
            assert not own[Ink.TICK_IN_FOCUS].reverse
            assert own[Ink.WHOSE].bold
        return
    for depth, system, palette in DEPTHS:
        for box, row in ((Ink.TICK, Ink.CHOICE), (Ink.TICK_IN_FOCUS, Ink.FOCUS)):
            (_, ground), (_, beside) = (
                drawn(theme, depth, system, ink).drawn(palette) for ink in (box, row)
            )
            assert contrast(ground, beside) >= MARK, (depth, box)


def test_the_ground_of_another_row_is_too_near() -> None:
    """A7: the control: a row beside a row is not seen from afar."""
    pens = (
        drawn(Theme.EVENING, Depth.MANY, ColorSystem.TRUECOLOR, ink)
        for ink in (Ink.CHOICE, Ink.ROW)
    )
    (_, one), (_, other) = (pen.drawn(DEPTHS[0][2]) for pen in pens)
    assert contrast(one, other) < MARK
