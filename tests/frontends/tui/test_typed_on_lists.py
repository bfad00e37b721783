"""What is typed on a list on the full screen: letters, digits, 0, Done (A2)."""

import re
from dataclasses import replace

import pytest

from facilitator.domain.answers import Chosen, ChosenSeveral, Typed
from facilitator.domain.keys import KEYPAD_SIGNS, KeyCommand
from facilitator.domain.prompt import Choice, GiveNumber, Prompt, WriteText
from facilitator.domain.records import Ways
from facilitator.frontends.tui.frame import Size
from facilitator.frontends.tui.rows import digits_of
from tests.frontends.tui.canned import ALL, HELP, LINE, PEOPLE, STRENGTHS, WEATHER
from tests.frontends.tui.hands import LARGE, SMALL, at, press, text

SIZES = [LARGE, SMALL]
SENTENCES = ("Rain, but the bus came", "h", "easy does it", "I'd say p", "s", "a+b", "Über 7/10")
NAMES = replace(
    LINE,
    id="names",
    input=WriteText(
        (Choice("all", "That's all of us"), Choice("sign", "Choose a sign")),
        "Type a name",
        is_open=True,
    ),
)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("words", SENTENCES)
def test_a_letter_opens_the_line_and_is_its_first_letter(words: str, size: Size) -> None:
    """A2: a sentence typed on a list is that sentence, and no letter of it is a command."""
    desk, guide = at(LINE, size=size)
    press(desk, words)
    assert (guide.given, guide.pressed) == ([], [])
    press(desk, "\r")
    assert guide.given == [Typed(words)]


@pytest.mark.parametrize("ways", [Ways(keyboard=True), Ways(scanning=True)], ids=["board", "one"])
def test_a_letter_opens_the_line_also_where_letters_are_on_the_screen(ways: Ways) -> None:
    """A2, A4: somebody who has keys too, or sits beside, writes; no letter is a command."""
    desk, guide = at(LINE, ways=ways)
    press(desk, "Rain, but the bus came")
    assert "Erase" in text(desk)
    press(desk, "\r")
    assert (guide.given, guide.pressed) == ([Typed("Rain, but the bus came")], [])
    desk, guide = at(LINE, ways=ways)
    desk.paste("a walk")
    press(desk, "\r")
    assert guide.given == [Typed("a walk")]


def test_own_letters_are_no_commands_where_words_are_written() -> None:
    """A2: whoever has their own letter for help can write a word that begins with it."""
    desk, guide = at(LINE, ways=Ways(keys={"help": "x"}))
    press(desk, "x")
    assert guide.pressed == []
    desk, guide = at(WEATHER, ways=Ways(keys={"help": "x"}))
    press(desk, "x")
    assert guide.pressed == [KeyCommand.HELP]


@pytest.mark.parametrize("sign", sorted(KEYPAD_SIGNS))
def test_the_signs_of_a_keypad_stay_commands_on_a_list(sign: str) -> None:
    """A2: help, pass, back, again and the menu are never shut out."""
    desk, guide = at(LINE)
    press(desk, sign)
    assert len(guide.pressed) == 1


def test_where_nothing_can_be_written_letters_are_commands() -> None:
    """A2, the control: the rule is about lists with own words."""
    desk, guide = at(WEATHER)
    press(desk, "h")
    assert guide.pressed == [KeyCommand.HELP]


def test_pasted_words_open_the_line_too() -> None:
    """A2, S20: nothing that was pasted on such a list is left out."""
    desk, guide = at(LINE)
    desk.paste("a walk by the river")
    press(desk, "\r")
    assert guide.given == [Typed("a walk by the river")]


def test_words_that_were_left_for_the_list_are_not_lost_by_a_letter() -> None:
    """A2, M6: what was typed stays before what is typed next."""
    desk, guide = at(LINE)
    press(desk, "swim")
    desk.key("escape", None)
    press(desk, "again\r")
    assert guide.given == [Typed("swim again")]


@pytest.mark.parametrize("size", SIZES)
def test_enter_on_an_open_empty_line_gives_the_first_row(size: Size) -> None:
    """A2, M22: the field has the cursor; nothing typed leads onward."""
    desk, guide = at(NAMES, size=size)
    assert "1  That's all of us" in text(desk)
    press(desk, "\r")
    assert guide.given == [Chosen("all")]


@pytest.mark.parametrize("size", SIZES)
def test_a_digit_marks_a_row_while_the_open_line_is_empty(size: Size) -> None:
    """A2: a keypad reaches the rows under an open line; a letter goes back to it."""
    desk, guide = at(NAMES, size=size)
    press(desk, "2")
    assert "> 2  Choose a sign" in text(desk)
    press(desk, "\r")
    assert guide.given == [Chosen("sign")]
    desk, guide = at(NAMES, size=size)
    press(desk, "2Ann 2nd\r")
    assert guide.given == [Typed("Ann 2nd")]


def test_words_in_an_open_line_come_before_any_row() -> None:
    """A2: a typed name is not lost by Enter on a row that arrows led to."""
    desk, guide = at(NAMES)
    press(desk, "Ann")
    desk.key("down", None)
    press(desk, "\r")
    assert guide.given == [Typed("Ann")]


def test_what_was_taken_back_is_selected_in_the_open_line() -> None:
    """M22, A2: Enter gives it again, a letter replaces it, back goes on back."""
    asked = NAMES.input
    assert isinstance(asked, WriteText)
    again = replace(NAMES, input=replace(asked, given="Dave"))
    for keys, given in (("\r", Typed("Dave")), ("Mo\r", Typed("Mo")), ("2\r", Chosen("sign"))):
        desk, guide = at(again)
        press(desk, keys)
        assert guide.given == [given]
    desk, guide = at(again)
    press(desk, "/")
    assert guide.pressed == [KeyCommand.BACK]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("prompt", [STRENGTHS, PEOPLE], ids=lambda prompt: prompt.id)
def test_the_mark_stands_on_done_and_digits_leave_it_there(prompt: Prompt, size: Size) -> None:
    """A2: a tired person sees what Enter does; a digit ticks."""
    desk, guide = at(prompt, size=size)
    assert ">    Done" in text(desk)
    press(desk, "2")
    assert re.search(r"2  \[ ?X ?\]", text(desk))
    assert ">    Done" in text(desk)
    press(desk, "\r")
    assert guide.given == [ChosenSeveral(("c2",))]


def test_on_a_row_reached_by_arrows_enter_ticks() -> None:
    """A2: and so does the space bar; Done gives."""
    desk, guide = at(STRENGTHS)
    desk.key("up", None)
    press(desk, "\r")
    assert guide.given == []
    assert "4  [ X ]" in text(desk)
    desk.key("down", None)
    press(desk, "\r")
    assert guide.given == [ChosenSeveral(("c4",))]


def test_zero_marks_more_and_enter_turns_one_leaf() -> None:
    """A2: 0 alone never turns; with no more it says so; no leaf is passed over."""
    desk, guide = at(
        replace(WEATHER, body=tuple(f"Paragraph {n}. " * 9 for n in range(9))), size=SMALL
    )
    for leaf in range(desk._place.views - 1):
        assert desk._place._view == leaf
        press(desk, "0")
        assert desk._place._view == leaf
        press(desk, "\r")
    assert guide.given == []
    desk, guide = at(WEATHER)
    press(desk, "0")
    assert "There is no more. This is all of it." in text(desk)
    press(desk, "\r\r")
    assert guide.given == [Chosen("c1")]


LISTS = [prompt for prompt in (*ALL, HELP) if not isinstance(prompt.input, GiveNumber)]
LEAVES = [*SIZES, Size(50, 14), Size(60, 16)]


@pytest.mark.parametrize("size", LEAVES, ids=str)
@pytest.mark.parametrize("prompt", LISTS, ids=lambda prompt: str(prompt.id))
def test_zero_and_enter_go_through_all_leaves_one_by_one_and_round(
    prompt: Prompt, size: Size
) -> None:
    """A2: words, rows, and the code alone: no leaf is passed over, no row is given."""
    long = replace(prompt, hint="A long hint. " * 90, cue="A long cue? " * 40)
    desk, guide = at(long, size=size)
    views = desk._place.views
    for turned in range(1, 2 * views + 1):
        before = desk._place._view
        if desk._place.is_code_alone:
            press(desk, "0")
            assert desk._place._view == 0, "any key leads from a code alone to the start"
            break
        press(desk, "0")
        assert desk._place._view == before
        press(desk, "\r")
        assert desk._place._view == turned % views
    assert views > 1, "the control: there was something to turn"
    assert (guide.given, guide.pressed) == ([], [])


@pytest.mark.parametrize("size", LEAVES, ids=str)
@pytest.mark.parametrize("prompt", LISTS, ids=lambda prompt: str(prompt.id))
def test_a_digit_that_is_not_on_this_leaf_only_says_so(prompt: Prompt, size: Size) -> None:
    """A2, A15: neither leaf nor mark moves, nothing is ticked; those that are there do mark."""
    long = replace(prompt, hint="A long hint. " * 40)
    desk, guide = at(long, size=size)
    for _ in range(desk._place.views):
        if desk._place.is_code_alone:
            break
        rows = desk._state.rows()
        here = {digits_of(rows)[one] for one in desk._place.view.choices if one in digits_of(rows)}
        for digit in "123456789":
            before = (desk._place._view, desk._place.focus, desk._state.rows())
            press(desk, digit)
            said = f"There is no {digit} here." in text(desk)
            assert said is (digit not in here)
            if said:
                assert (desk._place._view, desk._place.focus, desk._state.rows()) == before
        desk._turn()
    assert guide.given == []


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("digit", ["9", "0"])
def test_the_enter_after_a_digit_that_is_not_there_gives_nothing(digit: str, size: Size) -> None:
    """A2: "9 Enter" is a number that is not there, as in plain lines; Enter alone is not."""
    desk, guide = at(replace(WEATHER, hint="", cue=""), size=size)
    press(desk, digit)
    said = text(desk)
    assert "There is no" in said
    press(desk, "\r")
    assert guide.given == []
    assert text(desk) == said, "why stays on the screen"
    press(desk, "\r")
    assert len(guide.given) == 1, "the control: the next Enter gives the marked row"
    desk, guide = at(replace(WEATHER, hint="", cue=""), size=size)
    press(desk, f"{digit}1\r")
    assert len(guide.given) == 1, "a digit that is there is meant"
