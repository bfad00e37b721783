"""What hands may do on the full screen without anything happening, and what they never need."""

import ast
import asyncio
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from facilitator.domain.answers import Chosen, Typed
from facilitator.domain.prompt import Prompt, WriteText
from facilitator.frontends.tui.app import FacilitatorApp
from facilitator.frontends.tui.desk import Desk
from facilitator.frontends.tui.frame import Size
from tests.frontends.tui.canned import ALL, LINE, STRENGTHS, WEATHER, FakeGuide, LibraryCodes
from tests.frontends.tui.hands import LARGE, SMALL, at, place_of, press, text

FULL_SCREEN = Path(__file__).parents[3] / "src/facilitator/frontends/tui"
CHORDS = ("ctrl+", "alt+", "shift+", "meta+", "super+")


def stops(desk: Desk, key: str) -> list[tuple[int, int]]:
    """Return the places of the cursor, pressing one key until it comes back to the first."""
    found = [desk.cursor]
    for _ in range(40):
        desk.key(key, None)
        if desk.cursor == found[0]:
            return found
        found.append(desk.cursor)
    raise AssertionError(("never back", found))


@pytest.mark.parametrize("size", [LARGE, SMALL])
@pytest.mark.parametrize("prompt", ALL, ids=lambda prompt: str(prompt.id))
def test_the_focus_goes_from_top_to_bottom_and_is_never_caught(prompt: Prompt, size: Size) -> None:
    """2.1.2, 2.4.3, 5.1.6.2: Tab comes to every target of the view in order, and round again."""
    desk, guide = at(prompt, size=size)
    while desk.cursor != min(
        (place for place in stops(desk, "tab")), key=lambda at: (at[1], at[0])
    ):
        desk.key("tab", None)
    forward = stops(desk, "tab")
    assert forward == sorted(forward, key=lambda place: (place[1], place[0]))
    assert len(forward) == len(desk._place.view.targets)
    backward = stops(desk, "shift+tab")
    assert backward == [forward[0], *reversed(forward[1:])]
    assert (guide.given, guide.pressed) == ([], [])


@pytest.mark.parametrize("key", ["\x1b", "/"])
def test_an_open_line_can_be_left_by_one_key(key: str) -> None:
    """2.1.2, 5.1.6.2: the one place in which keys are letters is no trap."""
    desk, _ = at(LINE)
    press(desk, "4\r")
    assert "Type your words" in text(desk)
    press(desk, key)
    assert "1  Walk for ten minutes" in text(desk)


@pytest.mark.parametrize("prompt", ALL, ids=lambda prompt: str(prompt.id))
def test_moving_and_marking_alone_change_no_prompt(prompt: Prompt) -> None:
    """3.2.1, 3.2.2, 3.2.5: arrows and digits move and mark; only Enter gives."""
    desk, guide = at(prompt)
    for key in ("down", "up", "tab", "shift+tab", "right", "left", "pagedown"):
        desk.key(key, None)
    press(desk, "12345670")
    assert (guide.given, guide.pressed, guide.at) == ([], [], 0)
    assert prompt.title in text(desk)


def test_enter_gives_what_was_marked() -> None:
    """3.2.2: the control of the test above."""
    desk, guide = at(WEATHER)
    press(desk, "2\r")
    assert guide.given == [Chosen("c2")]


def test_what_is_marked_stands_in_the_text_of_its_row() -> None:
    """1.4.1, 5.6.2: a cross or none, and the sign of the focus: no colour is needed."""
    desk, _ = at(STRENGTHS)
    assert "1  [   ]  I listen well" in text(desk)
    press(desk, "1")
    assert "1  [ X ]  I listen well" in text(desk)
    press(desk, "1")
    assert "1  [   ]  I listen well" in text(desk)
    assert ">    Done" in text(desk)


def test_a_hidden_word_can_be_pasted() -> None:
    """3.3.8, A18: nobody has to copy it letter by letter; it stays masked."""
    hidden = replace(WEATHER, id="word", input=WriteText((), "Your word", hidden=True))
    desk, guide = at(hidden)
    desk.paste("blue teapot")
    assert "blue" not in text(desk)
    press(desk, "\r")
    assert guide.given == [Typed("blue teapot")]


def mouse(*doings: str) -> tuple[bool, FakeGuide]:
    """Do these with the mouse on row 2; return whether the screen stayed as it was."""

    async def meeting() -> tuple[bool, FakeGuide]:
        guide = FakeGuide((WEATHER, STRENGTHS))
        app = FacilitatorApp(guide, LibraryCodes())
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            place = place_of(app._desk, "Cloudy. So-so")
            before = app._desk.lines
            for doing in doings:
                await getattr(pilot, doing)(offset=place)
            await pilot.pause()
            return app._desk.lines == before, guide

    return asyncio.run(meeting())


@pytest.mark.parametrize("doings", [("hover",), ("mouse_down",), ("hover", "mouse_down")])
def test_pointing_and_pressing_down_do_nothing(doings: tuple[str, ...]) -> None:
    """1.4.13, 2.5.2, A4: nothing comes up on hover, nothing happens before the button is let go."""
    is_as_before, guide = mouse(*doings)
    assert is_as_before
    assert (guide.given, guide.pressed) == ([], [])


def test_letting_go_is_the_click() -> None:
    """2.5.2: the control of the test above."""
    is_as_before, guide = mouse("mouse_down", "mouse_up", "click")
    assert not is_as_before
    assert guide.given[0] == Chosen("c2")


def key_names(folder: Path) -> Iterator[str]:
    """Yield every text of the full screen's modules that names keys held together."""
    for path in sorted(folder.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                name = node.value
                if name.startswith(CHORDS) and " " not in name:
                    yield name


def test_no_key_of_the_full_screen_has_to_be_held_with_another() -> None:
    """5.9: the two chords that are known have a key of their own that does the same.

    Shift and Tab is the same as the arrow up; Ctrl and H is what some terminals send for
    Backspace.
    """
    assert set(key_names(FULL_SCREEN)) == {"shift+tab", "ctrl+h"}
    desk, _ = at(WEATHER)
    assert stops(desk, "up") == stops(desk, "shift+tab")


def test_nothing_is_asked_of_the_mouse_but_clicks() -> None:
    """2.5.1, 2.5.7, A4: no module listens for a path, a drag, a hover or a second click."""
    listened: set[str] = set()
    for path in FULL_SCREEN.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ClassDef):
                methods = (one for one in node.body if isinstance(one, ast.FunctionDef))
                listened |= {one.name for one in methods if one.name.startswith("on_")}
    assert "on_click" in listened
    assert listened <= {"on_click", "on_key", "on_paste", "on_mount", "on_resize", "on_together"}
