"""Writing a whole file so that it is there either as before or as wanted, never in part.

This is the one way in which the program makes a file: under a name by chance in a folder
that is held open, for its owner alone unless it is meant for another machine (S10, S13).
"""

import errno
import os
import re
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from facilitator.files.disk import FILE_MODE, Disk, OpenFolder

CHANCE = 8
"""Bytes of chance in the name of a new file: nobody can prepare a link or a pipe there."""

LONGEST = 40
"""Characters of a file's own name in the name of the new one: most systems take 255 bytes."""

_CHANCE = re.compile(r"[0-9a-f]{16}")


def new_name(name: str) -> str:
    """Return a name by chance for what becomes the file of this name."""
    return f".{name[:LONGEST]}.{os.urandom(CHANCE).hex()}.new"


def is_new_name_of(name: str, left: str) -> bool:
    """Whether `new_name` makes such names for the file of this name."""
    begin, end = f".{name[:LONGEST]}.", ".new"
    is_like_it = left.startswith(begin) and left.endswith(end)
    return is_like_it and _CHANCE.fullmatch(left[len(begin) : -len(end)]) is not None


def write_all(disk: Disk, descriptor: int, body: bytes) -> None:
    """Write every byte, however short each write is. Raises OSError."""
    view = memoryview(body)
    while view:
        written = disk.write(descriptor, bytes(view))
        if written == 0:
            raise OSError(errno.ENOSPC, "nothing could be written")
        view = view[written:]


def write_atomic(disk: Disk, path: Path, body: bytes, mode: int = FILE_MODE) -> None:
    """Write a file by way of a new one beside it. Raises OSError; the old one is then unharmed."""
    with disk.opened_folder(path.parent) as folder:
        put_new(disk, folder, path.name, lambda new: write_all(disk, new, body), mode)
    disk.sync_folder(path.parent)


def write_new(disk: Disk, path: Path, body: bytes) -> None:
    """Write a file that is not there yet, in a folder that nobody else can write in.

    It is not synced: it is for a player or a child of ours. Raises OSError.
    """
    with disk.opened_folder(path.parent) as folder:
        descriptor = disk.open_new(folder, path.name)
        try:
            write_all(disk, descriptor, body)
        finally:
            disk.close(descriptor)


def put_new(
    disk: Disk,
    folder: OpenFolder,
    name: str,
    fill: Callable[[int], None],
    mode: int = FILE_MODE,
) -> None:
    """Make a file, have its descriptor filled, sync it and put it in its place in the folder.

    Raises OSError; then nothing of it is left, and what was in its place is unharmed. The
    folder itself is not synced.
    """
    fresh = new_name(name)
    descriptor = disk.open_new(folder, fresh, mode)
    try:
        try:
            fill(descriptor)
            disk.sync(descriptor)
        finally:
            disk.close(descriptor)
        disk.replace(folder, fresh, name)
    except OSError:
        with suppress(OSError):
            disk.remove_from(folder, fresh)
        raise


def is_left_over(name: str) -> bool:
    """Whether this or an earlier version makes such names in the data folder for a moment."""
    return name.endswith(".new") or name == ".trial"


def take_leftovers(disk: Disk, folder: Path, is_left: Callable[[str], bool] = is_left_over) -> None:
    """Take away what an end in the middle of making a file left in a folder (S8).

    It was never told as saved. Raises OSError.
    """
    try:
        left = [name for name in disk.names(folder) if is_left(name)]
    except (FileNotFoundError, NotADirectoryError):
        return
    for name in left:
        disk.remove(folder / name)
    if left:
        disk.sync_folder(folder)
