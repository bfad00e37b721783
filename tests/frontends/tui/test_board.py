"""Letters and numbers on the screen: by finger, by the arrows of a keypad, by grapheme."""

from dataclasses import replace
from itertools import pairwise

import pytest

from facilitator.domain.answers import Typed
from facilitator.domain.prompt import GiveNumber, WriteText
from facilitator.domain.records import Letters, Ways
from facilitator.frontends.tui.field import Field
from facilitator.frontends.tui.frame import Size
from facilitator.frontends.tui.inputs.board import ORDER
from tests.frontends.tui.canned import LINE, SURE, WEATHER, choices
from tests.frontends.tui.hands import LARGE, SMALL, at, click_on, place_of, press, text

BOARD = Ways(keyboard=True)
NAME = replace(WEATHER, id="name", input=WriteText((), "Type a name", at_most=24))
SIZES = [SMALL, Size(50, 14), Size(60, 16), LARGE, Size(120, 40), Size(200, 60)]


@pytest.mark.parametrize("size", SIZES)
def test_words_are_written_by_clicks_alone(size: Size) -> None:
    """A4: the row for own words, the letters, a space, a sign, done."""
    desk, guide = at(LINE, size=size)
    click_on(desk, "In my own words", "Letters on the screen")
    for label in ("t", "e", "a", "Space", "f", "o", "r", "Space", "t", "w", "o", "."):
        click_on(desk, label)
    click_on(desk, "Done")
    assert guide.given == [Typed("Tea for two.")]


@pytest.mark.parametrize("size", SIZES)
def test_an_open_line_is_given_by_a_click(size: Size) -> None:
    """A4: whoever typed it may still use the mouse to give it."""
    desk, guide = at(NAME, size=size)
    press(desk, "Ann")
    click_on(desk, "Done")
    assert guide.given == [Typed("Ann")]


def test_ready_phrases_can_be_put_into_the_line() -> None:
    """A3, A4: the words of the session are one key away, a space before them where needed."""
    desk, guide = at(LINE, ways=BOARD)
    click_on(desk, "In my own words", "n", "o", "Words", "Call a friend", "s", "Done")
    assert guide.given == [Typed("No Call a friends")]


def test_numbers_and_signs_are_one_key_away_and_so_is_the_way_back() -> None:
    """A4: nothing needs another keyboard."""
    desk, guide = at(NAME, ways=BOARD)
    click_on(desk, "123", "7", "/", "abc", "x", "123", "\u00a3", "Done")
    assert guide.given == [Typed("7/x\u00a3")]


def test_the_letters_come_in_the_order_that_somebody_chose() -> None:
    """A3: by the alphabet, or the commonest first; every letter once."""
    for order in Letters:
        desk, _ = at(NAME, ways=Ways(keyboard=True, letters=order))
        row, column = place_of(desk, ORDER[order][0])[::-1]
        assert place_of(desk, ORDER[order][1]) > (column, row)
        assert sorted(ORDER[order]) == list("abcdefghijklmnopqrstuvwxyz")
    assert ORDER[Letters.OFTEN].startswith("eta")


def test_the_arrows_of_a_keypad_go_from_key_to_key_and_enter_presses() -> None:
    """A2, A4: down into the board, right along it, the focus stays where it pressed."""
    desk, guide = at(NAME, ways=BOARD)
    for key in ("down", "down", "right", "enter", "enter", "left", "up", "enter"):
        desk.key(key, None)
    assert guide.given == [Typed("Bb")]
    desk, guide = at(NAME, ways=BOARD)
    desk.key("up", None)
    desk.key("down", None)
    press(desk, "Ann\r")
    assert guide.given == [Typed("Ann")]


def test_typed_letters_go_into_the_line_while_the_board_is_shown() -> None:
    """A4: two hands, two ways, one line; Enter gives it after a typed letter."""
    desk, guide = at(NAME, ways=BOARD)
    click_on(desk, "a")
    press(desk, "nn\r")
    assert guide.given == [Typed("Ann")]


def test_back_leads_from_the_board_to_the_list_and_the_words_stay() -> None:
    """A4, A16: by a click on Back."""
    desk, _ = at(LINE, ways=BOARD)
    click_on(desk, "In my own words", "s", "Back")
    assert "You wrote: S" in text(desk)
    click_on(desk, "In my own words")
    assert "   >    S" in text(desk)


@pytest.mark.parametrize(
    "letter",
    [
        "e\u0301",
        "\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466",
        "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
        "\U0001f1f5\U0001f1f1",
        "\U0001f44d\U0001f3fd",
        "7\ufe0f\u20e3",
    ],
)
def test_erase_takes_what_a_person_calls_a_letter(letter: str) -> None:
    """A3, A4: an accent, a family, a flag, a thumb: one press, nothing left over."""
    desk, guide = at(NAME, ways=BOARD)
    desk.paste(f"a{letter}")
    click_on(desk, "Erase", "b", "Done")
    assert guide.given == [Typed("ab")]
    field = Field("x", letter)
    field.press("delete")
    assert field.text == "x"


@pytest.mark.parametrize("size", SIZES)
def test_a_number_is_one_tap(size: Size) -> None:
    """A4: 0 to 10 stand on the screen; a refusal leaves them there."""
    desk, guide = at(SURE, size=size)
    press(desk, "11\r")
    click_on(desk, "10")
    assert guide.given == [Typed("10")]


@pytest.mark.parametrize("size", SIZES)
def test_many_numbers_are_one_row_away(size: Size) -> None:
    """A4: how many are here, by taps alone."""
    many = replace(SURE, input=GiveNumber(1, 30, "just me", "a full room"))
    desk, guide = at(many, size=size)
    click_on(desk, "Numbers on the screen", "24")
    assert guide.given == [Typed("24")]


def test_a_hidden_word_has_no_phrases_and_no_capitals_and_is_masked() -> None:
    """S10: on the board too."""
    hidden = replace(NAME, input=WriteText(choices("walk"), "Your word", hidden=True))
    desk, guide = at(hidden, ways=BOARD)
    click_on(desk, "Your word", "h", "i")
    assert "**" in text(desk)
    assert "Words" not in text(desk)
    click_on(desk, "Done")
    assert guide.given == [Typed("hi")]


@pytest.mark.parametrize("size", SIZES)
def test_every_target_is_as_large_as_a_finger(size: Size) -> None:
    """A4: six columns wide; one row up to 30 rows of window, two up to 45, three beyond."""
    wanted = 1 if size.rows <= 30 else 2 if size.rows <= 45 else 3
    for prompt in (WEATHER, LINE, SURE, NAME):
        desk, _ = at(prompt, size=size, ways=BOARD)
        rows: dict[object, int] = {}
        for line in desk.lines:
            for spot in line.spots:
                assert spot.end - spot.start >= 6
                rows[spot.target] = rows.get(spot.target, 0) + 1
        assert min(rows.values()) >= wanted


def test_targets_stand_apart_where_there_is_room() -> None:
    """A4: a free row between rows, and between rows of keys, at 80x24."""
    desk, _ = at(NAME, ways=BOARD)
    rows = [place_of(desk, label)[1] for label in ("Done", "a", "k", "u")]
    assert [b - a for a, b in pairwise(rows)] == [2, 2, 2]


@pytest.mark.parametrize("at_cell", [(-1, -1), (0, 99), (500, 3), (3, 500), (-7, 5)])
def test_a_mouse_that_sends_nonsense_does_nothing(at_cell: tuple[int, int]) -> None:
    """Issue 3: outside the window there is nothing to hit."""
    desk, guide = at(NAME, ways=BOARD)
    before = text(desk)
    desk.click(*at_cell)
    assert text(desk) == before
    assert (guide.given, guide.pressed) == ([], [])


def test_a_hidden_word_can_be_shown_while_it_is_typed() -> None:
    """A18, 3.3.8: by a row or a click, with and without the board; hidden again as easily."""
    hidden = replace(NAME, input=WriteText((), "Your word", hidden=True))
    for ways in (Ways(), BOARD):
        desk, guide = at(hidden, ways=ways)
        press(desk, "tea")
        assert "tea" not in text(desk)
        click_on(desk, "Show what I type")
        assert "tea" in text(desk)
        click_on(desk, "Hide what I type")
        assert "tea" not in text(desk)
        assert desk.draft().typed == ""
        click_on(desk, "Done")
        assert guide.given == [Typed("tea")]


@pytest.mark.parametrize("columns", [120, 200, 300])
def test_no_line_of_words_is_longer_than_80_columns(columns: int) -> None:
    """1.4.8: in a wide window too; rows still fill it for whoever clicks."""
    long = replace(WEATHER, body=("word " * 90,), question="What is it " * 12)
    desk, _ = at(long, size=Size(columns, 40))
    for line in desk.lines[1:-2]:
        assert len(line.text.strip()) <= 80 or not line.text.strip(" \u2500\u2501=-")
