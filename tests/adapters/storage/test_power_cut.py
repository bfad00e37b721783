"""A power cut at every call that storage makes, torn and dropped sectors among it (S1, M7)."""

import random
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from facilitator.adapters.storage.book import DiskGroupBook
from facilitator.adapters.storage.meetings import DiskMeetingStore
from facilitator.domain import events
from facilitator.domain.records import Group, Member
from facilitator.files.disk import Disk
from tests.adapters.storage.power import Platter, RecordingDisk
from tests.contracts.test_storage import closed, started

ANSWERS = 4
WORDS = "a long way to walk " * 60  # longer than two sectors
CUTS_AT_EACH_CALL = 4


def answer(number: int) -> events.Event:
    """Return the number-th answer of a meeting."""
    return events.AnswerGiven("goal", "p1", "what", f"{number} {WORDS}")


KEPT = [started(), *(answer(number) for number in range(ANSWERS))]
LESS = replace(closed(), answers=closed().answers[:1])


def one_evening(disk: RecordingDisk, root: Path) -> None:
    """Hold a meeting that is kept and one that is not; forget somebody; tell what is saved."""
    store, book = DiskMeetingStore(disk, root / "groups"), DiskGroupBook(disk, root / "groups")
    book.add_group(Group("g", "Tuesday"))
    disk.acknowledge("group")
    journal = store.start("g", "m1", on_disk=True)
    for number, event in enumerate(KEPT):
        if number == 3:
            journal.close()
            journal = store.resume("g", "m1")[0]
        journal.append((event,))
        disk.acknowledge("kept")
    journal.close()
    book.save_member("g", Member("1", "Ann"))
    disk.acknowledge("member")
    disk.acknowledge("closing")
    store.close(closed())
    disk.acknowledge("closed")
    store.start("g", "m2", on_disk=True).append((started("m2"),))
    store.close(closed("m0", "2026-11-24T21:00:00+00:00"))
    disk.acknowledge("forgetting")
    store.rewrite(LESS)
    disk.acknowledge("forgotten")
    disk.acknowledge("discarding")
    store.discard("g", "m2")
    disk.acknowledge("discarded")


def faults(root: Path, told: list[str]) -> list[str]:
    """Return what was told and is not so. Reading must never raise."""
    store, book = DiskMeetingStore(Disk(), root / "groups"), DiskGroupBook(Disk(), root / "groups")
    found = []
    if "group" in told and book.groups() != (Group("g", "Tuesday"),):
        found.append("group")
    if "member" in told and book.members("g") != (Member("1", "Ann"),):
        found.append("member")
    open_now = {one.id for one in store.unfinished("g")}
    rows = [row.id for row in store.rows("g")]
    if len(rows) != len(set(rows)):
        found.append("listed twice")
    whole = store.read("g", "m1")
    if "closing" not in told:
        found += [] if journal_holds(store, open_now, told.count("kept")) else ["kept"]
    elif "closed" not in told:
        is_there = whole == closed() or journal_holds(store, open_now, len(KEPT))
        found += [] if is_there else ["closing"]
    elif "forgetting" not in told:
        found += [] if whole == closed() and "m1" in rows and "m1" not in open_now else ["closed"]
    else:
        may_be = (LESS,) if "forgotten" in told else (closed(), LESS)
        found += [] if whole in may_be and "m1" in rows else ["forgotten"]
    if "discarding" in told and not (set(rows) == {"m0", "m1"} and open_now <= {"m2"}):
        found.append("discarding")
    if "discarded" in told and open_now:
        found.append("discarded")
    return found


def journal_holds(store: DiskMeetingStore, open_now: set[str], told: int) -> bool:
    """Whether the journal holds all that was told, and at most one answer more."""
    if "m1" not in open_now:
        return told == 0
    journal, happened, is_damaged = store.resume("g", "m1")
    journal.close()
    wanted = (KEPT[:told], KEPT[: told + 1])
    return list(happened) in wanted and not is_damaged


def cut_everywhere(tmp_path: Path, forgets: str = "") -> set[str]:
    """Cut the power after each call, several times; return every fault that was found."""
    live, left = tmp_path / "live", tmp_path / "left"
    live.mkdir()
    disk = RecordingDisk(live, forgets)
    one_evening(disk, live)
    assert len(disk.calls) > 80
    chance, platter, found = random.Random(20261124), Platter(), set()
    for call in disk.calls:
        platter.take(call)
        for _ in range(CUTS_AT_EACH_CALL):
            left.mkdir()
            platter.left_in(left, chance)
            found |= set(faults(left, platter.told))
            shutil.rmtree(left)
    return found


def test_a_power_cut_at_any_call_loses_nothing_that_was_told(tmp_path: Path) -> None:
    """S1, M7, S8: answers, closing, forgetting and the book, whatever was not synced yet."""
    assert cut_everywhere(tmp_path) == set()


@pytest.mark.parametrize(
    ("forgets", "finds"), [("sync", {"kept", "member"}), ("sync-folder", {"kept", "closed"})]
)
def test_the_same_cuts_find_a_store_that_forgets_to_sync(
    tmp_path: Path, forgets: str, finds: set[str]
) -> None:
    """S1: negative controls, without the sync of files and without that of folders."""
    assert finds <= cut_everywhere(tmp_path, forgets)
