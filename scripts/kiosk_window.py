"""Opens the program full screen at the type size for a distance; hands its exit code on (A5)."""

import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from facilitator.wording import kiosk as words
from scripts.kiosk_child import HandsOn, run_inside
from scripts.kiosk_console import ConsoleFont, font_set, fonts_for, ran
from scripts.kiosk_face import face_here
from scripts.kiosk_given import (
    Given,
    ask,
    display_of,
    environment_for,
    given_in,
    screen_lines,
)
from scripts.kiosk_screen import scale_told, screen_told
from scripts.kiosk_sums import Letters, Screen, letters_for
from scripts.kiosk_terminals import Opening, Wanted, opening_of

NO_WAY = 2
_FITTING = {
    "x11": ("kitty", "alacritty", "xterm"),
    "wayland": ("kitty", "foot", "alacritty"),
    "console": ("kitty", "foot"),
}
"""Terminals that open a window on each display, the best first; on the console inside cage."""

LONGEST = 200
"""Characters of what a terminal said that are shown."""


def say(*lines: str) -> None:
    """Say lines to whoever set this up."""
    for line in lines:
        print(line, file=sys.stderr, flush=True)


@dataclass(frozen=True, slots=True)
class Place:
    """Where it opens: the display, the screen, the distance in cm, a folder of ours alone."""

    given: Given
    display: str
    screen: Screen
    distance: float
    folder: Path

    @property
    def program(self) -> tuple[str, ...]:
        """The words of the program itself."""
        return (sys.executable, "-m", "facilitator", "--kiosk", *self.given.words)


def main(argv: Sequence[str]) -> int:
    """Open the program; return its exit code, 2 when there is nothing to open it in."""
    given = given_in(argv)
    display = display_of(os.environ, given.terminal)
    screen, distance, lines = screen_lines(given, screen_told(display, ask))
    with tempfile.TemporaryDirectory(prefix="facilitator-") as folder:
        place = Place(given, display, screen, distance, Path(folder))
        ways = _ways(given.terminal, display)
        if ways != ("here",):
            say(*lines)
        for way in ways:
            code = _opened(place, way, is_first=way == ways[0])
            if code is not None:
                return code
    say(words.NO_TERMINAL if display in ("x11", "wayland") else words.NO_PLACE, words.NO_PLACE_HOW)
    return NO_WAY


def _ways(chosen: str | None, display: str) -> tuple[str, ...]:
    """Return the ways of opening it that are left to try here, the best first."""
    if chosen == "here" or display == "none":
        return ("here",)
    if chosen == "console":
        return ("console", "here")
    fitting = tuple(one for one in _FITTING[display] if _is_here(one))
    if display == "console" and not _is_here("cage"):
        fitting = ()
    if chosen is not None and chosen not in fitting:
        missing = words.NOT_FITTING if _is_here(chosen) else words.NOT_HERE
        say(missing.format(name=chosen))
    first = tuple(one for one in fitting if one == chosen)
    rest = tuple(one for one in fitting if one != chosen)
    return (*first, *rest, *(("console",) if display == "console" else ()), "here")


def _is_here(*names: str) -> bool:
    return all(shutil.which(name) is not None for name in names)


def _opened(place: Place, way: str, *, is_first: bool) -> int | None:
    """Open it this way; return the exit code, or None when this way leads nowhere."""
    match way:
        case "here":
            return _here(place)
        case "console":
            return _console(place)
        case _:
            return _window(place, way, is_first=is_first)


def _window(place: Place, name: str, *, is_first: bool) -> int | None:
    face, is_wanted = face_here(ask)
    letters = letters_for(place.screen, face, place.distance)
    scale = scale_told(place.display, ask)
    wanted = Wanted(place.display, place.screen, face, letters, scale, place.folder)
    opening = opening_of(name, wanted)
    if is_first:
        say(*letters_lines(place, letters, letters.em * face.safe_capital))
        say(*(() if is_wanted else (words.FACE_PLAIN,)))
    say(words.OPENS[name], *_better(name))
    if place.given.is_dry_run:
        return _told(opening, place.program)
    environment = {**environment_for(os.environ, has_window=True), **opening.environment}
    ended = run_inside(opening.words, place.program, environment, place.folder)
    if ended.has_begun:
        return ended.code
    last = ended.said.rsplit("\n", 1)[-1][:LONGEST] or words.NOTHING_SAID
    say(words.NOT_OPENED.format(name=name, said=last))
    return None


def letters_lines(place: Place, letters: Letters, capital: float) -> list[str]:
    """Return how large the letters will be, and from where they can be read when that is less."""
    millimetres = f"{capital / place.screen.dots_of_millimetre:.1f}"
    size = {"columns": letters.columns, "rows": letters.rows}
    lines = [words.LETTERS.format(millimetres=millimetres, **size)]
    if not letters.is_as_wanted:
        lines.append(too_far(place, letters.readable_cm))
    return lines


def too_far(place: Place, readable: int) -> str:
    """Return from where the letters can be read instead, as a sentence."""
    return words.TOO_FAR.format(distance=f"{place.distance:g}", readable=readable)


def _better(name: str) -> Sequence[str]:
    if name == "kitty" or _is_here("kitty"):
        return ()
    return (words.BETTER_KITTY, words.BETTER_KITTY_HOW)


def _told(opening: Opening, program: Sequence[str], *before: Sequence[str]) -> int:
    """Print what would be started, as lines for a shell."""
    settings = tuple(f"{name}={value}" for name, value in opening.environment.items())
    say(words.WOULD_START)
    for one in before:
        print(shlex.join(one))
    print(shlex.join((*(("env", *settings) if settings else ()), *opening.words, *program)))
    return 0


def _console(place: Place) -> int | None:
    if not sys.stdin.isatty() and not place.given.is_dry_run:
        return None
    fonts = fonts_for(place.screen, place.distance)
    say(words.OPENS["console"])
    if not _is_here("cage", "kitty"):
        say(words.BETTER_CAGE, words.BETTER_CAGE_HOW)
    if place.given.is_dry_run:
        return _told(Opening(()), place.program, *(one.words for one in fonts[:1]))
    with font_set(fonts, place.folder, ran) as font:
        say(*_font_lines(place, font))
        return _run_here(place)


def _font_lines(place: Place, font: ConsoleFont | None) -> list[str]:
    if font is None:
        return [words.CONSOLE_NO_FONT]
    readable = font.readable_cm(place.screen)
    lines = [words.CONSOLE_FONT.format(name=font.file.name, readable=readable)]
    if readable < place.distance:
        lines.append(too_far(place, readable))
    if not font.draws_codes:
        lines.append(words.CONSOLE_NO_CODES)
    return lines


def _here(place: Place) -> int | None:
    if not sys.stdin.isatty() and not place.given.is_dry_run:
        return None
    say(words.OPENS["here"])
    if place.given.is_dry_run:
        return _told(Opening(()), place.program)
    return _run_here(place)


def _run_here(place: Place) -> int:
    environment = environment_for(os.environ, has_window=False)
    with HandsOn(interrupt=False) as hands_on:
        return hands_on.wait(subprocess.Popen(place.program, env=environment))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
