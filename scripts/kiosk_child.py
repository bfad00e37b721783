"""Starts the program in a terminal and finds out how it ended: terminals do not hand that on.

A shell inside the terminal writes to a pipe of ours when the program begins and, with
its exit code, when it has ended. A window that is closed sends SIGHUP: the shell only
notes it, so that the program can save and end with its own code.
"""

import os
import select
import signal
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

NOTES = "FACILITATOR_KIOSK_NOTES"
INSIDE = (
    'exec 3>"$FACILITATOR_KIOSK_NOTES"; unset FACILITATOR_KIOSK_NOTES; echo begun >&3; '
    'trap : HUP TERM INT; "$@" 3>&-; echo $? >&3'
)
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
    notes = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        with said.open("wb") as out:
            child = subprocess.Popen(
                [*terminal, "sh", "-c", INSIDE, "facilitator", *program],
                env={**environment, NOTES: str(pipe)},
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=out,
            )
            code = waited(child, hands_on_interrupt=True)
        told = _last_word(notes).split()
    except OSError as fault:
        return Ended(has_begun=False, code=127, said=str(fault))
    finally:
        os.close(notes)
    last = said.read_text("utf-8", "replace").strip()
    if not told:
        return Ended(has_begun=False, code=code, said=last)
    return Ended(has_begun=True, code=int(told[1]) if len(told) > 1 else _GONE, said=last)


_GONE = 143


def _last_word(notes: int) -> str:
    """Read what the shell wrote; wait for it while it still holds its end of the pipe."""
    came = b""
    while select.select([notes], [], [], LAST_WORD)[0]:
        part = os.read(notes, 1024)
        if not part:
            break
        came += part
    return came.decode("ascii", "replace")


def waited(child: "subprocess.Popen[bytes]", *, hands_on_interrupt: bool) -> int:
    """Wait for a child, hand signals on to it, and return its exit code, 128 and more for a signal.

    In our own terminal Ctrl-C reaches the child by itself: then it is not handed on.
    """

    def hand_on(number: int, _frame: FrameType | None) -> None:
        if number != signal.SIGINT or hands_on_interrupt:
            child.send_signal(signal.SIGTERM)

    before = {
        one: signal.signal(one, hand_on) for one in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)
    }
    try:
        code = child.wait()
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)
    return code if code >= 0 else 128 - code
