"""`facilitator export-session` and `import-session`: one file out, one file in (C13)."""

import argparse
import os
from collections.abc import Sequence
from pathlib import Path

from facilitator.adapters.sticks.folders import FolderSticks
from facilitator.adapters.storage.where import folder_named
from facilitator.composition.common import find, shelf, show, sorry, store
from facilitator.composition.hold import group_of
from facilitator.domain.exit_codes import WRONG_INPUT
from facilitator.files.disk import Disk
from facilitator.meetings import exchange
from facilitator.meetings.command_line import Told
from facilitator.ports.storage import NotSaved
from facilitator.wording import command_line as words
from facilitator.wording import house, spreading


def exchanged(given: argparse.Namespace) -> int:
    """Do one of the two; return the exit code."""
    return _out(given) if given.command == "export-session" else _in(given)


def _out(given: argparse.Namespace) -> int:
    found = find(given)
    if isinstance(found, Sequence):
        return sorry(*found, code=WRONG_INPUT)
    folder = str(folder_named(given.folder))
    return _said(exchange.carried_out(found.session, FolderSticks(Disk()), folder))


def _in(given: argparse.Namespace) -> int:
    # A link that a person named stands for its file.
    file = Path(os.path.realpath(folder_named(given.file)))
    raw = FolderSticks(Disk()).read(str(file.parent), file.name)
    opened = store(given)
    try:
        group = group_of(given.group, opened.book, opened.settings)
        if isinstance(group, str):
            return sorry(words.UNKNOWN_GROUP.format(name=group), code=WRONG_INPUT)
        shipped = shelf().sessions()
        told = exchange.fetched(raw, given.file, shipped, opened.own, opened.book, group)
    except NotSaved as fault:
        why = house.WHY_NOT_PUT_AWAY[fault.reason]
        return sorry(why, spreading.IN_UNCHANGED, code=WRONG_INPUT)
    finally:
        opened.close()
    return _said(told)


def _said(told: Told) -> int:
    return show(told.lines) if told.is_fine else sorry(*told.lines, code=WRONG_INPUT)
