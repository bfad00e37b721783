"""One meeting's journal on the disk: write, check the length, sync, and only then return (S1)."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from facilitator.adapters.storage.faults import not_saved
from facilitator.adapters.storage.records import Lines, PlainLines
from facilitator.domain.events import Event
from facilitator.files.atomic import write_all, write_atomic
from facilitator.files.disk import LARGEST, Disk
from facilitator.files.reserve import Reserve
from facilitator.ports.storage import NotSaved


def head_beside(journal: Path) -> Path:
    """Return where the head of a sealed journal is kept."""
    return journal.with_suffix(".head")


class DiskJournal:
    """Append-only. After a sync that failed, nothing more goes to the same descriptor (S2)."""

    def __init__(
        self,
        disk: Disk,
        path: Path,
        records: Sequence[bytes] = (),
        reserve: Reserve | None = None,
        lines: Lines | None = None,
    ) -> None:
        """Open a journal whose good records are these; a torn tail is cut off.

        `reserve` is given back when the disk is full; `lines` are plain when none are given
        (S9). Raises NotSaved when the file
        cannot be opened.
        """
        self._disk, self._path = disk, path
        self._reserve = reserve or Reserve(disk, path, size=0)
        self._lines: Lines = lines or PlainLines()
        self._records = list(records)
        self._length = sum(len(record) for record in records)
        self._is_name_sure = False  # whoever made the file may have been killed before the sync
        self._descriptor = -1
        try:
            self._descriptor = disk.open_append(path)
            disk.truncate(self._descriptor, self._length)
        except OSError as fault:
            self.close()
            raise not_saved(fault) from fault

    @property
    def is_short_of_room(self) -> bool:
        """Whether the disk is so full that no room is set aside for this meeting (S2)."""
        return self._reserve.is_short

    def append(self, events: Sequence[Event]) -> None:
        """Write one record; return only when it is on the disk (S1). Raises NotSaved."""
        before = self._records[-1] if self._records else b""
        line = self._lines.line_of(len(self._records) + 1, events, before)
        if self._length + len(line) > LARGEST:
            raise NotSaved("full")  # it could not be read again
        try:
            self._reserve.giving_way(lambda: self._put(line) if before else self._begin(line))
        except OSError as fault:
            raise not_saved(fault) from fault
        self._records.append(line)
        self._length += len(line)
        self._reserve.make()

    def _begin(self, line: bytes) -> None:
        """Write the first record: by it the journal is known from now on (S9)."""
        with self._lines.beginning(line):
            self._put(line)

    def _put(self, line: bytes) -> None:
        """Write and sync one line, in a new file where the old one cannot be trusted."""
        if self._descriptor >= 0:
            self._write(line)
            if self._is_synced():
                return
            self._let_go()
        self._to_new_file(line)

    def _write(self, line: bytes) -> None:
        try:
            write_all(self._disk, self._descriptor, line)
        except OSError:
            self._cut()
            raise

    def _is_synced(self) -> bool:
        """Whether the file is on the disk and can be found there.

        After a sync that failed, what the kernel holds of this descriptor can no longer
        be trusted. A file whose name somebody took away would go with the program.
        """
        try:
            self._disk.sync(self._descriptor)
            if not self._is_name_sure:
                self._disk.sync_folder(self._path.parent)
                self._is_name_sure = True
            return self._disk.is_named(self._descriptor)
        except OSError:
            return False

    def _to_new_file(self, line: bytes) -> None:
        """Write everything that is good, and this line, to a new file (S2). Raises OSError."""
        try:
            self._disk.make_folder(self._path.parent)
            write_atomic(self._disk, self._path, b"".join((*self._records, line)))
            self._descriptor = self._disk.open_append(self._path)
        except OSError:
            with suppress(OSError):
                self._rescue()
            raise

    def _rescue(self) -> None:
        """Leave on the disk what was acknowledged, without the line that was not."""
        descriptor = self._disk.open_append(self._path)
        try:
            if self._disk.size(descriptor) > self._length:
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
        """Let go of the file; beside a sealed one stays what says how long it is (S9)."""
        if self._descriptor < 0:
            return
        is_ours = self._is_still_named()
        self._let_go()
        head = self._lines.head_of(self._records) if is_ours else None
        if head is not None:
            # Without it only a cut at the end of a record would go unseen.
            with suppress(OSError, NotSaved), self._lines.ending(head):
                write_atomic(self._disk, head_beside(self._path), head)

    def _is_still_named(self) -> bool:
        """Whether no other journal was put in place of this one, which has its own head (S8)."""
        try:
            return self._disk.is_named(self._descriptor)
        except OSError:
            return False
