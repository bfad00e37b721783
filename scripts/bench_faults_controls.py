"""Controls: the file layer with one care taken away. Each must be found out."""

from pathlib import Path

from facilitator.files.disk import FILE_MODE, Disk, OpenFolder


class WithoutSync(Disk):
    """A control: files are never synced."""

    def sync(self, descriptor: int) -> None:
        """Leave it out."""


class WithoutNewSync(Disk):
    """A control: a file that is written whole is put in place without a sync of its content."""

    def __init__(self) -> None:
        """Begin with no new file open."""
        self._new: set[int] = set()

    def open_new(self, folder: OpenFolder, name: str, mode: int = FILE_MODE) -> int:
        """Remember that it is a new one."""
        descriptor = super().open_new(folder, name, mode)
        self._new.add(descriptor)
        return descriptor

    def open_append(self, path: Path) -> int:
        """A journal is synced as it should be."""
        descriptor = super().open_append(path)
        self._new.discard(descriptor)
        return descriptor

    def sync(self, descriptor: int) -> None:
        """Leave it out for the new ones."""
        if descriptor not in self._new:
            super().sync(descriptor)


class Hasty(Disk):
    """A control: what goes to a journal is held back, though it was said to be there."""

    def __init__(self) -> None:
        """Begin with nothing held back."""
        self._held: dict[int, bytes] = {}

    def open_append(self, path: Path) -> int:
        """Hold back nothing of what was there before."""
        descriptor = super().open_append(path)
        self._held[descriptor] = b""
        return descriptor

    def open_new(self, folder: OpenFolder, name: str, mode: int = FILE_MODE) -> int:
        """Other files are written at once."""
        descriptor = super().open_new(folder, name, mode)
        self._held.pop(descriptor, None)
        return descriptor

    def write(self, descriptor: int, body: bytes) -> int:
        """Hold back up to 4,000 bytes."""
        if descriptor not in self._held:
            return super().write(descriptor, body)
        held = self._held[descriptor] + body
        if len(held) < 4000:  # noqa: PLR2004
            self._held[descriptor] = held
        else:
            super().write(descriptor, held)
            self._held[descriptor] = b""
        return len(body)


class Careless(Disk):
    """A control: how much was written is never looked at."""

    def write(self, descriptor: int, body: bytes) -> int:
        """Say that all was written."""
        super().write(descriptor, body)
        return len(body)
