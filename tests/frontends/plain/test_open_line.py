"""The line for own words: reserved words, refusals, drafts; no word is lost (A2, A15, A24)."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from facilitator.domain.answers import Draft
from facilitator.domain.events import Event
from facilitator.domain.keys import KEYS, SpeechKey
from facilitator.domain.prompt import Choice, Prompt, WriteText
from facilitator.frontends.plain.showing import Showing
from facilitator.ports.storage import NotSaved
from tests.frontends.plain.heard import heard
from tests.scenario import Scenario, shipped

ASKED = "agreement//asks-1"
ROOM = 80
LONG = " ".join(f"word{number}" for number in range(60))
KEPT = " ".join(f"word{number}" for number in range(13))
assert len(KEPT) <= ROOM < len(f"{KEPT} word13")


def at_a_line() -> Scenario:
    """Return a group that may add a line of its own to the agreement."""
    group = Scenario.hold(shipped("first-meeting"))
    group.until(lambda prompt: prompt.id == ASKED)
    assert group.asked(WriteText).at_most == ROOM
    return group


def said(group: Scenario) -> object:
    """Return the line that the group wrote."""
    return group.meeting.said("agreement", "", "asks-1")


@pytest.mark.parametrize("word", [row.word for row in KEYS] + ["*", "/", "speak"])
def test_a_reserved_word_in_quotes_is_a_word(word: str) -> None:
    """A2: whatever is a command as the whole line can be written, with either sign."""
    for sign in ("'", '"'):
        group = at_a_line()
        heard(group, "2", f"{sign}{word}{sign}")
        assert said(group) == word
    group = at_a_line()
    heard(group, f"'{word}'")
    assert said(group) == word, "also where words are typed instead of a number"


@pytest.mark.parametrize(
    "text",
    [
        "help each other", "back to back", "we pass nothing on", "'Quiet' is fine", "h", "0", "1",
        "easy", "Easy",
    ],
)  # fmt: skip
def test_more_than_a_reserved_word_is_text(text: str) -> None:
    """A2: only a whole line that was named is a command; letters, digits, quotes are themselves."""
    group = at_a_line()
    heard(group, "2", text)
    assert said(group) == text


def test_how_to_write_such_a_word_is_told_once() -> None:
    """A2: when the first line opens, and not at every one."""
    written = heard(at_a_line(), "2", "/", "2", "/").getvalue()
    assert written.count("To write such a word, put it in quotes: 'help'.") == 1


@pytest.mark.parametrize("word", ["speak", *SpeechKey])
def test_the_words_of_the_voice_are_answers_while_it_is_off(word: str) -> None:
    """A9: but for the one that turns it on."""
    group = at_a_line()
    written = heard(group, "2", word).getvalue()
    if word == "speak":
        assert "The voice is on." in written
    else:
        assert said(group) == word


def test_typed_words_never_become_a_row_that_only_begins_like_them() -> None:
    """A15: "The" is no short form of "The tea" where people may write what they like."""
    group = Scenario.hold(shipped("first-meeting"))
    group.until(lambda prompt: prompt.id == "reflection//keep")
    heard(group, "The")
    assert group.meeting.said("reflection", "", "keep") == "The"


def test_a_text_that_is_too_long_is_kept_and_shown_where_it_is_full() -> None:
    """A15: how long, how far it fits; Enter keeps that much, in whole words."""
    group = at_a_line()
    written = heard(group, "2", LONG).getvalue()
    assert f"That is {len(LONG)} letters.\nThere is room for {ROOM}.\n" in written
    assert "It fits as far as: word9 word10 word11 word12\n" in written
    assert "Press Enter to keep that much, or type it anew.\nType it, then press Enter: " in written
    heard(again := at_a_line(), "2", LONG, "")
    assert said(again) == KEPT
    heard(anew := at_a_line(), "2", LONG, "short")
    assert said(anew) == "short"


def test_a_text_that_is_too_long_can_be_heard_again_in_full() -> None:
    """A15: "again" reads all of it out; no word of it is lost."""
    written = heard(at_a_line(), "2", LONG, "again").getvalue()
    assert f"You had typed: {LONG}" in " ".join(written.split("\n"))


def test_one_long_word_is_cut_where_the_room_ends() -> None:
    """A15: without a space there is nothing else to cut at."""
    group = at_a_line()
    heard(group, "2", "x" * 300, "")
    assert said(group) == "x" * ROOM


def test_help_from_an_open_line_comes_back_to_it_with_its_words() -> None:
    """A17, M6: the line is open again, the refused words are there."""
    for way in (("help", "1"), ("menu", "back"), ("access", ""), ("menu", "access", "", "back")):
        group = at_a_line()
        written = heard(group, "2", LONG, *way, "").getvalue()
        assert "You had typed: word0" in written, way
        assert said(group) == KEPT, way


def test_help_from_an_open_line_without_words_comes_back_to_the_line() -> None:
    """A17: what is typed next is words, not a number."""
    group = at_a_line()
    heard(group, "2", "help", "1", "2 of us")
    assert said(group) == "2 of us"


def test_back_from_the_line_to_the_list_keeps_the_words() -> None:
    """A15: the line opens with them again."""
    group = at_a_line()
    written = heard(group, "2", LONG, "back", "2", "").getvalue()
    assert "You had typed: word0" in written
    assert said(group) == KEPT


class FullOnce:
    """A journal on a disk that is full the first time."""

    def __init__(self) -> None:
        """Begin full."""
        self.is_full = True
        self.events: list[Event] = []

    @property
    def is_short_of_room(self) -> bool:
        """Nothing is set aside here."""
        return False

    def append(self, events: Sequence[Event]) -> None:
        """Refuse the first time."""
        if self.is_full:
            self.is_full = False
            raise NotSaved("full")
        self.events.extend(events)

    def close(self) -> None:
        """Nothing is held open."""


@pytest.mark.parametrize("line", ["a walk", "sun", "7/10"])
def test_what_could_not_be_saved_is_given_again_by_enter_alone(line: str) -> None:
    """S2, A15: "press Enter again" is true in lines; nothing is typed twice."""
    group = at_a_line()
    group.runner._desk._journal = FullOnce()
    written = heard(group, "2", line, "").getvalue()
    assert "The disk is full." in written
    assert said(group) == line


def test_chosen_rows_that_could_not_be_saved_stay_chosen() -> None:
    """S2, A15: what is chosen is said, and Enter alone gives it."""
    group = Scenario.hold(shipped("first-meeting"))
    group.until(lambda prompt: prompt.id == "agreement//asks")
    group.runner._desk._journal = FullOnce()
    written = heard(group, "1 3", "").getvalue()
    chosen = "Chosen: What's said here stays here, Ask before you give advice.\n"
    assert written.count(chosen) == 2
    assert group.prompt.id == ASKED


def test_a_single_choice_that_could_not_be_saved_is_given_again_by_enter() -> None:
    """S2: also where Enter alone means nothing else."""
    group = Scenario.hold(shipped("first-meeting"))
    group.until(lambda prompt: prompt.id == "agreement//asks")
    group.several("phrase-1")
    group.until(lambda prompt: prompt.id == "agreement//save")
    group.runner._desk._journal = FullOnce()
    heard(group, "2", "")
    assert group.prompt.id.startswith("check-in")
    assert group.meeting.said("agreement", "", "save") == "yes"


def test_a_number_given_before_is_kept_by_enter_alone() -> None:
    """A16, A18: back shows what was given; it need not be typed again."""
    group = Scenario.hold(shipped("first-meeting"))
    group.until(lambda prompt: prompt.id == "goal//@keyboard")
    group.choose("p1")
    group.until(lambda prompt: prompt.id == "goal/p1/what")
    group.write("a walk")
    group.pass_()
    written = heard(group, "8", "back", "", "back", "9/10").getvalue()
    assert written.count("You said before: 8\nPress Enter to keep it, or type it anew.\n") == 2
    assert group.meeting.said("goal", "p1", "sure") == 9


def test_what_was_typed_is_said_after_going_back_and_kept_by_enter() -> None:
    """A16: back takes the answer back and says it: "You said before"."""
    group = at_a_line()
    written = heard(group, "2", "no phones", "back", "2", "").getvalue()
    assert "You said before: no phones" in written
    assert "Press Enter to keep it, or type it anew." in written
    assert said(group) == "no phones"


def test_a_draft_of_the_full_screen_waits_for_its_prompt() -> None:
    """A24: the change is made in the menu; the words come up where they belong."""
    group = at_a_line()
    group.runner.keep_draft(Draft(ASKED, "half a line", is_writing=True))
    written = heard(group, "menu", "back", "").getvalue()
    assert "You had typed: half a line\nPress Enter to use it, or type it anew." in written
    assert said(group) == "half a line"


def test_what_is_not_given_here_goes_to_the_full_screen() -> None:
    """A24: also when the change was made two rooms away."""
    group = at_a_line()
    heard(group, "2", LONG, "access", "3")
    assert group.runner.switch_to is not None
    assert group.runner.draft == Draft(ASKED, LONG, is_writing=True)


def test_a_hidden_word_is_never_shown_or_kept() -> None:
    """A12, S10: a person's own word is refused, asked again, left: it is nowhere."""
    group = Scenario.hold(shipped("first-meeting"))
    group.until(lambda prompt: prompt.id == "goal//@keyboard")
    group.choose("p1")
    group.until(lambda prompt: prompt.id == "goal/p1/what")
    group.write("a walk")
    group.pass_()
    group.pass_()
    group.choose("lock")
    assert group.asked(WriteText).hidden
    secret = "canary" * 20
    written = heard(group, "1", secret, "again", "help", "1", "access", "3").getvalue()
    assert "letters." in written, "the control: it was refused"
    assert "canary" not in written
    assert "canary" not in group.runner.draft.typed
    assert "What you type can be seen.\nType it, then press Enter: " in written


@pytest.mark.parametrize("sent", ["\x1bOP", "\x1b[11~", "\x1b[[A"])
def test_a_function_key_and_enter_are_its_command_and_no_word(sent: str) -> None:
    """A2: what the terminal sends for F1 is help, also in a line for own words."""
    group = at_a_line()
    written = heard(group, "2", sent).getvalue()
    assert "Help now" in written
    assert group.prompt.id == "help"


def test_the_function_keys_of_the_voice_do_what_it_says_of_them() -> None:
    """A9: F7 says all of it; while the voice is off it is no answer either."""
    group = at_a_line()
    written = heard(group, "2", "\x1b[18~").getvalue()
    assert said(group) is None
    assert "That key does nothing here." in written
    written = heard(group, "\x1b[17~", "2", "\x1b[20~").getvalue()
    assert "The voice is on." in written
    assert "130 words a minute." in written
    assert said(group) is None


def test_rows_beside_an_open_line_are_there_after_the_other_front_end() -> None:
    """A2, A24: nothing is typed yet, so nobody has opened the line; words that were stay there."""
    asked = WriteText((Choice("all", "That's all of us"),), "Type a name", is_open=True)
    prompt = Prompt("names", "Who is here", "Who is here today?", asked)
    from_screen = Showing.begun(prompt, Draft("names", is_writing=True))
    assert not from_screen.is_writing
    typed = Showing.begun(prompt, Draft("names", "An", is_writing=True))
    assert (typed.is_writing, typed.typed) == (True, "An")
    shut = replace(prompt, input=replace(asked, is_open=False))
    assert Showing.begun(shut, Draft("names", is_writing=True)).is_writing, "the control"
