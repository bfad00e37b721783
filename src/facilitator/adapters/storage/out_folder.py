"""A file into a folder that somebody named, such as a USB stick; mode 0600 (S10)."""

from pathlib import Path

from facilitator.adapters.storage.faults import not_saved
from facilitator.files.atomic import is_new_name_of, take_leftovers, write_atomic
from facilitator.files.disk import Disk


def write_out(folder: Path, name: str, body: str) -> str:
    """Write one file, in place of an older one of its name; return where. Raises NotSaved."""
    disk, path = Disk(), folder / name
    try:
        disk.make_folder(folder)
        take_leftovers(disk, folder, lambda left: is_new_name_of(name, left))
        write_atomic(disk, path, body.encode("utf-8", "backslashreplace"))
    except OSError as fault:
        raise not_saved(fault) from fault
    return str(path)
