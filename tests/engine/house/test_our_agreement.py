"""Our agreement can be changed between meetings (C1, A16)."""

import pytest

from facilitator.domain.prompt import ChooseOne, Tone
from facilitator.domain.records import Agreement, Member
from facilitator.meetings.surroundings import OUR_GROUP
from tests.scenario import Scenario, shipped

STANDS = Agreement(("One talks at a time",), ("I'll help with the tea",), 1, "2026-11-01")


def at_home(stands: Agreement | None = STANDS) -> Scenario:
    """Return a group at its agreement, on the first screen's way."""
    group = Scenario.machine(shipped("weekly-meeting"))
    if stands is not None:
        group.ports.book.save_agreement(OUR_GROUP.id, stands)
    else:
        group.ports.book.save_member(OUR_GROUP.id, Member("m1", "Heron"))
    return go(Scenario.on(group.ports), "ours", "agreement")


def go(group: Scenario, *choices: str) -> Scenario:
    """Choose these in turn."""
    for one in choices:
        group.choose(one)
    return group


def rows(group: Scenario) -> list[str]:
    """Return the ids of the rows."""
    return [one.id for one in group.asked(ChooseOne).choices]


def kept(group: Scenario) -> Agreement:
    """Return the agreement that the book holds now."""
    return group.ports.book.agreement(OUR_GROUP.id)


def test_the_lines_stand_there_as_they_read_in_a_meeting() -> None:
    """C1: what we ask, then what we give; the first row leads back and changes nothing."""
    group = at_home()
    assert group.prompt.body == ("We ask: One talks at a time", "We give: I'll help with the tea")
    group.onward()
    assert group.prompt.id == "ours"
    assert kept(group) == STANDS


@pytest.mark.parametrize("half", ["asks", "gives"])
def test_a_line_is_added_as_a_new_version(half: str) -> None:
    """C1: kept at once, with today's date; it is there when the next meeting begins."""
    group = at_home()
    group.choose(half)
    group.write("We leave phones in our bags")
    assert group.prompt.id == "our-agreement"
    assert group.prompt.notice is not None
    assert group.prompt.notice.tone is Tone.SAVED
    now = kept(group)
    assert "We leave phones in our bags" in getattr(now, half)
    assert (now.version, now.made_on) == (2, group.around.today.isoformat())
    again = go(Scenario.on(group.ports), "ours", "agreement")
    assert any("phones" in one for one in again.prompt.body)


def test_a_line_is_taken_out_and_can_be_put_back() -> None:
    """C1, A16: one row takes the last change back, as a version of its own."""
    group = at_home()
    go(group, "out", "give-0")
    assert kept(group).gives == ()
    group.choose("undo")
    now = kept(group)
    assert (now.asks, now.gives, now.version) == (STANDS.asks, STANDS.gives, 3)
    assert "undo" not in rows(group)


def test_nothing_added_and_nothing_taken_out_changes_nothing() -> None:
    """A2: the first row of each writes nothing; a line that stands is not there twice."""
    group = at_home()
    for one in ("asks", "out"):
        group.choose(one)
        group.onward()
    group.choose("asks")
    group.write(STANDS.asks[0])
    assert group.notice == "That line is there already."
    assert kept(group) == STANDS


def test_a_group_without_an_agreement_can_begin_one() -> None:
    """C1: there is nothing to take out then, and it says so kindly."""
    group = at_home(stands=None)
    assert group.prompt.body == ("We have no lines yet.",)
    assert "out" not in rows(group)
    group.choose("gives")
    group.write("I'll bring biscuits")
    assert kept(group) == Agreement((), ("I'll bring biscuits",), 1, group.around.today.isoformat())


def test_the_next_meeting_begins_with_the_changed_lines() -> None:
    """C1: the meeting brings the new one along too."""
    group = at_home()
    group.choose("asks")
    group.write("We leave phones in our bags")
    meeting = Scenario.on(group.ports)
    meeting.set_out(shipped("weekly-meeting"))
    assert "We leave phones in our bags" in meeting.meeting.asks
