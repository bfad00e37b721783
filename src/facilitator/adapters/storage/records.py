"""The lines of a journal: checksum and JSON, one line for every append (S1, S3)."""

import json
import zlib
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from typing import Protocol

from facilitator.adapters.storage.codec import from_plain, to_plain
from facilitator.domain.events import Event


def line_of(number: int, happened: Sequence[Event]) -> bytes:
    """Return one record: eight digits of CRC-32, a space, JSON, a line end."""
    body = body_of(number, happened)
    return b"%08x %s\n" % (zlib.crc32(body), body)


def body_of(number: int, happened: Sequence[Event]) -> bytes:
    """Return the JSON of one record."""
    content = {"seq": number, "events": [to_plain(event) for event in happened]}
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode(
        "utf-8", "backslashreplace"
    )


_BEGIN = b'{"seq":'
"""Twice on one line it means that the line end between two good records is gone."""


@dataclass(frozen=True, slots=True)
class ReadJournal:
    """What could be read: the events, the records, the good length in bytes.

    `is_damaged` says that something other than a torn last record is wrong.
    """

    events: tuple[Event, ...]
    records: tuple[bytes, ...]
    length: int
    is_damaged: bool


def read_journal(raw: bytes) -> ReadJournal:
    """Read a journal, whatever is in it; records that do not hold are left out (S3).

    Only a bad last record may be trimmed: it was never acknowledged, or it is the
    one that a power cut tore. One whose checksum is right but that we do not know
    was written by a newer program: it is damage, and kept aside.
    """
    happened: list[Event] = []
    good: list[bytes] = []
    length, is_damaged = 0, False
    lines = raw.split(b"\n")
    torn = lines.pop()
    for at, line in enumerate(lines):
        body = checked(line)
        events = None if body is None else events_in(body)
        if events is None:
            is_last = at == len(lines) - 1 and not torn
            is_damaged = is_damaged or not (is_last and body is None and not holds_two(line))
            continue
        happened += events
        good.append(line + b"\n")
        length += len(line) + 1
    is_damaged = is_damaged or holds_two(torn)
    return ReadJournal(tuple(happened), tuple(good), length, is_damaged)


def holds_two(line: bytes) -> bool:
    """Whether two records begin on one line."""
    return line.count(_BEGIN) > 1


def checked(line: bytes) -> bytes | None:
    """Return what is behind the checksum, or None when the checksum is another."""
    checksum, _, body = line.partition(b" ")
    try:
        is_right = len(checksum) == 8 and int(checksum, 16) == zlib.crc32(body)  # noqa: PLR2004
    except ValueError:
        return None
    return body if is_right else None


def events_in(body: bytes) -> tuple[Event, ...] | None:
    """Return the events of one record, or None when we do not know them."""
    try:
        plain = json.loads(body)
        return tuple(from_plain(one) for one in plain["events"])
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


class Lines(Protocol):
    """How the records of one meeting lie on the disk: plain, or sealed (S9)."""

    def line_of(self, number: int, happened: Sequence[Event], before: bytes) -> bytes:
        """Return the number-th record; `before` is the record before it, or b""."""

    def head_of(self, records: Sequence[bytes]) -> bytes | None:
        """Return what is kept beside a journal that was let go of, or None."""

    def beginning(self, line: bytes) -> AbstractContextManager[None]:
        """Return within what the first record is written. It may raise OSError, StaysSealed."""

    def ending(self, head: bytes) -> AbstractContextManager[None]:
        """Return within what the head is written. It may raise OSError, StaysSealed."""

    def read(self, raw: bytes, head: bytes | None = None) -> ReadJournal:
        """Read a journal, whatever is in it."""


class PlainLines:
    """Records that can be read by anybody who can read the file."""

    def line_of(self, number: int, happened: Sequence[Event], before: bytes) -> bytes:
        """Return one record."""
        return line_of(number, happened)

    def head_of(self, records: Sequence[bytes]) -> bytes | None:
        """A plain journal has none: whoever can cut it could write another one."""
        return None

    def beginning(self, line: bytes) -> AbstractContextManager[None]:
        """Nobody keeps a list of plain journals."""
        return nullcontext()

    def ending(self, head: bytes) -> AbstractContextManager[None]:
        """Nobody keeps a list of plain journals."""
        return nullcontext()

    def read(self, raw: bytes, head: bytes | None = None) -> ReadJournal:
        """Read a plain journal."""
        return read_journal(raw)
