"""What is being typed."""

import pytest

from facilitator.frontends.tui.field import Field


def test_backspace_takes_one_letter_with_its_accent() -> None:
    """A2: a letter is what a person calls a letter, not a code point."""
    field = Field("cafe\u0301")
    field.press("backspace")
    assert field.text == "caf"


def test_the_next_letter_replaces_what_is_selected() -> None:
    """A2: after a refusal the next key replaces it all."""
    field = Field("11")
    field.select()
    field.write("7")
    assert (field.text, field.is_selected) == ("7", False)


def test_letters_go_in_at_the_caret() -> None:
    """A2: the usual editing keys."""
    field = Field("tea")
    for key in ("left", "left"):
        field.press(key)
    field.write("h")
    assert field.text == "thea"
    field.press("delete")
    field.press("home")
    field.write("a ")
    field.press("end")
    field.write(" ")
    field.write("x")
    assert field.text == "atha x"


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        ("[/b]", "[/b]"),
        ("\x1b]0;x\x07y", "]0;xy"),
        ("a\u202eb\udcffc", "abc"),
        ("two\nlines\tmore", "two lines more"),
    ],
)
def test_hostile_words_are_cleaned_as_they_come_in(pasted: str, kept: str) -> None:
    """S14: no control sign, surrogate or bidi override is ever in the field."""
    field = Field()
    field.write(pasted)
    assert field.text == kept


def test_a_whole_book_does_not_go_in() -> None:
    """S14: a paste of a million letters stays small."""
    field = Field()
    field.write("x" * 1_000_000)
    assert len(field.text) == 1000


def test_what_does_not_fit_is_told_and_what_was_there_stays() -> None:
    """S20: the letters up to the limit stay in place, on both sides of the caret."""
    field = Field("before ", " after", most=20)
    assert field.write("mid")
    assert not field.write("x" * 200_000)
    assert field.text == "before midxxxx after"
    assert not field.type("y")
    assert len(field.text) == 20
