"""The head of a sealed group: which files there are, and which version of each is right (S9).

head.jsonl holds one sealed record a line, each bound to its number and to the record before.
The first says all; those behind it say what changed since, until they are longer than it is.
Before a file is written the head says which version it is going to be, and afterwards that
it is so: between the two, where a power cut may lie, the older and the newer are both right.
There are names of meetings in it and no words of people.
"""

import json
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from facilitator.adapters.storage.cover import BOOK
from facilitator.adapters.storage.keys import bytes_of, text_of
from facilitator.adapters.storage.open_seal import OpenSeal, OwnKey
from facilitator.adapters.storage.versions import (
    NO_FILE,
    names_in,
    names_of,
    path_of,
    version_at,
)
from facilitator.domain.records import NotAsLeft
from facilitator.files.atomic import write_all, write_atomic
from facilitator.files.disk import Disk
from facilitator.ports.ciphers import NotGenuine

Right = dict[str, tuple[str, ...]]
"""Which versions of each file are right; those that were written last come last."""

Changes = Mapping[str, str]
"""The versions that some files get."""

TAG = 16
"""Bytes at the end of what AES-GCM closes."""

LEAST = 32 * 1024
"""Up to this many bytes of records nothing is written anew."""

LOOKED_AT = 500
"""Of how many closed meetings the versions are looked at when the group is opened.

Whether the others are there is seen too; their versions are looked at when they are read.
"""


class HeadDamaged(ValueError):  # noqa: N818  says what the file is
    """What is in the head was changed, or is of another group."""


class GroupHead:
    """The head of one group while it is open."""

    def __init__(self, disk: Disk, folder: Path, seal: OpenSeal) -> None:
        """Stand for the head in this folder of a group; `read` says what is in it."""
        self._disk, self._folder, self._seal = disk, folder, seal
        self._path = folder / "head.jsonl"
        self._right: Right = {}
        self._strays: set[str] = set()
        self._own: OwnKey | None = None
        self._count, self._tag, self._length, self._whole = 0, b"", 0, 0
        self._is_sure = False  # that the file ends as we think, so that a record may follow
        self.is_lost = self._is_unread = False

    def read(self) -> bool:
        """Read what is there; return whether there is a head at all.

        One that is damaged knows nothing: then every file is taken for right, and people
        are told that nobody can say whether it is.
        """
        try:
            raw = self._disk.read(self._path)
        except FileNotFoundError:
            return False
        except OSError:
            self.is_lost = self._is_unread = True
            return True
        try:
            self._take_in(raw)
        except (NotGenuine, ValueError, LookupError, TypeError, AttributeError, RecursionError):
            self._right, self.is_lost = {}, True
        return True

    def _take_in(self, raw: bytes) -> None:
        """Read every record. Raises HeadDamaged, NotGenuine and the like."""
        *lines, torn = raw.split(b"\n")
        for at, line in enumerate(lines):
            checksum, _, body = line.partition(b" ")
            if checksum != b"%08x" % zlib.crc32(body):
                if at == len(lines) - 1 and at > 0 and not torn:
                    break  # torn by a power cut, and nothing was done that it speaks of
                raise HeadDamaged(str(at))
            self._apply(self._opened(body))
            self._length += len(line) + 1
            self._whole = self._whole or self._length
        if not lines:
            raise HeadDamaged("empty")
        self._is_sure = self._length == len(raw)

    def _opened(self, body: bytes) -> dict[str, dict[str, object]]:
        content = json.loads(body)
        wrapped, inside = str(content["key"]), bytes_of(content["sealed"])
        if self._own is None or self._own.wrapped != wrapped:
            self._own = self._seal.own_key(wrapped)
        plain = self._seal.cipher.opened(self._own.key, inside, self._about(self._count + 1))
        self._count, self._tag = self._count + 1, inside[-TAG:]
        found: dict[str, dict[str, object]] = json.loads(plain)
        return found

    def _apply(self, record: Mapping[str, Mapping[str, object]]) -> None:
        for what, changes in record.items():
            for name, version in changes.items():
                if what == "whole" and isinstance(version, list):
                    self._right[name] = tuple(map(str, version))
                elif what == "will":
                    before = self._right.get(name, (NO_FILE,))
                    self._right[name] = tuple(dict.fromkeys((*before, str(version))))
                elif what == "is":
                    self._right.pop(name, None)
                    if version != NO_FILE:
                        self._right[name] = (str(version),)

    @property
    def is_there(self) -> bool:
        """Whether it is on the disk, and can be read."""
        return self._whole > 0 and not self.is_lost

    def look(self) -> None:
        """Look at what lies there: settle what a power cut left open, and find what is strange."""
        if self.is_lost:
            return
        with suppress(OSError):
            there = set(names_in(self._folder))
            meetings = [
                name
                for name, versions in self._right.items()
                if name.startswith("meeting/") and len(versions) == 1
            ]
            by_name_alone = set(meetings[:-LOOKED_AT]) & there
            for name in (*self._right, *(there - self._right.keys())):
                if name not in by_name_alone:
                    self.is_right(name, version_at(self._disk, self._folder, name))
            self._settle()

    def _settle(self) -> None:
        """Let what is there now be the one right version, where two were. Raises OSError."""
        unsure = {
            name: version
            for name, versions in self._right.items()
            if len(versions) > 1 and name not in self._strays
            for version in (version_at(self._disk, self._folder, name),)
            if version is not None
        }
        if not unsure:
            return
        # It may be in the memory of the system alone: the program may have been killed.
        for name, version in unsure.items():
            path = path_of(self._folder, name)
            if version != NO_FILE and name.startswith("open/"):
                descriptor = self._disk.open_append(path)
                try:
                    self._disk.sync(descriptor)
                finally:
                    self._disk.close(descriptor)
        for where in {path_of(self._folder, name).parent for name in unsure}:
            if where.is_dir():
                self._disk.sync_folder(where)
        self._put({"is": unsure})

    def is_right(self, name: str, version: str | None) -> bool:
        """Return whether a file of this version is as we left it; it is remembered if not.

        None is what cannot be read now: nothing can be said of that.
        """
        if self.is_lost or version is None:
            return True
        is_right = version in self._right.get(name, (NO_FILE,))
        if not is_right:
            self._strays.add(name)
        return is_right

    def is_stray(self, name: str) -> bool:
        """Whether this was found to be another version than we left."""
        return name in self._strays

    @contextmanager
    def becoming(self, changes: Changes) -> Iterator[None]:
        """Say which versions files are going to have, let them be written, say that it is so.

        Raises OSError before anything was written. Files that go are let go even where the
        head cannot be written: then people are told that they are gone.
        """
        try:
            self.will_be(changes)
        except OSError:
            if any(version != NO_FILE for version in changes.values()):
                raise
        yield
        self.is_so(changes)

    def will_be(self, changes: Changes) -> None:
        """Say which versions these files are going to have. Raises OSError."""
        self._put({"will": dict(changes)})

    def is_so(self, changes: Changes) -> None:
        """Say that these files have these versions now. Never raises: it can be said later."""
        self._strays -= changes.keys()
        with suppress(OSError):
            self._put({"is": dict(changes)})

    def take_all(self) -> None:
        """Let all that is there be right, as it is. Raises OSError."""
        found = {
            name: (version,)
            for name in names_in(self._folder)
            for version in (version_at(self._disk, self._folder, name),)
            if version not in (NO_FILE, None)
        }
        self._right = {name: tuple(map(str, one)) for name, one in found.items()}
        self._strays.clear()
        self.is_lost = self._is_unread = False
        self._write_whole()

    def take(self, meeting_id: str) -> None:
        """Let what is there of one meeting be right, as it is. Raises OSError."""
        found = {
            name: version
            for name in names_of(meeting_id)
            for version in (version_at(self._disk, self._folder, name),)
            if version is not None
        }
        self._strays -= found.keys()
        self._put({"is": found})

    def found(self) -> NotAsLeft:
        """Return what is not as we left it."""
        changed, gone, added = set[str](), set[str](), set[str]()
        for name in self._strays - {BOOK}:
            sort, _, meeting_id = name.partition("/")
            if sort == "head":
                changed.add(meeting_id)
            elif name not in self._right:
                added.add(meeting_id)
            elif path_of(self._folder, name).exists():
                changed.add(meeting_id)
            else:
                gone.add(meeting_id)
        changed -= gone | added
        return NotAsLeft(
            tuple(sorted(changed)),
            tuple(sorted(gone)),
            tuple(sorted(added - gone)),
            is_book_changed=BOOK in self._strays,
            is_unknown=self.is_lost,
        )

    def _put(self, record: Mapping[str, Mapping[str, str]]) -> None:
        """Add one record, or write all anew where that is shorter or safer. Raises OSError."""
        self._try_again()
        if self.is_lost:
            return  # until people say that all is fine: nobody would be told later
        self._apply(record)
        if not self._is_sure or self._length > 2 * self._whole + LEAST:
            self._write_whole()
            return
        line, tag = self._line(self._count + 1, record)
        descriptor = self._disk.open_append(self._path)
        try:
            self._is_sure = False
            if self._disk.size(descriptor) == self._length:
                write_all(self._disk, descriptor, line)
                self._disk.sync(descriptor)
                self._is_sure = True
        finally:
            self._disk.close(descriptor)
        if not self._is_sure:
            self._write_whole()
            return
        self._count, self._tag, self._length = self._count + 1, tag, self._length + len(line)

    def _try_again(self) -> None:
        """Read a head that could not be read for a moment: what changes now must stand in it."""
        if self._is_unread:
            self.is_lost = self._is_unread = False
            self.is_lost = not self.read() or self.is_lost
            self.look()

    def _write_whole(self) -> None:
        """Write one record that says all. Raises OSError."""
        self._is_sure = False
        self._own, self._tag = self._own or self._seal.fresh(), b""
        line, tag = self._line(1, {"whole": self._right})
        write_atomic(self._disk, self._path, line)
        self._count, self._tag, self._length, self._whole = 1, tag, len(line), len(line)
        self._is_sure = True

    def _line(self, number: int, record: Mapping[str, Mapping[str, object]]) -> tuple[bytes, bytes]:
        own = self._own = self._own or self._seal.fresh()
        plain = json.dumps(record, separators=(",", ":")).encode()
        inside = self._seal.cipher.sealed(own.key, plain, self._about(number))
        body = f'{{"seq":{number},"key":"{own.wrapped}","sealed":"{text_of(inside)}"}}'.encode()
        return b"%08x %s\n" % (zlib.crc32(body), body), inside[-TAG:]

    def _about(self, number: int) -> bytes:
        return b"facilitator group head 1 %d %b" % (number, text_of(self._tag).encode())
