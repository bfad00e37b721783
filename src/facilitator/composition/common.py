"""What every command needs: where things are, and how a line is said."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.adapters.session_folder.shelf import (
    FolderShelf,
    OneFileShelf,
    is_there,
    read_file,
    shipped_sessions,
)
from facilitator.domain.exit_codes import FINE
from facilitator.engine.activities.registry import SPECS
from facilitator.frontends.plain.output import NotWritten
from facilitator.wording import command_line as words

if TYPE_CHECKING:
    import argparse

    from facilitator.adapters.storage.disk import DiskStore
    from facilitator.adapters.storage.own_sessions import DiskOwnShelf
    from facilitator.domain.session import Session
    from facilitator.ports.ciphers import Cipher
    from facilitator.ports.kiosk import Kiosk
    from facilitator.ports.outside import SessionShelf

SPEAKING = ("linux", "darwin")
"""The systems on which there is a voice, as sys.platform calls them."""


def show(lines: Sequence[str], *, code: int = FINE) -> int:
    """Print lines; return the exit code. Raises NotWritten."""
    from facilitator.frontends.plain.listing import show as show_lines  # noqa: PLC0415

    show_lines(lines, sys.stdout)
    return code


def sorry(*lines: str, code: int) -> int:
    """Print what is wrong where errors go; return the exit code."""
    from facilitator.frontends.plain.listing import show as show_lines  # noqa: PLC0415

    with suppress(NotWritten):
        show_lines(lines, sys.stderr)
    return code


def shelf() -> FolderShelf:
    """Return the sessions that came with the program."""
    return FolderShelf((shipped_sessions(),), SPECS)


@dataclass(frozen=True, slots=True)
class Found:
    """The session that a command named, a shelf that holds it, and the groups that wrote it."""

    session: Session
    shelf: SessionShelf
    groups: tuple[str, ...] = ()


def find(given: argparse.Namespace) -> Found | Sequence[str]:
    """Return the session of the id or file that was named, or why there is none.

    A group's own session comes first (C12).
    """
    name, sessions = given.session, shelf()
    from facilitator.meetings.own_sessions import groups_with  # noqa: PLC0415  only with a name

    written = groups_with(*own(given), name)
    if written:
        session = written[0][1]
        return Found(session, OneFileShelf(session, sessions), tuple(one for one, _ in written))
    known = sessions.find(name)
    if known is not None:
        return Found(known, sessions)
    from facilitator.meetings import command_line  # noqa: PLC0415  only when something is wrong

    path = Path(name)
    raw = read_file(path)
    if raw is not None:
        one = OneFileShelf.of(raw, path.name, SPECS, sessions)
        if isinstance(one, OneFileShelf):
            return Found(one.session, one)
        return command_line.problem_lines(one)
    is_here = is_there(path)
    if (is_here and not path.is_dir()) or path.suffix == ".toml" or path.name != name:
        return (command_line.no_file(name, is_there=is_here),)
    return command_line.unknown_session(name, [one.id for one in sessions.sessions()])


def own(given: argparse.Namespace) -> tuple[DiskOwnShelf, tuple[str, ...]]:
    """Return what groups have written themselves, and the ids of those that are meant (C12).

    That is the group of --group, else every group of this machine. Nothing is locked or made.
    """
    from facilitator.adapters.storage.own_sessions import DiskOwnShelf  # noqa: PLC0415
    from facilitator.adapters.storage.where import data_folder  # noqa: PLC0415
    from facilitator.files.disk import Disk  # noqa: PLC0415

    disk, groups = Disk(), data_folder(given.data, os.environ) / "groups"
    ids = (given.group,) if given.group else tuple(one.name for one in disk.listed(groups))
    return DiskOwnShelf(disk, groups), ids


def store(given: argparse.Namespace) -> DiskStore:
    """Open the data folder; raise NotWritable or AlreadyOpen."""
    from facilitator.adapters.storage.disk import DiskStore  # noqa: PLC0415
    from facilitator.adapters.storage.where import data_folder  # noqa: PLC0415

    return DiskStore.open(data_folder(given.data, os.environ), cipher=_cipher)


def _cipher() -> Cipher:
    """Load the ciphers: only a group with a passphrase, or one that sets it, needs them (P1)."""
    from facilitator.adapters.sealing.aes import AesCipher  # noqa: PLC0415

    return AesCipher()


def kiosk(given: argparse.Namespace) -> Kiosk | None:
    """Return what a machine that is only for the program remembers; None on any other (S13)."""
    if not given.kiosk:
        return None
    from facilitator.adapters.storage.kiosk import DiskKiosk  # noqa: PLC0415  only there
    from facilitator.adapters.storage.where import data_folder  # noqa: PLC0415
    from facilitator.files.disk import Disk  # noqa: PLC0415

    return DiskKiosk(Disk(), data_folder(given.data, os.environ))


def is_sure(means: str) -> bool:
    """Say what will happen and ask; the end of the input is a no (WCAG 3.3.4)."""
    from facilitator.frontends.plain.unseen_line import seen_line  # noqa: PLC0415  only to delete

    sorry(means, code=FINE)
    typed = seen_line(words.FORGET_ASKED, sys.stdin, sys.stderr)
    return (typed or "").strip().casefold() == words.FORGET_YES
