"""What speaks on which system: by a child and a player, or by the system's own `say`."""

from facilitator.adapters.speech import players, say
from facilitator.adapters.speech.making import Maker
from facilitator.adapters.speech.playing import Playing
from facilitator.adapters.speech.speaker import ChildSpeaker
from facilitator.adapters.speech.worker import Worker

MAC = "darwin"


def maker_of(platform: str) -> Maker:
    """Begin a maker of sound files; raises NoEngine or Gone."""
    return say.WordFiles() if platform == MAC else Worker()


def speaker_of(platform: str) -> ChildSpeaker:
    """Return a speaker; it starts nothing before it is asked."""
    if platform == MAC:
        playing = Playing(say.known_players, say.words_of_silence, say.silence_that_wakes)
        return ChildSpeaker(say.WordFiles, playing)
    return ChildSpeaker(Worker, Playing(players.known_players))
