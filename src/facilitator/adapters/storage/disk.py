"""The data folder as a whole: lock, meetings, book, settings."""

from dataclasses import dataclass
from pathlib import Path

from facilitator.adapters.storage.book import DiskGroupBook, DiskSettings
from facilitator.adapters.storage.meetings import DiskMeetingStore
from facilitator.files.disk import Disk
from facilitator.files.folder import NotWritable, made, tried
from facilitator.files.lock import Lock
from facilitator.files.reserve import Reserve


@dataclass(frozen=True, slots=True)
class DiskStore:
    """Everything that is kept on this machine, behind one lock (S4)."""

    meetings: DiskMeetingStore
    book: DiskGroupBook
    settings: DiskSettings
    lock: Lock

    @classmethod
    def open(cls, folder: Path, disk: Disk | None = None) -> "DiskStore":
        """Open a data folder. Raises NotWritable, and AlreadyOpen when another program has it."""
        disk = disk or Disk()
        made(disk, folder)
        try:
            lock = Lock(folder / "lock")
        except OSError as fault:
            raise NotWritable(folder) from fault
        try:
            tried(folder)
        except NotWritable:
            lock.release()
            raise
        groups, reserve = folder / "groups", Reserve(disk, folder / "reserve")
        return cls(
            DiskMeetingStore(disk, groups, reserve),
            DiskGroupBook(disk, groups, reserve),
            DiskSettings(disk, folder / "settings.json", reserve),
            lock,
        )

    def close(self) -> None:
        """Let go of the folder."""
        self.lock.release()
