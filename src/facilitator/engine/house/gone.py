"""After a deletion: it can be brought back here, and nowhere else (S8, A16)."""

from dataclasses import dataclass

from facilitator.domain.meeting import AnswerValue
from facilitator.domain.prompt import Choice, ChooseOne, Notice, Prompt
from facilitator.engine.house.around import Around
from facilitator.engine.house.effects import BringBack
from facilitator.engine.house.room import Outcome, house_prompt
from facilitator.wording import keeping as words


@dataclass(frozen=True, slots=True)
class Gone:
    """The bytes are off the disk already; what was deleted lives until this room is left."""

    word: str = ""

    def prompt(self, around: Around) -> Prompt:
        """Return the two answers; the first leaves it gone."""
        choices = (Choice("right", words.GONE_RIGHT), Choice("back", words.GONE_BACK))
        body = (words.GONE_MEANS,)
        shown = ChooseOne(choices)
        return house_prompt("gone", words.TITLE, words.GONE_ASKED, shown, body=body)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Leave it gone, or put it back as it was."""
        if value == "back":
            return Outcome(leave=1, effects=(BringBack(),), notice=Notice(words.GONE_IS_BACK))
        return Outcome(leave=1, notice=Notice(self.word) if self.word else None)
