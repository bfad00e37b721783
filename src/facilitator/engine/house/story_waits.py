"""A story has something to ask its teller: the start says so, and shows nothing of it (C8)."""

from dataclasses import dataclass

from facilitator.domain.meeting import AnswerValue
from facilitator.domain.prompt import Choice, ChooseOne, Notice, Prompt
from facilitator.engine.fitting import fits
from facilitator.engine.house.around import Around
from facilitator.engine.house.effects import AskLater
from facilitator.engine.house.mine import way_in
from facilitator.engine.house.own_story import story_in
from facilitator.engine.house.room import Outcome, house_prompt
from facilitator.wording import story_rooms as words


@dataclass(frozen=True, slots=True)
class StoryWaits:
    """The cooling-off is over, or the time of the yes ends soon, or has ended."""

    story_id: str

    def prompt(self, around: Around) -> Prompt:
        """Return whose word is needed; the first row asks another day."""
        story = story_in(around, self.story_id)
        name = story.name if story else ""
        me = words.WAITS_ME.format(name=name)
        rows = (
            Choice("later", words.WAITS_LATER),
            Choice("me", me if fits(me) else words.WAITS_ME_LONG),
        )
        asked, hint = words.WAITS.format(name=name), words.WAITS_HINT.format(name=name)
        return house_prompt("story-waits", words.TITLE, asked, ChooseOne(rows), hint=hint)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Go to the story by way of its teller's own word, or ask another day."""
        later = (AskLater(self.story_id),)
        story = story_in(around, self.story_id)
        if value != "me" or story is None:
            return Outcome(leave=1, effects=later, notice=Notice(words.WAITS_ASKED_LATER))
        rooms = way_in(around, story.owner, self.story_id)
        return Outcome(leave=1, enter=rooms, effects=later)
