"""Changing the words of one's own story: a new version, to which the yes is asked again (C8)."""

from dataclasses import dataclass, field

import msgspec

from facilitator.domain.kept import Story
from facilitator.domain.meeting import AnswerValue
from facilitator.domain.prompt import Choice, ChooseOne, Prompt, WriteText
from facilitator.engine import consent, receipts
from facilitator.engine.fitting import fitted
from facilitator.engine.house.around import Around
from facilitator.engine.house.own_story import kept, my_prompt, story_in, text_of
from facilitator.engine.house.room import Outcome
from facilitator.wording import story_rooms as words

_LETTERS = 280


@dataclass(frozen=True, slots=True)
class WhichPart:
    """Which paragraph."""

    story_id: str

    def prompt(self, around: Around) -> Prompt:
        """Return the beginnings of the paragraphs; the first row changes nothing."""
        story = story_in(around, self.story_id)
        told = text_of(story) if story else ()
        rows = tuple(Choice(str(at), fitted(one)) for at, one in enumerate(told))
        shown = ChooseOne((Choice("no", words.EDIT_NOT), *rows))
        own = tuple(fitted(one) for one in told)
        return my_prompt("which-part", words.EDIT_ASKED, shown, own=own)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Open that paragraph."""
        if value == "no":
            return Outcome(leave=1)
        return Outcome(leave=1, enter=(NewWords(self.story_id, int(str(value))),))


@dataclass(frozen=True, slots=True)
class NewWords:
    """One paragraph, as it is, to be written anew."""

    story_id: str
    at: int

    def prompt(self, around: Around) -> Prompt:
        """Return the line with what stands there now."""
        story = story_in(around, self.story_id)
        told = text_of(story) if story else ()
        given = told[self.at] if self.at < len(told) else ""
        ready = (Choice("as-it-is", words.EDIT_AS_IT_IS),)
        typed = WriteText(ready, words.EDIT_OWN, given, at_most=_LETTERS)
        own = (given,) if given else ()
        return my_prompt("new-words", words.EDIT_LINE, typed, own, own=own)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Read it all back before anything is kept."""
        story = story_in(around, self.story_id)
        if story is None or value == words.EDIT_AS_IT_IS:
            return Outcome(leave=1)
        told = list(text_of(story))
        told[self.at : self.at + 1] = [str(value)]
        return Outcome(leave=1, enter=(ReadBack(self.story_id, tuple(told)),))


@dataclass(frozen=True, slots=True)
class ReadBack:
    """The story as it would be from now on, and for what: the yes is asked again."""

    story_id: str
    told: tuple[str, ...] = field(repr=False)

    def _changed(self, story: Story, today: str) -> Story:
        is_further = story.level >= consent.OTHERS
        return msgspec.structs.replace(
            story,
            words="\n".join(self.told),
            on=today,
            open_from=consent.opens_on(today) if is_further else "",
            confirmed_on="",
        )

    def prompt(self, around: Around) -> Prompt:
        """Return it whole, with its terms; the first row changes nothing."""
        story = story_in(around, self.story_id)
        terms = receipts.terms(story) if story else ()
        rows = (Choice("no", words.EDIT_NO), Choice("yes", words.EDIT_YES))
        asked, body, hint = words.EDIT_AGREE, (*self.told, *terms), words.EDIT_AGREE_HINT
        return my_prompt("read-back", asked, ChooseOne(rows), body, hint=hint, own=self.told)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Keep the new words; the old ones go."""
        story = story_in(around, self.story_id)
        if story is None or value != "yes":
            return Outcome(leave=1)
        newer = self._changed(story, around.today.isoformat())
        return kept(newer, words.EDIT_DONE, files_stay=False)
