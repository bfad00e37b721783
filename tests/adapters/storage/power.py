"""A disk that writes down every call, and what may be left of it after a power cut.

What was not synced may be there, be gone, or be torn in sectors of 512 bytes. Names that
were made, moved or removed since the last sync of their folder may be kept up to any
point, in order. What a failed sync should have written is gone for good, however often it
is tried again: the kernel no longer knows of it. A disk that lies about its sync is not
looked at.
"""

import errno
import os
import random
from dataclasses import dataclass, field
from pathlib import Path

from facilitator.files.disk import FILE_MODE, Disk, OpenFolder

SECTOR = 512
Call = tuple[str, str | int, str | int | bytes]
"""What was done, to which name or file number, and with what."""


class RecordingDisk(Disk):
    """Does everything for real, and writes it down.

    `forgets` names calls that it leaves out; `fails` is which sync of a file fails, from 1.
    """

    def __init__(self, root: Path, forgets: str = "", fails: int = 0) -> None:
        """Write down what happens under this folder."""
        self.syncs, self._fails = 0, fails
        self.calls: list[Call] = []
        self._root, self._forgets = root, forgets
        self._numbers: dict[str, int] = {}
        self._open: dict[int, int] = {}
        self._last = 0

    def acknowledge(self, what: str) -> None:
        """Write down that somebody was told "saved"."""
        self.calls.append(("told", what, ""))

    def open_append(self, path: Path) -> int:
        """Open, and write down whether it is new."""
        return self._opened(super().open_append(path), path)

    def open_new(self, folder: OpenFolder, name: str, mode: int = FILE_MODE) -> int:
        """Open, and write down that it is new."""
        return self._opened(super().open_new(folder, name, mode), folder.path / name)

    def _opened(self, descriptor: int, path: Path) -> int:
        name = self._name(path)
        if name not in self._numbers:
            self._last += 1
            self._numbers[name] = self._last
            self.calls.append(("make", name, self._last))
        self._open[descriptor] = self._numbers[name]
        return descriptor

    def write(self, descriptor: int, body: bytes) -> int:
        """Write, and write down where."""
        at = os.fstat(descriptor).st_size
        self.calls.append(("seek", self._open[descriptor], at))
        self.calls.append(("write", self._open[descriptor], body))
        return super().write(descriptor, body)

    def truncate(self, descriptor: int, length: int) -> None:
        """Cut."""
        self.calls.append(("truncate", self._open[descriptor], length))
        super().truncate(descriptor, length)

    def sync(self, descriptor: int) -> None:
        """Write down the sync; the real one would only take time here."""
        self.syncs += 1
        if self.syncs == self._fails:
            self.calls.append(("lost", self._open[descriptor], ""))
            raise OSError(errno.EIO, "sync")
        if self._forgets != "sync":
            self.calls.append(("sync", self._open[descriptor], ""))

    def replace(self, folder: OpenFolder, source: str, target: str) -> None:
        """Move."""
        old, new = self._name(folder.path / source), self._name(folder.path / target)
        self.calls.append(("replace", old, new))
        if old in self._numbers:
            self._numbers[new] = self._numbers.pop(old)
        super().replace(folder, source, target)

    def remove_from(self, folder: OpenFolder, name: str) -> None:
        """Remove."""
        super().remove_from(folder, name)
        self.calls.append(("remove", self._name(folder.path / name), ""))
        self._numbers.pop(self._name(folder.path / name), None)

    def remove(self, path: Path) -> None:
        """Remove."""
        self.calls.append(("remove", self._name(path), ""))
        self._numbers.pop(self._name(path), None)
        super().remove(path)

    def make_one_folder(self, path: Path) -> None:
        """Make a folder, and write it down."""
        self.calls.append(("folder", self._name(path), ""))
        super().make_one_folder(path)

    def remove_folder(self, path: Path) -> None:
        """Take a folder away, and write it down."""
        super().remove_folder(path)
        self.calls.append(("remove", self._name(path), ""))

    def sync_folder(self, path: Path) -> None:
        """Write down the sync."""
        if self._forgets != "sync-folder":
            self.calls.append(("sync-folder", self._name(path), ""))

    def _name(self, path: Path) -> str:
        return str(path.relative_to(self._root))


@dataclass
class Content:
    """One file: what is on the disk for certain, and what is on its way."""

    certain: bytes = b""
    waiting: list[tuple[int, bytes | None]] = field(default_factory=list)

    def settle(self) -> None:
        """Everything that waits is on the disk."""
        for at, body in self.waiting:
            self.certain = _applied(self.certain, at, body)
        self.waiting.clear()

    def lose(self) -> None:
        """A sync failed: what was written since the last one never comes to the disk."""
        for at, body in self.waiting:
            if body is None:
                self.certain = _applied(self.certain, at, body)
        self.waiting.clear()

    def after_cut(self, chance: random.Random) -> bytes:
        """Return what a power cut may leave."""
        content = self.certain
        for at, body in self.waiting:
            fate = chance.choice(("kept", "dropped", "torn"))
            if fate == "kept":
                content = _applied(content, at, body)
            elif fate == "torn" and body is not None:
                content = _applied(content, at, _torn(body, chance))
        return content


def _applied(content: bytes, at: int, body: bytes | None) -> bytes:
    if body is None:
        return content[:at].ljust(at, b"\0")
    return content[:at].ljust(at, b"\0") + body + content[at + len(body) :]


def _torn(body: bytes, chance: random.Random) -> bytes:
    if chance.random() < 0.5:
        return body[: chance.randrange(len(body) + 1)]
    pieces = [body[at : at + SECTOR] for at in range(0, len(body), SECTOR)]
    return b"".join(one if chance.random() < 0.5 else bytes(len(one)) for one in pieces)


class Platter:
    """What the calls so far may have left on the disk."""

    def __init__(self) -> None:
        """Begin with an empty disk."""
        self.names: dict[str, int] = {}  # 0 is a folder
        self.waiting: list[Call] = []
        self.files: dict[int, Content] = {}
        self.told: list[str] = []
        self._at = 0

    def take(self, call: Call) -> None:
        """Let one more call happen."""
        what, which, more = call
        match what:
            case "told":
                self.told.append(str(which))
            case "seek":
                self._at = int(more)
            case "write":
                assert isinstance(more, bytes)
                self.files[int(which)].waiting.append((self._at, more))
            case "truncate":
                self.files[int(which)].waiting.append((int(more), None))
            case "sync":
                self.files[int(which)].settle()
            case "lost":
                self.files[int(which)].lose()
            case "sync-folder":
                self._settle(str(which))
            case _:
                if what == "make":
                    self.files[int(more)] = Content()
                self.waiting.append(call)

    def _settle(self, folder: str) -> None:
        here = [one for one in self.waiting if _parent(one) == folder]
        self.waiting = [one for one in self.waiting if _parent(one) != folder]
        for one in here:
            _rename(self.names, one)

    def left_in(self, root: Path, chance: random.Random) -> None:
        """Write into a folder what a power cut now may leave."""
        names = dict(self.names)
        for folder in {_parent(one) for one in self.waiting}:
            here = [one for one in self.waiting if _parent(one) == folder]
            for one in here[: chance.randrange(len(here) + 1)]:
                _rename(names, one)
        for name in sorted(names):
            path = root / name
            if not path.parent.is_dir():
                continue  # the folder itself never came to be
            if names[name] == 0:
                path.mkdir()
            else:
                path.write_bytes(self.files[names[name]].after_cut(chance))


def _parent(call: Call) -> str:
    return str(Path(str(call[1])).parent)


def _rename(names: dict[str, int], call: Call) -> None:
    what, which, more = call
    match what:
        case "make":
            names[str(which)] = int(more)
        case "folder":
            names[str(which)] = 0
        case "remove":
            names.pop(str(which), None)
        case "replace":
            names[str(more)] = names.pop(str(which))
