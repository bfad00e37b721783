"""How the content of a file lies on the disk: as it is, or sealed (S9)."""

from collections.abc import Callable
from dataclasses import dataclass

BEGIN = b'{"sealed":1,"key":"'
"""How every sealed file begins."""

BOOK = "book"
"""The name to which a group's book is bound."""


@dataclass(frozen=True, slots=True)
class Cover:
    """How the content of one file lies on the disk, and how it is read again.

    `opened` raises Unreadable for what is not the genuine content of this file. `closed`
    may raise OSError: what it returned is what is written next. `written` is called once
    it is on the disk.
    """

    closed: Callable[[bytes], bytes]
    opened: Callable[[bytes], bytes]
    written: Callable[[], None] = lambda: None


def _same(body: bytes) -> bytes:
    return body


PLAIN = Cover(_same, _same)


def is_sealed(raw: bytes) -> bool:
    """Whether this begins as a sealed file does."""
    return raw.startswith(BEGIN)


def meeting_name(meeting_id: str) -> str:
    """Return the name to which a closed meeting is bound."""
    return f"meeting/{meeting_id}"
