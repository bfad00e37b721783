"""The command `stories`: it writes what may leave into the folder that was named."""

import argparse
from pathlib import Path

from facilitator.adapters.clock.system import SystemClock
from facilitator.adapters.storage.out_folder import write_out
from facilitator.composition.common import is_sure, show, sorry, store
from facilitator.composition.unlocking import unlocked
from facilitator.domain.exit_codes import FINE, WRONG_INPUT
from facilitator.meetings.command_line import Told
from facilitator.meetings.forgetting import Records
from facilitator.meetings.stories_out import Wanted, told
from facilitator.ports.storage import NotSaved
from facilitator.wording import command_line, house
from facilitator.wording import story_rooms as words


def stories(given: argparse.Namespace) -> int:
    """List them, write those that may leave, or take one back; return the exit code."""
    wanted = Wanted(given.level or 0, given.purpose or "", given.to or "", given.take_back or "")
    opened = store(given)
    try:
        groups = opened.book.groups()
        if given.group:
            groups = tuple(group for group in groups if group.id == given.group)
            if not groups:
                return sorry(command_line.UNKNOWN_GROUP.format(name=given.group), code=WRONG_INPUT)
        if not unlocked(opened.seals, groups):
            return WRONG_INPUT
        ports = Records(opened.meetings, opened.book, opened.exports)
        today = SystemClock().now().date()
        found = told(ports, groups, wanted, today, lambda means: given.yes or is_sure(means))
        if isinstance(found, Told):
            return show(found.lines) if found.is_fine else sorry(*found.lines, code=WRONG_INPUT)
        path = write_out(Path(wanted.folder), found.name, found.body)
    except NotSaved as fault:
        why = house.WHY_NOT_PUT_AWAY[fault.reason]
        return sorry(words.NOT_TAKEN_OUT.format(why=why), code=WRONG_INPUT)
    finally:
        opened.close()
    show((words.OUT_WRITTEN.format(path=path), words.OUT_CHECK, *words.CHECKLIST))
    return FINE
