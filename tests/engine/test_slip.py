"""The evening slip: shown first, with the group's yes, and no name in any byte (C16)."""

import csv
import io
from dataclasses import replace

import pytest

from facilitator.domain.events import Keep
from facilitator.domain.prompt import Acknowledge, ChooseOne
from facilitator.domain.records import ClosedMeeting, KeptAnswer, Member
from facilitator.engine import slip
from facilitator.meetings.command_line import records
from facilitator.meetings.forgetting import Records
from facilitator.meetings.surroundings import OUR_GROUP
from facilitator.ports.exports import Written
from facilitator.wording import close
from tests.engine.evaluating import at_today, sample, write_lines
from tests.scenario import Scenario, words_of

CANARY = "marmalade"
CLOSED = ClosedMeeting(
    id="m1", group_id="our-group", session_id="evaluation", session_title="A session",
    started_at="2026-11-24T23:40:00+00:00", closed_at="2026-11-25T00:55:00+00:00", offset=60,
    people=("Ann", "Mary-Jo Heron"),
    answers=(
        KeptAnswer("today", "Today", "", "keep", "Ann and her tea", kind="evaluation"),
        KeptAnswer("today", "Today", "", "change", "=more of heron's songs", kind="evaluation"),
        KeptAnswer("today", "Today", "", "learnt", f"{CANARY} one", kind="evaluation"),
        KeptAnswer("in", "In", "Ann", "said", f"{CANARY} two", kind="check-in"),
        KeptAnswer("goal", "Plan", "Ann", "keep", f"{CANARY} three", True, "p1", "goal"),
        KeptAnswer("other", "Other", "", "keep", f"{CANARY} four", kind="goal"),
    ),
)  # fmt: skip


class FolderOfExports:
    """An exports folder in memory."""

    is_possible = True

    def __init__(self) -> None:
        """Begin empty."""
        self.files: dict[str, str] = {}

    def write(self, group_id: str, name: str, body: str) -> str:
        """Remember a file."""
        self.files[name] = body
        return f"exports/{name}"

    def take_away(self, group_id: str, stem: str) -> tuple[Written, ...]:
        """Delete the files of a meeting."""
        gone = [one for one in self.files if one.startswith((f"{stem}-", f"{stem}."))]
        return tuple((one, self.files.pop(one)) for one in gone)


def at_the_end(keep: Keep) -> tuple[Scenario, FolderOfExports]:
    """Return a meeting that could be finished now, and the folder."""
    exports = FolderOfExports()
    begun = Scenario.machine(sample())
    group = Scenario.on(replace(begun.ports, exports=exports))
    group.set_out(sample(), people=4, keep=keep)
    group.until(lambda prompt: prompt.id == "today//keep")
    write_lines(group, "the tea", "longer breaks")
    group.until(lambda prompt: prompt.id == "@close//finish")
    return group, exports


@pytest.mark.parametrize("shape", slip.SHAPES)
def test_no_name_and_no_word_of_anybody_is_in_any_byte_of_it(shape: str) -> None:
    """C16: canary; names in lines of the group are masked, whole or in part, in any letters."""
    name, body = slip.written_as(shape, CLOSED, ("Zelda",))
    for word in (CANARY, "ann", "mary", "heron", "jo "):
        assert word not in f"{name} {body}".casefold(), (shape, word)


def test_it_holds_date_session_people_minutes_and_the_lines_that_were_agreed() -> None:
    """C16: the date is that of the group's own clock, the minutes go from start to end."""
    assert slip.lines_of(slip.slip_of(CLOSED)) == (
        "Date: 25 November 2026",
        "Session: A session",
        "People: 2",
        "Minutes: 75",
        "To keep: somebody and her tea",
        "To change: =more of somebody's songs",
    )


def test_a_spreadsheet_has_one_row_and_runs_nothing() -> None:
    """C16, S14: a line that begins like a sum is a line."""
    rows = list(csv.reader(io.StringIO(slip.written_as("csv", CLOSED)[1])))
    assert rows == [
        ["date", "session", "people", "minutes", "keep", "change"],
        [
            "2026-11-25",
            "A session",
            "2",
            "75",
            "somebody and her tea",
            "'=more of somebody's songs",
        ],
    ]


def test_a_meeting_that_was_set_aside_for_days_claims_no_minutes() -> None:
    """C16, M7: nobody sat there all that time."""
    assert slip.minutes_of("2026-11-24T19:00:00+00:00", "2026-11-26T19:00:00+00:00") == -1
    assert slip.minutes_of("2026-11-24T19:00:00+00:00", "2026-11-24T18:00:00+00:00") == -1
    assert slip.minutes_of("", "x") == -1
    late = replace(CLOSED, closed_at="2026-11-27T00:00:00+00:00")
    assert "Minutes: nobody counted" in slip.lines_of(slip.slip_of(late))
    assert "2,," in slip.written_as("csv", late)[1]


def test_a_name_that_the_program_does_not_know_is_pointed_out_before_the_yes() -> None:
    """C16: the group looks, and may send numbers alone."""
    answer = KeptAnswer("today", "Today", "", "keep", "the songs of Zelda", kind="evaluation")
    made = slip.slip_of(replace(CLOSED, answers=(answer,)))
    asked = slip.asked(made, is_open=False)
    assert any("may be a name" in line and "Zelda" in line for line in asked.body)
    numbers = slip.written_as("numbers", replace(CLOSED, answers=(answer,)))[1]
    assert "Zelda" not in numbers
    assert slip.slip_of(replace(CLOSED, answers=(answer,)), ("Zelda",)).keep == (
        "the songs of somebody",
    )


@pytest.mark.parametrize("keep", [Keep.GROUP, Keep.TODAY])
def test_at_the_close_it_is_shown_first_and_written_with_a_yes(keep: Keep) -> None:
    """C16: under its own name where we finish; it is there when the meeting is over."""
    group, exports = at_the_end(keep)
    group.choose("@slip")
    shown = words_of(group.prompt)
    for line in ("Session: A session that evaluates", "People: 4", "To keep: the tea"):
        assert line in shown
    assert group.asked(ChooseOne).choices[0].id == "no"
    group.choose("text")
    assert group.prompt.id == "@close//finish"
    assert close.FINISH_SLIP_AGREED in group.prompt.body
    assert exports.files == {}
    group.until(lambda prompt: prompt.id == "home")
    assert list(exports.files) == ["m1-slip.txt"]
    assert "To change: longer breaks" in exports.files["m1-slip.txt"]
    assert "Minutes: 0" in exports.files["m1-slip.txt"]


@pytest.mark.parametrize("after", ["nothing", "no", "yes-then-no", "pass"])
def test_nothing_is_written_without_a_yes(after: str) -> None:
    """C16: not asked, no, a yes that was taken back, or passed."""
    group, exports = at_the_end(Keep.GROUP)
    if after != "nothing":
        group.choose("@slip")
    if after == "yes-then-no":
        group.choose("csv")
        group.choose("@slip")
    if after == "pass":
        group.pass_()
    elif after != "nothing":
        group.choose("no")
    group.until(lambda prompt: prompt.id == "home")
    assert exports.files == {}
    closed = group.ports.store.read("our-group", "m1")
    assert closed is not None
    assert closed.slip_agreed == ""


def test_where_nothing_stays_on_this_machine_none_is_offered() -> None:
    """S6, C16: a file would stay."""
    group, _ = at_the_end(Keep.NOTHING)
    group.asked(Acknowledge)


def test_of_a_past_meeting_it_is_shown_written_and_goes_with_the_meeting() -> None:
    """C16, S8: forgetting the meeting deletes its slip."""
    group, exports = at_the_end(Keep.GROUP)
    group.until(lambda prompt: prompt.id == "home")
    group.choose("past")
    group.choose("m1")
    group.choose("slip")
    assert "People: 4" in words_of(group.prompt)
    group.choose("paper")
    assert "exports/m1-slip.paper.txt" in group.notice
    assert list(exports.files) == ["m1-slip.paper.txt"]
    group.choose("forget")
    group.choose("yes")
    assert exports.files == {}


def test_the_command_line_writes_one_out_only_where_the_group_said_yes() -> None:
    """C16: the yes is given on the screen, and is about as much as was said yes to."""
    group, exports = at_the_end(Keep.GROUP)
    group.until(lambda prompt: prompt.id == "home")
    ports = Records(group.ports.store, group.ports.book, exports)

    def told(shape: str) -> tuple[bool, str]:
        made = records(
            ports, (OUR_GROUP,), "slip", meeting_id="m1", shape=shape, whose=None,
            word=lambda: "",
        )  # fmt: skip
        return made.is_fine, "\n".join(made.lines)

    assert told("text")[0] is False
    assert "the tea" not in told("text")[1]
    closed = group.ports.store.read("our-group", "m1")
    assert closed is not None
    group.ports.store.rewrite(replace(closed, slip_agreed="numbers"))
    assert told("csv") == (True, told("csv")[1])
    assert "the tea" not in told("csv")[1]
    group.ports.store.rewrite(replace(closed, slip_agreed="text"))
    group.ports.book.save_member("our-group", Member("x", "Tea"))
    assert "To keep: the somebody" in told("paper")[1]


def test_lines_that_were_not_shown_are_not_on_a_slip() -> None:
    """C9, C16: what the group has not seen together does not leave it."""
    group = at_today()
    write_lines(group, CANARY, CANARY)
    assert CANARY not in "\n".join(slip.lines_of(slip.slip_of_open(group.meeting)))
    group.choose("not")
    group.onward()
    assert CANARY in "\n".join(slip.lines_of(slip.slip_of_open(group.meeting)))
