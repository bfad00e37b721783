"""The farewell, and the page before it, in both front ends (M2, A1, A5)."""

import io

import pytest

from facilitator.domain.events import Keep
from facilitator.domain.prompt import Heading
from facilitator.domain.records import Ways
from facilitator.frontends.plain import loop
from facilitator.frontends.tui.desk import Desk
from facilitator.frontends.tui.frame import Size
from facilitator.frontends.tui.ink import Ink
from facilitator.frontends.tui.parts import body_blocks
from facilitator.wording import close as words
from tests.engine.test_the_end import SESSION, agree, finished, to
from tests.frontends.tui.canned import LibraryCodes
from tests.frontends.tui.hands import LARGE, SMALL, text
from tests.scenario import Scenario

AGREED = (Heading("We agreed:"), "we listen", "one at a time, and never for a very long time")
BODY = ("A word before.", Heading("First:"), "a line", "another line", *AGREED)


def shown(size: Size = LARGE) -> tuple[Desk, Scenario]:
    """Return the farewell on the full screen."""
    group = finished(Keep.TODAY)
    return Desk(group.runner, LibraryCodes(), size), group


def lines(*typed: str) -> tuple[str, Scenario]:
    """Return what plain lines write at the farewell, these lines typed."""
    group, out = finished(Keep.TODAY), io.StringIO()
    loop.run(group.runner, io.StringIO("".join(f"{one}\n" for one in typed)), out, why="Lines.")
    return out.getvalue(), group


@pytest.mark.parametrize("size", [LARGE, SMALL])
def test_all_of_it_is_on_the_first_screen(size: Size) -> None:
    """M2, A5: nobody has to turn a leaf to read goodbye, at 40 columns and 12 rows too."""
    desk, _ = shown(size)
    told = " ".join(text(desk).split())
    for sentence in (words.FAREWELL, words.KEPT_TODAY, words.FAREWELL_BACK):
        assert sentence in told


@pytest.mark.parametrize("key", ["x", "enter", "space", "escape", "-", "9 enter", "1 enter"])
def test_one_key_leads_home_and_no_further(key: str) -> None:
    """M2, A2: whoever presses 1 and then Enter stands on the first screen, not in its first row."""
    desk, group = shown()
    for one in key.split():
        desk.key(one, one if len(one) == 1 else None)
    assert group.prompt.id == "home"


def test_help_and_say_again_are_there_and_a_click_leads_home() -> None:
    """M2, S16, A4: from every screen; what comes back is the farewell."""
    desk, group = shown()
    desk.key("*", "*")
    assert group.prompt.id == "help"
    desk.key("/", "/")
    assert group.prompt.id == "farewell"
    desk.key("+", "+")
    assert group.prompt.id == "farewell"
    desk.click(1, 3)
    assert group.prompt.id == "home"


def test_one_key_alone_leads_home_too() -> None:
    """M2, A3: whoever has one key presses it."""
    group = finished(Keep.TODAY)
    group.around.use(Ways(scanning=True))
    desk = Desk(group.runner, LibraryCodes(), SMALL)
    desk.key("space", " ")
    assert group.prompt.id == "home"


@pytest.mark.parametrize("line", ["", "1", "bye", "thank you"])
def test_any_line_leads_home_in_plain_lines(line: str) -> None:
    """M2, A1: the same words, then the first screen."""
    written, group = lines(line)
    assert "Thank you for today.\nTake good care of each other.\n" in written
    assert "We've finished.\nThe words from today are gone.\n" in written
    assert group.prompt.id == "home"


def test_help_is_one_line_away_in_plain_lines() -> None:
    """M2, S16: and the farewell comes back."""
    _, group = lines("*", "/")
    assert group.prompt.id == "farewell"


@pytest.mark.parametrize("size", [LARGE, SMALL])
def test_a_heading_and_its_lines_are_one_block_in_inks_of_their_own(size: Size) -> None:
    """M2, A5: so a view breaks between parts; a line that is long goes on further in."""
    before, *_, part = body_blocks(BODY, size)
    assert before.text == "A word before."
    heading, first, *rest = part.drawn
    assert [one.spans[0].ink for one in part.drawn[:2]] == [Ink.LARGE, Ink.TEXT]
    assert heading.text.strip() == "We agreed:"
    margins = [len(one.text) - len(one.text.lstrip()) for one in part.drawn]
    assert margins[0] < margins[1]
    assert all(one >= margins[1] for one in margins[1:])
    assert first.text.strip() == "we listen"
    assert " ".join(one.text.strip() for one in rest) == AGREED[-1]
    assert {one.width for one in part.drawn} == {size.columns}
    assert len(rest) == (1 if size is LARGE else 2)


def test_in_a_small_window_the_question_never_stands_alone_on_a_leaf() -> None:
    """M2, A5: the first part goes on over the leaf there, its heading never without a line."""
    drawn = [block.drawn for block in body_blocks(BODY, SMALL)[1:]]
    told = [[row.text.strip() for row in rows] for rows in drawn]
    assert told[:2] == [["First:", "a line"], ["another line"]]
    assert len(body_blocks((Heading("First:"),), SMALL)) == 1
    group = Scenario.hold(SESSION, keep=Keep.GROUP)
    agree(group)
    to(group, "@close//made")
    first = text(Desk(group.runner, LibraryCodes(), SMALL))
    for words_told in ("This is what we made today.", "We agreed:", "One person talks at a time"):
        assert words_told in first


def test_a_body_without_headings_is_as_it_was() -> None:
    """M2: each paragraph stands for itself, an empty one not at all."""
    assert [one.text for one in body_blocks(("One.", "", "Two."), LARGE)] == ["One.", "Two."]
