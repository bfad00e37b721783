"""Damage, newer programs and things half done: nothing is thrown away, nothing is doubled."""

import json
import shutil
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from facilitator.adapters.storage.disk import DiskStore
from facilitator.adapters.storage.records import line_of, read_journal
from facilitator.domain import events
from facilitator.domain.records import Agreement, Group, Member, Ways
from tests.contracts.test_storage import closed, started


@pytest.fixture
def store(tmp_path: Path) -> Iterator[DiskStore]:
    """An open data folder."""
    opened = DiskStore.open(tmp_path)
    yield opened
    opened.close()


def record(content: object) -> bytes:
    """Return a line whose checksum is right, whatever is in it."""
    body = json.dumps(content).encode()
    return b"%08x %s\n" % (zlib.crc32(body), body)


def three(store: DiskStore) -> None:
    """Close three meetings, m0 to m2."""
    for number in range(3):
        store.meetings.close(closed(f"m{number}", f"2026-01-0{number + 1}T00:00:00+00:00"))


def ids(store: DiskStore) -> list[str]:
    """Return what is listed, newest first."""
    return [row.id for row in store.meetings.rows("g")]


@pytest.mark.parametrize(
    "content",
    [
        {"seq": 2, "events": [{"event": "dance-danced", "steps": 3}]},
        {"seq": 2, "events": [{"event": "moved-to", "step": "goal"}]},
        {"seq": 2, "events": "none"},
        {"version": 2},
        [],
    ],
)
def test_a_record_of_a_newer_program_is_kept_aside_even_when_it_is_the_last(
    store: DiskStore, tmp_path: Path, content: object
) -> None:
    """S3, S5: its checksum is right, so no power cut tore it."""
    store.meetings.start("g", "m1", on_disk=True).append((started(),))
    path = tmp_path / "groups/g/open/m1.journal"
    raw = path.read_bytes() + record(content)
    path.write_bytes(raw)
    _, happened, is_damaged = store.meetings.resume("g", "m1")
    assert (happened, is_damaged) == ((started(),), True)
    assert path.with_suffix(".damaged-1").read_bytes() == raw


def test_every_bit_of_a_journal_may_flip(store: DiskStore, tmp_path: Path) -> None:
    """S3: at every byte of the file itself: it opens, and what is lost is put aside or trimmed."""
    path = tmp_path / "groups/g/open/m1.journal"
    path.parent.mkdir(parents=True)
    lines = [
        line_of(1, (started(),)),
        line_of(2, (events.Paused(),)),
        line_of(3, (events.WentOn(),)),
    ]
    whole = b"".join(lines)
    last = len(whole) - len(lines[-1])
    for at in range(len(whole)):
        broken = bytearray(whole)
        broken[at] ^= 1 << (at % 8)
        path.write_bytes(bytes(broken))
        journal, happened, is_damaged = store.meetings.resume("g", "m1")
        journal.append((events.Paused(),))
        journal.close()
        asides = list(path.parent.glob("m1.damaged-*"))
        assert is_damaged == bool(asides), at
        assert is_damaged or at >= last or len(happened) == 3, at
        assert len(happened) >= 1, at
        assert read_journal(path.read_bytes()).events == (*happened, events.Paused()), at
        for aside in asides:
            assert aside.read_bytes() == bytes(broken), at
            aside.unlink()


def test_damaged_copies_are_numbered(store: DiskStore, tmp_path: Path) -> None:
    """S3: an older copy is never written over."""
    path = tmp_path / "groups/g/open/m1.journal"
    path.parent.mkdir(parents=True)
    for number in (1, 2):
        path.write_bytes(b"bad %d\n" % number + line_of(1, (started(),)))
        store.meetings.resume("g", "m1")[0].close()
    assert path.with_suffix(".damaged-1").read_bytes().startswith(b"bad 1")
    assert path.with_suffix(".damaged-2").read_bytes().startswith(b"bad 2")


def test_a_journal_in_which_nothing_was_acknowledged_is_not_listed(
    store: DiskStore, tmp_path: Path
) -> None:
    """M7: empty, or the first record torn; a damaged one is listed, so it can be forgotten."""
    folder = tmp_path / "groups/g/open"
    folder.mkdir(parents=True)
    (folder / "empty.journal").touch()
    (folder / "torn.journal").write_bytes(line_of(1, (started(),))[:50])
    assert store.meetings.unfinished("g") == ()
    (folder / "bad.journal").write_bytes(b"bad\nbad\n" + line_of(3, (events.Paused(),)))
    assert [one.id for one in store.meetings.unfinished("g")] == ["bad"]


def test_hand_written_words_are_made_safe(store: DiskStore, tmp_path: Path) -> None:
    """S14: escapes and overrides in a file do not reach the screen, in a name of an extra too."""
    plan = {"what": "\x1b]0;x\x07walk\u202e", "extras": {"\x1b[2Jwho": "\udc80Bo"}}
    path = tmp_path / "groups/g/book.json"
    path.parent.mkdir(parents=True)
    member = {"id": "1", "name": "An\x9bn", "plan": plan}
    path.write_text(json.dumps({"members": {"1": member}}))
    (ann,) = store.book.members("g")
    assert ann.plan is not None
    assert (ann.name, ann.plan.what) == ("Ann", "]0;xwalk")
    assert ann.plan.extras == {"[2Jwho": "Bo"}


def test_a_meeting_with_unsafe_words_can_be_closed(store: DiskStore) -> None:
    """S14, M7: what is read back is compared with what may be read back."""
    odd = closed("m1")
    odd = type(odd)(**{**{n: getattr(odd, n) for n in type(odd).__slots__}, "people": ("A\x1bnn",)})
    store.meetings.close(odd)
    found = store.meetings.read("g", "m1")
    assert found is not None
    assert found.people == ("Ann",)


@pytest.mark.parametrize("content", [b"{", b"[]", b"\xff", b'{"members": {"1": {"name": 7}}}'])
def test_a_damaged_book_is_kept_aside_before_it_is_written_over(
    store: DiskStore, tmp_path: Path, content: bytes
) -> None:
    """S3: somebody may still read the names out of it."""
    path = tmp_path / "groups/g/book.json"
    path.parent.mkdir(parents=True)
    path.write_bytes(content)
    store.book.save_member("g", Member("1", "Ann"))
    store.book.save_agreement("g", Agreement(("a",), (), 1))
    assert path.with_suffix(".damaged-1").read_bytes() == content
    assert not path.with_suffix(".damaged-2").exists()
    assert store.book.members("g") == (Member("1", "Ann"),)


def test_a_book_or_a_group_that_cannot_be_read_is_told(store: DiskStore, tmp_path: Path) -> None:
    """S3: whole before, not whole with one bad record, one bad table or no sense at all."""
    store.book.add_group(Group("g", "Tuesday"))
    assert store.book.is_whole("g")
    store.book.save_member("g", Member("1", "Ann"))
    assert store.book.is_whole("g")
    for name in ("book.json", "group.json"):
        path = tmp_path / "groups/g" / name
        before = path.read_bytes()
        for bad in (b'{"members": {"1": {"id": 3}}, "group": {"1": 7}}', b"[]", b"{ no"):
            path.write_bytes(bad)
            assert not store.book.is_whole("g"), (name, bad)
        path.write_bytes(before)
    assert store.book.is_whole("g")


def test_forgetting_somebody_takes_the_damaged_copies_of_the_book_too(
    store: DiskStore, tmp_path: Path
) -> None:
    """S8: nobody can tell what is in them, so they go; the others stay in the book."""
    for one in (
        Member("1", "Ann", events.Carried("canary")),
        Member("2", "Bo", events.Carried("tea")),
    ):
        store.book.save_member("g", one)
    path = tmp_path / "groups/g/book.json"
    path.write_bytes(path.read_bytes().replace(b'"Bo"', b"Bo"))
    store.book.save_member("g", Member("1", "Ann", events.Carried("canary")))
    store.book.save_member("g", Member("2", "Bo", events.Carried("tea")))
    assert b"canary" in path.with_suffix(".damaged-1").read_bytes(), "the control"
    store.book.forget_member("g", "1")
    everything = b"".join(one.read_bytes() for one in tmp_path.rglob("*") if one.is_file())
    assert b"canary" not in everything
    assert [one.name for one in store.book.members("g")] == ["Bo"]


def test_damaged_settings_and_group_are_kept_aside(store: DiskStore, tmp_path: Path) -> None:
    """S3: the same holds for the other small files."""
    for path in (tmp_path / "settings.json", tmp_path / "groups/g/group.json"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"{")
    store.settings.save(Ways(easy=True))
    store.book.add_group(Group("g", "Tuesday"))
    assert (tmp_path / "settings.damaged-1").read_bytes() == b"{"
    assert (tmp_path / "groups/g/group.damaged-1").read_bytes() == b"{"
    assert store.settings.read().easy
    assert store.book.groups() == (Group("g", "Tuesday"),)


def test_a_group_is_the_folder_it_lies_in(store: DiskStore, tmp_path: Path) -> None:
    """M19: a copied folder is a group of its own, and never writes into the other."""
    store.book.add_group(Group("g", "Tuesday"))
    shutil.copytree(tmp_path / "groups/g", tmp_path / "groups/h")
    assert sorted(one.id for one in store.book.groups()) == ["g", "h"]


@pytest.mark.parametrize("line", [0, 1, 2])
def test_a_damaged_line_of_the_index_is_made_good(
    store: DiskStore, tmp_path: Path, line: int
) -> None:
    """Design 4: wherever it is, each meeting is listed once, in order."""
    three(store)
    path = tmp_path / "groups/g/index.jsonl"
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join((*lines[:line], b"{oh\n", *lines[line + 1 :])))
    assert ids(store) == ["m2", "m1", "m0"]
    assert path.read_bytes() == b"".join(lines)


@pytest.mark.parametrize("cut", [1, 10])
def test_a_torn_index_loses_no_meeting_at_the_next_close(
    store: DiskStore, tmp_path: Path, cut: int
) -> None:
    """Design 4: with the line end gone, or some of the line."""
    three(store)
    path = tmp_path / "groups/g/index.jsonl"
    path.write_bytes(path.read_bytes()[:-cut])
    store.meetings.close(closed("m3", "2026-01-09T00:00:00+00:00"))
    assert ids(store) == ["m3", "m2", "m1", "m0"]


def test_an_empty_index_is_made_again(store: DiskStore, tmp_path: Path) -> None:
    """Design 4: as after a power cut that kept the name and not the content."""
    three(store)
    (tmp_path / "groups/g/index.jsonl").write_bytes(b"")
    assert ids(store) == ["m2", "m1", "m0"]


def test_a_meeting_closed_again_after_another_is_listed_once(store: DiskStore) -> None:
    """M7: the power went before the journal did, and another meeting came in between."""
    three(store)
    store.meetings.start("g", "m0", on_disk=True).append((started("m0"),))
    store.meetings.close(closed("m0", "2026-01-01T00:00:00+00:00"))
    assert ids(store) == ["m2", "m1", "m0"]
    assert store.meetings.unfinished("g") == ()


def test_forgetting_takes_every_trace(store: DiskStore, tmp_path: Path) -> None:
    """S6, S8: copies put aside, and files that a power cut left half written, too."""
    canary = "yellow bird"
    event = events.AnswerGiven("goal", "p1", "what", canary)
    store.meetings.start("g", "m1", on_disk=True).append((started(), event))
    folder = tmp_path / "groups/g"
    raw = (folder / "open/m1.journal").read_bytes()
    store.meetings.close(closed("m2"))
    for name in (
        "open/m1.damaged-1", "open/m1.damaged-1.new", "open/m1.journal.new", "meetings/m1.json.new",
    ):  # fmt: skip
        (folder / name).write_bytes(raw)
    store.meetings.discard("g", "m1")
    held = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert canary.encode() not in held
    assert not list(folder.rglob("m1*"))
    assert ids(store) == ["m2"]


def test_a_meeting_half_forgotten_is_not_listed_and_can_be_forgotten_again(
    store: DiskStore, tmp_path: Path
) -> None:
    """S8: the power went after the file and before its index line."""
    three(store)
    (tmp_path / "groups/g/meetings/m1.json").unlink()
    assert ids(store) == ["m2", "m0"]
    store.meetings.discard("g", "m1")
    assert b'"m1"' not in (tmp_path / "groups/g/index.jsonl").read_bytes()


def test_the_closed_file_holds_only_the_answers_that_stand(
    store: DiskStore, tmp_path: Path
) -> None:
    """S8: an older answer is in the journal alone, and that is gone after the close."""
    journal = store.meetings.start("g", "m1", on_disk=True)
    journal.append((started(), events.AnswerGiven("reflection", "", "keep", "an older word")))
    journal.close()
    store.meetings.close(closed())
    held = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert b"an older word" not in held


def test_an_id_is_no_way_to_another_folder(store: DiskStore) -> None:
    """M19: a meeting is asked for by its id on the command line."""
    store.meetings.close(closed())
    assert store.meetings.read("h", "../../g/meetings/m1") is None
    assert store.meetings.read("g", "m1\0") is None
