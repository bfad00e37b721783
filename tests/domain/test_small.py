"""Numbers, words and keys."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.keys import KEYS, KeyCommand, command_for
from facilitator.domain.numbers import number_from
from facilitator.domain.strikes import Strikes
from facilitator.domain.text import cleaned

HOSTILE = (
    "[/b]", "[@click=app.quit]x[/]", "\x1b]0;x\x07", "a\u202eb", "a\ud800b", "\x00\x9b31m",
    "\u2066x\u2069", "\r\n", "\t", "e\u0301",
)  # fmt: skip


@pytest.mark.parametrize(
    "text", ["7", " 7 ", "seven", "Seven", "7/10", "7 / 10", "7 out of 10", "٧", "７", "7.", "۷"]
)
def test_seven_is_seven(text: str) -> None:
    """A15: digits of any script, words, and out of ten."""
    assert number_from(text, 0, 10) == 7


@pytest.mark.parametrize("text", ["", "77", "7.5", "-3", "7/9", "seventy", "x", "1" * 500, "²"])
def test_what_is_no_number_here_is_not_guessed(text: str) -> None:
    """A15: refused, so that the words can say why."""
    assert number_from(text, 0, 10) is None


@given(st.text())
def test_any_text_is_a_number_in_range_or_none(text: str) -> None:
    """A15: never raises."""
    number = number_from(text, 0, 10)
    assert number is None or 0 <= number <= 10


@given(st.text(st.characters(codec=None), max_size=50) | st.sampled_from(HOSTILE))
def test_cleaned_words_hold_nothing_that_steers_a_terminal(text: str) -> None:
    """S14: no control, surrogate or bidi override; cleaning twice is as once."""
    words = cleaned(text)
    assert not [one for one in words if unicodedata.category(one) in ("Cc", "Cs")]
    assert not set(words) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
    assert cleaned(words) == words


def test_no_key_means_two_things_and_no_digit_is_reserved() -> None:
    """A2: one table; digits are answers."""
    keys = [
        key
        for row in KEYS
        for key in (*row.keypad, row.letter, row.function, row.word, *row.also)
        if key
    ]
    assert len(keys) == len(set(keys))
    assert not [key for key in keys if key.isdecimal()]
    assert {row.command for row in KEYS} == set(KeyCommand)


@pytest.mark.parametrize(
    ("typed", "in_text", "command"),
    [
        ("*", False, KeyCommand.HELP), ("-", True, KeyCommand.PASS), ("b", False, KeyCommand.BACK),
        ("b", True, None), ("back", True, KeyCommand.BACK), ("F5", False, KeyCommand.MENU),
        (",", False, KeyCommand.MENU), ("7/10", True, None), ("escape", False, KeyCommand.BACK),
        ("", False, None),
    ],
)  # fmt: skip
def test_keys_and_words_mean_their_commands(
    typed: str, in_text: bool, command: KeyCommand | None
) -> None:
    """A2: letters are letters in a typed line."""
    assert command_for(typed, in_text=in_text) is command


def test_somebodys_own_letter_comes_in_place_of_ours_and_may_be_none() -> None:
    """A2: each can be remapped; the signs of a keypad stay."""
    own = {"pass": "q", "menu": ""}
    assert command_for("q", own=own) is KeyCommand.PASS
    assert command_for("p", own=own) is None
    assert command_for("m", own=own) is None
    assert command_for("-", own=own) is KeyCommand.PASS
    assert command_for("q", in_text=True, own=own) is None


def test_the_same_key_within_the_set_time_counts_once() -> None:
    """A19: 0.49 s is ignored and 0.51 s is not, when half a second is set."""
    strikes = Strikes()
    assert strikes.counts("1", 10.0, 5)
    assert not strikes.counts("1", 10.49, 5)
    assert strikes.counts("1", 11.0, 5)
    assert strikes.counts("2", 11.01, 5)
    assert strikes.counts("1", 11.02, 5)


def test_a_key_that_is_held_down_counts_once() -> None:
    """A19, 5.7: fifty repeats of Enter are one; without a set time a fast finger still counts."""
    strikes = Strikes()
    at = [0.0, *(0.4 + n * 0.033 for n in range(50))]
    assert [strikes.counts("enter", now, 5) for now in at].count(True) == 1
    fast = Strikes()
    assert all(fast.counts("down", now, 0) for now in (0.0, 0.1, 0.2))
    held = Strikes()
    assert [held.counts("down", now, 0) for now in at].count(True) == 2
