"""What is mine here: behind "Are you ...?", and behind one's own word where one was set (C3)."""

from dataclasses import dataclass, field

import msgspec

from facilitator.domain.kept import Kept, Note, Story, Tip
from facilitator.domain.meeting import AnswerValue
from facilitator.domain.person_names import key
from facilitator.domain.prompt import (
    Acknowledge,
    Choice,
    ChooseOne,
    ChoosePeople,
    Notice,
    Prompt,
    Tone,
    WriteText,
)
from facilitator.domain.things import Things
from facilitator.engine.consent import is_fresh
from facilitator.engine.house import days
from facilitator.engine.house.around import Around
from facilitator.engine.house.effects import KeepThings, LetGo
from facilitator.engine.house.gone import Gone
from facilitator.engine.house.is_it_you import IsItYou
from facilitator.engine.house.my_story import MyStory
from facilitator.engine.house.own_story import my_prompt
from facilitator.engine.house.room import Outcome, Room, house_prompt, only_one
from facilitator.engine.own_word import opens
from facilitator.engine.tip_lines import card
from facilitator.wording import refusals
from facilitator.wording import story_rooms as words


def _owned(around: Around) -> tuple[Story | Note | Tip, ...]:
    things = around.things
    return (*things.stories, *things.notes, *things.tips)


def _name_of(around: Around, owner: str) -> str:
    return next((one.name for one in _owned(around) if one.owner == owner), "")


@dataclass(frozen=True, slots=True)
class WhoseThings:
    """Whose things; only names that keep a story, a note or a tip."""

    def prompt(self, around: Around) -> Prompt:
        """Return the names, each once."""
        names = {one.owner: one.name for one in _owned(around)}
        if not names:
            return house_prompt("whose", words.TITLE, words.NOBODY, Acknowledge(words.BACK))
        rows = sorted(names.items(), key=lambda one: key(one[1]))
        shown = ChoosePeople(tuple(Choice(*row) for row in rows), only_one=True)
        return house_prompt("whose", words.TITLE, words.WHO, shown, hint=words.WHO_HINT)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Ask whether it is them; nobody chosen is a way back."""
        owner = only_one(value)
        if not owner:
            return Outcome(leave=1)
        first = IsItYou(_name_of(around, owner), way_in(around, owner))
        return Outcome(leave=1, enter=(first,))


def way_in(around: Around, owner: str, story_id: str = "") -> tuple[Room, ...]:
    """Return the room that comes after "that is me"."""
    locks = _locks(around, owner)
    if locks:
        return (MyWord(owner, story_id),)
    return (Mine(owner), *((MyStory(story_id),) if story_id else ()))


def _locks(around: Around, owner: str) -> frozenset[str]:
    theirs = (one for one in around.things.stories if one.owner == owner and one.words)
    return frozenset(one.lock for one in theirs) - {""}


@dataclass(frozen=True, slots=True)
class MyWord:
    """The word that was set opens what it was set for, and nothing else (C3)."""

    owner: str
    story_id: str = ""

    def prompt(self, around: Around) -> Prompt:
        """Return a masked line, and a way for whoever does not know it (A18)."""
        ready = (Choice("unknown", words.WORD_UNKNOWN),)
        typed = WriteText(ready, words.WORD_OWN, at_most=40, hidden=True)
        return house_prompt("my-word", words.TITLE, words.WORD, typed, hint=words.WORD_HINT)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Open what this word opens."""
        opened: frozenset[str] = frozenset()
        if value != words.WORD_UNKNOWN:
            locks = _locks(around, self.owner)
            opened = frozenset(one for one in locks if opens(str(value), one))
            if not opened:
                return Outcome(notice=Notice(refusals.NOT_THE_WORD, Tone.CARE), refused=True)
        enter: tuple[Room, ...] = (Mine(self.owner, opened),)
        if self.story_id:
            enter = (*enter, MyStory(self.story_id, opened))
        return Outcome(leave=1, enter=enter)


@dataclass(frozen=True, slots=True)
class Mine:
    """Everything of one person; `opened` are the locks that their word opened."""

    owner: str
    opened: frozenset[str] = field(default=frozenset(), repr=False)

    def prompt(self, around: Around) -> Prompt:
        """Return one row a thing; the first leads back."""
        theirs = [one for one in _owned(around) if one.owner == self.owner]
        rows = tuple(Choice(one.id, _row(one)) for one in theirs)
        shown = ChooseOne((Choice("@back", words.BACK), *rows))
        name = _name_of(around, self.owner)
        asked = (words.LIST if rows else words.LIST_NONE).format(name=name)
        return my_prompt("mine", asked, shown)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Show one of them."""
        found = next((one for one in _owned(around) if one.id == value), None)
        if found is None:
            return Outcome(leave=1)
        room = MyStory(found.id, self.opened) if isinstance(found, Story) else MyCard(found.id)
        return Outcome(enter=(room,))


def _row(one: Kept) -> str:
    labels = {Story: words.ROW_STORY, Note: words.ROW_NOTE, Tip: words.ROW_TIP}
    return labels[type(one)].format(day=days.short(one.on))


@dataclass(frozen=True, slots=True)
class MyCard:
    """A note or a tip of one's own: keep it on, or take it back."""

    card_id: str

    def _card(self, around: Around) -> Note | Tip | None:
        cards: tuple[Note | Tip, ...] = (*around.things.notes, *around.things.tips)
        return next((one for one in cards if one.id == self.card_id), None)

    def prompt(self, around: Around) -> Prompt:
        """Return what was written; a tip with its line."""
        found = self._card(around)
        if found is None:
            return my_prompt("my-card", words.STORY_NOT_HERE, Acknowledge(words.BACK))
        rows = (
            Choice("back", words.BACK),
            Choice("on", words.CARD_ON),
            Choice("go", words.CARD_GO),
        )
        body = card(found.words) if isinstance(found, Tip) else (found.words,)
        if not is_fresh(found, around.today):
            body = (*body, words.CARD_OVER)
        return my_prompt("my-card", words.CARD, ChooseOne(rows), body, own=body)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Keep it on from today, take it back, or leave it."""
        found = self._card(around)
        if found is None or value not in ("on", "go"):
            return Outcome(leave=1)
        if value == "go":
            gone = (LetGo(frozenset({found.id})),)
            return Outcome(leave=1, enter=(Gone(words.CARD_GONE),), effects=gone)
        on = msgspec.structs.replace(found, on=around.today.isoformat())
        kept = Things(tips=(on,)) if isinstance(on, Tip) else Things(notes=(on,))
        notice = Notice(words.CARD_ON_DONE, Tone.SAVED)
        return Outcome(leave=1, effects=(KeepThings(kept),), notice=notice)
