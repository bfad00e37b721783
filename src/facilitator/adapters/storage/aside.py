"""A damaged file is copied aside before anything is written in its place (S3)."""

from pathlib import Path

from facilitator.files.atomic import write_atomic
from facilitator.files.disk import Disk


def put_aside(disk: Disk, path: Path, raw: bytes) -> Path:
    """Write these bytes to NAME.damaged-1, or the next free number. Raises OSError."""
    number = 1
    taken = {one.name for one in path.parent.iterdir()}
    while (aside := path.with_suffix(f".damaged-{number}")).name in taken:
        number += 1
    write_atomic(disk, aside, raw)
    return aside
