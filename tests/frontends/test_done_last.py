"""Where things are set, "Done" stands last, has the mark and no number (A2)."""

import io

import pytest

from facilitator.domain.answers import Chosen
from facilitator.domain.prompt import Choice, ChooseOne
from facilitator.frontends.plain import inputs, loop
from facilitator.frontends.tui.inputs.choose_one import ChooseOneState
from facilitator.frontends.tui.inputs.state import RowKind
from facilitator.meetings.spoken import sentences_of
from tests.scenario import Scenario, shipped

ASKED = ChooseOne(
    (Choice("done", "Done"), Choice("louder", "Louder"), Choice("quieter", "Quieter")),
    is_done_last=True,
)


def test_in_the_full_screen_done_is_the_last_row_and_has_the_mark() -> None:
    """A2: Enter alone changes nothing; the first number is the first thing that can be set."""
    state = ChooseOneState(ASKED)
    rows = state.rows()
    assert [row.label for row in rows] == ["Louder", "Quieter", "Done"]
    assert rows[-1].kind is RowKind.DONE
    assert state.enter(state.start()) == Chosen("done")
    assert state.enter(0) == Chosen("louder")


@pytest.mark.parametrize(
    ("line", "given"), [("", "done"), ("done", "done"), ("1", "louder"), ("2", "quieter")]
)
def test_in_plain_lines_just_enter_is_done(line: str, given: str) -> None:
    """A2: the numbers are those of the full screen."""
    (page,) = inputs.pages_of(inputs.rows_of(ASKED))
    assert inputs.meaning(ASKED, line, page, ()) == Chosen(given)


def test_plain_lines_say_what_just_enter_does() -> None:
    """A1, A2: it is a line of its own, and a number that is not there is refused."""
    group, out = Scenario.machine(shipped("first-meeting")), io.StringIO()
    loop.run(group.runner, io.StringIO("access\n9\n\n"), out, why="Plain lines.")
    written = out.getvalue()
    assert "Just Enter: Done\nYour number, or just Enter: " in written
    assert "Please type a number from 1 to " in written
    assert group.prompt.id == "home"


def test_the_voice_says_it_too() -> None:
    """A9: after the numbers, what Enter alone does."""
    group = Scenario.machine(shipped("first-meeting"))
    group.choose("access")
    said = list(sentences_of(group.prompt))
    assert said[-2:] == ["Type a number, then press Enter.", "Just Enter: Done."]
    assert any(one.startswith("1: ") and "Done" not in one for one in said)
