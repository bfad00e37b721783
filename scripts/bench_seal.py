"""S9: what a sealed answer costs beside a plain one, and what one try of a passphrase costs."""

import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from facilitator.adapters.sealing.aes import AesCipher
from facilitator.adapters.storage.disk import DiskStore
from facilitator.domain import events
from facilitator.domain.events import Keep, SeenBy
from facilitator.ports.ciphers import REAL_COST
from scripts.bench_figures import Absolute, Figure

TARGET = 1.3
ANSWER = (events.AnswerGiven("goal", "p1", "what", "a short walk by the sea " * 4),)


def seal_figures(folder: Path, answers: int) -> list[Figure | Absolute]:
    """One durable answer, sealed and plain in turn, median; one opening at its real cost."""
    store = DiskStore.open(folder, cipher=AesCipher)
    store.seals.prepare("sealed", "four small birds sing")
    store.seals.put_on("sealed")
    journals = [store.meetings.start(group, "now", on_disk=True) for group in ("plain", "sealed")]
    for journal in journals:
        journal.append(
            (
                events.MeetingStarted(
                    "now", "g", "", "A", Keep.TODAY, SeenBy.PERSON, 4, "2026-01-02"
                ),
            )
        )
    took: list[list[float]] = [[], []]
    for number in range(answers):
        # Each goes first as often as the other: the second finds the disk busy.
        for one in (0, 1) if number % 2 else (1, 0):
            took[one].append(_timed(lambda: journals[one].append(ANSWER)))  # noqa: B023  at once
    opening = _timed(lambda: AesCipher().stretched("four small birds sing", bytes(16), REAL_COST))
    store.close()
    return [
        Figure("S9 answer", median(took[1]), median(took[0]), TARGET, "ms"),
        Absolute("S9 opening", opening, None, "ms"),
    ]


def _timed(done: Callable[[], object]) -> float:
    before = time.perf_counter()
    done()
    return (time.perf_counter() - before) * 1000


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as name:
        for figure in seal_figures(Path(name), 2000):
            print(figure.row())


if __name__ == "__main__":
    main()
