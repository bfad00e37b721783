"""The sum of the layout: nothing cut, nothing wider, at any size."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.domain.prompt import (
    Acknowledge,
    Choice,
    ChooseOne,
    ChooseSeveral,
    Confirm,
    GiveNumber,
    Input,
    Notice,
    Prompt,
    WriteText,
)
from facilitator.frontends.tui.frame import Size
from facilitator.frontends.tui.inputs import state_for
from facilitator.frontends.tui.rows import digits_of
from facilitator.frontends.tui.sheet import Sheet, sheet_of
from tests.frontends.tui.canned import ALL, PEOPLE, RESOURCE, SURE, WEATHER, LibraryCodes, choices

SIZES = [Size(40, 12), Size(50, 14), Size(60, 16), Size(80, 24), Size(120, 40)]
WORDS = st.lists(st.text("abcdefgh漢é", min_size=1, max_size=14), min_size=1, max_size=40).map(
    " ".join
)
SHORT = st.lists(st.text("abcdefgh", min_size=1, max_size=9), min_size=1, max_size=5).map(" ".join)
CHOICES = st.lists(st.one_of(SHORT, WORDS), min_size=1, max_size=18).map(
    lambda labels: choices(*labels)
)
INPUTS: st.SearchStrategy[Input] = st.one_of(
    SHORT.map(Acknowledge),
    CHOICES.map(ChooseOne),
    CHOICES.map(ChooseSeveral),
    st.tuples(SHORT, SHORT).map(lambda ends: GiveNumber(0, 10, *ends)),
    st.tuples(CHOICES, SHORT, SHORT).map(lambda t: WriteText(t[0], t[1], given=t[2])),
    st.just(WriteText((), "own")),
    st.tuples(SHORT, SHORT).map(lambda both: Confirm(*both)),
)
PROMPTS = st.builds(
    Prompt,
    id=st.just("any"),
    title=SHORT,
    question=WORDS,
    input=INPUTS,
    where=SHORT,
    turn_short=SHORT,
    body=st.lists(WORDS, max_size=4).map(tuple),
    hint=st.one_of(st.just(""), WORDS),
    cue=st.one_of(st.just(""), WORDS),
    notice=st.one_of(st.none(), WORDS.map(Notice)),
)


def laid_out(prompt: Prompt, size: Size) -> Sheet:
    """Return the sheet of a prompt as it is first shown."""
    state = state_for(prompt.input)
    code = LibraryCodes().modules(prompt.code.target) if prompt.code else None
    return sheet_of(prompt, state.rows(), state.notes, size, code)


def labels_of(asked: Input) -> list[str]:
    """Return every word that an input shows."""
    match asked:
        case ChooseOne(choices=some) | ChooseSeveral(choices=some):
            return [one.label for one in some]
        case WriteText(ready=some, own_words=own):
            return [*(one.label for one in some), own] if some else []
        case Acknowledge(label=label):
            return [label]
        case Confirm(yes=yes, no=no):
            return [yes, no]
        case GiveNumber(low_words=low, high_words=high):
            return [low, high]
        case _:
            return []


def shown_words(sheet: Sheet) -> str:
    """Return all that any view shows, without spaces, so that wrapping does not matter."""
    focused = [line.text for n in range(len(sheet.views)) for line in sheet.lines(n, -9)]
    return "".join("".join(focused).split())


@settings(max_examples=150, deadline=None)
@given(PROMPTS, st.integers(40, 130), st.integers(12, 45))
def test_every_view_fills_the_window_exactly(prompt: Prompt, columns: int, rows: int) -> None:
    """A5: never wider, never higher, whatever the words and whatever the window."""
    sheet = laid_out(prompt, Size(columns, rows))
    for view in range(len(sheet.views)):
        lines = sheet.lines(view, sheet.views[view].targets[0])
        assert len(lines) == rows
        assert {line.width for line in lines} == {columns}


@settings(max_examples=150, deadline=None)
@given(PROMPTS, st.integers(40, 130), st.integers(12, 45))
def test_every_word_is_on_some_view_and_every_choice_can_be_reached(
    prompt: Prompt, columns: int, rows: int
) -> None:
    """A5, A21: nothing is cut; with more than one view each has its row "0  More"."""
    sheet = laid_out(prompt, Size(columns, rows))
    shown = shown_words(sheet)
    for text in (prompt.question, *prompt.body, prompt.hint, prompt.cue, *labels_of(prompt.input)):
        for word in text.split():
            assert word in shown
    state = state_for(prompt.input)
    reached = {target for view in sheet.views for target in view.targets}
    assert set(range(len(state.rows()))) <= reached
    numbered = digits_of(state.rows())
    assert all(len([one for one in view.choices if one in numbered]) <= 7 for view in sheet.views)
    assert (-1 in reached) == (len(sheet.views) > 1)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("prompt", ALL, ids=lambda prompt: str(prompt.id))
def test_our_own_prompts_show_their_question_with_their_choices(prompt: Prompt, size: Size) -> None:
    """A5, A21: with our own budget of words, whoever sees choices sees what they are for."""
    sheet = laid_out(prompt, size)
    first = next(n for n, view in enumerate(sheet.views) if view.choices)
    text = "".join("".join(line.text for line in sheet.lines(first, 0)).split())
    assert "".join(prompt.question.split()) in text


def test_at_80x24_there_is_a_free_row_between_choices_and_at_40x12_there_is_none() -> None:
    """A5: the calm look where there is room, every choice in one view where there is not."""
    for size, step in ((Size(80, 24), 2), (Size(40, 12), 1)):
        sheet = laid_out(WEATHER, size)
        rows = [
            n
            for n, line in enumerate(sheet.lines(0, 0))
            if any(isinstance(spot.target, int) for spot in line.spots)
        ]
        assert len(sheet.views) == 1
        assert [b - a for a, b in pairwise(rows)] == [step] * 4


def test_a_hint_that_does_not_fit_waits_until_after_the_choices() -> None:
    """A5: at 12 rows hint and cue page; the choices stay one key away."""
    long = replace(WEATHER, hint="word " * 60)
    sheet = laid_out(long, Size(40, 12))
    assert sheet.views[0].choices == (0, 1, 2, 3, 4)
    assert len(sheet.views) > 1


def test_a_long_body_comes_before_the_choices() -> None:
    """A5: what must be read is read first."""
    sheet = laid_out(replace(WEATHER, body=("word " * 120,)), Size(40, 12))
    assert [bool(view.choices) for view in sheet.views][-1]
    assert not sheet.views[0].choices


def test_ten_names_are_seven_and_three_numbered_from_one_again() -> None:
    """A21: at most seven choices a view; one digit always suffices."""
    sheet = laid_out(PEOPLE, Size(80, 24))
    assert [view.choices for view in sheet.views] == [
        (0, 1, 2, 3, 4, 5, 6, 10),
        (7, 8, 9, 10),
    ]
    assert "1  [   ]  Maple" in "\n".join(line.text for line in sheet.lines(1, 7))


def test_the_code_stands_beside_its_words_at_80x24() -> None:
    """T1: version 4 fits with header, notice and footer; its light is a ground of white."""
    sheet = laid_out(replace(RESOURCE, notice=Notice("Saved.")), Size(80, 24))
    assert (len(sheet.views), sheet.code_view) == (1, -1)
    lines = sheet.lines(0, 0)
    assert sum(line.spans[-1].ink.name.startswith("CODE") for line in lines) == 21
    assert lines[-2].text.strip() == "Saved."


def test_a_code_that_does_not_fit_beside_is_shown_alone_by_one_key() -> None:
    """T1: the row says so; alone it fills the window with white."""
    sheet = laid_out(RESOURCE, Size(60, 24))
    assert sheet.code_view == 1
    assert "0  Show the code alone" in "\n".join(line.text for line in sheet.lines(0, 0))
    alone = sheet.lines(1, -1)
    assert {span.ink.name for line in alone for span in line.spans} == {"CODE_LIGHT", "CODE_DARK"}


@pytest.mark.parametrize(("columns", "lines"), [(80, 1), (60, 2), (40, 2)])
def test_the_numbers_from_0_to_10_are_one_line_where_they_fit(columns: int, lines: int) -> None:
    """A4, M10: how sure is one scale; each number is at least six columns wide."""
    rows = laid_out(SURE, Size(columns, 24)).lines(0, -9)
    keys = [line.spots for line in rows if len({spot.target for spot in line.spots}) > 1][:-1]
    assert [len(spots) for spots in keys] == (
        [11] if lines == 1 else [len(keys[0]), 11 - len(keys[0])]
    )
    assert all(spot.end - spot.start >= 6 for spots in keys for spot in spots)


def test_a_place_that_is_called_like_its_step_stands_once_in_the_first_row() -> None:
    """A17: "The end" is where we are, and the title."""
    prompt = replace(RESOURCE, where="The end", title="The end", turn="", turn_short="")
    assert laid_out(prompt, Size(80, 24)).lines(0, 0)[0].text.strip() == "The end"


def test_a_code_that_fits_nowhere_is_told_in_words() -> None:
    """T1: never clipped: phone and whole address on lines of their own."""
    sheet = laid_out(RESOURCE, Size(40, 12))
    assert sheet.code_view == -1
    assert "Thecodedoesnotfitinthiswindow." in shown_words(sheet)
    assert RESOURCE.code is not None
    shown = shown_words(sheet)
    does, told = RESOURCE.code.words.replace(" ", ""), "Herearethewordstocopy."
    assert shown.index(does) < shown.index(told) < shown.index("111")
    own = [line.text.strip() for n in range(len(sheet.views)) for line in sheet.lines(n, -9)]
    assert "111" in own
    assert "https://www.nhsinform.scot/healthy-" in own


def test_a_command_that_does_nothing_here_is_left_out_and_the_others_keep_their_places() -> None:
    """A2, A17: help is always at the same place."""
    full, some = (laid_out(prompt, Size(80, 24)).bottom[-1].text for prompt in (WEATHER, ALL[1]))
    assert some.index("+ Say again") == full.index("+ Say again")
    assert "Pass" not in some
    assert some.startswith("  * Help now")


def test_a_very_long_choice_is_shown_short_in_its_row_and_whole_before_it() -> None:
    """A5: a row is never higher than the view; nothing of it is lost."""
    long = " ".join(f"word{n}" for n in range(60))
    prompt = replace(WEATHER, input=ChooseOne((Choice("a", long), Choice("b", "Go on"))))
    sheet = laid_out(prompt, Size(40, 12))
    assert "word59" in shown_words(sheet)
    assert "..." in shown_words(sheet)
