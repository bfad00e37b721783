"""What is kept has a day on which the start asks about it; nothing goes by itself (S7, M20)."""

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from facilitator.adapters.storage.disk import DiskStore
from facilitator.domain.answers import Chosen
from facilitator.domain.events import Carried, Keep
from facilitator.domain.kept import Learnt, Strength
from facilitator.domain.records import ClosedMeeting, Group, Member
from facilitator.domain.things import Things
from facilitator.meetings.runner import MeetingRunner
from facilitator.meetings.surroundings import OUR_GROUP, Ports
from facilitator.ports.storage import NotSaved
from tests.fakes import FakeClock, MemoryMeetingStore
from tests.scenario import Scenario, shipped

SESSION = shipped("first-meeting")


def met(*, weeks: int = 1) -> Scenario:
    """Return a machine on which a group met once a week and kept its words."""
    group = Scenario.machine(SESSION)
    for _ in range(weeks):
        group.set_out(SESSION, keep=Keep.GROUP)
        group.to_the_end()
        group.next_week()
    return group


def later(group: Scenario, days: int) -> Scenario:
    """Return the program started again so many days after the first meeting."""
    clock = group.ports.clock
    assert isinstance(clock, FakeClock)
    rows = list(group.ports.store.oldest(OUR_GROUP.id))
    first = clock.time.fromisoformat(rows[0].closed_at)
    clock.time = first + timedelta(days=days)
    return Scenario.on(group.ports)


def kept_ids(group: Scenario) -> list[str]:
    """Return the ids of the meetings that are kept, newest first."""
    return [row.id for row in group.ports.store.rows(OUR_GROUP.id)]


@pytest.mark.parametrize(("days", "is_due"), [(89, False), (90, True), (400, True)])
def test_after_ninety_days_the_start_asks_and_until_then_it_does_not(
    days: int, is_due: bool
) -> None:
    """S7: 90 days, where the group chose nothing else; nothing has gone when it asks."""
    group = later(met(), days)
    assert (group.prompt.id == "due") is is_due
    assert kept_ids(group) == ["m1"]


def test_what_is_let_go_is_gone_and_logged_by_its_id_alone() -> None:
    """S7, S8: the id and nothing else."""
    group = later(met(), 90)
    assert "24 November 2026" in group.prompt.question
    group.choose("go")
    assert kept_ids(group) == []
    group.choose("right")
    assert group.prompt.id == "home"
    assert group.ports.store.gone(OUR_GROUP.id) == ("m1",)


def test_a_meeting_that_is_deleted_takes_what_was_shared_by_whoever_is_in_no_book() -> None:
    """S8, A16: nobody could find it any more; what a member shared stays; the undo brings it back."""
    group = later(met(), 90)
    book = group.ports.book
    theirs = Strength("s1", "m1-p1", "Ann", "2026-11-24", "knits socks")
    of_a_member = Strength("s2", "m1-p2", "Bo", "2026-11-24", "bakes")
    book.save_member(OUR_GROUP.id, Member("m1-p2", "Bo", Carried("a walk"), kept_on="2027-02-01"))
    book.keep_things(OUR_GROUP.id, Things(strengths=(theirs, of_a_member)))
    group.choose("go")
    assert book.things(OUR_GROUP.id).strengths == (of_a_member,)
    group.choose("back")
    assert set(book.things(OUR_GROUP.id).strengths) == {theirs, of_a_member}


def test_what_is_kept_on_is_asked_about_again_when_that_time_is_over() -> None:
    """S7: 90 more days from the day of the yes."""
    group = later(met(), 100)
    group.choose("keep")
    assert (group.notice, group.prompt.id) == ("It is kept until 2 June 2027.", "home")
    assert later(group, 189).prompt.id == "home"
    assert later(group, 190).prompt.id == "due"


def test_whoever_does_not_know_is_asked_again_at_the_next_start_only() -> None:
    """S7: the meeting is not held up by it."""
    group = later(met(), 100)
    group.choose("later")
    assert group.prompt.id == "home"
    group.set_out(SESSION)
    group.to_the_end()
    assert group.prompt.id == "home"
    assert later(group, 100).prompt.id == "due"


def test_each_that_is_due_is_asked_about_and_the_younger_are_not() -> None:
    """S7: the oldest first."""
    group = later(met(weeks=4), 98)
    asked = []
    while group.prompt.id == "due":
        asked.append(group.prompt.question)
        group.choose("go")
        group.choose("right")
    assert len(asked) == 2
    assert kept_ids(group) == ["m4", "m3"]


def test_the_group_chooses_how_long_and_it_holds_for_what_is_kept_already() -> None:
    """S7: 30 days; said where the group chooses what is kept, and beside each meeting."""
    group = met()
    group.choose("group")
    group.choose("how-long")
    group.choose("30")
    group.choose("back")
    group.choose("past")
    group.choose("m1")
    assert "It is kept until 24 December 2026." in " ".join(group.prompt.body)
    again = later(group, 29)
    assert again.prompt.id == "home"
    again.around.group = group.ports.book.groups()[0]
    assert again.around.group.keep_days == 30
    clock = again.ports.clock
    assert isinstance(clock, FakeClock)
    clock.time += timedelta(days=1)
    assert again.around.due_meeting == "m1"


def test_the_named_person_does_not_put_the_days_back() -> None:
    """S7: two things that stand in one record."""
    group = Scenario.machine(SESSION)
    for room, answer in (("how-long", "365"), ("turn-to", "phrase-1")):
        group.choose("group")
        group.choose(room)
        group.choose(answer)
        group.choose("back")
    assert group.ports.book.groups()[0].keep_days == 365


def test_while_the_date_is_in_doubt_nothing_is_due() -> None:
    """M20: the clock is behind the newest meeting, though long after the oldest."""
    group = met()
    closed = group.ports.store.read(OUR_GROUP.id, "m1")
    assert closed is not None
    group.ports.store.close(replace(closed, id="m2", closed_at="2027-09-01T20:00:00+00:00"))
    group = later(group, 100)
    assert group.prompt.id == "is-it-today"
    assert group.around.due_meeting == "m1"
    group.choose("yes")
    assert group.prompt.id == "due"


def test_what_was_kept_while_the_clock_said_1970_is_not_due_by_that_day() -> None:
    """S7, M20: a meeting, a plan and a line of the group; a day that can be is the control."""
    group = met()
    closed = group.ports.store.read(OUR_GROUP.id, "m1")
    assert closed is not None
    early = "1970-01-01T00:10:00+00:00"
    group.ports.store.discard(OUR_GROUP.id, "m1")
    group.ports.store.close(replace(closed, id="m2", started_at=early, closed_at=early))
    plan = Carried("walk", made_on=early[:10])
    group.ports.book.save_member(OUR_GROUP.id, Member("a", "Ann", plan, kept_on=early[:10]))
    again = Scenario.on(group.ports)
    assert (again.around.due_meeting, again.around.due_member) == ("", "")
    assert again.prompt.id == "home"
    real = replace(closed, id="m3", closed_at="2026-01-01T00:10:00+00:00")
    group.ports.store.close(real)
    assert Scenario.on(group.ports).around.due_meeting == "m3"


def test_a_plan_that_was_kept_is_due_too_and_no_word_of_it_shows() -> None:
    """S7, M9: what a member keeps has its day, from the last yes on."""
    ports = Scenario.machine(SESSION).ports
    plan = Carried("walk to the loch", made_on="2026-08-01")
    ports.book.save_member(OUR_GROUP.id, Member("a", "Ann", plan, kept_on="2026-08-20"))
    ports.book.save_member(OUR_GROUP.id, Member("b", "Ben", replace(plan, made_on="2026-08-27")))
    group = Scenario.on(ports)
    assert (group.prompt.id, "Ann" in group.prompt.question) == ("due", True)
    assert "loch" not in " ".join(group.shown)
    group.choose("keep")
    assert group.prompt.id == "home"
    clock = ports.clock
    assert isinstance(clock, FakeClock)
    clock.time += timedelta(days=1)
    again = Scenario.on(ports)
    assert "Ben" in again.prompt.question
    again.choose("go")
    assert [one.name for one in ports.book.members(OUR_GROUP.id)] == ["Ann"]
    again.choose("back")
    assert [one.name for one in ports.book.members(OUR_GROUP.id)] == ["Ann", "Ben"]


def test_the_other_group_is_asked_about_its_own_things_when_it_is_here() -> None:
    """S7, M19: and nothing of the first one shows then."""
    group = met()
    group.ports.book.add_group(OUR_GROUP)
    group.ports.book.add_group(Group("others", "Others"))
    clock = group.ports.clock
    assert isinstance(clock, FakeClock)
    clock.time += timedelta(days=100)
    around = group.around
    group.runner = MeetingRunner.opened(around)
    assert group.prompt.id == "which-group"
    group.choose("others")
    assert group.prompt.id == "home"
    group.choose("group")
    group.choose("another")
    group.choose(OUR_GROUP.id)
    assert group.prompt.id == "due"


def test_what_may_wait_in_one_group_is_asked_about_in_the_other() -> None:
    """S7, M19: each group's own things, though both were answered by the same start."""
    group = Scenario.machine(SESSION)
    book = group.ports.book
    book.add_group(OUR_GROUP)
    book.add_group(Group("others", "Others"))
    for group_id in (OUR_GROUP.id, "others"):
        line = Learnt("l1", on="2026-01-02", words="rest is work")
        book.keep_things(group_id, Things(learnt=(line,)))
    group.runner = MeetingRunner.opened(group.around)
    group.choose("others")
    assert group.prompt.id == "due-ours"
    group.choose("later")
    assert group.prompt.id == "home"
    group.choose("group")
    group.choose("another")
    group.choose(OUR_GROUP.id)
    assert group.prompt.id == "due-ours"


def test_old_rows_are_found_without_reading_the_young_ones(tmp_path: Path) -> None:
    """P4, S7: the index is read from its beginning, and no further than needed."""
    ports = met(weeks=3).ports
    disk = DiskStore.open(tmp_path / "data")
    for row in ports.store.oldest(OUR_GROUP.id):
        closed = ports.store.read(OUR_GROUP.id, row.id)
        assert closed is not None
        disk.meetings.close(closed)
    index = tmp_path / "data/groups/our-group/index.jsonl"
    index.write_bytes(index.read_bytes() + b"this is no row\n")
    assert [next(disk.meetings.oldest(OUR_GROUP.id)).id] == ["m1"]
    assert b"this is no row" in index.read_bytes(), "nothing behind the first row was read"
    assert [row.id for row in disk.meetings.oldest(OUR_GROUP.id)] == ["m1", "m2", "m3"]
    disk.close()


def test_a_meeting_that_cannot_be_read_is_left_as_it_is(tmp_path: Path) -> None:
    """S3, S7: it could neither be kept on nor be brought back; the others are asked about."""
    ports = met(weeks=2).ports
    disk = DiskStore.open(tmp_path / "data")
    for row in ports.store.oldest(OUR_GROUP.id):
        closed = ports.store.read(OUR_GROUP.id, row.id)
        assert closed is not None
        disk.meetings.close(closed)
    damaged = tmp_path / "data/groups/our-group/meetings/m1.json"
    damaged.write_bytes(b"{")
    group = later(Scenario.on(replace(ports, store=disk.meetings)), 200)
    assert group.around.due_meeting == "m2"
    group.choose("keep")
    assert group.prompt.id == "home"
    assert damaged.read_bytes() == b"{"
    disk.close()


def test_on_a_disk_that_takes_nothing_it_can_wait(tmp_path: Path) -> None:
    """S2, S7: what cannot be kept on or deleted now is asked again another time; no dead end."""
    group = later(met(), 100)

    def refuse(*_: object) -> None:
        """Write nothing."""
        raise NotSaved("read-only")

    class Closed(MemoryMeetingStore):
        """A store on a disk that takes nothing."""

        rewrite = discard = refuse  # type: ignore[assignment]

    group = Scenario.on(replace(group.ports, store=Closed({}, group.ports.store.closed)))  # type: ignore[attr-defined]
    for answer in ("keep", "go"):
        assert not group.answer(Chosen(answer))
        assert (group.prompt.id, "cannot write here now" in group.notice) == ("due", True)
    group.choose("later")
    assert group.prompt.id == "home"


def test_ports_without_an_exports_folder_forget_all_the_same() -> None:
    """S8: a machine without files to write to."""
    group = later(met(), 90)
    assert isinstance(group.ports, Ports)
    assert not group.around.can_export
    group.choose("go")
    group.choose("back")
    assert kept_ids(group) == ["m1"]
    assert group.ports.store.gone(OUR_GROUP.id) == ()


def by_a_false_clock(day: str = "1970-01-01T00:05:00+00:00") -> Scenario:
    """Return a machine on which a group met and kept everything while the clock said this."""
    group = Scenario.machine(SESSION)
    clock = group.ports.clock
    assert isinstance(clock, FakeClock)
    clock.time = datetime.fromisoformat(day)
    group = Scenario.on(group.ports)
    if group.prompt.id != "home":
        assert group.prompt.id == "is-it-today", "a day before the program was made is asked about"
        group.choose("yes")
    group.set_out(SESSION, keep=Keep.GROUP)
    group.to_the_end()
    kept = clock.time.date().isoformat()
    group.ports.book.save_member(OUR_GROUP.id, Member("ann", "Ann", Carried("walk"), kept_on=kept))
    group.ports.book.keep_things(
        OUR_GROUP.id, Things(learnt=(Learnt("l1", on=kept, words="Tea helps"),))
    )
    return group


def on_the_day(group: Scenario, day: str) -> Scenario:
    """Return the program started again on this day."""
    clock = group.ports.clock
    assert isinstance(clock, FakeClock)
    clock.time = datetime.fromisoformat(f"{day}T19:00:00+00:00")
    return Scenario.on(group.ports)


def due_now(group: Scenario) -> list[str]:
    """Return what is due, of the three things that are kept."""
    around = group.around
    found = [around.due_meeting, around.due_member, "ours" if around.is_due_of_the_group else ""]
    return [one for one in found if one]


def test_what_was_kept_by_a_false_clock_counts_from_the_first_day_to_be_believed() -> None:
    """S7, M20: kept in 1970; in 2026 nothing is due, and 91 days later all of it is."""
    group = by_a_false_clock()
    kept = group.ports.store.read(OUR_GROUP.id, "m1")
    assert kept is not None
    assert kept.closed_at.startswith("1970")
    assert due_now(group) == []
    for day in ("2026-11-24", "2026-11-25", "2027-02-21"):
        group = on_the_day(group, day)
        assert (group.prompt.id, due_now(group)) == ("home", []), day
    group = on_the_day(group, "2027-02-23")
    assert due_now(group) == ["m1", "ann", "ours"]
    assert group.prompt.id == "due"
    now = group.ports.store.read(OUR_GROUP.id, "m1")
    assert now == replace(kept, keep_until=now.keep_until if now else ""), "its own day stays"


def test_where_nothing_can_be_written_what_has_no_day_is_not_due() -> None:
    """S2, S7: a disk that takes nothing makes nothing due by a false day."""
    group = by_a_false_clock()

    class Full(MemoryMeetingStore):
        """A store on a disk that takes nothing."""

        def rewrite(self, closed: ClosedMeeting) -> None:
            raise NotSaved("full")

    store = Full({}, group.ports.store.closed)  # type: ignore[attr-defined]
    group = on_the_day(Scenario.on(replace(group.ports, store=store)), "2026-11-24")
    assert (group.prompt.id, due_now(group)) == ("home", [])
