"""Enter and nothing else, in both front ends: it leads to the close, and says nothing (A2)."""

import io

import pytest

from facilitator.domain.events import AnswerGiven, Keep
from facilitator.domain.prompt import ChooseOne, WriteText
from facilitator.frontends.plain import loop
from facilitator.frontends.tui.desk import Desk
from facilitator.frontends.tui.frame import Size
from tests.frontends.tui.canned import LibraryCodes
from tests.scenario import SHIPPED, Scenario, shipped


@pytest.mark.parametrize("name", SHIPPED)
@pytest.mark.parametrize("size", [Size(80, 24), Size(40, 12)])
def test_all_enter_on_the_full_screen_ends_the_meeting_and_gives_no_answer(
    name: str, size: Size
) -> None:
    """A2, A5: from the first screen on; only how many we are is typed."""
    group = Scenario.machine(shipped(name))
    desk = Desk(group.runner, LibraryCodes(), size)
    answers = set()
    for _ in range(600):
        if group.prompt.id == "how-many":
            desk.key("3", "3")
        desk.key("enter", "\r")
        if group.has_meeting():
            assert group.meeting.keep is Keep.TODAY
            answers |= {one for one in group.journal if isinstance(one, AnswerGiven)}
        elif group.prompt.id == "farewell":
            break
    else:
        raise AssertionError(f"never ends; at {group.prompt.id}")
    assert answers == set()
    desk.key("enter", "\r")
    assert group.prompt.id == "home"


@pytest.mark.parametrize("name", SHIPPED)
def test_the_first_row_of_each_list_does_the_same_in_plain_lines(name: str) -> None:
    """A1, A2: a list asks for its number there; where something is ticked or typed, Enter alone."""
    group, answers = Scenario.machine(shipped(name)), set[AnswerGiven]()
    for _ in range(300):
        if group.has_meeting():
            answers |= {one for one in group.journal if isinstance(one, AnswerGiven)}
        elif group.prompt.id == "farewell":
            break
        is_list = isinstance(group.prompt.input, ChooseOne | WriteText)
        line = "3" if group.prompt.id == "how-many" else "1" if is_list else ""
        loop.run(group.runner, io.StringIO(f"{line}\n"), io.StringIO(), why="Plain lines.")
    else:
        raise AssertionError(f"never ends; at {group.prompt.id}")
    assert answers == set()
    loop.run(group.runner, io.StringIO("\n"), io.StringIO(), why="Plain lines.")
    assert group.prompt.id == "home"
