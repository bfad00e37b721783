"""Port for what a machine that is only for Facilitator remembers (S13)."""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class OpenMeeting:
    """The meeting that is open now; it is still marked so when the program was cut short.

    `tries` is how often it was gone on with since somebody last answered.
    """

    group_id: str
    meeting_id: str
    tries: int = 0


class Kiosk(Protocol):
    """The group's leaving word, and which meeting is open."""

    @property
    def is_whole(self) -> bool:
        """Whether what is kept of the leaving word can be read (S3)."""

    def leaving_word(self) -> str | None:
        """Return the lock of the word (engine.own_word); "" for no word, None if never asked."""

    def keep_leaving_word(self, lock: str) -> None:
        """Keep the lock of a word, or "" for none. Raises NotSaved."""

    def open_meeting(self) -> OpenMeeting | None:
        """Return the meeting that was open when the program last ran, if it did not end there."""

    def mark_open(self, meeting: OpenMeeting | None) -> None:
        """Remember which meeting is open now. Never raises: without it people choose it by hand."""
