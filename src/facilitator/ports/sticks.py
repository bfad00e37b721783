"""Port for USB sticks: which are there, and one session file out or in (C13)."""

from typing import Protocol

from facilitator.domain.sticks import CarriedOut, Stick, Trouble


class Sticks(Protocol):
    """Places outside this machine. They may be pulled out at any moment, so no call is sure."""

    def here(self) -> tuple[Stick, ...]:
        """Return the places that are there now, in order of label."""

    def at(self, path: str) -> Stick | None:
        """Return the folder that somebody typed, or None when there is none."""

    def files(self, folder: str) -> tuple[str, ...] | Trouble:
        """Return the names of the session files in a folder, in order."""

    def read(self, folder: str, name: str) -> bytes | Trouble:
        """Return a file's bytes, at most one more than a session may have."""

    def write(self, folder: str, stem: str, body: bytes) -> CarriedOut:
        """Write `<stem>.toml`, whole or not at all; return when it may be pulled out.

        Another file of that name stays as it is: then a number is added.
        """


class NoSticks:
    """Where nothing can be plugged in."""

    def here(self) -> tuple[Stick, ...]:
        """Find nothing."""
        return ()

    def at(self, path: str) -> Stick | None:
        """Find nothing."""
        return None

    def files(self, folder: str) -> tuple[str, ...] | Trouble:
        """Find nothing."""
        return Trouble.GONE

    def read(self, folder: str, name: str) -> bytes | Trouble:
        """Read nothing."""
        return Trouble.GONE

    def write(self, folder: str, stem: str, body: bytes) -> CarriedOut:
        """Write nothing."""
        return CarriedOut(trouble=Trouble.GONE)
