"""The voice: how it speaks, whether it may read a person's own words, and ways kept (A9-A13)."""

from dataclasses import dataclass

from facilitator.domain.meeting import AnswerValue
from facilitator.domain.prompt import Choice, ChooseOne, Notice, Prompt, Tone
from facilitator.engine.house.around import Around
from facilitator.engine.house.effects import KeepOwnWays, ReadOwnWords
from facilitator.engine.house.room import Outcome, house_prompt
from facilitator.wording import house, speech


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
        effects = (ReadOwnWords(self.giver),) if value == "yes" else ()
        return Outcome(leave=1, effects=effects)


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
            return Outcome(leave=1)
        return Outcome(
            leave=1, effects=(KeepOwnWays(),), notice=Notice(house.WAYS_KEPT, Tone.SAVED)
        )
