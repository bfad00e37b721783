"""The exports folder of each group, groups/<id>/exports, files 0600 (S8, S10)."""

from pathlib import Path

from facilitator.adapters.storage.aside import write_file
from facilitator.adapters.storage.faults import not_saved
from facilitator.files.disk import Disk
from facilitator.ports.exports import Written


class DiskExports:
    """ports.exports.Exports on the disk."""

    is_possible = True

    def __init__(self, disk: Disk, groups: Path) -> None:
        """Write under this folder, one folder a group (M19)."""
        self._disk, self._groups = disk, groups

    def write(self, group_id: str, name: str, body: str) -> str:
        """Write one file and return its path. Raises NotSaved."""
        path = self._groups / group_id / "exports" / name
        try:
            self._disk.make_folder(path.parent)
            write_file(self._disk, path, body.encode("utf-8", "backslashreplace"))
        except OSError as fault:
            raise not_saved(fault) from fault
        return str(path)

    def take_away(self, group_id: str, stem: str) -> tuple[Written, ...]:
        """Delete a meeting's files, or one person's; return them. Raises NotSaved."""
        folder = self._groups / group_id / "exports"
        taken: list[Written] = []
        try:
            for path in sorted(self._disk.listed(folder)):
                if path.name.startswith((f"{stem}-", f"{stem}.")):
                    taken.append((path.name, self._disk.read(path).decode("utf-8", "replace")))
                    self._disk.remove(path)
            if folder.is_dir():
                # Also where nothing was there: the sync of an earlier try may have failed.
                self._disk.sync_folder(folder)
        except OSError as fault:
            raise not_saved(fault) from fault
        return tuple(taken)
