"""Goes on with a journal, answer after answer; prints each number once it is acknowledged."""

import os
import sys
from pathlib import Path

from facilitator.adapters.storage.journal import DiskJournal
from facilitator.adapters.storage.records import Lines, PlainLines
from facilitator.domain import events
from facilitator.files.disk import Disk


class Hasty(Disk):
    """The negative control: acknowledges first, and writes much later."""

    def __init__(self) -> None:
        """Begin with nothing held back."""
        self.held: list[bytes] = []

    def write(self, descriptor: int, body: bytes) -> int:
        """Hold it back until there are fifty."""
        self.held.append(body)
        if len(self.held) >= 50:
            super().write(descriptor, b"".join(self.held))
            self.held.clear()
        return len(body)


def event(number: int) -> events.Event:
    """Return adding, changing, taking back and moving on, in turn."""
    match number % 4:
        case 0:
            return events.AnswerTakenBack("goal", "p1", "what")
        case 1 | 2:
            return events.AnswerGiven(
                "goal", "p1", "what", f"answer {number} " + "x" * (number % 700)
            )
        case _:
            return events.MovedTo("goal", f"p{number}", "what")


def lines_of(kind: str) -> Lines:
    """Return plain lines, or sealed ones by a key that is always the same (S9)."""
    if kind != "sealed":
        return PlainLines()
    from facilitator.adapters.sealing.aes import AesCipher
    from facilitator.adapters.storage.open_seal import OpenSeal
    from facilitator.adapters.storage.sealed_records import SealedLines

    return SealedLines(OpenSeal(AesCipher(), bytes(32)), "killed")


def main() -> None:
    """Write until somebody kills us."""
    path = Path(sys.argv[1])
    disk = Hasty() if sys.argv[2] == "hasty" else Disk()
    lines = lines_of(sys.argv[2])
    found = lines.read(path.read_bytes() if path.exists() else b"")
    journal = DiskJournal(disk, path, found.records, lines=lines)
    number = len(found.events)
    while True:
        journal.append((event(number),))
        number += 1
        os.write(1, f"{number}\n".encode())


if __name__ == "__main__":
    main()
