"""Who sees this screen, changed in the middle (S19)."""

from dataclasses import dataclass

from facilitator.domain import commands
from facilitator.domain.events import SeenBy
from facilitator.domain.meeting import AnswerValue
from facilitator.domain.prompt import Choice, ChooseOne, Notice, Prompt
from facilitator.engine.house.around import Around
from facilitator.engine.house.effects import Tell
from facilitator.engine.house.room import PAST_THE_MENU, Outcome, house_prompt
from facilitator.wording import house as home_words
from facilitator.wording import menu as words


@dataclass(frozen=True, slots=True)
class ScreenNow:
    """The room, or whoever is at the keyboard."""

    def prompt(self, around: Around) -> Prompt:
        """Return the two answers, the one that stands marked."""
        choices = (
            Choice(SeenBy.PERSON, home_words.SEES_PERSON),
            Choice(SeenBy.ROOM, home_words.SEES_ROOM),
        )
        stands = around.meeting.seen_by if around.meeting else SeenBy.PERSON
        hint = home_words.WHO_SEES_HINT
        shown = ChooseOne(choices, stands)
        return house_prompt("screen", words.SEEN, home_words.WHO_SEES, shown, hint=hint)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Say so from now on."""
        seen_by = SeenBy(str(value))
        now = words.SCREEN_IS[seen_by]
        notice = Notice(words.TO_GO_BACK.format(now=now, page=words.SEEN, row=words.SCREEN))
        tell = Tell(commands.SayWhoSees(seen_by))
        return Outcome(leave=PAST_THE_MENU, effects=(tell,), notice=notice)
