"""Older versions of the agreement have a day on which the start asks about them (S7, C1)."""

from datetime import date

import pytest

from facilitator.domain.records import Agreement
from facilitator.engine.retention import agreements_due
from facilitator.meetings.surroundings import OUR_GROUP
from tests.fakes import FakeClock
from tests.scenario import Scenario, shipped

OLD = Agreement(("Phones off",), (), 1, "2026-01-10")
YOUNGER = Agreement(("Phones in our bags",), (), 2, "2026-08-20")
STANDS = Agreement(("Phones are fine",), (), 3, "2026-01-12")


def started(*versions: Agreement) -> Scenario:
    """Return the program just started, with these versions kept; the last one stands."""
    group = Scenario.machine(shipped("weekly-meeting"))
    for one in versions:
        group.ports.book.save_agreement(OUR_GROUP.id, one)
    clock = group.ports.clock
    assert isinstance(clock, FakeClock)
    clock.time = clock.time.replace(year=2026, month=9, day=1)
    return Scenario.on(group.ports)


def older(group: Scenario) -> tuple[Agreement, ...]:
    """Return the older versions that the book holds."""
    return group.ports.book.older_agreements(OUR_GROUP.id)


@pytest.mark.parametrize(("day", "is_due"), [(9, False), (10, True)])
def test_a_version_is_due_ninety_days_after_it_was_made(day: int, is_due: bool) -> None:
    """S7: by the group's own days; by the day it was kept on, where it was."""
    assert bool(agreements_due((OLD,), 90, date(2026, 4, day))) is is_due
    again = Agreement(("Phones off",), (), 1, "2025-01-10", "2026-01-10")
    assert bool(agreements_due((again,), 90, date(2026, 4, day))) is is_due


def test_the_one_that_stands_is_never_asked_about() -> None:
    """C1: the group lives by it, however old it is."""
    group = started(STANDS)
    assert group.prompt.id == "home"


def test_what_is_due_is_named_by_its_day_and_goes_with_a_yes_that_can_be_taken_back() -> None:
    """S7, A16: the younger one and the one that stands are left alone."""
    group = started(OLD, YOUNGER, STANDS)
    assert group.prompt.id == "due-agreed"
    assert "From 10 January" in "\n".join(group.prompt.body)
    assert "20 August" not in "\n".join(group.prompt.body)
    group.choose("go")
    assert older(group) == (YOUNGER,)
    assert group.around.agreement == STANDS
    group.choose("back")
    assert older(group) == (OLD, YOUNGER)
    assert group.around.agreement == STANDS


def test_enter_keeps_them_as_long_again() -> None:
    """S7: nothing goes by itself, and it is not asked twice."""
    group = started(OLD, YOUNGER, STANDS)
    group.choose("keep")
    assert "kept until" in group.notice
    assert group.prompt.id == "home"
    assert [one.again_on for one in older(group)] == ["2026-09-01", ""]
    assert Scenario.on(group.ports).prompt.id == "home"


def test_later_is_asked_at_the_next_start() -> None:
    """S7: the answer holds until then."""
    group = started(OLD, STANDS)
    group.choose("later")
    assert group.prompt.id == "home"
    assert older(group) == (OLD,)
    assert Scenario.on(group.ports).prompt.id == "due-agreed"


def test_a_version_of_no_day_counts_from_the_first_day_that_can_be_believed() -> None:
    """S7, M20: else it would stay for ever."""
    group = started(
        Agreement(("Phones off",), (), 1), Agreement(("x",), (), 2, "1970-01-01"), STANDS
    )
    assert group.prompt.id == "home"
    assert [one.again_on for one in older(group)] == ["2026-09-01"] * 2
