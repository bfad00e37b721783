"""The open meetings of a group, as far as they can be told from the files that lie there (M21)."""

from pathlib import Path

from facilitator.adapters.storage.seals import DiskSeals
from facilitator.domain.events import MeetingStarted
from facilitator.domain.records import Unfinished
from facilitator.files.disk import Disk
from facilitator.ports.sealing import StaysSealed


def unfinished_in(
    disk: Disk, seals: DiskSeals, folder: Path, group_id: str
) -> tuple[Unfinished, ...]:
    """Return the meetings whose journals lie in a folder, newest first, readable or not."""
    paths = [path for path in disk.listed(folder) if path.suffix == ".journal"]
    found = [_unfinished(disk, seals, path, group_id) for path in paths]
    known = [one for one in found if one is not None]
    return tuple(sorted(known, key=lambda one: one.started_at, reverse=True))


def _unfinished(disk: Disk, seals: DiskSeals, path: Path, group_id: str) -> Unfinished | None:
    """Read only the first line, which says which session and when; all of it after damage."""
    try:
        lines = seals.lines(group_id, path.stem)
        with disk.open_read(path) as file:
            first = file.readline()
            happened = lines.read(first).events
            rest = b"" if happened else file.read()
    except (OSError, StaysSealed):
        return Unfinished(path.stem, group_id, path.stem, "")
    started = happened[0] if happened else None
    if isinstance(started, MeetingStarted):
        told = (started.title, started.at, started.keep, started.offset)
        return Unfinished(path.stem, group_id, *told)
    whole = lines.read(first + rest)
    if not whole.records and not whole.is_damaged:
        return None  # made, but nothing was ever acknowledged in it
    return Unfinished(path.stem, group_id, path.stem, "")
