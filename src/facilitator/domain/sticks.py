"""A place where a session can be carried away and fetched: a USB stick, or a folder (C13)."""

from dataclasses import dataclass
from enum import StrEnum


class Trouble(StrEnum):
    """Why nothing could be written or read there."""

    FULL = "full"
    READ_ONLY = "read-only"
    GONE = "gone"  # the stick was pulled out, or there is no such folder
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Stick:
    """A folder that is there now: its path, and its name as people know it."""

    path: str
    label: str


@dataclass(frozen=True, slots=True)
class Carried:
    """What came of carrying a session to a stick: where the file is, or the trouble."""

    path: str = ""
    trouble: Trouble | None = None
    was_there: bool = False  # the same file lay there already
