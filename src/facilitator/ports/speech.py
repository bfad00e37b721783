"""The port for speech: what is said comes in, and no method ever waits (A9-A12)."""

from collections.abc import Callable, Sequence
from typing import Protocol

from facilitator.domain.speech import Trouble, Utterance, Voice

__all__ = ["SilentSpeaker", "Speaker", "Trouble", "Utterance", "Voice"]


class Speaker(Protocol):
    """Says sentences one after the other. Every method returns at once."""

    def warm(self) -> None:
        """Get ready in the background; speech that stopped is tried anew."""

    def say(self, utterances: Sequence[Utterance], voice: Voice) -> None:
        """Be silent, then say these in turn. Of many requests at once the newest wins (A10)."""

    def silence(self) -> None:
        """Be silent now; what was still to be said is dropped."""

    @property
    def position(self) -> int:
        """Which utterance of the last `say` is being said, or was last, from 0."""

    @property
    def trouble(self) -> Trouble:
        """Why nothing can be heard, as far as is known now."""

    def when_troubled(self, told: Callable[[], None]) -> None:
        """Call this once whenever `trouble` changes; it may come from another thread."""

    def close(self) -> None:
        """Be silent and end whatever runs for it."""


class SilentSpeaker:
    """No speech: where nobody wants it, and in tests that are about something else."""

    def warm(self) -> None:
        """Do nothing."""

    def say(self, utterances: Sequence[Utterance], voice: Voice) -> None:
        """Say nothing."""

    def silence(self) -> None:
        """Do nothing."""

    @property
    def position(self) -> int:
        """Nothing is ever said."""
        return 0

    @property
    def trouble(self) -> Trouble:
        """Nothing is wrong."""
        return Trouble.NONE

    def when_troubled(self, told: Callable[[], None]) -> None:
        """Nothing ever is."""

    def close(self) -> None:
        """Do nothing."""
