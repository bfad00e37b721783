"""A player that takes long to begin waits beside the one that plays (A10).

The wheel's player is a Python program: without this each sentence would wait for it.
It holds no sound device while it waits.
"""

import subprocess
from contextlib import suppress

from facilitator.adapters.speech.players import Player


class Standby:
    """One process that waits for the name of a file, and then plays it."""

    def __init__(self) -> None:
        """Nothing waits yet."""
        self._waiting: subprocess.Popen[bytes] | None = None

    def warm(self, player: Player) -> None:
        """Have one wait, before there is anything to play; raises OSError."""
        if self._waiting is None:
            self._waiting = _begun(player)

    def start(self, player: Player, file: str) -> "subprocess.Popen[bytes]":
        """Play a file by the process that waits, and have the next one wait; raises OSError."""
        process = self._waiting or _begun(player)
        self._waiting = None
        if not _has_taken(process, file):
            # It ended while it waited: somebody killed it.
            _end(process)
            process = _begun(player)
            _has_taken(process, file)
        self.warm(player)
        return process

    def close(self) -> None:
        """End the one that waits."""
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            _end(waiting)


def _begun(player: Player) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(  # noqa: S603  our own player
        player,
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def _has_taken(process: "subprocess.Popen[bytes]", file: str) -> bool:
    try:
        if process.stdin is not None:
            with process.stdin as pipe:
                pipe.write(file.encode() + b"\n")
    except OSError:
        return False
    return process.poll() is None


def _end(process: "subprocess.Popen[bytes]") -> None:
    process.kill()
    process.wait()
    if process.stdin is not None:
        with suppress(OSError):
            process.stdin.close()
