"""Hostile words through every typed line of a whole meeting on the full screen."""

import unicodedata

import pytest

from facilitator.adapters.qr.maker import QrCodeMaker
from facilitator.domain.prompt import Acknowledge, ChooseOne, GiveNumber, WriteText
from facilitator.frontends.tui.desk import Desk
from facilitator.frontends.tui.frame import Size
from facilitator.frontends.tui.rows import digits_of
from tests.domain.test_small import HOSTILE
from tests.scenario import Scenario, shipped

BIDI = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def looked_at(desk: Desk) -> None:
    """Fail if a cell of the window could steer a terminal."""
    shown = "".join(line.text for line in desk.lines)
    assert not [one for one in shown if unicodedata.category(one) in ("Cc", "Cs")]
    assert not set(shown) & BIDI


@pytest.mark.parametrize("words", HOSTILE)
@pytest.mark.parametrize("size", [Size(80, 24), Size(40, 12)])
def test_hostile_words_through_every_line_of_a_meeting_are_text(words: str, size: Size) -> None:
    """S14: names, own words, numbers and a person's own word, typed and pasted."""
    group = Scenario.machine(shipped("first-meeting"))
    desk = Desk(group.runner, QrCodeMaker(), size)
    lines = 0
    for _ in range(400):
        prompt = group.prompt
        if lines and prompt.id == "home":
            break
        match prompt.input:
            case WriteText(is_open=True) if prompt.id != "names-0":
                desk.key("enter", "\r")
            case WriteText(is_open=True) if not desk.draft().typed:
                lines += 1
                desk.paste(f"x{words}y{lines}")
                for letter in words:
                    desk.key(letter, letter)
                looked_at(desk)
                desk.key("enter", "\r")
            case WriteText() if desk._state.open_field is not None:
                looked_at(desk)  # it was refused for being too long: what follows replaces it
                desk.paste("ok")
                desk.key("enter", "\r")
            case WriteText():
                lines += 1
                row = max(digits_of(desk._state.rows()))
                desk._choose(row)
                desk.paste(f"x{words}y{lines}")
                for letter in words:
                    desk.key(letter, letter)
                looked_at(desk)
                desk.key("enter", "\r")
            case GiveNumber():
                desk.paste(words)
                desk.key("enter", "\r")
                looked_at(desk)
                desk.key("3", "3")
                desk.key("enter", "\r")
            case ChooseOne(choices=choices) if prompt.id.endswith("@keyboard"):
                desk.key("2" if len(choices) > 1 and lines % 2 else "1", None)
                desk.key("enter", "\r")
            case Acknowledge() | _:
                desk.key("enter", "\r")
        looked_at(desk)
    assert lines > 8
