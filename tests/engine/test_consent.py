"""The one rule by which a story is shown or leaves (C8)."""

import ast
from datetime import date, timedelta
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.kept import Note, Story, Tip
from facilitator.engine import consent
from facilitator.engine.house.my_story import narrowed, taken_back
from facilitator.engine.story_export import body_of

TODAY = date(2026, 11, 24)
LEVELS, PURPOSES = (0, 1, 2, 3, 4), consent.PURPOSES


def story(level: int = 2, purposes: tuple[str, ...] = PURPOSES) -> Story:
    """Return a story that was agreed to today, for a year."""
    return Story(
        "m1-step-p1", "m1-p1", "Heron", TODAY.isoformat(), words="canary", level=level,
        purposes=purposes, open_from=consent.opens_on(TODAY.isoformat()) if level > 2 else "",
        expires_on=consent.months_on(TODAY.isoformat(), 12),
    )  # fmt: skip


def may(one: Story, today: date) -> set[tuple[int, str]]:
    """Return every way in which it may leave."""
    ways = ((level, purpose) for level in LEVELS for purpose in PURPOSES)
    return {way for way in ways if consent.may_leave(one, *way, today)}


@pytest.mark.parametrize("level", [1, 2, 3, 4])
@pytest.mark.parametrize("purpose", PURPOSES)
def test_the_level_matrix(level: int, purpose: str) -> None:
    """C8: level by level and purpose by purpose; level 1 never leaves, no level is raised."""
    one = story(level, (purpose,))
    confirmed = msgspec.structs.replace(one, confirmed_on="2026-12-01" if level > 2 else "")
    later = TODAY + timedelta(days=7)
    expected = {(asked, purpose) for asked in (2, 3, 4) if asked <= level}
    assert may(confirmed, later) == expected
    assert may(one, TODAY) == {way for way in expected if way[0] == 2}
    assert consent.may_be_read(one, TODAY) == (level > 1)


@pytest.mark.parametrize("level", [3, 4])
def test_levels_3_and_4_wait_for_seven_days_and_then_for_a_second_yes(level: int) -> None:
    """C8: before the seventh day no yes counts; after it silence is none."""
    one = story(level)
    for days in range(14):
        today = TODAY + timedelta(days=days)
        assert consent.level_now(one, today) == 2, "silence"
        said = msgspec.structs.replace(one, confirmed_on=today.isoformat())
        assert consent.level_now(said, today) == (level if days >= 7 else 2)
        assert consent.waits_for_teller(one, today) == (days >= 7)


def test_a_yes_ends_on_its_day_and_never_holds_longer_than_two_years() -> None:
    """C8: 12 months by default, 24 at most, whatever the book says."""
    one = story()
    assert consent.is_live(one, date(2027, 11, 23))
    assert not consent.is_live(one, date(2027, 11, 24))
    assert consent.is_over(one, date(2027, 11, 24))
    assert consent.is_expiring(one, date(2027, 10, 26))
    assert not consent.is_expiring(one, date(2027, 10, 20))
    for_ever = msgspec.structs.replace(story(), expires_on="2099-01-01")
    assert consent.is_live(for_ever, date(2028, 11, 23))
    assert not consent.is_live(for_ever, date(2028, 11, 24))


@pytest.mark.parametrize(
    "how",
    [{"expires_on": ""}, {"expires_on": "soon"}, {"on": ""}, {"on": "2026-99-99"}, {"words": ""},
     {"withdrawn_on": "2026-11-24"}, {"on": "2026-11-25"}],
)  # fmt: skip
def test_where_anything_is_in_doubt_nothing_leaves(how: dict[str, str]) -> None:
    """C8, M20: no date, a wrong one, no words, taken back, or a clock that is behind."""
    one = msgspec.structs.replace(story(), **how)
    assert not consent.is_live(one, TODAY)
    assert may(one, TODAY) == set()


@pytest.mark.parametrize("how", [{"open_from": ""}, {"open_from": "soon"}, {"confirmed_on": "x"}])
def test_a_second_yes_without_its_days_opens_nothing(how: dict[str, str]) -> None:
    """C8: level 4 with a day missing is level 2."""
    one = msgspec.structs.replace(story(4), confirmed_on="2026-12-24")
    assert consent.level_now(msgspec.structs.replace(one, **how), date(2027, 1, 1)) == 2


def test_months_end_on_days_that_are_there() -> None:
    """C8: the end of a month is no fault; no date gives none."""
    assert consent.months_on("2027-08-31", 6) == "2028-02-28"
    assert consent.months_on("2026-12-05T19:00", 1) == "2027-01-05"
    assert consent.months_on("soon", 6) == consent.opens_on("soon") == ""


def test_notes_and_tips_are_fresh_for_a_year() -> None:
    """C8, C15: after that they are not shown until it is said again."""
    for one in (Note("n", on="2026-11-24", words="x"), Tip("t", on="2026-11-24", words="x")):
        assert consent.is_fresh(one, TODAY)
        assert not consent.is_fresh(one, TODAY - timedelta(days=1))
        assert not consent.is_fresh(one, date(2027, 11, 24))
        assert not consent.is_fresh(msgspec.structs.replace(one, words=""), TODAY)


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("days"), st.integers(0, 200)),
        st.tuples(st.sampled_from(["yes", "no", "back"]), st.just(0)),
        st.tuples(st.just("less"), st.integers(1, 4)),
        st.tuples(st.just("on"), st.sampled_from(consent.MONTHS)),
    ),
    max_size=14,
)


@given(st.integers(1, 4), st.sets(st.sampled_from(PURPOSES)), STEPS)
def test_no_sequence_of_changes_lets_a_story_out_beyond_its_live_consent(
    level: int, purposes: set[str], steps: list[tuple[str, int]]
) -> None:
    """C8: the widest that the teller ever said stands, no wider, and never after the end."""
    one, today = story(level, tuple(sorted(purposes))), TODAY
    widest, said_again, ends, is_back = level, False, one.expires_on, False
    for step, number in steps:
        match step:
            case "days":
                today += timedelta(days=number)
            case "yes":
                one = msgspec.structs.replace(one, confirmed_on=today.isoformat())
                said_again = today >= TODAY + timedelta(days=7)
            case "no" if widest > 2:
                one, widest = narrowed(one, 2), 2
            case "less" if number < widest:
                one, widest = narrowed(one, number), number
            case "on" if not is_back:
                ends = consent.months_on(today.isoformat(), number)
                one = msgspec.structs.replace(one, on=today.isoformat(), expires_on=ends)
            case "back":
                one, is_back = taken_back(one, today.isoformat()), True
            case _:
                pass
        ways = may(one, today)
        most = widest if said_again else min(widest, 2)
        assert all(2 <= asked <= most and purpose in purposes for asked, purpose in ways)
        if is_back or today.isoformat() >= ends:
            assert ways == set()
        for asked in (2, 3, 4):
            for purpose in PURPOSES:
                if (asked, purpose) not in ways:
                    assert "canary" not in body_of([one], asked, purpose, today)


SRC = Path(__file__).parents[2] / "src" / "facilitator"
OWN_ONLY = {
    "engine/consent.py",  # the rule itself
    "engine/house/mine.py", "engine/house/own_story.py",  # behind "Are you ...?" and the word
    "engine/close.py", "meetings/forgetting.py",  # whether there are any, never their words
}  # fmt: skip


def test_every_module_that_reads_stories_asks_for_their_consent() -> None:
    """C8: whatever the command or the room, there is one rule, and nobody goes round it."""
    readers = {
        path.relative_to(SRC).as_posix(): path.read_text("utf-8")
        for path in SRC.rglob("*.py")
        if any(
            isinstance(node, ast.Attribute) and node.attr == "stories"
            for node in ast.walk(ast.parse(path.read_text("utf-8")))
        )
    }
    asks = {name for name, text in readers.items() if "consent" in text or "leaving(" in text}
    assert len(readers) >= 6
    assert set(readers) - asks - OWN_ONLY == set()
