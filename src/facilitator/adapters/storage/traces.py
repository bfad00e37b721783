"""Whether anything sealed lies in a group's folder: then the group is sealed, keys or not (S9).

Asked only where there is no keys file. A group's book, what is put aside, its list of what
there is, and every open meeting are looked at; of the closed meetings the first that the
system names, so that a plain group with ten thousand of them starts as fast as one with ten
(P4). Whoever takes everything sealed away leaves nothing to find.
"""

import os
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path

from facilitator.adapters.storage.cover import is_sealed
from facilitator.files.disk import Disk

MOST = 32
"""How many closed meetings are looked at."""

BLOCK = 4096
"""How much of a file is looked at: the first lines of a journal may be damaged."""

_KEYS = "keys.damaged-"
"""A keys file that was put aside: only a sealed group has had one."""


def has_traces(disk: Disk, folder: Path) -> bool:
    """Return whether something in a group's folder was sealed."""
    return any(_is_trace(disk, path) for path in _looked_at(disk, folder))


def is_trace(raw: bytes) -> bool:
    """Return whether these are bytes of a sealed file or journal."""
    return is_sealed(raw) or any(_is_line(line) for line in raw.split(b"\n"))


def _is_line(line: bytes) -> bool:
    """Whether this is a line of a sealed journal; a plain one holds its events at that place."""
    return line[8:16] == b' {"seq":' and line[16:].lstrip(b"0123456789").startswith(b',"key":"')


def _looked_at(disk: Disk, folder: Path) -> Iterator[Path]:
    yield from disk.listed(folder)
    yield from disk.listed(folder / "open")
    # Taken one by one: a folder of ten thousand names is not listed as a whole.
    with suppress(OSError), os.scandir(folder / "meetings") as names:
        yield from [Path(one.path) for one in islice(names, MOST)]


def _is_trace(disk: Disk, path: Path) -> bool:
    if path.name.startswith(_KEYS):
        return True
    with suppress(OSError), disk.open_read(path) as file:
        return is_trace(file.read(BLOCK))
    return False
