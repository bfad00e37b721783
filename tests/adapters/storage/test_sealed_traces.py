"""A sealed group whose keys are gone is never taken for a plain one (S9, S3)."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from facilitator.adapters.storage.disk import DiskStore
from facilitator.adapters.storage.traces import MOST
from facilitator.domain.records import Group, Member, Seal
from facilitator.files.disk import Disk
from facilitator.ports.storage import NotSaved
from tests.adapters.storage.sealed import KEPT, WORD, all_bytes, reopened
from tests.contracts.test_storage import closed, sealed_store

SORTS = (
    "book.json", "meetings/m2.json", "open/m1.journal", "open/m1.head", "book.damaged-1",
    "meetings/m2.damaged-1", "open/m1.damaged-1", "keys.damaged-1", "head.jsonl",
)  # fmt: skip


def all_sorts(folder: Path) -> Path:
    """Make a sealed group with a file of every sort; return its folder, without its keys."""
    store = sealed_store(folder, "g")
    store.book.add_group(Group("g", "Tuesday", "Morag"))
    store.book.save_member("g", Member("1", "Ann"))
    journal = store.meetings.start("g", "m1", on_disk=True)
    for event in KEPT:
        journal.append((event,))
    journal.close()
    store.meetings.close(closed("m2"))
    store.close()
    group = folder / "groups/g"
    for name in ("book.json", "meetings/m2.json", "open/m1.journal"):
        path = group / name
        path.with_suffix(".damaged-1").write_bytes(path.read_bytes())
    (group / "keys.jsonl").rename(group / "keys.damaged-1")
    return group


def left_with(folder: Path, name: str) -> Path:
    """Let a group have lost every sealed file but this one."""
    group = all_sorts(folder)
    for path in group.rglob("*"):
        at = str(path.relative_to(group))
        if path.is_file() and at not in {"group.json", "index.jsonl", name}:
            path.unlink()
    return group


def refusals(store: DiskStore) -> list[Callable[[], Any]]:
    """Return what would write something plain."""
    return [
        lambda: store.book.save_member("g", Member("2", "Bo")),
        lambda: store.book.add_group(Group("g", "Tuesday", "Morag")),
        lambda: store.meetings.start("g", "m9", on_disk=True),
        lambda: store.meetings.close(closed("m9")),
        lambda: store.meetings.rewrite(closed("m2")),
        lambda: store.seals.prepare("g", WORD),
    ]


@pytest.mark.parametrize("name", SORTS)
def test_any_sealed_file_says_that_the_group_is_sealed(tmp_path: Path, name: str) -> None:
    """S9: whichever is left alone, the keys are said to be gone and nothing is written plain."""
    left_with(tmp_path, name)
    before = all_bytes(tmp_path)
    again = reopened(tmp_path)
    assert again.seals.state("g") is Seal.BROKEN
    for write in refusals(again):
        with pytest.raises(NotSaved) as said:
            write()
        assert said.value.reason in {"keys-damaged", "sealed"}
    assert all_bytes(tmp_path) == before
    again.close()


def test_where_nothing_sealed_is_left_a_group_is_a_plain_one(tmp_path: Path) -> None:
    """S9: the control, and the limit: whoever takes all of it leaves nothing to find."""
    left_with(tmp_path, "nothing")
    again = reopened(tmp_path)
    assert again.seals.state("g") is Seal.NONE
    again.book.save_member("g", Member("2", "Bo"))
    again.close()


def test_a_journal_whose_first_line_is_damaged_is_a_trace(tmp_path: Path) -> None:
    """S9, S3: the lines after it say so."""
    group = left_with(tmp_path, "open/m1.journal")
    path = group / "open/m1.journal"
    path.write_bytes(b"x" * 50 + b"\n" + path.read_bytes().split(b"\n", 1)[1])
    again = reopened(tmp_path)
    assert again.seals.state("g") is Seal.BROKEN
    again.close()


class Counting(Disk):
    """Counts what is opened for reading."""

    opened = 0

    def open_read(self, path: Path) -> Any:  # noqa: ANN401  as the real one
        """Count."""
        self.opened += 1
        return super().open_read(path)


def test_a_plain_group_with_many_meetings_is_not_read_through(tmp_path: Path) -> None:
    """P4, S9: some of them are looked at, once, however many there are."""
    folder = tmp_path / "groups/g/meetings"
    folder.mkdir(parents=True)
    for number in range(5 * MOST):
        (folder / f"m{number}.json").write_bytes(b"{}")
    disk = Counting()
    store = DiskStore.open(tmp_path, disk)
    assert store.seals.state("g") is Seal.NONE
    assert disk.opened <= MOST + 2
    before = disk.opened
    assert store.seals.state("g") is Seal.NONE
    assert disk.opened == before + 1  # whether there are keys is asked anew
    store.close()


def test_one_sealed_meeting_among_many_is_found_when_it_is_read(tmp_path: Path) -> None:
    """S9: from then on nothing is written plain."""
    group = left_with(tmp_path, "meetings/m2.json")
    names = iter(range(10_000))
    raw = (group / "meetings/m2.json").read_bytes()
    (group / "meetings/m2.json").unlink()
    while True:  # until the system names others first
        for _ in range(2 * MOST):
            (group / f"meetings/x{next(names)}.json").write_bytes(b"{}")
        (group / "meetings/m2.json").write_bytes(raw)
        with os.scandir(group / "meetings") as there:
            first = [one.name for one in there][:MOST]
        if "m2.json" not in first:
            break
        (group / "meetings/m2.json").unlink()
    again = reopened(tmp_path)
    assert again.seals.state("g") is Seal.NONE
    assert again.meetings.read("g", "m2") is None
    assert again.seals.state("g") is Seal.BROKEN
    with pytest.raises(NotSaved):
        again.meetings.start("g", "m9", on_disk=True)
    again.close()
