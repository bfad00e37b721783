"""One key for everything, with the real guide: asked once, always one key from its end (A3)."""

from dataclasses import replace
from pathlib import Path

import pytest

from facilitator.adapters.storage.kiosk import MemoryKiosk
from facilitator.domain.keys import KeyCommand
from facilitator.domain.prompt import ChooseOne, WriteText
from facilitator.domain.records import FrontEnd, Ways
from facilitator.frontends.tui.desk import Desk
from facilitator.frontends.tui.frame import Size
from facilitator.meetings.runner import MeetingRunner
from facilitator.wording import access as words
from tests.e2e.by_screen import program
from tests.engine.house.test_cover import with_word
from tests.frontends.tui.canned import LibraryCodes
from tests.frontends.tui.hands import LARGE, SMALL, press, scan_to, text
from tests.scenario import Scenario, shipped

SESSION = shipped("first-meeting")
SIZES = [LARGE, SMALL]
STOP = "To stop: the dot key"


def at_home(size: Size = LARGE, *, is_kiosk: bool = False) -> tuple[Desk, Scenario]:
    """Return a desk at the first screen of a new machine."""
    ports = Scenario.machine(SESSION).ports
    group = Scenario.on(replace(ports, kiosk=MemoryKiosk("") if is_kiosk else None))
    group.around.front_end = group.around.usual_front_end = FrontEnd.FULL
    group.runner.switched(FrontEnd.FULL)
    return Desk(group.runner, LibraryCodes(), size), group


def with_one_key(size: Size = LARGE, *, is_kiosk: bool = False) -> tuple[Desk, Scenario]:
    """Return a desk at the first screen where one key does everything, by that key alone."""
    desk, group = at_home(size, is_kiosk=is_kiosk)
    press(desk, "   ")
    scan_to(desk, "Yes, one key for everything")
    return desk, group


@pytest.mark.parametrize("size", SIZES)
def test_three_spaces_ask_and_enter_says_no(size: Size) -> None:
    """A3: whoever leaned on it by accident is asked, and Enter leaves all as it is."""
    desk, group = at_home(size)
    press(desk, "  ")
    assert group.prompt.id == "home"
    press(desk, " ")
    assert group.prompt.id == "one-key"
    press(desk, "\r")
    assert group.prompt.id == "home"
    assert group.runner.ways == Ways()


def test_leaning_on_the_space_bar_for_a_minute_changes_nothing() -> None:
    """A3: the question stays there while the key is held; no repeat of it is a yes."""
    desk, group = at_home()
    for tick in range(2000):
        desk.key("space", " ", 1 + tick * 0.033)
    assert group.prompt.id == "one-key"
    assert group.runner.ways == Ways()


@pytest.mark.parametrize("size", SIZES)
def test_the_dot_key_and_enter_give_all_the_keys_back(size: Size) -> None:
    """A3: wherever that is; how is said on every screen, and after it on none."""
    desk, group = with_one_key(size)
    assert "dot key" in text(desk)
    for _ in range(2):
        scan_to(desk, group.asked(ChooseOne).choices[0].label)
        assert STOP in text(desk), text(desk)
    before = group.prompt.id
    press(desk, ".")
    assert group.prompt.id == "one-key-stop"
    assert STOP in text(desk)
    press(desk, "\r")
    assert group.prompt.id == before
    assert not group.runner.ways.scanning
    assert group.notice == words.ONE_KEY_OFF
    assert STOP not in text(desk)


def test_the_dot_key_twice_is_the_menu_and_comes_back_to_where_it_was() -> None:
    """A3, M18: somebody beside, who leads, still has it; the question is not left behind."""
    desk, group = with_one_key()
    press(desk, "..")
    assert group.prompt.id == "menu"
    press(desk, "/")
    assert group.prompt.id == "home"


def test_whoever_has_one_key_comes_to_the_menu_and_keeps_it() -> None:
    """A3: the menu by the mark asks nothing about one key; only a hand on the dot key does."""
    desk, group = with_one_key()
    scan_to(desk, "Menu")
    assert group.prompt.id == "menu"
    assert group.runner.ways.scanning


def test_somebody_who_came_to_the_question_by_the_dot_key_may_keep_it_by_one_key() -> None:
    """A3: space answers there too."""
    desk, group = with_one_key()
    press(desk, ".")
    scan_to(desk, "No, stay with one key")
    assert group.prompt.id == "home"
    assert group.runner.ways.scanning


def test_over_a_cover_the_question_shows_nothing_and_leads_back_to_it() -> None:
    """S12, A3: no word of anybody, and no way past the cover."""
    group = with_word(Scenario.machine(SESSION))
    group.set_out(SESSION)
    group.around.use(Ways(scanning=True))
    group.press(KeyCommand.COVER)
    desk = Desk(group.runner, LibraryCodes(), LARGE)
    press(desk, ".")
    assert group.prompt.id == "one-key-stop"
    assert "Step" not in text(desk)
    press(desk, "\r")
    assert group.prompt.is_cover


def test_a_half_written_line_waits_while_one_key_stops() -> None:
    """M6, A3: what is typed is there after it."""
    desk, group = with_one_key()
    for choice in ("group", "turn-to"):
        group.choose(choice)
    assert isinstance(group.prompt.input, WriteText)
    desk = Desk(group.runner, LibraryCodes(), LARGE)
    scan_to(desk, "Type a name")
    scan_to(desk, "j")
    desk.key("f5", None)
    press(desk, "\r")
    assert group.prompt.id == "turn-to"
    assert "J" in text(desk)


def test_on_a_kiosk_it_ends_with_the_meeting() -> None:
    """A3: others come to that machine; on a machine of one's own it stays (the control)."""
    for is_kiosk in (True, False):
        _, group = with_one_key(is_kiosk=is_kiosk)
        group.set_out(SESSION)
        assert group.runner.ways.scanning
        group.to_the_end()
        assert group.runner.ways.scanning is not is_kiosk
        assert group.ports.settings.read().scanning is not is_kiosk


def test_on_a_kiosk_it_ends_with_the_start_but_for_a_power_cut_in_a_meeting() -> None:
    """A3, S13: who has one key can go on at the same prompt; the next ones begin without."""
    for is_kiosk in (True, False):
        _, group = with_one_key(is_kiosk=is_kiosk)
        again = Scenario.on(group.ports).around
        assert MeetingRunner.opened(again).ways.scanning is not is_kiosk
    _, group = with_one_key(is_kiosk=True)
    group.set_out(SESSION)
    again = Scenario.on(group.ports).around
    runner = MeetingRunner.opened(again)
    assert runner.meeting is not None
    assert runner.ways.scanning


def test_the_question_comes_from_real_keys_and_the_dot_key_ends_it(tmp_path: Path) -> None:
    """A3: in a real terminal; one space is nothing (the control)."""
    with program(tmp_path) as window:
        window.wait_text("press the space bar three times")
        window.send(" ")
        window.send("1")
        window.send("  ")
        window.send("2")
        window.wait_text("> 2  Look at the sessions")
        assert "One key for everything?" not in window.text
        window.send("   ")
        window.wait_text("One key for everything?")
        window.send("2\r")
        window.wait_text("One key is on. To stop: the dot key.")
        window.send(".")
        window.wait_text("Use all the keys again?")
        window.send("\r")
        window.wait_text("All the keys work again.")
        assert "To stop" not in window.text
