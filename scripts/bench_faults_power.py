"""A power cut after every call of each store, and EIO at every call, both by way of strace."""

import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

from scripts.bench_faults_judge import Row, Verdict, emptied, judged
from scripts.bench_faults_stores import EVENING, STORES
from scripts.bench_faults_trace import WATCHED, Reader
from tests.adapters.storage.power import Call, Platter

CHILD = Path(__file__).parent / "bench_faults_child.py"
CHANGES = EVENING + 15
BROKEN = (
    "write",
    "pwrite64",
    "ftruncate",
    "fsync",
    "fdatasync",
    "rename",
    "renameat",
    "unlink",
    "unlinkat",
)
FEW = 12
"""So many changes are kept while one call fails."""


class Kind(Platter):
    """A disk on which the sync of a file also keeps that the file was made, as ext4 does.

    Without that TinyDB, which syncs no folder, would lose every new file.
    """

    def take(self, call: Call) -> None:
        """Let one more call happen."""
        super().take(call)
        if call[0] == "sync":
            made = [one for one in self.waiting if one[0] == "make" and one[2] == call[1]]
            self.waiting = [one for one in self.waiting if one not in made]
            self.names |= {str(one[1]): int(one[2]) for one in made}


def traced(folder: Path, name: str, changes: int, log: Path, *more: str) -> list[str]:
    """Run a writer under strace; return what it said last, word by word."""
    command = ["strace", "-f", "-qq", "-y", "-xx", "-s", "10000000", "-o", str(log)]
    done = subprocess.run(
        [*command, *more, sys.executable, str(CHILD), name, str(folder), str(changes)],
        stdout=subprocess.PIPE, check=False, text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )  # fmt: skip
    lines = done.stdout.splitlines()
    if not lines or not lines[-1].startswith("came"):
        raise RuntimeError(f"the writer ended by itself: {done.returncode}")
    return lines[-1].split()[1:]


def power_row(folder: Path, name: str, cuts: int) -> Row:
    """Cut the power after each call of a meeting and its closing, so many times each."""
    live, left = emptied(folder / "live"), folder / "left"
    traced(live, name, CHANGES, folder / "log", "--seccomp-bpf", "-e", f"trace={WATCHED}")
    row, chance, platter = Row("power cut", name), random.Random(20261124), Kind()  # noqa: S311
    told, is_begun = 0, False
    for call in Reader(live).calls(folder / "log"):
        platter.take(call)
        if call[0] == "told":
            told = int(call[1])
            is_begun = is_begun or _settled(platter)
        for _ in range(cuts if is_begun else 0):
            platter.left_in(emptied(left), chance)
            row.add(judged(STORES[name][1], left, told), told)
    shutil.rmtree(left, ignore_errors=True)
    return row


def _settled(platter: Platter) -> bool:
    """What was there before the first change is on the disk."""
    for folder in {str(Path(str(one[1])).parent) for one in platter.waiting}:
        platter.take(("sync-folder", folder, ""))
    for content in platter.files.values():
        content.settle()
    return True


def broken_row(folder: Path, name: str, step: int) -> Row:
    """Let each call fail once with EIO; with `step` only every so many-th."""
    row = Row("EIO at each call", name)
    for call in BROKEN:
        number, is_hit = 1, True
        while is_hit:
            live = emptied(folder / "live")
            inject = f"inject={call}:error=EIO:when={number}"
            more = ("-e", "trace=" + ",".join(BROKEN), "-e", inject)
            came = traced(live, name, FEW, folder / "log", *more)
            is_hit = b"(INJECTED)" in (folder / "log").read_bytes()
            if is_hit:
                acknowledged, refused, lost, unreadable = map(int, came)
                row.add(Verdict(0, lost, unreadable), acknowledged, refused)
            number += step
    return row
