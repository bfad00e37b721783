"""After each line it is clear what happened (A1, A2, A15, A16, A19)."""

import io
from dataclasses import replace

import pytest

from facilitator.domain.answers import ChosenSeveral
from facilitator.domain.prompt import Choice, ChoosePeople, WriteText
from facilitator.domain.records import FrontEnd, Member, Ways
from facilitator.frontends.plain import loop
from facilitator.frontends.plain.inputs import NotUnderstood, meaning, pages_of
from facilitator.frontends.plain.reader import Reader
from facilitator.frontends.plain.window import Window
from facilitator.frontends.plain.writer import Writer
from facilitator.meetings.surroundings import OUR_GROUP
from facilitator.wording.access import EASY_IS_ON
from tests.frontends.plain.heard import Hand, Kept, heard, prompts
from tests.frontends.plain.test_open_line import LONG
from tests.meetings.test_narration import RecordingSpeaker, asked_for, speaking
from tests.scenario import Scenario, shipped

SESSION = shipped("first-meeting")


def at(prompt_id: str) -> Scenario:
    """Return a group at a prompt of the first meeting."""
    group = Scenario.hold(SESSION)
    group.until(lambda prompt: prompt.id == prompt_id)
    return group


def to_the_plan(group: Scenario, person: str = "p1") -> None:
    """Let somebody make a plan, up to its last screen."""
    group.choose(person)
    group.until(lambda prompt: prompt.id == f"goal/{person}/what")
    group.write("a walk")
    group.pass_()
    group.pass_()
    assert group.prompt.id == f"goal/{person}/more"


def test_what_changed_comes_first_then_where_then_what_is_asked() -> None:
    """A1: the order of a whole prompt, line by line."""
    rows = prompts(heard(at("agreement//asks"), "1 3"))[1]
    assert rows == [
        "Chosen: What's said here stays here, Ask before you give advice.",
        "Noted until we finish.",
        "Step 2 of 9. Our agreement.",
        "Shall we add a line?",
        "What do we ask?",
        "So far: What's said here stays here; Ask before you give advice",
        "1  No, that's all",
        "2  In our own words",
        "Your number: ",
    ]


def test_rows_that_toggle_say_what_is_chosen_now() -> None:
    """A2: a second press of the same number takes it away, and it is heard."""
    group = at("agreement//asks")
    written = heard(group, "1 3", "back", "3", "back", "1").getvalue()
    assert "1  What's said here stays here (chosen)\n" in written
    assert "3  Ask before you give advice (chosen)\n" in written
    assert "Chosen: What's said here stays here.\n" in written
    assert "Nothing chosen.\n" in written


def test_enter_alone_chooses_nothing_and_says_so() -> None:
    """A2: none is an answer too."""
    written = heard(at("agreement//asks"), "").getvalue()
    assert "Nothing is ticked.\nThat's fine.\n" in written
    assert "Noted" not in written


def test_a_row_chosen_by_its_words_is_said_in_full() -> None:
    """A2: what was typed was only the beginning of it."""
    written = heard(Scenario.machine(SESSION), "look").getvalue()
    assert "Chosen: Look at the sessions.\n" in written
    assert "Chosen: " not in heard(Scenario.machine(SESSION), "2").getvalue()


def test_private_choices_are_not_said_into_the_room() -> None:
    """A12: in somebody's own turn a line says no more than that it is saved."""
    group = at("goal//@keyboard")
    to_the_plan(group)
    assert group.prompt.is_private
    assert "Chosen: " not in heard(group, "bring it back next time").getvalue()


ROWS = tuple(Choice(f"r{number}", f"Row {number}") for number in range(1, 10))


def test_rows_of_two_pages_can_be_chosen_together() -> None:
    """A21: a line that ends with 0 marks, says so, and goes on to the next page."""
    group = Scenario.machine(SESSION)
    for row in ROWS:
        group.ports.book.add_group(OUR_GROUP)
        group.ports.book.save_member(OUR_GROUP.id, Member(row.id, row.label))
    group.until(lambda prompt: isinstance(prompt.input, ChoosePeople))
    written = heard(group, "1 3 0", "2").getvalue()
    assert "0  More\nTo choose from more lines too, end with 0, such as 1 3 0.\n" in written
    assert "Chosen: Row 1, Row 3.\n1  Row 8\n2  Row 9\n" in written
    assert "Chosen: Row 1, Row 3, Row 9.\n" in written
    assert [one.name for one in group.meeting.people] == ["Row 1", "Row 3", "Row 9"]


def test_two_people_where_one_is_asked_for_are_refused_in_words() -> None:
    """A15: neither of them is taken instead of the other."""
    asked = ChoosePeople(ROWS, only_one=True)
    page = pages_of(ROWS)[0]
    assert meaning(asked, "1 2", page, ()) == ChosenSeveral(("r1", "r2"))
    assert meaning(asked, "2", page, ("r1",)) == ChosenSeveral(("r2",))
    assert meaning(asked, "", page, ("r1",)) == ChosenSeveral(("r1",))
    assert isinstance(meaning(asked, "8", page, ()), NotUnderstood)


def test_an_old_word_is_not_told_as_if_it_were_new() -> None:
    """A15: "Saved." is no answer to a key that does nothing here."""
    written = heard(at("@close//finish"), "easy", "-").getvalue()
    assert written.count(f"\n{EASY_IS_ON}\n") == 1
    assert written.count("That key does nothing here.") == 1


def test_a_pause_is_two_presses_away() -> None:
    """M18: "." and 1, and Enter goes on where we were."""
    written = heard(at("agreement//asks"), ".", "1", "1").getvalue()
    pause, on = written.index("There's no hurry."), written.rindex("What do we ask of each other?")
    assert pause < on


@pytest.mark.parametrize("way", ["help", "*", "F1"])
@pytest.mark.parametrize(
    "prompt_id", ["welcome//welcome", "agreement//asks", "agreement//asks-1", "check-in/p1/@aloud"]
)
def test_help_is_there_at_every_sort_of_prompt_and_comes_back(prompt_id: str, way: str) -> None:
    """A17: the card, whom to turn to and the numbers first; 1 comes back to the same prompt."""
    group = at(prompt_id)
    rows = prompts(heard(group, way, "1"))
    assert "116 123" in " ".join(rows[1][:5])
    assert group.prompt.id == prompt_id
    assert rows[2][-1] == rows[0][-1]


@pytest.mark.parametrize("way", ["h", "help"])
def test_a_letter_is_a_command_only_where_nothing_is_written(way: str) -> None:
    """A2: on a list with own words a letter is the first of them; a whole word is a command."""
    assert "You matter." in heard(at("welcome//welcome"), way, "1").getvalue()
    group = at("agreement//asks-1")
    heard(group, way, "")
    assert group.meeting.said("agreement", "", "asks-1") == ("h" if way == "h" else None)


def test_own_letters_are_commands_in_lines_too() -> None:
    """A2: a letter of one's own for a command; the old one is none any more."""
    group = at("welcome//welcome")
    group.around.ways = Ways(keys={"help": "x", "menu": ""})
    written = heard(group, "x", "1", "m").getvalue()
    assert "You matter." in written
    assert "What does the group need?" not in written


def struck(group: Scenario, hand: Hand, *lines: str, typing: bool = True, strike: int = 5) -> str:
    """Return what is written when these lines come with these gaps."""
    group.around.ways = Ways(strike=strike)
    return heard(group, *lines, typing=typing, hand=hand).getvalue()


def test_a_line_struck_twice_within_the_set_time_counts_once() -> None:
    """A19: half a second; it is said, and asked again; later it counts."""
    group = at("welcome//welcome")
    written = struck(group, Hand(9, 0.4, 0.4, 0.6), "", "", "", "")
    assert written.count("That came twice.\nIt counts once.\nYour numbers, or just Enter: ") == 2
    assert group.prompt.id == "agreement//asks-1"


def test_enter_struck_again_after_a_number_counts_once() -> None:
    """A19: a free line right after a line is its own Enter, struck twice."""
    group = at("agreement//asks")
    group.several("phrase-1")
    group.until(lambda prompt: prompt.id == "agreement//gives-1")
    written = struck(group, Hand(9, 0.3), "1", "")
    assert "It counts once." in written
    assert group.prompt.id == "agreement//agreed"


@pytest.mark.parametrize(
    ("typing", "strike", "gap"), [(False, 10, 0.01), (True, 0, 0.01), (True, 5, 0.51)]
)
def test_it_counts_from_a_pipe_when_not_set_and_after_the_time(
    typing: bool, strike: int, gap: float
) -> None:
    """A19: lines that a program sends, or that were typed ahead, are never left out."""
    group = at("welcome//welcome")
    written = struck(group, Hand(9, gap), "", "", typing=typing, strike=strike)
    assert "It counts once." not in written
    assert group.prompt.id == "agreement//asks-1"


def test_a_line_that_is_being_written_is_never_left_out() -> None:
    """A19: never in a typed field."""
    group = at("agreement//asks-1")
    assert "It counts once." not in struck(group, Hand(9, 0.1, 0.1), "2", "ha", "/")
    group = at("agreement//asks-1")
    struck(group, Hand(9, 0.1), "2", "2")
    assert group.meeting.said("agreement", "", "asks-1") == "2"


def test_the_window_may_change_its_width_between_two_prompts() -> None:
    """A1: each row is as wide as the window is then."""
    widths = iter([80] * 12 + [30] * 400)
    out = Kept()
    writer = Writer(out, Window(columns=lambda: next(widths)))
    loop.PlainLoop(Scenario.machine(SESSION).runner, Reader(io.StringIO("1\n1\n")), writer).run(
        "Plain."
    )
    first, *others = out.writes
    assert max(map(len, first.split("\n"))) > 30
    assert all(len(row) <= 30 for one in others for row in one.split("\n"))


def test_where_there_is_no_full_screen_the_lines_go_on() -> None:
    """A24: asked for all the same, it is said once, and the meeting goes on."""
    group, out = Scenario.machine(SESSION), io.StringIO()
    lines = io.StringIO("access\n3\n1\n1\n1\n")
    loop.run(group.runner, lines, out, why="Plain lines.", can_leave=False)
    assert out.getvalue().count("The full screen does not work here.\n") == 1
    assert "What may this machine keep of today?" in out.getvalue()
    assert group.runner.switch_to is FrontEnd.FULL, "the control: it was asked for"


def test_before_somebody_else_the_window_can_be_cleared() -> None:
    """A1, S11: asked once after a private turn, at a terminal only; the first row leaves it."""
    group = at("goal//@keyboard")
    to_the_plan(group)
    *_, asked, cleared, _ = heard(group, "2", "2", typing=True).writes
    assert asked.endswith(
        "Noted until we finish.\nWhat you typed may stay in this window.\nClear it?\n"
        "1  No\n2  Yes, clear the window\nYour number: "
    )
    assert cleared.startswith("<cleared>\nStep 6 of 9. One small plan.\nWho'd like the keyboard")


@pytest.mark.parametrize(("line", "there"), [("2", "goal//@keyboard"), ("help", "help")])
def test_before_the_full_screen_the_window_can_be_cleared_too(line: str, there: str) -> None:
    """A1, A24, S11: the window is there again when the full screen is left, with all in it."""
    group = at("goal//@keyboard")
    group.around.usual_front_end = FrontEnd.FULL
    group.around.own_ways["p1"] = replace(Ways(), front_end=FrontEnd.PLAIN)
    to_the_plan(group)
    assert asked_for(group) is None, "the control: this turn is in plain lines"
    written = heard(group, "1", line, "not read", typing=True).getvalue()
    assert written.count("Clear it?") == 1
    assert written.endswith("<cleared>") is (line == "2")
    assert asked_for(group) is FrontEnd.FULL
    assert group.prompt.id == there


def test_the_window_stays_unless_somebody_says_yes() -> None:
    """A1: no, Enter, a key and a word that means nothing; and from a pipe it is not asked."""
    for lines in (("1",), ("",), ("no",), ("perhaps", "1"), ("help", "1")):
        group = at("goal//@keyboard")
        to_the_plan(group)
        written = heard(group, "1", *lines, typing=True).getvalue()
        assert written.count("Clear it?") == 1
        assert "<cleared>" not in written
        assert group.prompt.id == "goal//@keyboard", lines
    assert "You matter." in written
    group = at("goal//@keyboard")
    to_the_plan(group)
    assert "Clear it?" not in heard(group, "1").getvalue()


def test_help_in_a_private_turn_does_not_ask_to_clear() -> None:
    """A1: the card and the menu are for whoever has the turn."""
    group = at("goal//@keyboard")
    to_the_plan(group)
    group.back()
    assert "Clear it?" not in heard(group, "1", "help", "1", "menu", "/", typing=True).getvalue()


def test_an_enter_struck_twice_does_not_answer_whether_to_clear() -> None:
    """A19, S11: the second Enter of a private answer is not a no."""
    group = at("goal//@keyboard")
    to_the_plan(group)
    group.around.ways = group.around.machine_ways = Ways(strike=10)
    written = heard(group, "1", "", "2", typing=True, hand=Hand(9, 0.2)).getvalue()
    assert "It counts once." in written
    assert "<cleared>" in written


def speaking_at(prompt_id: str) -> tuple[Scenario, RecordingSpeaker]:
    """Return a group whose voice is on, at a prompt, and what its speaker was asked."""
    group, speaker = speaking()
    group.set_out(SESSION)
    group.until(lambda prompt: prompt.id == prompt_id)
    speaker.said.clear()
    return group, speaker


def test_the_voice_says_what_lines_say_by_themselves() -> None:
    """A9, 5.1.3.15: how to answer, what a key does, how a line is written."""
    group, speaker = speaking_at("agreement//asks-1")
    heard(group, "9", "2", LONG, "back")
    for words in (
        "Please type a number from 1 to 2.",
        "To write such a word, put it in quotes: 'help'.",
        "There is room for 80.",
        "Press Enter to keep that much, or type it anew.",
    ):
        assert words in " ".join(speaker.said), words
    assert speaker.now[-1] == "Type a number, then press Enter.", (
        "back in the list it is said again"
    )


def test_the_voice_never_says_what_somebody_had_typed() -> None:
    """A12: the draft of a private line is written, and not said."""
    group, speaker = speaking_at("goal//@keyboard")
    group.choose("p1")
    for _ in range(9):
        if group.prompt.id == "goal/p1/what":
            break
        group.onward()
    assert group.prompt.id == "goal/p1/what"
    long = "canary " * 60
    written = heard(group, str(len(group.asked(WriteText).ready) + 1), long, "again", "help", "1")
    assert "You had typed: canary" in written.getvalue()
    assert "Press Enter to keep that much, or type it anew." in " ".join(speaker.said), (
        "the control"
    )
    assert not [one for one in speaker.said if "canary" in one]


def test_asking_whether_to_clear_is_said_and_then_the_prompt() -> None:
    """A9, S11: one after the other, as they are written."""
    group, speaker = speaking_at("goal//@keyboard")
    to_the_plan(group)
    heard(group, "1", typing=True)
    assert "Clear it?" in " ".join(speaker.now)
    to_the_plan(group, "p2")
    heard(group, "1", "2", typing=True)
    assert "Who'd like the keyboard for a moment?" in speaker.now
