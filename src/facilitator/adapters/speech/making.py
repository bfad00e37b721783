"""What speaks of sound files: how one is asked for, what comes back, why it may not come."""

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from facilitator.domain.speech import Utterance, Voice


class NoEngine(Exception):  # noqa: N818  says what is missing
    """There is no speech engine."""


class Gone(Exception):  # noqa: N818  says what happened
    """The maker died, or did not answer in time and was ended."""


class NoRoom(Exception):  # noqa: N818  says what is missing
    """A file could not be written."""


@dataclass(frozen=True, slots=True)
class Sound:
    """One file that can be played; `seconds` is how long that takes.

    `options` go to the player before the file; `fits` is whether the voice speaks the
    language of the words; `is_empty` is whether there is nothing to hear, as in "...".
    """

    file: Path
    seconds: float
    fits: bool = True
    is_empty: bool = False
    options: tuple[str, ...] = ()


class Maker(Protocol):
    """Makes files of sentences; alive from its making to `close`."""

    @property
    def engine(self) -> str:
        """Which engine it is: "system", "wheel" or "say"."""

    @property
    def pid(self) -> int:
        """The process that makes the files; 0 when it needs none."""

    def make(self, utterance: Utterance, voice: Voice, file: Path) -> Sound:
        """Write the file; may wait. Raises Gone or NoRoom."""

    def close(self) -> None:
        """End whatever runs for it."""
