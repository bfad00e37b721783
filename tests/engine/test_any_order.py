"""Any sequence of answers and commands leaves a valid meeting, and nothing saved is lost."""

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from facilitator.domain.answers import GO_ON, Answer, Chosen, ChosenSeveral, Confirmed, Typed
from facilitator.domain.events import AnswerTakenBack, Keep, MeetingStarted
from facilitator.domain.keys import KeyCommand
from facilitator.domain.prompt import (
    Acknowledge,
    ChooseOne,
    ChoosePeople,
    ChooseSeveral,
    Confirm,
    GiveNumber,
    Prompt,
    WriteText,
)
from facilitator.engine.apply import begin, replay
from facilitator.engine.pairing import pairs_of
from tests.scenario import Scenario, shipped

SESSION = shipped("first-meeting")
WEEKLY = shipped("weekly-meeting")

moves = st.lists(
    st.tuples(
        st.sampled_from(["answer"] * 6 + ["pass", "back", "menu", "help", "again"]),
        st.integers(0, 30),
        st.text(max_size=12),
    ),
    max_size=60,
)
KEEP_NOTHING_NOW = [("menu", 0, ""), ("answer", 5, ""), ("answer", 2, ""), ("answer", 1, "")]


def some_answer(prompt: Prompt, number: int, words: str) -> Answer:
    """Return an answer of the right shape, most often one that is taken."""
    match prompt.input:
        case Acknowledge():
            return GO_ON
        case ChooseOne(choices=choices):
            return Chosen(choices[number % len(choices)].id)
        case ChooseSeveral(choices=choices):
            return ChosenSeveral(tuple(one.id for one in choices[: number % 4]))
        case ChoosePeople(people=people):
            return ChosenSeveral(tuple(one.id for one in people[: number % 2]))
        case GiveNumber():
            return Typed(str(number % 12))
        case WriteText(ready=ready):
            if ready and number % 2:
                return Chosen(ready[number % len(ready)].id)
            return Typed(words)
        case Confirm():
            return Confirmed(bool(number % 2))


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(moves=moves, people=st.integers(1, 7), weekly=st.booleans())
@example(moves=KEEP_NOTHING_NOW, people=1, weekly=False)
def test_any_sequence_leaves_a_valid_meeting(
    moves: list[tuple[str, int, str]], people: int, weekly: bool
) -> None:
    """M4, M5, S6: every prompt can be made, the journal replays, no answer is lost."""
    group = Scenario.hold(WEEKLY if weekly else SESSION, people=people, keep=Keep.GROUP)
    for what, number, words in moves:
        if not group.has_meeting():
            break
        before, events_before = group.meeting, len(group.journal)
        match what:
            case "answer":
                group.answer(some_answer(group.prompt, number, words))
            case "menu":
                group.press(KeyCommand.MENU)
            case _:
                group.press(KeyCommand(what))
        if not group.has_meeting():
            break
        after = group.meeting
        if after.keep is Keep.NOTHING:  # changed from the menu: nothing of it is stored any more
            assert not group.ports.store.unfinished(after.group_id)
            assert set(before.answers) <= set(after.answers)
            break
        stored = group.journal
        taken_back = [one for one in stored[events_before:] if isinstance(one, AnswerTakenBack)]
        if not taken_back:
            assert set(before.answers) <= set(after.answers)
        first = stored[0]
        assert isinstance(first, MeetingStarted)
        assert replay(begin(first, group.meeting.session), stored[1:]) == after
        assert group.prompt.question
        assert group.reload().meeting == after


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(moves=moves)
def test_back_leads_to_the_place_before_however_we_came(moves: list[tuple[str, int, str]]) -> None:
    """M5: from anywhere in the meeting, back is possible to the gathering and beyond."""
    group = Scenario.hold(SESSION, people=3)
    for what, number, words in moves:
        if group.around.meeting is None or what not in ("answer", "pass"):
            continue
        if what == "pass":
            group.press(KeyCommand.PASS)
        else:
            group.answer(some_answer(group.prompt, number, words))
    for _ in range(200):
        if group.around.meeting is None or group.around.meeting.place is None:
            break
        assert group.back()
    if group.around.meeting is not None:
        assert group.around.meeting.place is None
        assert len(group.meeting.present) == 3
        assert group.prompt.title == "Who is here"


@given(people=st.integers(1, 30), size=st.sampled_from([2, 3]))
def test_pairs_are_two_or_three_and_nobody_is_alone(people: int, size: int) -> None:
    """M15: everybody is in one group."""
    names = tuple(f"p{number}" for number in range(people))
    made = pairs_of(names, size, ())
    assert sorted(one for pair in made for one in pair) == sorted(names)
    assert all(2 <= len(pair) <= 3 for pair in made) or people == 1


@given(people=st.integers(4, 20))
def test_pairs_are_others_than_last_time(people: int) -> None:
    """M15: from four people on nobody sits with the same one as last time."""
    names = tuple(f"p{number}" for number in range(people))
    first = pairs_of(names, 2, ())
    second = pairs_of(names, 2, first)
    met = [set(pair) for pair in first]
    again = [pair for pair in second for one in met if len(set(pair) & one) > 1]
    if people % 2 == 0:
        assert again == []
    assert len(again) <= 1
