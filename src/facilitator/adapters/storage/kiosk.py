"""What a machine that is only for Facilitator remembers, in two small files (S13).

Whoever owns the machine takes a forgotten leaving word away by deleting its file.
"""

import json
import re
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from facilitator.adapters.storage.aside import write_file
from facilitator.adapters.storage.codec import Unreadable, record_from
from facilitator.adapters.storage.faults import not_saved
from facilitator.files.disk import Disk
from facilitator.ports.kiosk import OpenMeeting

WORD_FILE, MARK_FILE = "leaving-word.json", "open-meeting.json"
KEY = "leaving-word"
LARGEST = 4096
"""Bytes: neither file is ever larger."""

_LOCK = re.compile(r"[^$]+\$[0-9a-f]{48}")


class DiskKiosk:
    """ports.kiosk.Kiosk in the data folder. A damaged file counts as none: nobody is shut in."""

    def __init__(self, disk: Disk, folder: Path) -> None:
        """Stand for two files, which need not exist yet."""
        self._disk, self._folder = disk, folder

    @property
    def is_whole(self) -> bool:
        """Whether what is kept of the leaving word can be read (S3)."""
        content = self._read(WORD_FILE)
        lock = "" if content is None else content.get(KEY)
        return isinstance(lock, str) and (not lock or _LOCK.fullmatch(lock) is not None)

    def leaving_word(self) -> str | None:
        """Return the lock of the word; "" for none, None if it was never asked for."""
        content = self._read(WORD_FILE)
        if content is None:
            return None
        lock = content.get(KEY)
        return lock if isinstance(lock, str) and _LOCK.fullmatch(lock) else ""

    def keep_leaving_word(self, lock: str) -> None:
        """Keep the lock of a word, or "" for none. Raises NotSaved."""
        try:
            write_file(self._disk, self._folder / WORD_FILE, json.dumps({KEY: lock}).encode())
        except OSError as fault:
            raise not_saved(fault) from fault

    def open_meeting(self) -> OpenMeeting | None:
        """Return the meeting that was open when the program last ran."""
        content = self._read(MARK_FILE)
        try:
            return record_from(content, OpenMeeting) if content else None
        except Unreadable:
            return None

    def mark_open(self, meeting: OpenMeeting | None) -> None:
        """Remember which meeting is open now; a disk that is full is no reason to stop."""
        path = self._folder / MARK_FILE
        with suppress(OSError):
            if meeting is None:
                self._disk.remove(path)
                return
            content = {
                "group_id": meeting.group_id,
                "meeting_id": meeting.meeting_id,
                "tries": meeting.tries,
            }
            write_file(self._disk, path, json.dumps(content).encode())

    def _read(self, name: str) -> dict[str, object] | None:
        """Return what a small file holds: nothing when it is damaged, None when it is not there."""
        try:
            content = json.loads(self._disk.read(self._folder / name, LARGEST))
        except FileNotFoundError:
            return None
        except (OSError, ValueError, RecursionError):
            return {}
        return content if isinstance(content, dict) else {}


@dataclass(slots=True)
class MemoryKiosk:
    """ports.kiosk.Kiosk in memory, as a rehearsal of it and for tests."""

    word: str | None = None
    opened: OpenMeeting | None = None
    is_whole: bool = True

    def leaving_word(self) -> str | None:
        """Return the lock of the word."""
        return self.word

    def keep_leaving_word(self, lock: str) -> None:
        """Keep the lock of a word."""
        self.word = lock

    def open_meeting(self) -> OpenMeeting | None:
        """Return the meeting that is marked."""
        return self.opened

    def mark_open(self, meeting: OpenMeeting | None) -> None:
        """Remember which meeting is open now."""
        self.opened = meeting
