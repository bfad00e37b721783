"""The data folder as a whole: lock, meetings, book, settings."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.adapters.storage.book import DiskGroupBook, DiskSettings
from facilitator.adapters.storage.exports import DiskExports
from facilitator.adapters.storage.meetings import DiskMeetingStore
from facilitator.adapters.storage.own_sessions import DiskOwnShelf
from facilitator.adapters.storage.seals import DiskSeals
from facilitator.files.atomic import take_leftovers
from facilitator.files.disk import Disk
from facilitator.files.folder import NotWritable, made, tried
from facilitator.files.lock import Lock
from facilitator.files.reserve import Reserve

if TYPE_CHECKING:
    from facilitator.ports.ciphers import Cipher, Cost


@dataclass(frozen=True, slots=True)
class DiskStore:
    """Everything that is kept on this machine, behind one lock (S4)."""

    meetings: DiskMeetingStore
    book: DiskGroupBook
    settings: DiskSettings
    seals: DiskSeals
    exports: DiskExports
    own: DiskOwnShelf
    lock: Lock

    @classmethod
    def open(
        cls,
        folder: Path,
        disk: Disk | None = None,
        cipher: Callable[[], Cipher] | None = None,
        cost: Cost | None = None,
    ) -> DiskStore:
        """Open a data folder, with what opens sealed groups (S9).

        Raises NotWritable, and AlreadyOpen when another program has it.
        """
        disk = disk or Disk()
        made(disk, folder)
        try:
            lock = Lock(folder)
        except OSError as fault:
            raise NotWritable(folder) from fault
        try:
            tried(disk, folder)
        except NotWritable:
            lock.release()
            raise
        groups, reserve = folder / "groups", Reserve(disk, folder / "reserve")
        take_all_leftovers(disk, folder, groups)
        seals = DiskSeals(disk, groups, cipher, cost)
        return cls(
            DiskMeetingStore(disk, groups, reserve, seals),
            DiskGroupBook(disk, groups, reserve, seals),
            DiskSettings(disk, folder / "settings.json", reserve),
            seals,
            DiskExports(disk, groups),
            DiskOwnShelf(disk, groups, reserve),
            lock,
        )

    def close(self) -> None:
        """Let go of the folder, and of every key."""
        self.seals.shut_all()
        self.lock.release()


def take_all_leftovers(disk: Disk, folder: Path, groups: Path) -> None:
    """Take away what a kill or a power cut left half made, in every folder of ours (S8).

    A disk that refuses is no reason not to open: the next opening tries again.
    """
    inside = [one for group in disk.listed(groups) for one in (group, *_folders_in(disk, group))]
    for one in (folder, *inside):
        with suppress(OSError):
            take_leftovers(disk, one)


def _folders_in(disk: Disk, group: Path) -> list[Path]:
    return [path for path in disk.listed(group) if not path.suffix]
