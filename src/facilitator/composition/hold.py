"""The program itself: hold a meeting, on the data folder."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from facilitator.adapters.clock.system import SystemClock
from facilitator.adapters.sticks.folders import FolderSticks
from facilitator.adapters.sticks.patient import PatientSticks
from facilitator.adapters.storage.where import folder_named
from facilitator.composition.common import find, kiosk, shelf, sorry, store
from facilitator.composition.screens import front_end, shown, speaker_here, type_size_here
from facilitator.composition.shut import shut
from facilitator.domain.exit_codes import WRONG_INPUT
from facilitator.domain.records import Group, Ways
from facilitator.files.disk import Disk
from facilitator.meetings.runner import MeetingRunner
from facilitator.meetings.surroundings import OUR_GROUP, Ports, Surroundings
from facilitator.wording import command_line as words

if TYPE_CHECKING:
    import argparse

    from facilitator.ports.outside import SessionShelf
    from facilitator.ports.sticks import Sticks
    from facilitator.ports.storage import GroupBook, Settings


def hold(given: argparse.Namespace) -> int:
    """Open the program, in a session's rooms when one was named; return the exit code."""
    if given.kiosk:
        shut()
    sessions: SessionShelf = shelf()
    rooms_for, wanted = "", given.group
    if given.command == "start":
        found = find(given)
        if isinstance(found, Sequence):
            return sorry(*found, code=WRONG_INPUT)
        rooms_for = found.session.id
        # What one group wrote shows in no other (M19).
        sessions = sessions if found.groups else found.shelf
        wanted = wanted or (found.groups[0] if len(found.groups) == 1 else None)
    opened = store(given)
    speaker, type_size = speaker_here(), type_size_here()
    try:
        kept = (opened.meetings, opened.book, opened.settings)
        given_by = (opened.exports, opened.seals, kiosk(given))
        ports = Ports(
            *kept, sessions, SystemClock(), speaker, type_size, *given_by, opened.own, sticks(given)
        )
        group = group_of(wanted, ports.book, ports.settings)
        if isinstance(group, str):
            return sorry(words.UNKNOWN_GROUP.format(name=group), code=WRONG_INPUT)
        which, why = front_end(given)
        # As loud as at the first start: whoever was here last may have sat further away.
        ways = replace(ports.settings.read(), volume=Ways().volume)
        around = Surroundings(ports, group, ways, which)
        runner = MeetingRunner.opened(around, rooms_for, asks_group=not wanted)
        return shown(runner, which, why)
    finally:
        # The window may stay: at the next start its letters are again as large as this machine's.
        type_size.use(0)
        speaker.close()
        opened.close()


def group_of(wanted: str | None, book: GroupBook, settings: Settings) -> Group | str:
    """Return the group that is meant: by its id, else that of last time; or the id of none."""
    groups = book.groups()
    if wanted:
        found = [group for group in groups if group.id == wanted]
        return found[0] if found else wanted
    last = settings.read().group
    return next((group for group in groups if group.id == last), groups[0] if groups else OUR_GROUP)


def sticks(given: argparse.Namespace) -> Sticks:
    """Return the USB sticks of this machine; a folder that is named counts as one (C13).

    Raises NoSuchFolder.
    """
    named = given.usb or os.environ.get("FACILITATOR_USB", "")
    return PatientSticks(FolderSticks(Disk(), (folder_named(named),) if named else ()))
