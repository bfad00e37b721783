"""What works on this machine: terminal, size, colours, keys, disk, clock."""

import os
import shutil
import sys
import termios
from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from facilitator.ports.outside import Facts

MEGABYTE = 1024 * 1024


def facts_of(folder: Path, environment: Mapping[str, str]) -> Facts:
    """Look at the machine; nothing is written."""
    size = shutil.get_terminal_size()
    is_terminal = sys.stdin.isatty() and sys.stdout.isatty()
    standing = _standing(folder)
    return Facts(
        terminal=environment.get("TERM", ""),
        is_terminal=is_terminal,
        columns=size.columns,
        rows=size.lines,
        colours=_colours(environment),
        reads_keys=is_terminal and _reads_keys(),
        folder=str(folder),
        is_writable=os.access(standing, os.W_OK | os.X_OK),
        free_megabytes=shutil.disk_usage(standing).free // MEGABYTE,
        day=datetime.now(UTC).astimezone().strftime("%d %m %Y, %H:%M"),
    )


def _standing(folder: Path) -> Path:
    """The folder itself, or the nearest one above it that exists."""
    for one in (folder, *folder.parents):
        # What we may not even look at is no place to stand on.
        with suppress(OSError):
            if one.is_dir():
                return one
    return Path("/")


def _colours(environment: Mapping[str, str]) -> str:
    if environment.get("NO_COLOR"):
        return ""
    if environment.get("COLORTERM") in ("truecolor", "24bit"):
        return "16 million"
    return "256" if "256" in environment.get("TERM", "") else "16"


def _reads_keys() -> bool:
    """Whether the terminal can be told to hand over each key at once."""
    try:
        termios.tcgetattr(sys.stdin.fileno())
    except (termios.error, ValueError):
        return False
    return True
