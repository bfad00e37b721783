"""How large letters must be to be read from where people sit (A5, EN 301 549 5.1.4).

A capital must be seen at 0.7 degrees at least: 2 x tan(0.35 degrees) = 0.01222 of the
distance. A capital is about 0.7 of the type size (the em), a cell 0.6 em wide, a line
1.2 em high. Lengths on the screen are in dots, unless a name says otherwise.
"""

from dataclasses import dataclass
from math import ceil, floor, hypot

CAPITAL_OF_DISTANCE = 0.01222
MILLIMETRES_OF_INCH = 25.4
SMALLEST = (40, 12)
"""Columns and rows that every screen of the program needs (A5)."""


@dataclass(frozen=True, slots=True)
class Screen:
    """A screen: dots across and down, and the inches from corner to corner."""

    width: int
    height: int
    inches: float

    @property
    def dots_of_millimetre(self) -> float:
        """Dots on one millimetre; the dots are square."""
        return hypot(self.width, self.height) / (self.inches * MILLIMETRES_OF_INCH)


@dataclass(frozen=True, slots=True)
class Face:
    """A typeface by its name; capital, advance (width of a cell) and line as shares of the em."""

    name: str
    capital: float = 0.7
    advance: float = 0.6
    line: float = 1.2

    @property
    def safe_capital(self) -> float:
        """The share that the sum uses: a face of tall capitals is not set smaller for it."""
        return min(self.capital, 0.7)


@dataclass(frozen=True, slots=True)
class Letters:
    """The type size in dots, the cells that fit, and how far off it can be read, in cm."""

    em: float
    columns: int
    rows: int
    readable_cm: int
    is_as_wanted: bool


def grid(screen: Screen, face: Face, em: float) -> tuple[int, int]:
    """Return the columns and rows that fit at this type size."""
    return floor(screen.width / (face.advance * em)), floor(screen.height / (face.line * em))


def em_for(screen: Screen, face: Face, distance_cm: float) -> float:
    """Return the type size whose capitals are seen at 0.7 degrees from this distance."""
    capital_mm = CAPITAL_OF_DISTANCE * distance_cm * 10
    return capital_mm / face.safe_capital * screen.dots_of_millimetre


def largest_em(screen: Screen, face: Face) -> float:
    """Return the largest type size that leaves 40 columns and 12 rows, in whole dots.

    A terminal makes cells of whole dots: each is taken as rounded up, a line by one dot more.
    """
    em = ceil(screen.height / (face.line * SMALLEST[1])) + 1
    while em > 1 and not _leaves_enough(screen, face, em):
        em -= 1
    return float(em)


def _leaves_enough(screen: Screen, face: Face, em: float) -> bool:
    columns = screen.width // ceil(face.advance * em)
    rows = screen.height // (ceil(face.line * em) + 1)
    return columns >= SMALLEST[0] and rows >= SMALLEST[1]


def readable_cm(screen: Screen, capital: float) -> int:
    """Return from how far capitals of this height in dots are seen at 0.7 degrees, in cm."""
    return floor(capital / screen.dots_of_millimetre / CAPITAL_OF_DISTANCE / 10)


def letters_for(screen: Screen, face: Face, distance_cm: float) -> Letters:
    """Return the letters for a distance; never so large that less than 40 x 12 cells fit."""
    wanted, most = em_for(screen, face, distance_cm), largest_em(screen, face)
    em = min(wanted, most)
    columns, rows = grid(screen, face, em)
    far = readable_cm(screen, em * face.safe_capital)
    return Letters(em, columns, rows, far, is_as_wanted=wanted <= most)
