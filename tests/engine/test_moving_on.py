"""Moving on, as a step: what I take, what stays, what goes, a line for somebody new (C15)."""

import pytest

from facilitator.domain.events import Carried, Keep
from facilitator.domain.kept import Strength
from facilitator.domain.prompt import ChooseOne, WriteText
from facilitator.domain.records import Member
from facilitator.domain.things import Things
from facilitator.wording import moving_on as words
from tests.scenario import Scenario, shipped, words_of

GROUP = "our-group"
SESSION = shipped("moving-on")
PLAN = Carried("walk to the sea", "on Friday", 8, {}, "", "2026-11-03")


def at_goodbye(keep: Keep = Keep.TODAY, *, member: bool = True) -> Scenario:
    """Return the turn of somebody who may be moving on; the book knows them, and a past meeting."""
    group = Scenario.machine(SESSION)
    if member:
        group.ports.book.save_member(GROUP, Member("m1", "Ann", PLAN, kept_on="2026-11-17"))
        shared = Strength("s1", "m1", "Ann", "2026-11-17", "baking")
        others = Strength("s2", "m2", "Bo", "2026-11-17", "singing")
        group.ports.book.keep_things(GROUP, Things(strengths=(shared, others)))
    group.choose("start")
    group.choose("moving-on")
    for answer in ("person", keep):
        group.choose(answer)
    if member:
        group.several("m1")
    else:
        group.write("Ann")
    group.write("Bo")
    group.all_here()
    group.until(lambda prompt: prompt.id == "strengths//@keyboard")
    group.choose("p1")
    group.onward()
    group.write("canary of Ann")
    group.until(lambda prompt: prompt.id == "moving-on//@keyboard")
    group.choose("p1")
    group.onward()
    return group


def left(group: Scenario, *, kept: str, line: str = "", agree: str = "") -> Scenario:
    """Say goodbye in the step, to the end of the meeting."""
    group.choose("yes")
    group.write("a lot of courage")
    group.onward()
    group.choose(kept)
    if kept != "forget":
        group.write(line) if line else group.choose("nothing")
        if line:
            group.choose(agree)
    assert group.prompt.question == "The door stays open."
    group.to_the_end()
    return group


def test_whoever_stays_is_asked_no_more() -> None:
    """C15: staying is just as good."""
    group = at_goodbye()
    assert group.asked(ChooseOne).choices[0].label == words.MOVING_NO
    group.choose("no")
    assert group.prompt.id == "moving-on//@keyboard"


def test_the_goodbye_asks_for_what_i_take_and_shows_my_words_from_today() -> None:
    """C15: they can be written down and taken home; the door stays open."""
    group = at_goodbye()
    group.choose("yes")
    assert [one.label for one in group.asked(WriteText).ready[1:]] == list(words.TAKE_READY)
    group.write("a lot of courage")
    assert (group.prompt.body[0], group.prompt.body[-1]) == ("canary of Ann", "a lot of courage")
    assert group.prompt.is_private
    group.onward()
    group.choose("stay")
    group.choose("nothing")
    assert group.prompt.body == (words.DOOR_LINE,)


def test_what_stays_is_all_there_the_next_time() -> None:
    """C15, M9: plan, strength and name are as they were."""
    group = left(at_goodbye(), kept="stay")
    assert [one.plan for one in group.ports.book.members(GROUP)] == [PLAN]
    assert {one.words for one in group.ports.book.things(GROUP).strengths} == {"baking", "singing"}


@pytest.mark.parametrize("keep", [Keep.TODAY, Keep.GROUP])
def test_whoever_wants_it_is_forgotten_altogether_at_the_end(keep: Keep) -> None:
    """C15, S8: book, wall and today's meeting; what others gave stays; it is said before."""
    group = at_goodbye(keep)
    group.choose("yes")
    group.write("canary too")
    group.onward()
    group.choose("forget")
    group.until(lambda prompt: prompt.id == "@close//finish")
    assert "Everything about Ann is forgotten when you finish." in group.prompt.body
    assert group.ports.book.members(GROUP)
    group.onward()
    assert not group.ports.book.members(GROUP)
    assert [one.words for one in group.ports.book.things(GROUP).strengths] == ["singing"]
    rows = list(group.ports.store.rows(GROUP))
    assert len(rows) == (1 if keep is Keep.GROUP else 0)
    kept = repr([group.ports.store.read(GROUP, row.id) for row in rows])
    assert "canary" not in kept
    assert "Ann" not in kept


def test_it_can_be_changed_until_we_finish() -> None:
    """A16, C15: going back and saying "it may stay" keeps it all."""
    group = at_goodbye()
    group.choose("yes")
    group.pass_()
    group.onward()
    group.choose("forget")
    assert group.prompt.question == words.DOOR
    assert group.back()
    group.choose("stay")
    group.choose("nothing")
    group.to_the_end()
    assert [one.name for one in group.ports.book.members(GROUP)] == ["Ann"]


def test_past_meetings_forget_too() -> None:
    """C15, S8: every meeting that the group keeps, and one that was set aside."""
    group = left(at_goodbye(Keep.GROUP), kept="stay")
    assert "canary of Ann" in repr(group.ports.store.read(GROUP, group.around.latest.id))  # type: ignore[union-attr]
    group.choose("start")
    group.choose("moving-on")
    for answer in ("person", Keep.GROUP):
        group.choose(answer)
    group.several("m1")
    group.all_here()
    group.until(lambda prompt: prompt.id == "moving-on//@keyboard")
    group.choose("p1")
    group.onward()
    left(group, kept="forget")
    kept = repr([group.ports.store.read(GROUP, row.id) for row in group.ports.store.rows(GROUP)])
    assert "Ann" not in kept
    assert "canary" not in kept
    assert "Bo" in kept


@pytest.mark.parametrize(("answer", "kept"), [("yes", ["It gets easier, I promise"]), ("no", [])])
def test_a_line_for_somebody_new_stays_only_with_a_yes_to_these_very_words(
    answer: str, kept: list[str]
) -> None:
    """C15, S6: it is read back first; under "until we finish today" too."""
    group = left(at_goodbye(), kept="stay", line="It gets easier, I promise", agree=answer)
    assert [one.words for one in group.ports.book.things(GROUP).notes] == kept


def test_other_words_need_another_yes() -> None:
    """C15: a yes is to the words that were read back."""
    group = at_goodbye()
    group.choose("yes")
    group.pass_()
    group.onward()
    group.choose("stay")
    group.write("one line")
    group.choose("yes")
    group.back()
    group.back()
    group.write("another line")
    group.pass_()
    group.to_the_end()
    assert not group.ports.book.things(GROUP).notes


def test_where_nothing_is_kept_there_is_nothing_to_decide() -> None:
    """S6, C15: what I take, and the open door."""
    group = at_goodbye(Keep.NOTHING, member=False)
    group.choose("yes")
    group.write("courage")
    group.onward()
    assert group.prompt.question == words.DOOR


def test_somebody_whom_the_book_does_not_know_can_leave_a_line_too() -> None:
    """C15: from then on it is theirs, and can be taken back."""
    group = left(at_goodbye(member=False), kept="stay", line="Come back", agree="yes")
    (note,) = group.ports.book.things(GROUP).notes
    assert [one.id for one in group.ports.book.members(GROUP)] == [note.owner]


def test_a_power_cut_before_the_end_forgets_all_the_same() -> None:
    """M7, C15: the choice is in the journal, and is done at the close."""
    group = at_goodbye(Keep.GROUP)
    group.choose("yes")
    group.pass_()
    group.onward()
    group.choose("forget")
    again = group.reload()
    again.to_the_end()
    assert not again.ports.book.members(GROUP)


def test_no_word_of_the_goodbye_is_said_in_front_of_the_room() -> None:
    """S19, C15: a private step shows nothing private where the room sees the screen."""
    from facilitator.domain.events import SeenBy

    group = Scenario.hold(SESSION, people=3, seen_by=SeenBy.ROOM)
    seen = []
    while group.has_meeting():
        seen.append(group.prompt.id)
        group.onward()
    assert "moving-on//@room" in seen
    assert not [one for one in seen if one.startswith("moving-on/p")]
    assert "moving on from our group" not in words_of(group.prompt)
