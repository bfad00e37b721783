"""The end of a meeting: the page that people remember, finishing, the farewell (M2, S6)."""

from dataclasses import replace

import pytest

from facilitator.adapters.storage.kiosk import MemoryKiosk
from facilitator.domain import commands, events
from facilitator.domain.events import Keep
from facilitator.domain.keys import KeyCommand
from facilitator.domain.prompt import Acknowledge, ChooseOne, Heading, leads_on
from facilitator.domain.records import FrontEnd
from facilitator.engine.made import Made, paragraphs_of
from facilitator.meetings.runner import MeetingRunner
from facilitator.meetings.spoken import sentences_of
from facilitator.meetings.surroundings import OUR_GROUP, Ports, Surroundings
from facilitator.wording import close as words
from tests.engine.evaluating import at_today, write_lines
from tests.engine.test_next_time import choosing
from tests.scenario import Scenario, shipped, words_of

SESSION = shipped("first-meeting")
MADE, TAKE, FINISH = "@close//made", "@close//take", "@close//finish"
FIRST, SECOND = "What's said here stays here", "One person talks at a time"


def to(group: Scenario, prompt_id: str) -> Scenario:
    """Go onward to a prompt."""
    group.until(lambda prompt: prompt.id == prompt_id)
    return group


def finished(keep: Keep, *, agrees: bool = False) -> Scenario:
    """Return the farewell of a first meeting at which nothing was written by anybody."""
    group = Scenario.hold(SESSION, keep=keep)
    if agrees:
        agree(group)
    return to(group, "farewell")


def agree(group: Scenario) -> None:
    """Choose two lines of the agreement; keep it where that is asked."""
    to(group, "agreement//asks")
    choices = group.prompt.input.choices  # type: ignore[union-attr]
    group.several(*(one.id for one in choices if one.label in (FIRST, SECOND)))
    while group.prompt.id.startswith("agreement/"):
        group.choose("yes") if group.prompt.id.endswith("/save") else group.onward()


def test_what_was_made_stands_in_lines_under_headings() -> None:
    """M2, C1: what we agreed one line each, what we are good at, next time; nothing is joined."""
    group = Scenario.hold(SESSION, keep=Keep.GROUP)
    agree(group)
    to(group, "reflection//keep")
    group.write("the tea")
    group.write("a longer break")
    to(group, MADE)
    body = group.prompt.body
    assert body[:3] == (words.AGREED, FIRST, SECOND)
    assert body[-4:] == (words.STAY, "the tea", words.NEXT, "a longer break")
    headings = [one for one in body if isinstance(one, Heading)]
    assert headings == [words.AGREED, words.STAY, words.NEXT]
    assert "; " not in "".join(body)


def test_a_heading_without_a_line_is_not_there_and_a_line_stands_once() -> None:
    """M2: the order is that of the page, whatever came first in the meeting."""
    made = (
        Made(words.NEXT, "more songs"),
        Made(words.AGREED, "we listen"),
        Made(words.NEXT, "more songs"),
    )
    assert paragraphs_of(made) == (words.AGREED, "we listen", words.NEXT, "more songs")
    assert paragraphs_of(()) == ()


def test_the_change_that_was_chosen_stands_once_under_next_time() -> None:
    """M2, C9: it is the line that the group will look for next time."""
    group = at_today()
    write_lines(group)
    group.choose("not")
    group.onward()
    group.choose("change")
    to(group, MADE)
    at = group.prompt.body.index(words.NEXT)
    assert group.prompt.body[at:] == (words.NEXT, "We will change this: more time to talk")


def test_the_voice_says_what_we_are_good_at_where_its_owner_shared_it() -> None:
    """M2, A12, C3: at the end all that is shown is the group's; before that it is one's own."""
    group = Scenario.hold(SESSION, keep=Keep.GROUP)
    to(group, "strengths//@keyboard")
    group.choose("p1")
    to(group, "strengths/p1/know")
    group.write("I can fly")
    to(group, "strengths/p1/share")
    group.choose("yes")
    assert "I can fly" in group.prompt.own_words
    to(group, MADE)
    said = sentences_of(group.prompt)
    at = said.index(words.GOOD_AT)
    assert said[at + 1] == "I can fly"


def test_what_people_take_home_stands_alone_and_the_slip_under_its_own_name() -> None:
    """M2, C16: codes to take home; the slip has its row where we finish."""
    group = to(Scenario.hold(SESSION, keep=Keep.GROUP), TAKE)
    rows = [one.id for one in group.asked(ChooseOne).choices]
    assert rows == ["finish", *(one.id for one in SESSION.resources)]
    group.choose("finish")
    assert group.prompt.id == FINISH
    assert group.asked(ChooseOne).choices[1].label == words.FINISH_SLIP
    group.choose("@slip")
    assert group.prompt.id == "@close//@slip"
    group.choose("no")
    assert group.prompt.id == FINISH


def test_where_there_is_nothing_to_take_home_nothing_is_asked_about_it() -> None:
    """M2, A21: a question with one answer is none."""
    group = at_today()
    assert not group.meeting.session.resources
    to(group, MADE)
    group.onward()
    assert group.prompt.id == FINISH


def test_enter_alone_finishes_then_the_farewell_stays_then_home() -> None:
    """M2, A2: it is one screen of its own, and whatever was open is closed under it."""
    group = to(Scenario.hold(SESSION), FINISH)
    group.onward()
    assert group.prompt.id == "farewell"
    assert group.prompt.question == words.FAREWELL
    assert group.prompt.title == OUR_GROUP.name
    assert isinstance(group.prompt.input, Acknowledge)
    assert not group.has_meeting()
    assert group.ports.store.unfinished("our-group") == ()
    assert group.press(KeyCommand.AGAIN)
    assert group.prompt.id == "farewell"
    group.onward()
    assert group.prompt.id == "home"
    assert group.notice == ""


def test_back_from_the_farewell_leads_home_and_never_into_the_meeting() -> None:
    """M2, S6: what was finished is over."""
    group = finished(Keep.TODAY)
    assert group.back()
    assert group.prompt.id == "home"


def test_any_key_that_is_nothing_else_leads_on_from_it() -> None:
    """M2, S16: help, the menu and "say again" are there as always; a digit marks its row."""
    prompt = finished(Keep.TODAY).prompt
    assert leads_on(prompt, None, "x")
    assert leads_on(prompt, KeyCommand.PASS, "-")
    assert not leads_on(prompt, None, "1")
    for command in (KeyCommand.HELP, KeyCommand.MENU, KeyCommand.AGAIN, KeyCommand.ACCESS):
        assert not leads_on(prompt, command)
    asking = replace(prompt, input=ChooseOne(()))
    assert not leads_on(asking, None, "x")


@pytest.mark.parametrize(
    ("keep", "agrees", "told"),
    [
        (Keep.NOTHING, False, (words.KEPT_NOTHING,)),
        (Keep.NOTHING, True, (words.KEPT_NOTHING,)),
        (Keep.TODAY, False, (words.KEPT_TODAY,)),
        (Keep.TODAY, True, (words.KEPT_TODAY, words.KEPT_SOME)),
        (Keep.GROUP, False, (words.KEPT_GROUP_UNTIL.format(day="22 February 2027"),)),
    ],
)
def test_what_is_said_of_keeping_is_what_was_chosen(
    keep: Keep, agrees: bool, told: tuple[str, ...]
) -> None:
    """S6, S7: nothing, only what had a yes of its own, or all of it until its day comes."""
    group = finished(keep, agrees=agrees)
    assert group.prompt.body == told
    is_there = group.ports.store.latest("our-group") is not None
    assert is_there == (keep is Keep.GROUP)
    assert bool(group.ports.book.agreement("our-group").asks) == (
        agrees and keep is not Keep.NOTHING
    )


@pytest.mark.parametrize("keep", [Keep.TODAY, Keep.GROUP])
def test_who_wants_nothing_kept_is_not_among_those_who_keep_a_plan(keep: Keep) -> None:
    """S6, M9: a plan that was to stay, and then a change of mind; both pages are true."""
    group = Scenario.hold(SESSION, keep=keep, people=2)
    to(group, "goal//@keyboard")
    group.choose("p1")
    to(group, "goal/p1/what")
    group.write("a walk")
    to(group, "goal/p1/more")
    group.choose("yes")
    to(group, MADE)
    names = [one.name for one in group.meeting.people]
    for person in group.meeting.people:
        group.runner.ask(commands.KeepLess(person.id))
    to(group, FINISH)
    assert not any(name in words_of(group.prompt) for name in names)
    group.onward()
    assert group.prompt.id == "farewell"
    less = (words.KEPT_TODAY,) if keep is Keep.TODAY else None
    if less:
        assert group.prompt.body == less
    else:
        assert group.prompt.body[-1] == words.KEPT_LESS
    assert group.ports.book.members("our-group") == ()


def test_next_time_is_on_it_where_the_group_keeps_it() -> None:
    """M2, C11: what the next start will tell of; where nothing is kept nobody promises it."""
    group = chosen(Keep.GROUP)
    assert group.prompt.body[:2] == (words.NEXT, "Hard week")
    assert isinstance(group.prompt.body[0], Heading)
    other = chosen(Keep.NOTHING)
    assert other.prompt.body == (words.KEPT_NOTHING,)


def chosen(keep: Keep, *, is_kiosk: bool = False) -> Scenario:
    """Return the farewell of a group that chose the session of its next time."""
    group = choosing(keep)
    if is_kiosk:
        group.around.ports = replace(group.ports, kiosk=MemoryKiosk(""))
    group.choose("sessions")
    group.several("hard-week")
    return to(group, "farewell")


def test_a_machine_in_a_hall_shows_no_name_and_no_word_of_its_people() -> None:
    """M2, S13: it may stand there until the next morning."""
    group = chosen(Keep.GROUP, is_kiosk=True)
    shown = words_of(group.prompt)
    assert group.prompt.title == words.FAREWELL_TITLE
    assert words.FAREWELL in shown
    for hidden in (OUR_GROUP.name, "Hard week", *(f"Sign {at}" for at in range(9))):
        assert hidden not in shown


def cut_before_it_was_put_away(ports: Ports, keep: Keep) -> Ports:
    """Return a machine whose power went when "Finish" was stored and nothing else was done."""
    group = Scenario.on(ports)
    group.set_out(SESSION, keep=keep)
    to(group, FINISH)
    journal, _, _ = ports.store.resume("our-group", group.meeting.id)
    journal.append((events.MeetingClosed("2026-11-24T20:30:00+00:00"),))
    return ports


@pytest.mark.parametrize("keep", [Keep.TODAY, Keep.GROUP])
def test_a_close_that_was_cut_short_ends_with_the_farewell_too(keep: Keep) -> None:
    """M2, M7: going on with it puts it away, and says the same as it would have."""
    ports = cut_before_it_was_put_away(Scenario.machine(SESSION).ports, keep)
    again = Scenario.on(ports)
    again.choose("resume-m1")
    assert again.prompt.id == "farewell"
    assert again.notice == ""
    assert again.prompt.body[0].startswith(
        words.KEPT_TODAY if keep is Keep.TODAY else words.KEPT_GROUP[:-1]
    )
    again.onward()
    assert again.prompt.id == "home"


def test_on_a_machine_in_a_hall_it_comes_by_itself_after_the_cut() -> None:
    """M2, S13: whoever switches it on again sees how it ended, not whose it was."""
    ports = replace(Scenario.machine(SESSION).ports, kiosk=MemoryKiosk(""))
    cut_before_it_was_put_away(ports, Keep.TODAY)
    around = Surroundings(ports, OUR_GROUP, ports.settings.read(), FrontEnd.FULL)
    runner = MeetingRunner.opened(around)
    assert runner.prompt.id == "farewell"
    assert runner.prompt.title == words.FAREWELL_TITLE
    assert runner.prompt.body == (words.KEPT_TODAY,)


def test_the_voice_says_all_of_the_farewell() -> None:
    """M2, A9: heading, lines and what was kept, each as a sentence of its own."""
    said = sentences_of(chosen(Keep.GROUP).prompt)
    for sentence in ("Thank you for today.", words.NEXT, "Hard week", "We've finished."):
        assert sentence in said
    assert said.index(words.NEXT) + 1 == said.index("Hard week")
