"""Kills writers of a sealed group, as scripts.bench_faults_kill does: FOLDER KILLS.

Each writer opens the group with its passphrase, as a start of the program does.
"""

import json
import random
import sys
from dataclasses import asdict
from pathlib import Path

from facilitator.adapters.sealing.aes import AesCipher
from facilitator.adapters.storage.meetings import DiskMeetingStore
from facilitator.adapters.storage.seals import DiskSeals
from facilitator.domain.records import Seal
from facilitator.files.disk import Disk
from facilitator.ports.ciphers import Cost
from scripts.bench_faults_judge import Row, emptied, judged
from scripts.bench_faults_kill import MOST, killed
from scripts.bench_faults_stores import EVENING, Ours, State, UnreadableError, folded

WORD = "four small birds sing"


def seals_of(folder: Path) -> DiskSeals:
    """Return the seal of the group, opened; it is put on where there was none yet."""
    seals = DiskSeals(Disk(), folder / "groups", AesCipher, Cost(8, 1, 1))
    if seals.state("g") is Seal.NONE:
        seals.prepare("g", WORD)
        seals.put_on("g")
    else:
        seals.open("g", WORD)
    return seals


def meetings_of(folder: Path) -> DiskMeetingStore:
    """Return the meetings of the sealed group."""
    return DiskMeetingStore(Disk(), folder / "groups", seals=seals_of(folder))


class Sealed(Ours):
    """The same writer over a sealed group."""

    def __init__(self, folder: Path, number: int) -> None:
        """Go on with the number-th change."""
        self._meetings = meetings_of(folder)
        self._journal = None
        if number % EVENING:
            self._journal = self._meetings.resume("g", f"e{number // EVENING}")[0]
            return
        self._close(number // EVENING - 1)


def read_sealed(folder: Path, evening: int) -> State:
    """Return what an evening holds, closed or open. Raises UnreadableError."""
    meetings, name = meetings_of(folder), f"e{evening}"
    closed = meetings.read("g", name)
    if closed is not None:
        return {int(one.person[1:]): str(one.value) for one in closed.answers}
    if not (folder / f"groups/g/open/{name}.journal").exists():
        return {}
    # Read without a new head: the next writer must find what this one left.
    found = (
        seals_of(folder)
        .lines("g", name)
        .read((folder / f"groups/g/open/{name}.journal").read_bytes())
    )
    if found.is_damaged:
        raise UnreadableError(folder)
    return folded(found.events)


def main() -> None:
    """Kill so many times; print what was lost as JSON."""
    folder, kills = emptied(Path(sys.argv[1]) / "kill"), int(sys.argv[2])
    chance, row, number = random.Random(20261124), Row("kill -9", "sealed"), 0
    for _ in range(kills):
        told = killed(Sealed, folder, number, chance)
        verdict = judged(read_sealed, folder, told)
        row.add(verdict, told - number)
        number = verdict.number
        if not verdict.is_good or number > MOST:
            emptied(folder)
            number = 0
    print(json.dumps(asdict(row)))  # noqa: T201  told to the test


if __name__ == "__main__":
    main()
