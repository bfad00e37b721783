"""Hands at a desk without a terminal: keys, clicks on words, one key alone."""

import re

from facilitator.domain.answers import Draft
from facilitator.domain.prompt import Prompt
from facilitator.domain.records import Ways
from facilitator.frontends.tui.desk import Desk
from facilitator.frontends.tui.frame import Size
from tests.frontends.tui.canned import WEATHER, FakeGuide, LibraryCodes

LARGE, SMALL = Size(80, 24), Size(40, 12)


def at(
    *prompts: Prompt,
    size: Size = LARGE,
    draft: Draft | None = None,
    ways: Ways = Ways(),  # noqa: B008  frozen
) -> tuple[Desk, FakeGuide]:
    """Return a desk and its guide."""
    guide = FakeGuide((*prompts, WEATHER), draft=draft or Draft(), own=ways)
    return Desk(guide, LibraryCodes(), size), guide


def press(desk: Desk, keys: str) -> None:
    """Press printing keys, and Enter, Escape and space by their signs."""
    for key in keys:
        named = {"\r": "enter", "\x1b": "escape", " ": "space"}
        desk.key(named.get(key, key), key)


def text(desk: Desk) -> str:
    """Return what the window shows."""
    return "\n".join(line.text.rstrip() for line in desk.lines)


BOX = re.compile(r"\[ *X? *\]")
"""The box of a row that can be ticked, in any window."""


def words_of(shown: str) -> str:
    """Return the words of a target without its focus mark, its number or sign, its cross."""
    found = BOX.sub(" ", shown.replace(">", " ")).split()
    if len(found) > 1 and (found[0].isdecimal() or found[0] in "*-/+."):
        found = found[1:]
    return " ".join(found)


def place_of(desk: Desk, label: str) -> tuple[int, int]:
    """Return a cell in the middle of a target that shows these words; fails when there is none."""
    for y, line in enumerate(desk.lines):
        for spot in line.spots:
            if words_of(line.text[spot.start : spot.end]) == label:
                return (spot.start + spot.end) // 2, y
    raise AssertionError((label, text(desk)))


def click_on(desk: Desk, *labels: str) -> None:
    """Click on the target that shows these words, one after the other."""
    for label in labels:
        desk.click(*place_of(desk, label))


def marked(desk: Desk) -> list[str]:
    """Return the words of everything that is marked in text, from top to bottom."""
    found = []
    for line in desk.lines:
        for spot in line.spots:
            shown = line.text[spot.start : spot.end]
            if spot.mark_at >= 0 and shown[spot.mark_at - spot.start] == ">":
                found.append(words_of(shown))
    return found


def scan_to(desk: Desk, label: str) -> None:
    """Choose a target by the one key alone; fails when the mark never comes to it."""
    if not desk.is_scanning:
        press(desk, " ")
    for _ in range(60):
        shown = marked(desk)
        if label in shown:
            press(desk, " ")
            if len(shown) == 1:
                return
        else:
            desk.tick()
        assert desk.is_scanning, (label, text(desk))
    raise AssertionError((label, text(desk)))
