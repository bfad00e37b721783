"""A test sentence for `facilitator doctor`: it is spoken to its end, or it says why not."""

from collections.abc import Callable

from facilitator.adapters.speech.here import maker_of, speaker_of
from facilitator.adapters.speech.making import Gone, Maker, NoEngine
from facilitator.adapters.speech.speaker import ChildSpeaker
from facilitator.domain.speech import Trouble, Utterance, Voice, VoiceReport

LONGEST = 15.0
"""Seconds after which a sentence that has not ended counts as stopped."""


def heard(sentence: str, platform: str) -> VoiceReport:
    """Speak one sentence on this system and wait for its end."""
    return report_of(sentence, speaker_of(platform), lambda: maker_of(platform))


def report_of(sentence: str, speaker: ChildSpeaker, begin: Callable[[], Maker]) -> VoiceReport:
    """Return what speaks and plays, and what kept the sentence from being played to its end."""
    speaker.say((Utterance(sentence),), Voice())
    has_ended = speaker.wait_until_said(LONGEST)
    trouble = speaker.trouble if has_ended else Trouble.STOPPED
    engine, player = speaker.engine, speaker.player
    speaker.close()
    # Without a player no engine was looked for; whoever mends this wants to know both at once.
    return VoiceReport(engine or _engine(begin), player, trouble)


def _engine(begin: Callable[[], Maker]) -> str:
    try:
        maker = begin()
    except (NoEngine, Gone, OSError):
        return ""
    engine = maker.engine
    maker.close()
    return engine
