"""A picture made of counts: words first, and a bar that says no more than they do (T6, A5)."""

from dataclasses import replace

import pytest

from facilitator.domain.prompt import Acknowledge, Bar, Prompt
from facilitator.frontends.tui.bars import pictures_of
from facilitator.frontends.tui.frame import PLAIN_GLYPHS, Glyphs, Size
from facilitator.frontends.tui.ink import Ink
from facilitator.frontends.tui.inputs import state_for
from facilitator.frontends.tui.sheet import sheet_of

PICTURE = (
    Bar("Sunny: 4 of 8", 4, 8, "24 November 2026"),
    Bar("Cloudy, with a little rain at noon: 3 of 8", 3, 8),
    Bar("Another answer: 1 of 8", 1, 8),
    Bar("Sunny: 8 of 8", 8, 8, "1 December 2026"),
)
SIZES = [Size(40, 12), Size(50, 14), Size(60, 16), Size(80, 24), Size(120, 40)]


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_every_row_is_as_wide_as_the_window_and_every_word_is_there(size: Size) -> None:
    """A5, T6: nothing is cut, at any size."""
    parts = pictures_of(PICTURE, size, PLAIN_GLYPHS)
    lines = [line for part in parts for line in part]
    assert all(line.width == size.columns for line in lines)
    shown = " ".join(
        " ".join(line.text for line in lines).replace("=", "").replace("-", "").split()
    )
    for bar in PICTURE:
        assert bar.words in shown
        assert bar.heading in shown
    assert len(parts) == 2


def test_a_bar_stands_beside_its_words_and_in_a_narrow_window_below_them() -> None:
    """A5, A7: words stand with every bar, so no meaning is in a colour or a length alone."""
    wide = pictures_of(PICTURE[:1], Size(80, 24), PLAIN_GLYPHS)[0]
    assert [line.text.split() for line in wide] == [
        ["24", "November", "2026"],
        ["Sunny:", "4", "of", "8", "=" * 15 + "-" * 15],
    ]
    narrow = pictures_of(PICTURE[1:2], Size(40, 12), PLAIN_GLYPHS)[0]
    assert narrow[0].text.strip().startswith("Cloudy")
    assert set(narrow[-1].text.strip()) == {"=", "-"}


def test_what_was_counted_at_all_has_a_part_of_its_bar_and_nought_has_none() -> None:
    """T6: the bar tells no other thing than the count."""
    lengths = []
    for count in (0, 1, 50, 100):
        lines = pictures_of((Bar("x", count, 100),), Size(80, 24), PLAIN_GLYPHS)[0]
        lengths.append(lines[0].text.count("="))
    assert lengths == [0, 1, 15, 30]


def test_one_ink_is_for_all_counts_whatever_they_are() -> None:
    """M12: no red, no rank; light and heavy alone, which every theme gives contrast to."""
    lines = pictures_of(PICTURE, Size(80, 24), Glyphs())
    inks = {span.ink for part in lines for line in part for span in line.spans}
    assert inks == {Ink.TEXT, Ink.DONE, Ink.AHEAD, Ink.GROUND}


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_a_long_picture_goes_on_behind_the_row_for_more(size: Size) -> None:
    """A5, A21: pages follow each other; each row of it is on one of them."""
    many = tuple(
        replace(one, heading=f"{day} November 2026" if one.heading else "")
        for day in range(10, 18)
        for one in PICTURE
    )
    prompt = Prompt("any", "Any", "How was it?", Acknowledge("Back"), picture=many)
    sheet = sheet_of(prompt, state_for(prompt.input).rows(), (), size)
    shown = "\n".join(
        line.text for view in range(len(sheet.views)) for line in sheet.plain_lines(view)
    )
    for bar in many:
        assert bar.heading in shown
    assert shown.count("Another answer: 1 of 8") == 8
