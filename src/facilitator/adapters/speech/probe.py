"""A test sentence for `facilitator doctor`: it is spoken to its end, or it says why not."""

from facilitator.adapters.speech.speaker import ChildSpeaker
from facilitator.domain.speech import Trouble, Utterance, Voice

LONGEST = 15.0
"""Seconds after which a sentence that has not ended counts as stopped."""


def heard(sentence: str, speaker: ChildSpeaker | None = None) -> Trouble:
    """Speak one sentence and wait for its end; return what kept it from being heard."""
    speaker = speaker or ChildSpeaker()
    speaker.say((Utterance(sentence),), Voice())
    has_ended = speaker.wait_until_said(LONGEST)
    trouble = speaker.trouble if has_ended else Trouble.STOPPED
    speaker.close()
    return trouble
