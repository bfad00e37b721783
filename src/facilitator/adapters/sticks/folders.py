"""ports.sticks.Sticks over the folders where systems put what is plugged in (C13)."""

import errno
import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from itertools import islice
from pathlib import Path

from facilitator.domain.sticks import CarriedOut, Stick, Trouble
from facilitator.domain.text import cleaned
from facilitator.files.atomic import put_new, write_all
from facilitator.files.disk import Disk, NotAPlainFile
from facilitator.sessions.parse import LARGEST

PLACES = ("/media/*/*", "/media/*", "/run/media/*/*", "/mnt/*", "/Volumes/*")
"""Where Linux and macOS put a stick."""

ENDING = ".toml"
MOST_FILES = 200
MOST_NAMES = 20_000
"""No more of a folder is looked at: it may hold millions."""

MOST_COPIES = 99
READABLE = 0o644
"""The next machine knows other people; most sticks know none."""
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_READ_ONLY = (errno.EROFS, errno.EACCES, errno.EPERM)
_GONE = (errno.ENOENT, errno.ENOTDIR, errno.ENODEV, errno.ENXIO, errno.EIO, errno.ESTALE)


def _is_mounted(path: Path) -> bool:
    # A folder that stays behind when the stick is out is a folder of this machine.
    return path.is_mount()


class FolderSticks:
    """Mounted places beneath `root`, and folders that were named with --usb."""

    def __init__(
        self,
        disk: Disk,
        named: Iterable[Path] = (),
        root: Path = Path("/"),
        is_mounted: Callable[[Path], bool] = _is_mounted,
    ) -> None:
        """Look beneath `root`; a named folder needs no mount."""
        self._disk, self._root, self._is_mounted = disk, root, is_mounted
        self._named = tuple(named)

    def here(self) -> tuple[Stick, ...]:
        """Return the named folders, then what is plugged in."""
        named = [path for path in self._named if _is_folder(path)]
        found = [path for path in self._beneath() if path not in named]
        return tuple(_stick(path) for path in (*named, *found))

    def _beneath(self) -> list[Path]:
        found: list[Path] = []
        for place in PLACES:
            with suppress(OSError):
                found += sorted(self._root.glob(place.lstrip("/")))
        unique = dict.fromkeys(found)
        return [path for path in unique if _is_folder(path) and self._can_hold(path)]

    def _can_hold(self, path: Path) -> bool:
        with suppress(OSError):
            return self._is_mounted(path)
        return False

    def at(self, path: str) -> Stick | None:
        """Return the folder of this path; ~ is the home folder."""
        try:
            folder = Path(path).expanduser()
        except RuntimeError:  # there is no such person's home
            return None
        is_there = _is_folder(folder) and self._is_still_there(folder)
        return _stick(folder) if folder.is_absolute() and is_there else None

    def files(self, folder: str) -> tuple[str, ...] | Trouble:
        """Return the session files of a folder; what other systems hide is passed over."""
        try:
            with os.scandir(folder) as there:
                names = sorted(one.name for one in islice(there, MOST_NAMES))
        except (OSError, ValueError) as fault:
            return _trouble(fault)
        wanted = (one for one in names if one.lower().endswith(ENDING) and one[0] != ".")
        plain = (one for one in wanted if cleaned(one) == one)
        return tuple(plain)[:MOST_FILES]

    def read(self, folder: str, name: str) -> bytes | Trouble:
        """Return a plain file's bytes; no link is followed and no pipe is waited for."""
        path = Path(folder) / name
        if path.parent != Path(folder):
            return Trouble.GONE
        return self._bytes(path)

    def _bytes(self, path: Path) -> bytes | Trouble:
        try:
            return self._disk.read_some(path, LARGEST + 1)
        except NotAPlainFile:
            return Trouble.FAILED
        except (OSError, ValueError) as fault:
            return _trouble(fault)

    def write(self, folder: str, stem: str, body: bytes) -> CarriedOut:
        """Write beside a file of the same name, never over it."""
        if not _is_folder(Path(folder)) or not self._is_still_there(Path(folder)):
            return CarriedOut(trouble=Trouble.GONE)
        for number in range(1, MOST_COPIES):
            name = f"{stem}{ENDING}" if number == 1 else f"{stem}-{number}{ENDING}"
            path = Path(folder) / name
            lies = self._bytes(path)
            if lies == body:
                return CarriedOut(str(path), was_there=True)
            if lies is Trouble.GONE:
                return self._new(path, body)
        return CarriedOut(trouble=Trouble.FAILED)

    def _is_still_there(self, folder: Path) -> bool:
        """Whether a place that was plugged in still is; any other folder is there."""
        is_place = any(folder.match(f"{self._root}/{place.lstrip('/')}") for place in PLACES)
        return not is_place or folder in self._named or folder in self._beneath()

    def _new(self, path: Path, body: bytes) -> CarriedOut:
        """Write by way of a new file beside it, and check what can be read back."""
        name = path.name
        try:
            with self._disk.opened_folder(path.parent) as folder:
                put_new(
                    self._disk, folder, name, lambda new: write_all(self._disk, new, body), READABLE
                )
            self._sync_folder(path.parent)
        except (OSError, ValueError) as fault:
            return CarriedOut(trouble=_trouble(fault))
        is_there = self._bytes(path) == body
        return CarriedOut(str(path)) if is_there else CarriedOut(trouble=Trouble.FAILED)

    def _sync_folder(self, folder: Path) -> None:
        """Let the name reach the stick; some systems of files know no such call."""
        try:
            self._disk.sync_folder(folder)
        except OSError as fault:
            if fault.errno not in (errno.EINVAL, errno.EOPNOTSUPP, errno.ENOSYS):
                raise


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def _stick(path: Path) -> Stick:
    return Stick(str(path), cleaned(path.name) or str(path))


def _trouble(fault: Exception) -> Trouble:
    number = fault.errno if isinstance(fault, OSError) else None
    if number in _FULL:
        return Trouble.FULL
    if number in _READ_ONLY:
        return Trouble.READ_ONLY
    return Trouble.GONE if number in _GONE or number is None else Trouble.FAILED
