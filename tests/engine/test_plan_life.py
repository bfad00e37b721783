"""A plan over the weeks: the same again comes back with its life, told in kind words (M9, M12)."""

import re
from dataclasses import replace

import pytest

from facilitator.domain.events import Carried, Keep
from facilitator.domain.prompt import ChooseOne, WriteText
from facilitator.domain.records import Member
from facilitator.engine.own_word import locked
from facilitator.engine.plan_life import WEEKS_KEPT, life_lines
from facilitator.meetings.spoken import sentences_of
from facilitator.wording import growth as words
from tests.scenario import Scenario, shipped, words_of

GROUP = "our-group"
PLAN = Carried("walk to the sea", "on Friday", 8, {}, "", "2026-11-03")
FORBIDDEN = ("%", "per cent", "streak", "times", "in a row", "score", "failed", "missed", " of 5")


def a_week(
    plan: Carried = PLAN, *, how: str = "some", after: str = "same", goal: str = "", keep: str = ""
) -> Scenario:
    """Return the first screen after a meeting in which Ann looked back on this plan."""
    group = Scenario.machine(shipped("weekly-meeting"))
    group.ports.book.save_member(GROUP, Member("m1", "Ann", plan, kept_on="2026-11-17"))
    look_back(group, how=how, after=after)
    if goal:
        group.until(lambda prompt: prompt.id == "goal//@keyboard")
        group.choose("p1")
        group.onward()
        group.write(goal)
        group.pass_()
        group.pass_()
        group.choose(keep)
    group.to_the_end()
    return group


def look_back(group: Scenario, *, how: str, after: str = "") -> None:
    """Let Ann be here, say that it is her, and how it went."""
    group.choose("start")
    group.choose("weekly-meeting")
    for answer in ("person", Keep.TODAY):
        group.choose(answer)
    group.several("m1")
    group.write("Bo")
    group.all_here()
    group.until(lambda prompt: prompt.id == "look-back//@keyboard")
    group.choose("p1")
    group.onward()
    if how:
        group.choose(how)
        group.pass_()
    if after:
        group.choose(after)


def kept(group: Scenario) -> Carried | None:
    """Return the plan that is in the book for Ann."""
    return next(one.plan for one in group.ports.book.members(GROUP) if one.name == "Ann")


def test_the_same_plan_really_comes_back_with_its_week() -> None:
    """M9, M12: words, day and word stay; this week is added."""
    plan = kept(a_week())
    assert plan == replace(PLAN, weeks=(("2026-11-24", "some"),))


def test_a_smaller_plan_keeps_the_life_of_the_one_that_it_came_from() -> None:
    """M12: made new in the goal step, or the old words where nothing new was made."""
    made = kept(a_week(after="smaller", goal="walk to the gate", keep="yes"))
    weeks = (("2026-11-24", "some"), ("2026-11-24", "smaller"))
    assert made is not None
    assert (made.what, made.made_on, made.weeks) == ("walk to the gate", "2026-11-03", weeks)
    assert kept(a_week(after="smaller")) == replace(PLAN, weeks=weeks)


@pytest.mark.parametrize("after", ["rest", "new"])
def test_after_a_rest_or_a_wish_for_a_new_one_the_old_plan_is_gone(after: str) -> None:
    """M9: and a new plan begins its own life."""
    assert kept(a_week(after=after)) is None
    if after == "new":
        plan = kept(a_week(after="new", goal="ring Bo", keep="yes"))
        assert plan is not None
        assert (plan.what, plan.made_on, plan.weeks) == ("ring Bo", "2026-11-24", ())


def test_a_no_to_keeping_is_a_no_to_the_old_plan_too() -> None:
    """M9: whoever lets the plan go after today has none waiting next time."""
    assert kept(a_week(after="same", goal="walk to the sea", keep="no")) is None


def test_the_plan_that_goes_on_stands_ready_in_the_goal_step() -> None:
    """M9: "The same plan again" is the plan itself, not these words."""
    group = Scenario.machine(shipped("weekly-meeting"))
    group.ports.book.save_member(GROUP, Member("m1", "Ann", PLAN, kept_on="2026-11-17"))
    look_back(group, how="some", after="same")
    group.until(lambda prompt: prompt.id == "goal//@keyboard")
    group.choose("p1")
    group.onward()
    asked = group.asked(WriteText)
    assert asked.given == "walk to the sea"
    assert [one.label for one in asked.ready].count(words.SAME_AGAIN) == 1
    group.choose(asked.ready[1].id)
    assert group.asked(WriteText).given == "on Friday"
    assert group.meeting.said("goal", "p1", "what") == "walk to the sea"


def test_before_the_look_back_nothing_of_the_plan_stands_in_the_goal_step() -> None:
    """M9: who did not say that it shall go on finds no plan there."""
    group = Scenario.machine(shipped("weekly-meeting"))
    group.ports.book.save_member(GROUP, Member("m1", "Ann", PLAN, kept_on="2026-11-17"))
    look_back(group, how="")
    group.until(lambda prompt: prompt.id == "goal//@keyboard")
    group.choose("p1")
    group.onward()
    assert not group.asked(WriteText).given
    assert "sea" not in words_of(group.prompt)


def test_the_life_of_a_plan_is_told_in_kind_words() -> None:
    """M12: when it was made, how its weeks went; no count, no share, no row of days, no red."""
    weeks = (("2026-11-03", "not"), ("2026-11-10", "some"), ("2026-11-17", "smaller"))
    told = life_lines(replace(PLAN, made_on="2026-10-27", weeks=weeks), "2026-11-24T19:00:00")
    assert told == (
        "You made this plan on 27 October.",
        "Three weeks ago: not that week.",
        "Two weeks ago: some of it.",
        "Last week you chose to make it smaller.",
    )
    long_ago = life_lines(replace(PLAN, weeks=(("2026-06-01", "more"),)), "2026-11-24")
    assert long_ago[1] == "On 1 June: more than you hoped."
    every = "\n".join((words.MADE_ON, *words.LIFE.values(), *words.WEEKS_AGO.values()))
    assert not [one for one in FORBIDDEN if one in every.casefold()]
    assert not re.search(r"\d", every)


def test_the_look_back_shows_it_behind_the_hand_over_and_no_voice_says_it_unasked() -> None:
    """M9, M12, A12: the life of a plan is as private as the plan."""
    group = a_week()
    group.next_week()
    look_back(group, how="")
    assert group.prompt.id == "look-back/p1/how"
    assert "You made this plan on 3 November." in group.prompt.body
    assert "Last week: some of it." in group.prompt.body
    said = " ".join(sentences_of(group.prompt))
    assert "some of it." not in said
    assert "3 November" not in said
    before = [one for one in group.shown if "I'm Ann" in one]
    assert before
    assert not any("November" in one for one in before)


def test_a_history_stays_small() -> None:
    """M12: older weeks are let go."""
    weeks = tuple((f"2026-10-{day:02d}", "some") for day in range(1, WEEKS_KEPT + 1))
    plan = kept(a_week(replace(PLAN, weeks=weeks)))
    assert plan is not None
    assert len(plan.weeks) == WEEKS_KEPT
    assert plan.weeks[-1] == ("2026-11-24", "some")


def test_whoever_keeps_less_adds_nothing_to_their_plan() -> None:
    """S6, M9: their plan of last time stays as it was, until they say otherwise."""
    group = Scenario.machine(shipped("weekly-meeting"))
    group.ports.book.save_member(GROUP, Member("m1", "Ann", PLAN, kept_on="2026-11-17"))
    group.choose("start")
    group.choose("weekly-meeting")
    for answer in ("person", Keep.TODAY):
        group.choose(answer)
    group.several("m1")
    group.choose("less")
    group.several("p1")
    group.all_here()
    group.until(lambda prompt: prompt.id == "look-back//@keyboard")
    group.choose("p1")
    group.onward()
    assert isinstance(group.prompt.input, ChooseOne)
    group.choose("some")
    group.pass_()
    group.choose("same")
    group.to_the_end()
    assert kept(group) == PLAN


def test_a_plan_with_a_word_keeps_its_word_when_it_goes_on() -> None:
    """M9, A18: the same plan again is opened by the same word."""
    lock = locked("blue kettle", "salt")
    group = Scenario.machine(shipped("weekly-meeting"))
    group.ports.book.save_member(GROUP, Member("m1", "Ann", replace(PLAN, lock=lock)))
    look_back(group, how="")
    assert group.prompt.id == "look-back/p1/word"
    assert "November" not in words_of(group.prompt)
    group.write("blue kettle")
    group.choose("hoped")
    group.pass_()
    group.choose("same")
    group.to_the_end()
    plan = kept(group)
    assert plan is not None
    assert (plan.lock, plan.weeks) == (lock, (("2026-11-24", "hoped"),))


def test_a_clock_that_is_behind_says_nothing_odd() -> None:
    """M20: a week that lies ahead is told by its day."""
    later = (PLAN.made_on, "some"), ("2026-12-24", "more")
    told = life_lines(replace(PLAN, weeks=later), "2026-11-24")
    assert told[-1] == "On 24 December: more than you hoped."
