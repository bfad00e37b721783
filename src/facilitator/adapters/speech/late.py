"""A speaker that loads nothing until somebody wants the voice (P1)."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from facilitator.domain.speech import Trouble, Utterance, Voice

if TYPE_CHECKING:
    from facilitator.adapters.speech.speaker import ChildSpeaker


class LateSpeaker:
    """ports.speech.Speaker; the real one is made at the first word."""

    def __init__(self, platform: str = "linux") -> None:
        """Make nothing yet; `platform` is what sys.platform calls this system."""
        self._platform = platform
        self._real: ChildSpeaker | None = None
        self._told: Callable[[], None] | None = None

    def warm(self) -> None:
        """Get ready in the background."""
        self._made().warm()

    def say(self, utterances: Sequence[Utterance], voice: Voice) -> None:
        """Say these in turn."""
        self._made().say(utterances, voice)

    def silence(self) -> None:
        """Be silent now."""
        if self._real is not None:
            self._real.silence()

    @property
    def position(self) -> int:
        """Which utterance is being said."""
        return self._real.position if self._real is not None else 0

    @property
    def trouble(self) -> Trouble:
        """Why nothing can be heard."""
        return self._real.trouble if self._real is not None else Trouble.NONE

    def when_troubled(self, told: Callable[[], None]) -> None:
        """Call this whenever the trouble changes."""
        self._told = told
        if self._real is not None:
            self._real.when_troubled(told)

    def close(self) -> None:
        """End whatever runs."""
        if self._real is not None:
            self._real.close()

    def _made(self) -> "ChildSpeaker":
        if self._real is None:
            from facilitator.adapters.speech.here import speaker_of  # noqa: PLC0415

            self._real = speaker_of(self._platform)
            if self._told is not None:
                self._real.when_troubled(self._told)
        return self._real
