"""Fakes, not mocks: small working stand-ins for what is outside."""

from dataclasses import dataclass, field
from datetime import date, datetime

from facilitator.adapters.storage.memory import (
    MemoryGroupBook,
    MemoryMeetingStore,
    MemorySettings,
)
from facilitator.domain.session import Resource, Session, Words

__all__ = [
    "FakeClock",
    "FakeTypeSize",
    "MemoryGroupBook",
    "MemoryMeetingStore",
    "MemorySettings",
    "MemoryShelf",
]


@dataclass(slots=True)
class FakeClock:
    """Time stands still until a test moves it; ids are numbers."""

    time: datetime
    last: int = 0

    def now(self) -> datetime:
        """Return the time that the test set."""
        return self.time

    def new_id(self) -> str:
        """Return m1, m2 and so on."""
        self.last += 1
        return f"m{self.last}"


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
