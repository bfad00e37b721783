"""A line about each row: under all of them, or for the one in focus (A21, S6)."""

import io

import pytest

from facilitator.domain.prompt import Choice, ChooseOne, Prompt
from facilitator.domain.records import FrontEnd
from facilitator.frontends.plain.pages import write_rows
from facilitator.frontends.plain.window import Window
from facilitator.frontends.plain.writer import Writer
from facilitator.frontends.tui.frame import Size
from facilitator.frontends.tui.inputs import state_for
from facilitator.frontends.tui.sheet import Sheet, sheet_of
from facilitator.meetings.runner import MeetingRunner
from facilitator.meetings.spoken import sentences_of
from tests.scenario import SHIPPED, Scenario, shipped

SESSIONS = tuple(shipped(name) for name in SHIPPED)


def keeping() -> Prompt:
    """Return the screen on which the group decides what is kept."""
    group = Scenario.machine(*SESSIONS)
    for choice in ("start", "first-meeting", "person"):
        group.choose(choice)
    return group.prompt


def sheet(prompt: Prompt, columns: int, rows: int) -> Sheet:
    """Return the full screen of a prompt."""
    state = state_for(prompt.input)
    return sheet_of(prompt, state.rows(), state.notes, Size(columns, rows))


def shown(of: Sheet, focus: int, view: int = 0) -> str:
    """Return all that stands there while a row has the focus, gaps taken out."""
    return " ".join(" ".join(line.text for line in of.lines(view, focus)).split())


def told(prompt: Prompt) -> list[str]:
    """Return what is told of the rows."""
    assert isinstance(prompt.input, ChooseOne)
    return [one.told for one in prompt.input.choices]


def test_each_way_of_keeping_has_its_meaning_under_it() -> None:
    """S6: all three at 80x24, whatever has the focus, each straight after its row."""
    prompt = keeping()
    assert isinstance(prompt.input, ChooseOne)
    for focus in range(3):
        said = shown(sheet(prompt, 80, 24), focus)
        for one in prompt.input.choices:
            assert f"{one.label} {one.told}" in said
    assert not set(told(prompt)) & set(prompt.body)


def test_in_a_small_window_the_row_in_focus_says_what_it_means() -> None:
    """S6, A5: at 40x12 one meaning at a time, and no row moves when the focus does."""
    prompt = keeping()
    small = sheet(prompt, 40, 12)
    assert len(small.views[0].choices) == 3
    places = []
    for focus, mine in enumerate(told(prompt)):
        said = shown(small, focus)
        assert [one for one in told(prompt) if one in said] == [mine]
        places.append([at for at, line in enumerate(small.lines(0, focus)) if line.spots])
    assert places[0] == places[1] == places[2]


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (40, 12), (200, 60)])
def test_the_list_of_sessions_tells_time_and_purpose_of_the_marked_one(
    columns: int, rows: int
) -> None:
    """A21: on every leaf, for every session, in at most two rows at 40 columns."""
    group = Scenario.machine(*SESSIONS)
    group.choose("start")
    prompt = group.prompt
    assert isinstance(prompt.input, ChooseOne)
    list_of = sheet(prompt, columns, rows)
    seen = set()
    for view, each in enumerate(list_of.views):
        for focus in each.choices:
            choice = prompt.input.choices[focus]
            assert choice.told
            assert choice.told in shown(list_of, focus, view)
            assert " min" in choice.label
            seen.add(choice.id)
    assert seen == set(SHIPPED)
    assert max(len(one) for one in told(prompt)) <= 76


def test_in_plain_lines_it_stands_under_each_row() -> None:
    """A21, A1: one after the other, as the voice says it."""
    prompt = keeping()
    out = io.StringIO()
    writer = Writer(out, Window(columns=lambda: 80))
    write_rows(writer, prompt.input, 0, ())
    writer.send()
    lines = [line.strip() for line in out.getvalue().splitlines()]
    sentences = " ".join(sentences_of(prompt))
    for number, one in enumerate(prompt.input.choices, 1):  # type: ignore[union-attr]
        assert lines[2 * number - 2].endswith(one.label)
        assert lines[2 * number - 1] == one.told
        assert 0 < sentences.index(one.label) < sentences.index(one.told)


def test_looking_at_the_sessions_is_titled_for_looking() -> None:
    """A21: another title, another question; our own are on the first leaf at 40x12 (C12)."""
    group = Scenario.machine(*SESSIONS)
    group.choose("start")
    hold = (group.prompt.title, group.prompt.question)
    group.back()
    group.choose("sessions")
    look = group.prompt
    assert (look.title, look.question) == (
        "Look at the sessions",
        "Which one would you like to see?",
    )
    assert hold == ("Sessions", "Which session shall we hold?")
    assert isinstance(look.input, ChooseOne)
    first = sheet(look, 40, 12).views[0].choices
    assert "@own" in [look.input.choices[at].id for at in first]


@pytest.mark.parametrize("columns", [80, 40])
def test_the_chosen_session_is_in_the_header_until_it_begins(columns: int) -> None:
    """A21: from the choice on, while people gather too."""
    group = Scenario.machine(*SESSIONS)
    group.choose("start")
    group.choose("carers-cuppa")
    ids = []
    while not (group.has_meeting() and group.meeting.place):
        prompt = group.prompt
        ids.append(prompt.id)
        assert "Carers' cuppa" in sheet(prompt, columns, 24).top[0].text
        group.onward()
    assert ids[:3] == ["who-sees", "keeping", "names-0"]


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
def test_after_a_message_the_first_screen_shows_what_can_be_done(size: tuple[int, int]) -> None:
    """A21: damaged settings, old help numbers, a notice: the first row is on the first leaf."""
    group = Scenario.machine(*SESSIONS)
    group.ports.settings.is_whole = False  # type: ignore[misc]
    group = Scenario(group.ports, group.around, MeetingRunner(group.around))
    assert group.around.front_end is FrontEnd.PLAIN
    for choices in (("group", "turn-to", "phrase-1", "back"), ("access", "done")):
        for choice in choices:
            group.choose(choice)
        assert group.prompt.id == "home"
        assert "settings of this machine" in " ".join(group.prompt.body)
        assert 0 in sheet(group.prompt, *size).views[0].targets


def test_a_row_without_a_line_is_as_it_was() -> None:
    """A5: nothing is set aside where nothing is told."""
    asked = ChooseOne((Choice("a", "One"), Choice("b", "Two")))
    plain = Prompt("x", "Title", "Which?", asked)
    assert all(not line.told for line in sheet(plain, 40, 12).lines(0, 0))
