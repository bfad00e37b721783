"""The privacy cover: one key, any key or the group's word back, nothing lost (S12, M6, S16)."""

from dataclasses import replace

import pytest

from facilitator.domain.answers import GO_ON, Typed
from facilitator.domain.events import Keep
from facilitator.domain.keys import KeyCommand, command_for
from facilitator.domain.prompt import Acknowledge, Prompt, WriteText
from facilitator.domain.records import FrontEnd, Group
from facilitator.engine.own_word import opens
from tests.everywhere import every_prompt, explored
from tests.scenario import Scenario, shipped, words_of

SESSION = shipped("first-meeting")
WORD = "blue kettle"
OWN = "canary by the sea"


def at_own_words() -> Scenario:
    """Return a meeting in somebody's own turn, with words of theirs on the screen."""
    group = Scenario.hold(SESSION, people=3)
    group.until(lambda prompt: prompt.id.endswith("@keyboard"))
    group.choose("p1")
    group.onward()
    group.write(OWN)
    group.back()
    assert OWN in words_of(group.prompt), "the control: it is there to be covered"
    return group


def with_word(group: Scenario) -> Scenario:
    """Let the group set its word, from the first screen."""
    for choice in ("group", "cover", "word"):
        group.choose(choice)
    group.write(WORD)
    group.choose("done")
    group.choose("back")
    return group


@pytest.mark.parametrize("key", ["c", "C", "cover", "insert"])
def test_one_key_or_word_covers(key: str) -> None:
    """S12, A2: the letter, the word of plain lines, and Insert where a line is open."""
    assert command_for(key) is KeyCommand.COVER
    in_line = command_for(key, in_text=True)
    assert in_line is (None if key in ("c", "C") else KeyCommand.COVER)


def test_every_prompt_can_be_covered_and_help_is_on_every_cover() -> None:
    """S12, S16: the key works on every screen of the program but on the cover itself."""
    prompts = every_prompt()
    bare = [one.id for one in prompts if KeyCommand.COVER not in one.commands]
    locked = {"cover-locked", "cover-other", "cover-words"}
    assert set(bare) == {"cover", "cover-lost", *locked}
    assert all(KeyCommand.HELP in one.commands for one in prompts)


def covered(prompt: Prompt) -> str:
    """Return what a covered screen shows."""
    assert prompt.is_cover
    return words_of(prompt)


def test_the_cover_shows_no_word_of_anybody_and_loses_none() -> None:
    """S12, M6: no name, no step, no answer; then the same prompt, the same journal."""
    group = at_own_words()
    before, journal = group.prompt, group.journal
    assert group.press(KeyCommand.COVER)
    for hidden in (OWN, "Heron", before.title, before.question, before.where):
        assert hidden not in covered(group.prompt)
    assert group.prompt.own_words == ()
    assert group.answer(GO_ON)
    assert group.prompt == before
    assert group.journal == journal


def test_the_menu_covers_too() -> None:
    """S12: for whoever has a keypad only, in a meeting and before it."""
    group = at_own_words()
    group.menu("cover")
    assert group.prompt.is_cover
    group.onward()
    assert OWN in words_of(group.prompt)
    home = Scenario.machine(SESSION)
    home.menu("cover")
    home.onward()
    assert home.prompt.id == "home"


def test_with_a_word_only_that_word_takes_the_cover_away() -> None:
    """S12: nothing that leads past it, help aside, and no word in clear in any file of ours."""
    group = with_word(Scenario.machine(SESSION))
    kept = group.ports.book.groups()[0]
    assert WORD not in repr(kept)
    assert opens(WORD, kept.cover_word)
    group.set_out(SESSION, people=2)
    before = group.prompt
    group.press(KeyCommand.COVER)
    for command in (KeyCommand.PASS, KeyCommand.BACK, KeyCommand.COVER):
        assert not group.press(command)
    assert not group.answer(Typed("red kettle"))
    assert covered(group.prompt).endswith("That is not the word. Please try again.")
    group.press(KeyCommand.HELP)
    assert before.title not in words_of(group.prompt)
    assert before.question not in words_of(group.prompt)
    group.press(KeyCommand.COVER)
    assert group.prompt.is_cover
    group.write(" Blue  KETTLE ")
    assert group.prompt == replace(before, notice=None)


@pytest.mark.parametrize("keep", [Keep.TODAY, Keep.NOTHING])
def test_whoever_does_not_know_the_word_has_a_way_out_that_shows_nothing(keep: Keep) -> None:
    """S12, S1: the program closes; what was saved is there at the next start, if anything was."""
    group = with_word(Scenario.machine(SESSION))
    group.set_out(SESSION, people=2, keep=keep)
    group.press(KeyCommand.COVER)
    group.choose("unknown")
    said = covered(group.prompt)
    assert ("its words go when the program closes" in said) is (keep is Keep.NOTHING)
    group.choose("back")
    group.choose("unknown")
    group.choose("end")
    assert group.runner.is_over
    again = Scenario.on(group.ports)
    offered = [one.id for one in again.prompt.input.choices]  # type: ignore[union-attr]
    assert offered[0].startswith("resume-") is (keep is Keep.TODAY)


def test_the_word_can_be_changed_and_taken_away_and_is_not_put_back_by_other_changes() -> None:
    """S12: beside how long, the named person and the soft words."""
    group = with_word(Scenario.machine(SESSION))
    group.choose("group")
    group.choose("how-long")
    group.choose("30")
    assert opens(WORD, group.around.group.cover_word)
    group.choose("cover")
    group.choose("no-word")
    assert group.around.group == Group("our-group", "Our group", keep_days=30)
    group.press(KeyCommand.COVER)
    assert isinstance(group.prompt.input, Acknowledge)


def test_in_plain_lines_the_word_is_typed_unseen_and_no_voice_says_it() -> None:
    """S12, A18, A12: masked where a line stays, in the clear where none does."""
    group = Scenario.machine(SESSION)
    for choice in ("group", "cover", "word"):
        group.choose(choice)
    assert group.asked(WriteText).hidden
    assert group.prompt.is_private
    group.around.front_end = FrontEnd.FULL
    group.runner.switched(FrontEnd.FULL)
    assert not group.asked(WriteText).hidden


def test_it_covers_by_itself_only_where_the_group_said_so() -> None:
    """S12, M6: never, unless switched on; the core keeps no time."""
    group = Scenario.machine(SESSION)
    assert group.runner.cover_after == 0
    for choice in ("group", "cover", "idle"):
        group.choose(choice)
    assert group.asked(type(group.prompt.input)).marked == "0"  # type: ignore[union-attr]
    group.choose("3")
    assert group.runner.cover_after == 3
    assert Scenario.on(group.ports).ports.book.groups()[0].cover_after == 3


def test_no_row_and_no_key_leads_past_a_cover_that_has_a_word() -> None:
    """S12: the house is explored from the cover on; the meeting beneath is never shown."""

    def made() -> Scenario:
        group = with_word(Scenario.machine(SESSION))
        group.set_out(SESSION, people=2)
        group.press(KeyCommand.COVER)
        return group

    keys = (KeyCommand.HELP, KeyCommand.ACCESS, KeyCommand.MENU, KeyCommand.BACK, KeyCommand.EASY)
    begun = [(), *((key,) for key in keys), *((one, two) for one in keys for two in keys)]
    seen = {prompt.id for prompt in explored(made, *begun)}
    assert {"cover", "cover-lost", "help", "access", "menu"} <= seen
    assert not [one for one in seen if "/" in one or one in ("give-who", "forget-who", "home")]


@pytest.mark.parametrize("key", [KeyCommand.HELP, KeyCommand.MENU, KeyCommand.ACCESS])
def test_a_room_that_was_covered_cannot_be_reached_over_the_cover(key: KeyCommand) -> None:
    """S12: the same key opens a room of its own above the cover, not the one beneath it."""
    group = with_word(Scenario.machine(SESSION))
    group.set_out(SESSION, people=2)
    if key is KeyCommand.MENU:
        group.menu("cover")
    else:
        group.press(key)
        group.press(KeyCommand.COVER)
    before = group.around.meeting
    for _ in range(3):
        group.press(key)
        group.press(KeyCommand.BACK)
        assert group.prompt.id == "cover"
    group.write(WORD)
    assert not group.prompt.is_cover
    assert group.around.meeting == before
