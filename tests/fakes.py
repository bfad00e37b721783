"""Fakes, not mocks: small working stand-ins for what is outside."""

from dataclasses import dataclass, field
from datetime import date, datetime

from facilitator.adapters.storage.memory import (
    MemoryGroupBook,
    MemoryMeetingStore,
    MemoryOwnShelf,
    MemorySettings,
)
from facilitator.domain.records import Seal
from facilitator.domain.session import Resource, Session, Words
from facilitator.ports.sealing import StaysSealed

__all__ = [
    "FakeClock",
    "FakeSeals",
    "FakeTypeSize",
    "MemoryGroupBook",
    "MemoryMeetingStore",
    "MemoryOwnShelf",
    "MemorySettings",
    "MemoryShelf",
]


@dataclass(slots=True)
class FakeClock:
    """Time stands still until a test moves it; ids are numbers."""

    time: datetime
    last: int = 0
    lot: int = 0

    def now(self) -> datetime:
        """Return the time that the test set."""
        return self.time

    def new_id(self) -> str:
        """Return m1, m2 and so on."""
        self.last += 1
        return f"m{self.last}"

    def chance(self) -> int:
        """Return what the test said the lot would be."""
        return self.lot


@dataclass(slots=True)
class MemoryShelf:
    """Sessions and help numbers without files."""

    held: tuple[Session, ...]
    numbers: tuple[Resource, ...] = (
        Resource("listen", "A line that listens", Words("Any hour."), date(2026, 11, 1), "116 123"),
    )

    def sessions(self) -> tuple[Session, ...]:
        """Return every session."""
        return self.held

    def find(self, name: str) -> Session | None:
        """Return a session by its id."""
        return next((one for one in self.held if one.id == name), None)

    def help_now(self) -> tuple[Resource, ...]:
        """Return the help card."""
        return self.numbers


@dataclass(slots=True)
class FakeTypeSize:
    """A terminal whose letters can be changed; it remembers each size that it was told."""

    told: list[int] = field(default_factory=list)
    can_change: bool = True

    def use(self, step: int) -> None:
        """Remember."""
        self.told.append(step)


@dataclass(slots=True)
class FakeSeals:
    """Passphrases in memory: which group has which, and which groups are open now."""

    words: dict[str, str] = field(default_factory=dict)
    opened: set[str] = field(default_factory=set)
    broken: set[str] = field(default_factory=set)
    prepared: dict[str, str] = field(default_factory=dict)
    is_possible: bool = True

    def state(self, group_id: str) -> Seal:
        """Return how a group lies here."""
        if group_id in self.broken:
            return Seal.BROKEN
        if group_id not in self.words:
            return Seal.NONE
        return Seal.OPEN if group_id in self.opened else Seal.SHUT

    def open(self, group_id: str, passphrase: str) -> None:
        """Open it with its word."""
        if self.words.get(group_id) != passphrase:
            raise StaysSealed("wrong-passphrase")
        self.opened.add(group_id)

    def open_by_recovery(self, group_id: str, recovery: bytes) -> None:
        """Open it with sixteen bytes from 0 on."""
        if recovery != bytes(range(16)):
            raise StaysSealed("wrong-words")
        self.opened.add(group_id)

    def prepare(self, group_id: str, passphrase: str) -> bytes:
        """Remember the word until it is confirmed."""
        self.prepared[group_id] = passphrase
        return bytes(range(16))

    def put_on(self, group_id: str) -> None:
        """Let the word hold."""
        self.words[group_id] = self.prepared.pop(group_id)
        self.opened.add(group_id)

    def change(self, group_id: str, passphrase: str) -> None:
        """Let another word hold."""
        self.words[group_id] = passphrase

    def shut(self, group_id: str) -> None:
        """Shut it."""
        self.opened.discard(group_id)
        self.prepared.pop(group_id, None)
