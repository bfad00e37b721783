"""A disk on which one thing cannot be read, or not be listed: nothing is taken for not there."""

import errno
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

import pytest

from facilitator.adapters.storage.disk import DiskStore
from facilitator.domain.answers import Chosen
from facilitator.domain.events import Carried, Keep, SeenBy
from facilitator.domain.records import Group, Member, Ways
from facilitator.files.disk import Disk, OpenFolder
from facilitator.meetings import forget_command, forgetting
from facilitator.meetings.forget_command import Forgetting
from facilitator.meetings.forgetting import Records
from facilitator.meetings.surroundings import OUR_GROUP, Ports
from facilitator.ports.storage import NotSaved
from facilitator.wording import house, refusals
from tests.contracts.test_storage import closed
from tests.engine.house.test_forgetting import answer_as_each
from tests.fakes import FakeClock, MemoryShelf
from tests.scenario import Scenario, shipped

SESSION = shipped("first-meeting")
PLAN = Carried("walk to the loch", made_on="2026-11-17")
ANN = Member("a", "Ann", PLAN, Ways(easy=True), "2026-11-17")
NAMED = replace(OUR_GROUP, name="Tuesday tea", keep_days=365)


class Moody(Disk):
    """A disk that fails at one name while `unread` or `unlisted` says so, or at one removal."""

    def __init__(self) -> None:
        """Begin in a good mood."""
        self.unread = self.unlisted = self.unmoved = ""
        self.reads_left = -1  # after so many more readings of it the name cannot be read once

    def open_read(self, path: Path) -> BinaryIO:
        """Refuse the name that cannot be read now."""
        if path.name == self.unread:
            self.reads_left -= 1
            if self.reads_left < 0:
                raise OSError(errno.EIO, "read")
        return super().open_read(path)

    def listed(self, folder: Path) -> list[Path]:
        """Find nothing in the folder that cannot be listed now."""
        return [] if folder.name == self.unlisted else super().listed(folder)

    def replace(self, folder: OpenFolder, source: str, target: str) -> None:
        """Refuse to put anything in place of this name."""
        if target == self.unmoved:
            raise OSError(errno.EIO, "replace")
        super().replace(folder, source, target)


class Scratched(Moody):
    """A disk on which one file can never be read, under whatever name it lies."""

    file = 0  # its number on the disk; 0 is none

    def open_read(self, path: Path) -> BinaryIO:
        """Refuse that file."""
        if self.file and path.exists() and path.stat().st_ino == self.file:
            raise OSError(errno.EIO, "read")
        return super().open_read(path)


class Once(Moody):
    """A moody disk that fails at one reading alone, and then no more."""

    def open_read(self, path: Path) -> BinaryIO:
        """Refuse once."""
        try:
            return super().open_read(path)
        except OSError:
            self.unread = "" if path.name == self.unread else self.unread
            raise


def on(folder: Path, disk: Disk) -> tuple[DiskStore, Ports]:
    """Return a data folder on that disk, and the ports of a machine with it."""
    store = DiskStore.open(folder, disk)
    clock, shelf = FakeClock(datetime(2026, 11, 24, 19, 0, tzinfo=UTC)), MemoryShelf((SESSION,))
    kept = (store.meetings, store.book, store.settings, shelf, clock)
    return store, Ports(*kept, exports=store.exports)


@pytest.fixture
def disk() -> Moody:
    """A disk in a good mood."""
    return Moody()


@pytest.fixture
def ports(tmp_path: Path, disk: Moody) -> Iterator[Ports]:
    """A group with a name of its own, Ann in its book, and one meeting that was kept."""
    store, made = on(tmp_path, disk)
    made.book.add_group(NAMED)
    made.book.save_member(OUR_GROUP.id, ANN)
    made.store.close(replace(closed("m0"), group_id=OUR_GROUP.id, known_by={"Ann": "a"}))
    yield made
    store.close()


def begun(group: Scenario, keep: Keep = Keep.GROUP) -> None:
    """Begin a meeting with Ann, whom the book knows."""
    for answer in ("start", SESSION.id, SeenBy.PERSON):
        group.choose(answer)
    group.choose(keep)


def test_a_group_that_could_not_be_listed_keeps_its_name(ports: Ports, disk: Moody) -> None:
    """M19, S2: a meeting that starts then must not name the group anew."""
    disk.unlisted = "groups"
    group = Scenario.on(ports)
    assert group.around.groups == ()
    begun(group)
    assert group.around.meeting is not None
    disk.unlisted = ""
    assert ports.book.groups() == (NAMED,)


def test_a_group_without_a_name_still_gets_one(ports: Ports, disk: Moody) -> None:
    """M19: the control; what is not there is made at the first meeting."""
    assert not ports.book.has_group("new")
    group = Scenario.on(ports)
    group.around.group = Group("new", "New")
    begun(group)
    assert ports.book.has_group("new")


def test_nobody_is_said_to_be_forgotten_while_the_book_cannot_be_read(
    ports: Ports, disk: Moody
) -> None:
    """S8: nothing is done by halves; the name is there to be chosen again."""
    group = Scenario.on(ports)
    group.choose("past")
    group.choose("m0")
    group.choose("forget-me")
    group.choose("Ann")
    disk.unread = "book.json"
    assert not group.answer(Chosen("yes"))
    assert group.notice == refusals.NOT_KEPT["unread"]
    disk.unread = ""
    kept = ports.store.read(OUR_GROUP.id, "m0")
    assert kept is not None
    assert "Ann" in kept.people
    group.choose("yes")
    assert ports.book.members(OUR_GROUP.id) == ()


@pytest.mark.parametrize("unmoved", ["book.json", "m0.json"])
def test_a_forgetting_that_was_refused_can_be_asked_for_again(
    ports: Ports, disk: Moody, unmoved: str
) -> None:
    """S8, S2: whatever could not be written, the name stays until all of it is done."""
    records = Records(ports.store, ports.book, ports.exports)
    kept = ports.store.read(OUR_GROUP.id, "m0")
    assert kept is not None
    disk.unmoved = unmoved
    with pytest.raises(NotSaved):
        forgetting.forget_in_closed(records, kept, "Ann")
    left = ports.store.read(OUR_GROUP.id, "m0")
    assert left is not None
    assert "Ann" in left.people
    disk.unmoved = ""
    forgetting.forget_in_closed(records, left, "Ann")
    assert ports.book.members(OUR_GROUP.id) == ()
    assert "Ann" not in repr(ports.store.read(OUR_GROUP.id, "m0"))


@pytest.mark.parametrize("unmoved", ["book.json", "m1.journal"])
def test_a_forgetting_in_the_meeting_that_was_refused_can_be_asked_for_again(
    ports: Ports, disk: Moody, unmoved: str
) -> None:
    """S8, S2: from the menu, by the same three steps."""
    group = Scenario.on(ports)
    begun(group)
    group.choose("a")
    group.menu("forget")
    group.choose("Ann")
    disk.unmoved = unmoved
    assert not group.answer(Chosen("yes"))
    assert [one.name for one in group.meeting.people] == ["Ann"]
    disk.unmoved = ""
    group.choose("yes")
    assert group.prompt.id == "gone"
    assert ports.book.members(OUR_GROUP.id) == ()
    assert "Ann" not in repr(group.journal)


@pytest.mark.parametrize("unmoved", ["book.json", "m1.journal"])
def test_so_it_is_for_a_meeting_that_was_set_aside(ports: Ports, disk: Moody, unmoved: str) -> None:
    """S8, S2: as the command line forgets somebody."""
    group = Scenario.on(ports)
    begun(group)
    group.choose("a")
    records = Records(ports.store, ports.book, ports.exports)
    disk.unmoved = unmoved
    with pytest.raises(NotSaved):
        forgetting.forget_in_open(records, OUR_GROUP.id, "m1", "Ann")
    disk.unmoved = ""
    assert forgetting.forget_in_open(records, OUR_GROUP.id, "m1", "Ann")
    assert ports.book.members(OUR_GROUP.id) == ()


def at_the_finish(ports: Ports) -> Scenario:
    """Hold a meeting up to its last press, in which Ann makes a plan that she wants kept."""
    group = Scenario.on(ports)
    begun(group, Keep.TODAY)
    group.choose("a")
    for _ in range(400):
        if group.prompt.id == "@close//finish":
            break
        is_keep = group.prompt.id.rpartition("/")[2] == "more"
        if is_keep and group.prompt.turn_short == "Ann":
            group.choose("yes")
        else:
            answer_as_each(group)
    return group


def test_a_reading_that_fails_once_at_the_close_costs_nobody_their_ways(tmp_path: Path) -> None:
    """M9, A13, S2: whichever reading it is; the close is refused, or writes all that was kept."""
    refused = written = 0
    for number in range(12):
        disk = Once()
        store, ports = on(tmp_path / str(number), disk)
        ports.book.save_member(OUR_GROUP.id, ANN)
        group = at_the_finish(ports)
        disk.unread, disk.reads_left = "book.json", number
        group.onward()
        refused += group.notice == house.NOT_PUT_AWAY.format(why=house.WHY_NOT_PUT_AWAY["unread"])
        written += group.prompt.id == "farewell"
        disk.unread = ""
        (kept,) = store.book.members(OUR_GROUP.id)
        assert kept.ways == ANN.ways, number
        store.close()
    assert refused
    assert written


def at_an_unread_close(folder: Path, disk: Scratched) -> Scenario:
    """Hold a meeting at whose end the book, in which Ann stands, cannot be read any more."""
    _, ports = on(folder, disk)
    ports.book.add_group(NAMED)
    ports.book.save_member(OUR_GROUP.id, ANN)
    group = at_the_finish(ports)
    disk.file = (folder / "groups/our-group/book.json").stat().st_ino
    group.onward()
    return group


def test_a_book_that_can_never_be_read_is_put_aside_and_the_meeting_is_put_away(
    tmp_path: Path,
) -> None:
    """S3, S2: only with the group's yes; the old book stays on the disk, byte for byte."""
    folder = tmp_path / "groups/our-group"
    disk = Scratched()
    group = at_an_unread_close(tmp_path, disk)
    before = (folder / "book.json").read_bytes()
    assert group.prompt.id == "book-unread"
    assert group.notice == house.NOT_PUT_AWAY.format(why=house.WHY_NOT_PUT_AWAY["unread"])
    group.onward()
    assert group.prompt.id == "home"
    assert (folder / "book.json").read_bytes() == before, "Enter leaves all as it is"
    (left,) = group.around.unfinished
    group.choose(f"resume-{left.id}")
    assert group.prompt.id == "book-unread"
    group.choose("aside")
    assert group.prompt.id == "farewell"
    assert (folder / "book.damaged-1").read_bytes() == before
    assert not group.around.unfinished
    (kept,) = group.ports.book.members(OUR_GROUP.id)
    assert kept.name == "Ann"
    assert kept.plan is not None


def test_a_book_that_is_read_again_in_time_is_not_put_aside(tmp_path: Path) -> None:
    """S3, the control: what was only a moment's fault costs nobody anything."""
    disk = Scratched()
    group = at_an_unread_close(tmp_path, disk)
    disk.file = 0
    group.choose("aside")
    assert group.prompt.id == "farewell"
    assert not list((tmp_path / "groups/our-group").glob("book.damaged-*"))
    (kept,) = group.ports.book.members(OUR_GROUP.id)
    assert kept.ways == ANN.ways


def test_a_meeting_that_cannot_be_read_can_still_be_let_go(ports: Ports, tmp_path: Path) -> None:
    """S8, S3: it says so, promises no way back, and leaves no word behind."""
    path = tmp_path / "groups/our-group/meetings/m0.json"
    path.write_bytes(b'{"meeting": canary')
    index = tmp_path / "groups/our-group/index.jsonl"
    index.write_bytes(index.read_bytes() + b"torn")
    group = Scenario.on(ports)
    group.choose("past")
    group.choose("m0")
    assert group.prompt.question == house.PAST_GONE
    group.choose("forget")
    assert group.prompt.body == (house.FORGET_UNREAD,)
    group.choose("no")
    assert path.exists()
    group.choose("forget")
    group.choose("yes")
    assert (group.prompt.id, group.notice) == ("past", house.FORGOTTEN)
    assert not path.exists()
    assert ports.store.gone(OUR_GROUP.id) == ("m0",)


@pytest.mark.parametrize("is_listed", [True, False])
def test_the_command_line_lets_go_what_cannot_be_read(
    ports: Ports, tmp_path: Path, *, is_listed: bool
) -> None:
    """S8: also where no list shows it any more."""
    path = tmp_path / "groups/our-group/meetings/m0.json"
    path.write_bytes(b'{"meeting": canary')
    if not is_listed:
        path.parent.with_name("index.jsonl").unlink()
    records = Records(ports.store, ports.book, ports.exports)

    def forget(meeting: str, person: str = "") -> bool:
        whose = (lambda: person) if person else None
        asked = Forgetting(meeting, whose, bool, bool)
        return forget_command.forget(records, ports.book.groups(), asked).is_fine

    assert not forget("m0", "Ann"), "one person cannot be taken out of what cannot be read"
    assert not forget("../m0")
    assert path.exists()
    assert forget("m0")
    assert not path.exists()
    assert not forget("m0")
