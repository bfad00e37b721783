"""One evening of meetings on a recorded disk, and what must be left of it after a power cut."""

import random
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from facilitator.adapters.storage.book import DiskGroupBook
from facilitator.adapters.storage.meetings import DiskMeetingStore
from facilitator.domain import events
from facilitator.domain.records import Group, Member
from facilitator.files.disk import Disk
from facilitator.ports.storage import NotSaved
from tests.adapters.storage.breaking import Breaking
from tests.adapters.storage.power import Platter, RecordingDisk
from tests.contracts.test_storage import closed, started

Came = TypeVar("Came")
ANSWERS = 4
WORDS = "a long way to walk " * 60  # longer than two sectors


def answer(number: int) -> events.Event:
    """Return the number-th answer of a meeting."""
    return events.AnswerGiven("goal", "p1", "what", f"{number} {WORDS}")


KEPT = [started(), *(answer(number) for number in range(ANSWERS))]
LESS = replace(closed(), answers=closed().answers[:1])


def again(step: Callable[[], Came]) -> Came:
    """Do something; when it was refused, do it once more, as a person would."""
    try:
        return step()
    except NotSaved:
        return step()


def one_evening(disk: RecordingDisk, root: Path) -> None:
    """Hold a meeting that is kept and one that is not; forget somebody; tell what is saved."""
    store, book = DiskMeetingStore(disk, root / "groups"), DiskGroupBook(disk, root / "groups")
    again(lambda: book.add_group(Group("g", "Tuesday")))
    disk.acknowledge("group")
    journal = again(lambda: store.start("g", "m1", on_disk=True))
    for number, event in enumerate(KEPT):
        if number == 3:
            journal.close()
            journal = again(lambda: store.resume("g", "m1")[0])
        happened = (event,)
        again(lambda: journal.append(happened))  # noqa: B023  done at once
        disk.acknowledge("kept")
    journal.close()
    again(lambda: book.save_member("g", Member("1", "Ann")))
    disk.acknowledge("member")
    disk.acknowledge("closing")
    again(lambda: store.close(closed()))
    disk.acknowledge("closed")
    other = again(lambda: store.start("g", "m2", on_disk=True))
    again(lambda: other.append((started("m2"),)))
    other.close()
    again(lambda: store.close(closed("m0", "2026-11-24T21:00:00+00:00")))
    disk.acknowledge("forgetting")
    again(lambda: store.rewrite(LESS))
    disk.acknowledge("forgotten")
    disk.acknowledge("discarding")
    again(lambda: store.discard("g", "m2"))
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
    if "forgetting" in told and "m0" not in rows:
        found.append("listed")
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


@dataclass
class Cuts:
    """How many power cuts there were, and after how many something told was not so."""

    tries: int = 0
    bad: int = 0
    found: set[str] = field(default_factory=set)


def cut_everywhere(
    folder: Path, disk: RecordingDisk, cuts: int, chance: random.Random, *, only_told: bool = False
) -> Cuts:
    """Cut the power `cuts` times after each call, or only after each word that was told."""
    left, platter, came = folder / "left", Platter(), Cuts()
    for call in disk.calls:
        platter.take(call)
        for _ in range(0 if only_told and call[0] != "told" else cuts):
            left.mkdir()
            platter.left_in(left, chance)
            found = faults(left, platter.told)
            came.tries, came.bad = came.tries + 1, came.bad + bool(found)
            came.found |= set(found)
            shutil.rmtree(left)
    return came


def recorded(folder: Path, kind: type[RecordingDisk], forgets: str, fails: int) -> RecordingDisk:
    """Return the disk after one evening on it."""
    live = folder / "live"
    shutil.rmtree(live, ignore_errors=True)
    live.mkdir(parents=True)
    disk = kind(live, forgets, fails)
    one_evening(disk, live)
    return disk


def power_cuts(folder: Path, cuts: int, forgets: str = "") -> Cuts:
    """Cut the power after each call of an evening, closing and forgetting among them (S1)."""
    disk = recorded(folder, RecordingDisk, forgets, 0)
    return cut_everywhere(folder, disk, cuts, random.Random(20261124))


class Stubborn(RecordingDisk):
    """A control: a sync that failed is tried again on the same descriptor, and believed."""

    def sync(self, descriptor: int) -> None:
        """Sync, and sync once more after a fault."""
        try:
            super().sync(descriptor)
        except OSError:
            super().sync(descriptor)


def failed_syncs(folder: Path, kind: type[RecordingDisk], *, only_told: bool) -> Cuts:
    """Let each sync of an evening fail once, then cut the power (S2)."""
    whole, number, syncs = Cuts(), 1, 1
    while number <= syncs:
        disk = recorded(folder, kind, "", number)
        syncs, number = disk.syncs, number + 1
        came = cut_everywhere(folder, disk, 1, random.Random(number), only_told=only_told)
        whole.tries, whole.bad = whole.tries + came.tries, whole.bad + came.bad
        whole.found |= came.found
    return whole


class Hopeful(Breaking):
    """A control: a folder whose name could not be synced is left there, and taken as synced."""

    def remove_folder(self, path: Path) -> None:
        """Leave it."""


def failed_folder_syncs(folder: Path, kind: type[Breaking]) -> Cuts:
    """Let each sync of a folder in an evening fail once, then cut the power (S2)."""
    whole, number = Cuts(), 1
    while True:
        live = folder / "live"
        shutil.rmtree(live, ignore_errors=True)
        live.mkdir(parents=True)
        disk = kind(live, number)
        one_evening(disk, live)
        if not disk.broke:
            return whole
        if disk.broke == "sync_folder":
            came = cut_everywhere(folder, disk, 3, random.Random(number), only_told=True)
            whole.tries, whole.bad = whole.tries + came.tries, whole.bad + came.bad
            whole.found |= came.found
        number += 1
