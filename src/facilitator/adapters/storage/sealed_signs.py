"""Whether anything of a group is sealed, told without a key (S9).

A group whose keys file is gone must not be taken for one that never had a passphrase.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from facilitator.adapters.storage.cover import is_sealed
from facilitator.files.disk import Disk

MOST_MEETINGS = 40
"""So many closed meetings are looked at: all of a group are sealed, or none (P4)."""

FIRST = 512
"""Bytes of a file that are looked at."""

ENDINGS = (".json", ".journal", ".head")
"""What the sealed files of a group are called, beside copies that were put aside."""

_RECORD = re.compile(rb'[0-9a-f]{8} \{"seq":\d+,"key":"')
"""How a sealed record of a journal begins."""


def has_sealed_file(disk: Disk, folder: Path) -> bool:
    """Whether the book, a meeting, a journal or its head, or a copy put aside is sealed."""
    return any(_is_sealed(disk, path) for path in _looked_at(disk, folder))


def _looked_at(disk: Disk, folder: Path) -> Iterator[Path]:
    yield folder / "book.json"
    for inside, most in ((folder, 0), (folder / "open", 0), (folder / "meetings", MOST_MEETINGS)):
        names: list[str] = []
        with suppress(OSError):
            names = disk.names(inside)
        ours = (name for name in names if name.endswith(ENDINGS) or ".damaged-" in name)
        for number, name in enumerate(ours):
            if most and number >= most:
                break
            yield inside / name


def _is_sealed(disk: Disk, path: Path) -> bool:
    """Whether a file begins as a sealed one, or its first record is one."""
    with suppress(OSError):
        raw = disk.read_some(path, FIRST)
        return is_sealed(raw) or _RECORD.match(raw) is not None
    return False
