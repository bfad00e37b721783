"""The data folder: there, ours alone, and writable, or said so before anybody types."""

import os
from pathlib import Path

from facilitator.files.disk import FILE_MODE, Disk


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


def tried(path: Path) -> None:
    """Try whether a file can be made in the folder. Raises NotWritable."""
    trial = path / ".trial"
    try:
        descriptor = os.open(trial, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, FILE_MODE)
        os.close(descriptor)
        trial.unlink(missing_ok=True)
    except OSError as fault:
        raise NotWritable(path) from fault
