"""Whether the help card comes up after very hard words: off, unless the group wants it (S16)."""

from dataclasses import dataclass, replace

from facilitator.domain.meeting import AnswerValue
from facilitator.domain.prompt import Choice, ChooseOne, Notice, Prompt, Tone
from facilitator.engine.house.around import Around
from facilitator.engine.house.effects import SaveGroup
from facilitator.engine.house.room import Outcome, house_prompt
from facilitator.wording import cover as words


@dataclass(frozen=True, slots=True)
class SoftWords:
    """What it does, and what it does not."""

    def prompt(self, around: Around) -> Prompt:
        """Return both answers, the one that stands marked."""
        choices = (Choice("off", words.SOFT_OFF), Choice("on", words.SOFT_ON))
        shown = ChooseOne(choices, "on" if around.group.soft_words else "off")
        body, asked = (words.SOFT_BODY, words.SOFT_MEANS), words.SOFT_ASKED
        return house_prompt("soft", words.SOFT, asked, shown, body=body, hint=words.SOFT_HINT)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Let it hold from now on."""
        is_on = value == "on"
        saved = SaveGroup(replace(around.group, soft_words=is_on))
        notice = Notice(words.SOFT_IS_ON if is_on else words.SOFT_IS_OFF, Tone.SAVED)
        return Outcome(leave=1, effects=(saved,), notice=notice)
