"""Stories that the group may read, and tip cards: one at a time, without names (C8)."""

from dataclasses import dataclass

from facilitator.domain.meeting import AnswerValue
from facilitator.domain.prompt import Acknowledge, Choice, ChooseOne, Prompt
from facilitator.engine.consent import is_fresh, may_be_read
from facilitator.engine.house.around import Around
from facilitator.engine.house.room import Outcome, Room, house_prompt
from facilitator.engine.receipts import number_of
from facilitator.engine.tip_lines import card
from facilitator.wording import story_rooms as words


@dataclass(frozen=True, slots=True)
class Stories:
    """Reading them, what is mine, and taking them out."""

    def prompt(self, around: Around) -> Prompt:
        """Return the rows; the first leads back."""
        choices = (
            Choice("back", words.BACK),
            Choice("read", words.READ),
            Choice("mine", words.MINE),
            Choice("out", words.OUT),
        )
        return house_prompt("stories", words.TITLE, words.ASKED, ChooseOne(choices))

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Open the room that was chosen."""
        room: Room
        match value:
            case "read":
                room = OurStories()
            case "mine":
                from facilitator.engine.house.mine import WhoseThings  # noqa: PLC0415  few need it

                room = WhoseThings()
            case "out":
                from facilitator.engine.house.taking_out import TakeOut  # noqa: PLC0415  as above

                room = TakeOut()
            case _:
                return Outcome(leave=1)
        return Outcome(enter=(room,))


@dataclass(frozen=True, slots=True)
class OurStories:
    """The stories that this group may read today, one at a time; `at` counts from 0."""

    at: int = 0

    def prompt(self, around: Around) -> Prompt:
        """Return one story; their order tells nothing of who told them or when."""
        today = around.today
        found = [one for one in around.things.stories if may_be_read(one, today)]
        found.sort(key=lambda one: number_of(one.id))
        if self.at >= len(found):
            back = Acknowledge(words.BACK)
            return house_prompt("our-stories", words.TITLE, words.READ_NONE, back)
        shown = _rows(words.READ_NEXT, has_more=self.at + 1 < len(found))
        body = tuple(found[self.at].words.split("\n"))
        asked, hint = words.READ_ASKED, words.READ_HINT
        return house_prompt("our-stories", words.TITLE, asked, shown, body=body, hint=hint)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Show the next one, or go back to the list."""
        if value == "next":
            return Outcome(leave=1, enter=(OurStories(self.at + 1),))
        return Outcome(leave=1)


@dataclass(frozen=True, slots=True)
class TipCards:
    """The tips that people shared, one at a time, each with its line."""

    at: int = 0

    def prompt(self, around: Around) -> Prompt:
        """Return one card; a tip is never shown without the line."""
        found = [one for one in around.things.tips if is_fresh(one, around.today)]
        found.sort(key=lambda one: number_of(one.id))
        if self.at >= len(found):
            back = Acknowledge(words.BACK)
            return house_prompt("tips", words.TIPS, words.TIPS_NONE, back)
        shown = _rows(words.TIPS_NEXT, has_more=self.at + 1 < len(found))
        body = card(found[self.at].words)
        return house_prompt("tips", words.TIPS, words.TIPS_ASKED, shown, body=body)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Show the next one, or go back to the list."""
        if value == "next":
            return Outcome(leave=1, enter=(TipCards(self.at + 1),))
        return Outcome(leave=1)


def _rows(following: str, *, has_more: bool) -> ChooseOne:
    back = Choice("back", words.BACK)
    return ChooseOne((Choice("next", following), back) if has_more else (back,))
