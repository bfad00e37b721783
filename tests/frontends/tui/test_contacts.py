"""Numbers to call as rows of the screen: whole, large, in one column (S16, A5)."""

from dataclasses import replace

import pytest

from facilitator.domain.prompt import Acknowledge, Contact, Prompt
from facilitator.frontends.tui.frame import Size
from facilitator.frontends.tui.ink import Ink
from facilitator.frontends.tui.inputs import state_for
from facilitator.frontends.tui.sheet import Sheet, sheet_of
from tests.engine.house.test_help_now import NUMBERS, the_card, with_the_card

SIZES = [Size(40, 12), Size(50, 14), Size(60, 16), Size(80, 24), Size(120, 40), Size(200, 60)]
NAMES = ["Danger to life", "NHS 24", "Samaritans", "Breathing Space", "Shout, by text"]


def laid_out(prompt: Prompt, size: Size) -> Sheet:
    """Return the sheet of a prompt as it is first shown."""
    state = state_for(prompt.input)
    return sheet_of(prompt, state.rows(), state.notes, size)


def card(turn_to: str = "") -> Prompt:
    """Return the shipped card."""
    return the_card(with_the_card(turn_to))


def test_all_of_the_card_is_on_one_page_of_an_ordinary_window() -> None:
    """S16, A17: whom to turn to, five numbers with their words, and both rows."""
    prompt = card("Mary")
    (only,) = laid_out(prompt, Size(80, 24)).bodies
    shown = " ".join(" ".join(line.text for line in only).split())
    for said in (prompt.question, *prompt.body, prompt.hint, "1 Back to", "2 What the keys do"):
        assert said in shown
    assert shown.index(prompt.question) < shown.index(NUMBERS[0])
    rows = [line.text for line in only]
    for one in prompt.contacts:
        (row,) = [row for row in rows if row.strip().startswith(f"{one.number}  ")]
        assert one.who in row
        assert one.words.split()[0] in row
    assert len({row.index(name) for row in rows for name in NAMES if name in row}) == 1


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_every_number_is_whole_and_stands_beside_its_name(size: Size) -> None:
    """S16, A5: never broken over two rows, never cut, at the smallest size too."""
    first = laid_out(card(), size).plain_lines(0)
    rows = [line.text for line in first]
    for number, name in zip(NUMBERS, NAMES, strict=True):
        (row,) = [row for row in rows if row.strip().startswith(f"{number}  ")]
        assert row.split(number)[1].strip().startswith(name)
    assert all(line.width == size.columns for line in first)


def test_on_the_smallest_window_all_numbers_and_rows_are_on_the_first_page() -> None:
    """S16: what the words say of each comes after what can be chosen."""
    sheet = laid_out(card(), Size(40, 12))
    first = "\n".join(line.text for line in sheet.bodies[0])
    for one in (*NUMBERS, *NAMES, "Turn to somebody", "Back to where we were", "What the keys do"):
        assert one in first
    later = " ".join(" ".join(line.text for body in sheet.bodies[1:] for line in body).split())
    for contact in card().contacts:
        assert f"{contact.who}: {contact.words}" in later


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_the_number_alone_is_in_the_colour_that_stands_out(size: Size) -> None:
    """S16: large and in the accent of the theme, all in one column."""
    large = [
        span.text.strip()
        for line in laid_out(card(), size).plain_lines(0)
        for span in line.spans
        if span.ink is Ink.LARGE
    ]
    assert [one for one in large if one] == NUMBERS


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_a_long_list_of_long_names_is_cut_nowhere(size: Size) -> None:
    """A5: a group's own numbers too, and one without a number."""
    many = tuple(
        Contact(
            "" if at == 3 else f"0131 496 {at:04}", f"The line of street {at} " * 3, "Any hour."
        )
        for at in range(9)
    )
    prompt = replace(card(), contacts=many, input=Acknowledge("Back"))
    sheet = laid_out(prompt, size)
    lines = [line for at in range(len(sheet.bodies)) for line in sheet.plain_lines(at)]
    assert all(line.width == size.columns for line in lines)
    text = "\n".join(line.text for line in lines)
    for one in many:
        assert one.number in text
    assert " ".join(text.split()).count("The line of") >= 27
