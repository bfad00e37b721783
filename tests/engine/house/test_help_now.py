"""Help now: whom to turn to first, then the numbers; the keys on a screen of their own (S16, A17)."""

from dataclasses import replace
from itertools import pairwise

from facilitator.adapters.session_folder.shelf import FolderShelf
from facilitator.domain.keys import KeyCommand
from facilitator.domain.prompt import Acknowledge, ChooseOne, Prompt
from facilitator.engine.activities.registry import SPECS
from facilitator.meetings.spoken import sentences_of
from tests.fakes import MemoryShelf
from tests.scenario import SESSIONS, Scenario, shipped, words_of

SESSION = shipped("first-meeting")
NUMBERS = ["999", "111", "116 123", "0800 83 85 87", "85258"]


def with_the_card(turn_to: str = "") -> Scenario:
    """Return a machine whose help card is the shipped one."""
    numbers = FolderShelf((SESSIONS,), SPECS).help_now()
    ports = Scenario.machine().ports
    group = Scenario.on(replace(ports, shelf=MemoryShelf((SESSION,), numbers)))
    group.around.group = replace(group.around.group, turn_to=turn_to)
    return group


def the_card(group: Scenario) -> Prompt:
    """Open the card."""
    assert group.press(KeyCommand.HELP)
    return group.prompt


def test_somebody_in_the_room_is_first_then_five_numbers() -> None:
    """S16, A17: the group's own named person among the first words."""
    card = the_card(with_the_card("Mary"))
    assert card.question == "Turn to somebody in the room: Mary."
    assert [one.number for one in card.contacts] == NUMBERS
    assert all(one.who and one.words for one in card.contacts)
    assert the_card(with_the_card()).question == "Turn to somebody in the room."


def test_enter_goes_back_and_what_the_keys_do_is_the_second_row() -> None:
    """A17: the card has numbers and no keys; the keys have a screen of their own."""
    group = with_the_card()
    group.set_out(SESSION)
    at = group.prompt
    the_card(group)
    assert [one.id for one in group.asked(ChooseOne).choices] == ["back", "keys"]
    assert "Press -" not in words_of(group.prompt)
    group.choose("keys")
    assert isinstance(group.prompt.input, Acknowledge)
    told = words_of(group.prompt)
    for said in ("Press - to pass", "Letters do the same: h Help now", at.title, "the dot key"):
        assert said in told
    group.onward()
    assert group.prompt.id == "help", "back to the numbers"
    group.onward()
    assert group.prompt.id == at.id


def test_the_help_key_on_the_keys_comes_back_to_the_numbers() -> None:
    """A17: one key, the same card, from its own second screen too."""
    group = with_the_card()
    the_card(group)
    group.choose("keys")
    assert the_card(group).id == "help"
    group.back()
    assert group.prompt.id == "home"


def test_a_voice_says_who_before_the_number() -> None:
    """S16, A9: whoever listens knows whose number comes."""
    said = sentences_of(the_card(with_the_card()))
    assert said.index("Turn to somebody in the room.") < said.index("Danger to life: 999.")
    pairs = list(pairwise(said))
    assert ("Samaritans: 116 123.", "They listen, day and night.") in pairs


def test_easy_words_are_on_the_card_too() -> None:
    """A20: the words beside each number have an easy layer."""
    group = with_the_card()
    group.around.ways = replace(group.around.ways, easy=True)
    assert "They listen. It is free." in [one.words for one in the_card(group).contacts]
