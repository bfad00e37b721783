"""What can I do now: at every fourth meeting, kept for its owner alone (C15, M17)."""

import pytest

from facilitator.domain.answers import Typed
from facilitator.domain.events import Keep, MeetingStarted
from facilitator.domain.kept import Growth
from facilitator.domain.prompt import Acknowledge, WriteText
from facilitator.domain.records import Member
from facilitator.domain.session import Session
from facilitator.domain.things import Things
from facilitator.engine.activities.growth import EVERY
from facilitator.engine.own_word import locked
from facilitator.meetings.spoken import sentences_of
from facilitator.sessions.honest_time import rounded, session_minutes
from facilitator.wording import growth as words
from tests.scenario import Scenario, shipped, words_of

GROUP = "our-group"
WEEKLY = shipped("weekly-meeting")
EARLIER = Growth("g1", "m1", "Ann", "2026-10-20", "mend my bike")


def met(number: int, *, things: Things | None = None, seed: Session = WEEKLY) -> Scenario:
    """Return a machine on which a group with Ann in its book met and kept so many meetings."""
    group = Scenario.machine(seed)
    group.ports.book.save_member(GROUP, Member("m1", "Ann", kept_on="2026-11-17"))
    for _ in range(number):
        begun(group, Keep.GROUP)
        group.menu("stop")
        group.choose("close")
        group.to_the_end()
    if things:
        group.ports.book.keep_things(GROUP, things)
    return group


def begun(group: Scenario, keep: Keep = Keep.TODAY, people: int = 2) -> None:
    """Begin a weekly meeting with Ann, whom the book knows, and others."""
    group.choose("start")
    group.choose("weekly-meeting")
    for answer in ("person", keep):
        group.choose(answer)
    group.several("m1")
    group.gather(people)


def at_growth(keep: Keep = Keep.TODAY, *, things: Things | None = None) -> Scenario:
    """Return the fourth meeting, at Ann's line."""
    group = met(EVERY - 1, things=things)
    begun(group, keep)
    group.until(lambda prompt: prompt.id == "growth//@keyboard")
    group.choose("p1")
    group.onward()
    return group


@pytest.mark.parametrize("before", range(9))
def test_it_is_asked_at_every_fourth_meeting_and_at_no_other(before: int) -> None:
    """C15: counted are the meetings that the group kept; else the step is out in silence."""
    group = met(before)
    begun(group)
    is_fourth = (before + 1) % 4 == 0
    first = group.journal[0]
    assert isinstance(first, MeetingStarted)
    assert first.number == before + 1
    assert ("growth" not in group.meeting.left_out) == is_fourth
    steps = set()
    while group.has_meeting():
        steps.add(group.prompt.id.partition("/")[0])
        group.onward()
    assert ("growth" in steps) == is_fourth


def test_honest_time_counts_it_only_when_its_turn_has_come() -> None:
    """M17: the sum before the start, and the number of steps, are those of today."""
    sums = []
    for before in (2, 3):
        group = met(before)
        group.choose("start")
        group.choose("weekly-meeting")
        group.choose("person")
        group.choose(Keep.TODAY)
        group.several("m1")
        group.choose("count")
        group.write("8")
        group.choose("all")
        sums.append(group.notice)
    without = tuple(step for step in WEEKLY.steps if step.kind != "growth")
    assert f"about {rounded(session_minutes(without, 8))} minutes" in sums[0]
    assert f"about {rounded(session_minutes(WEEKLY.steps, 8))} minutes" in sums[1]
    assert sums[0] != sums[1]


def test_somebody_new_is_not_asked_what_is_different_from_the_start() -> None:
    """C15: only those whom the book knows; with none of them the step is out in silence."""
    group = met(EVERY - 1)
    begun(group, people=3)
    group.until(lambda prompt: prompt.id == "growth//@keyboard")
    asked = {one.id for one in group.prompt.input.choices}  # type: ignore[union-attr]
    assert asked == {"nobody", "p1"}
    alone = met(EVERY - 1)
    alone.ports.book.forget_member(GROUP, "m1")
    alone = Scenario.on(alone.ports)
    alone.set_out(WEEKLY, people=2)
    steps = set()
    while alone.has_meeting():
        steps.add(alone.prompt.id.partition("/")[0])
        alone.onward()
    assert "growth" not in steps


def test_a_line_is_kept_for_its_owner_alone_with_a_yes_and_a_word() -> None:
    """C15, S6: under "until we finish today" too; only the hash of the word is stored."""
    group = at_growth()
    group.write("say no kindly")
    group.choose("yes")
    group.choose("set")
    group.write("Blue Kettle")
    assert not group.answer(Typed("Blue Kettel")), "a slip locks nobody out"
    group.write("blue kettle")
    group.to_the_end()
    (kept,) = group.ports.book.things(GROUP).growth
    assert (kept.owner, kept.name, kept.words) == ("m1", "Ann", "say no kindly")
    assert kept.lock
    assert "kettle" not in kept.lock.casefold()


@pytest.mark.parametrize(("keep", "answer"), [(Keep.TODAY, "no"), (Keep.GROUP, "no")])
def test_a_no_keeps_nothing_anywhere(keep: Keep, answer: str) -> None:
    """C15, C3: not in the book, and in no file of the meeting."""
    group = at_growth(keep)
    group.write("canary by the sea")
    group.choose(answer)
    group.to_the_end()
    assert not group.ports.book.things(GROUP).growth
    rows = [group.ports.store.read(GROUP, row.id) for row in group.ports.store.rows(GROUP)]
    assert "canary" not in repr(rows)
    assert "canary" not in "\n".join(one for one in group.shown if "This is what we made" in one)


def test_where_nothing_is_kept_nothing_is_asked() -> None:
    """S6: the line may be said and written all the same."""
    group = at_growth(Keep.NOTHING)
    group.write("say no kindly")
    assert group.prompt.id == "growth//@keyboard"


def test_later_the_owner_sees_then_and_now_side_by_side() -> None:
    """C15: only when wanted, and no voice says it unasked (A12)."""
    group = at_growth(things=Things(growth=(EARLIER,)))
    assert "mend my bike" not in words_of(group.prompt)
    group.write("say no kindly")
    assert group.prompt.id == "growth/p1/you"
    group.choose("yes")
    assert isinstance(group.prompt.input, Acknowledge)
    assert group.prompt.body == ("20 October: mend my bike", "Today: say no kindly")
    assert not [one for one in sentences_of(group.prompt) if "bike" in one or "kindly" in one]
    assert group.prompt.is_private
    group.onward()
    assert group.prompt.id == "growth/p1/keep"


def test_the_first_answer_shows_nothing_of_what_was_before() -> None:
    """C3, A2: a no, or a pass, goes on."""
    for answer in ("no", ""):
        group = at_growth(things=Things(growth=(EARLIER,)))
        group.write("say no kindly")
        group.choose(answer) if answer else group.pass_()
        assert group.prompt.id == "growth/p1/keep"
        assert "mend my bike" not in "\n".join(group.shown)


def test_a_word_that_was_set_opens_it_and_is_not_asked_for_again() -> None:
    """C3, A18: a wrong one is refused in words; the new line is under the same word."""
    lock = locked("blue kettle", "salt")
    earlier = Growth("g1", "m1", "Ann", "2026-10-20", "mend my bike", lock)
    group = at_growth(things=Things(growth=(earlier,)))
    group.write("say no kindly")
    group.choose("yes")
    assert group.prompt.id == "growth/p1/word"
    assert not group.answer(Typed("red kettle"))
    assert "mend my bike" not in "\n".join(group.shown)
    group.write("blue kettle")
    assert "20 October: mend my bike" in group.prompt.body
    group.onward()
    group.choose("yes")
    assert group.prompt.id == "growth//@keyboard"
    group.to_the_end()
    assert {one.lock for one in group.ports.book.things(GROUP).growth} == {lock}


def test_nobody_sees_the_lines_of_somebody_else() -> None:
    """C3: who is asked has only what is theirs."""
    other = Growth("g2", "m2", "Bo", "2026-10-20", "canary of Bo")
    group = at_growth(things=Things(growth=(other,)))
    group.write("say no kindly")
    assert group.prompt.id == "growth/p1/keep"
    group.to_the_end()
    assert "canary of Bo" not in "\n".join(group.shown)


def test_what_self_management_means_to_me_is_the_same_step_with_other_words() -> None:
    """C15, claim 19: the words are the session's; the ready ones may be too."""
    source = WEEKLY.source.replace(
        'text = "What can you do now that you couldn\'t at the start?"',
        'text = "Self management means ... to me"',
    )
    assert source != WEEKLY.source
    from facilitator.engine.activities.registry import SPECS
    from facilitator.sessions.parse import parse

    session = parse(source, "weekly-meeting.toml", SPECS).session
    assert session is not None
    group = met(EVERY - 1, seed=session)
    begun(group)
    group.until(lambda prompt: prompt.id == "growth//@keyboard")
    group.choose("p1")
    group.onward()
    assert group.prompt.question == "Self management means ... to me"
    assert [one.label for one in group.asked(WriteText).ready[1:]] == list(words.READY)


def test_a_power_cut_in_the_step_goes_on_at_the_same_prompt() -> None:
    """M7: what came along is in the journal."""
    group = at_growth(things=Things(growth=(EARLIER,)))
    group.write("say no kindly")
    group.choose("yes")
    assert group.reload().prompt.body == group.prompt.body
