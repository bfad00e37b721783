"""A private turn that has ended is closed until its owner takes the keyboard again (S11)."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facilitator.domain.answers import Answer, Chosen, Typed
from facilitator.domain.commands import SkipStep
from facilitator.domain.events import Keep
from facilitator.domain.keys import KeyCommand
from facilitator.domain.prompt import ChooseOne, Prompt, WriteText
from facilitator.domain.session import Round, Session
from facilitator.engine import flow
from tests.engine.test_any_order import some_answer
from tests.scenario import SHIPPED, Scenario, shipped, words_of

COMMANDS = [one.value for one in KeyCommand]
PRIVATE = "canary-of-"
HAND_OVER = "/@hand-over"

MOVES = ("answer", "write", "back", "pass", *COMMANDS)
WEIGHTS = (12, 12, 4, 2, *([1] * len(COMMANDS)))


def walk(seed: int, length: int = 120) -> list[tuple[str, int]]:
    """Return what somebody does who sits there: mostly answers, sometimes a burst of back."""
    chance = Random(seed)
    return [(one, chance.randrange(30)) for one in chance.choices(MOVES, WEIGHTS, k=length)]


def owner_now(group: Scenario, owner: str) -> str:
    """Return whose turn is open now, from whose was open before: a hand-over opens it."""
    prompt = group.prompt
    if not group.has_meeting():
        return ""
    if prompt.is_private and prompt.giver:
        alone = len(group.meeting.present) == 1
        return prompt.giver if owner == prompt.giver or alone else ""
    place = group.meeting.place
    is_beside = place is not None and place.giver == owner
    return (
        owner if is_beside and place is not None and flow.is_private(group.meeting, place) else ""
    )


def passes_hand_over(group: Scenario, answer: Answer | None) -> str:
    """Return the id of somebody who takes the keyboard by this answer, or ""."""
    if answer is None or not group.prompt.id.endswith(HAND_OVER):
        return ""
    return group.prompt.id.split("/")[1]


def leaks_of(group: Scenario, owner: str) -> list[str]:
    """Return the people other than `owner` whose private words are shown, or are in the draft."""
    shown = f"{words_of(group.prompt)}\n{group.runner.draft.typed}"
    people = group.meeting.people if group.has_meeting() else ()
    return [one.id for one in people if one.id != owner and f"{PRIVATE}{one.id}-" in shown]


def without_a_yes(prompt: Prompt, answer: Answer) -> Answer:
    """Return the answer, or a "no" where its owner would let the group see their words."""
    is_yes = prompt.is_private and answer == Chosen("yes")
    return Chosen("no") if is_yes else answer


def play(group: Scenario, moves: list[tuple[str, int]]) -> list[str]:
    """Make these moves; return each prompt that showed private words without a hand-over."""
    owner, found = "", []
    for what, number in moves:
        if not group.has_meeting():
            break
        answer: Answer | None = None
        asked = group.prompt.input
        if what == "write" and isinstance(asked, WriteText):
            whose = group.prompt.giver if group.prompt.is_private else ""
            answer = Typed(f"{PRIVATE}{whose}-{number}" if whose else f"line {number}")
        elif what in ("answer", "write"):
            answer = without_a_yes(group.prompt, some_answer(group.prompt, number, "some words"))
        if answer is not None:
            owner = passes_hand_over(group, answer) or owner
            group.answer(answer)
        else:
            group.press(KeyCommand(what))
        if not group.has_meeting():
            break
        owner = owner_now(group, owner)
        leaks = leaks_of(group, owner)
        if leaks:
            found.append(f"{group.prompt.id}: {leaks}")
    return found


def one_by_one(session: Session) -> Session:
    """Return the session as it is when the terminal goes round instead of pairs."""
    steps = (
        replace(step, round=Round.EACH)
        if step.round is Round.PAIRS and Round.EACH in flow.kind_of(step).spec.rounds
        else step
        for step in session.steps
    )
    return replace(session, steps=tuple(steps))


def walked(seed: int) -> list[str]:
    """Return what a walk through a session finds; even seeds go round one by one."""
    names = [one for one in SHIPPED if one != "help-now"]
    held = shipped(names[seed % len(names)])
    session = held if seed % 2 else one_by_one(held)
    group = Scenario.hold(session, people=2 + seed % 3, keep=Keep.GROUP)
    for _ in range(seed // 7 % len(held.steps)):
        group.runner.ask(SkipStep())
    return play(group, walk(seed))


@settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
@given(seed=st.integers(0, 100_000))
def test_no_sequence_of_commands_shows_private_words(seed: int) -> None:
    """S11: from any place, only somebody's own hand-over shows a word of theirs."""
    assert walked(seed) == []


def test_the_walks_find_a_turn_that_stays_open(monkeypatch: pytest.MonkeyPatch) -> None:
    """S11, the control: were back to lead into a turn that is over, the walks would find it."""
    monkeypatch.setattr(
        flow, "can_lead_back", lambda meeting, trail: flow.is_sound(meeting, trail[-1])
    )
    assert any(walked(seed) for seed in range(60))


def after_strengths_of_first() -> Scenario:
    """Return a meeting whose first person kept three strengths to themselves."""
    group = Scenario.hold(shipped("first-meeting"))
    group.until(lambda prompt: prompt.id == "strengths//@keyboard")
    group.choose("p1")
    group.onward()
    while group.prompt.giver == "p1":
        asked = group.prompt.input
        if isinstance(asked, WriteText):
            group.write(f"{PRIVATE}p1-1")
        elif isinstance(asked, ChooseOne):
            group.choose("no")
        else:
            group.onward()
    assert group.prompt.id == "strengths//@keyboard"
    return group


def test_back_from_the_list_of_names_passes_by_a_turn_that_is_over() -> None:
    """S11: whoever sits there now sees no word and cannot change the "No"."""
    group = after_strengths_of_first()
    group.back()
    assert PRIVATE not in words_of(group.prompt)
    assert group.prompt.giver == ""
    assert group.prompt.id.startswith("strengths//@")
    share = {p: g.value for p, g in group.meeting.answers.items() if p.part == "share"}
    assert share == {}, "a no writes nothing, and stays one"


def test_the_owner_finds_their_words_again_by_name_and_hand_over() -> None:
    """S11, M5: what is closed to others is open to its owner."""
    group = after_strengths_of_first()
    group.choose("p1")
    assert PRIVATE not in words_of(group.prompt)
    group.onward()
    assert f"{PRIVATE}p1-1" in words_of(group.prompt)


def test_back_from_later_steps_shows_none_of_it() -> None:
    """S11: plans, look-back words and strengths, from each later place of the group."""
    group = after_strengths_of_first()
    for _ in range(200):
        if not group.has_meeting():
            break
        before = len(group.meeting.trail)
        group.back()
        assert PRIVATE not in words_of(group.prompt)
        while len(group.meeting.trail) < before + 1 and group.has_meeting():
            group.pass_() if KeyCommand.PASS in group.prompt.commands else group.onward()
            assert PRIVATE not in words_of(group.prompt)
            if group.prompt.id == "@close//finish":
                return


def test_somebody_who_comes_late_sees_nothing_of_whoever_was_alone() -> None:
    """S11, M14: alone there is no hand-over, and back shows one's own; not once two are here."""
    group = Scenario.hold(one_by_one(shipped("first-meeting")), people=1)
    group.until(lambda prompt: prompt.id == "strengths/p1/know")
    group.write(f"{PRIVATE}p1-1")
    group.until(lambda prompt: not prompt.giver)
    group.back()
    assert group.prompt.giver == "p1"
    group.until(lambda prompt: not prompt.giver)
    group.menu("came")
    group.write("Late")
    group.onward()
    assert len(group.meeting.present) == 2
    while group.meeting.place is not None:
        assert PRIVATE not in words_of(group.prompt)
        assert group.back()
