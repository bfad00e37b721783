"""A hundred evenings with people who have never seen it, and what must hold (S11, M21, M22, A2)."""

import os
from collections.abc import Callable
from dataclasses import replace

import pytest

from facilitator.domain import commands
from facilitator.engine import decide, flow
from facilitator.frontends.tui.inputs.write_text import WriteTextState
from facilitator.frontends.tui.switch import Switch
from facilitator.meetings import coming_up
from facilitator.meetings.runner import MeetingRunner
from tests.people.evening import Evening, EveningError
from tests.people.evening_lines import LinesEvening

EVENINGS = int(os.environ.get("FACILITATOR_EVENINGS", "100"))
FIRST = int(os.environ.get("FACILITATOR_EVENING_SEED", "0"))
A_BUNDLE = 10


def held(seed: int, keys: int = 250) -> Evening:
    """Return one evening, from the first screen on; and the next day, if it was not finished."""
    evening = Evening(seed, people=2 + seed % 11)
    evening.play(keys)
    if evening.group.has_meeting():
        evening.next_day()
    return evening


def held_in_lines(seed: int) -> LinesEvening:
    """Return the same evening in plain lines, and the next day."""
    evening = LinesEvening(seed, people=2 + seed % 11)
    evening.play()
    if evening.group.has_meeting():
        evening.next_day()
    return evening


WAYS: dict[str, Callable[[int], object]] = {"screen": held, "lines": held_in_lines}


@pytest.mark.parametrize("bundle", range(FIRST, FIRST + EVENINGS, A_BUNDLE))
@pytest.mark.parametrize("way", WAYS)
def test_an_evening(way: str, bundle: int) -> None:
    """S11, M21, M22, A1, A2, A12, A21: after each key or line, whoever sits there."""
    for seed in range(bundle, min(bundle + A_BUNDLE, FIRST + EVENINGS)):
        WAYS[way](seed)


def found(seeds: range, way: str = "screen") -> str:
    """Return what is wrong in the first of these evenings in which something is, or ""."""
    for seed in seeds:
        try:
            WAYS[way](seed)
        except EveningError as wrong:
            return str(wrong)
    return ""


@pytest.mark.parametrize("way", WAYS)
def test_a_turn_that_stays_open_is_found(way: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """S11, the control: back leads into a turn that is over."""
    monkeypatch.setattr(
        flow, "can_lead_back", lambda meeting, trail: flow.is_sound(meeting, trail[-1])
    )
    assert "private words of" in found(range(100), way)


@pytest.mark.parametrize("way", WAYS)
def test_an_enter_that_says_something_is_found(way: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A2, the control: the first row of a list counts as an answer again."""
    monkeypatch.setattr(decide, "writes_nothing", lambda *_: False)
    assert "Enter alone said" in found(range(60), way)


@pytest.mark.parametrize("way", WAYS)
def test_a_meeting_that_nobody_is_asked_about_is_found(
    way: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """M21, the control: the start asks nothing."""
    monkeypatch.setattr(coming_up, "_left_open", lambda _around: ())
    assert "is not asked about" in found(range(30), way)


@pytest.mark.parametrize("way", WAYS)
def test_a_name_that_stays_after_back_is_found(way: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """M22, the control: back lets somebody leave instead of never having come."""
    monkeypatch.setattr(commands, "TakeOut", commands.Leave)
    assert "never left" in found(range(60), way)


def test_one_press_that_makes_one_key_of_all_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """A3, the control: a thumb on the space bar is enough."""

    def at_once(runner: MeetingRunner) -> bool:
        runner._around.ways = replace(runner._around.ways, scanning=True)
        return True

    monkeypatch.setattr(MeetingRunner, "one_key", at_once)
    monkeypatch.setattr(Switch, "is_third", lambda _self, name: name == "space")
    assert "nobody was asked" in found(range(60))


def test_letters_that_fire_commands_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """A2, the control: on a list letters are commands again."""
    monkeypatch.setattr(WriteTextState, "open_line", lambda _self: False)
    assert "did something" in found(range(60))
