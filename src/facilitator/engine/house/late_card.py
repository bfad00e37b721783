"""The short card of somebody who came late (M14)."""

from dataclasses import dataclass

from facilitator.domain import commands
from facilitator.domain.events import Keep
from facilitator.domain.meeting import AnswerValue
from facilitator.domain.prompt import Choice, ChooseOne, Notice, Prompt
from facilitator.engine.house.around import Around
from facilitator.engine.house.effects import Tell
from facilitator.engine.house.room import Outcome, house_prompt
from facilitator.wording import house as words


@dataclass(frozen=True, slots=True)
class LateCard:
    """Name or sign; what is kept, and your own choice; you may pass; help is here (M14)."""

    person: str
    name: str

    def prompt(self, around: Around) -> Prompt:
        """Return the card."""
        keep = around.meeting.keep if around.meeting else Keep.NOTHING
        kept = {
            Keep.TODAY: words.CAME_KEEP_TODAY,
            Keep.GROUP: words.CAME_KEEP_GROUP,
            Keep.NOTHING: words.CAME_KEEP_NOTHING,
        }[keep]
        choices = [Choice("fine", words.CAME_FINE)]
        if keep is not Keep.NOTHING:
            choices.append(Choice("less", words.CAME_LESS))
        body = (words.CAME_CARD.format(name=self.name), kept)
        asked = words.CAME_CARD_ASKED.format(name=self.name)
        shown = ChooseOne(tuple(choices))
        return house_prompt("late-card", words.PEOPLE, asked, shown, body=body)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Their no covers their words."""
        if value == "less":
            notice = Notice(words.KEEPS_LESS_DONE.format(name=self.name))
            return Outcome(leave=1, effects=(Tell(commands.KeepLess(self.person)),), notice=notice)
        return Outcome(leave=1)
