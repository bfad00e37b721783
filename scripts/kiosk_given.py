"""What was given to scripts/kiosk, what the machine tells, and what is supposed else."""

import argparse
import os
import re
import shlex
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NoReturn

from facilitator.wording import kiosk as words
from scripts.kiosk_screen import Told
from scripts.kiosk_sums import Screen

WINDOWS = ("kitty", "foot", "alacritty", "xterm")
"""Terminals that open a window, the best first."""

DISTANCES = (30, 3000)
INCHES = (5, 150)
USUAL_DISTANCE = 100.0
USUAL_INCHES = 24.0
USUAL_DOTS = (1920, 1080)


@dataclass(frozen=True, slots=True)
class Given:
    """The options; None where one was left out."""

    distance: float | None
    told: Told
    terminal: str | None
    is_dry_run: bool
    words: tuple[str, ...]


def given_in(argv: Sequence[str]) -> Given:
    """Read the options; words after -- are for the program. Ends with 2 when one is wrong."""
    own, _, rest = _parted(argv)
    names = (*WINDOWS, "console", "here")
    parser = argparse.ArgumentParser("scripts/kiosk", description=words.ABOUT, allow_abbrev=False)
    parser.add_argument("--distance", metavar="CM", help=words.OPTION_DISTANCE)
    parser.add_argument("--inches", metavar="N", help=words.OPTION_INCHES)
    parser.add_argument("--pixels", metavar="WxH", help=words.OPTION_PIXELS)
    terminal = words.OPTION_TERMINAL.format(names=", ".join(names))
    parser.add_argument("--terminal", metavar="NAME", choices=names, help=terminal)
    parser.add_argument("--dry-run", action="store_true", help=words.OPTION_DRY_RUN)
    parser.add_argument("words", metavar="-- WORDS", nargs="*", help=words.OPTION_WORDS)
    read, unknown = parser.parse_known_args(own)
    if unknown:
        others = [one for one in own if one in (*unknown, *read.words)]
        meant = [one for one in own if one not in others]
        how = shlex.join(("scripts/kiosk", *meant, "--", *others, *rest))
        _refuse(parser, words.NOT_OURS.format(words=" ".join(unknown)), words.NOT_OURS_HOW, how)
    dots = _dots(parser, read.pixels)
    return Given(
        _number(parser, read.distance, DISTANCES, words.BAD_DISTANCE),
        Told(dots, _number(parser, read.inches, INCHES, words.BAD_INCHES)),
        read.terminal,
        read.dry_run,
        (*read.words, *rest),
    )


def _parted(argv: Sequence[str]) -> tuple[Sequence[str], bool, Sequence[str]]:
    if "--" not in argv:
        return argv, False, ()
    at = list(argv).index("--")
    return argv[:at], True, argv[at + 1 :]


def _number(
    parser: argparse.ArgumentParser, text: str | None, bounds: tuple[int, int], wrong: str
) -> float | None:
    if text is None:
        return None
    is_number = re.fullmatch(r"[0-9]{1,5}(\.[0-9]{1,3})?", text) is not None
    if not is_number or not bounds[0] <= float(text) <= bounds[1]:
        _refuse(parser, wrong.format(low=bounds[0], high=bounds[1]))
    return float(text)


def _dots(parser: argparse.ArgumentParser, text: str | None) -> tuple[int, int] | None:
    if text is None:
        return None
    found = re.fullmatch(r"([0-9]{3,5})[xX]([0-9]{3,5})", text)
    if found is None:
        _refuse(parser, words.BAD_PIXELS)
    return int(found[1]), int(found[2])


def _refuse(parser: argparse.ArgumentParser, *sentences: str) -> NoReturn:
    parser.exit(2, "".join(f"{one}\n" for one in sentences))


def display_of(environment: Mapping[str, str], terminal: str | None) -> str:
    """Return what windows are opened on: x11, wayland, console (the bare one) or none."""
    has_x11 = bool(environment.get("DISPLAY"))
    if terminal == "xterm" and has_x11:
        return "x11"
    if terminal == "console":
        return "console"
    if environment.get("WAYLAND_DISPLAY"):
        return "wayland"
    if has_x11:
        return "x11"
    return "console" if environment.get("TERM") == "linux" else "none"


def screen_lines(given: Given, told: Told) -> tuple[Screen, float, list[str]]:
    """Return the screen, the distance in cm, and the sentences that say how both are known."""
    dots = given.told.dots or told.dots or USUAL_DOTS
    inches = given.told.inches or told.inches or USUAL_INCHES
    dots_are = _known(given.told.dots, told.dots)
    inches_are = _known(given.told.inches, told.inches)
    distance = given.distance or USUAL_DISTANCE
    distance_is = _known(given.distance, None)
    lines = [
        words.DOTS[dots_are].format(width=dots[0], height=dots[1]),
        words.INCHES[inches_are].format(inches=f"{inches:g}"),
        *((words.INCHES_HOW,) if inches_are == "supposed" else ()),
        words.DISTANCE[distance_is].format(distance=f"{distance:g}"),
    ]
    return Screen(*dots, inches), distance, lines


def _known(given: object, told: object) -> str:
    if given is not None:
        return "given"
    return "found" if told is not None else "supposed"


def environment_for(environment: Mapping[str, str], *, has_window: bool) -> dict[str, str]:
    """Return the program's environment: its own terminal's, in UTF-8, and none of Textual's."""
    left_out = {"COLUMNS", "LINES"}
    if has_window:
        left_out |= {"KITTY_LISTEN_ON", "FACILITATOR_TYPE_POINTS", "COLORTERM"}
    kept = {
        name: value
        for name, value in environment.items()
        if name not in left_out and not name.startswith("TEXTUAL")
    }
    locale = kept.get("LC_ALL") or kept.get("LC_CTYPE") or kept.get("LANG") or ""
    if "utf" not in locale.casefold():
        kept.pop("LC_ALL", None)
        kept["LC_CTYPE"] = "C.UTF-8"
    return kept


def ask(command: Sequence[str]) -> str:
    """Run a program of the machine; return what it printed, or "" when it cannot be asked."""
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, errors="replace", timeout=10, check=False,
            env={**os.environ, "LC_ALL": "C"},
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout if done.returncode == 0 else ""
