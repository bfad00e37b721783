"""What every command needs: where things are, and how a line is said."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.adapters.session_folder.shelf import FolderShelf, OneFileShelf, shipped_sessions
from facilitator.engine.activities.registry import SPECS
from facilitator.wording import command_line as words

if TYPE_CHECKING:
    import argparse

    from facilitator.adapters.storage.disk import DiskStore
    from facilitator.ports.ciphers import Cipher
    from facilitator.ports.kiosk import Kiosk
    from facilitator.ports.outside import SessionShelf

FINE, WRONG_INPUT, OUR_FAULT = 0, 2, 70
SPEAKING = ("linux", "darwin")
"""The systems on which there is a voice, as sys.platform calls them."""


def show(lines: Sequence[str], *, code: int = FINE) -> int:
    """Print lines; return the exit code."""
    from facilitator.frontends.plain.listing import show as show_lines  # noqa: PLC0415

    show_lines(lines, sys.stdout)
    return code


def sorry(*lines: str, code: int) -> int:
    """Print what is wrong where errors go; return the exit code."""
    from facilitator.frontends.plain.listing import show as show_lines  # noqa: PLC0415

    with suppress(OSError):
        show_lines(lines, sys.stderr)
    return code


def shelf() -> FolderShelf:
    """Return the sessions that came with the program."""
    return FolderShelf((shipped_sessions(),), SPECS)


def find(name: str, sessions: FolderShelf) -> SessionShelf | Sequence[str]:
    """Return a shelf that holds the session of this id or file, or why there is none."""
    if sessions.find(name) is not None:
        return sessions
    from facilitator.meetings import command_line  # noqa: PLC0415  only when something is wrong

    path = Path(name)
    if path.suffix == ".toml" or path.is_file():
        one = OneFileShelf.open(path, SPECS, sessions)
        return one if isinstance(one, OneFileShelf) else command_line.problem_lines(one)
    return command_line.unknown_session(name, [one.id for one in sessions.sessions()])


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
