"""The sessions in folders, and the numbers of the help card (M1, S15, S16)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import facilitator
from facilitator.domain.problems import Problem
from facilitator.domain.session import Resource, Session
from facilitator.files.disk import Disk
from facilitator.sessions.help_card import help_card
from facilitator.sessions.kinds import KindSpec
from facilitator.sessions.parse import LARGEST, parse_bytes

HELP_FOLDER = "help-now"


def shipped_sessions() -> Path:
    """Return the folder of sessions that came with the program: in a wheel, or in the checkout."""
    package = Path(facilitator.__file__).parent
    in_wheel = package / "shipped"
    return in_wheel if in_wheel.is_dir() else package.parent.parent / "sessions"


def read_file(path: Path) -> bytes | None:
    """Return a plain file's bytes, one more than may be at most; None when it cannot be read.

    A link to a plain file is one: a person named it. Nothing is waited for: a pipe, a
    device and a folder are no plain files (S21).
    """
    try:
        return Disk().read_some(path, LARGEST + 1, follows=True)
    except (OSError, ValueError):  # a name that no file can have is a ValueError
        return None


def is_there(path: Path) -> bool:
    """Whether something has this name, be it a file or not."""
    try:
        path.stat()
    except (OSError, ValueError):
        return False
    return True


@dataclass(slots=True)
class FolderShelf:
    """ports.outside.SessionShelf over folders; a file is read when it is asked for."""

    folders: Sequence[Path]
    kinds: Mapping[str, KindSpec]
    read: dict[Path, Session | None] = field(default_factory=dict)

    def sessions(self) -> tuple[Session, ...]:
        """Return every session that reads without an error, in order of title."""
        paths = [path for folder in self.folders for path in sorted(folder.glob("*.toml"))]
        # Of two with one id the first counts, as it does for find.
        found = {one.id: one for one in map(self._read, reversed(paths)) if one is not None}
        return tuple(sorted(found.values(), key=lambda one: (one.title, one.id)))

    def find(self, name: str) -> Session | None:
        """Return a session by its id; the file of that name is looked at first."""
        for folder in self.folders:
            path = folder / f"{name}.toml"
            one = self._read(path) if name and path.parent == folder else None
            if one is not None and one.id == name:
                return one
        return next((one for one in self.sessions() if one.id == name), None)

    def help_now(self) -> tuple[Resource, ...]:
        """Return the numbers of the help card, most urgent first (S16)."""
        for folder in self.folders:
            for path in sorted((folder / HELP_FOLDER).glob("*.toml")):
                found = help_card(read_file(path) or b"", path.name)
                if found:
                    return found
        return ()

    def _read(self, path: Path) -> Session | None:
        if path not in self.read:
            raw = read_file(path)
            parsed = None if raw is None else parse_bytes(raw, path.name, self.kinds)
            self.read[path] = parsed.session if parsed else None
        return self.read[path]


@dataclass(slots=True)
class OneFileShelf:
    """A shelf with one more session, read from a file that was named."""

    session: Session
    others: FolderShelf

    @classmethod
    def of(
        cls, raw: bytes, name: str, kinds: Mapping[str, KindSpec], others: FolderShelf
    ) -> "OneFileShelf | tuple[Problem, ...]":
        """Parse the bytes of the file of this name; return its problems when it cannot be used."""
        parsed = parse_bytes(raw, name, kinds)
        return parsed.problems if parsed.session is None else cls(parsed.session, others)

    def sessions(self) -> tuple[Session, ...]:
        """Return this session, then the others."""
        others = (one for one in self.others.sessions() if one.id != self.session.id)
        return (self.session, *others)

    def find(self, name: str) -> Session | None:
        """Return a session by its id; no name means the one from the file."""
        return self.session if name in ("", self.session.id) else self.others.find(name)

    def help_now(self) -> tuple[Resource, ...]:
        """Return the help card."""
        return self.others.help_now()
