"""A text of any length, pasted or from a scanner, never stops the screen (S20)."""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events

from facilitator.domain.answers import Typed
from facilitator.frontends.tui import desk as desk_module
from facilitator.frontends.tui.feeding import (
    LONGEST_PASTE,
    PASTE_BEGINS,
    PASTE_ENDS,
    QUIET_TICKS,
    Feeding,
    Together,
    together,
)
from facilitator.wording import full_screen
from tests.frontends.tui.canned import LINE
from tests.frontends.tui.hands import at, press
from tests.terminal import Terminal

DEMO = (sys.executable, "-m", "tests.frontends.tui.demo")
MANY = 200_000
"""Letters of a long text."""


def came(pieces: list[str]) -> list[events.Event]:
    """Return what a terminal's text means, piece by piece, until nothing more is due."""
    feeding, found = Feeding(), []
    for piece in pieces:
        found += list(together(feeding.feed(piece)))
    for _ in range(QUIET_TICKS + 2):
        found += list(feeding.tick())
    return [one for one in found if isinstance(one, events.Event)]


def cut(text: str, size: int) -> list[str]:
    """Return a text in pieces of one size."""
    return [text[at : at + size] for at in range(0, len(text), size)]


@pytest.mark.parametrize("size", [1000, 512, 65_536])
@pytest.mark.parametrize("is_marked", [True, False])
def test_a_long_text_is_a_handful_of_events(size: int, is_marked: bool) -> None:
    """S20: not one for each letter; what is kept has a bound."""
    text = "a walk to the loch " * (MANY // 19)
    whole = f"{PASTE_BEGINS}{text}{PASTE_ENDS}" if is_marked else text
    found = came(cut(whole, size))
    pasted = [one for one in found if isinstance(one, events.Paste)]
    assert len(found) <= 4
    assert sum(len(one.text) for one in pasted) <= LONGEST_PASTE + size


@given(st.lists(st.text(st.characters(codec="utf-8"), min_size=1, max_size=60), max_size=6))
def test_pasted_lines_keep_their_order(lines: list[str]) -> None:
    """S20: whatever control characters are among them, but those that end a paste."""
    text = "\r".join(lines).replace("\x1b", "").replace("\x00", "")
    found = came(cut(f"{PASTE_BEGINS}{text}{PASTE_ENDS}", 7))
    assert "".join(one.text for one in found if isinstance(one, events.Paste)) == text


def test_keys_that_waited_are_one_change_and_others_stay_keys() -> None:
    """S20: letters beside each other together; an arrow between them is a key."""
    found = came(["ab\x1b[Acd"])
    assert [type(one) for one in found] == [Together, events.Key, Together]
    assert [one.text for one in found if isinstance(one, Together)] == ["ab", "cd"]


def test_many_letters_are_laid_out_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """S20: the work of a paste does not grow with what is pasted; the control is key by key."""
    desk, _ = at(LINE)
    press(desk, "4\r")
    laid: list[int] = []
    real = desk_module.Desk._lay_out

    def counted(self: desk_module.Desk, focus: int) -> None:
        laid.append(focus)
        real(self, focus)

    monkeypatch.setattr(desk_module.Desk, "_lay_out", counted)
    desk.letters("a walk " * 20)
    assert len(laid) <= 2
    desk.paste("x" * MANY)
    assert len(laid) <= 5
    desk, _ = at(LINE)
    press(desk, "4\r")
    laid.clear()
    press(desk, "a walk " * 20)
    assert len(laid) >= 100


def test_what_has_no_room_is_left_out_in_words_and_what_was_there_stays() -> None:
    """S20: the line keeps its beginning, and says that it is full."""
    desk, guide = at(LINE)
    press(desk, "4\rtea and ")
    desk.paste("x" * MANY)
    kept = desk.draft().typed
    assert kept.startswith("tea and x")
    assert len(kept) <= 1000
    said = full_screen.FULL.partition("{")[0]
    assert any(one.startswith(said) for one in guide.heard)


@pytest.mark.parametrize("marks", [("", ""), (PASTE_BEGINS, PASTE_ENDS)])
def test_help_works_at_once_after_a_long_text(marks: tuple[str, str]) -> None:
    """S20: in a real terminal line, with and without the marks of a paste."""
    with Terminal((*DEMO, "evening", "line")) as window:
        window.wait_text("> 1  Walk")
        window.send("4\r")
        window.wait_text("Type your words")
        window.send(f"{marks[0]}{'x' * MANY}{marks[1]}")
        window.wait_text("This line is full")
        window.send("\x1bOP")
        window.wait_text("You matter.")


def test_enter_after_letters_that_came_together_is_not_the_enter_before_them() -> None:
    """A19, S20: a key is held down only where nothing else came in between."""
    desk, guide = at(LINE)
    press(desk, "4")
    desk.key("enter", "\r", 1.0)
    desk.letters("tea", 1.01)
    desk.key("enter", "\r", 1.02)
    assert guide.given == [Typed("tea")]
