"""TinyDB files with a storage of ours: read whole, written atomically (design.md 4)."""

import json
from pathlib import Path
from typing import Any

from tinydb import TinyDB
from tinydb.middlewares import CachingMiddleware
from tinydb.storages import Storage

from facilitator.adapters.storage.aside import write_file
from facilitator.adapters.storage.cover import PLAIN, Cover
from facilitator.files.disk import Disk


class AtomicStorage(Storage):
    """A TinyDB storage whose file is there as before or as wanted, never in part."""

    def __init__(self, disk: Disk, path: Path, cover: Cover) -> None:
        """Stand for one file, which need not exist yet, and how it lies on the disk."""
        self._disk, self._path, self._cover = disk, path, cover

    def read(self) -> dict[str, dict[str, Any]] | None:
        """Return the tables; None when there is no file. Raises ValueError for no JSON."""
        try:
            raw = self._cover.opened(self._disk.read(self._path))
        except FileNotFoundError:
            return None
        content = json.loads(raw)
        if not isinstance(content, dict):
            raise ValueError(self._path.name)  # noqa: TRY004  as json.loads does
        return content

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Write the tables. Raises OSError; the file is then as before."""
        body = json.dumps(data, ensure_ascii=False, indent=1).encode("utf-8", "backslashreplace")
        write_file(self._disk, self._path, self._cover.closed(body))


def put_all(
    disk: Disk, path: Path, tables: dict[str, list[dict[str, Any]]], cover: Cover = PLAIN
) -> None:
    """Write a whole TinyDB file in one move, in place of what was there. Raises OSError."""
    # TinyDB writes after every change; held back until it is closed, it writes once.
    held_back = CachingMiddleware(AtomicStorage)  # type: ignore[no-untyped-call]
    with TinyDB(disk, path, cover, storage=held_back) as file:
        file.drop_tables()
        for table, documents in tables.items():
            file.table(table).insert_multiple(documents)
    cover.written()
