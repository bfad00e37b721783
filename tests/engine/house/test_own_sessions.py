"""The sessions that a group wrote stand first among those it can hold (C12, M19)."""

from facilitator.domain.own_sessions import Lies
from facilitator.domain.prompt import ChooseOne
from facilitator.domain.records import Group
from tests.scenario import Scenario, shipped

FIRST = shipped("first-meeting")
OWN = FIRST.source.replace('"first-meeting"', '"our-own"').replace("A first meeting", "Our own tea")


def test_a_session_of_our_own_can_be_held_as_soon_as_it_is_saved() -> None:
    """C12: it comes first, and its steps are gone through."""
    scenario = Scenario.machine(FIRST)
    scenario.ports.own.save("our-group", Lies.SESSIONS, "our-own", OWN)
    scenario.choose("start")
    assert [one.id for one in scenario.around.sessions] == ["our-own", "first-meeting"]
    scenario.back()
    own = scenario.around.session("our-own")
    assert own is not None
    scenario.set_out(own)
    assert scenario.meeting.session.title == "Our own tea"


def test_our_own_under_the_name_of_another_is_told_apart_in_the_list() -> None:
    """C12: a copy saved under the name it grew from is not the same row twice."""
    scenario = Scenario.machine(FIRST)
    copy = FIRST.source.replace('"first-meeting"', '"a-first-meeting"')
    scenario.ports.own.save("our-group", Lies.SESSIONS, "a-first-meeting", copy)
    scenario.choose("start")
    rows = [one.label for one in scenario.asked(ChooseOne).choices]
    assert rows == ["Ours: A first meeting, 60 min", "A first meeting, 60 min"]


def test_our_own_of_one_id_stands_in_place_of_the_one_that_came_with_it() -> None:
    """C12: one id is shown once; what was just saved is what is held."""
    scenario = Scenario.machine(FIRST)
    changed = FIRST.source.replace("A first meeting", "Our first tea")
    scenario.ports.own.save("our-group", Lies.SESSIONS, "tea", changed)
    assert [one.title for one in scenario.around.sessions] == ["Our first tea"]
    found = scenario.around.session("first-meeting")
    assert found is not None
    assert found.title == "Our first tea"
    again = changed.replace("Our first tea", "Our second tea")
    scenario.ports.own.save("our-group", Lies.SESSIONS, "tea", again)
    assert [one.title for one in scenario.around.sessions] == ["Our second tea"]


def test_another_group_sees_nothing_of_it_and_drafts_are_held_by_nobody() -> None:
    """M19: own sessions are the group's alone; a draft or a broken file is no session."""
    scenario = Scenario.machine(FIRST)
    scenario.ports.own.save("others", Lies.SESSIONS, "our-own", OWN)
    scenario.ports.own.save("our-group", Lies.DRAFTS, "our-own", OWN)
    scenario.ports.own.save("our-group", Lies.SESSIONS, "broken", "format = ")
    assert [one.id for one in scenario.around.sessions] == ["first-meeting"]
    assert scenario.around.session("our-own") is None
    scenario.around.group = Group("others", "The others")
    assert scenario.around.session("our-own") is not None
