"""S1 and S2 as figures: every fault, ours beside TinyDB's own storage and SQLite, and controls.

    scripts/bench --faults [--quick] [--json FILE] [--only FAULT ...] [--stores NAME ...]
        [--tries N]

A control is our store with one care taken away; a fault that does not find it shows nothing.
"""

import argparse
import json
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from scripts.bench_faults_full import limit_row, remount_row, tmpfs_row
from scripts.bench_faults_judge import Row
from scripts.bench_faults_kill import kill_row
from scripts.bench_faults_power import broken_row, power_row
from tests.adapters.storage.breaking import Breaking, Halving
from tests.adapters.storage.evening import (
    Cuts,
    Stubborn,
    failed_syncs,
    faults,
    one_evening,
    power_cuts,
)
from tests.adapters.storage.power import RecordingDisk

OTHERS = ("ours", "TinyDB", "SQLite")


@dataclass(frozen=True)
class Fault:
    """One sort of fault: its word, its requirement, how it is measured, how often, what it needs.

    `full` and `quick` are tries, or cuts after each call, or the step from call to call.
    """

    word: str
    number: str
    measured: Callable[[Path, str, int], Row]
    stores: Sequence[str]
    full: int
    quick: int
    needs: str = ""


def evening_row(folder: Path, name: str, cuts: int) -> Row:
    """A power cut after each call of a whole evening: book, closing and forgetting too."""
    forgets = {"no sync": "sync", "no folder sync": "sync-folder"}.get(name, "")
    return _told(Row("power cut, evening", name), power_cuts(folder, cuts, forgets))


def failed_row(folder: Path, name: str, every: int) -> Row:
    """Each sync fails once, then a power cut: after each call, or after each word told."""
    kind = Stubborn if name == "same file" else RecordingDisk
    came = failed_syncs(folder, kind, only_told=every > 1)
    return _told(Row("failed sync, power cut", name), came)


def _told(row: Row, came: Cuts) -> Row:
    # Here each check that fails is counted, not each change.
    row.tries, row.lost = came.tries, came.bad
    return row


def calls_row(folder: Path, name: str, step: int) -> Row:
    """EIO at every call of the file layer in turn, reads and folders too."""
    row, number, broke = Row("EIO, file layer", name), 1, "first"
    while broke:
        live = folder / f"{number}"
        live.mkdir(parents=True)
        disk = Breaking(live, number)
        one_evening(disk, live)
        _count(row, disk, live)
        number, broke = number + step, disk.broke
    return row


def short_row(folder: Path, name: str, tries: int) -> Row:
    """No write is ever whole."""
    row = Row("short writes", name)
    for number in range(tries):
        live = folder / f"{number}"
        live.mkdir(parents=True)
        disk = Halving(live)
        one_evening(disk, live)
        _count(row, disk, live)
    return row


def _count(row: Row, disk: RecordingDisk, live: Path) -> None:
    told = [str(one[1]) for one in disk.calls if one[0] == "told"]
    row.tries += 1
    row.acknowledged += len(told)
    row.lost += len(faults(live, told))


FAULTS = (
    Fault("kill", "S1", kill_row, (*OTHERS, "hasty"), 1000, 60),
    Fault("power", "S1", power_row, (*OTHERS, "no sync", "no new sync"), 4, 1, "strace"),
    Fault("evening", "S1", evening_row, ("ours", "no sync", "no folder sync"), 40, 2),
    Fault("failed-sync", "S2", failed_row, ("ours", "same file"), 1, 2),
    Fault("file-size", "S2", limit_row, (*OTHERS, "careless"), 60, 6),
    Fault("full-disk", "S2", tmpfs_row, (*OTHERS, "careless"), 60, 6, "mount"),
    Fault("read-only", "S2", remount_row, OTHERS, 20, 3, "mount"),
    Fault("eio", "S2", broken_row, OTHERS, 1, 6, "strace"),
    Fault("eio-layer", "S2", calls_row, ("ours",), 1, 5),
    Fault("short", "S2", short_row, ("ours",), 3, 1),
)


def can(needs: str, folder: Path) -> bool:
    """Return whether this machine lets us: watch a program, or mount a small file system."""
    match needs:
        case "strace":
            command = ["strace", "-qq", "-o", os.devnull, "true"]
        case "mount":
            command = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(folder)]
        case _:
            return True
    try:
        is_fine = subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        return False
    if needs == "mount" and is_fine:
        subprocess.run(["umount", str(folder)], check=True)
    return is_fine


def measured(given: argparse.Namespace, folder: Path) -> list[tuple[Fault, Row]]:
    """Measure every fault that was asked for; a line as soon as it is there."""
    rows = []
    for fault in FAULTS:
        if given.only and fault.word not in given.only:
            continue
        if not can(fault.needs, folder):
            print(f"{fault.word}: not measured here, it needs {fault.needs}")
            continue
        for store in fault.stores:
            if given.stores and store not in given.stores:
                continue
            tries = given.tries or (fault.quick if given.quick else fault.full)
            began, there = time.perf_counter(), folder / "there"
            row = replace(fault.measured(there, store, tries), fault=fault.word)
            shutil.rmtree(there, ignore_errors=True)
            rows.append((fault, row))
            print(line_of(fault.number, row, time.perf_counter() - began), flush=True)
    return rows


HEAD = (
    f"{'':3}{'fault':14}{'store':16}{'tries':>8}{'told':>9}{'lost':>8}{'unreadable':>12}"
    f"{'refused':>9}{'seconds':>9}"
)


def line_of(number: str, row: Row, seconds: float) -> str:
    """Return one line of the table."""
    return (
        f"{number:3}{row.fault:14}{row.store:16}{row.tries:>8}{row.acknowledged:>9}{row.lost:>8}"
        f"{row.unreadable:>12}{row.refused:>9}{seconds:>9.0f}"
    )


def flat(rows: Sequence[tuple[Fault, Row]]) -> dict[str, dict[str, object]]:
    """Return the figures under flat keys; only ours has a target."""
    found: dict[str, dict[str, object]] = {}
    for fault, row in rows:
        key = f"{fault.number} {row.fault}" + ("" if row.store == "ours" else f" {row.store}")
        target = {"target": 0} if row.store == "ours" else {}
        found[f"{key} tries"] = {"value": row.tries, "unit": "tries"}
        found[f"{key} lost"] = {"value": row.lost, "unit": "changes", **target}
        found[f"{key} unreadable"] = {"value": row.unreadable, "unit": "evenings", **target}
    return found


def main(words: Sequence[str] | None = None) -> None:
    """Put every fault in; print a table, write JSON when asked."""
    parser = argparse.ArgumentParser(prog="scripts/bench --faults")
    parser.add_argument("--quick", action="store_true", help="fewer tries")
    parser.add_argument("--json", metavar="FILE", type=Path)
    parser.add_argument("--only", nargs="+", choices=[one.word for one in FAULTS])
    parser.add_argument("--stores", nargs="+", metavar="STORE", help="only these, by name")
    parser.add_argument("--tries", type=int, default=0, help="so many of each, whatever it is")
    given = parser.parse_args(words)
    print(HEAD)
    with tempfile.TemporaryDirectory() as name:
        rows = measured(given, Path(name).resolve())
    if given.json:
        given.json.write_text(json.dumps(flat(rows), indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    main()
