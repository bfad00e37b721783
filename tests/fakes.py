"""Fakes, not mocks: small working stand-ins for what is outside."""

from dataclasses import dataclass, field
from datetime import date, datetime

from facilitator.adapters.storage.memory import (
    MemoryGroupBook,
    MemoryMeetingStore,
    MemoryOwnShelf,
    MemorySettings,
)
from facilitator.domain.records import NotAsLeft, Seal
from facilitator.domain.session import Resource, Session, Words
from facilitator.domain.sticks import CarriedOut, Stick, Trouble
from facilitator.ports.exports import Written
from facilitator.ports.sealing import StaysSealed

__all__ = [
    "FakeClock",
    "FakeSeals",
    "FakeSticks",
    "FakeTypeSize",
    "MemoryExports",
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
    strange: NotAsLeft = field(default_factory=NotAsLeft)

    def not_as_left(self, group_id: str) -> NotAsLeft:
        """Return what a test says of an open group."""
        return self.strange if group_id in self.opened else NotAsLeft()

    def take_as_is(self, group_id: str, meeting_id: str = "") -> None:
        """Let all be right."""
        self.strange = NotAsLeft()

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


@dataclass(slots=True)
class FakeSticks:
    """Sticks in memory: folders of files, by path; `trouble` is met by whoever writes."""

    plugged: dict[str, dict[str, bytes]] = field(default_factory=dict)
    trouble: Trouble | None = None

    def here(self) -> tuple[Stick, ...]:
        """Return all that are plugged in."""
        return tuple(Stick(path, path.rpartition("/")[2]) for path in self.plugged)

    def at(self, path: str) -> Stick | None:
        """Return the one of this path."""
        return next((one for one in self.here() if one.path == path), None)

    def files(self, folder: str) -> tuple[str, ...] | Trouble:
        """Return the names on it."""
        found = self.plugged.get(folder)
        return Trouble.GONE if found is None else tuple(sorted(found))

    def read(self, folder: str, name: str) -> bytes | Trouble:
        """Return a file."""
        return self.plugged.get(folder, {}).get(name, Trouble.GONE)

    def write(self, folder: str, stem: str, body: bytes) -> CarriedOut:
        """Put a file there, or meet the trouble."""
        if self.trouble is not None or folder not in self.plugged:
            return CarriedOut(trouble=self.trouble or Trouble.GONE)
        name = f"{stem}.toml"
        was_there = self.plugged[folder].get(name) == body
        self.plugged[folder][name] = body
        return CarriedOut(f"{folder}/{name}", was_there=was_there)


@dataclass(slots=True)
class MemoryExports:
    """An exports folder in memory: names and what they hold."""

    files: dict[str, str] = field(default_factory=dict)
    is_possible: bool = True

    def write(self, group_id: str, name: str, body: str) -> str:
        """Keep it."""
        self.files[name] = body
        return name

    def take_away(self, group_id: str, stem: str) -> tuple[Written, ...]:
        """Take those of a stem."""
        taken = [name for name in self.files if name.startswith((f"{stem}-", f"{stem}."))]
        return tuple((name, self.files.pop(name)) for name in taken)
