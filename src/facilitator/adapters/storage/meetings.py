"""Meetings on the disk: an open one is a journal, a closed one a TinyDB file (design.md 4)."""

import json
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import msgspec

from facilitator.adapters.storage.aside import put_aside
from facilitator.adapters.storage.codec import Unreadable, record_from
from facilitator.adapters.storage.cover import PLAIN, Cover, meeting_name
from facilitator.adapters.storage.faults import not_saved
from facilitator.adapters.storage.gone import GoneLog
from facilitator.adapters.storage.index import Index
from facilitator.adapters.storage.journal import DiskJournal, head_beside
from facilitator.adapters.storage.memory import MemoryJournal, row_of
from facilitator.adapters.storage.seals import DiskSeals
from facilitator.domain.events import Event, MeetingStarted
from facilitator.domain.records import ClosedMeeting, MeetingRow, Unfinished
from facilitator.files.atomic import write_atomic
from facilitator.files.disk import Disk
from facilitator.files.reserve import Reserve
from facilitator.ports.sealing import StaysSealed
from facilitator.ports.storage import Journal, NotSaved


class DiskMeetingStore:
    """ports.storage.MeetingStore in groups/<id>/open and groups/<id>/meetings."""

    def __init__(
        self,
        disk: Disk,
        groups: Path,
        reserve: Reserve | None = None,
        seals: DiskSeals | None = None,
    ) -> None:
        """Keep meetings under this folder, one folder a group (M19).

        `reserve` is the room set aside while a meeting is open (S2); one beside `groups`
        when none is given. `seals` say how each group's files lie on the disk (S9).
        """
        self._disk, self._groups = disk, groups
        self._reserve = reserve or Reserve(disk, groups.parent / "reserve")
        self._seals = seals or DiskSeals(disk, groups)

    def _journal(self, group_id: str, meeting_id: str) -> Path:
        return self._groups / group_id / "open" / f"{meeting_id}.journal"

    def _closed(self, group_id: str, meeting_id: str) -> Path:
        return self._groups / group_id / "meetings" / f"{meeting_id}.json"

    def _gone(self, group_id: str) -> GoneLog:
        return GoneLog(self._disk, self._groups / group_id / "gone.txt")

    def _index(self, group_id: str) -> Index:
        return Index(self._disk, self._groups / group_id / "index.jsonl")

    def start(self, group_id: str, meeting_id: str, *, on_disk: bool) -> Journal:
        """Begin a journal; with `on_disk` false it lives in memory alone (S6). Raises NotSaved."""
        if not on_disk:
            return MemoryJournal()
        lines, path = self._seals.lines(group_id, meeting_id), self._journal(group_id, meeting_id)
        try:
            self._disk.make_folder(path.parent)
        except OSError as fault:
            raise not_saved(fault) from fault
        self._reserve.make()
        return DiskJournal(self._disk, path, reserve=self._reserve, lines=lines)

    def unfinished(self, group_id: str) -> tuple[Unfinished, ...]:
        """Return the group's open meetings, newest first, readable or not."""
        folder = self._groups / group_id / "open"
        paths = [path for path in self._disk.listed(folder) if path.suffix == ".journal"]
        found = [self._unfinished(path, group_id) for path in paths]
        known = [one for one in found if one is not None]
        return tuple(sorted(known, key=lambda one: one.started_at, reverse=True))

    def resume(self, group_id: str, meeting_id: str) -> tuple[Journal, tuple[Event, ...], bool]:
        """Open a journal again; what is damaged is copied aside first (S3). Raises NotSaved."""
        lines, path = self._seals.lines(group_id, meeting_id), self._journal(group_id, meeting_id)
        try:
            raw = self._disk.read(path)
            found = lines.read(raw, self._head(path))
        except OSError as fault:
            raise NotSaved("unread") from fault
        try:
            if found.is_damaged:
                put_aside(self._disk, path, raw)
                self._disk.remove(head_beside(path))  # it speaks of the file put aside
                write_atomic(self._disk, path, b"".join(found.records))
        except OSError as fault:
            raise not_saved(fault) from fault
        self._reserve.make()
        journal = DiskJournal(self._disk, path, found.records, self._reserve, lines)
        return journal, found.events, found.is_damaged

    def _head(self, journal: Path) -> bytes | None:
        """Return what says how long a sealed journal is, if there is that. Raises OSError."""
        head = head_beside(journal)
        return self._disk.read(head) if head.exists() else None

    def mend(self, group_id: str, meeting_id: str, events: Sequence[Event]) -> Journal:
        """Put these events in place of a journal, a copy of it aside (S3). Raises NotSaved."""
        lines, path = self._seals.lines(group_id, meeting_id), self._journal(group_id, meeting_id)
        records = (lines.line_of(1, events, b""),)
        try:
            put_aside(self._disk, path, self._disk.read(path))
            self._disk.remove(head_beside(path))  # it speaks of the journal put aside
            write_atomic(self._disk, path, records[0])
        except OSError as fault:
            raise not_saved(fault) from fault
        return DiskJournal(self._disk, path, records, self._reserve, lines)

    def rewrite_open(self, group_id: str, meeting_id: str, events: Sequence[Event]) -> Journal:
        """Put these events in place of all that an open meeting holds (S8). Raises NotSaved."""
        lines, path = self._seals.lines(group_id, meeting_id), self._journal(group_id, meeting_id)
        records = (lines.line_of(1, events, b""),)
        try:
            self._reserve.giving_way(lambda: write_atomic(self._disk, path, records[0]))
            self._remove_beside(path)
        except OSError as fault:
            raise not_saved(fault) from fault
        return DiskJournal(self._disk, path, records, self._reserve, lines)

    def _remove_beside(self, journal: Path) -> None:
        """Take away the head of a journal and what was put aside of it. Raises OSError."""
        for aside in journal.parent.iterdir():
            if aside.name.startswith(f"{journal.stem}.") and aside != journal:
                self._disk.remove(aside)
        self._disk.sync_folder(journal.parent)

    def close(self, closed: ClosedMeeting) -> None:
        """Write the closed file, verify it, add the index line, drop the journal. Raises NotSaved.

        After a power cut between any two of these it can be done again.
        """
        try:
            self._reserve.giving_way(lambda: self._close(closed))
        except OSError as fault:
            raise not_saved(fault) from fault
        self._reserve.remove()

    def _close(self, closed: ClosedMeeting) -> None:
        was_there = self._closed(closed.group_id, closed.id).exists()
        self._write_closed(closed)
        self._enter(closed, may_be_there=was_there)
        self._drop_journal(closed.group_id, closed.id)

    def _write_closed(self, closed: ClosedMeeting) -> None:
        """Write the closed file and read it back. Raises OSError, NotSaved."""
        from facilitator.adapters.storage.tiny import put_all  # noqa: PLC0415  only at the close

        path = self._closed(closed.group_id, closed.id)
        self._disk.make_folder(path.parent)
        plain = msgspec.to_builtins(closed)
        wanted = record_from(plain, ClosedMeeting)
        answers = plain.pop("answers")
        cover = self._cover(closed.group_id, closed.id)
        put_all(self._disk, path, {"meeting": [plain], "answers": answers}, cover)
        if self.read(closed.group_id, closed.id) != wanted:
            raise NotSaved("failed")

    def _cover(self, group_id: str, meeting_id: str) -> Cover:
        """Return how a closed file lies on the disk. Raises StaysSealed.

        A meeting has one key: that of its journal, or of its older self.
        """
        seal = self._seals.seal(group_id)
        if seal is None:
            return PLAIN
        own = None
        for path in (self._journal(group_id, meeting_id), self._closed(group_id, meeting_id)):
            with suppress(OSError), self._disk.open_read(path) as file:
                own = own or seal.key_in(file.readline())
        return seal.cover(meeting_name(meeting_id), own)

    def _enter(self, closed: ClosedMeeting, *, may_be_there: bool) -> None:
        """Bring the index up to date with one closed meeting. Raises OSError."""
        index, row = self._index(closed.group_id), row_of(closed)
        try:
            if not index.exists:
                self._rebuild(closed.group_id)
            elif may_be_there:
                index.put(row)
            else:
                index.add(row)
        except Unreadable:
            self._rebuild(closed.group_id)

    def _drop_journal(self, group_id: str, meeting_id: str) -> None:
        """Take away the journal and what was put aside of it. Raises OSError."""
        folder = self._journal(group_id, meeting_id).parent
        if not folder.is_dir():
            return
        # Asked of the folder itself: where it cannot be read, nothing is said to be gone.
        ours = [path for path in folder.iterdir() if path.name.startswith(f"{meeting_id}.")]
        # The journal goes last: as long as anything is there the meeting is still listed.
        for path in sorted(ours, key=lambda one: one.suffix == ".journal"):
            self._disk.remove(path)
        # Also where nothing is there any more: the sync of an earlier try may have failed.
        self._disk.sync_folder(folder)

    def discard(self, group_id: str, meeting_id: str) -> None:
        """Delete an open or closed meeting and its index line for good. Raises NotSaved."""
        try:
            self._reserve.giving_way(lambda: self._discard(group_id, meeting_id))
        except OSError as fault:
            raise not_saved(fault) from fault
        self._reserve.remove()

    def _discard(self, group_id: str, meeting_id: str) -> None:
        closed = self._closed(group_id, meeting_id)
        was_closed = closed.exists()
        # A power cut in the middle of writing may have left the new file beside it.
        for path in (closed.with_name(closed.name + ".new"), closed):
            if path.exists():
                self._disk.remove(path)
        if closed.parent.is_dir():
            self._disk.sync_folder(closed.parent)  # as in _drop_journal
        try:
            self._index(group_id).without(meeting_id)
        except Unreadable:
            self._rebuild(group_id)
        self._drop_journal(group_id, meeting_id)
        if was_closed:
            # The words are gone: that their id cannot be noted down undoes nothing.
            with suppress(OSError):
                self._gone(group_id).add(meeting_id)

    def latest(self, group_id: str) -> MeetingRow | None:
        """Return the newest closed meeting's row, read from the end of the index (P4)."""
        return next(self.rows(group_id), None)

    def rows(self, group_id: str) -> Iterator[MeetingRow]:
        """Yield the closed meetings' rows, newest first.

        An index that is missing or damaged is made anew from the meetings.
        """
        seen: set[str] = set()
        for row in self._listed(group_id):
            # A power cut in the middle of forgetting may have left the line alone.
            if row.id not in seen and self._is_there(group_id, row.id):
                seen.add(row.id)
                yield row

    def oldest(self, group_id: str) -> Iterator[MeetingRow]:
        """Yield the closed meetings' rows, oldest first; after damage it takes longer."""
        seen: set[str] = set()
        try:
            for row in self._index(group_id).forwards():
                if row.id not in seen and self._is_there(group_id, row.id):
                    seen.add(row.id)
                    yield row
        except (Unreadable, OSError):
            rows = reversed(tuple(self.rows(group_id)))
            yield from (row for row in rows if row.id not in seen)

    def gone(self, group_id: str) -> tuple[str, ...]:
        """Return the ids of the closed meetings that were deleted (S7)."""
        with suppress(OSError):
            return self._gone(group_id).ids()
        return ()

    def _is_there(self, group_id: str, meeting_id: str) -> bool:
        try:
            return self._closed(group_id, meeting_id).exists()
        except OSError:
            return True  # it cannot be looked at, which does not make it gone

    def _listed(self, group_id: str) -> Iterator[MeetingRow]:
        """Yield every row of the index; after damage those before it a second time."""
        index = self._index(group_id)
        try:
            if index.exists or not (self._groups / group_id / "meetings").is_dir():
                yield from index.rows()
                return
        except (OSError, Unreadable):
            pass
        with suppress(OSError):
            index.mend(self._rows_anew(group_id))
        yield from index.readable()

    def _rebuild(self, group_id: str) -> None:
        """Make the index anew. Raises OSError."""
        self._index(group_id).write(self._rows_anew(group_id))

    def _rows_anew(self, group_id: str) -> list[MeetingRow]:
        """Return the rows as the meetings give them, oldest first. Raises OSError.

        A meeting whose file cannot be read now keeps the line that it had: it may be readable
        tomorrow, and one that is damaged can be let go from the list.
        """
        index, folder = self._index(group_id), self._groups / group_id / "meetings"
        had = {row.id: row for row in index.readable()}
        rows = []
        for path in folder.iterdir():
            if path.suffix == ".json":
                try:
                    closed = self._read(group_id, path.stem)
                    row = row_of(closed) if closed else had.get(path.stem)
                except (OSError, StaysSealed):
                    row = had.get(path.stem)
                rows += [row] if row else []
        return sorted(rows, key=lambda row: row.closed_at)

    def read(self, group_id: str, meeting_id: str) -> ClosedMeeting | None:
        """Return one closed meeting, or None when it is not there or not readable."""
        with suppress(OSError, StaysSealed):
            return self._read(group_id, meeting_id)
        return None

    def _read(self, group_id: str, meeting_id: str) -> ClosedMeeting | None:
        """Return one closed meeting, or None when its file is damaged.

        Raises OSError, StaysSealed.
        """
        if Path(meeting_id).name != meeting_id:
            return None
        try:
            cover = self._seals.cover(group_id, meeting_name(meeting_id))
            raw = self._disk.read(self._closed(group_id, meeting_id))
            content = json.loads(cover.opened(raw))
            plain = dict(next(iter(content["meeting"].values())))
            plain["answers"] = list(content["answers"].values())
            # What the file is called counts, whatever somebody wrote into it.
            return replace(record_from(plain, ClosedMeeting), id=meeting_id, group_id=group_id)
        except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
            return None
        except (StopIteration, Unreadable):
            return None

    def has(self, group_id: str, meeting_id: str) -> bool:
        """Whether a closed meeting is there, readable or not (S8)."""
        return Path(meeting_id).name == meeting_id and self._is_there(group_id, meeting_id)

    def rewrite(self, closed: ClosedMeeting) -> None:
        """Put a closed meeting in place of its older self (S8). Raises NotSaved."""

        def write() -> None:
            self._write_closed(closed)
            self._enter(closed, may_be_there=True)
            self._gone(closed.group_id).take_out(closed.id)

        try:
            self._reserve.giving_way(write)
        except OSError as fault:
            raise not_saved(fault) from fault

    def _unfinished(self, path: Path, group_id: str) -> Unfinished | None:
        """Read only the first line, which says which session and when; all of it after damage."""
        try:
            lines = self._seals.lines(group_id, path.stem)
            with self._disk.open_read(path) as file:
                first = file.readline()
                happened = lines.read(first).events
                rest = b"" if happened else file.read()
        except (OSError, StaysSealed):
            return Unfinished(path.stem, group_id, path.stem, "")
        started = happened[0] if happened else None
        if isinstance(started, MeetingStarted):
            return Unfinished(path.stem, group_id, started.title, started.at)
        whole = lines.read(first + rest)
        if not whole.records and not whole.is_damaged:
            return None  # made, but nothing was ever acknowledged in it
        return Unfinished(path.stem, group_id, path.stem, "")
