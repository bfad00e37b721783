"""What every input type has in common: rows to show, and what marking and Enter do.

The state is pure: it knows no terminal. One module an input type; the meeting
screen knows only what stands here.
"""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from facilitator.domain.answers import Answer, Draft
from facilitator.domain.prompt import Choice
from facilitator.frontends.tui.field import Field


class RowKind(Enum):
    """What a row is on the screen.

    A choice has a number. "Done" and the like stay on every view and have none. A line
    is typed into. Keys stand beside each other; those that stay are on every view.
    A phrase is a whole row without a number.
    """

    CHOICE = auto()
    DONE = auto()
    LINE = auto()
    KEY = auto()
    KEY_THAT_STAYS = auto()
    PHRASE = auto()


@dataclass(frozen=True, slots=True)
class Row:
    """One target on the screen. `is_marked` is None where nothing can be marked.

    `field` is what is being typed, for a line; `masked` hides it behind signs;
    `tall` gives it room for several rows of words. `said` is what the voice says of a
    key whose label is a sign. `told` is a line about a choice.
    """

    label: str
    kind: RowKind = RowKind.CHOICE
    is_marked: bool | None = None
    field: Field | None = None
    masked: bool = False
    tall: bool = False
    said: str = ""
    told: str = ""


class InputState(ABC):
    """How one input type is answered. Rows are known by their place, from 0."""

    @property
    def notes(self) -> tuple[str, ...]:
        """Short words that stand under the rows: how to answer."""
        return ()

    @property
    def open_field(self) -> Field | None:
        """The line that is open for typing, or None."""
        return None

    @property
    def marks_without_giving(self) -> bool:
        """Whether a click marks a row and leaves the answer to Enter (A4)."""
        return False

    @abstractmethod
    def rows(self) -> tuple[Row, ...]:
        """Return the rows as they are now."""

    def start(self) -> int:
        """Return the row where the focus begins."""
        return 0

    def mark(self, row: int) -> None:  # noqa: B027  most inputs mark nothing
        """Mark a row, where marking is more than moving the focus there."""

    @abstractmethod
    def enter(self, row: int) -> Answer | None:
        """Return the answer that Enter on this row gives, or None when something changed here."""

    def focus_after(self, row: int) -> int:
        """Return the row that has the focus after `enter` on this one changed something."""
        return row

    @property
    def takes_digits(self) -> bool:
        """Whether a digit marks a row although a line is open (A2)."""
        return False

    def open_line(self) -> bool:
        """Open the line of a list that has one; return whether it has (A2)."""
        return False

    def leave_line(self) -> bool:
        """Go from an open line back to the list; return whether there was one."""
        return False

    def draft(self, prompt_id: str) -> Draft:
        """Return what is here but not yet given (A24)."""
        return Draft(prompt_id)

    def restore(self, draft: Draft) -> None:  # noqa: B027  most have no draft
        """Put back what was here (A24)."""


def place_of(choice_id: str, choices: Sequence[Choice]) -> int:
    """Return the place of a choice, or 0 when it is not there."""
    return next((at for at, one in enumerate(choices) if one.id == choice_id), 0)
