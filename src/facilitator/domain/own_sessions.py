"""What a group has written itself: sessions to hold, and drafts that are not ready (C12)."""

import re
from dataclasses import dataclass
from enum import StrEnum

LONGEST_NAME = 60
"""Letters that the name of a file may have, `.toml` not counted."""

_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class Lies(StrEnum):
    """Where it lies: the name of the folder in the group's own."""

    SESSIONS = "sessions"
    DRAFTS = "drafts"
    LINES = "lines"  # what was being typed in a draft and is not handed in yet


@dataclass(frozen=True, slots=True)
class OwnText:
    """One file: its name without `.toml`, and the TOML text that is in it."""

    name: str
    source: str


def can_be_name(name: str) -> bool:
    """Whether a file of a group's own may have this name: small letters, digits, hyphens."""
    return len(name) <= LONGEST_NAME and _NAME.fullmatch(name) is not None
