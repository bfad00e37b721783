"""What strace wrote, as the calls that a simulated power cut is made of (S1)."""

import re
from collections.abc import Iterator
from pathlib import Path

from tests.adapters.storage.power import Call

WATCHED = (
    "openat,read,write,writev,pwrite64,ftruncate,fsync,fdatasync,rename,renameat,unlink,unlinkat,"
    "mkdir,lseek,close"
)
LINE = re.compile(r"^\d+ +(\w+)\((.*)\) = (-?\d+)(.*)$")
FILE = re.compile(r"^(\d+)<([^>]*)>")
WITHIN = re.compile(r'<((?:\\x[0-9a-f]{2})*)>, "((?:\\x[0-9a-f]{2})*)"')
"""A name, behind the folder in which it is looked up."""

HEX = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')


def _plain(text: str) -> bytes:
    return bytes.fromhex(text.replace("\\x", ""))


def _paths(given: str) -> list[bytes]:
    """Return the paths in a call, those that are looked up in an open folder among them."""
    within = [_plain(one) + b"/" + _plain(name) for one, name in WITHIN.findall(given)]
    return [name[name.rindex(b"//") + 1 :] if b"//" in name else name for name in within] or [
        _plain(one) for one in HEX.findall(given)
    ]


class Reader:
    """Turns lines of a log into calls on what is in one folder."""

    def __init__(self, folder: Path) -> None:
        """Begin before the first line."""
        self._folder = folder
        self._numbers: dict[str, int] = {}
        self._at: dict[str, int] = {}
        self._appends: set[str] = set()
        self._sizes: dict[int, int] = {}

    def calls(self, log: Path) -> Iterator[Call]:
        """Yield the calls, and what was told in between."""
        with log.open(encoding="ascii", errors="replace") as lines:
            for line in lines:
                found = LINE.match(line)
                if found and int(found[3]) >= 0:
                    yield from self._call(found[1], found[2], int(found[3]), found[4])

    def _call(self, what: str, given: str, came: int, more: str) -> Iterator[Call]:
        names = [name for one in _paths(given) if (name := self._name(one))]
        file = FILE.match(given)
        match what:
            case "writev":
                told = b"".join(_plain(one) for one in HEX.findall(given)).split()
                if told[:1] == [b"told"]:
                    yield ("told", told[1].decode(), "")
            case "openat" if names:
                yield from self._opened(str(came) + more.partition(">")[0], names[0], given)
            case "rename" | "renameat" if len(names) > 1:
                self._numbers[names[1]] = self._numbers.pop(names[0])
                yield ("replace", names[0], names[1])
            case "unlink" | "unlinkat" if names:
                self._numbers.pop(names[0], None)
                yield ("remove", names[0], "")
            case "mkdir" if names:
                yield ("folder", names[0], "")
            case _ if file and self._name(_plain(file[2])):
                yield from self._on_file(what, given, came, file[1], self._name(_plain(file[2])))

    def _name(self, path: bytes) -> str:
        """Return a name in the folder, or "" for what lies elsewhere; shared memory is not kept."""
        whole = path.decode("utf-8", "replace")
        if whole == str(self._folder):
            return "."
        inside = whole.startswith(f"{self._folder}/") and not whole.endswith("-shm")
        return whole[len(str(self._folder)) + 1 :] if inside else ""

    def _opened(self, opened: str, name: str, given: str) -> Iterator[Call]:
        if "O_DIRECTORY" in given:
            return
        descriptor = opened.partition("<")[0]
        self._at[descriptor] = 0
        (self._appends.add if "O_APPEND" in given else self._appends.discard)(descriptor)
        if name not in self._numbers and "O_CREAT" in given:
            self._numbers[name] = len(self._sizes) + 1
            self._sizes[self._numbers[name]] = 0
            yield ("make", name, self._numbers[name])
        if "O_TRUNC" in given and name in self._numbers:
            self._sizes[self._numbers[name]] = 0
            yield ("truncate", self._numbers[name], 0)

    def _on_file(
        self, what: str, given: str, came: int, descriptor: str, name: str
    ) -> Iterator[Call]:
        number = self._numbers.get(name)
        match what:
            case "fsync" | "fdatasync":
                yield ("sync", number, "") if number else ("sync-folder", name, "")
            case "lseek":
                self._at[descriptor] = came
            case "read":
                self._at[descriptor] = self._at.get(descriptor, 0) + came
            case "ftruncate" if number:
                length = int(given.rpartition(",")[2])
                self._sizes[number] = length
                yield ("truncate", number, length)
            case "write" | "pwrite64" if number:
                yield from self._written(what, given, came, descriptor, number)

    def _written(
        self, what: str, given: str, came: int, descriptor: str, number: int
    ) -> Iterator[Call]:
        body = _plain(HEX.findall(given)[0])[:came]
        if what == "pwrite64":
            at = int(given.rpartition(",")[2])
        else:
            at = self._sizes[number] if descriptor in self._appends else self._at[descriptor]
            self._at[descriptor] = at + came
        self._sizes[number] = max(self._sizes[number], at + came)
        yield ("seek", number, at)
        yield ("write", number, body)
