"""Sound files of programs that were killed: what they said is nobody's (S10).

Each folder is locked by the program that made it, for as long as that runs; the system
lets go of the lock however a program ends, and gives its number to another one later.
Loaded at each start, so nothing here is heavy (P1).
"""

import fcntl
import os
import re
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

MEMORY = Path("/dev/shm")  # noqa: S108  what is said should not reach a disk
PREFIX = "facilitator-voice-"
NOT_YET_LOCKED = "."
"""What stands before the name of a folder until it is locked."""

_OURS = re.compile(rf"\.?{PREFIX}(\d+)-")
"""The process that made a folder is in its name."""

_FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC


def swept() -> None:
    """Remove what killed programs left behind, in memory and among temporary files."""
    for place in dict.fromkeys((MEMORY, *_temporary(os.environ))):
        sweep(place)


def _temporary(environment: Mapping[str, str]) -> tuple[Path, ...]:
    """Where `tempfile` looks first; loading it takes longer than all of this."""
    named = (environment.get(name, "") for name in ("TMPDIR", "TEMP", "TMP"))
    return (*(Path(one) for one in named if one), Path("/tmp"))  # noqa: S108  it is only swept


def sweep(place: Path) -> None:
    """Remove the folders of programs that run no more.

    Only folders of whoever runs this go; no link is followed.
    """
    with suppress(OSError):
        for folder in place.glob(f"*{PREFIX}*"):
            owner = _OURS.match(folder.name)
            if owner is not None:
                _remove_if_left(folder, int(owner[1]))


def locked(folder: Path) -> int:
    """Lock a folder until what is returned is closed; where there are no locks, only open it.

    Raises OSError.
    """
    opened = os.open(folder, _FOLDER)
    with suppress(OSError):
        fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
    return opened


def _remove_if_left(folder: Path, owner: int) -> None:
    try:
        opened = os.open(folder, _FOLDER)
    except OSError:  # a file, a link, or a folder that is not ours
        return
    try:
        if os.fstat(opened).st_uid == os.geteuid() and _is_left(opened, folder.name, owner):
            from shutil import rmtree  # noqa: PLC0415  only where there is something to remove

            rmtree(folder, ignore_errors=True)
    finally:
        os.close(opened)


def _is_left(opened: int, name: str, owner: int) -> bool:
    """Whether nobody uses a folder any more: its lock is free, or else its owner has ended."""
    if name.startswith(NOT_YET_LOCKED):
        return not _is_alive(owner)
    try:
        fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:  # there are no locks here
        return not _is_alive(owner)
    return True


def _is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True
