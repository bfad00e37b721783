"""Whole meetings, start to finish, without a screen."""

from itertools import pairwise

import pytest

from facilitator.domain import events
from facilitator.domain.events import Keep, SeenBy
from facilitator.domain.keys import KeyCommand
from facilitator.domain.meeting import CLOSE
from facilitator.domain.prompt import WriteText
from facilitator.sessions.honest_time import session_minutes
from tests.scenario import SHIPPED, Scenario, shipped

SESSIONS = SHIPPED
CANARY = "Zanzibar-canary"


@pytest.mark.parametrize("name", SESSIONS)
def test_the_first_row_of_every_prompt_leads_to_the_close_and_home_again(name: str) -> None:
    """A2, M2: answering every prompt with its first row holds the whole meeting."""
    group = Scenario.hold(shipped(name))
    group.until(lambda prompt: prompt.id.startswith(f"{CLOSE}/"))
    group.to_the_end()
    assert group.prompt.id == "home"


@pytest.mark.parametrize(("people", "said"), [(2, "Heron and Oak"), (3, "Heron, River and Oak")])
def test_pairs_are_named_as_they_are_read_aloud(people: int, said: str) -> None:
    """M15: two names with "and", three with a comma too."""
    group = Scenario.hold(shipped("first-meeting"), people=people)
    group.until_step("strengths")
    assert group.prompt.body[-1] == said


@pytest.mark.parametrize("name", SESSIONS)
def test_any_one_step_can_be_left_out(name: str) -> None:
    """M2: with each step left out in turn the meeting still reaches the close."""
    session = shipped(name)
    for left_out in session.steps:
        group = Scenario.hold(session)
        if group.meeting.place is not None and group.meeting.place.step == left_out.id:
            group.menu("skip")
        elif left_out.id not in group.meeting.left_out:
            group.menu("pause")
            group.choose("shorter")
            group.choose(left_out.id)
            group.choose("@none")
        seen = set()
        while group.around.meeting is not None:
            seen.add(group.prompt.id.split("/")[0])
            group.onward()
        assert left_out.id not in seen
        assert CLOSE in seen


@pytest.mark.parametrize("name", SESSIONS)
def test_passing_everything_reaches_the_end_and_leaves_no_word(name: str) -> None:
    """M3: pass works on every prompt, and stores nothing but that the turn moved on."""
    group = Scenario.hold(shipped(name), keep=Keep.GROUP)
    for _ in range(300):
        if group.prompt.id == f"{CLOSE}//finish":
            break
        assert KeyCommand.PASS in group.prompt.commands, group.prompt.id
        group.pass_()
        assert group.notice == "That's fine."
    given = [one for one in group.journal if isinstance(one, events.AnswerGiven)]
    assert given == []
    stored = repr(group.journal).casefold()
    assert "refused" not in stored
    assert (
        "pass"
        not in stored.replace("you may pass", "")
        .replace("pass at any", "")
        .split("session_source")[0]
    )
    group.onward()
    closed = next(iter(group.ports.store.rows("our-group")))
    kept = group.ports.store.read("our-group", closed.id)
    assert kept is not None
    assert kept.answers == ()


def test_a_pass_leaves_the_same_journal_as_a_prompt_that_was_not_answered() -> None:
    """M3: after a pass the journal holds only where the meeting went."""
    group = Scenario.hold(shipped("first-meeting"))
    group.until_step("reflection")
    before = len(group.journal)
    group.pass_()
    assert [type(one) for one in group.journal[before:]] == [events.MovedTo]


def test_twelve_people_one_late_one_leaving_a_pause_tea_and_nine_passes() -> None:
    """M14, M17, M18: the whole evening is held, and it fits into its hour."""
    session = shipped("first-meeting")
    group = Scenario.hold(session, people=12)
    passes = 0
    group.until_step("check-in")
    for _ in range(4):
        group.pass_()
        passes += 1
    group.menu("came")
    group.write("Late Lena")
    assert "Late Lena" in group.prompt.question
    assert any("finish" in line for line in group.prompt.body)
    group.choose("fine")
    group.menu("left")
    group.choose("p12")
    asked = []
    while group.prompt.id.startswith("check-in/"):
        asked.append(group.prompt.turn_short)
        group.onward()
    assert asked[-1] == "Late Lena"
    gone = group.meeting.person("p12")
    assert gone is not None
    assert gone.name not in asked
    group.menu("pause")
    assert group.prompt.question == "There's no hurry."
    group.choose("go-on")
    paired = [one for pair in group.meeting.pairs["strengths"] for one in pair]
    assert sorted(paired) == sorted(person.id for person in group.meeting.present)
    group.until_step("tea")
    group.until_step("closing")
    for _ in range(5):
        group.pass_()
        passes += 1
    group.to_the_end()
    assert passes == 9
    assert session_minutes(session.steps, 12) <= 60


@pytest.mark.parametrize("name", ["first-meeting", "weekly-meeting"])
@pytest.mark.parametrize("people", [4, 8, 12])
def test_the_hour_is_an_hour(name: str, people: int) -> None:
    """M17: the sessions of 60 minutes fit 4, 8 and 12 people."""
    assert session_minutes(shipped(name).steps, people) <= 60


def type_everywhere(group: Scenario) -> int:
    """Write the canary into every line that opens, take every keyboard turn; count the lines."""
    typed = 0
    turns: set[str] = set()
    while group.around.meeting is not None:
        prompt = group.prompt
        if isinstance(prompt.input, WriteText):
            typed += 1
            group.write(f"{CANARY} {typed}")
        elif prompt.id.endswith("@keyboard"):
            step = prompt.id.split("/")[0]
            waiting = [one.id for one in group.meeting.present if f"{step}/{one.id}" not in turns]
            group.choose(waiting[0] if waiting else "nobody")
            turns |= {f"{step}/{one}" for one in waiting[:1]}
        else:
            group.onward()
    return typed


def test_on_a_screen_that_the_room_sees_no_private_word_is_typed_or_shown() -> None:
    """S19: no private prompt shows, and no keyboard goes round."""
    group = Scenario.hold(shipped("first-meeting"), people=12, seen_by=SeenBy.ROOM)
    asked = []
    while group.around.meeting is not None:
        assert not group.prompt.is_private, group.prompt.id
        asked.append(group.prompt.id)
        group.onward()
    assert "strengths//@room" in asked
    assert not any("@keyboard" in one or one.endswith("/what") for one in asked)


def test_a_private_word_is_hidden_at_once_when_the_room_begins_to_see_the_screen() -> None:
    """S19: what was typed before shows on no shared screen; the control shows that it would."""
    group = Scenario.hold(shipped("first-meeting"))
    group.until(lambda prompt: prompt.id == "goal//@keyboard")
    group.choose("p1")
    group.onward()
    group.write(CANARY)
    group.back()
    assert CANARY in group.shown[-1], "the control: the person alone sees the word again"
    group.menu("screen")
    group.choose(SeenBy.ROOM)
    start = len(group.shown)
    assert not group.prompt.is_private
    group.to_the_end()
    assert CANARY not in "\n".join(group.shown[start:])


def test_between_two_people_the_last_answer_cannot_be_seen() -> None:
    """S11, C3: the hand-over and the next person's prompts hold no word of the one before."""
    group = Scenario.hold(shipped("first-meeting"))
    group.until(lambda prompt: prompt.id == "goal//@keyboard")
    group.choose("p1")
    group.onward()
    group.write(CANARY)
    group.until(lambda prompt: prompt.id == "goal//@keyboard")
    start = len(group.shown) - 1
    group.choose("p2")
    group.onward()
    group.pass_()
    assert CANARY not in "\n".join(group.shown[start:])


def test_the_close_shows_no_private_word_but_what_was_said_to_the_group() -> None:
    """C3: what the group made holds plans only as a number."""
    group = Scenario.hold(shipped("first-meeting"))
    typed = type_everywhere(group)
    assert typed > 10
    made = next(words for words in group.shown if "This is what we made today." in words)
    assert "For the week:\n4 of us made a plan." in made


def test_every_shown_prompt_keeps_the_budget_of_letters_and_choices() -> None:
    """A5, A21: title 30, question 72, a row 34 letters; one thing asked on every screen."""
    for name in SESSIONS:
        group = Scenario.hold(shipped(name))
        while group.around.meeting is not None:
            prompt = group.prompt
            assert len(prompt.title) <= 30, prompt.title
            assert len(prompt.question) <= 72, prompt.question
            assert prompt.question.count("?") <= 2, prompt.question
            group.onward()


def test_step_n_of_m_is_always_there_and_goes_up() -> None:
    """A21: every prompt of a step says where we are."""
    group = Scenario.hold(shipped("first-meeting"))
    where = []
    while not group.prompt.id.startswith(CLOSE):
        assert group.prompt.where.startswith("Step ")
        assert group.prompt.progress is not None
        where.append(group.prompt.progress.done)
        group.onward()
    assert all(before <= after for before, after in pairwise(where))
    assert where[-1] == 9


def test_nothing_to_change_stands_on_no_list_of_changes() -> None:
    """M2, C9: the close tells what the group would change, not that it would not."""
    group = Scenario.hold(shipped("first-meeting"), keep=Keep.GROUP)
    group.until(lambda prompt: prompt.id == "reflection//keep")
    group.choose("phrase-1")
    group.choose("nothing")
    group.until(lambda prompt: prompt.id.startswith("@close"))
    assert "Let this stay:" in group.prompt.body
    assert "Next time:" not in group.prompt.body
    changed = Scenario.hold(shipped("first-meeting"), keep=Keep.GROUP)
    changed.until(lambda prompt: prompt.id == "reflection//change")
    changed.choose("phrase-1")
    changed.until(lambda prompt: prompt.id.startswith("@close"))
    assert changed.prompt.body[-2:] == ("Next time:", "More time to talk")
