"""Starts the program in a terminal and finds out how it ended: terminals do not hand that on.

A shell inside the terminal writes to a pipe of ours when the program begins and, with
its exit code, when it has ended. A window that is closed takes the shell with it: the
kernel then tells the program by SIGHUP, and its end of the pipe shows when it has ended.
"""

import os
import select
import signal
import subprocess
import threading
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import Self

NOTES = "FACILITATOR_KIOSK_NOTES"
INSIDE = (
    'exec 3>"$FACILITATOR_KIOSK_NOTES"; unset FACILITATOR_KIOSK_NOTES; echo begun >&3; '
    'trap : INT; "$@"; echo $? >&3'
)
GONE = 143
"""The code of a program whose window was closed: it could not tell its own."""

GRACE = 3.0
"""Seconds that a terminal has to close once the program has ended."""

LAST_WORD = 10.0
"""Seconds that the program has to save and end once its window is gone."""


@dataclass(frozen=True, slots=True)
class Ended:
    """Whether the program began at all, its exit code, and what the terminal said."""

    has_begun: bool
    code: int
    said: str


def run_inside(
    terminal: Sequence[str], program: Sequence[str], environment: Mapping[str, str], folder: Path
) -> Ended:
    """Open the terminal with the program in it; return when both have ended.

    `folder` is ours alone. SIGTERM, SIGHUP and SIGINT are handed on to the terminal.
    """
    pipe, said = folder / "notes", folder / "said"
    pipe.unlink(missing_ok=True)
    os.mkfifo(pipe, 0o600)
    try:
        with said.open("wb") as out, HandsOn(interrupt=True) as hands_on:
            child = subprocess.Popen(
                [*terminal, "sh", "-c", INSIDE, "facilitator", *program],
                env={**environment, NOTES: str(pipe)},
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=out,
            )
            listener = _Listener(pipe, child)
            code = hands_on.wait(child)
            told = listener.told()
    except OSError as fault:
        return Ended(has_begun=False, code=127, said=str(fault))
    last = said.read_text("utf-8", "replace").strip()
    if not told and not hands_on.came:
        return Ended(has_begun=False, code=code, said=last)
    return Ended(has_begun=True, code=int(told[1]) if len(told) > 1 else GONE, said=last)


class _Listener:
    """Reads what the shell writes, in a thread, and ends a terminal that outlives the program.

    kitty 0.26 was seen to stay open now and then after its child had ended.
    """

    def __init__(self, pipe: Path, terminal: "subprocess.Popen[bytes]") -> None:
        """Begin to listen."""
        self._pipe = pipe
        self._terminal = terminal
        self._came = b""
        self._has_closed = threading.Event()
        self._notes = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
        self._thread = threading.Thread(target=self._listen, daemon=True)
        self._thread.start()

    def told(self) -> list[str]:
        """Return the words of the shell; called when the terminal has closed.

        Waits as long as the program still holds its end of the pipe.
        """
        self._has_closed.set()
        # Where the shell never began there is no end to the pipe but this one.
        with suppress(OSError):
            os.close(os.open(self._pipe, os.O_WRONLY | os.O_NONBLOCK))
        self._thread.join(LAST_WORD)
        return self._came.decode("ascii", "replace").split()

    def _listen(self) -> None:
        while True:
            select.select([self._notes], [], [])
            try:
                part = os.read(self._notes, 1024)
            except BlockingIOError:
                continue
            if not part:
                break
            self._came += part
        os.close(self._notes)
        for end in (self._terminal.terminate, self._terminal.kill):
            if not self._has_closed.wait(GRACE):
                end()


class HandsOn:
    """Hands SIGTERM, SIGHUP and SIGINT on to a child as SIGTERM, from before it is started.

    In our own terminal Ctrl-C reaches the child by itself: then `interrupt` is False.
    """

    def __init__(self, *, interrupt: bool) -> None:
        """Take nothing yet."""
        self.came: list[int] = []
        self._interrupt = interrupt
        self._child: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        """Take the signals."""
        numbers = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)
        self._before = {one: signal.signal(one, self._come) for one in numbers}
        return self

    def __exit__(self, *_: object) -> None:
        """Put back what was there."""
        for one, handler in self._before.items():
            signal.signal(one, handler)

    def wait(self, child: "subprocess.Popen[bytes]") -> int:
        """Wait for the child; return its exit code, 128 and more when a signal ended it."""
        self._child = child
        if self.came:
            child.terminate()
        code = child.wait()
        return code if code >= 0 else 128 - code

    def _come(self, number: int, _frame: FrameType | None) -> None:
        if number == signal.SIGINT and not self._interrupt:
            return
        self.came.append(number)
        if self._child is not None:
            self._child.terminate()
