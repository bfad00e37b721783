"""kill -9 at random moments of adding, changing, passing, taking back and closing (S1)."""

import json
import os
import random
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

from scripts.bench_faults_judge import Row, emptied, judged
from scripts.bench_faults_stores import EVENING, STORES, Opened

MOST = 6 * EVENING
IN_THE_MIDDLE = 0.8
"""The part of the kills that come while changes are being kept; the others hit the opening."""


def kill_row(folder: Path, name: str, kills: int) -> Row:
    """Kill a writer so many times; each goes on with what the one before it left."""
    opened, read = STORES[name]
    chance, row, number = random.Random(20261124), Row("kill -9", name), 0  # noqa: S311
    emptied(folder)
    for _ in range(kills):
        told = killed(opened, folder, number, chance)
        verdict = judged(read, folder, told)
        row.add(verdict, told - number)
        number = verdict.number
        if not verdict.is_good or number > MOST:
            emptied(folder)
            number = 0
    return row


def killed(opened: Opened, folder: Path, number: int, chance: random.Random) -> int:
    """Let a child keep changes for a moment, kill it; return what it acknowledged last."""
    ear, mouth = os.pipe()
    child = forked(lambda: _keep(opened, folder, number, mouth))
    os.close(mouth)
    told = os.read(ear, 64) if chance.random() < IN_THE_MIDDLE else b""
    # The moment of the kill is what is random here; nothing waits for it.
    time.sleep(chance.uniform(0, 0.02))
    os.kill(child, signal.SIGKILL)
    told += heard(ear)
    _, status = os.waitpid(child, 0)
    if not os.WIFSIGNALED(status):
        raise RuntimeError("the writer ended by itself")
    numbers = told.split(b"\n")[:-1]
    return int(numbers[-1]) if numbers else number


def _keep(opened: Opened, folder: Path, number: int, mouth: int) -> None:
    store = opened(folder, number)
    while True:
        store.do(number)
        number += 1
        os.write(mouth, b"%d\n" % number)


def forked(work: Callable[[], None]) -> int:
    """Do some work in a child, which ends with 0, or with 1 after a fault; return its id."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            work()
            code = 0
        except Exception:  # noqa: BLE001  the code says it, and nothing else is wanted of it
            code = 1
        finally:
            os._exit(code)
    return child


def heard(ear: int) -> bytes:
    """Return all that comes until the other end is closed."""
    told = b""
    while came := os.read(ear, 65536):
        told += came
    os.close(ear)
    return told


if __name__ == "__main__":
    print(json.dumps(asdict(kill_row(Path(sys.argv[1]) / "kill", sys.argv[2], int(sys.argv[3])))))
