"""What a row of the screen is made of, before any colour: words, each in an ink.

Rows are made by pure code (layout, sheet) and coloured last (themes), so that the
sum of the layout can be tested without a terminal.
"""

from dataclasses import dataclass
from enum import Enum, auto

from rich.cells import cell_len

MORE_ROW = -1
"""The target of the row that leads to the next view; other rows are 0 and up."""


class Ink(Enum):
    """What some words are for. Each theme gives each ink its colours (A7)."""

    GROUND = auto()
    QUESTION = auto()
    TEXT = auto()
    MUTED = auto()
    LARGE = auto()
    PANEL = auto()
    TURN = auto()
    KEY = auto()
    CHOICE = auto()
    FOCUS = auto()
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
class Line:
    """One row of cells. `target` is the choice it belongs to, or None.

    `mark_at` is the column of the focus mark on the first line of a target, else -1;
    `caret_at` the column where the next letter goes, on the line that holds it, else -1.
    """

    spans: tuple[Span, ...]
    target: int | None = None
    mark_at: int = -1
    caret_at: int = -1

    @property
    def text(self) -> str:
        """The words of the row, without ink."""
        return "".join(span.text for span in self.spans)

    @property
    def width(self) -> int:
        """The width in columns."""
        return cell_len(self.text)


def padded(text: str, columns: int) -> str:
    """Return `text` with spaces after it, `columns` wide or wider."""
    return text + " " * max(0, columns - cell_len(text))


def free_line(columns: int) -> Line:
    """Return a row with nothing on it."""
    return Line((Span(" " * columns, Ink.GROUND),))
