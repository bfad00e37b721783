"""Tables of records in one small TinyDB file: read what can be read, written as a whole (M9)."""

import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import msgspec

from facilitator.adapters.storage.aside import clear_place, put_aside
from facilitator.adapters.storage.codec import Unreadable, record_from
from facilitator.adapters.storage.cover import PLAIN, Cover
from facilitator.adapters.storage.faults import not_saved
from facilitator.files.disk import Disk, NotAPlainFile, TooLarge
from facilitator.files.reserve import Reserve
from facilitator.ports.storage import NotSaved

Kinds = Mapping[str, type[Any]]
"""The type of the records of each table, by its name."""

Held = dict[str, list[Any]]
"""The records of each table."""


def shown(disk: Disk, path: Path, kinds: Kinds, cover: Cover = PLAIN) -> Held:
    """Return the records of these tables; what cannot be read is left where it is."""
    with suppress(OSError):
        return _read(disk, path, kinds, cover)[0]
    return {table: [] for table in kinds}


def is_whole(disk: Disk, path: Path, kinds: Kinds, cover: Cover = PLAIN) -> bool:
    """Return whether all that the file holds of these tables can be read (S3)."""
    try:
        return _read(disk, path, kinds, cover)[1]
    except OSError:
        return False


def held(disk: Disk, path: Path, kinds: Kinds, cover: Cover) -> Held:
    """Return the records before some of them are changed. Raises NotSaved.

    What cannot be read now may be readable later, so it must not be written over.
    """
    try:
        return _read(disk, path, kinds, cover)[0]
    except OSError as fault:
        raise NotSaved("unread") from fault


def _read(disk: Disk, path: Path, kinds: Kinds, cover: Cover) -> tuple[Held, bool]:
    """Return the records of the tables, and whether that is all that the file holds of them.

    Raises OSError where the file is there and cannot be read.
    """
    found: Held = {table: [] for table in kinds}
    try:
        content = json.loads(cover.opened(disk.read(path)))
    except FileNotFoundError:
        return found, True
    except (ValueError, RecursionError, NotAPlainFile, TooLarge):
        return found, False
    if not isinstance(content, dict):
        return found, False
    is_whole = True
    for table, kind in kinds.items():
        documents = content.get(table, {})
        if not isinstance(documents, dict):
            is_whole = False
            continue
        for document in documents.values():
            try:
                found[table].append(record_from(document, kind))
            except Unreadable:
                is_whole = False
    return found, is_whole


def put(
    disk: Disk,
    reserve: Reserve | None,
    path: Path,
    kinds: Kinds,
    records: Mapping[str, Sequence[Any]],
    cover: Cover = PLAIN,
) -> None:
    """Write a whole file; a damaged one is copied aside first (S3). Raises NotSaved."""
    from facilitator.adapters.storage.tiny import put_all  # noqa: PLC0415  only to write

    def write() -> None:
        disk.make_folder(path.parent)
        if not _read(disk, path, kinds, cover)[1]:
            _put_aside(disk, path)
        built = {table: msgspec.to_builtins(list(held)) for table, held in records.items()}
        put_all(disk, path, built, cover)

    try:
        (reserve or Reserve(disk, path, size=0)).giving_way(write)
    except OSError as fault:
        raise not_saved(fault) from fault


def _put_aside(disk: Disk, path: Path) -> None:
    """Keep what cannot be read, as far as it is a file of ours. Raises OSError."""
    try:
        put_aside(disk, path, disk.read(path))
    except (NotAPlainFile, TooLarge):
        clear_place(disk, path)
