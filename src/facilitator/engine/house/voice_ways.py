"""Slower, faster, quieter, louder: what they do to somebody's ways, and what is said of it (A9)."""

from dataclasses import replace

from facilitator.domain.keys import SpeechKey
from facilitator.domain.records import Ways
from facilitator.wording import speech as words

SLOWEST, FASTEST, RATE_STEP = 80, 440, 30
QUIETEST, LOUDEST = 1, 10
OPPOSITES: dict[SpeechKey, SpeechKey] = {
    SpeechKey.SLOWER: SpeechKey.FASTER,
    SpeechKey.FASTER: SpeechKey.SLOWER,
    SpeechKey.QUIETER: SpeechKey.LOUDER,
    SpeechKey.LOUDER: SpeechKey.QUIETER,
}
"""What takes each of them back (A16)."""


def changed_voice(ways: Ways, key: SpeechKey) -> Ways:
    """Return the ways after slower, faster, quieter or louder; at the end they stay."""
    rate, volume = ways.rate, ways.volume
    match key:
        case SpeechKey.SLOWER:
            rate = max(SLOWEST, rate - RATE_STEP)
        case SpeechKey.FASTER:
            rate = min(FASTEST, rate + RATE_STEP)
        case SpeechKey.QUIETER:
            volume = max(QUIETEST, volume - 1)
        case SpeechKey.LOUDER:
            volume = min(LOUDEST, volume + 1)
        case _:
            return ways
    return replace(ways, rate=rate, volume=volume)


def voice_word(ways: Ways, key: SpeechKey) -> str:
    """Return what is said of a change: the new rate or the new volume."""
    if key in (SpeechKey.SLOWER, SpeechKey.FASTER):
        return words.RATE.format(rate=ways.rate)
    return words.VOLUME.format(volume=ways.volume)
