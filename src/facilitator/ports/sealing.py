"""The port for the passphrases of groups: what closes and opens their words (S9)."""

from typing import Protocol

from facilitator.domain.records import NotAsLeft, Seal
from facilitator.ports.storage import NotSaved


class StaysSealed(NotSaved):
    """Nothing was opened and nothing was written.

    `reason` is "sealed" while the group is shut, "wrong-passphrase", "wrong-words" of the
    recovery key, or "keys-damaged".
    """


class Seals(Protocol):
    """The passphrases of the groups on this machine."""

    @property
    def is_possible(self) -> bool:
        """Whether a group can set a passphrase here."""

    def state(self, group_id: str) -> Seal:
        """Return how a group's words lie here now."""

    def open(self, group_id: str, passphrase: str) -> None:
        """Open a group, or try whether this is its passphrase. Raises StaysSealed, NotSaved."""

    def open_by_recovery(self, group_id: str, recovery: bytes) -> None:
        """Open a group with its recovery key of 16 bytes. Raises StaysSealed, NotSaved."""

    def prepare(self, group_id: str, passphrase: str) -> bytes:
        """Return a new recovery key of 16 bytes; nothing is written yet. Raises StaysSealed."""

    def put_on(self, group_id: str) -> None:
        """Seal all of a group with what was prepared. Raises NotSaved; it can be done again."""

    def change(self, group_id: str, passphrase: str) -> None:
        """Let this passphrase open an open group from now on. Raises StaysSealed, NotSaved."""

    def not_as_left(self, group_id: str) -> NotAsLeft:
        """Return what of an open group is not as the program left it; of others nothing."""

    def take_as_is(self, group_id: str, meeting_id: str = "") -> None:
        """Let all that is there be right, or all of one meeting. Raises StaysSealed, NotSaved."""

    def shut(self, group_id: str) -> None:
        """Let go of a group's key, as far as Python can, and of what was prepared."""


class NoSeals:
    """Where nothing is kept, nothing is sealed: rehearsals, and tests about something else."""

    @property
    def is_possible(self) -> bool:
        """Never."""
        return False

    def state(self, group_id: str) -> Seal:
        """Return that there is none."""
        return Seal.NONE

    def open(self, group_id: str, passphrase: str) -> None:
        """There is nothing to open. Raises StaysSealed."""
        raise StaysSealed("sealed")

    def open_by_recovery(self, group_id: str, recovery: bytes) -> None:
        """There is nothing to open. Raises StaysSealed."""
        raise StaysSealed("sealed")

    def prepare(self, group_id: str, passphrase: str) -> bytes:
        """There is nothing to seal. Raises StaysSealed."""
        raise StaysSealed("sealed")

    def put_on(self, group_id: str) -> None:
        """There is nothing to seal. Raises StaysSealed."""
        raise StaysSealed("sealed")

    def change(self, group_id: str, passphrase: str) -> None:
        """There is nothing to change. Raises StaysSealed."""
        raise StaysSealed("sealed")

    def not_as_left(self, group_id: str) -> NotAsLeft:
        """Return that all is as it was."""
        return NotAsLeft()

    def take_as_is(self, group_id: str, meeting_id: str = "") -> None:
        """There is nothing to take. Raises StaysSealed."""
        raise StaysSealed("sealed")

    def shut(self, group_id: str) -> None:
        """Do nothing."""
