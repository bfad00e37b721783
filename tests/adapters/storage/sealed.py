"""A sealed group for the tests: its words, what lies on its disk, and one record after another."""

from collections.abc import Sequence
from pathlib import Path

from facilitator.adapters.sealing.aes import AesCipher
from facilitator.adapters.storage.disk import DiskStore
from facilitator.adapters.storage.open_seal import OpenSeal
from facilitator.adapters.storage.sealed_records import SealedLines
from facilitator.domain import events
from tests.contracts.test_storage import CHEAP, started

WORD = "four small birds sing"
CANARY = "yellow canary"
MASTER = bytes(range(32))
KEPT: tuple[events.Event, ...] = (
    started(),
    *(events.AnswerGiven("goal", "p1", "what", f"{CANARY} {number}") for number in range(4)),
)


def lines(meeting: str = "m1", master: bytes = MASTER) -> SealedLines:
    """Return the lines of a meeting, as after a new start of the program."""
    return SealedLines(OpenSeal(AesCipher(), master), meeting)


def written(happened: Sequence[events.Event] = KEPT, meeting: str = "m1") -> list[bytes]:
    """Return a sealed journal, one record an event."""
    made, records = lines(meeting), list[bytes]()
    for number, event in enumerate(happened, 1):
        records.append(made.line_of(number, (event,), records[-1] if records else b""))
    return records


def reopened(folder: Path, *groups: str) -> DiskStore:
    """Return the data folder as a new start of the program finds it, these groups opened."""
    store = DiskStore.open(folder, cipher=AesCipher, cost=CHEAP)
    for group in groups:
        store.seals.open(group, WORD)
    return store


def all_bytes(folder: Path) -> bytes:
    """Return every byte under a folder, names of files among it."""
    paths = sorted(folder.rglob("*"))
    names = "\n".join(str(path) for path in paths).encode()
    return names + b"".join(path.read_bytes() for path in paths if path.is_file())


def holds(folder: Path, words: str) -> bool:
    """Whether words can be read in a folder, in one of the ways in which they may be written."""
    raw = all_bytes(folder)
    return any(words.encode(way) in raw for way in ("utf-8", "utf-16-le", "utf-32-le"))
