"""Port for the exports folder: what somebody asked to have as a file (S8)."""

from typing import Protocol

Written = tuple[str, str]
"""The name of a file in the exports folder, and all that it holds."""


class Exports(Protocol):
    """The files that people asked for, one folder a group. Names hold ids alone (S10)."""

    @property
    def is_possible(self) -> bool:
        """Whether files can be written here; a rehearsal writes none."""

    def write(self, group_id: str, name: str, body: str) -> str:
        """Write one file and return where it is. Raises NotSaved."""

    def take_away(self, group_id: str, stem: str) -> tuple[Written, ...]:
        """Delete every file whose name is this, or goes on with "-" or "."; return them (A16).

        Raises NotSaved.
        """


class NoExports:
    """Where nothing is kept, nothing is written out."""

    is_possible = False

    def write(self, group_id: str, name: str, body: str) -> str:
        """Write nothing."""
        return ""

    def take_away(self, group_id: str, stem: str) -> tuple[Written, ...]:
        """Find nothing."""
        return ()
