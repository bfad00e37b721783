"""What helps hands is set on a screen, by digits alone, and holds at once."""

import pytest

from facilitator.domain.answers import Chosen
from facilitator.domain.keys import KEYS, KeyCommand, command_for
from facilitator.domain.prompt import ChooseOne
from facilitator.domain.records import FrontEnd, Ways
from facilitator.domain.strikes import Strikes
from tests.scenario import Scenario, shipped

SESSION = shipped("first-meeting")


def at_hands() -> Scenario:
    """Return the first screen's way to what helps hands: the menu, 2, and its row."""
    group = Scenario.machine(SESSION)
    group.around.front_end = group.around.usual_front_end = FrontEnd.FULL
    assert group.press(KeyCommand.MENU)
    asked = group.asked(ChooseOne)
    assert group.answer(Chosen(asked.choices[1].id))
    assert group.prompt.id == "access"
    group.choose("keys")
    return group


def ways(group: Scenario) -> Ways:
    """Return the ways that are in force."""
    return group.runner.ways


def times(group: Scenario) -> list[int]:
    """Return the times that are offered, in tenths of a second."""
    return [int(one.id) for one in group.asked(ChooseOne).choices if one.id.isdecimal()]


@pytest.mark.parametrize("tenths", [5, 10])
def test_the_time_for_a_double_strike_is_set_on_a_screen(tenths: int) -> None:
    """5.8, 5.2, A19: half a second and a whole one are offered, and then they count."""
    group = at_hands()
    assert ways(group).strike == 0
    group.choose("twice")
    assert tenths in times(group)
    group.choose(str(tenths))
    assert ways(group).strike == tenths
    strikes, just_within = Strikes(), tenths / 10 - 0.01
    assert strikes.counts("enter", 1.0, ways(group).strike)
    assert not strikes.counts("enter", 1.0 + just_within, ways(group).strike)


def test_how_long_the_mark_of_one_key_stays_is_set_on_a_screen() -> None:
    """2.2.1, 5.2, A3: from half a second to ten; and one key can be left again."""
    group = at_hands()
    group.choose("scanning")
    assert ways(group).scanning
    group.choose("dwell")
    assert (min(times(group)), max(times(group))) == (5, 100)
    group.choose("100")
    assert ways(group).dwell == 100
    group.choose("scanning")
    assert not ways(group).scanning


def test_the_letter_of_every_command_is_turned_off_on_a_screen() -> None:
    """2.1.4, 5.2, A2: one after the other, without typing."""
    group = at_hands()
    group.choose("other-keys")
    for row in KEYS:
        group.choose(row.command.value)
        group.choose("none")
    own = ways(group).keys
    assert [row.letter for row in KEYS if command_for(row.letter, own=own)] == []
