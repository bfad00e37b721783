"""Ports for time, codes and session files."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from facilitator.domain.session import Resource, Session


class Clock(Protocol):
    """Today and now, and new ids: the only source of time and chance."""

    def now(self) -> datetime:
        """Return the time now, with the local offset (M20)."""

    def new_id(self) -> str:
        """Return an id that nothing else has."""

    def chance(self) -> int:
        """Return a number from 0 on that nobody can know before: for lots (C7)."""


class CodeMaker(Protocol):
    """Makes the modules of a QR code; drawing them is the front end's work."""

    def modules(self, target: str) -> Sequence[Sequence[bool]] | None:
        """Return rows of modules, dark is True, quiet zone of 4 included.

        ECC M, or L when that saves a version; None over version 15 (T1).
        """


class SessionShelf(Protocol):
    """The sessions that can be held."""

    def sessions(self) -> tuple[Session, ...]:
        """Return every session that reads without an error, in order of title."""

    def find(self, name: str) -> Session | None:
        """Return a session by its id, or None."""

    def help_now(self) -> tuple[Resource, ...]:
        """Return the numbers of the help card, most urgent first (S16)."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What a look at the machine found. Sizes in cells, room on the disk in megabytes."""

    terminal: str
    is_terminal: bool
    columns: int
    rows: int
    colours: str
    reads_keys: bool
    folder: str
    is_writable: bool
    free_megabytes: int
    day: str
