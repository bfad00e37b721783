"""A program in a pty, timed from outside: when words arrive, when a key is answered."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Sequence

CODES = re.compile(rb"\x1b\[[0-9;?<>=$]*[ -/]*[@-~]|\x1b\][^\x07]*\x07|\x1b.")
PATIENCE = 20.0
READY = b"\x1b[?2026$p"


class Window:
    """One program in a window of `columns` x `rows`; `started` is when it was begun, in seconds."""

    def __init__(self, command: Sequence[str], columns: int = 80, rows: int = 24) -> None:
        """Start the program."""
        self.started = time.perf_counter()
        self.pid, self.master = pty.fork()
        if self.pid == 0:
            size = struct.pack("HHHH", rows, columns, 0, 0)
            fcntl.ioctl(0, termios.TIOCSWINSZ, size)
            environment = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
            os.execvpe(command[0], list(command), environment)  # noqa: S606  a child of ours
        self.seen = b""

    def read(self, seconds: float) -> bytes:
        """Return what has come, waiting at most so long; answer what a terminal answers."""
        if not select.select([self.master], [], [], seconds)[0]:
            return b""
        try:
            came = os.read(self.master, 65536)
        except OSError:
            return b""
        if READY in came:
            os.write(self.master, b"\x1b[?2026;2$y")
        self.seen += came
        return came

    def until(self, words: bytes) -> float:
        """Read until these words were painted; return milliseconds since the start."""
        end = time.perf_counter() + PATIENCE
        wanted = words.replace(b" ", b"")
        while time.perf_counter() < end:
            self.read(0.5)
            if wanted in CODES.sub(b"", self.seen).replace(b" ", b""):
                return (time.perf_counter() - self.started) * 1000
        raise TimeoutError(words)

    def quiet(self, seconds: float = 0.15) -> None:
        """Read until nothing comes for a while."""
        while self.read(seconds):
            pass

    def key(self, keys: bytes) -> float:
        """Press a key; return milliseconds to the first byte that comes back."""
        self.quiet(0.03)
        before = time.perf_counter()
        os.write(self.master, keys)
        while not self.read(1.0):
            if time.perf_counter() - before > PATIENCE:
                raise TimeoutError(repr(keys))
        return (time.perf_counter() - before) * 1000

    def send(self, keys: bytes) -> None:
        """Press a key; wait for nothing."""
        os.write(self.master, keys)

    def resident(self) -> float:
        """Return resident memory in megabytes."""
        return resident_of(self.pid)

    def close(self) -> None:
        """End the program."""
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.master)


def resident_of(pid: int) -> float:
    """Return the resident memory of a process, in megabytes."""
    with open(f"/proc/{pid}/status", encoding="ascii") as file:  # noqa: PTH123  no path
        line = next(one for one in file if one.startswith("VmRSS"))
    return int(line.split()[1]) / 1024
