"""One meeting's journal on the disk: write, check the length, sync, and only then return (S1)."""

import errno
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from facilitator.adapters.storage.records import line_of
from facilitator.domain.events import Event
from facilitator.files.atomic import write_atomic
from facilitator.files.disk import Disk
from facilitator.ports.storage import NotSaved

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_READ_ONLY = (errno.EROFS, errno.EACCES, errno.EPERM)


def not_saved(fault: OSError) -> NotSaved:
    """Return why nothing was saved, from what the system said."""
    if fault.errno in _FULL:
        return NotSaved("full")
    return NotSaved("read-only" if fault.errno in _READ_ONLY else "failed")


class DiskJournal:
    """Append-only. After a sync that failed, nothing more goes to the same descriptor (S2)."""

    def __init__(self, disk: Disk, path: Path, records: Sequence[bytes] = ()) -> None:
        """Open a journal whose good records are these; a torn tail is cut off.

        Raises NotSaved when the file cannot be opened.
        """
        self._disk, self._path = disk, path
        self._records = list(records)
        self._length = sum(len(record) for record in records)
        self._is_new = not records
        self._descriptor = -1
        try:
            self._descriptor = disk.open_append(path)
            disk.truncate(self._descriptor, self._length)
        except OSError as fault:
            raise not_saved(fault) from fault

    def append(self, events: Sequence[Event]) -> None:
        """Write one record; return only when it is on the disk (S1). Raises NotSaved."""
        line = line_of(len(self._records) + 1, events)
        if self._descriptor < 0:
            self._to_new_file(line)
        else:
            self._write(line)
            self._sync(line)
        self._records.append(line)
        self._length += len(line)

    def _write(self, line: bytes) -> None:
        try:
            written = self._disk.write(self._descriptor, line)
        except OSError as fault:
            self._cut()
            raise not_saved(fault) from fault
        if written != len(line):
            self._cut()
            raise NotSaved("full")

    def _sync(self, line: bytes) -> None:
        try:
            self._disk.sync(self._descriptor)
            if self._is_new:
                self._disk.sync_folder(self._path.parent)
                self._is_new = False
        except OSError:
            # What the kernel holds of this descriptor can no longer be trusted.
            self._let_go()
            self._to_new_file(line)

    def _to_new_file(self, line: bytes) -> None:
        """Write everything that is good, and this line, to a new file (S2)."""
        try:
            write_atomic(self._disk, self._path, b"".join((*self._records, line)))
            self._descriptor = self._disk.open_append(self._path)
        except OSError as fault:
            with suppress(OSError):
                self._rescue()
            raise not_saved(fault) from fault

    def _rescue(self) -> None:
        """Leave on the disk what was acknowledged, without the line that was not."""
        descriptor = self._disk.open_append(self._path)
        try:
            self._disk.truncate(descriptor, self._length)
            self._disk.sync(descriptor)
        finally:
            self._disk.close(descriptor)

    def _cut(self) -> None:
        try:
            self._disk.truncate(self._descriptor, self._length)
        except OSError:
            self._let_go()

    def _let_go(self) -> None:
        with suppress(OSError):
            self._disk.close(self._descriptor)
        self._descriptor = -1

    def close(self) -> None:
        """Let go of the file."""
        if self._descriptor >= 0:
            self._let_go()
