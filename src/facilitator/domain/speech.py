"""What is said, how, and why it cannot be heard (A9-A12)."""

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Utterance:
    """One sentence to say, in the language of its words, such as "en-GB" (5.1.3.14)."""

    text: str
    language: str = "en-GB"


@dataclass(frozen=True, slots=True)
class Voice:
    """How it is said: `rate` in words a minute, 80-450; `volume` in tenths, 1-10.

    `accent` is a language tag such as "en-gb-scotland", or "": it is used for words of
    the same main language, where this machine has it. `wakes` lets a loudspeaker that
    sleeps hear something faint first, so that it does not swallow the first word.
    """

    rate: int = 160
    volume: int = 7
    accent: str = ""
    wakes: bool = False


class Trouble(StrEnum):
    """Why nothing can be heard; "" while all is well (A11)."""

    NONE = ""
    NO_ENGINE = "no-engine"
    NO_PLAYER = "no-player"
    NO_DEVICE = "no-device"
    NO_VOICE = "no-voice"
    NO_ROOM = "no-room"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class VoiceReport:
    """What `facilitator doctor` found: each name is "" where there is none.

    `engine` is "system", "wheel" (it came with the program) or "say" (macOS); `player` is
    the program that plays; `trouble` is what kept a test sentence from its end.
    """

    engine: str
    player: str
    trouble: Trouble
