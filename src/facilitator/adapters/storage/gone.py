"""What was deleted, by id alone: gone.txt of one group, one id a line (S7)."""

from pathlib import Path

from facilitator.adapters.storage.aside import write_file
from facilitator.files.disk import Disk, NotAPlainFile, TooLarge


class GoneLog:
    """The ids of closed meetings that were deleted; no word, no name, no title."""

    def __init__(self, disk: Disk, path: Path) -> None:
        """Stand for one file, which need not exist yet."""
        self._disk, self._path = disk, path

    def ids(self) -> tuple[str, ...]:
        """Return the ids, the first one first. Raises OSError: nothing is then written over.

        What is no file of ours holds none: it is moved aside by the next write.
        """
        try:
            return tuple(self._disk.read(self._path).decode("utf-8", "replace").split())
        except (FileNotFoundError, NotAPlainFile, TooLarge):
            return ()

    def add(self, meeting_id: str) -> None:
        """Note one id, once. Raises OSError."""
        ids = self.ids()
        if meeting_id not in ids:
            self._write((*ids, meeting_id))

    def take_out(self, meeting_id: str) -> None:
        """Take one id out again: that meeting is back (A16). Raises OSError."""
        ids = self.ids()
        if meeting_id in ids:
            self._write(tuple(one for one in ids if one != meeting_id))

    def _write(self, ids: tuple[str, ...]) -> None:
        write_file(self._disk, self._path, "".join(f"{one}\n" for one in ids).encode())
