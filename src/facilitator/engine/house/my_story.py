"""One's own story: go further, keep it on, narrow it, its receipt, and taking it back (C8)."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import ClassVar

import msgspec

from facilitator.domain.kept import Story
from facilitator.domain.meeting import AnswerValue
from facilitator.domain.prompt import (
    Acknowledge,
    Choice,
    ChooseOne,
    Prompt,
)
from facilitator.domain.things import Things
from facilitator.engine import consent, receipts
from facilitator.engine.house import days
from facilitator.engine.house.around import Around
from facilitator.engine.house.effects import ChangeStories, LetGo, WriteWords
from facilitator.engine.house.gone import Gone
from facilitator.engine.house.own_story import kept, my_prompt, story_in, text_of
from facilitator.engine.house.room import Outcome, Room
from facilitator.wording import stories as step_words
from facilitator.wording import story_rooms as words


@dataclass(frozen=True, slots=True)
class MyStory:
    """One story, seen by its teller; `opened` are the locks that their word opened."""

    story_id: str
    opened: frozenset[str] = field(default=frozenset(), repr=False)
    keeps_voice: ClassVar[bool] = True

    def prompt(self, around: Around) -> Prompt:
        """Return the story where it is open, and what can be done with it."""
        story = story_in(around, self.story_id)
        if story is None:
            return my_prompt("my-story", words.STORY_NOT_HERE, Acknowledge(words.BACK))
        rows = tuple(Choice(one, label) for one, label in self._rows(around, story))
        if story.withdrawn_on:
            body = receipts.lines(story)
            return my_prompt("my-story", words.STORY_GONE, ChooseOne(rows), body)
        if not self._is_open(story):
            return my_prompt("my-story", words.STORY_CLOSED, ChooseOne(rows))
        told = text_of(story)
        body = (*told, *_state(story, around), *receipts.terms(story))
        return my_prompt("my-story", words.STORY, ChooseOne(rows), body, own=told)

    def _is_open(self, story: Story) -> bool:
        return story.lock in self.opened or (not story.lock and story.level > consent.ME)

    def _rows(self, around: Around, story: Story) -> tuple[tuple[str, str], ...]:
        back = (("back", words.BACK),)
        if story.withdrawn_on:
            return (*back, ("drop", words.DROP))
        if not self._is_open(story):
            return (*back, ("take-back", words.TAKE_BACK))
        today, rows = around.today, list(back)
        opens = consent.day_of(story.open_from)
        if consent.is_cooling(story, today) and opens is not None and opens <= today:
            rows.insert(0, ("further", words.FURTHER))
        rows.append(("on", words.ON))
        if len(_narrower(story)) > 0:
            rows.append(("less", words.LESS))
        return (
            *rows,
            ("edit", words.EDIT),
            ("receipt", words.RECEIPT),
            ("take-back", words.TAKE_BACK),
        )

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Open what was chosen; a story that went leads back."""
        story, room = story_in(around, self.story_id), _ROOMS.get(str(value))
        allowed = story is not None and value in dict(self._rows(around, story))
        if story is None or not allowed:
            return Outcome(leave=1)
        if value == "edit":
            from facilitator.engine.house.story_words import WhichPart  # noqa: PLC0415  few need it

            return Outcome(enter=(WhichPart(self.story_id),))
        if value == "drop":
            gone = (LetGo(frozenset({story.id})),)
            return Outcome(leave=1, enter=(Gone(),), effects=gone)
        return Outcome(enter=(room(self.story_id),)) if room else Outcome(leave=1)


def _state(story: Story, around: Around) -> tuple[str, ...]:
    if consent.is_over(story, around.today):
        return (words.STORY_OVER,)
    if consent.is_expiring(story, around.today):
        return (words.STORY_ENDS.format(day=days.in_words(story.expires_on)),)
    return ()


def _narrower(story: Story) -> tuple[int, ...]:
    """Levels below this one; only me is none where no word would open it (C3)."""
    least = consent.ME if story.lock else consent.OUR_GROUP
    return tuple(range(least, story.level))


@dataclass(frozen=True, slots=True)
class Further:
    """After the cooling-off: is it still right? No silence is a yes."""

    story_id: str

    def prompt(self, around: Around) -> Prompt:
        """Return the story and its terms; the first row changes nothing."""
        story = story_in(around, self.story_id)
        told = text_of(story) if story else ()
        body = (*told, *(receipts.terms(story) if story else ()))
        rows = (
            Choice("later", words.FURTHER_LATER),
            Choice("yes", words.FURTHER_YES),
            Choice("no", words.FURTHER_NO),
        )
        return my_prompt("further", words.FURTHER_ASKED, ChooseOne(rows), body, own=told)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Let it go further, or never; or ask another day."""
        story = story_in(around, self.story_id)
        if story is None or value == "later":
            return Outcome(leave=1)
        if value == "no":
            return kept(narrowed(story, consent.OUR_GROUP), words.FURTHER_STAYS, files_stay=False)
        said_on = around.today.isoformat()
        return kept(msgspec.structs.replace(story, confirmed_on=said_on), words.FURTHER_DONE)


def narrowed(story: Story, level: int) -> Story:
    """Return a story that fewer people may have."""
    still = consent.purposes_of(level)
    is_further = level >= consent.OTHERS
    return msgspec.structs.replace(
        story,
        level=level,
        purposes=tuple(one for one in story.purposes if one in still),
        open_from=story.open_from if is_further else "",
        confirmed_on=story.confirmed_on if is_further else "",
        signed="",
    )


@dataclass(frozen=True, slots=True)
class KeepOn:
    """Keep it longer; the time counts from today."""

    story_id: str

    def prompt(self, around: Around) -> Prompt:
        """Return the times; the first row changes nothing."""
        labels = step_words.UNTIL_LABELS
        rows = tuple(Choice(str(one), labels[one]) for one in consent.MONTHS)
        shown = ChooseOne((Choice("no", words.ON_NOT), *rows))
        return my_prompt("keep-on", words.ON_ASKED, shown)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Let the yes hold until then."""
        story = story_in(around, self.story_id)
        if story is None or value == "no":
            return Outcome(leave=1)
        on = around.today.isoformat()
        ends = consent.months_on(on, int(str(value)))
        longer = msgspec.structs.replace(story, on=on, expires_on=ends)
        return kept(longer, words.ON_DONE.format(day=days.in_words(ends)))


@dataclass(frozen=True, slots=True)
class Less:
    """Fewer people may have it; more is only asked with the story itself."""

    story_id: str

    def prompt(self, around: Around) -> Prompt:
        """Return the levels below; the first row changes nothing."""
        story = story_in(around, self.story_id)
        levels = _narrower(story) if story else ()
        rows = tuple(Choice(str(one), step_words.LEVELS[one]) for one in levels)
        shown = ChooseOne((Choice("no", words.ON_NOT), *rows))
        return my_prompt("less", words.LESS_ASKED, shown)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Narrow it."""
        story = story_in(around, self.story_id)
        if story is None or value == "no" or int(str(value)) not in _narrower(story):
            return Outcome(leave=1)
        return kept(narrowed(story, int(str(value))), words.LESS_DONE, files_stay=False)


@dataclass(frozen=True, slots=True)
class Receipt:
    """The receipt, with its code; a file only by the teller's wish."""

    story_id: str

    def prompt(self, around: Around) -> Prompt:
        """Return what was agreed and until when; no word of the story."""
        story = story_in(around, self.story_id)
        lines = receipts.lines(story) if story else ()
        rows = [Choice("done", words.RECEIPT_DONE)]
        if lines and around.can_export:
            rows.append(Choice("file", words.RECEIPT_FILE))
        made = my_prompt("receipt", step_words.RECEIPT, ChooseOne(tuple(rows)), lines)
        return replace(made, code=receipts.code_of(story)) if story else made

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Write it, or leave."""
        story = story_in(around, self.story_id)
        if story is None or value != "file":
            return Outcome(leave=1)
        name = f"receipt-{receipts.number_of(story.id)}.txt"
        body = "\n".join(receipts.lines(story)) + "\n"
        return Outcome(leave=1, effects=(WriteWords(name, body, words.RECEIPT_WRITTEN),))


@dataclass(frozen=True, slots=True)
class TakeItBack:
    """Taking back says first what will happen, and what it cannot do (A16)."""

    story_id: str

    def prompt(self, around: Around) -> Prompt:
        """Return what goes and what stays; the first row changes nothing."""
        rows = (Choice("no", words.TAKE_BACK_NO), Choice("yes", words.TAKE_BACK_YES))
        shown, body = ChooseOne(rows), words.TAKE_BACK_MEANS
        return my_prompt("take-back", words.TAKE_BACK_ASKED, shown, body)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Let its words go; the receipt without words stays for the teller."""
        story = story_in(around, self.story_id)
        if story is None or value != "yes":
            return Outcome(leave=1)
        gone = ChangeStories(Things(stories=(taken_back(story, around.today.isoformat()),)))
        return Outcome(leave=1, enter=(Gone(words.TAKE_BACK_DONE),), effects=(gone,))


def taken_back(story: Story, day: str) -> Story:
    """Return what is left of a story: number, level, purposes and days; no word of anybody."""
    return msgspec.structs.replace(story, words="", title="", gain="", signed="", withdrawn_on=day)


_ROOMS: dict[str, Callable[[str], Room]] = {
    "further": Further,
    "on": KeepOn,
    "less": Less,
    "receipt": Receipt,
    "take-back": TakeItBack,
}
