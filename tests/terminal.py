"""A program in a real terminal line (pty), read through a terminal emulator (pyte).

It answers what a terminal answers, waits for conditions and never for time, and
ends only what it started.
"""

import fcntl
import os
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import pyte

ROOT = Path(__file__).parents[1]
PATIENCE = 10.0
"""Seconds after which a condition that does not come is a failure."""

_TAKE_TERMINAL = (
    "import fcntl, os, sys, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0); "
    "os.execvp(sys.argv[1], sys.argv[1:])"
)


class Terminal:
    """One program in one window of `columns` x `rows`.

    `colours` is "truecolor", "256" or "16", as a terminal would announce it.
    """

    def __init__(
        self,
        command: Sequence[str],
        columns: int = 80,
        rows: int = 24,
        *,
        colours: str = "truecolor",
        env: Mapping[str, str] | None = None,
    ) -> None:
        """Open the window and start the program in it."""
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self.raw = bytearray()
        self._master, slave = os.openpty()
        self._set_size(columns, rows)
        self._process = subprocess.Popen(
            [sys.executable, "-c", _TAKE_TERMINAL, *command],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            cwd=ROOT,
            env=_environment(colours, env or {}),
            start_new_session=True,
        )
        os.close(slave)

    def __enter__(self) -> Self:
        """Return the window."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End the program, if it still runs, and close the window."""
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait()
        self.close_window()

    @property
    def pid(self) -> int:
        """The process id of the program."""
        return self._process.pid

    @property
    def rows(self) -> list[str]:
        """The words of each row, without spaces at the end."""
        return [row.rstrip() for row in self.screen.display]

    @property
    def text(self) -> str:
        """All words on the screen."""
        return "\n".join(self.rows)

    @property
    def cursor(self) -> tuple[int, int]:
        """Column and row of the cursor."""
        return self.screen.cursor.x, self.screen.cursor.y

    def send(self, keys: str | bytes) -> None:
        """Press keys, as the bytes that a terminal sends."""
        os.write(self._master, keys.encode() if isinstance(keys, str) else keys)

    def send_some(self, keys: bytes) -> int:
        """Press as many of these keys as are taken now, reading meanwhile; return how many."""
        while self._read(0.0) and self._has_more():
            pass
        if not select.select([], [self._master], [], 0.05)[1]:
            return 0
        os.set_blocking(self._master, False)
        try:
            return os.write(self._master, keys)
        except BlockingIOError:
            return 0
        finally:
            os.set_blocking(self._master, True)

    def click(self, column: int, row: int) -> None:
        """Press and release the left button on a cell."""
        place = f"0;{column + 1};{row + 1}"
        self.send(f"\x1b[<{place}M\x1b[<{place}m")

    def signal(self, number: signal.Signals) -> None:
        """Send a signal to the program."""
        self._process.send_signal(number)

    def resize(self, columns: int, rows: int) -> None:
        """Make the window another size."""
        self.screen.resize(rows, columns)
        self._set_size(columns, rows)
        self.signal(signal.SIGWINCH)

    def wait_for(self, condition: Callable[[], bool], what: str = "the screen to change") -> None:
        """Read until the condition holds; fail with what is on the screen if it never does."""
        end = time.monotonic() + PATIENCE
        while not condition():
            if time.monotonic() > end or not self._read(0.1):
                if condition():
                    return
                raise AssertionError(f"waited for {what}; the screen shows:\n{self.text}")

    def wait_text(self, words: str) -> None:
        """Read until these words are on the screen."""
        self.wait_for(lambda: words in self.text, repr(words))

    def wait_end(self) -> int:
        """Read until the program has ended; return its exit code."""
        end = time.monotonic() + PATIENCE
        while self._process.poll() is None and time.monotonic() < end:
            self._read(0.05)
        while self._read(0.0) and time.monotonic() < end and self._has_more():
            pass
        return self._process.wait(timeout=1)

    def wait_end_unseen(self) -> int:
        """Wait for the end after the window was closed; return the exit code."""
        return self._process.wait(timeout=PATIENCE)

    def close_window(self) -> None:
        """Close the window, as its button does."""
        if self._master >= 0:
            os.close(self._master)
            self._master = -1

    def _has_more(self) -> bool:
        return bool(select.select([self._master], [], [], 0)[0])

    def _read(self, seconds: float) -> bool:
        """Read what has come, waiting at most so long; return False once all is over."""
        if not select.select([self._master], [], [], seconds)[0]:
            return True
        try:
            came = os.read(self._master, 65536)
        except OSError:
            return False
        self.raw += came
        self._stream.feed(came)
        if b"\x1b[?2026$p" in came:
            self.send("\x1b[?2026;2$y")
        return bool(came)

    def _set_size(self, columns: int, rows: int) -> None:
        size = struct.pack("HHHH", rows, columns, 0, 0)
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, size)


def _environment(colours: str, more: Mapping[str, str]) -> dict[str, str]:
    left_out = ("COLORTERM", "NO_COLOR", "COLUMNS", "LINES")
    env = {name: value for name, value in os.environ.items() if name not in left_out}
    env["TERM"] = "xterm" if colours == "16" else "xterm-256color"
    if colours == "truecolor":
        env["COLORTERM"] = "truecolor"
    env["PYTHONPATH"] = os.pathsep.join((str(ROOT / "src"), str(ROOT)))
    return {**env, **more}
