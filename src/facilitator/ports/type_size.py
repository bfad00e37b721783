"""The port for the size of the letters (A5)."""

from typing import Protocol


class TypeSize(Protocol):
    """Makes the letters of this machine's terminal larger and smaller."""

    @property
    def can_change(self) -> bool:
        """Whether the terminal can do it while the program runs."""

    def use(self, step: int) -> None:
        """Use this size; returns at once.

        Step 0 is this machine's own size; each step is about 15 % larger or smaller.
        """
