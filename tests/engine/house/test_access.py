"""The rooms where everybody chooses their own way (A2-A5, A9, A13, A14, A16, A19, A20)."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from facilitator.domain.answers import Chosen, Typed
from facilitator.domain.keys import CHOICES_A_PAGE, KEYS, KeyCommand, command_for
from facilitator.domain.prompt import ChooseOne, Prompt, WriteText
from facilitator.domain.records import FrontEnd, Letters, Theme, Ways
from facilitator.engine import house
from facilitator.meetings.spoken import sentences_of
from facilitator.wording import access as words
from facilitator.wording import house as first
from facilitator.wording import speech
from tests.everywhere import every_prompt
from tests.fakes import FakeTypeSize
from tests.scenario import Scenario, shipped

SESSION = shipped("first-meeting")
HOUSE = Path(house.__path__[0])
MADE = re.compile(r'(?:house_prompt|private)\(\s*f?"([a-z-]+)')
ROOMS = (
    "access", "colours", "letter-size", "voice-how", "accent", "keys", "dwell", "twice",
    "other-keys", "letter-", "free-letters-", "keep-ways", "may-read",
)  # fmt: skip


def full_screen(*, can_size: bool = False) -> Scenario:
    """Return a machine at its first screen, shown by the full screen."""
    ports = Scenario.machine(SESSION).ports
    group = Scenario.on(replace(ports, type_size=FakeTypeSize(can_change=can_size)))
    group.around.front_end = group.around.usual_front_end = FrontEnd.FULL
    group.runner.switched(FrontEnd.FULL)
    return group


def rows(group: Scenario) -> list[str]:
    """Return the ids of the rows that are shown."""
    asked = group.prompt.input
    assert isinstance(asked, ChooseOne | WriteText), group.prompt.id
    return [one.id for one in (asked.choices if isinstance(asked, ChooseOne) else asked.ready)]


def labels_of(prompt: Prompt) -> list[str]:
    """Return every label of a prompt that can be chosen."""
    asked = prompt.input
    found = [
        one.label
        for name in ("choices", "people", "ready")
        for one in getattr(asked, name, ())
    ]  # fmt: skip
    names = ("own_words", "label", "yes", "no", "low_words", "high_words")
    return [*found, *(getattr(asked, name) for name in names if getattr(asked, name, ""))]


def chosen(group: Scenario, *choices: str) -> Scenario:
    """Open the access menu and choose these, one after the other."""
    assert group.press(KeyCommand.ACCESS)
    for one in choices:
        group.choose(one)
    return group


def marked(group: Scenario) -> str:
    """Return which row is marked as the one that stands."""
    return group.asked(ChooseOne).marked


def refused(group: Scenario, typed: str) -> str:
    """Type a letter that cannot be; return why not."""
    before = group.prompt.id
    assert not group.answer(Typed(typed))
    assert group.prompt.id == before
    return group.notice


def keys_of(group: Scenario) -> dict[str, str]:
    """Return whose letters are other ones now."""
    return group.runner.ways.keys


def test_the_commonest_things_stand_on_the_first_seven_rows() -> None:
    """A14, A21: voice, colours, size, words, plain lines, keys; the rest behind "more"."""
    group = full_screen(can_size=True)
    chosen(group)
    assert rows(group)[:CHOICES_A_PAGE] == [
        "done", "voice", "colours", "size", "easy", "other", "keys",
    ]  # fmt: skip
    assert rows(group)[CHOICES_A_PAGE:] == ["reader", "time"]


def test_plain_lines_offer_what_works_in_plain_lines() -> None:
    """A1, A14: no colours and no mark there; other letters for keys are there too."""
    group = chosen(Scenario.machine(SESSION))
    assert rows(group) == ["done", "voice", "easy", "other", "keys", "reader", "time"]
    group.choose("keys")
    assert rows(group) == ["done", "other-keys"]


def test_every_house_prompt_was_walked_and_keeps_the_budget() -> None:
    """A5, A17: title 30, question 72, a row 34 letters, in every room of the house."""
    prompts = every_prompt()
    made = {name for path in HOUSE.rglob("*.py") for name in MADE.findall(path.read_text("utf-8"))}
    assert len(made) > 40
    assert set(ROOMS) <= made
    seen = {prompt.id for prompt in prompts}
    assert [one for one in made if not any(name.startswith(one) for name in seen)] == []
    for prompt in prompts:
        assert len(prompt.title) <= 30, prompt.title
        assert len(prompt.question) <= 72, prompt.question
        assert [one for one in labels_of(prompt) if len(one) > 34] == [], prompt.id


def test_every_row_and_hint_of_these_rooms_is_spoken_and_so_is_what_stands() -> None:
    """A14, 5.1.3.3: usable without sight; the marked row is called chosen."""
    heard_chosen = set()
    for prompt in every_prompt():
        if not prompt.id.startswith(ROOMS):
            continue
        said = " ".join(sentences_of(prompt))
        for text in (prompt.title, prompt.question, *prompt.body, prompt.hint, *labels_of(prompt)):
            for word in re.findall(r"\w+", text):
                assert word in said, (prompt.id, text)
        if getattr(prompt.input, "marked", ""):
            assert said.count("Chosen.") == 1, prompt.id
            heard_chosen.add(prompt.id)
    assert {"colours", "dwell", "twice", "accent", "free-letters-help"} <= heard_chosen


def test_the_access_key_and_the_menu_then_2_work_at_every_prompt_of_a_meeting() -> None:
    """A14, M18: always the same, turns and the pause too, and back to the same prompt."""
    group = full_screen()
    group.set_out(SESSION)
    turns = 0
    while group.around.meeting is not None:
        at = group.prompt.id
        assert group.press(KeyCommand.ACCESS)
        assert group.prompt.id == "access"
        assert group.press(KeyCommand.ACCESS)
        assert group.prompt.id == at
        assert group.press(KeyCommand.MENU)
        assert rows(group)[:2] == ["pause", "access"]
        group.choose("access")
        group.choose("done")
        assert group.prompt.id == at
        if at.endswith("@keyboard") and turns < 2:
            turns += 1
            group.choose(rows(group)[turns])
        else:
            group.onward()
    assert turns == 2


def test_the_access_key_and_the_menu_then_2_work_in_every_room() -> None:
    """A14: every prompt of the house knows both; outside a meeting 2 is the same row."""
    for prompt in every_prompt():
        assert {KeyCommand.ACCESS, KeyCommand.MENU} <= prompt.commands, prompt.id
        if prompt.id == "menu":
            assert [one.id for one in getattr(prompt.input, "choices", ())][1] == "access"


def test_the_access_key_from_deeper_in_comes_back_to_the_access_menu() -> None:
    """A14: no second one on top of it: "Done" leads out at once."""
    group = chosen(full_screen(), "keys", "dwell")
    assert group.press(KeyCommand.ACCESS)
    assert group.prompt.id == "access"
    group.choose("done")
    assert group.prompt.id == "home"


def test_the_first_screen_and_the_first_sentences_tell_how_to_make_it_easier() -> None:
    """A14, A3: on the screen and by ear; the space bar is told where it does something."""
    group = full_screen()
    assert first.HOME_EASIER in group.prompt.hint
    assert words.HOW in speech.FIRST
    assert first.HOME_ONE_KEY in group.prompt.hint
    assert group.runner.one_key()
    group.choose("yes")
    assert "space bar" not in group.prompt.hint
    assert "space bar" not in Scenario.machine(SESSION).prompt.hint
    group.press(KeyCommand.HELP)
    group.choose("keys")
    assert words.HOW in group.prompt.body


UNDONE: tuple[tuple[tuple[str, ...], str, tuple[str, ...]], ...] = (
    ((), "easy", ("easy",)),
    ((), "voice", ("voice",)),
    ((), "reader", ("reader",)),
    ((), "time", ("time",)),
    (("keys",), "scanning", ("scanning",)),
    (("keys",), "keyboard", ("keyboard",)),
    (("keys",), "letters", ("letters",)),
    (("keys", "dwell"), "100", ("dwell", "20")),
    (("keys", "twice"), "5", ("twice", "0")),
    (("keys", "other-keys", "help"), "none", ("before",)),
    (("keys", "other-keys", "menu", "list"), "x", ("menu", "before")),
    (("size",), "larger", ("smaller",)),
    (("size",), "smaller", ("before",)),
    (("colours",), "daylight", ("colours", "evening")),
    (("voice", "voice-how"), "slower", ("faster",)),
    (("voice", "voice-how"), "louder", ("quieter",)),
    (("voice", "voice-how"), "wakes", ("wakes",)),
    (("voice", "voice-how", "accent"), "en-us", ("accent", "machine")),
)


@pytest.mark.parametrize(("way", "change", "undo"), UNDONE, ids=lambda one: str(one))
def test_every_change_can_be_undone_where_it_was_made(
    way: tuple[str, ...], change: str, undo: tuple[str, ...]
) -> None:
    """A16: at most two choices from there, and all is as it was."""
    group = chosen(full_screen(can_size=True), *way)
    before = group.runner.ways
    group.choose(change)
    assert group.runner.ways != before
    assert group.notice
    for one in undo:
        group.choose(one)
    assert group.runner.ways == before


LEFT = (
    ("keys", "dwell"), ("keys", "twice"), ("voice", "voice-how", "accent"),
    ("keys", "other-keys", "pass"), ("keys", "other-keys", "pass", "list"),
)  # fmt: skip


@pytest.mark.parametrize("way", LEFT, ids=str)
def test_the_first_row_leaves_it_as_it_is(way: tuple[str, ...]) -> None:
    """A2: the first choice leads onward and changes nothing."""
    group = chosen(full_screen(), *way)
    before = group.runner.ways
    group.onward()
    assert group.runner.ways == before


def test_the_mark_stays_from_half_a_second_to_ten() -> None:
    """A3: tenths of a second; the one that stands is marked."""
    group = chosen(full_screen(), "keys", "dwell")
    assert marked(group) == "20"
    times = [int(one) for one in rows(group)[1:]]
    assert (min(times), max(times)) == (5, 100)
    for tenths in times:
        group.choose(str(tenths))
        assert group.runner.ways.dwell == tenths
        group.choose("dwell")
        assert marked(group) == str(tenths)


def test_a_key_pressed_twice_counts_once_within_a_time_that_is_said_honestly() -> None:
    """A19, 5.7: always, within 3 tenths, half a second, one second, two seconds."""
    group = chosen(full_screen(), "keys", "twice")
    assert rows(group)[1:] == ["0", "3", "5", "10", "20"]
    assert "3 tenths" in group.asked(ChooseOne).choices[2].label
    for tenths in (3, 5, 10, 0):
        group.choose(str(tenths))
        assert group.runner.ways.strike == tenths
        group.choose("twice")


def test_one_key_says_how_it_works_when_it_begins() -> None:
    """A3: the word that the first screen says, too."""
    group = chosen(full_screen(), "keys", "scanning")
    assert group.runner.ways.scanning
    assert group.notice.startswith("One key does it all now.")
    group.choose("letters")
    assert group.runner.ways.letters is Letters.OFTEN


def test_a_command_gets_another_letter_from_the_list_or_typed() -> None:
    """A2: both ways; the new letter is the command, the old one is none any more."""
    group = chosen(full_screen(), "keys", "other-keys", "help", "list")
    assert "p" not in rows(group)
    assert "k" in rows(group)
    assert marked(group) == "h"
    group.choose("k")
    assert group.prompt.id == "other-keys"
    own = keys_of(group)
    assert command_for("k", own=own) is KeyCommand.HELP
    assert command_for("h", own=own) is None
    group.choose("pass")
    group.write("H")
    assert command_for("h", own=keys_of(group)) is KeyCommand.PASS
    labels = [one.label for one in group.asked(ChooseOne).choices]
    assert "Help now: k" in labels
    assert "Pass: h" in labels
    group.choose("before")
    assert keys_of(group) == {}


def test_a_command_can_have_no_letter_at_all_and_its_other_keys_stay() -> None:
    """A2, WCAG 2.1.4: signs, function keys and words are never taken away."""
    group = chosen(full_screen(), "keys", "other-keys")
    for row in KEYS:
        group.choose(row.command)
        group.choose("none")
    own = keys_of(group)
    for row in KEYS:
        assert command_for(row.letter, own=own) is None
        for key in (*row.keypad, *row.also, row.word, *filter(None, (row.function,))):
            assert command_for(key, own=own) is row.command
    assert group.prompt.id == "other-keys"
    group.press(KeyCommand.HELP)
    assert not any(line.startswith("Letters do the same") for line in group.prompt.body)


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("p", "The letter p is taken. It means: Pass. Please choose another."),
        ("7", "The digits choose the rows. Please choose a letter."),
        ("*", "That is not a letter. Please choose a letter."),
        ("kk", "That is 2 letters. There is room for 1. Please make it shorter."),
    ],
)
def test_a_letter_that_cannot_be_is_refused_in_words(typed: str, why: str) -> None:
    """A2, A15: another command's letter, a digit, a sign, two letters."""
    group = chosen(full_screen(), "keys", "other-keys", "help")
    assert refused(group, typed) == why
    assert keys_of(group) == {}


def test_a_letter_that_was_given_to_another_is_not_offered_as_before() -> None:
    """A2: no letter ever means two commands."""
    group = chosen(full_screen(), "keys", "other-keys", "help")
    group.write("k")
    group.choose("menu")
    group.write("h")
    group.choose("help")
    assert "before" not in rows(group)
    assert refused(group, "h").startswith("The letter h is taken.")
    group.choose("leave")
    group.choose("menu")
    group.choose("before")
    group.choose("help")
    assert "before" in rows(group)
    letters = [keys_of(group).get(row.command, row.letter) for row in KEYS]
    assert len(set(letters)) == len(KEYS)


def test_the_help_card_tells_ones_own_letters() -> None:
    """A17: as they are now; one without a letter is left out."""
    group = chosen(full_screen(), "keys", "other-keys", "help", "none")
    group.choose("pass")
    group.write("x")
    group.press(KeyCommand.HELP)
    group.choose("keys")
    told = "Letters do the same: x Pass, b Back, s Say again, m Menu,"
    assert [line for line in group.prompt.body if line.startswith(told)]


def test_the_letters_of_the_window_grow_and_shrink_to_their_ends() -> None:
    """A5: -3 to 5 steps, told to the terminal at once; at the end it says so."""
    group = chosen(full_screen(can_size=True), "size")
    size = group.ports.type_size
    assert isinstance(size, FakeTypeSize)
    for _ in range(5):
        group.choose("larger")
        assert group.notice == "The letters are larger. To go back, choose: Smaller letters."
    group.choose("larger")
    assert group.notice == "The letters are as large as they go."
    for _ in range(8):
        group.choose("smaller")
    group.choose("smaller")
    assert group.notice == "The letters are as small as they go."
    group.choose("before")
    assert size.told == [1, 2, 3, 4, 5, 4, 3, 2, 1, 0, -1, -2, -3, 0]


def test_where_the_terminal_cannot_the_size_is_no_row_and_the_hint_tells_another_way() -> None:
    """A5: the full screen alone; what cannot be done is not offered."""
    group = chosen(full_screen())
    assert "size" not in rows(group)
    assert group.prompt.hint.startswith("Larger letters:")


def test_a_size_that_was_kept_is_used_from_the_start() -> None:
    """A5, A13: this machine's own way."""
    group = full_screen(can_size=True)
    group.ports.settings.save(Ways(type_size=2))
    again = Scenario.on(group.ports)
    size = again.ports.type_size
    assert isinstance(size, FakeTypeSize)
    assert size.told == [2]


def test_the_voice_speaks_three_kinds_of_english() -> None:
    """A9: British, Scottish, American, or as the machine does."""
    group = chosen(full_screen(), "voice", "voice-how", "accent")
    assert marked(group) == "machine"
    for accent in ("en-gb", "en-gb-scotland", "en-us"):
        group.choose(accent)
        assert group.runner.ways.accent == accent
        assert group.prompt.id == "voice-how"
        group.choose("accent")
        assert marked(group) == accent


Press = Callable[[Scenario], object]
PRESSED: dict[str, Press] = {
    "easy": lambda group: group.press(KeyCommand.EASY),
    "one key": lambda group: chosen(group, "keys", "scanning"),
    "colours": lambda group: chosen(group, "colours", Theme.YELLOW),
}


@pytest.mark.parametrize("way", PRESSED)
def test_what_is_chosen_outside_a_turn_is_this_machines_own(way: str) -> None:
    """A13, A14: it is kept in the settings and there at the next start."""
    group = full_screen()
    PRESSED[way](group)
    assert group.runner.ways != Ways()
    assert group.ports.settings.read() == group.runner.ways


def test_an_answer_that_is_no_row_is_refused_in_every_one_of_these_rooms() -> None:
    """A15: in words, and nothing changes."""
    for way in (*LEFT, ("keys",), ("colours",), ("keys", "other-keys"), ("voice", "voice-how")):
        group = chosen(full_screen(), *way)
        before = group.runner.ways
        assert not group.answer(Chosen("no such row"))
        assert group.notice
        assert group.runner.ways == before


def test_the_access_menu_says_what_is_on_now() -> None:
    """5.6: in words, since each row says what it will be; nothing where nothing is on."""
    group = chosen(full_screen())
    said = [group.prompt.body]
    for row in ("easy", "voice", "easy"):
        group.choose(row)
        said.append(group.prompt.body)
    assert said == [
        (), ("On now: easy words.",), ("On now: the voice, easy words.",), ("On now: the voice.",),
    ]  # fmt: skip
