"""You said, we did: each change comes back at the next opening, until it is done (C10)."""

from dataclasses import replace

from facilitator.domain.events import Keep
from facilitator.engine.activities.you_said import opened_with
from facilitator.engine.apply import replay
from facilitator.wording import evaluation as words
from tests.engine.evaluating import evaluated, finish, sample
from tests.fakes import MemoryShelf
from tests.scenario import Scenario, shipped


def next_meeting(group: Scenario, *, keep: Keep = Keep.GROUP, name: str = "") -> None:
    """Set out for the next week's meeting."""
    group.next_week()
    group.set_out(shipped(name) if name else sample(), people=4, keep=keep)


def came_up(group: Scenario) -> list[str]:
    """Go to the end; return every prompt about a change that came up on the way."""
    seen = []
    while group.prompt.id != "home":
        if "/came-" in group.prompt.id:
            seen.append(group.prompt.body[0])
            group.choose("not-yet")
        else:
            group.onward()
    return seen


def test_each_change_is_shown_once_at_the_next_opening() -> None:
    """C10: in the group's own words, with the day on which it was said."""
    group = evaluated()
    next_meeting(group)
    assert came_up(group) == ["On 24 November 2026 we said: more time to talk"]


def test_what_is_not_done_yet_comes_again_and_what_is_done_does_not() -> None:
    """C10: until it is done; what was done is told in our own words."""
    group = evaluated()
    next_meeting(group)
    came_up(group)
    next_meeting(group)
    group.until(lambda prompt: "/came-" in prompt.id)
    group.choose("did")
    group.write("we start at six")
    finish(group)
    change = group.ports.book.things("our-group").changes[0]
    assert (change.did, change.told_on) == ("we start at six", "2026-12-08")
    next_meeting(group)
    assert not any("more time" in line for line in came_up(group))


def test_changing_our_mind_is_an_answer_too() -> None:
    """C10: it is told, and does not come again."""
    group = evaluated()
    next_meeting(group)
    group.until(lambda prompt: "/came-" in prompt.id)
    group.choose("mind")
    finish(group)
    change = group.ports.book.things("our-group").changes[0]
    assert (change.did, change.told_on) == (words.CAME_MIND, "2026-12-01")


def test_a_session_without_a_step_for_it_opens_with_it_after_the_welcome() -> None:
    """C10: whichever session comes next, the change comes up."""
    group = evaluated()
    shelf = MemoryShelf((sample(), shipped("hard-week")))
    again = Scenario.on(replace(group.ports, shelf=shelf))
    next_meeting(again, name="hard-week")
    kinds = [step.kind for step in again.meeting.steps]
    assert kinds[:2] == ["welcome", "you-said"]
    assert len(came_up(again)) == 1


def test_a_session_that_begins_with_something_else_begins_with_the_change() -> None:
    """C10: an opening is the first thing of a meeting; and a step is never there twice."""
    group = evaluated()
    steps = tuple(step for step in sample().steps if step.kind != "you-said")
    bare = replace(Scenario.hold(sample()).meeting, steps=steps)
    opened = replay(bare, opened_with(bare, group.ports.book.things("our-group")))
    assert [step.kind for step in opened.steps] == ["you-said", *(step.kind for step in steps)]
    assert opened_with(opened, group.ports.book.things("our-group")) == ()


def test_where_no_change_waits_nothing_is_asked() -> None:
    """C10: no empty screen; and the plan is as it was written."""
    group = Scenario.hold(shipped("weekly-meeting"), keep=Keep.GROUP)
    assert "you-said" not in [step.kind for step in group.meeting.steps]
    other = Scenario.hold(sample(), keep=Keep.GROUP)
    other.until(lambda prompt: prompt.id.startswith("tea/"))
    assert not any("What came of it" in shown for shown in other.shown)


def test_under_until_we_finish_only_the_change_itself_is_marked() -> None:
    """S6, C10: no new words go into the book without a yes."""
    group = evaluated()
    next_meeting(group, keep=Keep.TODAY)
    group.until(lambda prompt: "/came-" in prompt.id)
    group.choose("did")
    assert "/did-" not in group.prompt.id
    group.until(lambda prompt: prompt.id == "home")
    assert group.ports.book.things("our-group").changes[0].did == words.AS_WE_SAID


def test_a_meeting_that_keeps_nothing_shows_it_and_marks_nothing() -> None:
    """S6, C10: it comes again."""
    group = evaluated()
    next_meeting(group, keep=Keep.NOTHING)
    group.until(lambda prompt: "/came-" in prompt.id)
    group.choose("did")
    finish(group)
    assert group.ports.book.things("our-group").changes[0].told_on == ""


def test_replay_after_a_power_cut_shows_the_same_change() -> None:
    """M7, C10: it came along with the meeting."""
    group = evaluated()
    next_meeting(group)
    group.until(lambda prompt: "/came-" in prompt.id)
    assert group.reload().prompt.body == group.prompt.body
