"""Ports for time, codes and session files."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from facilitator.domain.own_sessions import Lies, OwnText
from facilitator.domain.session import Resource, Session
from facilitator.ports.storage import NotSaved


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


class OwnShelf(Protocol):
    """The sessions and drafts that a group has written itself: TOML texts by name (C12, M19).

    Nothing in a text is looked at here; a file that cannot be read is left alone.
    """

    def texts(self, group_id: str, lies: Lies) -> tuple[OwnText, ...]:
        """Return all that can be read, in order of name; what was just saved is among them."""

    def read(self, group_id: str, lies: Lies, name: str) -> str | None:
        """Return one text, or None when there is none or it cannot be read."""

    def save(self, group_id: str, lies: Lies, name: str, source: str) -> None:
        """Write one text, new or changed, whole or not at all.

        Raises NotSaved, with "unread" where something lies that cannot be read, and with
        "failed" for a name that can_be_name refuses.
        """

    def delete(self, group_id: str, lies: Lies, name: str) -> None:
        """Take one text away for good; one that is gone already is fine. Raises NotSaved."""


class NoOwnShelf:
    """Where nothing is kept, a group has nothing of its own, and is told so on saving."""

    def texts(self, group_id: str, lies: Lies) -> tuple[OwnText, ...]:
        """Find nothing."""
        return ()

    def read(self, group_id: str, lies: Lies, name: str) -> str | None:
        """Find nothing."""
        return None

    def save(self, group_id: str, lies: Lies, name: str, source: str) -> None:
        """Write nothing. Raises NotSaved."""
        raise NotSaved("read-only")

    def delete(self, group_id: str, lies: Lies, name: str) -> None:
        """Take nothing away."""


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
