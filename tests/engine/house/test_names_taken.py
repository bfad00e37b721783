"""Which names are taken, and who is told apart from whom (S14, M9, M22)."""

from collections.abc import Callable
from datetime import date

import pytest

from facilitator.domain.answers import Typed
from facilitator.domain.commands import Join, Refusal
from facilitator.domain.events import Carried, PersonJoined
from facilitator.domain.kept import Willing
from facilitator.domain.records import Member
from facilitator.engine import fair_roles, names, own_word
from facilitator.engine.changes import changed
from facilitator.meetings.surroundings import OUR_GROUP
from facilitator.sessions.arriving import names_inside
from facilitator.wording import refusals
from tests.scenario import Scenario, shipped

SESSION = shipped("first-meeting")
UNSEEN = (
    "\u200b",
    "\u2060\ufeff",
    "\u3164",
    "\u2800 \u2800",
    "\ufe0f",
    "\u200d",
    "\u0378",
    "\u115f",
)


def asked_for_names(*members: Member) -> Scenario:
    """Return a meeting that asks for its first name."""
    ports = Scenario.machine(SESSION).ports
    for member in members:
        ports.book.save_member(OUR_GROUP.id, member)
    group = Scenario.on(ports)
    for answer in ("start", SESSION.id, "person"):
        group.choose(answer)
    group.choose("group")
    return group


def at_the_start() -> Scenario:
    """Return the dialog that asks who is here."""
    return asked_for_names()


def late() -> Scenario:
    """Return the dialog that asks who came late."""
    group = Scenario.hold(SESSION, people=2)
    group.menu("came")
    return group


@pytest.mark.parametrize("begin", [at_the_start, late])
@pytest.mark.parametrize("name", UNSEEN)
def test_a_name_that_nobody_can_see_is_refused_and_asked_for_again(
    begin: Callable[[], Scenario], name: str
) -> None:
    """S14: kindly, and what was typed is not taken for an answer."""
    group = begin()
    before, here = group.prompt.id, group.journal
    assert not group.answer(Typed(name))
    assert group.prompt.id == before
    assert group.notice == refusals.NAME_UNSEEN
    assert group.journal == here


def test_the_meeting_itself_takes_no_such_name_either_but_knows_its_members() -> None:
    """S14, M9: whatever dialog asks; a member of an older book can still come."""
    meeting = Scenario.hold(SESSION, people=1).meeting
    refused = changed(meeting, Join("\u200b"))
    assert refused == Refusal(refusals.NAME_UNSEEN)
    (joined,) = changed(meeting, Join("\u200b", "m0-p1"))  # type: ignore[misc]
    assert isinstance(joined, PersonJoined)


def test_a_new_group_has_a_name_that_can_be_seen() -> None:
    """S14, M19: the same for a group's name."""
    group = Scenario.machine(SESSION)
    group.choose("group")
    group.choose("another")
    asked, before = group.prompt.id, group.ports.book.groups()
    assert not group.answer(Typed("\u3164"))
    assert (group.prompt.id, group.ports.book.groups()) == (asked, before)


@pytest.mark.parametrize("other", ["Ann", " ann ", "Ａｎｎ", "A\u00adnn", "Аnn", "ΑΝN"])
@pytest.mark.parametrize("is_member", [False, True])
def test_a_second_one_of_the_same_look_gets_a_sign(other: str, *, is_member: bool) -> None:
    """M9, S14: whoever is here, and whoever is in the book, keeps the name alone."""
    group = asked_for_names(*([Member("m0-p1", "Ann", Carried("walk"))] if is_member else []))
    if is_member:
        group.choose("m0-p1")
    else:
        group.write("Ann")
    group.write(other)
    assert group.prompt.id == "names-2"
    first, second = (one.name for one in group.meeting.people)
    assert first == "Ann"
    assert second.endswith(" Heron")
    assert second in group.notice


def test_near_names_are_two_and_a_real_one_keeps_its_joiners() -> None:
    """M9, S14: the control."""
    group = asked_for_names()
    for name in ("Kai", "Kal", "علی‌رضا"):
        group.write(name)
    assert [one.name for one in group.meeting.people] == ["Kai", "Kal", "علی‌رضا"]
    assert "two of that name" not in "".join(group.shown)


def test_the_book_knows_an_older_name_by_every_form_of_it() -> None:
    """C2, C16, C13, M9: fair roles, the evening slip, a session that leaves."""
    offer = Willing("w", "m0-p1", "Sia\u0302n", date(2026, 11, 3).isoformat(), "time")
    assert fair_roles.Somebody("p1", "m1-p1", "SIÂN").is_same(offer)
    assert names.without_names("We thank Ann.", ("Ａｎｎ",)) == "We thank somebody."
    assert names_inside("for Sia\u0302n  Lee\n", ("Siân Lee", "\u200b\u200b")) == ("Siân Lee",)


def test_an_own_word_opens_in_each_form_of_its_letters() -> None:
    """C3, S8: a screen keeps it in NFC; a pipe may bring another."""
    lock = own_word.locked("caf\u00e9", "salt")
    assert own_word.opens("Cafe\u0301", lock)
    assert not own_word.opens("cafe", lock)
