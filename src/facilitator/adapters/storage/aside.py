"""What is damaged is put aside before anything is written in its place (S3).

A damaged file is copied. A link, a pipe, a device, a folder, or a file so large that it
cannot be ours, is moved: it is not looked into.
"""

import errno
from pathlib import Path

from facilitator.files.atomic import write_atomic
from facilitator.files.disk import LARGEST, Disk


def put_aside(disk: Disk, path: Path, raw: bytes) -> Path:
    """Write these bytes to NAME.damaged-1, or the next free number. Raises OSError."""
    aside = _free_place(disk, path)
    write_atomic(disk, aside, raw)
    return aside


def clear_place(disk: Disk, path: Path) -> None:
    """Move aside what lies in a file's place and is no file of ours. Raises OSError."""
    if not disk.is_ours(path, LARGEST):
        move_aside(disk, path)


def move_aside(disk: Disk, path: Path) -> None:
    """Move what lies there to NAME.damaged-1, or the next free number. Raises OSError."""
    aside = _free_place(disk, path)
    with disk.opened_folder(path.parent) as folder:
        disk.replace(folder, path.name, aside.name)
    disk.sync_folder(path.parent)


def write_file(disk: Disk, path: Path, body: bytes) -> None:
    """Write a file of the data folder whole, whatever lies in its place. Raises OSError."""
    if len(body) > LARGEST:
        raise OSError(errno.EFBIG, "it could not be read again")
    clear_place(disk, path)
    write_atomic(disk, path, body)


def _free_place(disk: Disk, path: Path) -> Path:
    number, taken = 1, set(disk.names(path.parent))
    while (aside := path.with_suffix(f".damaged-{number}")).name in taken:
        number += 1
    return aside
