"""A word about a change says what changed, and how to go back; the way it names is there (A2)."""

import importlib
import pkgutil
import re
from collections.abc import Iterator

import pytest

import facilitator.wording
from facilitator.domain.events import SeenBy
from facilitator.domain.keys import KeyCommand, SpeechKey
from facilitator.domain.prompt import ChooseOne
from facilitator.domain.records import FrontEnd
from facilitator.wording import access as words
from facilitator.wording import menu
from tests.engine.house.test_access import UNDONE, chosen, full_screen, labels_of
from tests.scenario import Scenario, shipped

SESSION = shipped("first-meeting")
ROW = re.compile(r"(?:To go back|To change it), choose: (.+)\.$")
BY_THE_MENU = re.compile(r"To go back: the menu, (.+), (.+)\.$")


@pytest.mark.parametrize(("way", "change"), [(one[0], one[1]) for one in UNDONE], ids=str)
def test_each_way_says_which_row_goes_back_and_the_row_is_there(
    way: tuple[str, ...], change: str
) -> None:
    """A2, A16: what is said after a change can be done on the very same screen."""
    group = chosen(full_screen(can_size=True), *way)
    group.choose(change)
    if change == "scanning":
        assert group.notice == words.ONE_KEY_ON
        return
    found = ROW.search(group.notice)
    assert found, group.notice
    assert found[1] in labels_of(group.prompt)


def test_a_colour_that_was_chosen_is_named() -> None:
    """A2: the sentence tells what changed, not only that something did."""
    group = chosen(full_screen(), "colours", "daylight")
    assert group.notice == (
        "Dark letters on white, from now on. To go back, choose: Other colours."
    )


def test_easy_words_name_the_key_that_goes_back_and_it_does() -> None:
    """A2: also somebody's own letter; in plain lines the word, which works in a line too."""
    group = full_screen()
    group.press(KeyCommand.EASY)
    assert group.notice == "Easy words are on. Press e to go back."
    group.press(KeyCommand.EASY)
    assert group.notice == "The usual words are back. Press e to go back."
    assert not group.runner.ways.easy
    chosen(group, "keys", "other-keys", "easy", "list", "k")
    group.press(KeyCommand.EASY)
    assert group.notice == "Easy words are on. Press k to go back."
    group = Scenario.machine(SESSION)
    assert group.around.front_end is FrontEnd.PLAIN
    group.press(KeyCommand.EASY)
    assert group.notice == "Easy words are on. Type easy to go back."


def test_the_keys_of_the_voice_name_the_key_that_takes_it_back() -> None:
    """A2, A9: slower names faster; on names off."""
    group = full_screen()
    group.runner.speak(SpeechKey.SPEAK)
    assert group.notice == "The voice is on. F6 turns it off."
    group.runner.speak(SpeechKey.SLOWER)
    assert group.notice == "130 words a minute. F10 takes it back."
    group.runner.speak(SpeechKey.FASTER)
    assert group.runner.ways.rate == 160


def test_who_sees_the_screen_and_what_comes_next_name_the_row_of_the_menu() -> None:
    """A2, S19, M4: the page too; and that row is on that page of the menu."""
    group = Scenario.hold(SESSION)
    group.menu("screen")
    group.choose(SeenBy.ROOM)
    assert group.notice.startswith(menu.SCREEN_IS["room"])
    assert_the_menu_has_it(group)
    step = group.meeting.steps[-1]
    group.menu("order")
    group.choose(step.id)
    assert group.notice.startswith(f"{step.title} comes next.")
    assert_the_menu_has_it(group)
    group.menu("longer")
    assert_the_menu_has_it(group)


def assert_the_menu_has_it(group: Scenario) -> None:
    """Look for the row that the word names, on the page that it names; then go back."""
    found = BY_THE_MENU.search(group.notice)
    assert found, group.notice
    group.press(KeyCommand.MENU)
    rows = group.asked(ChooseOne).choices
    (page,) = [one.id for one in rows if one.label == found[1]]
    group.choose(page)
    assert found[2] in labels_of(group.prompt)
    group.back()
    group.back()


def test_the_time_of_the_cover_is_said_and_can_be_changed_there() -> None:
    """A2, S12: with the row of the same screen."""
    group = Scenario.machine(SESSION)
    for choice in ("group", "cover", "idle", "5"):
        group.choose(choice)
    assert group.notice.startswith("The cover comes: after 5 minutes.")
    found = ROW.search(group.notice)
    assert found
    assert found[1] in labels_of(group.prompt)


def sentences() -> Iterator[str]:
    """Yield every text of the wording modules."""
    for one in pkgutil.iter_modules(facilitator.wording.__path__):
        module = importlib.import_module(f"facilitator.wording.{one.name}")
        yield from (value for value in vars(module).values() if isinstance(value, str))


def test_no_word_says_only_that_something_changed() -> None:
    """A2: neither that one nor its brothers."""
    assert {one for one in sentences() if one in ("Changed.", "Larger.", "Done.")} == set()
