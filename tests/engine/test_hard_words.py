"""Help after very hard words, and what comes of it: the same card, and nothing else (S16)."""

from dataclasses import replace

import pytest

from facilitator.domain.answers import Typed
from facilitator.domain.events import SeenBy
from facilitator.domain.keys import KeyCommand
from facilitator.engine.hard_words import holds_hard_words
from facilitator.wording import house
from facilitator.wording.hard_words import HARD
from tests.meetings.test_narration import RecordingSpeaker
from tests.scenario import Scenario, shipped, words_of

SESSION = shipped("first-meeting")
SAID = "Some nights I want to die"


def in_a_turn(*, is_on: bool, speaker: RecordingSpeaker | None = None) -> Scenario:
    """Return a meeting in the first person's own turn."""
    ports = Scenario.machine(SESSION).ports
    group = Scenario.on(replace(ports, speaker=speaker) if speaker else ports)
    if speaker:
        group.press(KeyCommand.AGAIN)
    if is_on:
        for choice in ("group", "soft", "on", "back"):
            group.choose(choice)
    group.set_out(SESSION, people=2)
    group.until(lambda prompt: prompt.id.endswith("@keyboard"))
    group.choose("p1")
    group.onward()
    if group.prompt.id == "may-read":
        group.onward()
    assert group.prompt.is_private
    return group


@pytest.mark.parametrize("words", HARD)
def test_each_of_them_is_found_in_a_sentence_whatever_the_capitals(words: str) -> None:
    """S16: whole words only."""
    assert holds_hard_words(f"Well, {words.upper()}... that is it")
    assert holds_hard_words(words.replace(" ", "  "))
    assert not holds_hard_words(f"x{words}x")


@pytest.mark.parametrize(
    "words", ["", "a walk by the water", "the plant died", "it hits the spot", "I am dying to go"]
)
def test_other_words_are_left_alone(words: str) -> None:
    """S16: a list of words, and no judge of anybody."""
    assert not holds_hard_words(words)


def test_it_is_off_until_the_group_switches_it_on() -> None:
    """S16: by default nothing looks at what is typed."""
    group = in_a_turn(is_on=False)
    assert group.answer(Typed(SAID))
    assert group.prompt.id != "help"


def test_the_same_card_comes_to_the_same_person_and_the_answer_is_kept_as_any_other() -> None:
    """S16: nothing is stored, blocked, scored or told; the meeting goes on where it was going."""
    with_card, without = in_a_turn(is_on=True), in_a_turn(is_on=False)
    turn = with_card.around.turn
    where = words_of(with_card.prompt)
    with_card.press(KeyCommand.HELP)
    asked_for = with_card.prompt
    with_card.back()
    assert words_of(with_card.prompt) == where
    for group in (with_card, without):
        assert group.answer(Typed(SAID))
    assert with_card.prompt.id == "help"
    assert with_card.around.turn == turn
    card = with_card.prompt
    assert (card.question, card.body, card.contacts, card.input) == (
        asked_for.question, asked_for.body, asked_for.contacts, asked_for.input,
    )  # fmt: skip
    with_card.onward()
    assert replace(with_card.prompt, notice=None) == replace(without.prompt, notice=None)
    assert with_card.journal[1:] == without.journal[1:], "not one event more"


def test_the_card_comes_at_the_last_part_of_a_turn_before_the_next_person_sits_down() -> None:
    """S16: to whoever typed it."""
    group = in_a_turn(is_on=True)
    for _ in range(40):
        asked = group.prompt
        if not group.answer(Typed(SAID)):
            group.onward()
        if group.prompt.id == "help":
            assert group.around.turn == asked.giver
            group.onward()
        if "@" in group.prompt.id:
            return
    raise AssertionError(group.prompt.id)


def test_the_voice_does_not_tell_the_room() -> None:
    """S16, A12: without a yes of that person no sentence of the card is spoken."""
    speaker = RecordingSpeaker()
    group = in_a_turn(is_on=True, speaker=speaker)
    speaker.said.clear()
    assert group.answer(Typed(SAID))
    assert group.prompt.id == "help"
    group.choose("keys")
    group.back()
    said = " ".join(speaker.said)
    for words in (
        house.HELP_PERSON, house.HELP_ASKED, house.HELP, house.HELP_KEYS_ROW, house.HELP_BACK,
        house.HELP_NUMBERS, "116 123", "A line that listens", "Any hour",
    ):  # fmt: skip
        assert words not in said
    group.back()
    group.press(KeyCommand.HELP)
    assert house.HELP_ASKED in " ".join(speaker.said), "the control: the key itself speaks"


def test_where_the_room_sees_the_screen_and_in_what_all_say_no_card_comes() -> None:
    """S16, S19: it would tell the room."""
    group = Scenario.machine(SESSION)
    for choice in ("group", "soft", "on", "back"):
        group.choose(choice)
    group.set_out(SESSION, people=2, seen_by=SeenBy.ROOM)
    while group.prompt.id != "home":
        if not group.answer(Typed(SAID)):
            group.onward()
        assert group.prompt.id != "help"


def test_the_group_can_switch_it_off_again() -> None:
    """S16, A16."""
    group = Scenario.machine(SESSION)
    for choice in ("group", "soft", "on"):
        group.choose(choice)
    assert group.around.group.soft_words
    group.choose("soft")
    group.choose("off")
    assert not group.around.group.soft_words
