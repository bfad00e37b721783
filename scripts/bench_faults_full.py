"""A full disk and a disk that turns read-only, for real: RLIMIT_FSIZE, a small tmpfs (S2)."""

import json
import os
import random
import resource
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import astuple
from pathlib import Path
from typing import Protocol

from scripts.bench_faults_judge import Row, Verdict, emptied, judged
from scripts.bench_faults_kill import forked, heard
from scripts.bench_faults_stores import STORES, Store

MOST, AFTER, REFUSALS = 120, 20, 3
ROOM = "4m"
TOGETHER = 10
"""After so many changes on a full disk what has become free is filled up again."""


class Full(Protocol):
    """How a disk is made full, and how it gets room again."""

    def fill(self) -> None:
        """Leave no room."""

    def clear(self) -> None:
        """Make room."""


class Limit:
    """No file may be longer than the longest one is now, and a little."""

    def __init__(self, folder: Path, chance: random.Random) -> None:
        """Keep the limit that there is."""
        self._folder, self._more = folder, chance.randrange(3000)
        self._before = resource.getrlimit(resource.RLIMIT_FSIZE)
        self._is_set = False

    def fill(self) -> None:
        """Set the limit, once."""
        if not self._is_set:
            sizes = [one.stat().st_size for one in self._folder.rglob("*") if one.name != "reserve"]
            limit = max(sizes, default=0) + self._more
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, self._before[1]))
            self._is_set = True

    def clear(self) -> None:
        """Take the limit away."""
        resource.setrlimit(resource.RLIMIT_FSIZE, self._before)


class Filler:
    """One more file takes all the room of a small file system."""

    def __init__(self, folder: Path) -> None:
        """Stand for the file."""
        self._path = folder.parent / "filler"

    def fill(self) -> None:
        """Write until nothing more can be written."""
        with suppress(OSError), self._path.open("ab", buffering=0) as file:
            while file.write(bytes(64 * 1024)):
                pass
        with suppress(OSError), self._path.open("ab", buffering=0) as file:
            while file.write(bytes(512)):
                pass

    def clear(self) -> None:
        """Take it away."""
        self._path.unlink(missing_ok=True)


def limit_row(folder: Path, name: str, tries: int) -> Row:
    """Let files reach a limit, at another length each time."""
    row = Row("RLIMIT_FSIZE", name)
    for seed in range(tries):
        chance = random.Random(seed)  # noqa: S311  no secret
        emptied(folder)
        _count(row, folder, name, Limit(folder, chance), chance.randrange(2, 50))
    return row


def tmpfs_row(folder: Path, name: str, tries: int) -> Row:
    """Fill a small file system, at another moment each time."""
    row = Row(f"tmpfs of {ROOM} full", name)
    with mounted(folder) as there:
        for seed in range(tries):
            chance = random.Random(seed)  # noqa: S311  no secret
            inside = emptied(there / "data")
            _count(row, inside, name, Filler(inside), chance.randrange(2, 50))
    return row


def _count(row: Row, folder: Path, name: str, full: Full, begun: int) -> None:
    ear, mouth = os.pipe()
    child = forked(lambda: _meet(folder, name, full, begun, mouth))
    os.close(mouth)
    told = heard(ear)
    os.waitpid(child, 0)
    if not told:
        raise RuntimeError("the writer said nothing")
    acknowledged, refused, lost, unreadable = json.loads(told)
    row.add(Verdict(0, lost, unreadable), acknowledged, refused)


def _meet(folder: Path, name: str, full: Full, begun: int, mouth: int) -> None:
    """Keep changes, on a full disk too; tell what came of it."""
    opened, read = STORES[name]
    number, refused, worst = 0, 0, Verdict(0)
    store = opened(folder, 0)
    while number < MOST and refused < REFUSALS:
        if number >= begun and not (number - begun) % TOGETHER:
            full.fill()
        if kept(store, number):
            number += 1
        else:
            refused += 1
            worst = worse(worst, judged(read, folder, number))
    full.clear()
    if not worst.unreadable:
        number = go_on(store, number)
        worst = worse(worst, judged(read, folder, number))
    told = json.dumps([number, refused, *astuple(worst)[1:]])
    os.write(mouth, told.encode())


def kept(store: Store, number: int) -> bool:
    """Try to keep one change; return whether it was acknowledged."""
    try:
        store.do(number)
    except Exception:  # noqa: BLE001  each store has its own; all mean that it is not kept
        return False
    return True


def go_on(store: Store, number: int) -> int:
    """Keep some more changes once nothing is wrong; return how many there are then."""
    for _ in range(AFTER):
        if not kept(store, number):
            break
        number += 1
    return number


def worse(one: Verdict, other: Verdict) -> Verdict:
    """Return the one with more harm in it."""
    return max(one, other, key=lambda verdict: (verdict.unreadable, verdict.lost))


@contextmanager
def mounted(folder: Path) -> Iterator[Path]:
    """Mount a small file system; only root may. Raises CalledProcessError."""
    emptied(folder)
    command = ["mount", "-t", "tmpfs", "-o", f"size={ROOM}", "tmpfs", str(folder)]
    subprocess.run(command, check=True, capture_output=True)
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def remount_row(folder: Path, name: str, tries: int) -> Row:
    """Make the file system read-only while the meeting rests, try to go on, make it writable."""
    row = Row("read-only remount", name)
    with mounted(folder) as there:
        for number in range(3, 3 + tries):
            inside = emptied(there / "data")
            _in_child(inside, name, 0, number)
            _remount(there, "ro")
            refused = not _in_child(inside, name, number, number + 1)
            _remount(there, "rw")
            told = number
            if _in_child(inside, name, number, number + AFTER):
                told += AFTER
            row.add(judged(STORES[name][1], inside, told), told, int(refused))
    return row


def _in_child(folder: Path, name: str, begun: int, end: int) -> bool:
    """Keep changes from one to another number, in a child; return whether all were kept."""

    def keep() -> None:
        store = STORES[name][0](folder, begun)
        if not all(kept(store, number) for number in range(begun, end)):
            raise OSError("refused")
        store.close()

    return os.waitpid(forked(keep), 0)[1] == 0


def _remount(folder: Path, how: str) -> None:
    command = ["mount", "-o", f"remount,{how},size={ROOM}", str(folder)]
    subprocess.run(command, check=True, capture_output=True)
