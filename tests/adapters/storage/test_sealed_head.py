"""The head of a sealed group: an older, a missing and an added file are found and told (S9)."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from facilitator.adapters.sealing.aes import AesCipher
from facilitator.adapters.storage.disk import DiskStore
from facilitator.adapters.storage.group_head import LOOKED_AT
from facilitator.adapters.storage.keys import body_of, read_keys
from facilitator.domain.events import AnswerGiven
from facilitator.domain.records import Group, Member, NotAsLeft, Seal
from facilitator.ports.storage import NotSaved
from tests.adapters.storage.breaking import Small
from tests.adapters.storage.sealed import CANARY, KEPT, WORD, holds, reopened
from tests.adapters.storage.test_sealed_traces import Counting
from tests.contracts.test_storage import closed, sealed_store, started

ANN, BO = Member("1", f"Ann {CANARY}"), Member("2", "Bo")
FEWER = replace(closed(), answers=closed().answers[:1])


@pytest.fixture
def group(tmp_path: Path) -> Path:
    """The folder of a sealed group with a book, two closed meetings and one that is set aside."""
    store = sealed_store(tmp_path, "g")
    store.book.add_group(Group("g", "Tuesday", "Morag"))
    store.book.save_member("g", ANN)
    store.book.save_member("g", BO)
    store.meetings.close(closed())
    store.meetings.close(closed("m2"))
    journal = store.meetings.start("g", "m3", on_disk=True)
    for event in (started("m3"), *KEPT[1:]):
        journal.append((event,))
    journal.close()
    store.close()
    return tmp_path / "groups/g"


@pytest.fixture
def opened(group: Path, tmp_path: Path) -> Iterator[Callable[[], DiskStore]]:
    """Opens the group as a new start of the program does, as often as it is called."""
    stores: list[DiskStore] = []

    def again() -> DiskStore:
        for one in stores:
            one.close()
        stores[:] = [reopened(tmp_path, "g")]
        return stores[0]

    yield again
    for one in stores:
        one.close()


def told(store: DiskStore) -> NotAsLeft:
    """Return what is not as it was left."""
    return store.seals.not_as_left("g")


def test_a_group_that_nobody_touched_is_as_it_was_left(opened: Callable[[], DiskStore]) -> None:
    """S9: the control: after every sort of writing, over several starts, nothing is told."""
    for _ in range(3):
        store = opened()
        assert told(store) == NotAsLeft()
        store.book.save_member("g", BO)
        store.book.forget_member("g", "2")
        store.meetings.rewrite(FEWER)
        store.meetings.rewrite(closed())
        journal, happened, is_damaged = store.meetings.resume("g", "m3")
        assert not is_damaged
        journal.append((AnswerGiven("goal", "p1", "what", "tea"),))
        journal.close()
        store.meetings.rewrite_open("g", "m3", happened).close()
        store.meetings.close(closed("m4"))
        store.meetings.discard("g", "m4")
        assert told(store) == NotAsLeft()


def test_a_kill_in_the_middle_of_a_meeting_is_no_alarm(opened: Callable[[], DiskStore]) -> None:
    """S9, M7: a journal that was never let go of is ours, with every answer behind its first."""
    store = opened()
    store.meetings.start("g", "m5", on_disk=True).append((started("m5"),))
    journal = store.meetings.resume("g", "m3")[0]
    journal.append((AnswerGiven("goal", "p1", "what", "tea"),))
    again = opened()
    assert told(again) == NotAsLeft()
    assert not again.meetings.resume("g", "m3")[2]


def test_an_older_book_brings_nobody_back_unseen(
    group: Path, opened: Callable[[], DiskStore]
) -> None:
    """S9, S8: somebody was forgotten; the book of before is put back, as by a backup."""
    older = (group / "book.json").read_bytes()
    opened().book.forget_member("g", "1")
    (group / "book.json").write_bytes(older)
    store = opened()
    assert told(store) == NotAsLeft(is_book_changed=True)
    assert store.book.members("g") == ()
    assert not store.book.is_whole("g")
    assert told(opened()).is_book_changed  # as long as nobody said that it is fine


def test_an_older_meeting_brings_nobody_back_unseen(
    group: Path, opened: Callable[[], DiskStore]
) -> None:
    """S9, S8: it is not shown, and told; the others are read as ever."""
    older = (group / "meetings/m1.json").read_bytes()
    opened().meetings.rewrite(FEWER)
    (group / "meetings/m1.json").write_bytes(older)
    store = opened()
    assert told(store) == NotAsLeft(changed=("m1",))
    assert store.meetings.read("g", "m1") is None
    assert store.meetings.has("g", "m1")
    assert store.meetings.read("g", "m2") == closed("m2")
    assert store.book.members("g") == (ANN, BO)


def test_an_older_journal_brings_nobody_back_unseen(
    group: Path, opened: Callable[[], DiskStore]
) -> None:
    """S9, S8: told at the opening; going through it to forget somebody else hides nothing."""
    older = {one: one.read_bytes() for one in (group / "open").iterdir()}
    opened().meetings.rewrite_open("g", "m3", KEPT[:2]).close()
    for path, raw in older.items():
        path.write_bytes(raw)
    store = opened()
    assert told(store) == NotAsLeft(changed=("m3",))
    journal, happened, is_damaged = store.meetings.resume("g", "m3")
    journal.close()
    assert is_damaged
    store.meetings.rewrite_open("g", "m3", happened).close()
    assert told(opened()).changed == ("m3",)


def test_an_older_head_of_a_journal_is_told(group: Path, opened: Callable[[], DiskStore]) -> None:
    """S9: with the journal of before, a word that was given later would be missed by nobody."""
    older = {one: one.read_bytes() for one in (group / "open").iterdir()}
    journal = opened().meetings.resume("g", "m3")[0]
    journal.append((AnswerGiven("goal", "p1", "what", "tea"),))
    journal.close()
    for path, raw in older.items():
        path.write_bytes(raw)
    assert told(opened()) == NotAsLeft(changed=("m3",))


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("book.json", NotAsLeft(is_book_changed=True)),
        ("meetings/m2.json", NotAsLeft(gone=("m2",))),
        ("open/m3.journal", NotAsLeft(gone=("m3",))),
        ("open/m3.head", NotAsLeft(changed=("m3",))),
    ],
)
def test_a_missing_file_is_told(
    group: Path, opened: Callable[[], DiskStore], name: str, wanted: NotAsLeft
) -> None:
    """S9: whichever it is, at every opening until the group says that it is fine."""
    (group / name).unlink()
    assert told(opened()) == wanted
    store = opened()
    assert told(store) == wanted
    store.seals.take_as_is("g")
    assert told(store) == NotAsLeft()
    assert told(opened()) == NotAsLeft()


def test_a_meeting_that_was_let_go_and_is_put_back_is_told(
    group: Path, opened: Callable[[], DiskStore]
) -> None:
    """S9, S8: a whole meeting that was forgotten is not read when its file is back."""
    older = (group / "meetings/m2.json").read_bytes()
    journal = (group / "open/m3.journal").read_bytes()
    opened().meetings.discard("g", "m2")
    opened().meetings.discard("g", "m3")
    (group / "meetings/m2.json").write_bytes(older)
    (group / "open/m3.journal").write_bytes(journal)
    store = opened()
    assert told(store) == NotAsLeft(added=("m2", "m3"))
    assert store.meetings.read("g", "m2") is None
    assert [row.id for row in store.meetings.rows("g")] == ["m1"]
    store.meetings.discard("g", "m3")
    assert told(opened()) == NotAsLeft(added=("m2",))
    store = opened()
    store.seals.take_as_is("g")
    assert store.meetings.read("g", "m2") == closed("m2")
    assert {row.id for row in store.meetings.rows("g")} == {"m1", "m2"}


def test_one_older_meeting_can_be_taken_alone(group: Path, opened: Callable[[], DiskStore]) -> None:
    """S9: what the group says is fine is read from then on; the rest stays told."""
    older = (group / "meetings/m1.json").read_bytes()
    opened().meetings.rewrite(FEWER)
    (group / "meetings/m1.json").write_bytes(older)
    (group / "meetings/m2.json").unlink()
    store = opened()
    store.seals.take_as_is("g", "m1")
    assert told(store) == NotAsLeft(gone=("m2",))
    assert store.meetings.read("g", "m1") == closed()
    assert told(opened()) == NotAsLeft(gone=("m2",))


def test_an_older_meeting_among_many_is_found_when_it_is_read(tmp_path: Path) -> None:
    """S9: of thousands some are looked at when the group is opened; none is believed unseen."""
    store = sealed_store(tmp_path, "g")
    store.meetings.close(closed())
    older = (tmp_path / "groups/g/meetings/m1.json").read_bytes()
    store.meetings.rewrite(FEWER)
    seal = store.seals.seal("g")
    assert seal is not None
    for number in range(LOOKED_AT):
        path = tmp_path / f"groups/g/meetings/x{number}.json"
        path.write_bytes(seal.closed(f"meeting/x{number}", b"{}"))
    store.seals.take_as_is("g")
    store.meetings.rewrite(closed("m2"))
    store.close()
    (tmp_path / "groups/g/meetings/m1.json").write_bytes(older)
    again = reopened(tmp_path, "g")
    assert again.meetings.read("g", "m1") is None
    assert "m1" in told(again).changed
    again.close()


def test_a_group_sealed_before_there_was_a_head_is_told_nothing(tmp_path: Path) -> None:
    """S5, S9: its head is made at the first opening, and holds from then on."""
    shutil.copytree(Path(__file__).parents[2] / "kept/sealed-v1", tmp_path, dirs_exist_ok=True)
    head = tmp_path / "groups/g/head.jsonl"
    assert not head.exists()
    store = DiskStore.open(tmp_path, cipher=AesCipher)
    store.seals.open("g", WORD)
    assert told(store) == NotAsLeft()
    assert head.exists()
    assert store.meetings.read("g", "m1") == closed()
    store.close()
    head.unlink()
    again = DiskStore.open(tmp_path, cipher=AesCipher)
    again.seals.open("g", WORD)
    assert told(again) == NotAsLeft(is_unknown=True)  # it had one, and the keys know it
    again.close()


@pytest.mark.parametrize("damage", ["flipped", "gone", "cut", "of another group", "empty"])
def test_a_head_that_cannot_be_read_is_told_and_costs_no_word(
    group: Path, opened: Callable[[], DiskStore], tmp_path: Path, damage: str
) -> None:
    """S9, S3: then nobody can say what is as it was; all is read, and people know it."""
    head = group / "head.jsonl"
    raw = head.read_bytes()
    other = sealed_store(tmp_path / "other", "g")
    other.close()
    foreign = (tmp_path / "other/groups/g/head.jsonl").read_bytes()
    broken = bytearray(raw)
    broken[len(raw) // 3] ^= 1
    body = {"flipped": bytes(broken), "cut": raw[7:], "of another group": foreign, "empty": b""}
    if damage == "gone":
        head.unlink()
    else:
        head.write_bytes(body[damage])
    for _ in range(2):
        store = opened()
        assert told(store) == NotAsLeft(is_unknown=True)
        assert store.book.members("g") == (ANN, BO)
        assert store.meetings.read("g", "m1") == closed()
        store.book.save_member("g", BO)
        store.meetings.rewrite(closed("m2"))
    store.seals.take_as_is("g")
    assert told(opened()) == NotAsLeft()


def test_any_byte_of_the_head_may_flip(group: Path, opened: Callable[[], DiskStore]) -> None:
    """S9, S3: it is told, or it was the last record and says less; never a false word."""
    head = group / "head.jsonl"
    whole = head.read_bytes()
    last = whole[:-1].rfind(b"\n")
    for at in range(0, len(whole), 41):
        broken = bytearray(whole)
        broken[at] ^= 1 << (at % 8)
        head.write_bytes(bytes(broken))
        store = opened()
        assert told(store) == NotAsLeft(is_unknown=at <= last), at
        assert store.meetings.read("g", "m1") == closed(), at


def test_the_head_holds_no_word_and_no_name_of_anybody(
    group: Path, opened: Callable[[], DiskStore], tmp_path: Path
) -> None:
    """S8, S9: names of meetings and versions, sealed."""
    store = opened()
    head = store.seals._heads["g"]
    names = {"book", "meeting/m1", "meeting/m2", "open/m3", "head/m3"}
    assert set(head._right) == names
    assert not holds(tmp_path, "meeting/m1")


def test_the_head_stays_short_however_often_it_is_written(
    group: Path, opened: Callable[[], DiskStore]
) -> None:
    """S9: what changed is written behind it, and all anew once that is longer."""
    store, head = opened(), group / "head.jsonl"
    sizes = list[int]()
    for _ in range(200):
        store.book.save_member("g", replace(BO, name=f"Bo {len(sizes)}"))
        sizes.append(head.stat().st_size)
    assert max(sizes) < 48 * 1024
    assert any(after < before for before, after in pairwise(sizes))
    assert told(opened()) == NotAsLeft()


def test_answers_do_not_touch_the_head(group: Path, opened: Callable[[], DiskStore]) -> None:
    """S9, P3: the first record of a meeting does, and its end."""
    journal = opened().meetings.resume("g", "m3")[0]
    before = (group / "head.jsonl").read_bytes()
    for number in range(5):
        journal.append((AnswerGiven("goal", "p1", "what", str(number)),))
    assert (group / "head.jsonl").read_bytes() == before
    journal.close()
    assert (group / "head.jsonl").read_bytes() != before


def test_opening_a_group_with_many_meetings_reads_a_part_of_them(tmp_path: Path) -> None:
    """P4, S9: whether the others are there is seen in the list of the folder."""
    store = sealed_store(tmp_path, "g")
    seal = store.seals.seal("g")
    assert seal is not None
    store.meetings.close(closed())
    for number in range(3 * LOOKED_AT):
        path = tmp_path / f"groups/g/meetings/x{number}.json"
        path.write_bytes(seal.closed(f"meeting/x{number}", b"{}"))
    store.seals.take_as_is("g")
    store.close()
    (tmp_path / "groups/g/meetings/x0.json").unlink()
    disk = Counting()
    again = DiskStore.open(tmp_path, disk, AesCipher)
    again.seals.open("g", WORD)
    assert told(again) == NotAsLeft(gone=("x0",))
    assert disk.opened < LOOKED_AT + 20
    again.close()


def test_keys_that_say_that_not_all_is_sealed_seal_nothing_foreign(
    group: Path, opened: Callable[[], DiskStore]
) -> None:
    """S9: the word of the keys file is guarded by a checksum alone; the head knows better."""
    keys = read_keys((group / "keys.jsonl").read_bytes())[0]
    (group / "keys.jsonl").write_bytes(body_of(replace(keys, is_whole=False)))
    (group / "book.json").write_bytes(b'{"members": {"1": {"id": "9", "name": "Mallory"}}}')
    store = opened()
    assert store.book.members("g") == ()
    assert told(store) == NotAsLeft(is_book_changed=True)


def test_nor_do_they_where_the_head_was_taken_away_too(
    group: Path, opened: Callable[[], DiskStore]
) -> None:
    """S9: that there is a head stands beside the master key, where nobody else can write."""
    keys = read_keys((group / "keys.jsonl").read_bytes())[0]
    (group / "keys.jsonl").write_bytes(body_of(replace(keys, is_whole=False)))
    (group / "book.json").write_bytes(b'{"members": {"1": {"id": "9", "name": "Mallory"}}}')
    (group / "head.jsonl").unlink()
    store = opened()
    assert store.book.members("g") == ()
    assert told(store) == NotAsLeft(is_unknown=True)


def test_a_full_disk_refuses_a_change_before_the_file_is_touched(
    group: Path, tmp_path: Path
) -> None:
    """S2, S9: what was there before is unharmed and is no alarm."""
    (tmp_path / "reserve").unlink()  # that the meeting which is set aside left
    disk = Small(10_000_000)
    store = DiskStore.open(tmp_path, disk, AesCipher)
    store.seals.open("g", WORD)
    disk.left = 0
    with pytest.raises(NotSaved):
        store.book.save_member("g", Member("3", "Cy"))
    with pytest.raises(NotSaved):
        store.meetings.rewrite(FEWER)
    assert store.seals.state("g") is Seal.OPEN
    store.close()
    again = reopened(tmp_path, "g")
    assert told(again) == NotAsLeft()
    assert again.book.members("g") == (ANN, BO)
    assert again.meetings.read("g", "m1") == closed()
    again.close()
