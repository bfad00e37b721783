"""The derived index of closed meetings: append-only, read from its end (P3, P4)."""

import json
from collections.abc import Iterator
from pathlib import Path

import msgspec

from facilitator.adapters.storage.codec import Unreadable, record_from
from facilitator.domain.records import MeetingRow
from facilitator.files.atomic import write_all, write_atomic
from facilitator.files.disk import Disk

BLOCK = 8192


class Index:
    """index.jsonl of one group: ids, dates and counts, no words of people."""

    def __init__(self, disk: Disk, path: Path) -> None:
        """Stand for one file, which need not exist yet."""
        self._disk, self._path = disk, path

    @property
    def exists(self) -> bool:
        """Whether the file is there; without it the index has to be rebuilt."""
        return self._path.exists()

    def add(self, row: MeetingRow) -> None:
        """Add a line and sync; a line that is there already is not added again. Raises OSError."""
        newest = next(self.rows(), None)
        if newest is not None and newest.id == row.id:
            return
        descriptor = self._disk.open_append(self._path)
        try:
            # A line that a power cut tore stays alone: ours begins on a line of its own.
            lead = b"" if self._ends_whole() else b"\n"
            write_all(self._disk, descriptor, lead + _line(row))
            self._disk.sync(descriptor)
        finally:
            self._disk.close(descriptor)
        self._disk.sync_folder(self._path.parent)

    def write(self, rows: list[MeetingRow]) -> None:
        """Write the whole index anew, oldest first. Raises OSError."""
        write_atomic(self._disk, self._path, b"".join(_line(row) for row in rows))

    def without(self, meeting_id: str) -> None:
        """Take one meeting's line out. Raises OSError."""
        if self.exists:
            rows = [row for row in self.rows() if row.id != meeting_id]
            self.write(rows[::-1])

    def rows(self) -> Iterator[MeetingRow]:
        """Yield the rows, newest first; a line that cannot be read is passed over."""
        for line in _backwards(self._path):
            try:
                yield record_from(json.loads(line), MeetingRow)
            except (ValueError, RecursionError):
                continue

    def _ends_whole(self) -> bool:
        with self._path.open("rb") as file:
            if file.seek(0, 2) == 0:
                return True
            file.seek(-1, 2)
            return file.read(1) == b"\n"


def _line(row: MeetingRow) -> bytes:
    return json.dumps(msgspec.to_builtins(row), ensure_ascii=False).encode() + b"\n"


def _backwards(path: Path) -> Iterator[bytes]:
    """Yield the lines of a file from its end, reading a block at a time."""
    try:
        file = path.open("rb")
    except OSError:
        return
    with file:
        at = file.seek(0, 2)
        rest = b""
        while at > 0:
            size = min(BLOCK, at)
            at -= size
            file.seek(at)
            lines = (file.read(size) + rest).split(b"\n")
            rest = lines[0]
            yield from (line for line in reversed(lines[1:]) if line.strip())
        if rest.strip():
            yield rest
