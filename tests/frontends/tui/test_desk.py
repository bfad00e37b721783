"""Keys, clicks and drafts, without a terminal."""

from dataclasses import replace

import pytest

from facilitator.domain.answers import GO_ON, Chosen, ChosenSeveral, Confirmed, Draft, Typed
from facilitator.domain.keys import KEYS, KeyCommand
from facilitator.domain.prompt import ChooseOne, ChoosePeople, Prompt, WriteText
from facilitator.domain.records import FrontEnd
from facilitator.frontends.tui.frame import PLAIN_GLYPHS, Size
from facilitator.wording import full_screen as screen_words
from tests.frontends.tui.canned import (
    BEGIN,
    LEFT,
    LINE,
    PEOPLE,
    RESOURCE,
    STRENGTHS,
    SURE,
    WEATHER,
    WELCOME,
    choices,
)
from tests.frontends.tui.hands import LARGE, SMALL, at, click_on, press, text


@pytest.mark.parametrize(
    ("prompt", "keys", "answer"),
    [
        (WELCOME, "\r", GO_ON),
        (WELCOME, "1\r", GO_ON),
        (WEATHER, "1\r", Chosen("c1")),
        (WEATHER, "52\r", Chosen("c2")),
        (STRENGTHS, "\r", ChosenSeveral(())),
        (STRENGTHS, "134\r", ChosenSeveral(("c1", "c3", "c4"))),
        (STRENGTHS, "131\r", ChosenSeveral(("c3",))),
        (PEOPLE, "20\r3\r", ChosenSeveral(("c2", "c10"))),
        (LEFT, "3\r", ChosenSeveral(("c3",))),
        (SURE, "7\r", Typed("7")),
        (SURE, "7/10\r", Typed("7/10")),
        (LINE, "2\r", Chosen("c2")),
        (LINE, "4\rswim\r", Typed("swim")),
        (BEGIN, "1\r", Confirmed(True)),
        (BEGIN, "2\r", Confirmed(False)),
    ],
)
@pytest.mark.parametrize("size", [LARGE, SMALL])
def test_digits_mark_and_enter_confirms(
    prompt: Prompt, keys: str, answer: object, size: Size
) -> None:
    """A2: the same keys give the same answer in every input type and at every size."""
    desk, guide = at(prompt, size=size)
    press(desk, keys)
    assert guide.given == [answer]


@pytest.mark.parametrize("size", [LARGE, SMALL])
def test_a_digit_that_no_row_has_is_told_in_words_until_another_is_pressed(size: Size) -> None:
    """A15: else Enter would give the row that has the mark, and nobody would know why."""
    desk, guide = at(WEATHER, size=size)
    press(desk, "9")
    assert "There is no 9 here." in text(desk)
    assert "There is no 9 here." in guide.heard
    assert guide.given == []
    press(desk, "2")
    assert "There is no 9" not in text(desk)
    press(desk, "x")
    assert "There is no x" not in text(desk)
    press(desk, "\r")
    assert guide.given == [Chosen("c2")]


def test_saved_is_not_said_of_words_that_are_still_being_typed() -> None:
    """A15: the word is of the answer before, and goes with the first letter."""
    desk, _ = at(WEATHER, LINE)
    press(desk, "1\r4\r")
    assert "Saved." in text(desk)
    press(desk, "s")
    assert "Saved." not in text(desk)


def test_why_a_line_was_refused_stays_at_the_line_and_not_at_the_list() -> None:
    """A15: while it is being mended the words stay; on the list they mean nothing."""
    desk, _ = at(LINE)
    press(desk, "4\r11\r1")
    assert "Please give a number" in text(desk)
    press(desk, "\x1b")
    assert "Please give a number" not in text(desk)


@pytest.mark.parametrize("only_one", [True, False])
def test_a_list_of_nobody_can_be_resized_spoken_and_given(only_one: bool) -> None:
    """A2: no window and no key meets a row that is not there; the second Enter gives nobody."""
    desk, guide = at(replace(LEFT, input=ChoosePeople((), only_one=only_one)), size=LARGE)
    for size in (SMALL, LARGE):
        desk.resize(size, PLAIN_GLYPHS)
        for key in ("f7", "down", "up", "tab", "left", "pagedown", "space"):
            desk.key(key, None)
        desk.look_for_news()
        assert len(desk.lines) == size.rows
    press(desk, "1\r\r")
    assert guide.given == [ChosenSeveral(())]


@pytest.mark.parametrize("row", KEYS, ids=lambda row: str(row.command))
def test_every_key_of_the_table_does_its_command(row: object) -> None:
    """A2: keypad, letter, function key and the other names, outside text."""
    assert row in KEYS
    for one in KEYS:
        if one is row:
            for key in filter(None, (*one.keypad, one.letter, one.function, *one.also)):
                desk, guide = at(WEATHER)
                desk.key(key, key if len(key) == 1 else None)
                assert guide.pressed == [one.command]


def test_in_a_typed_field_a_reserved_key_is_a_command_only_while_it_is_empty() -> None:
    """A2: "-" passes an empty line, and is a letter after that; letters are letters."""
    desk, guide = at(SURE)
    press(desk, "h7-")
    assert guide.pressed == []
    assert "h7-" in text(desk)
    desk, guide = at(SURE)
    press(desk, "-")
    assert guide.pressed == [KeyCommand.PASS]


def test_after_a_refusal_the_next_key_replaces_what_was_typed() -> None:
    """A15: the notice says how to mend it, what was typed stays, selected."""
    desk, guide = at(SURE)
    press(desk, "11\r")
    assert "11" in text(desk)
    assert "Please give a number from 0 to 10." in text(desk)
    press(desk, "7\r")
    assert guide.given == [Typed("7")]


def test_a_refused_line_can_still_be_passed_from_a_keypad() -> None:
    """A2: a keypad has no Backspace; a selected line does not shut the way out."""
    desk, guide = at(SURE)
    press(desk, "11\r-")
    assert guide.pressed == [KeyCommand.PASS]


@pytest.mark.parametrize("key", ["\x1b", "/"])
def test_from_the_empty_line_one_goes_back_to_the_list(key: str) -> None:
    """A2: Esc or / on the empty line; a second time it is the command."""
    desk, guide = at(LINE)
    press(desk, "4\r" + key)
    assert guide.pressed == []
    assert "> 1  Walk for ten minutes" in text(desk)
    press(desk, key)
    assert guide.pressed == [KeyCommand.BACK]


def test_words_stay_when_one_looks_at_the_list_and_comes_back() -> None:
    """A18: nothing has to be typed twice."""
    desk, guide = at(LINE)
    press(desk, "4\rswim\x1b")
    assert "You wrote: swim" in text(desk)
    press(desk, "4\r\r")
    assert guide.given == [Typed("swim")]


def test_help_in_the_middle_of_a_line_loses_no_word() -> None:
    """A17, M6: F1 works in text; afterwards the line is as it was."""
    desk, guide = at(LINE)
    press(desk, "4\rswim")
    desk.key("f1", None)
    assert "You matter." in text(desk)
    press(desk, "\r slowly\r")
    assert guide.given == [Typed("swim slowly")]


def test_a_draft_of_the_other_front_end_is_shown_and_given_back() -> None:
    """A24: marks, words and the open line, when the prompt ids agree."""
    desk, guide = at(STRENGTHS, draft=Draft("strengths", marked=("c2",)))
    assert "2  [ X ]  I can cook" in text(desk)
    desk, guide = at(LINE, draft=Draft("line", typed="swim", is_writing=True))
    assert "swim" in text(desk)
    assert desk.draft() == Draft("line", typed="swim", is_writing=True)
    desk, guide = at(LINE, draft=Draft("other", typed="swim", is_writing=True))
    assert "swim" not in text(desk)
    guide.switch_to = FrontEnd.PLAIN
    assert desk.is_done


def test_a_hidden_word_is_masked_and_never_a_draft() -> None:
    """S10: a person's own word is shown as signs."""
    hidden = replace(WEATHER, id="word", input=WriteText((), "Your word", hidden=True))
    desk, guide = at(hidden)
    press(desk, "secret")
    assert "******" in text(desk)
    assert "secret" not in text(desk)
    assert desk.draft().typed == ""
    press(desk, "\r")
    assert guide.given == [Typed("secret")]


def test_say_again_shows_the_prompt_from_its_first_view() -> None:
    """A2: "+" begins again, whatever view was shown."""
    desk, guide = at(replace(WEATHER, body=("word " * 400,)))
    before = text(desk)
    press(desk, "0\r")
    assert text(desk) != before
    press(desk, "+")
    assert text(desk) == before
    assert guide.pressed == [KeyCommand.AGAIN]


def test_a_digit_that_is_not_on_this_leaf_does_nothing_but_say_so() -> None:
    """A2: nobody chooses what they cannot see; Enter alone turns the leaf."""
    desk, guide = at(replace(WEATHER, body=("word " * 400,)))
    leaf = desk._place._view
    press(desk, "2")
    assert "There is no 2 here." in text(desk)
    assert (guide.given, desk._place._view) == ([], leaf)
    while "Cloudy" not in text(desk):
        press(desk, "0\r")
    press(desk, "2\r")
    assert guide.given == [Chosen("c2")]
    desk, guide = at(replace(WEATHER, body=("word " * 400,)))
    before = text(desk)
    press(desk, "\r")
    assert guide.given == []
    assert text(desk) != before


def test_arrows_and_tab_move_and_the_cursor_follows() -> None:
    """A8: the cursor stands on the mark of the focused row."""
    desk, _ = at(WEATHER)
    for key, label in (("down", "2"), ("tab", "3"), ("up", "2"), ("up", "1"), ("up", "5")):
        desk.key(key, None)
        column, row = desk.cursor
        shown = desk.lines[row].text
        assert shown[column] == ">"
        assert shown[column + 2] == label


def test_a_click_on_a_row_gives_it_and_several_are_marked_until_done() -> None:
    """A4: the whole row; several toggle, "Done" gives them; the footer's commands too."""
    desk, guide = at(STRENGTHS)
    rows = text(desk).splitlines()
    for label in ("I listen well", "I can cook", "I can cook", "I make people"):
        desk.click(60, next(n for n, row in enumerate(rows) if label in row))
    assert guide.given == []
    desk.click(60, next(n for n, row in enumerate(rows) if "Done, or press Enter" in row))
    assert guide.given == [ChosenSeveral(("c1", "c4"))]
    desk.click(4, 23)
    assert guide.pressed == [KeyCommand.HELP]
    assert "You matter." in text(desk)


def test_any_key_leaves_the_code_alone() -> None:
    """T1: 0 shows it, any key comes back to the choices and does nothing else."""
    desk, guide = at(RESOURCE, size=Size(60, 24))
    before = text(desk)
    press(desk, "0\r")
    assert "Next" not in text(desk)
    press(desk, "-")
    assert text(desk) == before
    assert (guide.given, guide.pressed) == ([], [])


def test_a_smaller_window_keeps_focus_and_draft_and_so_does_one_that_is_too_small() -> None:
    """A5: only the words about it; nothing can be pressed; then it goes on."""
    desk, guide = at(LINE)
    press(desk, "4\rswim")
    desk.resize(Size(39, 12), PLAIN_GLYPHS)
    assert " ".join(text(desk).split()) == "Make this window bigger, or use --plain."
    press(desk, "\r")
    desk.click(5, 5)
    desk.paste("words")
    assert guide.given == []
    desk.resize(SMALL, PLAIN_GLYPHS)
    assert "swim" in text(desk)
    press(desk, "\r")
    assert guide.given == [Typed("swim")]


def test_a_command_that_the_prompt_does_not_know_is_not_asked() -> None:
    """A2: but help always is."""
    desk, guide = at(WELCOME)
    press(desk, "-*")
    assert guide.pressed == [KeyCommand.HELP]


def test_the_choice_that_was_given_before_has_the_focus() -> None:
    """A18: going back shows what was given."""
    asked = ChooseOne(choices("a", "b", "c"), marked="c2")
    desk, _ = at(replace(WEATHER, input=asked))
    assert "> 2  b" in text(desk)


def test_every_key_click_and_paste_is_silence_first() -> None:
    """A9, 5.1.3.5: before anything else is done."""
    desk, guide = at(WEATHER)
    desk.key("x", "x")
    desk.click(0, 0)
    desk.paste("words")
    assert guide.heard[:3] == ["", "", ""]
    assert guide.heard[3:] == [screen_words.NO_LINE], "there is no line here, and that is said"


def test_the_focused_row_is_said_with_its_number() -> None:
    """A9, 5.1.3.3: by arrow and by digit; at the edge nothing is said twice."""
    desk, guide = at(WEATHER)
    desk.key("down", None)
    desk.key("4", "4")
    said = [one for one in guide.heard if one]
    assert said == ["2: Cloudy. So-so", "4: Stormy. A lot is going on"]


def test_what_is_typed_is_said_word_by_word() -> None:
    """A9: at the end of a word, not at each letter."""
    desk, guide = at(LINE)
    press(desk, "4\r")
    guide.heard.clear()
    for letter in "a walk ":
        desk.key("space" if letter == " " else letter, letter)
    assert [one for one in guide.heard if one] == ["wrote a", "wrote walk"]


@pytest.mark.parametrize(("name", "key"), [("f6", "speak"), ("f7", "all"), ("f12", "louder")])
def test_the_keys_of_the_voice_work_everywhere(name: str, key: str) -> None:
    """A9: also while a line is open, and no letter of it is lost."""
    desk, guide = at(LINE)
    press(desk, "4\rtea")
    desk.key(name, None)
    assert guide.heard[-1] == key
    assert "tea" in text(desk)


def test_news_of_the_voice_is_shown_and_moves_nothing() -> None:
    """A11: one line; the focus stays."""
    desk, guide = at(WEATHER)
    desk.key("3", "3")
    before = desk.cursor
    guide.news = "No loudspeaker answered."
    desk.look_for_news()
    assert "No loudspeaker answered." in text(desk)
    assert desk.cursor == before


def test_a_mark_is_said_with_its_row_by_key_and_by_click() -> None:
    """A9, 5.1.3.3, 5.6: on and off."""
    desk, guide = at(STRENGTHS)
    press(desk, "2")
    click_on(desk, "I can cook", "I listen well")
    said = [one for one in guide.heard if one]
    assert said == [
        "2: I can cook marked", "2: I can cook not marked", "1: I listen well marked",
    ]  # fmt: skip


def test_a_line_that_opens_says_how_it_is_given() -> None:
    """A9: also to somebody who does not see it; on the board the word so far is said."""
    desk, guide = at(LINE)
    click_on(desk, "In my own words")
    assert guide.heard[-1] == "Type your words, then press Enter. Esc goes back to the list."
    click_on(desk, "Letters on the screen", "t", "e")
    assert [one for one in guide.heard if one][-2:] == ["wrote T", "wrote Te"]
