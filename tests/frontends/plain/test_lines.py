"""Plain mode as lines (A1)."""

import io
import unicodedata

import pytest

from facilitator.domain.records import FrontEnd
from facilitator.frontends.plain import loop
from facilitator.frontends.plain.output import NotWritten
from facilitator.frontends.plain.window import Window
from tests.domain.test_small import HOSTILE
from tests.scenario import Scenario, shipped

SESSION = shipped("first-meeting")


def lines(text: str, *, group: Scenario | None = None, columns: int = 80) -> str:
    """Return everything that plain mode writes for these lines."""
    out = io.StringIO()
    group = group or Scenario.machine(SESSION)
    window = Window(columns=lambda: columns)
    code = loop.run(group.runner, io.StringIO(text), out, why="Plain lines.", window=window)
    assert code == 0
    return out.getvalue()


def test_a_line_one_at_every_prompt_holds_the_whole_meeting() -> None:
    """A1, A2: through a pipe, to the close; end of input ends well."""
    written = lines("1\n" * 42)
    assert "We've finished.\nThe words from today are gone.\n" in written
    assert written.endswith("That's all for now.\nWhat was saved is safe.\n")


@pytest.mark.parametrize("columns", [40, 80])
def test_the_lines_hold_nothing_that_a_screen_reader_stumbles_on(columns: int) -> None:
    """A1: no escape, no overwriting, no drawing, no line too long; addresses whole."""
    written = lines("1\n" * 60, columns=columns)
    assert not [one for one in written if unicodedata.category(one) == "Cc" and one != "\n"]
    assert not [
        one for one in written if 0x2500 <= ord(one) <= 0x259F or 0x2800 <= ord(one) <= 0x28FF
    ]
    for line in written.split("\n"):
        assert len(line) <= columns or line.startswith("https://"), line
    assert "\nhttps://breathingspace.scot\n" in written
    assert "\n0800 83 85 87\n" in written


def test_what_is_asked_stands_last_on_its_line() -> None:
    """A1: prompt last, nothing after it until there is an answer."""
    out = io.StringIO()
    group = Scenario.machine(SESSION)
    loop.run(group.runner, io.StringIO(""), out, why="Plain lines.")
    assert "\nYour number: \nThat's all for now." in out.getvalue()
    assert out.getvalue().startswith("Plain lines.\n")


def test_a_line_that_means_nothing_is_met_with_how_to_answer() -> None:
    """A15: what to type, and the keys; nothing happens."""
    written = lines("9\nhello\n\n")
    assert written.count("Please type a number from 1 to 5.") == 3
    assert "Keys: * or help, / or back, + or again, . or menu" in written


def test_a_line_where_only_enter_is_asked_for_is_told_so() -> None:
    """A15: "a number from 1 to 1" helps nobody."""
    written = lines("7\n\n", group=Scenario.hold(SESSION))
    assert "Press Enter: \nPlease press Enter to go on.\n" in written


def test_the_words_of_a_row_choose_it_too() -> None:
    """A2: typed in full or as far as they are clear."""
    assert "Which session shall we hold?" in lines("start\n")


@pytest.mark.parametrize("line", ["*", "h", "help", "F1", "HELP"])
def test_help_is_one_line_away(line: str) -> None:
    """A17, S16: by key, letter, word and function key."""
    written = lines(f"{line}\n1\n")
    assert "\n116 123  A line that listens. Any hour.\n" in written
    assert written.count("What would you like to do?") == 2


def test_more_than_seven_rows_come_in_pages() -> None:
    """A21: 0 is more, and numbers begin again at 1."""
    group = Scenario.hold(SESSION, people=8)
    written = lines("menu\n3\n3\n0\n", group=group)
    first, _, second = written.partition("0  More")
    assert "7  Hare" in first
    assert "1  Harbour" in second


def test_own_words_open_a_line_in_which_letters_are_letters() -> None:
    """A2, M22: "b" is a name there; "/" alone still goes back."""
    group = Scenario.machine(SESSION)
    lines("1\n1\n1\n1\nb\n", group=group)
    assert [one.name for one in group.meeting.people] == ["b"]
    lines("/\n/\n", group=group)
    assert (group.has_meeting(), group.prompt.id) == (False, "keeping")


def test_on_an_open_line_enter_is_the_first_row_and_a_number_is_its_row() -> None:
    """A2, M22: names in one line, then Enter alone; what stands there is said before it is asked."""
    group = Scenario.machine(SESSION)
    written = lines("1\n1\n1\n1\nAnn, Mo\n\n", group=group)
    assert "Type a name, a number, or just Enter: " in written
    assert "Ann and Mo are here.\n" in written
    assert group.prompt.id == "welcome//welcome"
    other = Scenario.machine(SESSION)
    lines("1\n1\n1\n1\n2\n1 2\n\n", group=other)
    assert [one.name for one in other.meeting.people] == ["Heron", "Oak"]


def test_a_name_that_was_taken_back_is_put_back_by_enter() -> None:
    """M22: the same as on the full screen, where it is selected."""
    group = Scenario.machine(SESSION)
    written = lines("1\n1\n1\n1\nAnn, Dave\n/\n\n", group=group)
    assert "You said before: Dave\n" in written
    assert [one.name for one in group.meeting.people] == ["Ann", "Dave"]


def test_a_refusal_says_why_and_asks_again() -> None:
    """A15: a number that is none, then "two"."""
    group = Scenario.machine(SESSION)
    written = lines("1\n1\n1\n1\nAnn\n4\n99\ntwo\n\n", group=group)
    assert "Please give a number from 1 to 30." in written
    assert "With 2 of us" in written


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_come_out_as_text(words: str) -> None:
    """S14: through a name, a written line and every list; nothing steers the terminal."""
    group = Scenario.machine(SESSION)
    written = lines(f"1\n1\n1\n1\nx{words}y\n\n1\n1\n1 2\n2\nz{words}\n1\n", group=group)
    for one in written:
        assert one == "\n" or unicodedata.category(one) not in ("Cc", "Cs")
        assert one not in "\u202e\u2066\u2069"


def test_bytes_that_are_no_text_do_not_stop_it() -> None:
    """S14, S15: undecodable input, and a line of a hundred thousand letters."""
    group = Scenario.machine(SESSION)
    raw = io.BytesIO(b"\xff\xfe\x80\n1\n" + b"x" * 100_000 + b"\n1\n")
    out = io.TextIOWrapper(io.BytesIO(), "ascii")
    assert loop.run(group.runner, io.TextIOWrapper(raw, "utf-8"), out, why="Plain lines.") == 0
    out.flush()


def test_a_reader_that_has_gone_ends_it_quietly() -> None:
    """S21: a broken pipe is the end; the command says that not all could be shown."""

    class Gone(io.StringIO):
        def write(self, text: str, /) -> int:
            raise BrokenPipeError

    group = Scenario.machine(SESSION)
    with pytest.raises(NotWritten):
        loop.run(group.runner, io.StringIO("1\n"), Gone(), why="Plain lines.")


def test_the_other_front_end_can_be_asked_for_and_the_draft_is_here() -> None:
    """A24: leaving says which; coming shows what was typed."""
    from facilitator.domain.answers import Draft

    group = Scenario.machine(SESSION)
    lines("menu\n2\n3\n", group=group)
    assert group.runner.switch_to is FrontEnd.FULL
    other = Scenario.hold(SESSION)
    other.until(lambda prompt: prompt.id == "agreement//asks-1")
    other.runner.keep_draft(Draft("agreement//asks-1", "half a line", is_writing=True))
    written = lines("\n", group=other)
    assert "You had typed: half a line" in written
    assert other.meeting.said("agreement", "", "asks-1") == "half a line"


def test_the_voice_is_a_word_in_plain_lines() -> None:
    """A9: turned on and off by a word; its other words are answers while it is off."""
    group = Scenario.machine(SESSION)
    written = lines("louder\nspeak\nlouder\nspeak\n", group=group)
    assert "Please type a number" in written
    assert "The voice is on." in written
    assert "Volume 8 of 10." in written
    assert "The voice is off." in written
