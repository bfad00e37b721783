"""kill -9 at random moments of writing loses nothing acknowledged (S1, M7)."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from facilitator.adapters.storage.records import ReadJournal
from tests.e2e.kill_child import event, lines_of

CHILD = Path(__file__).parent / "kill_child.py"
KILLS = 300


def killed_runs(folder: Path, kind: str, kills: int, chance: random.Random) -> tuple[int, int]:
    """Kill so many writers; return answers acknowledged in all, and answers lost.

    Each writer goes on with the journal that the one before it left.
    """
    acknowledged = lost = 0
    path = folder / f"{kind}.journal"
    for _ in range(kills):
        before = len(read(path, kind).events)
        if before > 3000:
            path.unlink()
            before = 0
        told = _killed(path, kind, chance)
        found = read(path, kind)
        assert not found.is_damaged
        wanted = [event(number) for number in range(len(found.events))]
        assert list(found.events) == wanted, "what is there is what was written, in order"
        acknowledged += max(0, told - before)
        lost += max(0, told - len(found.events))
    return acknowledged, lost


def read(path: Path, kind: str) -> ReadJournal:
    """Return what is in a journal; nothing where there is none yet."""
    return lines_of(kind).read(path.read_bytes() if path.exists() else b"")


def _killed(path: Path, kind: str, chance: random.Random) -> int:
    """Start a writer, let it write for a moment, kill it; return the last number it told."""
    child = subprocess.Popen(
        [sys.executable, "-S", str(CHILD), str(path), kind],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert child.stdout is not None
    told = child.stdout.readline()
    # The moment of the kill is what is random here; nothing waits for it.
    time.sleep(chance.uniform(0, 0.03))
    child.send_signal(signal.SIGKILL)
    rest = child.stdout.read()
    child.wait()
    child.stdout.close()
    numbers = (told + rest).split(b"\n")[:-1]
    return int(numbers[-1]) if numbers else 0


def test_three_hundred_kills_lose_nothing_acknowledged(tmp_path: Path) -> None:
    """S1, M7: what was acknowledged is there, whole and in order, after every kill."""
    acknowledged, lost = killed_runs(tmp_path, "disk", KILLS, random.Random(20261124))
    assert acknowledged > KILLS
    assert lost == 0


def test_kills_of_a_sealed_journal_lose_nothing_acknowledged(tmp_path: Path) -> None:
    """S1, S9, M7: the chain is whole after every kill, and gone on with by the next writer."""
    acknowledged, lost = killed_runs(tmp_path, "sealed", 60, random.Random(20261124))
    assert acknowledged > 60
    assert lost == 0


def test_the_control_that_acknowledges_too_early_is_found_out(tmp_path: Path) -> None:
    """S1: the same test finds a store that loses."""
    _, lost = killed_runs(tmp_path, "hasty", 10, random.Random(7))
    assert lost > 0
