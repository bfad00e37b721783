"""The port for the size of the letters, where this machine's terminal can change it (A5)."""

from typing import Protocol


class TypeSize(Protocol):
    """Makes the letters of the window larger or smaller."""

    @property
    def can_change(self) -> bool:
        """Whether the size can be changed from inside the program."""

    def use(self, step: int) -> None:
        """Use this size from now on, and return at once.

        Step 0 is this machine's own size; each step up is about 15% larger, each step
        down about 15% smaller.
        """


class FixedTypeSize:
    """A terminal whose letters cannot be changed from inside: the launcher sets them (A5)."""

    @property
    def can_change(self) -> bool:
        """Never."""
        return False

    def use(self, step: int) -> None:
        """Leave the letters as they are."""
