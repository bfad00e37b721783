"""Each thing that must hold can fail: the control of the evenings (S11, A2, M21, M22)."""

from dataclasses import replace

from facilitator.domain.events import AnswerGiven, Keep, MovedBack
from facilitator.domain.meeting import Participant
from facilitator.domain.records import Unfinished
from tests.people import invariants
from tests.scenario import Scenario, shipped


def test_private_words_outside_their_turn() -> None:
    """S11: broken over two rows of a window they are found too."""
    shown = f"What shall we do?\n {invariants.SECRET}p1\n-7 "
    assert invariants.shown_to_others(shown, "", ["p1", "p2"])
    assert invariants.shown_to_others(shown, "p2", ["p1", "p2"])
    assert not invariants.shown_to_others(shown, "p1", ["p1", "p2"])
    assert not invariants.shown_to_others("nothing of anybody", "", ["p1", "p2"])


def test_people_who_never_came() -> None:
    """M22: away and never left; told apart from nobody."""
    meeting = Scenario.hold(shipped("first-meeting"), people=2).meeting
    assert not invariants.ghosts_in(meeting, (), ())
    away = replace(meeting, people=(*meeting.people, Participant("p3", "Dave", here=False)))
    assert invariants.ghosts_in(away, (), ())
    assert not invariants.ghosts_in(away, ("p3",), ())
    apart = replace(meeting, people=(*meeting.people, Participant("p3", "Dave Fern")))
    assert invariants.ghosts_in(apart, (), ())
    assert not invariants.ghosts_in(apart, (), ("Dave Fern",))
    assert not invariants.ghosts_in(None, (), ())


def test_what_enter_alone_said() -> None:
    """A2: an answer that stood may be kept by Enter; a new one may not be made."""
    said = (MovedBack(), AnswerGiven("check-in", "p1", "line", "Sunny"))
    assert invariants.said_by_enter(said, ())
    assert not invariants.said_by_enter(said, {("check-in", "p1", "line")})
    assert not invariants.said_by_enter((MovedBack(),), ())


def test_a_meeting_of_another_day() -> None:
    """M21: asked about, unless it is of today or kept for the group."""
    left = Unfinished("m1", "g", "A first meeting", "2026-11-24T19:00:00+00:00", Keep.TODAY)
    assert invariants.forgotten([left], "2026-11-25", ())
    assert not invariants.forgotten([left], "2026-11-25", ("m1",))
    assert not invariants.forgotten([left], "2026-11-24", ())
    assert not invariants.forgotten([replace(left, keep=Keep.GROUP)], "2026-11-25", ())


def test_letters_that_did_something_and_a_leaf_without_a_row() -> None:
    """A2, A21: what was shown before is shown after; something can be chosen."""
    assert invariants.obeyed(("home", 1), ("menu", 1), "m")
    assert not invariants.obeyed(("home", 1), ("home", 1), "m")
    assert invariants.stuck(())
    assert not invariants.stuck((0,))
