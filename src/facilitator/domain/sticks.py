"""A place where a session can be carried away and fetched: a USB stick, or a folder (C13).

Structs, since dataclasses would cost every start (P1).
"""

from enum import StrEnum

import msgspec


class Trouble(StrEnum):
    """Why nothing could be written or read there."""

    FULL = "full"
    READ_ONLY = "read-only"
    GONE = "gone"  # the stick was pulled out, or there is no such folder
    FAILED = "failed"
    BUSY = "busy"  # it has not answered yet; asked again, it may have


class Stick(msgspec.Struct, frozen=True):
    """A folder that is there now: its path, and its name as people know it."""

    path: str
    label: str


class CarriedOut(msgspec.Struct, frozen=True):
    """What came of carrying a session to a stick: where the file is, or the trouble.

    `was_there` means that the same file lay there already.
    """

    path: str = ""
    trouble: Trouble | None = None
    was_there: bool = False
