"""What a fault did: acknowledged changes lost, evenings that cannot be read."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from scripts.bench_faults_stores import EVENING, Read, State, UnreadableError, applied, evenings_of


@dataclass(frozen=True)
class Verdict:
    """What stands: so many changes; so many acknowledged ones lost, evenings unreadable."""

    number: int
    lost: int = 0
    unreadable: int = 0

    @property
    def is_good(self) -> bool:
        """Whether nothing acknowledged is missing."""
        return not self.lost and not self.unreadable


def judged(read: Read, folder: Path, told: int) -> Verdict:
    """Compare what is kept with what was acknowledged; one change more may be there."""
    number = lost = unreadable = 0
    for evening, wanted in enumerate([*evenings_of(told), *([{}] if not told % EVENING else [])]):
        count = min(EVENING, told - evening * EVENING)
        try:
            state = read(folder, evening)
        except UnreadableError:
            unreadable, lost = unreadable + 1, lost + count
            continue
        kept = _kept(state, wanted, evening, count)
        lost += max(0, count - kept)
        number = evening * EVENING + kept
    return Verdict(number, lost, unreadable)


def _kept(state: State, wanted: State, evening: int, count: int) -> int:
    """Return how many changes of an evening are there; 0 for a state that never was."""
    begun = evening * EVENING
    if count < EVENING and state == applied(wanted, begun + count):
        return count + 1
    if state == wanted:
        return count
    for fewer in range(count - 1, 0, -1):
        if evenings_of(begun + fewer)[evening] == state:
            return fewer
    return 0


@dataclass
class Row:
    """One line of the table."""

    fault: str
    store: str
    tries: int = 0
    acknowledged: int = 0
    lost: int = 0
    unreadable: int = 0
    refused: int = 0
    note: str = ""

    def add(self, verdict: Verdict, acknowledged: int, refused: int = 0) -> None:
        """Count one try."""
        self.tries += 1
        self.acknowledged += acknowledged
        self.lost += verdict.lost
        self.unreadable += verdict.unreadable
        self.refused += refused


def emptied(folder: Path) -> Path:
    """Return the folder, with nothing in it."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder
