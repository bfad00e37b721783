"""The letters of the bare Linux console: which font, and the old one put back at the end."""

import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from scripts.kiosk_sums import CAPITAL_OF_DISTANCE, SMALLEST, Screen, readable_cm

FOLDERS = (Path("/usr/share/consolefonts"), Path("/usr/share/kbd/consolefonts"))
CAPITAL_OF_HEIGHT = 0.625
"""Of a cell's height; read from the fonts named here: 10 of 16, 15 of 24, 20 of 32, 40 of 64."""

_NAMES = (
    ("spleen-8x16.psfu.gz", 8, 16),
    ("spleen-12x24.psfu.gz", 12, 24),
    ("spleen-16x32.psfu.gz", 16, 32),
    ("spleen-32x64.psfu.gz", 32, 64),
    ("Uni2-TerminusBold16.psf.gz", 8, 16),
    ("Uni2-TerminusBold24x12.psf.gz", 12, 24),
    ("Uni2-TerminusBold32x16.psf.gz", 16, 32),
)

Run = Callable[[list[str]], bool]
"""Runs a program to its end; returns whether it did as told."""


@dataclass(frozen=True, slots=True)
class ConsoleFont:
    """A font of the console: file, cell in dots as it will stand, and whether it is doubled."""

    file: Path
    width: int
    height: int
    is_doubled: bool = False

    @property
    def words(self) -> list[str]:
        """The words that set it."""
        return ["setfont", *(("-d",) if self.is_doubled else ()), str(self.file)]

    @property
    def draws_codes(self) -> bool:
        """Whether it has the half blocks of which codes for the phone are drawn."""
        return self.file.name.startswith("spleen")

    def readable_cm(self, screen: Screen) -> int:
        """Return how far off it can be read, in cm."""
        return readable_cm(screen, self.height * CAPITAL_OF_HEIGHT)


def fonts_for(
    screen: Screen, distance_cm: float, folders: tuple[Path, ...] = FOLDERS
) -> tuple[ConsoleFont, ...]:
    """Return the fonts that leave 40 x 12 cells, best first: the console may not take each.

    The best is the smallest that can be read from this distance; those after it are smaller.
    """
    here = [one for one in _found(folders) if _leaves_enough(one, screen)]
    here.sort(key=lambda one: (one.height, one.draws_codes, not one.is_doubled))
    capital = CAPITAL_OF_DISTANCE * distance_cm * 10 * screen.dots_of_millimetre
    enough = [one.height for one in here if one.height * CAPITAL_OF_HEIGHT >= capital]
    most = min(enough, default=max((one.height for one in here), default=0))
    return tuple(one for one in reversed(here) if one.height <= most)


def _found(folders: tuple[Path, ...]) -> Iterator[ConsoleFont]:
    for name, width, height in _NAMES:
        for folder in folders:
            if (folder / name).exists():
                yield ConsoleFont(folder / name, width, height)
                yield ConsoleFont(folder / name, 2 * width, 2 * height, is_doubled=True)
                break


def _leaves_enough(font: ConsoleFont, screen: Screen) -> bool:
    columns, rows = screen.width // font.width, screen.height // font.height
    return columns >= SMALLEST[0] and rows >= SMALLEST[1]


@contextmanager
def font_set(
    fonts: tuple[ConsoleFont, ...], folder: Path, run: Run
) -> Iterator[ConsoleFont | None]:
    """Set the first font that the console takes, put the old one back; None when it takes none."""
    old = folder / "font-before"
    is_kept = run(["setfont", "-O", str(old)])
    now = next((one for one in fonts if is_kept and run(one.words)), None)
    try:
        yield now
    finally:
        if now is not None:
            run(["setfont", str(old)])


def ran(words: list[str]) -> bool:
    """Run a program to its end, unseen; return whether it did as told."""
    try:
        done = subprocess.run(words, capture_output=True, check=False, timeout=10)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
