"""Writes answers until the disk is full; prints how many were acknowledged, and why it ended."""

import sys
from pathlib import Path

from facilitator.adapters.storage.journal import DiskJournal
from facilitator.domain import events
from facilitator.files.disk import Disk
from facilitator.ports.storage import NotSaved

journal = DiskJournal(Disk(), Path(sys.argv[1]) / "m.journal")
acknowledged = 0
reason = ""
while not reason:
    try:
        journal.append((events.AnswerGiven("goal", "p1", "what", f"word {acknowledged}"),))
        acknowledged += 1
    except NotSaved as fault:
        reason = fault.reason
print(acknowledged, reason)
