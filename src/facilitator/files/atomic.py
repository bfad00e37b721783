"""Writing a whole file so that it is there either as before or as wanted, never in part."""

import errno
from contextlib import suppress
from pathlib import Path

from facilitator.files.disk import Disk


def write_all(disk: Disk, descriptor: int, body: bytes) -> None:
    """Write every byte, however short each write is. Raises OSError."""
    view = memoryview(body)
    while view:
        written = disk.write(descriptor, bytes(view))
        if written == 0:
            raise OSError(errno.ENOSPC, "nothing could be written")
        view = view[written:]


def write_atomic(disk: Disk, path: Path, body: bytes) -> None:
    """Write a file by way of a new one beside it. Raises OSError; the old one is then unharmed."""
    fresh = path.with_name(path.name + ".new")
    try:
        descriptor = disk.open_new(fresh)
        try:
            write_all(disk, descriptor, body)
            disk.sync(descriptor)
        finally:
            disk.close(descriptor)
        disk.replace(fresh, path)
    except OSError:
        with suppress(OSError):
            disk.remove(fresh)
        raise
    disk.sync_folder(path.parent)
