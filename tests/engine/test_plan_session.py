"""The group plans its next session together, and the plan is a draft (C11, C12)."""

from dataclasses import replace
from pathlib import Path

import pytest

from facilitator.domain.events import Keep, ShelfShown
from facilitator.domain.kept import NextTime, Willing
from facilitator.domain.own_sessions import Lies
from facilitator.domain.prompt import Acknowledge, ChooseOne, ChooseSeveral, Prompt
from facilitator.domain.session import Session
from facilitator.domain.things import Things
from facilitator.engine.activities.registry import SPECS
from facilitator.engine.forgetting import events_without
from facilitator.engine.keeping import planned_by
from facilitator.meetings.next_drafts import source_of, write_drafts
from facilitator.meetings.surroundings import OUR_GROUP
from facilitator.sessions.parse import parse
from facilitator.sessions.report import lines_of
from facilitator.wording import house
from tests.scenario import Scenario, shipped

PLAN = shipped("plan-our-own")
_OFFERS = """
[[steps]]
id = "offers"
title = "Next time"
kind = "next-roles"
round = "together"
minutes = 2
text = "Who would like to?"
easy = "Who?"
cue = "Who begins?"
"""
PLAN_AND_ROLES = parse(PLAN.source + _OFFERS, "", SPECS).session or PLAN
WEEKLY, HARD = shipped("weekly-meeting"), shipped("hard-week")


def at_the_plan(*, keep: Keep = Keep.TODAY, people: int = 3) -> Scenario:
    """Return a meeting at the first question of the plan, three sessions on the shelf."""
    group = Scenario.machine(PLAN, WEEKLY, HARD)
    group.set_out(PLAN, keep=keep, people=people)
    group.until(lambda prompt: prompt.id == "plan//want")
    return group


def at_the_lead(group: Scenario, base: str = "hard-week") -> Scenario:
    """Go on to who could lead it: it has the steps of another session."""
    group.until(lambda prompt: prompt.id == "plan//base")
    group.choose(base)
    group.until(lambda prompt: prompt.id == "plan//lead")
    return group


def planned(group: Scenario, *, agreed: str = "yes") -> Scenario:
    """Plan an hour from the hard week: no closing, with ideas, ideas first; then close."""
    group.write("a calm hour")
    group.choose("hard-week")
    kept = [one.id for one in group.asked(ChooseSeveral).choices if one.id != "closing"]
    group.several(*kept)
    group.several("ideas")
    group.choose("+ideas")
    group.choose("check-in")
    group.choose("ok")
    group.choose("45")
    group.choose("@none")
    group.write("Our calm hour")
    group.choose(agreed)
    return group


def drafts(group: Scenario) -> dict[str, Session]:
    """Return the group's drafts, each of which has to read."""
    found = {}
    for one in group.ports.own.texts(OUR_GROUP.id, Lies.DRAFTS):
        session = parse(one.source, one.name, SPECS).session
        assert session is not None, parse(one.source, one.name, SPECS).problems
        found[one.name] = session
    return found


def test_the_plan_is_a_draft_at_the_close() -> None:
    """C12: what they want, the steps that they kept and added, their order, minutes, name."""
    group = planned(at_the_plan())
    assert drafts(group) == {}
    group.to_the_end()
    draft = drafts(group)["our-calm-hour"]
    assert (draft.title, draft.minutes, draft.derived_from) == ("Our calm hour", 45, "hard-week")
    assert draft.about.text == "a calm hour"
    assert [step.id for step in draft.steps] == [
        "welcome", "check-in", "ideas", "breath", "strengths", "tea", "resources",
    ]  # fmt: skip
    assert [step.cue.endswith("?") for step in draft.steps] == [True] * 7
    (text,) = group.ports.own.texts(OUR_GROUP.id, Lies.DRAFTS)
    assert text.source.startswith("# A session for Facilitator.")
    assert draft.step("breath") == HARD.step("breath")


def test_the_draft_is_shown_at_the_close_and_offered_first_at_the_next_start() -> None:
    """C11: the group sees what it made; the next start tells of it and opens it."""
    group = planned(at_the_plan())
    group.until(lambda prompt: prompt.id == "@close//made")
    at = group.prompt.body.index("Our draft for next time:")
    assert group.prompt.body[at + 1] == "Our calm hour"
    group.to_the_end()
    again = Scenario.on(group.ports)
    again.choose("start")
    assert "For next time we chose: Our calm hour" in again.prompt.body
    first = again.asked(ChooseOne).choices[0]
    assert first.label == "Our draft: Our calm hour"
    again.onward()
    assert again.prompt.question == "Our draft: Our calm hour"
    assert house.SESSION_NOT_YET not in again.prompt.body
    assert not [one for one in again.prompt.body if one.startswith("Made by")]
    again.choose("change")
    assert again.prompt.id == "editor"


def test_the_draft_of_next_time_can_be_held_from_the_next_start() -> None:
    """C11, C12: who made it is asked, then it is the group's own, and the meeting begins."""
    group = planned(at_the_plan())
    group.to_the_end()
    again = Scenario.on(group.ports)
    again.choose("start")
    again.onward()
    again.choose("back")
    again.onward()
    again.choose("hold")
    again.write("The calm group")
    again.write("3")
    again.choose("hold")
    assert again.prompt.id == "who-sees"
    session = again.around.session("our-calm-hour")
    assert session is not None
    assert session.made_by == ("The Facilitator project", "The calm group")
    assert session.lived_experience == 3
    assert drafts(again) == {}
    assert again.back()
    again.choose("start")
    assert again.asked(ChooseOne).choices[0].id == "our-calm-hour"


@pytest.mark.parametrize("keep", list(Keep))
def test_a_no_makes_no_draft_whatever_is_kept(keep: Keep) -> None:
    """C12, S6: only the group's own yes does."""
    group = at_the_plan(keep=keep)
    if keep is Keep.NOTHING:
        at_the_lead(group)
        group.until(lambda prompt: prompt.id == "plan//agreed")
        group.asked(Acknowledge)
        assert "This machine keeps nothing today" in group.prompt.body[0]
        group.onward()
    else:
        planned(group, agreed="no")
    group.to_the_end()
    assert drafts(group) == {}
    assert not group.ports.book.things(OUR_GROUP.id).next_times


def test_a_session_can_be_begun_anew() -> None:
    """C12: from nothing, with steps of the library, each with its words and its question."""
    group = at_the_plan(keep=Keep.GROUP)
    group.write("a song")
    group.choose("@none")
    group.several("check-in", "strengths", "break")
    group.until(lambda prompt: prompt.id == "plan//agreed")
    group.choose("yes")
    group.to_the_end()
    (draft,) = drafts(group).values()
    assert [step.kind for step in draft.steps] == ["check-in", "strengths", "break"]
    assert (draft.title, draft.derived_from) == ("Our own session", "")


def test_a_plan_with_no_steps_is_no_draft_and_no_dead_end() -> None:
    """C12, A2: said kindly, and the meeting goes on."""
    group = at_the_plan()
    group.pass_()
    group.choose("@none")
    group.several()
    assert group.prompt.question == "There are no steps in it yet. That's fine."
    group.to_the_end()
    assert drafts(group) == {}


def test_every_question_can_be_passed() -> None:
    """M3: the plan is then what stands without it."""
    group = at_the_plan()
    for _ in range(40):
        if not group.prompt.id.startswith("plan/"):
            break
        group.pass_()
    assert group.prompt.id.startswith("closing/")
    group.to_the_end()
    assert drafts(group) == {}


def test_the_time_is_honest_while_they_plan() -> None:
    """M17: the sum for as many as are here, and a kind word when it is more than they want."""
    group = at_the_plan()
    group.pass_()
    group.choose("weekly-meeting")
    group.pass_()
    group.several()
    group.choose("ok")
    assert [one.id for one in group.asked(ChooseOne).choices][:4] == ["@none", "60", "30", "45"]
    assert group.prompt.body[0].startswith("With 3 of us these steps take about ")
    group.choose("30")
    group.choose("@none")
    group.onward()
    assert any(line.startswith("That is more than 30.") for line in group.prompt.body)


def test_the_order_can_be_looked_at_again_and_earlier_moves_stay() -> None:
    """C12: a move is never lost, one made anew takes the place of those after it."""
    group = at_the_plan()
    group.pass_()
    group.choose("hard-week")
    group.pass_()
    group.several()
    group.choose("tea")
    group.choose("@first")
    assert group.prompt.body[0] == "1. Tea together"
    group.choose("ok")
    group.until(lambda prompt: prompt.id == "plan//agreed")
    group.choose("order")
    assert group.prompt.id == "plan//order-2"
    assert group.prompt.body[0] == "1. Tea together"
    group.choose("closing")
    group.choose("tea")
    assert group.prompt.body[:2] == ("1. Tea together", "2. Last words")
    for _ in range(3):
        group.back()
    assert group.prompt.id == "plan//agreed"
    while group.prompt.id != "plan//order-1":
        assert group.back()
    group.choose("ok")
    assert group.prompt.id == "plan//minutes"
    group.until(lambda prompt: prompt.id == "plan//agreed")
    assert "Steps: Welcome; Arriving;" in "\n".join(group.prompt.body)


def test_another_session_to_begin_from_asks_for_its_steps_anew() -> None:
    """C12, M5: going back and choosing another one leaves nothing of the first."""
    group = at_the_plan()
    group.pass_()
    group.choose("hard-week")
    group.several("welcome", "breath")
    group.back()
    group.back()
    group.choose("weekly-meeting")
    asked = group.asked(ChooseSeveral)
    assert asked.marked == tuple(one.id for one in asked.choices)
    assert len(asked.marked) == len(WEEKLY.steps)


def test_whoever_says_yes_to_leading_has_offered_it() -> None:
    """C2, C14, S6: the yes is theirs; a no, or no answer, keeps nothing."""
    for answer, count in (("yes", 1), ("no", 0)):
        group = at_the_plan(keep=Keep.GROUP)
        at_the_lead(group)
        group.choose("p2")
        assert group.prompt.question == "Oak, would you like to lead it?"
        group.choose(answer)
        group.until(lambda prompt: prompt.id == "plan//agreed")
        group.choose("yes")
        group.to_the_end()
        willing = group.ports.book.things(OUR_GROUP.id).willing
        assert len(willing) == count
        if willing:
            known = Willing("m1-willing-lead-p2", "m1-p2", "Oak", "2026-11-24", "lead")
            assert willing == (known,)


def test_an_offer_to_lead_a_plan_that_was_let_go_is_not_kept() -> None:
    """C14, S6: the yes was to leading this plan; without it there is nothing to lead."""
    group = at_the_plan(keep=Keep.GROUP)
    at_the_lead(group)
    group.choose("p2")
    group.choose("yes")
    group.until(lambda prompt: prompt.id == "plan//agreed")
    group.choose("no")
    group.to_the_end()
    assert not group.ports.book.things(OUR_GROUP.id).willing


def test_who_offers_to_lead_twice_in_a_meeting_has_offered_it_once() -> None:
    """C14: in the plan and at the end; an older offer gives way, as at any other step."""
    group = Scenario.machine(PLAN_AND_ROLES)
    older = Willing("w1", "m1-p2", "Oak", "2026-11-17", "lead")
    group.ports.book.keep_things(OUR_GROUP.id, Things(willing=(older,)))
    group.set_out(PLAN_AND_ROLES, keep=Keep.GROUP, people=3)
    at_the_lead(group, PLAN.id)
    group.choose("p2")
    group.choose("yes")
    group.until(lambda prompt: prompt.id == "plan//agreed")
    group.choose("yes")
    group.until(lambda prompt: prompt.id == "offers//lead")
    group.several("p2")
    group.to_the_end()
    (kept,) = group.ports.book.things(OUR_GROUP.id).willing
    assert (kept.owner, kept.role, kept.on) == ("m1-p2", "lead", "2026-11-24")


def test_a_yes_of_somebody_else_is_not_theirs() -> None:
    """C14: another name asks anew."""
    group = at_the_plan()
    at_the_lead(group)
    group.choose("p2")
    group.choose("yes")
    group.back()
    group.back()
    group.choose("p1")
    assert group.prompt.id == "plan//lead-yes"
    assert group.meeting.said("plan", "", "lead-yes") is None


def test_whoever_is_forgotten_leads_nothing() -> None:
    """S8: no event of the meeting names them any more."""
    group = at_the_plan()
    at_the_lead(group)
    group.choose("p2")
    assert group.meeting.said("plan", "", "lead") == "p2"
    left = events_without(group.journal, group.meeting, "p2")
    assert "p2" not in repr(left)


def test_the_shelf_is_as_it_was_that_day_after_a_power_cut() -> None:
    """M7: what can be chosen is in the journal, whatever is on the shelf by then."""
    group = at_the_plan()
    group.write("a calm hour")
    before = group.prompt
    shown = [event for event in group.journal if isinstance(event, ShelfShown)]
    assert [card.id for card in shown[0].cards] == [HARD.id, PLAN.id, WEEKLY.id]
    group.ports.shelf.held = (PLAN,)  # type: ignore[attr-defined]
    again = group.reload()
    assert replace(again.prompt, notice=None) == replace(before, notice=None)


def test_a_base_that_is_gone_at_the_close_still_makes_a_draft() -> None:
    """C12: nothing that the group agreed on is lost; its steps come from the library."""
    group = planned(at_the_plan())
    group.ports.shelf.held = (PLAN, WEEKLY)  # type: ignore[attr-defined]
    group.to_the_end()
    draft = drafts(group)["our-calm-hour"]
    assert [step.title for step in draft.steps][:2] == ["Welcome", "Arriving"]
    assert draft.derived_from == "hard-week"


def test_a_close_that_is_done_twice_makes_one_draft() -> None:
    """M7, S1: after a power cut in the middle it is done again."""
    group = planned(at_the_plan(keep=Keep.GROUP))
    meeting = group.meeting
    kept = Things(next_times=(NextTime(f"{meeting.id}-plan", words="Our calm hour"),))
    for _ in range(2):
        write_drafts(group.ports, meeting, kept)
    assert list(drafts(group)) == ["our-calm-hour"]
    things = group.ports.book.things(OUR_GROUP.id)
    assert things.next_times[0].draft == "our-calm-hour"


def test_a_second_plan_of_the_same_name_is_kept_beside_the_first() -> None:
    """C12: nothing is written over."""
    group = at_the_plan(keep=Keep.GROUP)
    group.ports.own.save(OUR_GROUP.id, Lies.DRAFTS, "our-calm-hour", HARD.source)
    planned(group).to_the_end()
    assert list(drafts(group)) == ["our-calm-hour", "our-calm-hour-2"]


def test_the_draft_of_next_time_contains_the_steps_that_won() -> None:
    """C11: chosen at the close; hello, strengths, tea and goodbye stay around them."""
    group = planned(at_the_plan(keep=Keep.GROUP), agreed="no")
    chosen = NextTime("m1-vote", session=WEEKLY.id, steps=("ideas",), words="Ideas from the group")
    write_drafts(group.ports, group.meeting, Things(next_times=(chosen,)))
    (draft,) = drafts(group).values()
    ids = [step.id for step in draft.steps]
    around = {"welcome", "check-in", "strengths", "tea", "reflection", "closing", "resources"}
    assert around | {"ideas"} <= set(ids)
    assert not {"goal", "look-back"} & set(ids)
    assert ids == [step.id for step in WEEKLY.steps if step.id in ids]
    assert draft.derived_from == WEEKLY.id
    assert group.ports.book.things(OUR_GROUP.id).next_times[0].draft == "our-next-meeting"


def test_a_vote_for_a_session_that_is_gone_makes_no_draft() -> None:
    """C11: and hinders nothing."""
    group = at_the_plan(keep=Keep.GROUP)
    chosen = NextTime("m1-vote", session="gone", steps=("ideas",), words="Ideas")
    write_drafts(group.ports, group.meeting, Things(next_times=(chosen,)))
    assert drafts(group) == {}


def test_a_base_that_cannot_be_changed_gives_its_steps() -> None:
    """C12: written in a way that cannot be changed here; the plan is a draft all the same."""
    group = planned(at_the_plan())
    (plan,) = planned_by(group.meeting)
    broken = replace(HARD, source="steps = 1")
    made = parse(source_of(plan, "ours", broken), "ours", SPECS).session
    assert made is not None
    assert [step.id for step in made.steps][:3] == ["welcome", "check-in", "ideas"]


def test_each_question_is_one_question_with_room_for_all() -> None:
    """A5, A21: prompts of 72 letters, rows of 34."""
    group = at_the_plan()
    while group.prompt.id.startswith("plan/"):
        prompt: Prompt = group.prompt
        assert len(prompt.question) <= 72
        for one in getattr(prompt.input, "choices", ()):
            assert len(one.label) <= 34, one
        group.onward()


GOOD = (Path(__file__).parents[1] / "sessions/kinds/plan-session.good.toml").read_text("utf-8")


def test_a_good_sample_reads_without_a_word() -> None:
    """C12, rule 8: the kind in a file, with ready rows of its own."""
    found = parse(GOOD, "planning.toml", SPECS)
    assert (found.session is not None, found.problems) == (True, ())


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('round = "together"', 'round = "each"', "cannot be held each"),
        ("names = [", "nams = [", "Did you mean names?"),
        ('"A laugh"', f'"{"x" * 35}"', "room for 34"),
        ('want = ["Time to talk", "A laugh"]', "want = 3", "a list in square brackets"),
        ("plan-session", "plan-sesion", "Did you mean plan-session?"),
    ],
)
def test_a_bad_sample_is_told_in_words(old: str, new: str, said: str) -> None:
    """C12, S15: what is wrong at a step of this kind, and the nearest right word."""
    found = parse(GOOD.replace(old, new), "planning.toml", SPECS)
    assert found.session is None
    assert said in "\n".join(lines_of(found.problems))


def test_the_steps_that_a_vote_chose_are_in_the_draft_of_next_time() -> None:
    """C11: from the vote at the end of one meeting to the first row of the next start."""
    source = WEEKLY.source + (
        '\n[[steps]]\nid = "vote"\ntitle = "Next time"\nkind = "next-time"\n'
        'round = "together"\nminutes = 5\ntext = "What next?"\neasy = "What next?"\n'
    )
    session = parse(source, "w", SPECS).session
    assert session is not None
    group = Scenario.hold(session, people=3, keep=Keep.GROUP)
    group.until(lambda prompt: prompt.id == "vote//about")
    group.choose("steps")
    group.several("goal")
    group.to_the_end()
    (draft,) = drafts(group).values()
    kinds = [step.kind for step in draft.steps]
    assert "goal" in kinds
    assert "next-time" in kinds
    assert not {"ideas", "look-back"} & set(kinds)
    again = Scenario.on(group.ports)
    again.choose("start")
    assert again.asked(ChooseOne).choices[0].id == "@draft:our-next-meeting"
