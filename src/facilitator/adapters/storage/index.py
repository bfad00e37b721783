"""The derived index of closed meetings: append-only, read from its end (P3, P4)."""

import json
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

import msgspec

from facilitator.adapters.storage.aside import write_file
from facilitator.adapters.storage.codec import Unreadable, record_from
from facilitator.domain.records import MeetingRow
from facilitator.files.atomic import write_all
from facilitator.files.disk import Disk, NotAPlainFile, TooLarge

BLOCK = 8192

LONGEST_LINE = 64 * 1024
"""Bytes: a line of ours has a few hundred; nothing longer is gathered in memory."""


class Index:
    """index.jsonl of one group: ids, dates and counts, no words of people.

    Whatever meets a line that does not hold raises Unreadable: the index is then to
    be made anew from the meetings.
    """

    def __init__(self, disk: Disk, path: Path) -> None:
        """Stand for one file, which need not exist yet."""
        self._disk, self._path = disk, path

    @property
    def exists(self) -> bool:
        """Whether there is anything in it; without that it has to be made anew."""
        try:
            return self._path.lstat().st_size > 0
        except OSError:
            return False

    def add(self, row: MeetingRow) -> None:
        """Add a line and sync, whatever is there already. Raises OSError, Unreadable."""
        next(self.rows(), None)  # a torn last line is found here, and not written behind
        descriptor = self._disk.open_append(self._path)
        try:
            write_all(self._disk, descriptor, _line(row))
            self._disk.sync(descriptor)
        finally:
            self._disk.close(descriptor)
        self._disk.sync_folder(self._path.parent)

    def put(self, row: MeetingRow) -> None:
        """Put a line in place of the one with its id, or at the end. Raises as `add`."""
        rows = list(self.rows())[::-1]
        ids = [one.id for one in rows]
        if row.id in ids:
            rows[ids.index(row.id)] = row
        else:
            rows.append(row)
            rows.sort(key=lambda one: one.closed_at)  # one that was deleted may be back (A16)
        self.write(rows)

    def write(self, rows: list[MeetingRow]) -> None:
        """Write the whole index anew, oldest first. Raises OSError.

        Also where it reads so already: after a sync that failed that says nothing of the disk.
        """
        write_file(self._disk, self._path, _body(rows))

    def mend(self, rows: list[MeetingRow]) -> None:
        """Write the index anew where it reads otherwise: nobody waits for it. Raises OSError."""
        with suppress(OSError):
            if self._disk.read(self._path) == _body(rows):
                return
        self.write(rows)

    def without(self, meeting_id: str) -> None:
        """Take one meeting's line out. Raises as `add`."""
        try:
            is_in = self.exists and meeting_id.encode() in self._disk.read(self._path)
        except (NotAPlainFile, TooLarge) as fault:
            raise Unreadable("index") from fault
        if is_in:
            self.write([row for row in self.rows() if row.id != meeting_id][::-1])

    def rows(self) -> Iterator[MeetingRow]:
        """Yield the rows, newest first. Raises OSError, Unreadable at a line that does not hold."""
        for line in _backwards(self._disk, self._path):
            yield _row(line)

    def forwards(self) -> Iterator[MeetingRow]:
        """Yield the rows, oldest first. Raises Unreadable, and OSError, as `rows`."""
        with _opened(self._disk, self._path) as file:
            while line := file.readline(LONGEST_LINE):
                if line.strip():
                    yield _row(line)

    def readable(self) -> Iterator[MeetingRow]:
        """Yield the rows that hold and can be read, newest first."""
        with suppress(OSError, Unreadable):
            for line in _backwards(self._disk, self._path):
                with suppress(Unreadable):
                    yield _row(line)


def _row(line: bytes) -> MeetingRow:
    try:
        return record_from(json.loads(line), MeetingRow)
    except (ValueError, RecursionError) as fault:
        raise Unreadable("index") from fault


def _body(rows: list[MeetingRow]) -> bytes:
    return b"".join(_line(row) for row in rows)


def _line(row: MeetingRow) -> bytes:
    return json.dumps(msgspec.to_builtins(row)).encode() + b"\n"


def _opened(disk: Disk, path: Path) -> BinaryIO:
    """Open the file. Raises Unreadable for what is no file of ours, OSError."""
    try:
        return disk.open_read(path)
    except (NotAPlainFile, TooLarge) as fault:
        raise Unreadable("index") from fault


def _backwards(disk: Disk, path: Path) -> Iterator[bytes]:
    """Yield the lines of a file from its end, reading a block at a time.

    Raises Unreadable for what is no file of ours, OSError.

    A last line without a line end is torn, even where it could be read: the next
    one would be written behind it.
    """
    try:
        file = _opened(disk, path)
    except FileNotFoundError:
        return
    with file:
        at = file.seek(0, 2)
        rest, is_last = b"", True
        while at > 0:
            size = min(BLOCK, at)
            at -= size
            file.seek(at)
            lines = (file.read(size) + rest).split(b"\n")
            if is_last and lines[-1]:
                yield b"torn"
            is_last, rest = False, lines[0]
            if len(rest) > LONGEST_LINE:
                raise Unreadable("index")
            yield from (line for line in reversed(lines[1:]) if line.strip())
        if rest.strip():
            yield rest
