"""S9: what the close and the opening of a sealed group cost, with 10 and with 10,000 meetings."""

import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median

from facilitator.adapters.sealing.aes import AesCipher
from facilitator.adapters.storage.disk import DiskStore
from facilitator.domain.records import ClosedMeeting, KeptAnswer
from facilitator.ports.ciphers import Cost

CHEAP = Cost(8, 1, 1)
WORD = "four small birds sing"
TRIES = 60


def closed(number: int) -> ClosedMeeting:
    """Return a meeting with some words in it."""
    at = f"2026-01-01T20:00:00+00:00 {number:06}"
    answers = tuple(
        KeptAnswer("goal", "Plan", "Ann", f"part-{one}", "a short walk by the sea")
        for one in range(12)
    )
    return ClosedMeeting(f"m{number:06}", "g", "first", "A first meeting", at, at, 0, (), answers)


def timed(done: Callable[[], object]) -> float:
    """Return how long this took, in ms."""
    before = time.perf_counter()
    done()
    return (time.perf_counter() - before) * 1000


def measured(folder: Path, many: int, *, is_sealed: bool) -> tuple[float, float]:
    """Return the median of a close, and of an opening by a cheap passphrase."""
    store = DiskStore.open(folder, cipher=AesCipher, cost=CHEAP)
    if is_sealed:
        store.seals.prepare("g", WORD)
        store.seals.put_on("g")
    for number in range(many):
        store.meetings.close(closed(number))
    closing = [timed(partial(store.meetings.close, closed(many + one))) for one in range(TRIES)]
    opening = [0.0]
    if is_sealed:
        opening = []
        for _ in range(5):
            store.seals.shut("g")
            opening.append(timed(lambda: store.seals.open("g", WORD)))
        head = (folder / "groups/g/head.jsonl").stat().st_size
        print(f"head of {many}: {head} bytes; slowest close {max(closing):.2f} ms")
    store.close()
    return median(closing), median(opening)


def main() -> None:
    """Measure and print."""
    for many in (10, 10_000):
        for is_sealed in (False, True):
            with tempfile.TemporaryDirectory() as name:
                close, opening = measured(Path(name), many, is_sealed=is_sealed)
                print(f"{many} meetings, sealed {is_sealed}: {close:.2f} ms, {opening:.2f} ms")


if __name__ == "__main__":
    main()
