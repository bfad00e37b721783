"""What a row of the screen is made of, before any colour: words, each in an ink.

Rows are made by pure code (layout, sheet) and coloured last (themes), so that the
sum of the layout can be tested without a terminal.
"""

from dataclasses import dataclass
from enum import Enum, auto

from rich.cells import cell_len

from facilitator.domain.keys import KeyCommand

MORE_ROW = -1
"""The target of the row that leads to the next view; other rows are 0 and up."""

Target = int | KeyCommand
"""What can be focused, clicked or scanned: a row of the input, more, or a command."""


class Ink(Enum):
    """What some words are for. Each theme gives each ink its colours (A7)."""

    GROUND = auto()
    QUESTION = auto()
    TEXT = auto()
    MUTED = auto()
    LARGE = auto()
    PANEL = auto()
    TURN = auto()
    WHOSE = auto()
    KEY = auto()
    CHOICE = auto()
    ROW = auto()
    TICK = auto()
    TICKED = auto()
    FOCUS = auto()
    TICK_IN_FOCUS = auto()
    SELECTED = auto()
    SAVED = auto()
    CARE = auto()
    CALM = auto()
    DONE = auto()
    AHEAD = auto()
    CODE_LIGHT = auto()
    CODE_DARK = auto()


@dataclass(frozen=True, slots=True)
class Span:
    """Some words in one ink."""

    text: str
    ink: Ink


@dataclass(frozen=True, slots=True)
class Spot:
    """The columns of one target on one row of cells, the first and the one after the last.

    `mark_at` is the column of its focus mark, or -1 on the further rows of a target.
    """

    start: int
    end: int
    target: Target
    mark_at: int = -1


@dataclass(frozen=True, slots=True)
class Line:
    """One row of cells, and what can be clicked on it.

    `told` is what stands there instead while one target has the focus, by target.
    `caret_at` is the column where the next letter goes, on the line that holds it, else -1.
    """

    spans: tuple[Span, ...]
    spots: tuple[Spot, ...] = ()
    caret_at: int = -1
    told: tuple[tuple[Target, tuple[Span, ...]], ...] = ()

    @property
    def text(self) -> str:
        """The words of the row, without ink."""
        return "".join(span.text for span in self.spans)

    @property
    def width(self) -> int:
        """The width in columns."""
        return cell_len(self.text)

    def at(self, column: int) -> Target | None:
        """Return what a click on this column means, or None."""
        return next((one.target for one in self.spots if one.start <= column < one.end), None)

    def spot(self, target: Target) -> Spot | None:
        """Return where a target is on this row, or None."""
        return next((one for one in self.spots if one.target == target), None)


def padded(text: str, columns: int) -> str:
    """Return `text` with spaces after it, `columns` wide or wider."""
    return text + " " * max(0, columns - cell_len(text))


def free_line(columns: int) -> Line:
    """Return a row with nothing on it."""
    return Line((Span(" " * columns, Ink.GROUND),))
