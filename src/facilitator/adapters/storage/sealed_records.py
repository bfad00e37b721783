"""The lines of a sealed journal: each bound to its number, its meeting and the line before (S9)."""

import json
import zlib
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass

from facilitator.adapters.storage.keys import bytes_of, text_of
from facilitator.adapters.storage.open_seal import OpenSeal, OwnKey
from facilitator.adapters.storage.records import (
    ReadJournal,
    body_of,
    checked,
    events_in,
    holds_two,
)
from facilitator.adapters.storage.versions import NO_FILE, end_name, open_name, version_in
from facilitator.domain.events import Event
from facilitator.ports.ciphers import NotGenuine

Becoming = Callable[[Mapping[str, str]], AbstractContextManager[None]]
"""Within it files get these versions."""

TAG = 16
"""Bytes at the end of what AES-GCM closes."""


@dataclass(frozen=True, slots=True)
class _Opened:
    """One line that is genuine."""

    number: int
    before: bytes
    tag: bytes
    events: tuple[Event, ...] | None


class SealedLines:
    """records.Lines of one meeting of a sealed group."""

    def __init__(
        self, seal: OpenSeal, meeting_id: str, becoming: Becoming = lambda _: nullcontext()
    ) -> None:
        """Begin without a key: the first line that is read or written brings it.

        `becoming` tells the group's head which versions files are going to have.
        """
        self._seal, self._meeting_id, self._becoming = seal, meeting_id, becoming
        self._own: OwnKey | None = None
        self._written = b"", b""

    def line_of(self, number: int, happened: Sequence[Event], before: bytes) -> bytes:
        """Return one record, chained to the line before it; b"" is before the first."""
        own = self._own = self._own or self._seal.fresh()
        tag = self._tag(before)
        inside = self._seal.cipher.sealed(
            own.key, body_of(number, happened), self._about(number, tag)
        )
        key, ended, closed = own.wrapped, text_of(tag), text_of(inside)
        content = f'{{"seq":{number},"key":"{key}","before":"{ended}","sealed":"{closed}"}}'
        body = content.encode()
        line = b"%08x %s\n" % (zlib.crc32(body), body)
        self._written = line, inside[-TAG:]
        return line

    def head_of(self, records: Sequence[bytes]) -> bytes | None:
        """Return what says how many records there are and how the last one ends."""
        if not records:
            return None
        own = self._own = self._own or self._seal.fresh()
        content = {"count": len(records), "tag": text_of(self._tag(records[-1]))}
        return self._seal.closed(self._head_name, json.dumps(content).encode(), own)

    def beginning(self, line: bytes) -> AbstractContextManager[None]:
        """Let the group's head know the journal by its first record; it has no head yet."""
        meeting_id = self._meeting_id
        changes = {open_name(meeting_id): version_in(line), end_name(meeting_id): NO_FILE}
        return self._becoming(changes)

    def ending(self, head: bytes) -> AbstractContextManager[None]:
        """Let the group's head know which head is right."""
        return self._becoming({end_name(self._meeting_id): version_in(head)})

    def read(self, raw: bytes, head: bytes | None = None) -> ReadJournal:
        """Read a sealed journal, whatever is in it.

        A record that is not genuine, is missing, doubled or elsewhere, or is short of
        what the head says, is damage. What can be read is then chained anew, in order.
        """
        opened, good, length = list[_Opened](), list[bytes](), 0
        lines = raw.split(b"\n")
        torn = lines.pop()
        is_damaged = holds_two(torn)
        for at, line in enumerate(lines):
            body = checked(line)
            found = None if body is None else self._opened(body, line)
            if found is None or found.events is None:
                is_last = at == len(lines) - 1 and not torn
                is_damaged |= not (is_last and body is None and not holds_two(line))
                continue
            before = opened[-1].tag if opened else b""
            is_damaged |= (found.number, found.before) != (len(opened) + 1, before)
            opened.append(found)
            good.append(line + b"\n")
            length += len(line) + 1
        is_damaged |= head is not None and not self._holds(head, opened)
        if is_damaged:
            return self._anew(opened)
        happened = tuple(event for one in opened for event in one.events or ())
        return ReadJournal(happened, tuple(good), length, is_damaged)

    def _anew(self, opened: Sequence[_Opened]) -> ReadJournal:
        """Return what is genuine, each record once, in the order in which it was written."""
        by_number = {one.number: one.events or () for one in reversed(opened)}
        kept = [by_number[number] for number in sorted(by_number)]
        records: list[bytes] = []
        for number, happened in enumerate(kept, 1):
            records.append(self.line_of(number, happened, records[-1] if records else b""))
        happened_in_all = tuple(event for happened in kept for event in happened)
        length = sum(map(len, records))
        return ReadJournal(happened_in_all, tuple(records), length, is_damaged=True)

    def _holds(self, head: bytes, opened: Sequence[_Opened]) -> bool:
        try:
            content = json.loads(self._seal.opened(self._head_name, head))
            count, tag = int(content["count"]), bytes_of(content["tag"])
            return opened[count - 1].tag == tag and count > 0
        except (ValueError, LookupError, TypeError):
            return False

    def _opened(self, body: bytes, line: bytes) -> _Opened | None:
        """Return a genuine line, `events` None where we do not know them; None for any other."""
        if line != b"%08x %b" % (zlib.crc32(body), body):
            return None  # the same sum written in another way
        try:
            content = json.loads(body)
            number, before = int(content["seq"]), bytes_of(content["before"])
            inside, own = bytes_of(content["sealed"]), self._key(str(content["key"]))
            about = self._about(number, before)
            plain = self._seal.cipher.opened(own.key, inside, about)
        except (NotGenuine, ValueError, LookupError, TypeError, RecursionError):
            return None
        self._own = self._own or own
        return _Opened(number, before, inside[-TAG:], events_in(plain))

    def _key(self, wrapped: str) -> OwnKey:
        if self._own is not None and self._own.wrapped == wrapped:
            return self._own
        return self._seal.own_key(wrapped)

    def _tag(self, record: bytes) -> bytes:
        """Return how a record of ours ends; b"" is before the first."""
        if not record:
            return b""
        if record == self._written[0]:
            return self._written[1]
        content = json.loads(record.partition(b" ")[2])
        return bytes_of(content["sealed"])[-TAG:]

    @property
    def _head_name(self) -> str:
        return f"head/{self._meeting_id}"

    def _about(self, number: int, before: bytes) -> bytes:
        name = self._meeting_id.encode("utf-8", "replace")
        return b"facilitator record 1 %d %b %b" % (number, text_of(before).encode(), name)
