"""What lies on the disk of a choice: tallies alone, from the first turn to the export (C7)."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facilitator.adapters.storage.disk import DiskStore
from facilitator.adapters.storage.memory import MemoryJournal
from facilitator.domain.answers import Chosen, Draft
from facilitator.domain.events import AnswerGiven, Event, Keep, MeetingStarted
from facilitator.domain.keys import KeyCommand
from facilitator.domain.prompt import Notice
from facilitator.domain.records import FrontEnd
from facilitator.engine.apply import begin, replay
from facilitator.engine.ballots import is_secret
from facilitator.meetings import command_line
from facilitator.meetings.forgetting import Records
from facilitator.meetings.surroundings import OUR_GROUP
from facilitator.ports.storage import NotSaved
from tests.adapters.storage.sealed import all_bytes
from tests.engine.test_any_order import some_answer
from tests.engine.voting import at, by_keys, deciding, takes
from tests.scenario import Scenario

BEACH, MUSEUM = "option-1", "option-2"
COUNT = "The beach: 3"


def test_the_closed_file_the_index_and_every_export_hold_the_tally_alone(tmp_path: Path) -> None:
    """C7, S8, S10: no turn in any file, at any moment."""
    disk = DiskStore.open(tmp_path / "data")
    ports = replace(Scenario.machine(deciding()).ports, store=disk.meetings, book=disk.book)
    group = Scenario.on(ports)
    group.set_out(deciding(), people=3, keep=Keep.GROUP)
    by_keys(group)
    for person in ("p1", "p2", "p3"):
        takes(group, person, BEACH)
        assert BEACH.encode() not in all_bytes(tmp_path)
        assert COUNT.encode() not in all_bytes(tmp_path)
    group.choose("look")
    assert COUNT.encode() in all_bytes(tmp_path), "the control"
    group.choose("go")
    group.menu("stop")
    group.choose("close")
    group.to_the_end()
    row = disk.meetings.latest(OUR_GROUP.id)
    assert row is not None
    held = all_bytes(tmp_path)
    assert COUNT.encode() in held
    for never in (BEACH, "ballot", "passed", '"turn"', '"here"'):
        assert never.encode() not in held, never
    disk.close()


@pytest.mark.parametrize("shape", ["text", "json", "csv"])
def test_an_export_shows_the_tally_and_what_was_chosen(shape: str) -> None:
    """C7, C3: what the group saw, in each shape."""
    group = at("trip", keep=Keep.GROUP)
    by_keys(group)
    for person in ("p1", "p2", "p3"):
        takes(group, person, BEACH)
    group.choose("look")
    group.choose("go")
    group.menu("stop")
    group.choose("close")
    group.to_the_end()
    row = group.ports.store.latest(OUR_GROUP.id)
    assert row is not None
    records = Records(group.ports.store, group.ports.book, group.ports.exports)
    told = command_line.records(
        records, (OUR_GROUP,), "export", meeting_id=row.id, shape=shape, whose=None, word=str,
    )  # fmt: skip
    lines = "\n".join(told.lines)
    assert told.is_fine
    assert COUNT in lines
    assert BEACH not in lines
    assert "Heron" not in lines.replace('"people"', "")[lines.find("tally") :]


class FullJournal(MemoryJournal):
    """One on a disk without room."""

    def append(self, events: Sequence[Event]) -> None:
        """Refuse."""
        raise NotSaved("full")


def test_a_disk_that_refuses_the_tally_loses_no_turn() -> None:
    """S2, C7: the counts can be asked for again once there is room; nobody votes twice."""
    group = at("trip", keep=Keep.GROUP)
    by_keys(group)
    for person in ("p1", "p2", "p3"):
        takes(group, person, BEACH)
    desk = group.runner._desk
    journal, desk._journal = desk._journal, FullJournal()
    assert not group.answer(Chosen("look"))
    assert group.prompt.id == "trip//done"
    desk._journal = journal
    group.choose("look")
    assert group.prompt.body[0] == COUNT
    assert group.notice == "Saved."


def test_a_turn_in_secret_is_not_called_saved() -> None:
    """C7, S1: "saved" is said only of what is on the disk."""
    group = at("trip", keep=Keep.GROUP)
    by_keys(group)
    takes(group, "p1", BEACH)
    assert group.prompt.notice == Notice("Thank you. Your turn is done.")


def test_what_was_marked_and_not_given_goes_with_the_turn() -> None:
    """C7, A24: whoever passes after marking leaves no mark for whoever opens that turn later."""
    group = at("trip")
    by_keys(group)
    group.onward()
    group.runner.keep_draft(Draft("trip/p1/ballot", marked=(BEACH,)))
    group.pass_()
    assert group.runner.draft == Draft()


def test_changing_the_front_end_keeps_the_turns() -> None:
    """A24, C7: full screen to plain lines and back, in the middle."""
    group = at("trip")
    by_keys(group)
    takes(group, "p1", BEACH)
    group.runner.switched(FrontEnd.FULL)
    takes(group, "p2", BEACH)
    group.runner.switched(FrontEnd.PLAIN)
    takes(group, "p3", BEACH)
    group.choose("look")
    assert group.prompt.body[0] == COUNT


def test_a_pause_and_the_cover_in_the_middle_keep_the_turns() -> None:
    """M18, S12, C7: rest, cover, go on."""
    group = at("trip")
    by_keys(group)
    takes(group, "p1", BEACH)
    group.menu("pause")
    group.choose("go-on")
    assert group.prompt.id == "trip/p2/@hand-over"
    group.press(KeyCommand.COVER)
    group.onward()
    takes(group, "p2", BEACH)
    takes(group, "p3", BEACH)
    group.choose("look")
    assert group.prompt.body[0] == COUNT


moves = st.lists(
    st.tuples(
        st.sampled_from(["answer"] * 8 + ["pass", "back", "menu"]),
        st.integers(0, 30),
        st.text(max_size=8),
    ),
    max_size=80,
)


@settings(max_examples=250, deadline=None, suppress_health_check=list(HealthCheck))
@given(moves=moves, people=st.integers(1, 5), step=st.sampled_from(["trip", "earlier", "fork"]))
def test_whatever_is_pressed_no_turn_is_written_and_the_meeting_stays_valid(
    moves: list[tuple[str, int, str]], people: int, step: str
) -> None:
    """C7, M4, M5, S6: the journal replays to the meeting without its secret parts, and no more."""
    group = at(step, people=people, keep=Keep.GROUP)
    group.choose("keys")
    for what, number, words in moves:
        if not group.has_meeting():
            break
        match what:
            case "answer":
                group.answer(some_answer(group.prompt, number, words))
            case "menu":
                group.press(KeyCommand.MENU)
            case _:
                group.press(KeyCommand(what))
        if not group.has_meeting():
            break
        if group.meeting.keep is Keep.NOTHING:  # changed from the menu: nothing is written
            assert not group.ports.store.unfinished(group.meeting.group_id)
            break
        shown, stored = group.meeting, group.journal
        first = stored[0]
        assert isinstance(first, MeetingStarted)
        written = replay(begin(first, shown.session), stored[1:])
        for event in stored:
            if isinstance(event, AnswerGiven):
                assert not is_secret(shown, event.step, event.part)
        assert all(not is_secret(shown, one.step, one.part) for one in written.trail)
        told = shown.answers.items()
        plain = {at: one for at, one in told if not is_secret(shown, at.step, at.part)}
        assert plain == written.answers
        assert shown.trail[: len(written.trail)] == written.trail
        assert group.prompt.question
        place = shown.place
        if place is not None and not is_secret(shown, place.step, place.part):
            assert written == shown
