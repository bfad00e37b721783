"""The voice: how it speaks, whether it may read a person's own words, and ways kept (A9-A13)."""

from dataclasses import dataclass, replace

from facilitator.domain.keys import SpeechKey
from facilitator.domain.meeting import AnswerValue
from facilitator.domain.prompt import Choice, ChooseOne, Notice, Prompt, Tone
from facilitator.engine.house.around import Around
from facilitator.engine.house.effects import KeepOwnWays, ReadOwnWords
from facilitator.engine.house.room import Outcome, house_prompt, in_ways
from facilitator.engine.house.voice_ways import OPPOSITES, changed_voice, voice_word
from facilitator.wording import access, house, speech


@dataclass(frozen=True, slots=True)
class MayRead:
    """Asked when a turn with private words begins and the voice is on; nothing is stored (A12)."""

    giver: str
    name: str

    def prompt(self, around: Around) -> Prompt:
        """Return the question; silence comes first."""
        choices = (Choice("no", speech.ALOUD_NO), Choice("yes", speech.ALOUD_YES))
        asked = speech.ALOUD_ASKED.format(name=self.name)
        shown = ChooseOne(choices)
        return house_prompt("may-read", speech.ALOUD, asked, shown, hint=speech.ALOUD_HINT)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Let the voice read them, or not."""
        giver = self.giver if value == "yes" else ""
        return Outcome(leave=1, effects=(ReadOwnWords(giver),))


@dataclass(frozen=True, slots=True)
class KeepWays:
    """Asked when somebody changed something in their own turn: only with a yes is it kept (A13)."""

    def prompt(self, around: Around) -> Prompt:
        """Return the question; not keeping it comes first."""
        choices = (Choice("no", house.WAYS_NO), Choice("yes", house.WAYS_YES))
        asked = house.WAYS_ASKED.format(name=around.turn_name)
        shown = ChooseOne(choices)
        return house_prompt("keep-ways", house.ACCESS, asked, shown, hint=house.WAYS_HINT)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Keep them beside the name, or for this turn alone."""
        if value != "yes":
            return Outcome(leave=1, effects=(KeepOwnWays(kept=False),))
        kept = Notice(house.WAYS_KEPT, Tone.SAVED)
        return Outcome(leave=1, effects=(KeepOwnWays(kept=True),), notice=kept)


@dataclass(frozen=True, slots=True)
class VoiceHow:
    """Slower, faster, quieter, louder, by number as well as by key (A9); accent and waking."""

    def prompt(self, around: Around) -> Prompt:
        """Return the ways in which it can change."""
        choices = [Choice("done", speech.VOICE_DONE)]
        choices += [Choice(key, label) for key, label in speech.VOICE_LABELS.items()]
        choices.append(Choice("accent", access.ACCENT))
        wake = speech.NO_WAKE if around.ways.wakes else speech.WAKE
        choices.append(Choice("wakes", wake))
        shown = ChooseOne(tuple(choices), is_done_last=True)
        return house_prompt("voice-how", speech.VOICE, speech.VOICE_ASKED, shown)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Change it, and stay here to hear it."""
        match value:
            case "done":
                return Outcome(leave=1)
            case "accent":
                return Outcome(enter=(Accent(),))
            case "wakes":
                ways = replace(around.ways, wakes=not around.ways.wakes)
                said, undo = _WAKES[ways.wakes]
                return in_ways(ways, said, undo=undo)
            case _:
                key = SpeechKey(str(value))
                ways = changed_voice(around.ways, key)
                undo = speech.VOICE_LABELS[OPPOSITES[key]]
                return in_ways(ways, voice_word(ways, key), undo=undo)


_WAKES = {
    True: (speech.WAKES, speech.NO_WAKE),
    False: (speech.WAKES_NOT, speech.WAKE),
}
"""What is said when it is on or off now, and the row that takes it back (A16)."""


@dataclass(frozen=True, slots=True)
class Accent:
    """Which English the voice speaks, where this machine has it (A9)."""

    def prompt(self, around: Around) -> Prompt:
        """Return them, the one that stands marked; the first changes nothing."""
        choices = (
            Choice("leave", access.LEAVE_IT),
            Choice("machine", access.ACCENT_OWN),
            *(Choice(accent, label) for accent, label in access.ACCENTS.items()),
        )
        shown = ChooseOne(choices, around.ways.accent or "machine")
        return house_prompt("accent", speech.VOICE, access.ACCENT_ASKED, shown)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Speak like that from now on."""
        if value == "leave":
            return Outcome(leave=1)
        accent = "" if value == "machine" else str(value)
        said = access.ACCENT_NOW.format(voice=access.ACCENTS.get(accent, access.ACCENT_OWN))
        return in_ways(replace(around.ways, accent=accent), said, undo=access.ACCENT, leave=1)
