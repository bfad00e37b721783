"""What only the disk can do: damage, faults, modes, the lock."""

import errno
import json
import os
import resource
import signal
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any, get_args

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.adapters.storage.codec import EVENTS, from_plain, name_of, to_plain
from facilitator.adapters.storage.disk import DiskStore
from facilitator.adapters.storage.journal import DiskJournal
from facilitator.adapters.storage.records import line_of, read_journal
from facilitator.adapters.storage.where import data_folder
from facilitator.domain import events
from facilitator.domain.records import Group, Member
from facilitator.domain.things import KINDS_OF, Things
from facilitator.files.disk import Disk
from facilitator.files.folder import NotWritable
from facilitator.files.lock import AlreadyOpen
from facilitator.ports.storage import NotSaved
from tests.contracts.test_storage import closed, started

JOURNALS = Path(__file__).parents[2] / "journals"


def written(number: int) -> tuple[events.Event, ...]:
    """Return an answer with a number in it."""
    return (events.AnswerGiven("goal", "p1", "what", f"word {number}"),)


def test_every_event_type_is_known_to_the_store() -> None:
    """S5: a new event cannot be forgotten."""
    assert set(EVENTS.values()) == set(get_args(events.Event))


st.register_type_strategy(str, st.text("abc åß☕'\"\\{}\n", max_size=20))
STRUCTS: tuple[type[Any], ...] = (*KINDS_OF.values(), Things)
for struct in STRUCTS:  # their signatures hold makers of defaults
    wanted = {one.name: st.from_type(one.type) for one in msgspec.structs.fields(struct)}
    st.register_type_strategy(struct, st.builds(struct, **wanted))


@settings(deadline=None)  # how fast it is, is another test's matter
@given(st.data())
def test_every_event_comes_back_from_plain_values(data: st.DataObject) -> None:
    """S5: each event type round-trips, whatever clean words it holds."""
    kind = data.draw(st.sampled_from(sorted(EVENTS.values(), key=name_of)))
    event = data.draw(st.from_type(kind))
    # As they are written: a number that is none equals nothing, not even itself.
    assert repr(from_plain(json.loads(json.dumps(to_plain(event))))) == repr(event)


@pytest.mark.parametrize("sample", sorted(JOURNALS.rglob("*.journal")), ids=lambda one: one.stem)
def test_every_journal_ever_written_still_loads(sample: Path) -> None:
    """S5: stored samples are never edited, and load for ever."""
    found = read_journal(sample.read_bytes())
    assert not found.is_damaged
    assert found.length == sample.stat().st_size
    assert found.events


def test_the_samples_hold_every_event_type() -> None:
    """S5: none is missing from the samples."""
    stored = [read_journal(one.read_bytes()).events for one in JOURNALS.rglob("*.journal")]
    kinds = {type(event) for happened in stored for event in happened}
    assert kinds == set(get_args(events.Event))


def test_a_flipped_bit_anywhere_loses_at_most_its_own_record(tmp_path: Path) -> None:
    """S3: every byte of a journal flipped in turn; the rest is there, the file is put aside."""
    lines = [line_of(1, (started(),)), *(line_of(n, written(n)) for n in range(2, 6))]
    whole = b"".join(lines)
    wanted = read_journal(whole).events
    for at in range(len(whole)):
        broken = bytearray(whole)
        broken[at] ^= 0x01
        found = read_journal(bytes(broken))
        lost = [one for one in wanted if one not in found.events]
        assert len(lost) <= 2, at
        assert all(one in wanted for one in found.events), at
        hit_last = at >= len(whole) - len(lines[-1])
        assert found.is_damaged or hit_last or found.events == wanted, at


def test_a_damaged_journal_is_put_aside_and_the_rest_goes_on(tmp_path: Path) -> None:
    """S3: nothing is thrown away; resuming says so once."""
    store = DiskStore.open(tmp_path)
    journal = store.meetings.start("g", "m1", on_disk=True)
    journal.append((started(),))
    for number in range(5):
        journal.append(written(number))
    journal.close()
    path = tmp_path / "groups/g/open/m1.journal"
    raw = path.read_bytes()
    path.write_bytes(raw.replace(b"word 2", b"word X"))
    _, happened, is_damaged = store.meetings.resume("g", "m1")
    assert is_damaged
    assert len(happened) == 5
    assert path.with_suffix(".damaged-1").read_bytes() == raw.replace(b"word 2", b"word X")
    assert not store.meetings.resume("g", "m1")[2]
    store.close()


def test_a_torn_last_record_is_cut_off_without_a_word(tmp_path: Path) -> None:
    """S3: at every length of the last record."""
    whole = line_of(1, (started(),)) + line_of(2, written(1))
    first = len(line_of(1, (started(),)))
    for length in range(first, len(whole)):
        path = tmp_path / f"{length}.journal"
        path.write_bytes(whole[:length])
        found = read_journal(path.read_bytes())
        assert (len(found.events), found.is_damaged) == (1, False)
        journal = DiskJournal(Disk(), path, found.records)
        journal.append(written(9))
        journal.close()
        again = read_journal(path.read_bytes())
        assert again.events == (started(), *written(9))


class Faulty(Disk):
    """A disk on which one sort of call fails when the test says so."""

    def __init__(self) -> None:
        """Begin without a fault."""
        self.fails: str = ""
        self.code = errno.EIO
        self.synced = 0

    def write(self, descriptor: int, body: bytes) -> int:
        """Fail, or write only half."""
        if self.fails == "write":
            raise OSError(self.code, "write")
        if self.fails == "short":
            return super().write(descriptor, body[: len(body) // 2])
        return super().write(descriptor, body)

    def sync(self, descriptor: int) -> None:
        """Fail once or for ever."""
        if self.fails in ("sync", "sync-once"):
            self.fails = "" if self.fails == "sync-once" else self.fails
            raise OSError(self.code, "sync")
        self.synced += 1
        super().sync(descriptor)


@pytest.mark.parametrize(
    ("fails", "code", "reason"),
    [
        ("write", errno.ENOSPC, "full"),
        ("write", errno.EROFS, "read-only"),
        ("write", errno.EIO, "failed"),
        ("short", 0, "full"),
        ("sync", errno.EIO, "failed"),
    ],
)
def test_a_fault_is_said_and_harms_nothing(
    tmp_path: Path, fails: str, code: int, reason: str
) -> None:
    """S2: what was saved stays, what was not is not there, and it goes on once it can."""
    disk = Faulty()
    path = tmp_path / "m.journal"
    journal = DiskJournal(disk, path)
    journal.append((started(),))
    journal.append(written(1))
    disk.fails, disk.code = fails, code
    for _ in range(3):
        with pytest.raises(NotSaved) as said:
            journal.append(written(2))
        assert said.value.reason == reason
        assert read_journal(path.read_bytes()).events == (started(), *written(1))
    disk.fails = ""
    journal.append(written(3))
    assert read_journal(path.read_bytes()).events == (started(), *written(1), *written(3))


def test_after_a_failed_sync_the_journal_is_a_new_file(tmp_path: Path) -> None:
    """S2: no retry on the same descriptor; the answer is saved in a new file."""
    disk = Faulty()
    path = tmp_path / "m.journal"
    journal = DiskJournal(disk, path)
    journal.append((started(),))
    before = path.stat().st_ino
    disk.fails = "sync-once"
    journal.append(written(1))
    assert path.stat().st_ino != before
    assert read_journal(path.read_bytes()).events == (started(), *written(1))


def test_nothing_is_acknowledged_without_a_sync(tmp_path: Path) -> None:
    """S1: one sync for every answer; the control counts them."""
    disk = Faulty()
    journal = DiskJournal(disk, tmp_path / "m.journal")
    for number in range(5):
        journal.append(written(number))
        assert disk.synced == number + 1


def test_a_file_size_limit_is_a_full_disk(tmp_path: Path) -> None:
    """S2: in a child with RLIMIT_FSIZE; every acknowledged answer is there afterwards."""
    child = subprocess.run(
        [sys.executable, str(Path(__file__).parent / "fill_child.py"), str(tmp_path)],
        capture_output=True, text=True, timeout=60, check=False,
        preexec_fn=_limit,
    )  # fmt: skip
    acknowledged = int(child.stdout.split()[0])
    assert "full" in child.stdout, child
    found = read_journal((tmp_path / "m.journal").read_bytes())
    assert len(found.events) == acknowledged
    assert not found.is_damaged


def _limit() -> None:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (5000, 5000))


def test_a_second_program_is_told_and_opens_nothing(tmp_path: Path) -> None:
    """S4: from another process, and again after the first has let go."""
    store = DiskStore.open(tmp_path)
    code = (
        "import sys; from pathlib import Path\n"
        "from facilitator.adapters.storage.disk import DiskStore\n"
        "from facilitator.files.lock import AlreadyOpen\n"
        "try:\n    DiskStore.open(Path(sys.argv[1]))\nexcept AlreadyOpen:\n    sys.exit(3)\n"
    )
    command = [sys.executable, "-c", code, str(tmp_path)]
    assert subprocess.run(command, timeout=60, check=False).returncode == 3
    with pytest.raises(AlreadyOpen):
        DiskStore.open(tmp_path)
    store.close()
    assert subprocess.run(command, timeout=60, check=False).returncode == 0


def test_files_are_for_their_owner_alone(tmp_path: Path) -> None:
    """S10: files 0600, folders 0700, whatever the umask says."""
    before = os.umask(0)
    try:
        store = DiskStore.open(tmp_path / "data")
        store.meetings.start("g", "m1", on_disk=True).append((started(),))
        store.meetings.close(closed("m2"))
        store.book.save_member("g", Member("1", "Ann"))
        store.settings.save(store.settings.read())
        store.close()
    finally:
        os.umask(before)
    for path in (tmp_path / "data").rglob("*"):
        mode = stat.S_IMODE(path.stat().st_mode)
        assert mode == (0o700 if path.is_dir() else 0o600), path


def test_a_missing_index_is_made_again(tmp_path: Path) -> None:
    """Design 4: it is derived, and a torn line does not hurt the next."""
    store = DiskStore.open(tmp_path)
    for number in range(3):
        store.meetings.close(closed(f"m{number}", f"2026-01-0{number + 1}T00:00:00+00:00"))
    index = tmp_path / "groups/g/index.jsonl"
    wanted = [row.id for row in store.meetings.rows("g")]
    index.unlink()
    assert [row.id for row in store.meetings.rows("g")] == wanted
    index.write_bytes(index.read_bytes()[:-10])
    store.meetings.close(closed("m3", "2026-01-09T00:00:00+00:00"))
    assert next(store.meetings.rows("g")).id == "m3"
    store.close()


def test_a_closed_file_is_a_tinydb_file(tmp_path: Path) -> None:
    """Design 4: TinyDB itself reads what was kept."""
    from tinydb import TinyDB

    store = DiskStore.open(tmp_path)
    store.meetings.close(closed())
    store.close()
    with TinyDB(tmp_path / "groups/g/meetings/m1.json", encoding="utf-8") as opened:
        assert opened.table("meeting").all()[0]["session_title"] == "A first meeting"
        assert len(opened.table("answers")) == 4


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b"\x00\xff", b'{"meeting": {}}', b"[" * 9999]
)
def test_a_damaged_file_never_stops_the_program(tmp_path: Path, content: bytes) -> None:
    """S3: closed file, book, group, settings and index; each is left where it is."""
    store = DiskStore.open(tmp_path)
    store.meetings.close(closed())
    store.book.add_group(Group("g", "Tuesday"))
    folder = tmp_path / "groups/g"
    for path in (
        folder / "meetings/m1.json", folder / "book.json", folder / "group.json",
        folder / "index.jsonl", tmp_path / "settings.json",
    ):  # fmt: skip
        path.write_bytes(content)
    assert store.meetings.read("g", "m1") is None
    assert store.book.members("g") == ()
    assert store.book.groups() == (Group("g", "g"),)  # by its folder: it holds something
    assert list(store.meetings.rows("g")) == []
    assert store.settings.read().easy is False
    store.close()


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    """Issue: said at the start with the folder's name, before anybody types."""
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    with pytest.raises(NotWritable) as said:
        DiskStore.open(blocked / "data")
    assert str(blocked / "data") in str(said.value)


def test_the_data_folder_is_the_one_that_was_named() -> None:
    """Issue 6: --data goes before FACILITATOR_DATA, and that before the platform's own."""
    assert data_folder("/a", {"FACILITATOR_DATA": "/b"}) == Path("/a")
    assert data_folder(None, {"FACILITATOR_DATA": "/b"}) == Path("/b")
    assert data_folder(None, {}).name == "facilitator"
