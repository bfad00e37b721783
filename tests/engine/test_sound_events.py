"""A journal with right sums may hold nonsense: what makes sense is gone on with (S3)."""

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facilitator.adapters.storage.disk import DiskStore
from facilitator.domain import events
from facilitator.domain.events import Event, Keep
from facilitator.engine.apply import begin
from facilitator.engine.prompting import prompt_for
from facilitator.engine.sound_events import sound
from facilitator.meetings.closing import closed_meeting
from facilitator.meetings.surroundings import Ports
from facilitator.wording import house
from tests.adapters.storage.killing import holders
from tests.fakes import FakeClock, MemoryShelf
from tests.fuzz.effort import EXAMPLES
from tests.scenario import Scenario, shipped

SESSION = shipped("first-meeting")
STEPS = st.sampled_from(("check-in", "goal", "agreement", "nowhere", "@close", "@nowhere", ""))
GIVERS = st.sampled_from(("", "p1", "p2", "nobody"))
PARTS = st.sampled_from(("", "what", "sure", "keyboard", "hand-over", "nonsense", "code-x", "take"))
VALUES = st.one_of(st.text(max_size=5), st.integers(-3, 99), st.booleans(), st.just(("a", "b")))
EVENTS = st.one_of(
    st.builds(events.MovedTo, STEPS, GIVERS, PARTS),
    st.builds(events.MovedBack),
    st.builds(events.AnswerGiven, STEPS, GIVERS, PARTS, VALUES),
    st.builds(events.StepLeftOut, STEPS),
    st.builds(events.StepsReordered, st.just(("nowhere", "goal"))),
    st.builds(events.RoundChanged, STEPS, st.sampled_from(("aloud", "each", "sideways"))),
    st.builds(events.SizeChanged, STEPS, st.integers(-1, 9)),
    st.builds(events.PairsMade, STEPS, st.just((("p1", "nobody"),))),
    st.builds(events.PersonLeft, GIVERS),
    st.builds(events.Paused),
    st.builds(events.MeetingClosed, st.sampled_from(("", "never", "2026-11-24T20:00:00+00:00"))),
)


def begun() -> Scenario:
    """Return a meeting at its first step, two people here."""
    return Scenario.hold(SESSION, people=2, keep=Keep.GROUP)


@settings(max_examples=10 * EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(EVENTS, max_size=8))
def test_whatever_a_journal_names_the_meeting_can_be_shown_and_closed(odd: list[Event]) -> None:
    """S3: no step, person, part or value that is not there ends the program."""
    happened = (*begun().journal, *odd)
    first = happened[0]
    assert isinstance(first, events.MeetingStarted)
    meeting, kept = sound(begin(first, SESSION), happened[1:])
    assert prompt_for(meeting).id
    closed_meeting(meeting)
    assert set(kept) <= set(happened)


def test_a_sound_journal_is_left_as_it_is() -> None:
    """S3: a control; every event of a whole meeting is kept."""
    group = begun()
    for _ in range(30):
        group.onward()
    happened = group.journal
    assert isinstance(happened[0], events.MeetingStarted)
    meeting, kept = sound(begin(happened[0], SESSION), happened[1:])
    assert kept == tuple(happened[1:])
    assert meeting == group.meeting


def test_a_journal_that_names_a_step_which_is_not_there_is_gone_on_with(tmp_path: Path) -> None:
    """S3: on the disk; the file is put aside, a person is told, the answers are there."""
    store = DiskStore.open(tmp_path)
    clock = FakeClock(Scenario.machine().ports.clock.now())
    ports = Ports(store.meetings, store.book, store.settings, MemoryShelf((SESSION,)), clock)
    group = Scenario.on(ports)
    group.set_out(SESSION, people=2, keep=Keep.GROUP)
    meeting_id, before = group.meeting.id, group.prompt.id
    journal = store.meetings.resume("our-group", meeting_id)[0]
    journal.append((events.MovedTo("nowhere", "", "part"), events.AnswerGiven("x", "", "y", "z")))
    journal.close()
    again = Scenario.on(ports)
    again.choose(f"resume-{meeting_id}")
    assert again.prompt.id == before
    assert again.notice == house.RESUMED_DAMAGED
    assert any("damaged-1" in one for one in holders(tmp_path, "nowhere"))
    third = Scenario.on(ports)
    third.choose(f"resume-{meeting_id}")
    assert third.notice == house.RESUMED
    store.close()
