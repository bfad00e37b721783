"""What each group has written itself: groups/<id>/sessions and groups/<id>/drafts (C12, M19)."""

import os
from pathlib import Path

from facilitator.adapters.storage.aside import write_file
from facilitator.adapters.storage.faults import not_saved
from facilitator.domain.own_sessions import Lies, OwnText, can_be_name
from facilitator.files.disk import Disk, NotAPlainFile
from facilitator.files.reserve import Reserve
from facilitator.ports.storage import NotSaved

ENDING = ".toml"
LARGEST = 256 * 1024
"""Bytes: no session is larger, and nothing larger is read."""


class DiskOwnShelf:
    """ports.outside.OwnShelf on the disk. Nothing is remembered: each call looks anew."""

    def __init__(self, disk: Disk, groups: Path, reserve: Reserve | None = None) -> None:
        """Keep them under this folder; `reserve` is given back on a full disk (S2)."""
        self._disk, self._groups, self._reserve = disk, groups, reserve

    def texts(self, group_id: str, lies: Lies) -> tuple[OwnText, ...]:
        """Return all that can be read, in order of name."""
        found = []
        for path in self._disk.listed(self._groups / group_id / lies.value):
            name = path.name.removesuffix(ENDING)
            source = self.read(group_id, lies, name) if path.suffix == ENDING else None
            if source is not None:
                found.append(OwnText(name, source))
        return tuple(found)

    def read(self, group_id: str, lies: Lies, name: str) -> str | None:
        """Return one text, or None when there is none or it cannot be read."""
        if not can_be_name(name):
            return None
        try:
            return self._held(self._path(group_id, lies, name))
        except (OSError, ValueError):
            return None

    def save(self, group_id: str, lies: Lies, name: str, source: str) -> None:
        """Write one text by way of a new file beside it. Raises NotSaved."""
        if not can_be_name(name):
            raise NotSaved("failed")
        path = self._path(group_id, lies, name)
        self._leave_alone(path)
        body = source.encode("utf-8", "backslashreplace")
        if len(body) > LARGEST:
            raise NotSaved("failed")

        def write() -> None:
            self._disk.make_folder(path.parent)
            write_file(self._disk, path, body)

        try:
            self._reserve.giving_way(write) if self._reserve else write()
        except OSError as fault:
            raise not_saved(fault) from fault

    def delete(self, group_id: str, lies: Lies, name: str) -> None:
        """Take one text away for good. Raises NotSaved."""
        path = self._path(group_id, lies, name)
        if not can_be_name(name) or not os.path.lexists(path):
            return
        self._leave_alone(path)
        try:
            self._disk.remove(path)
            self._disk.sync_folder(path.parent)
        except OSError as fault:
            raise not_saved(fault) from fault

    def _path(self, group_id: str, lies: Lies, name: str) -> Path:
        return self._groups / group_id / lies.value / f"{name}{ENDING}"

    def _held(self, path: Path) -> str:
        """Return what is in a file. Raises OSError, and ValueError for what is no short text."""
        return self._disk.read(path, LARGEST).decode("utf-8")

    def _leave_alone(self, path: Path) -> None:
        """Raise NotSaved where a file lies that cannot be read (S3).

        What is no file is moved aside by writing, and taken away by deleting.
        """
        try:
            self._held(path)
        except (FileNotFoundError, NotAPlainFile):
            return
        except (OSError, ValueError) as fault:
            raise NotSaved("unread") from fault
