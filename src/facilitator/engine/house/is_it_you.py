"""Nothing of somebody is shown beside their name before they say that it is them (C3, C8)."""

from dataclasses import dataclass

from facilitator.domain.meeting import AnswerValue
from facilitator.domain.prompt import Choice, ChooseOne, Prompt
from facilitator.engine.house.around import Around
from facilitator.engine.house.room import Outcome, Room, house_prompt
from facilitator.wording import story_rooms as words


@dataclass(frozen=True, slots=True)
class IsItYou:
    """Asks by name; a yes leads into these rooms, anything else back."""

    name: str
    then: tuple[Room, ...]

    def prompt(self, around: Around) -> Prompt:
        """Return the two answers; the first shows nothing."""
        rows = (Choice("no", words.NOT_ME), Choice("yes", words.ME))
        asked = words.IS_IT_YOU.format(name=self.name)
        hint = words.IS_IT_YOU_HINT.format(name=self.name)
        return house_prompt("is-it-you", words.TITLE, asked, ChooseOne(rows), hint=hint)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Go on, or back."""
        return Outcome(leave=1, enter=self.then if value == "yes" else ())
