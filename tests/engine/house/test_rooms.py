"""The prompts outside the steps."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from facilitator.domain.answers import Chosen, Typed
from facilitator.domain.events import Keep, SeenBy
from facilitator.domain.keys import KeyCommand
from facilitator.domain.prompt import ChooseOne, ChoosePeople, WriteText
from facilitator.domain.records import FrontEnd, Group, Theme
from facilitator.domain.session import Round
from facilitator.engine.house import days
from facilitator.meetings.runner import MeetingRunner
from facilitator.wording import close, house
from tests.scenario import Scenario, shipped, words_of

SESSION = shipped("first-meeting")


def choices(group: Scenario) -> list[str]:
    """Return the ids of the rows that are shown."""
    return [one.id for one in group.asked(ChooseOne).choices]


def test_the_first_screen_offers_few_things_and_says_that_nobody_watches() -> None:
    """S16, A21: at most seven rows; no past meetings are offered where there are none."""
    group = Scenario.machine(SESSION)
    assert choices(group) == ["start", "sessions", "access", "group", "end"]
    assert "Nobody watches what you type." in group.prompt.hint


def test_home_goes_on_with_an_unfinished_meeting_first() -> None:
    """M7: the likeliest thing is the first row."""
    group = Scenario.hold(SESSION)
    again = Scenario.on(group.ports)
    assert choices(again)[0] == "resume-m1"
    again.onward()
    assert again.notice == "We go on where we were."


def test_keeping_is_asked_before_any_name_and_before_the_first_byte() -> None:
    """S6: until that answer there is no journal, no group, no settings."""
    group = Scenario.machine(SESSION)
    order = []
    while group.around.meeting is None:
        order.append(group.prompt.id)
        assert group.ports.store.unfinished("our-group") == ()
        assert group.ports.book.groups() == ()
        group.onward()
    assert order == ["home", "sessions", "who-sees", "keeping"]
    assert group.prompt.id == "names-0"


def test_the_default_keeps_until_we_finish_today() -> None:
    """S6: the first row."""
    group = Scenario.machine(SESSION)
    group.until(lambda prompt: prompt.id == "keeping")
    assert choices(group) == ["today", "group", "nothing"]


def test_nothing_on_this_machine_writes_no_event_and_says_so() -> None:
    """S6: memory only, said plainly."""
    group = Scenario.machine(SESSION)
    group.set_out(SESSION, keep=Keep.NOTHING)
    assert group.ports.store.unfinished("our-group") == ()
    group.until(lambda prompt: prompt.id == "reflection//keep")
    group.choose("phrase-1")
    assert group.notice == "Noted."
    group.until(lambda prompt: prompt.id == "farewell")
    assert group.prompt.body == ("We've finished. Nothing was kept.",)


def test_honest_time_is_said_and_offers_help_when_it_is_too_long() -> None:
    """M17: in threes, aloud, leave a step out, carry on."""
    each = tuple(
        replace(step, round=Round.EACH, seconds_each=200) if step.kind == "check-in" else step
        for step in SESSION.steps
    )
    group = Scenario.machine(replace(SESSION, steps=each))
    for choice in ("start", SESSION.id, SeenBy.PERSON, Keep.TODAY):
        group.choose(choice)
    group.write("Ann")
    group.choose("count")
    group.write("12")
    assert group.notice == "12 of us are here."
    group.choose("all")
    assert group.prompt.body[0] == "With 12 of us this takes about 92 minutes. We have 60."
    assert choices(group) == ["go-on", "threes", "aloud", "leave-out"]
    group.choose("threes")
    assert "about 56 minutes" in group.prompt.body[0]
    assert choices(group) == ["go-on"]


def test_a_step_can_be_left_out_before_the_start() -> None:
    """M17: the sum is shown again without it, and the meeting does not hold it."""
    hard = shipped("hard-week")
    group = Scenario.machine(hard)
    for choice in ("start", hard.id, SeenBy.PERSON, Keep.TODAY):
        group.choose(choice)
    group.write(", ".join(house.SIGNS[:16]))
    group.choose("all")
    group.choose("leave-out")
    group.choose("tea")
    assert group.notice == "We leave out: Tea together."
    assert "about 28 minutes" in group.prompt.body[0]
    group.choose("go-on")
    assert group.prompt.id == "welcome//welcome"
    assert "tea" in group.meeting.left_out


def test_a_second_person_of_the_same_name_gets_a_sign() -> None:
    """M9: both are told apart, and told so."""
    group = Scenario.machine(SESSION)
    group.until(lambda prompt: prompt.id == "names-0")
    group.write("Ann and ann")
    assert [one.name for one in group.meeting.present] == ["Ann", "ann Heron"]
    assert "There are two of that name, so this one is ann Heron." in group.notice


@pytest.mark.parametrize("choice", ["skip", "repeat", "order", "add", "came", "left", "longer"])
def test_the_menu_changes_the_plan_and_comes_back(choice: str) -> None:
    """M4, M14: each row does its work, and the meeting goes on to the close."""
    group = Scenario.hold(SESSION)
    group.until_step("tea")
    group.menu(choice)
    while not group.prompt.where:
        group.onward()
    group.to_the_end()


@pytest.mark.parametrize("room", ["order", "add", "left", "screen", "stop"])
def test_the_menu_key_leads_from_a_room_of_the_menu_back_to_the_menu(room: str) -> None:
    """M4: a step that is skipped then is seen to be skipped, and nothing is asked twice."""
    group = Scenario.hold(SESSION)
    group.until_step("tea")
    group.menu(room)
    group.menu("skip")
    assert group.prompt.id.startswith("goal/")


def test_a_late_comers_card_still_waits_under_the_menu() -> None:
    """M14: their own choice about keeping is not passed over."""
    group = Scenario.hold(SESSION, keep=Keep.TODAY)
    group.menu("came")
    group.choose("sign-Hare")
    assert group.prompt.id == "late-card"
    group.menu("skip")
    assert group.prompt.id == "late-card"
    group.menu("pause")
    assert group.prompt.id == "pause"
    group.choose("go-on")
    assert group.prompt.id == "late-card"
    group.choose("fine")
    assert "/" in group.prompt.id


def test_the_end_says_once_where_we_are() -> None:
    """A17: the help card names a place once, also where the step is called like the place."""
    group = Scenario.hold(SESSION)
    group.menu("stop")
    group.choose("close")
    group.press(KeyCommand.HELP)
    group.choose("keys")
    assert "You are here: The end" in group.prompt.body


def test_the_order_can_be_changed() -> None:
    """M4: a later step comes next."""
    group = Scenario.hold(SESSION)
    group.until_step("tea")
    group.menu("order")
    group.choose("closing")
    assert group.notice.startswith("Last words comes next. To go back: the menu,")
    group.onward()
    assert group.prompt.id.startswith("closing/")
    group.until_step("goal")


def test_a_step_can_be_added_made_longer_and_shorter() -> None:
    """M4: from the library of steps, straight after this one."""
    group = Scenario.hold(SESSION)
    group.menu("add")
    group.choose("break")
    group.menu("longer")
    step = group.meeting.step("welcome")
    assert step is not None
    assert step.minutes == 10
    assert group.notice.startswith("This step has 10 minutes now.")
    group.menu("shorter")
    assert group.notice.startswith("This step has 5 minutes now.")
    group.menu("shorter")
    assert group.notice.startswith("This step has 1 minute now.")
    group.menu("shorter")
    assert "as short as it can be" in group.notice
    group.onward()
    assert group.prompt.title == "Tea and rest"


def test_whoever_came_to_the_names_by_a_slip_sees_the_way_out() -> None:
    """A2, A15, S8: the first row is nobody, and changes nothing."""
    group = Scenario.hold(SESSION)
    group.menu("left")
    group.choose("p2")
    before, shown = group.journal, group.prompt.id
    for row in ("left", "came-back", "give", "forget"):
        group.menu(row)
        first = group.asked(ChoosePeople).people[0]
        assert first.label == "Nobody. Go back"
        group.choose(first.id)
        assert group.prompt.id == shown
    assert group.journal == before


def test_where_everybody_left_nobody_else_can_leave() -> None:
    """M14: no row leads to an empty list; it says so in its place."""
    group = Scenario.hold(SESSION, people=2)
    for person in ("p1", "p2"):
        group.menu("left")
        group.choose(person)
    group.menu_page("people")
    assert not group.answer(Chosen("left"))
    assert group.notice == "Nobody has a name here just now."
    group.choose("came-back")


def test_whoever_left_is_not_asked_and_can_come_back() -> None:
    """M14: their turn is passed over while they are away."""
    group = Scenario.hold(SESSION)
    group.menu("left")
    group.choose("p2")
    assert group.notice == "Oak has left, and can rejoin at any time."
    group.until_step("check-in")
    names = []
    while group.prompt.id.startswith("check-in/"):
        names.append(group.prompt.turn_short)
        group.onward()
    assert names == ["Heron", "River", "Robin"]
    group.menu("came-back")
    group.choose("p2")
    group.until_step("closing")
    assert "Oak" in group.prompt.body[0]


def test_a_pause_is_two_presses_away_from_every_prompt_and_hides_all_words() -> None:
    """M18: menu, then the first row; no word of the meeting is on it."""
    group = Scenario.hold(SESSION)
    while group.around.meeting is not None:
        at = group.prompt
        group.press(KeyCommand.MENU)
        group.onward()
        assert group.prompt.id == "pause"
        assert group.prompt.cue == "What would help now: quiet, company, air?"
        assert at.question not in words_of(group.prompt)
        group.onward()
        assert group.prompt.id == at.id
        group.onward()


def test_a_pause_names_the_groups_own_person() -> None:
    """M18: whoever the group named can be turned to."""
    group = Scenario.machine(SESSION)
    group.choose("group")
    group.choose("turn-to")
    group.write("Morag at the desk")
    group.choose("back")
    group.set_out(SESSION)
    group.menu("pause")
    assert "People here can turn to: Morag at the desk" in group.prompt.body


def test_stopping_sets_the_meeting_aside_or_comes_to_the_end() -> None:
    """M18: nothing that was saved is lost."""
    group = Scenario.hold(SESSION)
    group.menu("stop")
    group.choose("later")
    assert group.prompt.id == "home"
    group.onward()
    group.menu("stop")
    group.choose("close")
    assert group.prompt.id == "@close//made"


def test_two_groups_see_nothing_of_each_other() -> None:
    """M19: meetings, members and agreement of one do not show in the other."""
    group = Scenario.hold(SESSION, keep=Keep.GROUP)
    group.to_the_end()
    group.choose("group")
    group.choose("another")
    group.write("Thursday canary")
    assert group.prompt.id == "home"
    assert "past" not in choices(group)
    assert "thursday-canary" in [one.id for one in group.ports.book.groups()]
    runner = MeetingRunner.opened(group.around)
    assert runner.prompt.id == "which-group"


def test_one_group_alone_is_not_asked_for() -> None:
    """M19: which group is asked only when there are two."""
    group = Scenario.machine(SESSION)
    group.ports.book.add_group(Group("one", "One"))
    assert MeetingRunner.opened(group.around).prompt.id == "home"


def test_a_clock_behind_the_last_meeting_is_asked_about() -> None:
    """M20: the day is asked, in words, and believed from then on."""
    group = Scenario.hold(SESSION, keep=Keep.GROUP)
    group.to_the_end()
    clock = group.ports.clock
    clock.time = datetime(2020, 1, 1, 12, tzinfo=UTC)  # type: ignore[attr-defined]
    runner = MeetingRunner.opened(group.around)
    again = Scenario(group.ports, group.around, runner)
    assert again.prompt.id == "is-it-today"
    assert "1 January 2020" in again.prompt.question
    again.choose("no")
    assert not again.answer(Typed("some time soon"))
    again.write("1 December 2026")
    assert again.prompt.id == "home"
    assert again.around.today == date(2026, 12, 1)


@pytest.mark.parametrize(
    "typed",
    ["24 11 2026", "24/11/2026", "24.11.2026", "2026-11-24", "24 November 2026", "24 nov 2026"],
)
def test_a_day_is_read_in_several_ways_of_writing_it(typed: str) -> None:
    """A15, M20: day first, or the year first, months by name too."""
    assert days.day_from(typed) == date(2026, 11, 24)


@pytest.mark.parametrize("typed", ["", "yesterday", "31 2 2026", "24 11", "1 2 3 4", "24 xx 2026"])
def test_what_is_no_day_is_not_read_as_one(typed: str) -> None:
    """A15: no guess."""
    assert days.day_from(typed) is None


def test_a_past_meeting_tells_what_was_good_from_what_shall_change() -> None:
    """C3: in the words of the close, not under the name of the step."""
    group = Scenario.hold(SESSION, keep=Keep.GROUP)
    group.until_step("reflection")
    group.write("the sun on the table")
    group.write("a window open")
    group.to_the_end()
    group.choose("past")
    group.choose("m1")
    assert "Let this stay: the sun on the table" in group.prompt.body
    assert "Next time: a window open" in group.prompt.body


def test_past_meetings_show_what_the_group_saw_and_can_be_forgotten() -> None:
    """S8, A16: says first what will happen; the first row keeps it."""
    group = Scenario.hold(SESSION, keep=Keep.GROUP)
    group.to_the_end()
    group.choose("past")
    group.onward()
    assert "4 of us were here." in group.prompt.body
    group.choose("forget")
    assert choices(group)[0] == "no"
    group.choose("yes")
    group.choose("right")
    assert group.notice == "That meeting is gone."
    assert group.prompt.question == "There are no past meetings here. Nothing was kept."


def test_old_help_numbers_are_said_at_the_start() -> None:
    """S16: older than twelve months."""
    group = Scenario.machine(SESSION)
    assert group.prompt.body == ()
    clock = group.ports.clock
    clock.time = datetime(2027, 12, 1, tzinfo=UTC)  # type: ignore[attr-defined]
    later = Scenario.on(group.ports)
    assert "checked over a year ago" in later.prompt.body[0]


def test_the_access_menu_is_on_every_screen_by_the_same_key() -> None:
    """A14: from the first screen on; colours and words change at once."""
    group = Scenario.machine(SESSION)
    group.around.front_end = FrontEnd.FULL
    group.menu("access")
    group.choose("colours")
    group.choose(Theme.DAYLIGHT)
    assert group.runner.ways.theme is Theme.DAYLIGHT
    assert group.ports.settings.read().theme is Theme.DAYLIGHT
    group.choose("easy")
    group.choose("done")
    group.set_out(SESSION)
    assert group.prompt.question == "Welcome. Who can read this out?"


def test_the_other_front_end_goes_on_at_the_same_prompt_with_the_draft() -> None:
    """A24: left at any prompt, opened there again, what was typed kept."""
    from facilitator.domain.answers import Draft

    group = Scenario.hold(SESSION)
    group.until(lambda prompt: isinstance(prompt.input, WriteText))
    at = group.prompt.id
    group.runner.keep_draft(Draft(at, "half a sen", is_writing=True))
    group.menu("access")
    group.choose("other")
    assert group.runner.switch_to is FrontEnd.FULL
    group.runner.switched(FrontEnd.FULL)
    assert not group.runner.switch_to
    assert group.prompt.id == at
    assert group.runner.draft.typed == "half a sen"


def test_time_moves_nothing() -> None:
    """M6: a day later, at every prompt, the screen is as it was."""
    group = Scenario.hold(SESSION)
    while group.around.meeting is not None:
        before = group.prompt
        clock = group.ports.clock
        clock.time += timedelta(days=1)  # type: ignore[attr-defined]
        assert group.runner.prompt == before
        group.onward()


def test_advice_about_time_is_off_until_it_is_asked_for() -> None:
    """M6: nothing is said about time, however late it is."""
    group = Scenario.hold(SESSION)
    clock = group.ports.clock
    clock.time += timedelta(minutes=58)  # type: ignore[attr-defined]
    group.onward()
    assert "minute" not in group.notice


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        (54, ""),
        (55, "About 5 minutes left. There's no hurry."),
        (59, "About one minute left. There's no hurry."),
        (75, "Our time is up. Stay as long as you like."),
    ],
)
def test_the_time_is_said_once_with_the_next_prompt(minutes: int, said: str) -> None:
    """M6: a word beside an answer, never a change of the screen by itself."""
    group = Scenario.machine(SESSION)
    group.menu("access")
    group.choose("time")
    group.choose("done")
    group.set_out(SESSION)
    clock = group.ports.clock
    clock.time += timedelta(minutes=minutes)  # type: ignore[attr-defined]
    before = group.prompt
    assert group.runner.prompt == before
    group.onward()
    assert group.notice == said
    group.onward()
    assert "minute" not in group.notice
    assert "time is up" not in group.notice


def test_the_group_that_was_here_last_is_remembered() -> None:
    """M19: the next start stands with it."""
    group = Scenario.machine(SESSION)
    group.choose("group")
    group.choose("another")
    group.write("Thursday")
    assert group.ports.settings.read().group == "thursday"


def noted_by(group: Scenario, person: str, words: str) -> str:
    """Let somebody's line of the first round be noted; return what is said then."""
    group.until(lambda prompt: prompt.id == f"check-in/{person}/@aloud")
    group.choose("note")
    group.write(words)
    return group.notice


def test_the_word_after_an_answer_fits_what_may_be_kept() -> None:
    """S6: only what the group keeps is saved; what goes at the end is noted until then."""
    words = {
        Keep.TODAY: "Noted until we finish.", Keep.GROUP: "Saved.", Keep.NOTHING: "Noted.",
    }  # fmt: skip
    for keep, said in words.items():
        assert noted_by(Scenario.hold(SESSION, keep=keep), "p1", "sun") == said


def test_whoever_wants_nothing_kept_reads_that_it_goes() -> None:
    """S6: by name, by the late card; never "Saved." for what will be gone."""
    group = Scenario.hold(SESSION, people=2, keep=Keep.GROUP)
    group.menu("came")
    group.choose("sign-Robin")
    group.choose("less")
    assert noted_by(group, "p1", "sun") == "Saved."
    assert noted_by(group, "p3", "canary") == "Noted until we finish."
    group.until(lambda prompt: prompt.id == "@close//finish")
    assert close.FINISH_LESS in group.prompt.body
    group.to_the_end()
    row = group.ports.store.latest("our-group")
    assert row is not None
    closed = repr(group.ports.store.read("our-group", row.id))
    assert "sun" in closed
    assert "canary" not in closed
