"""A journal that is rightly written and tells of what cannot be: the meeting goes on (S3)."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.adapters.storage.disk import DiskStore
from facilitator.adapters.storage.records import line_of
from facilitator.domain import events
from facilitator.domain.answers import Chosen, Typed
from facilitator.domain.events import Event, Keep
from facilitator.domain.meeting import CLOSE
from facilitator.domain.prompt import GiveNumber, WriteText
from facilitator.domain.records import ClosedMeeting, KeptAnswer, Run
from facilitator.engine.activities.registry import KINDS
from facilitator.engine.apply import begin
from facilitator.engine.prompting import prompt_for
from facilitator.engine.sound import ONE_BY_ONE, holds, replayed
from facilitator.meetings.closing import closed_meeting
from facilitator.meetings.surroundings import OUR_GROUP
from facilitator.wording import house
from tests.fuzz.effort import EXAMPLES
from tests.scenario import SHIPPED, Scenario, shipped

PARTS = ("what", "keep", "share", "word", "idea", "choice", "said", "sure", "when", "@line", "@slip",
         "@hand-over", "@keyboard", "@pairs", "@aloud", "made", "take", "finish", "code-x", "x", "",
         "tally", "welcome", "first", "how", "next", "change", "options", "1", "vote")  # fmt: skip
people = st.sampled_from(("", "p1", "p2", "p3", "p99", "nobody"))
values = st.one_of(
    st.text(max_size=8), st.integers(-(10**20), 10**20), st.booleans(),
    st.lists(st.text(max_size=4), max_size=4).map(tuple),
    st.sampled_from(("yes", "no", "hands", "beans", "p1", "7")),
)  # fmt: skip
texts = st.text(max_size=6)


def happenings(steps: tuple[str, ...]) -> st.SearchStrategy[list[Event]]:
    """Return any events of the right types, with ids that are there and ids that are not."""
    step = st.sampled_from((*steps, CLOSE, "gone", ""))
    part = st.sampled_from(PARTS)
    one: st.SearchStrategy[Event] = st.one_of(
        st.builds(events.PersonJoined, people, texts),
        st.builds(events.PersonLeft, people),
        st.builds(events.PersonReturned, people),
        st.builds(events.KeepsLess, people),
        st.builds(events.AnswerGiven, step, people, part, values, st.booleans()),
        st.builds(events.AnswerTakenBack, step, people, part),
        st.builds(events.MovedTo, step, people, part),
        st.builds(events.MovedBack),
        st.builds(events.StepsReordered, st.lists(step, max_size=5).map(tuple)),
        st.builds(events.StepLeftOut, step),
        st.builds(events.StepBroughtBack, step),
        st.builds(events.StepAdded, step, step, st.sampled_from((*KINDS, "no-kind")), texts,
                  st.sampled_from(("aloud", "each", "pairs", "together", "away", "x")),
                  st.floats(), st.integers(), texts),
        st.builds(events.StepTimed, step, st.floats()),
        st.builds(events.RoundChanged, step, st.sampled_from(("aloud", "each", "pairs", "x"))),
        st.builds(events.SizeChanged, step, st.integers()),
        st.builds(events.PairsMade, step, st.lists(st.lists(people, max_size=3).map(tuple), max_size=3).map(tuple)),
        st.builds(events.ScreenSeenBy, st.sampled_from(events.SeenBy)),
        st.builds(events.AgreementMade, st.lists(texts, max_size=2).map(tuple), st.just(())),
        st.builds(events.RoleGiven, st.sampled_from(("welcomer", "no-role", "timekeeper")), people, st.booleans()),
        st.builds(events.Paused),
        st.builds(events.WentOn),
        st.builds(events.MeetingClosed, st.sampled_from(("", "never", "2026-11-24T20:00:00+00:00"))),
    )  # fmt: skip
    return st.lists(one, max_size=25)


@settings(max_examples=EXAMPLES * 3, deadline=None)
@given(st.data(), st.sampled_from(SHIPPED))
def test_any_events_are_a_meeting_that_can_be_shown_and_closed(
    data: st.DataObject, name: str
) -> None:
    """S3: whatever a journal says, what holds is applied, and all that comes of it can be shown."""
    session = shipped(name)
    started = events.MeetingStarted("m", "our-group", session.source, session.title, Keep.GROUP,
                                    events.SeenBy.PERSON, 3, "2026-11-24T19:00:00+00:00")  # fmt: skip
    joined = tuple(events.PersonJoined(f"p{at}", f"Sign {at}") for at in range(1, 4))
    happened = (*joined, *data.draw(happenings(tuple(one.id for one in session.steps))))
    found = replayed(begin(started, session), happened)
    assert len(found.applied) + len(found.left_out) == len(happened)
    assert holds(found.meeting)
    if found.meeting.place is not None:
        prompt_for(found.meeting)
    closed = closed_meeting(replace(found.meeting, closed_at="2026-11-24T20:00:00+00:00"))
    assert closed.people == tuple(one.name for one in found.meeting.people)
    again = replayed(begin(started, session), found.applied)
    assert (again.meeting, again.left_out) == (found.meeting, ())


@pytest.mark.parametrize("name", SHIPPED)
def test_nothing_of_a_journal_of_ours_is_left_out(name: str) -> None:
    """S3, M7: the control; at every prompt of a whole meeting every event holds."""
    group = Scenario.hold(shipped(name), keep=Keep.GROUP)
    while group.around.meeting is not None:
        first, *happened = group.journal
        assert isinstance(first, events.MeetingStarted)
        found = replayed(begin(first, shipped(name)), happened)
        assert found.left_out == ()
        assert found.meeting == group.meeting
        if group.prompt.id.endswith("@keyboard"):
            trail = group.meeting.trail
            has_had_it = any(one.giver == "p2" and one.step == trail[-1].step for one in trail)
            group.choose("nobody" if has_had_it else "p2")
            continue
        group.onward()


BAD: dict[str, Event] = {
    "a step that is not there": events.MovedTo("gone", "", "what"),
    "a part that is not there": events.MovedTo("goal", "p1", "no-part"),
    "somebody who is not there": events.MovedTo("welcome", "p99", "welcome"),
    "a round that is none": events.RoundChanged("welcome", "sideways"),
    "a kind that is none": events.StepAdded("x", "welcome", "no-kind", "X", "aloud", 5, 0, "X?"),
    "minutes that are none": events.StepTimed("welcome", float("nan")),
    "a time that is none": events.MeetingClosed("yesterday"),
    "pairs of nobody": events.PairsMade("welcome", (("p1", "p99"),)),
    "the same person twice": events.PersonJoined("p1", "Another"),
}


@pytest.mark.parametrize("what", BAD)
def test_a_journal_that_tells_of_what_cannot_be_is_put_aside_and_goes_on(
    tmp_path: Path, what: str
) -> None:
    """S3: right checksums; the same words as for other damage, the prompt of before, a copy."""
    group = Scenario.machine(shipped("first-meeting"))
    disk = DiskStore.open(tmp_path)
    group = Scenario.on(replace(group.ports, store=disk.meetings, book=disk.book))
    group.set_out(shipped("first-meeting"), keep=Keep.GROUP)
    group.onward()
    asked, meeting = group.prompt.id, group.meeting
    (path,) = tmp_path.rglob("*.journal")
    bad = path.read_bytes()
    path.write_bytes(bad + line_of(len(bad.splitlines()) + 1, (BAD[what],)))
    for said, copies in ((house.RESUMED_DAMAGED, 1), (house.RESUMED, 1)):
        again = group.reload()
        assert again.notice == said
        assert (again.prompt.id, again.meeting) == (asked, meeting)
        assert len(list(tmp_path.rglob("*.damaged-*"))) == copies, "the second start finds it whole"
    disk.close()


def test_very_many_events_that_do_not_hold_end_in_a_meeting_all_the_same() -> None:
    """S3: the search for each of them has an end; what comes before the first stays."""
    session = shipped("first-meeting")
    group = Scenario.hold(session, keep=Keep.GROUP)
    first, *happened = group.journal
    assert isinstance(first, events.MeetingStarted)
    bad = tuple(events.MovedTo("goal", "p1", f"part-{at}") for at in range(ONE_BY_ONE * 3))
    found = replayed(begin(first, session), (*happened, *bad))
    assert found.applied == tuple(happened)
    assert found.meeting == group.meeting


kept_answers = st.builds(
    KeptAnswer, step=texts, step_title=texts, giver=st.sampled_from(("", "Ann", "Ben", "Zed")),
    part=st.sampled_from(PARTS), value=values, private=st.booleans(),
    person=people, kind=st.sampled_from((*KINDS, "no-kind", "")),
)  # fmt: skip
days = st.sampled_from(("2026-11-24T19:00:00+00:00", "1970-01-01T00:00:00+00:00", "never", "",
                        "9999-12-31T23:59:59+00:00", "2026-11-24"))  # fmt: skip
closed_meetings = st.builds(
    ClosedMeeting, id=st.just("m1"), group_id=st.just(OUR_GROUP.id), session_id=texts,
    session_title=texts, started_at=days, closed_at=days, offset=st.integers(-900, 900),
    people=st.lists(st.sampled_from(("Ann", "Ben", "", "ann")), max_size=3).map(tuple),
    answers=st.lists(kept_answers, max_size=8).map(tuple),
    asks=st.lists(texts, max_size=2).map(tuple),
    pairs=st.lists(st.lists(st.sampled_from(("Ann", "Zed")), max_size=3).map(tuple), max_size=2).map(tuple),
    locks=st.dictionaries(st.sampled_from(("Ann", "Zed")), texts, max_size=2),
    keep_until=st.sampled_from(("", "never", "2026-12-24")),
    run=st.builds(Run, st.integers(-1, 9), st.integers(), st.integers(), st.integers()),
    slip_agreed=st.sampled_from(("", "text", "x")),
    known_by=st.dictionaries(st.sampled_from(("Ann", "Zed")), texts, max_size=2),
)  # fmt: skip


@settings(max_examples=EXAMPLES, deadline=None)
@given(closed_meetings, st.lists(st.integers(0, 9), max_size=25))
def test_a_kept_meeting_with_anything_in_it_is_looked_at_and_let_go(
    closed: ClosedMeeting, keys: list[int]
) -> None:
    """S3, S8, T6: past meetings, history, forget me, give me my words, whatever the file holds."""
    group = Scenario.machine(shipped("first-meeting"), shipped("weekly-meeting"))
    group.ports.store.close(closed)
    group = Scenario.on(group.ports)
    for key in keys:
        choices = [one.id for one in getattr(group.prompt.input, "choices", ())]
        people_here = [one.id for one in getattr(group.prompt.input, "people", ())]
        if choices:
            group.answer(Chosen(choices[key % len(choices)]))
        elif people_here:
            group.answer(Chosen(people_here[key % len(people_here)]))
        elif isinstance(group.prompt.input, WriteText | GiveNumber):
            group.answer(Typed(("1 1 2026", "Ann", "7")[key % 3]))
        else:
            group.onward()
