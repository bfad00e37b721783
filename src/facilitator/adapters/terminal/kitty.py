"""The size of the letters in kitty, over its remote control (A5).

`scripts/kiosk` opens kitty with a socket and says in FACILITATOR_TYPE_POINTS how large
the letters are. Where nobody said so, kitty's own 11 points are supposed, and kitty is
told only how much larger or smaller.
"""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path

SOCKET = "KITTY_LISTEN_ON"
POINTS = "FACILITATOR_TYPE_POINTS"
PROGRAMS = ("kitten", "kitty")
SUPPOSED_POINTS = 11.0
STEP = 1.15
SMALLEST = (40, 12)
"""Columns and rows that every screen needs."""
LEAST_POINTS = 6.0
PATIENCE = 2.0
"""Seconds that kitty may take; the end of the program waits for it, so the size is put back."""


class KittyTypeSize:
    """ports.type_size.TypeSize; of many sizes wanted at once the newest wins."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        """Look whether a kitty listens here; start nothing."""
        self._to = environment.get(SOCKET, "")
        self._program = _program(environment) if _listens(self._to) else None
        told = _number(environment.get(POINTS, ""))
        self._is_relative = told is None
        self._own = told or SUPPOSED_POINTS
        self._points = self._own
        self._measured = (self._points, (0, 0))
        self._wanted: int | None = None
        self._is_busy = False
        self._lock = threading.Lock()

    @property
    def can_change(self) -> bool:
        """Whether kitty is here and listens."""
        return self._program is not None

    def use(self, step: int) -> None:
        """Use this size, in a thread of its own; without kitty nothing happens."""
        if self._program is None:
            return
        with self._lock:
            self._wanted = step
            if self._is_busy:
                return
            self._is_busy = True
        threading.Thread(target=self._work, name="type size").start()

    def _work(self) -> None:
        while True:
            with self._lock:
                step, self._wanted = self._wanted, None
                if step is None:
                    self._is_busy = False
                    return
            points = self._bounded(self._own * STEP**step)
            if points != self._points and _ran(self._command(points)):
                self._points = points

    def _bounded(self, points: float) -> float:
        """Return the size, or the nearest larger than our own at which 40 x 12 cells stay."""
        columns, rows = _cells()
        # The window may not have heard of the last change yet: then its cells are still those
        # of the size before.
        if (columns, rows) != self._measured[1]:
            self._measured = (self._points, (columns, rows))
        room = min(columns / SMALLEST[0], rows / SMALLEST[1])
        most = max(self._measured[0] * room, self._own)
        return round(max(min(points, most), LEAST_POINTS), 2)

    def _command(self, points: float) -> Sequence[str]:
        size = f"{points:g}"
        if self._is_relative:
            size = "0" if points == self._own else f"{points - self._points:+.2f}"
        return (str(self._program), "@", "--to", self._to, "set-font-size", "--", size)


def _ran(command: Sequence[str]) -> bool:
    """Run kitty's own program to its end, seen by nobody; return whether it did as told."""
    import subprocess  # noqa: PLC0415  only when a size is changed (P1)

    try:
        done = subprocess.run(  # noqa: S603  a program of this machine, no word of anybody in it
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=PATIENCE,
            check=False,
            start_new_session=True,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def _cells() -> tuple[int, int]:
    """Return columns and rows of the window itself, whatever COLUMNS and LINES say."""
    for number in (1, 0, 2):
        try:
            size = os.get_terminal_size(number)
        except OSError:
            continue
        if size.columns and size.lines:
            return size.columns, size.lines
    return shutil.get_terminal_size()


def _listens(to: str) -> bool:
    kind, _, place = to.partition(":")
    return kind == "unix" and (place.startswith("@") or Path(place).exists())


def _program(environment: Mapping[str, str]) -> str | None:
    path = environment.get("PATH", os.defpath)
    found = (shutil.which(name, path=path) for name in PROGRAMS)
    return next((one for one in found if one), None)


def _number(text: str) -> float | None:
    try:
        number = float(text)
    except ValueError:
        return None
    return number if LEAST_POINTS <= number <= 1000 else None  # noqa: PLR2004  no letter is larger
