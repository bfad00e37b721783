"""The versions of a sealed group's files, as they lie on the disk (S9).

Each closing has a nonce by chance, so the tag that AES-GCM leaves at the end of a file says
which of its versions it is. Of a journal the first record says it: answers are added behind
it, and forgetting somebody writes another first one.
"""

import os
import zlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from facilitator.adapters.storage.cover import BOOK, meeting_name
from facilitator.files.disk import Disk

NO_FILE = ""
"""The version of what is not there."""

END, TAG = 3, 24
"""How a sealed file and a sealed record end, in bytes: what closes them, and the tag before it."""


def open_name(meeting_id: str) -> str:
    """Return under which name the journal of a meeting is known."""
    return f"open/{meeting_id}"


def end_name(meeting_id: str) -> str:
    """Return under which name the head beside that journal is known."""
    return f"head/{meeting_id}"


def names_of(meeting_id: str) -> tuple[str, str, str]:
    """Return every name under which something of a meeting is known."""
    return meeting_name(meeting_id), open_name(meeting_id), end_name(meeting_id)


def version_in(raw: bytes) -> str:
    """Return the version of a sealed file or record, whatever the bytes are."""
    return raw[-END - TAG : -END].decode("latin-1") or "-"


def path_of(folder: Path, name: str) -> Path:
    """Return where in a group's folder the file of this name is."""
    sort, _, meeting_id = name.partition("/")
    match sort:
        case "meeting":
            return folder / "meetings" / f"{meeting_id}.json"
        case "open":
            return folder / "open" / f"{meeting_id}.journal"
        case "head":
            return folder / "open" / f"{meeting_id}.head"
        case _:
            return folder / "book.json"


def names_in(folder: Path) -> Iterator[str]:
    """Yield the names of what lies in a group's folder. Raises OSError."""
    if (folder / "book.json").exists():
        yield BOOK
    for sort, where, end in (
        ("meeting", "meetings", ".json"),
        ("open", "open", ".journal"),
        ("head", "open", ".head"),
    ):
        with suppress(FileNotFoundError), os.scandir(folder / where) as there:
            for one in there:
                if one.name.endswith(end):
                    yield f"{sort}/{one.name.removesuffix(end)}"


def version_at(disk: Disk, folder: Path, name: str) -> str | None:
    """Return the version of what lies there; None where it cannot be read now."""
    try:
        with disk.open_read(path_of(folder, name)) as file:
            if name.startswith("open/"):
                return _version_of_journal(file.readline())
            file.seek(max(0, file.seek(0, os.SEEK_END) - END - TAG))
            return version_in(file.read())
    except FileNotFoundError:
        return NO_FILE
    except OSError:
        return None


def _version_of_journal(line: bytes) -> str:
    """A first record that is torn was never told as saved, so there is no journal yet."""
    checksum, _, body = line.removesuffix(b"\n").partition(b" ")
    is_whole = line.endswith(b"\n") and checksum == b"%08x" % zlib.crc32(body)
    return version_in(line) if is_whole else NO_FILE
