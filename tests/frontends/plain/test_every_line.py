"""Whole meetings and long walks through every room, looked at line by line (A1)."""

from collections.abc import Iterator

import pytest

from facilitator.domain.prompt import ChooseOne, WriteText
from facilitator.domain.records import Ways
from facilitator.frontends.plain.writer import NARROWEST
from facilitator.wording import plain
from tests.frontends.plain.heard import Kept, faults, heard, prompts, wandering
from tests.scenario import SHIPPED, Scenario, shipped

SESSIONS = SHIPPED
WALKS = range(60)
"""So many walks, since each ends where the program is closed: the rarest room comes in some."""
WIDTHS = (NARROWEST, 40, 80)
WHOLE = ("1", "1", "1", "4", *["1"] * 90)
SLOW_LINE = 960
"""Bytes a second at 9600 baud."""


def meeting(name: str, columns: int = 40) -> Kept:
    """Return a whole meeting of four people."""
    return heard(Scenario.machine(shipped(name)), *WHOLE, columns=columns)


@pytest.mark.parametrize("columns", WIDTHS)
@pytest.mark.parametrize("name", SESSIONS)
def test_every_line_of_a_meeting_can_be_read_by_ear_and_finger(name: str, columns: int) -> None:
    """A1, S14: no escape, drawing, tab or free cell at the end; none too wide, none twice."""
    written = meeting(name, columns).getvalue()
    assert "We have" in written
    assert list(faults(written, columns)) == []


@pytest.mark.parametrize("columns", WIDTHS)
@pytest.mark.parametrize("seed", WALKS)
def test_every_line_of_a_long_walk_too(seed: int, columns: int) -> None:
    """A1, S14: menu, help, access, speech words and rooms, 500 lines in no order."""
    group = Scenario.machine(*(shipped(name) for name in SESSIONS))
    written = heard(group, *wandering(seed, 500), columns=columns).getvalue()
    assert list(faults(written, columns)) == []


def test_the_walks_come_to_every_room_that_they_should() -> None:
    """A1: the control of the test above: its lines lead somewhere."""
    written = ""
    for seed in WALKS:
        group = Scenario.machine(*(shipped(name) for name in SESSIONS))
        written += heard(group, *wandering(seed, 500)).getvalue()
    for words in ("You matter.", "What does the group need?", "What would help you?", "The voice is on.",
                  "Which session shall we hold?", "There's no hurry.", "Step 2 of", "You said before:",
                  "That's fine.", "Saved.", "Noted", "Chosen: ", "Volume"):  # fmt: skip
        assert words in written, words


def test_the_checks_find_what_they_look_for() -> None:
    """A1: the control: each fault is found."""
    assert list(faults("good\nrow", 20)) == []
    for bad in ("\x1b[1m", "a\rb", "\u2588", "\u2801", "a\tb", "end ", "x" * 21, "one\none"):
        assert list(faults(bad, 20)), bad


@pytest.mark.parametrize("name", SESSIONS)
def test_each_prompt_is_written_at_once_and_is_short(name: str) -> None:
    """A1: one write a prompt; at 9600 baud none takes more than two seconds."""
    written = meeting(name)
    slow = [one for one in written.writes if len(one.encode()) > 2 * SLOW_LINE]
    assert slow == []
    *asked, end = written.writes
    assert len(asked) == len(WHOLE) + 1, "one write for each line, and the first"
    assert all(one.endswith(": ") and one.count(": ") for one in asked)
    assert end == "\nThat's all for now.\nWhat was saved is safe.\n"


@pytest.mark.parametrize("name", SESSIONS)
def test_each_prompt_says_where_we_are_before_it_asks(name: str) -> None:
    """A1, A21: what changed, "Step 2 of 9. Arriving. Heron's turn.", the rows, what is asked."""
    told = [
        one for one in prompts(meeting(name, 80)) if any(row.startswith("Step ") for row in one)
    ]
    assert len(told) > 10
    for shown in told:
        rows = [row for row in shown if row != plain.MORE_SEVERAL]  # how to see the rest of a list
        (at,) = [number for number, row in enumerate(rows) if row.startswith("Step ")]
        numbers = [
            number for number, row in enumerate(rows) if row[:1].isdecimal() and row[1:3] == "  "
        ]
        assert at <= 3, rows
        assert not numbers or (at < numbers[0] and numbers[-1] == len(rows) - 2), rows
        assert rows[-1].endswith(":") or rows[-1].endswith(": "), rows


def test_a_phone_number_and_an_address_stay_whole() -> None:
    """A1: on lines of their own, also where the line is short; the help card's numbers too."""
    written = meeting("first-meeting", NARROWEST).getvalue()
    for whole in (
        "0800 83 85 87",
        "116 123",
        "https://breathingspace.scot",
        "https://www.nhs24.scot",
    ):
        assert f"\n{whole}\n" in written, whole
    card = heard(Scenario.machine(shipped("hard-week")), "help", columns=23).getvalue()
    assert "\n116 123  A line that\n   listens. Any hour.\n" in card


def test_a_cue_is_heard_once_a_step_and_again_when_asked() -> None:
    """C4, A1: what was just heard is not said at every part of the step."""
    group = Scenario.hold(shipped("first-meeting"))
    group.until_step("agreement")
    cue = "To ask the group: What would help you"
    assert heard(group, "1", "1").getvalue().count(cue) == 1
    assert heard(group, "1", "again").getvalue().count(cue) == 2


def places(name: str) -> Iterator[Scenario]:
    """Yield a group at every prompt of a meeting, the keyboard taken once where it is offered."""
    group = Scenario.hold(shipped(name), people=3)
    taken: set[str] = set()
    while group.has_meeting():
        yield group
        asked = group.prompt.input
        if group.prompt.id.endswith("@keyboard") and group.prompt.id not in taken:
            taken.add(group.prompt.id)
            assert isinstance(asked, ChooseOne)
            group.choose(asked.choices[1].id)
        else:
            group.onward()


@pytest.mark.parametrize("name", SESSIONS)
def test_help_menu_and_a_pause_come_back_to_every_prompt(name: str) -> None:
    """A17, M18: the card by one line, a pause by two; 1 and "/" lead back."""
    seen = 0
    for group in places(name):
        prompt_id = group.prompt.id
        written = heard(group, "help", "1").getvalue()
        assert "You matter." in written
        assert group.prompt.id == prompt_id
        assert "There's no hurry." in heard(group, "menu", "1").getvalue()
        heard(group, "1")
        assert group.prompt.id == prompt_id
        heard(group, "menu", "/")
        assert group.prompt.id == prompt_id
        seen += 1
    assert seen > 20


@pytest.mark.parametrize("name", SESSIONS)
def test_help_from_every_open_line_comes_back_to_the_open_line(name: str) -> None:
    """A17, A15: with the refused words still there."""
    seen = 0
    for group in places(name):
        asked, prompt_id = group.prompt.input, group.prompt.id
        if isinstance(asked, WriteText) and not asked.hidden:
            number, long = len(asked.ready) + 1, "word " * 100
            rows = prompts(
                heard(group, *["0"] * (number // 8), str((number - 1) % 7 + 1), long, "*", "1")
            )
            assert group.prompt.id == prompt_id
            assert any(row.startswith("You had typed: word") for row in rows[-2]), rows[-2]
            assert rows[-2][-1] == "Type it, then press Enter: "
            seen += 1
    assert seen > 1


def test_one_key_and_letters_on_the_screen_change_nothing_in_lines() -> None:
    """A3, A24: whoever wants them on the full screen can still type lines."""
    usual = heard(Scenario.hold(shipped("hard-week")), *["1"] * 30).getvalue()
    group = Scenario.hold(shipped("hard-week"))
    ways = Ways(scanning=True, keyboard=True)
    group.around.ways = group.around.machine_ways = ways
    assert heard(group, *["1"] * 30).getvalue() == usual
