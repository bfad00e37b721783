"""`facilitator rehearse`: a made-up group of four, nothing stored."""

import argparse
from collections.abc import Sequence

from facilitator.adapters.clock.system import SystemClock
from facilitator.adapters.storage.memory import MemoryGroupBook, MemoryMeetingStore, MemorySettings
from facilitator.composition.common import find, show, sorry
from facilitator.composition.screens import front_end, shown, speaker_here, type_size_here
from facilitator.domain.exit_codes import FINE, WRONG_INPUT
from facilitator.meetings import rehearsal
from facilitator.meetings.surroundings import OUR_GROUP, Ports, Surroundings
from facilitator.wording import command_line as words


def rehearse(given: argparse.Namespace) -> int:
    """Let somebody practise a session, or walk through it with `--auto`."""
    found = find(given)
    if isinstance(found, Sequence):
        return sorry(*found, code=WRONG_INPUT)
    speaker, type_size = speaker_here(), type_size_here()
    ports = Ports(
        MemoryMeetingStore(),
        MemoryGroupBook(),
        MemorySettings(),
        found.shelf,
        SystemClock(),
        speaker,
        type_size,
    )
    which, why = front_end(given)
    around = Surroundings(ports, OUR_GROUP, ports.settings.read(), which, is_rehearsal=True)
    runner = rehearsal.begun(around, found.session.id)
    if given.auto:
        return show(rehearsal.walked_through(runner))
    try:
        code = shown(runner, which, why)
    finally:
        type_size.use(0)
        speaker.close()
    return show((words.REHEARSAL_DONE,)) if code == FINE else code
