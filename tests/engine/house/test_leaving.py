"""A machine that is only for Facilitator: the word that closes it, and going on after a stop."""

from dataclasses import replace
from datetime import timedelta

import pytest

from facilitator.adapters.storage.kiosk import MemoryKiosk
from facilitator.domain.answers import Typed
from facilitator.domain.events import Keep
from facilitator.domain.prompt import Choice, WriteText
from facilitator.domain.records import FrontEnd
from facilitator.engine.own_word import locked, opens
from facilitator.meetings.cut_short import MOST_TRIES
from facilitator.meetings.runner import MeetingRunner
from facilitator.meetings.surroundings import OUR_GROUP, Ports, Surroundings
from tests.fakes import FakeClock
from tests.scenario import Scenario, shipped

WORD = "thistle and tea"


def started(ports: Ports, front_end: FrontEnd = FrontEnd.FULL) -> Scenario:
    """Return a start of the program on these ports."""
    around = Surroundings(ports, OUR_GROUP, ports.settings.read(), front_end)
    return Scenario(ports, around, MeetingRunner.opened(around))


def kiosk(word: str | None = "", front_end: FrontEnd = FrontEnd.FULL) -> Scenario:
    """Return a kiosk at its first screen: with a word, with "" for none, or never asked."""
    ports = Scenario.machine(shipped("first-meeting")).ports
    lock = locked(word, "salt") if word else word
    return started(replace(ports, kiosk=MemoryKiosk(lock)), front_end)


def kept(group: Scenario) -> str | None:
    """Return what is kept of the word."""
    assert group.ports.kiosk is not None
    return group.ports.kiosk.leaving_word()


def test_the_first_start_offers_a_word_and_sets_it() -> None:
    """S13: set once, shown while it is typed on the full screen (A18), kept as a hash alone."""
    group = kiosk(None)
    assert group.prompt.id == "leaving-offer"
    group.choose("set")
    assert not group.asked(WriteText).hidden
    assert group.prompt.is_private, "no voice says it"
    group.write("  Thistle  and TEA ")
    assert group.prompt.id == "home"
    assert group.notice == "The word is set. Only this word closes the program now."
    lock = kept(group)
    assert lock
    assert "thistle" not in lock.casefold()
    assert opens(WORD, lock)
    assert started(group.ports).prompt.id == "home", "it is asked once"


def test_it_may_be_passed_and_is_not_asked_again() -> None:
    """S13, A18: no word is fine; closing then asks only whether we shall close."""
    group = kiosk(None)
    group.choose("none")
    assert kept(group) == ""
    again = started(group.ports)
    assert again.prompt.id == "home"
    again.choose("end")
    assert again.prompt.question == "Shall we close?"
    again.onward()
    assert again.prompt.id == "home"
    again.choose("end")
    again.choose("close")
    assert again.runner.is_over


@pytest.mark.parametrize("lock", ["salt$\u00e9", "\u00e9", "", "$", "salt$\ud800", "\ud800$00"])
def test_a_lock_that_was_damaged_opens_for_nobody_and_ends_nothing(lock: str) -> None:
    """S3, S14: whatever stands in the file, no word meets it."""
    assert not opens("tea", lock)
    assert not opens("", lock)


def test_going_back_from_the_first_word_offers_it_again_next_time() -> None:
    """S13: nothing is decided by going back."""
    group = kiosk(None)
    group.choose("set")
    assert group.back()
    assert group.prompt.id == "home"
    assert started(group.ports).prompt.id == "leaving-offer"


@pytest.mark.parametrize("word", ["abc", "stay HERE"])
def test_a_word_that_could_shut_the_group_in_is_refused(word: str) -> None:
    """S13: too short to be one, or the words of the row that stays."""
    group = kiosk(None)
    group.choose("set")
    assert not group.answer(Typed(word))
    assert group.prompt.id == "leaving-set"
    assert kept(group) is None


def test_in_plain_lines_it_is_typed_unseen_and_twice() -> None:
    """S13, S10: a line stays in the window, so it is hidden; a slip shuts nobody in."""
    group = kiosk(None, FrontEnd.PLAIN)
    group.choose("set")
    assert group.asked(WriteText).hidden
    group.write("thistle")
    assert group.asked(WriteText).hidden
    group.write("thistel")
    assert group.notice == "Those two words were not the same. Please set it again."
    assert kept(group) is None
    for _ in range(2):
        group.write("thistle")
    lock = kept(group)
    assert lock
    assert opens("thistle", lock)


def test_only_the_word_closes_it_from_the_first_screen_and_from_the_menu() -> None:
    """S13: a wrong word does not; three of them lead back to where we were."""
    for way in (("end",), ("menu", "end")):
        group = kiosk(WORD)
        for _ in range(3):
            enter(group, way)
            for wrong in ("thistle", "tea and thistle"):
                assert not group.answer(Typed(wrong))
                assert group.notice == "That is not the word. Try again, or go back."
            group.write("open")
            assert group.notice == "That was not the word either. Please ask the person who set it."
            assert group.prompt.id == "home"
            assert not group.runner.is_over
        enter(group, way)
        group.write(WORD.upper())
        assert group.runner.is_over


def enter(group: Scenario, way: tuple[str, ...]) -> None:
    """Ask for the end."""
    if "menu" in way:
        group.menu("end")
    else:
        group.choose("end")
    assert group.prompt.id == "leaving-word"
    assert group.asked(WriteText).hidden


def test_whoever_came_there_by_accident_can_stay() -> None:
    """S13: the first row stays, and so does back."""
    group = kiosk(WORD)
    group.choose("end")
    group.onward()
    assert group.prompt.id == "home"
    group.choose("end")
    assert group.back()
    assert group.prompt.id == "home"
    assert not group.runner.is_over


def test_whoever_knows_the_word_may_change_it_or_take_it_away() -> None:
    """S13: under Our group; without the word nobody gets there."""
    group = kiosk(WORD)
    group.choose("group")
    group.choose("leaving")
    group.answer(Typed("wrong"))
    assert group.prompt.id == "leaving-word"
    group.write(WORD)
    assert group.prompt.id == "leaving-change"
    group.onward()
    assert group.prompt.id == "our-group"
    group.choose("leaving")
    group.write(WORD)
    group.choose("set")
    group.write("heron")
    lock = kept(group)
    assert lock
    assert opens("heron", lock)
    assert not opens(WORD, lock)
    group.choose("leaving")
    group.write("heron")
    group.choose("none")
    assert kept(group) == ""


def test_any_other_machine_closes_at_once_and_knows_no_word() -> None:
    """S13: the lock is a mode."""
    group = Scenario.machine(shipped("first-meeting"))
    group.choose("group")
    assert not [one for one in group.prompt.input.choices if one.id == "leaving"]  # type: ignore[union-attr]
    group.back()
    group.choose("end")
    assert group.runner.is_over


def in_a_meeting(keep: Keep = Keep.TODAY) -> Scenario:
    """Return a kiosk in the first step of a meeting."""
    group = kiosk()
    group.set_out(shipped("first-meeting"), keep=keep)
    return group


def test_a_meeting_that_was_cut_short_goes_on_at_the_same_prompt() -> None:
    """S13, M7: at once, with a kind sentence; nothing of it is lost."""
    group = in_a_meeting()
    for _ in range(12):
        again = started(group.ports)
        if group.prompt.is_private and group.prompt.giver:
            again.onward()
        else:
            assert again.notice == (
                "Something went wrong. Nothing that was saved is lost. We go on here."
            )
        assert replace(again.prompt, notice=None) == replace(group.prompt, notice=None)
        assert again.meeting == group.meeting
        group = again
        group.onward()


def test_in_somebodys_own_turn_it_asks_first_whether_they_are_still_there() -> None:
    """S11, S13: their words are not shown to whoever comes first."""
    group = in_a_meeting()
    to_a_private_turn(group)
    name = group.around.turn_name
    again = started(group.ports)
    assert again.prompt.id == "still-here"
    assert again.prompt.question == f"Is {name} at the keyboard?"
    assert again.notice.startswith("Something went wrong.")
    again.onward()
    assert replace(again.prompt, notice=None) == replace(group.prompt, notice=None)


def to_a_private_turn(group: Scenario) -> None:
    """Go on, taking the keyboard wherever it is offered, until a turn is private."""
    for _ in range(200):
        prompt = group.prompt
        if prompt.is_private and prompt.giver:
            return
        choices: tuple[Choice, ...] = getattr(prompt.input, "choices", ())
        if prompt.id.endswith("@keyboard") and len(choices) > 1:
            group.choose(choices[1].id)
        else:
            group.onward()
    raise AssertionError("no turn is private")


@pytest.mark.parametrize("way", ["later", "closed"])
def test_what_ended_in_order_is_not_gone_on_with(way: str) -> None:
    """S13: set aside, or closed: the next start is the first screen."""
    group = in_a_meeting()
    if way == "later":
        group.menu("stop")
        group.choose("later")
    else:
        group.to_the_end()
    again = started(group.ports)
    assert again.prompt.id == "home"
    assert not again.has_meeting()
    assert next(one.id for one in again.prompt.input.choices).startswith("resume-") is (  # type: ignore[union-attr]
        way == "later"
    )


def test_on_another_day_the_first_screen_offers_it_as_always() -> None:
    """S13, S11: others may sit there by then."""
    group = in_a_meeting()
    clock = group.ports.clock
    assert isinstance(clock, FakeClock)
    clock.time += timedelta(hours=13)
    again = started(group.ports)
    assert again.prompt.id == "left-open"
    again.choose("later")
    assert again.prompt.id == "home"
    assert next(one.id for one in again.prompt.input.choices).startswith("resume-")  # type: ignore[union-attr]


def test_a_place_that_is_at_fault_does_not_come_back_for_ever() -> None:
    """S13: after some tries without an answer the first screen comes; an answer counts anew."""
    group = in_a_meeting()
    for _ in range(MOST_TRIES):
        group = started(group.ports)
        assert group.has_meeting()
    assert started(group.ports).prompt.id == "home"
    group = in_a_meeting()
    for _ in range(2 * MOST_TRIES):
        group = started(group.ports)
        assert group.has_meeting()
        group.onward()


def test_a_meeting_of_which_nothing_is_kept_cannot_be_gone_on_with() -> None:
    """S6, S13: it was said that a power cut loses it; no mark of it is left either."""
    group = in_a_meeting(Keep.NOTHING)
    assert group.ports.kiosk is not None
    assert group.ports.kiosk.open_meeting() is None
    assert started(group.ports).prompt.id == "home"


def test_on_any_other_machine_the_first_screen_comes() -> None:
    """S13: going on by itself is for a machine that starts by itself."""
    group = Scenario.hold(shipped("first-meeting"))
    assert started(group.ports).prompt.id == "home"
