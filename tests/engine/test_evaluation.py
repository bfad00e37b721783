"""The group evaluates: what it sees first, what it may keep, what it never stores (C9)."""

import pytest

from facilitator.domain import commands, events
from facilitator.domain.answers import Typed
from facilitator.domain.events import Keep
from facilitator.domain.prompt import ChooseOne, GiveNumber, WriteText
from facilitator.engine.activities.registry import SPECS
from facilitator.engine.names import may_hold_name, without_names
from facilitator.meetings.closing import closed_meeting
from facilitator.meetings.command_line import exported
from facilitator.sessions.parse import parse
from facilitator.sessions.report import lines_of
from facilitator.wording import evaluation as words
from tests.engine.evaluating import (
    SAMPLE,
    at_today,
    count_hands,
    evaluated,
    finish,
    write_lines,
)
from tests.scenario import Scenario, words_of


def test_the_good_sample_reads_without_a_word_and_the_bad_one_is_told() -> None:
    """Rule 8, C9: a setting that does not exist is named with its nearest."""
    text = SAMPLE.read_text("utf-8")
    assert parse(text, "good.toml", SPECS).problems == ()
    bad = parse(text.replace("learnt = [", "lernt = ["), "bad.toml", SPECS)
    assert bad.session is None
    assert "Did you mean learnt?" in "\n".join(lines_of(bad.problems))
    away = parse(
        text.replace('"you-said"\nround = "together"', '"you-said"\nround = "away"'), "", SPECS
    )
    assert "cannot be held away" in "\n".join(lines_of(away.problems))


def test_the_group_sees_lines_and_counts_before_it_chooses() -> None:
    """C9: keep, change and the hands are on the screen first; only then a change is asked for."""
    group = at_today()
    write_lines(group)
    count_hands(group, 4, 3, 2, 4)
    assert group.prompt.id == "today//shown"
    assert group.prompt.body == ("Let this stay: the tea", "Next time: more time to talk")
    assert [(bar.heading, bar.words) for bar in group.prompt.picture][:3] == [
        ("I was heard today.", "Yes: 4 of 4"),
        ("Today was useful to me.", "Yes: 3 of 4"),
        ("The pace was right for me.", "Yes: 2 of 4"),
    ]
    group.onward()
    assert group.asked(ChooseOne).choices[1].label == "more time to talk"


def test_before_it_was_shown_an_export_holds_nothing_of_it() -> None:
    """C9: only what was on the screen for all can be exported; a change to it hides it again."""
    group = at_today()
    canary = "marmalade"
    write_lines(group, canary, canary)
    assert canary not in "\n".join(exported(closed_meeting(group.meeting), "json"))
    count_hands(group, 4, 4, 4, 4)
    group.onward()
    assert canary in "\n".join(exported(closed_meeting(group.meeting), "json"))
    while not group.prompt.id.endswith("//keep"):
        group.back()
    group.write("porridge")
    for shape in ("text", "json", "csv"):
        told = "\n".join(exported(closed_meeting(group.meeting), shape))
        assert canary not in told
        assert "porridge" not in told


def test_what_was_not_shown_yet_is_shown_at_the_close() -> None:
    """C9: whoever goes straight to the end loses no word, and sees them before they are kept."""
    group = at_today()
    group.write("the tea")
    group.menu("stop")
    group.choose("close")
    assert group.prompt.id == "@close//made"
    assert group.prompt.body[-2:] == ("Let this stay:", "the tea")


def test_no_answer_of_one_person_is_ever_stored() -> None:
    """C9, S18: the journal holds totals of the room alone; the closed file not even those."""
    group = at_today()
    write_lines(group)
    count_hands(group, 3, 4, 4, 4)
    given = [one for one in group.journal if isinstance(one, events.AnswerGiven)]
    rated = [one for one in given if isinstance(one.value, int)]
    assert rated
    assert all(one.giver == "" for one in rated)
    finish(group)
    closed = group.ports.store.read("our-group", "m1")
    assert closed is not None
    assert not any(isinstance(one.value, int) for one in closed.answers)


def test_a_whole_evaluation_of_four_lines_takes_five_screens() -> None:
    """C9, A21: whether to count, then one screen a line: how many hands for yes."""
    group = at_today()
    write_lines(group)
    before = len(group.shown)
    assert group.prompt.id == "today//rate"
    count_hands(group, 4, 3, 2, 4)
    assert group.prompt.id == "today//shown"
    assert len(group.shown) - before <= 5


def test_each_line_asks_how_many_hands_for_yes_and_says_how_once() -> None:
    """C9, A21: one question a screen, in words that can be read out; the hint comes once."""
    group = at_today()
    write_lines(group)
    group.choose("hands")
    assert group.prompt.question == "I was heard today. How many hands for yes?"
    assert group.prompt.hint == words.HANDS_HINT
    assert group.prompt.body == ("People here: 4",)
    group.write("three")
    assert group.prompt.question == "Today was useful to me. How many hands for yes?"
    assert group.prompt.hint == ""


def test_no_more_hands_than_are_here_now_and_the_refusal_says_why() -> None:
    """C9, A15, M14: somebody who left has no hand here; a higher number is refused in words."""
    group = at_today(people=3)
    write_lines(group)
    group.choose("hands")
    assert group.asked(GiveNumber).high == 3
    assert not group.answer(Typed("4"))
    assert group.notice == (
        "With 3 of us here now, it can't be more than 3. "
        "If somebody came or left, say so in the menu."
    )
    assert not group.answer(Typed("a few"))
    assert group.notice == "Please give a number from 0 to 3. You can say it as a word too."
    group.runner.ask(commands.Leave(group.meeting.present[0].id))
    assert group.asked(GiveNumber).high == 2
    assert group.prompt.body == ("People here: 2",)


def test_somebody_who_leaves_later_takes_no_hand_out_of_a_count() -> None:
    """C9, M14: a picture is of those who were there when hands were counted."""
    group = at_today()
    write_lines(group)
    count_hands(group, 4, 3, 0, 4)
    group.runner.ask(commands.Leave(group.meeting.present[0].id))
    told = [bar.words for bar in group.prompt.picture]
    assert told == ["Yes: 4 of 4", "Yes: 3 of 4", "Yes: 0 of 4", "Yes: 4 of 4"]


def test_hands_that_are_counted_anew_leave_no_old_ones_behind() -> None:
    """C9: a line counted again stands as it was counted last, and nothing after "not today"."""
    group = at_today()
    write_lines(group)
    group.choose("hands")
    group.write("2")
    group.back()
    assert group.asked(GiveNumber).given == "2"
    group.write("4")
    assert group.prompt.id == "today//useful-0"
    assert _hands(group) == {"heard-0": 4, "heard-rest": 0}
    group.back()
    group.pass_()
    assert _hands(group) == {}
    group.back()
    group.write("1")
    group.back()
    group.back()
    group.choose("not")
    assert group.prompt.id == "today//shown"
    assert group.prompt.picture == ()


def test_a_meeting_of_an_older_program_goes_on_where_it_stands() -> None:
    """C9, M7: four answers a line were asked; what was counted stands until it is counted anew."""
    group = at_today()
    write_lines(group)
    group.choose("hands")
    journal, _, _ = group.ports.store.resume("our-group", group.meeting.id)
    journal.append(
        (
            events.AnswerGiven("today", "", "heard-0", 2),
            events.MovedTo("today", "", "heard-1"),
        )
    )
    again = group.reload()
    assert again.prompt.question == "I was heard today. How many hands for mostly?"
    assert again.asked(GiveNumber).high == 2
    again.write("1")
    assert again.prompt.id == "today//heard-2"
    again.write("1")
    assert again.prompt.id == "today//useful-0"
    for _ in range(3):
        again.pass_()
    told = [bar.words for bar in again.prompt.picture]
    assert told == ["Yes: 2 of 4", "Mostly: 1 of 4", "A little: 1 of 4"]
    while again.prompt.id != "today//heard-0":
        again.back()
    again.write("3")
    assert _hands(again) == {"heard-0": 3, "heard-rest": 1}


def _hands(group: Scenario) -> dict[str, object]:
    answers = group.meeting.answers.items()
    return {place.part: one.value for place, one in answers if place.part.startswith("heard")}


def test_a_line_that_stands_can_always_be_reached_again() -> None:
    """C9, M4: whoever empties the first line still comes to the second."""
    group = at_today()
    group.write("the tea")
    group.write("the songs")
    group.back()
    group.back()
    group.choose("nothing")
    assert group.prompt.id == "today//keep-2"
    assert group.asked(WriteText).given == "the songs"


def test_counting_can_be_left_out_whole_or_in_part() -> None:
    """C9, M13: passing one count goes on to the next; "not today" asks for none."""
    group = at_today()
    write_lines(group)
    group.choose("hands")
    for _ in words.STATEMENTS:
        group.pass_()
    assert group.prompt.id == "today//shown"
    assert group.prompt.picture == ()
    other = at_today()
    write_lines(other)
    other.choose("not")
    assert other.prompt.id == "today//shown"


def test_a_group_with_nothing_to_say_is_asked_no_more_than_it_needs() -> None:
    """C9: with no line there is nothing to show and no change to choose."""
    group = at_today()
    group.pass_()
    group.choose("nothing")
    group.choose("not")
    assert group.prompt.id == "today//learnt"
    group.choose("nothing")
    assert not group.prompt.id.startswith("today/")
    finish(group)
    assert not group.ports.book.things("our-group")


def test_a_chosen_change_a_line_and_counts_go_into_the_groups_book() -> None:
    """C9, C10: each belongs to the group, to nobody in it."""
    things = evaluated().ports.book.things("our-group")
    change = things.changes[0]
    assert (change.words, change.asked_on, change.told_on) == (
        "more time to talk",
        "2026-11-24",
        "",
    )
    assert things.learnt[0].words == "we laugh a lot"
    rated = {one.about: one.counts for one in things.tallies}
    assert rated["useful"] == {"Yes": 3, "No hand": 1}
    assert rated["heard"] == {"Yes": 4, "No hand": 0}
    assert {one.owner for one in things} == {""}


def test_a_long_change_is_cut_short_in_its_row_and_stands_whole_above() -> None:
    """A5, C9: a row has 34 letters; what is kept is the whole line."""
    line = "start a little later so that the bus from the hospital is in"
    group = at_today()
    write_lines(group, "tea", line)
    group.choose("not")
    group.onward()
    label = group.asked(ChooseOne).choices[1].label
    assert len(label) <= 34
    assert label == "start a little later so that the…"
    assert group.prompt.body == (line,)
    group.choose("change")
    finish(group)
    assert group.ports.book.things("our-group").changes[0].words == line


def test_no_change_need_be_chosen() -> None:
    """C9: none of them is an answer like any other."""
    group = at_today()
    write_lines(group)
    group.choose("not")
    group.onward()
    group.choose("nothing")
    finish(group)
    assert group.ports.book.things("our-group").changes == ()


@pytest.mark.parametrize(("answer", "is_kept"), [("yes", True), ("no", False)])
def test_until_we_finish_keeps_the_lines_only_with_a_yes_and_never_the_counts(
    answer: str, *, is_kept: bool
) -> None:
    """S6, C10: the change would be no use if it could not come back, so it is asked for."""
    group = at_today(keep=Keep.TODAY)
    write_lines(group)
    count_hands(group, 4, 4, 4, 4)
    group.onward()
    group.choose("change")
    group.choose("nothing")
    assert group.asked(ChooseOne).choices[0].id == "no"
    group.choose(answer)
    finish(group)
    things = group.ports.book.things("our-group")
    assert bool(things.changes) is is_kept
    assert things.tallies == ()


def test_nothing_on_this_machine_leaves_nothing() -> None:
    """S6: not the change, not the line, not a count."""
    assert not evaluated(keep=Keep.NOTHING).ports.book.things("our-group")


def test_counts_of_fewer_than_three_people_are_not_kept() -> None:
    """S18: with two in the room each could read the other's hand."""
    group = at_today(people=2)
    write_lines(group)
    count_hands(group, 2, 1, 2, 2)
    finish(group)
    assert group.ports.book.things("our-group").tallies == ()


def test_a_line_that_may_hold_a_name_is_the_groups_to_decide() -> None:
    """C9: advice only; it can stay, be written again, or be left out."""
    group = at_today()
    group.pass_()
    group.pass_()
    group.choose("not")
    group.write("we can learn from Zelda")
    assert group.prompt.id == "today//learnt-name"
    assert "we can learn from Zelda" in words_of(group.prompt)
    group.choose("again")
    assert group.asked(WriteText).given == "we can learn from Zelda"
    group.write("we can learn from Mo")
    group.choose("out")
    finish(group)
    assert group.ports.book.things("our-group").learnt == ()


def test_a_name_is_seen_by_its_capital_or_because_somebody_here_has_it() -> None:
    """C9, C16: the first word of a sentence and "I" are no names."""
    assert not may_hold_name("Talking helps. It always does, and I'm glad")
    assert may_hold_name("It was good that Zelda came")
    assert may_hold_name("ann made us laugh", ("Ann",))
    assert not may_hold_name("planning helps", ("Ann",))
    assert (
        without_names("ANN and Mary-Jo's tea", ("Ann", "Mary-Jo")) == "somebody and somebody's tea"
    )


def test_a_power_cut_in_the_middle_loses_no_line() -> None:
    """M7, C9: the same prompt, with what was written."""
    group = at_today()
    write_lines(group)
    group.choose("hands")
    group.write("2")
    again: Scenario = group.reload()
    assert again.prompt.id == group.prompt.id
    assert again.meeting.said("today", "", "heard-0") == 2
