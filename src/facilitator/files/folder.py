"""The data folder: there, ours alone, and writable, or said so before anybody types."""

from pathlib import Path

from facilitator.files.atomic import new_name
from facilitator.files.disk import Disk


class NotWritable(Exception):  # noqa: N818  it is a word for the person
    """Nothing can be written in this folder. `path` is its name."""

    def __init__(self, path: Path) -> None:
        """Keep the folder's name."""
        super().__init__(str(path))
        self.path = path


def made(disk: Disk, path: Path) -> None:
    """Make the folder, and those above it. Raises NotWritable."""
    try:
        disk.make_folder(path)
    except OSError as fault:
        raise NotWritable(path) from fault


def tried(disk: Disk, path: Path) -> None:
    """Try whether a file can be made in the folder. Raises NotWritable."""
    name = new_name("trial")
    try:
        with disk.opened_folder(path) as folder:
            disk.close(disk.open_new(folder, name))
            disk.remove_from(folder, name)
    except OSError as fault:
        raise NotWritable(path) from fault
