"""Things that somebody may put in place of a file: none of them may hold or harm the program."""

import os
import signal
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

HUGE = 200 * 1024 * 1024
"""Bytes of a file that is all holes."""

SECRET = b"export PATH=/usr/bin\n"
"""What stands in a file of the user's that a link leads to."""


def secret_beside(path: Path) -> Path:
    """Return a file of the user's own, which must stay as it is."""
    secret = path.parent / "of-the-user"
    if not secret.exists():
        secret.write_bytes(SECRET)
        secret.chmod(0o640)
    return secret


def is_unharmed(path: Path) -> bool:
    """Whether the file that the links lead to is as it was."""
    secret = path.parent / "of-the-user"
    return not secret.exists() or (
        secret.read_bytes() == SECRET and secret.stat().st_mode & 0o777 == 0o640
    )


def _huge(path: Path) -> None:
    path.touch()
    os.truncate(path, HUGE)


def _socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as here:
        # The path of a socket is short: it is bound from its own folder.
        before = Path.cwd()
        os.chdir(path.parent)
        try:
            here.bind(path.name)
        finally:
            os.chdir(before)


THINGS: dict[str, Callable[[Path], None]] = {
    "pipe": os.mkfifo,
    "folder": Path.mkdir,
    "loop": lambda path: path.symlink_to(path),
    "link": lambda path: path.symlink_to(secret_beside(path)),
    "link-to-nowhere": lambda path: path.symlink_to(path.with_name("nowhere-at-all")),
    "link-to-zeros": lambda path: path.symlink_to("/dev/zero"),
    "link-to-terminal": lambda path: path.symlink_to("/dev/tty"),
    "socket": _socket,
    "huge": _huge,
}
"""Each puts one thing there."""


def put(path: Path, thing: str) -> None:
    """Put a thing in a place, instead of the file that is there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    THINGS[thing](path)


class Held(Exception):  # noqa: N818  says what happened
    """The program waited for something that never comes."""


@contextmanager
def not_held(seconds: int = 20) -> Iterator[None]:
    """Raise Held where what is done inside waits; no bound of speed."""

    def stop(number: int, frame: object) -> None:
        raise Held

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
