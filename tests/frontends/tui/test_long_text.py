"""A text of any length on the full screen: work is counted, and the help key is heard (S20)."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest

from facilitator.domain.answers import Typed
from facilitator.domain.prompt import Tone, WriteText
from facilitator.frontends.tui import rows, writing
from facilitator.frontends.tui.desk import Desk
from facilitator.frontends.tui.field import Field
from facilitator.frontends.tui.wrap import field_lines
from facilitator.wording import full_screen as words
from tests.frontends.tui.canned import LINE, WEATHER, FakeGuide
from tests.frontends.tui.hands import at, press, text
from tests.frontends.tui.test_pty import demo
from tests.terminal import Terminal

LONG = 200_000
"""Letters that settle within two seconds."""

FULL = words.FULL.format(most=Field().most)


@contextmanager
def counted(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[int]]:
    """Count the letters that are wrapped for the line, each time that they are."""
    seen: list[int] = []
    wrap = field_lines

    def counting(letters: tuple[str, ...], columns: int) -> tuple[tuple[int, int], ...]:
        seen.append(len(letters))
        return wrap(letters, columns)

    monkeypatch.setattr(rows, "field_lines", counting)
    yield seen


def opened() -> tuple[Desk, FakeGuide]:
    """Return a desk with an open line that holds a word."""
    desk, guide = at(LINE)
    press(desk, "4\r")
    desk.paste("tea")
    return desk, guide


TAKEN: dict[str, Callable[[Desk, str], None]] = {
    "pasted": lambda desk, sent: desk.paste(sent),
    "together": lambda desk, sent: desk.letters(sent, 1.0),
}


@pytest.mark.parametrize("way", TAKEN)
@pytest.mark.parametrize("letter", ["x", "\n", "e\u0301", "\u6f22 ", "\x00\x07x"])
def test_the_line_is_wrapped_as_often_for_a_book_as_for_a_word(
    monkeypatch: pytest.MonkeyPatch, way: str, letter: str
) -> None:
    """S20: the work of a paste does not grow with its letters, and no wrap is of all of them."""
    with counted(monkeypatch) as seen:
        desk, _ = opened()
        seen.clear()
        TAKEN[way](desk, "word")
        few = len(seen)
        assert few, "the control: wraps are counted"
        seen.clear()
        TAKEN[way](desk, letter * LONG)
    # With the word that it is full, and without it, before and after.
    assert len(seen) <= 4 * few <= 8
    assert max(seen, default=0) <= Field().most


def test_letters_one_by_one_into_a_full_line_wrap_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """S20: a key that is refused costs nothing but its refusal, which is said once."""
    desk, guide = opened()
    desk.paste("x" * LONG)
    with counted(monkeypatch) as seen:
        for _ in range(50):
            desk.key("x", "x")
    assert seen == []
    assert guide.heard.count(FULL) == 1


@pytest.mark.parametrize("way", TAKEN)
def test_what_is_over_the_limit_is_refused_in_words_and_nothing_goes(way: str) -> None:
    """S20: what was typed before stands first; the words go when there is room again."""
    desk, guide = opened()
    TAKEN[way](desk, "x" * LONG)
    assert "The rest was left out." in " ".join(text(desk).split())
    assert desk._prompt.notice is not None
    assert desk._prompt.notice.tone is Tone.CARE
    desk.key("backspace", None)
    assert "left out" not in text(desk)
    press(desk, "\r")
    assert guide.given == [Typed("tea" + "x" * (Field().most - 4))]


def test_where_there_is_no_line_a_paste_is_refused_in_words() -> None:
    """S20: nothing is chosen by it."""
    desk, guide = at(WEATHER)
    desk.paste("1\n2\n3\n" * LONG)
    assert words.NO_LINE.split(".")[0] in " ".join(text(desk).split())
    assert guide.given == []


def test_keys_that_waited_together_mean_what_they_mean_one_by_one() -> None:
    """A2, A19: in a list each is a key; on an empty line a reserved key is a command."""
    for sent in ("3", "43", "*x", "h"):
        desk, guide = at(WEATHER)
        one, other = at(WEATHER)
        desk.letters(sent)
        press(one, sent)
        assert (guide.pressed, text(desk)) == (other.pressed, text(one))
    desk, guide = at(replace(LINE, input=WriteText((), "In my own words")))
    desk.letters("*tea")
    assert guide.pressed, "help"
    assert writing.LINE == 0


def taken(window: Terminal, sent: bytes) -> None:
    """Send bytes as fast as the program takes them; fail when it stops taking them."""
    end = time.monotonic() + 60
    while sent:
        assert time.monotonic() < end, f"it does not take in what is sent:\n{window.text}"
        sent = sent[window.send_some(sent[:65_536]) :]


MEGABYTE = 1024 * 1024
PASTES: dict[str, bytes] = {
    "marked": b"\x1b[200~" + b"word " * (MEGABYTE // 5) + b"\x1b[201~",
    "unmarked": b"word " * (MEGABYTE // 5),
    "unmarked-lines": b"a line\r" * 100_000,
    "with-control-signs": b"a\x03b\x04c\x1ad\x11e\x13\r\n" * (MEGABYTE // 12),
    "without-an-end": b"\x1b[200~" + b"x" * MEGABYTE,
}


@pytest.mark.parametrize("name", PASTES)
@pytest.mark.parametrize("begun", ["4\r", ""])
def test_help_comes_at_once_after_a_megabyte(name: str, begun: str) -> None:
    """S20, A2: on an open line, and on a list whose line it opens; what did not fit is told."""
    with demo("evening", "line") as window:
        window.wait_text("> 1  Walk")
        if begun:
            window.send("4\rtea ")
            window.wait_text("tea")
        taken(window, PASTES[name])
        window.wait_text("This line is full.")
        assert "Heron" in window.text, "it is still the same prompt: no line end was Enter"
        window.send("\x1bOP")
        window.wait_text("You matter.")
