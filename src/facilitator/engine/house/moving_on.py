"""Somebody is moving on: words to take home, a line to leave, forgetting, an open door (C15)."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import ClassVar

from facilitator.domain.ids import free_id
from facilitator.domain.kept import Note
from facilitator.domain.meeting import AnswerValue
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
from facilitator.domain.records import Member, Seal
from facilitator.domain.things import Things
from facilitator.engine.activities.goal import carried_lines
from facilitator.engine.activities.moving_on import file_stem
from facilitator.engine.house import days
from facilitator.engine.house.around import Around
from facilitator.engine.house.effects import ForgetEverywhere, KeepThings, WriteWords
from facilitator.engine.house.gone import Gone
from facilitator.engine.house.is_it_you import IsItYou
from facilitator.engine.house.room import Outcome, Room, house_prompt, only_one
from facilitator.engine.own_word import opens
from facilitator.engine.scene import ready_lines
from facilitator.engine.tip_lines import card
from facilitator.wording import keeping, roles
from facilitator.wording import moving_on as words
from facilitator.wording.activities import NOTHING

OWN = "@own"
"""Stands for whoever is moving on, where nobody has a turn (A12)."""


def _member(around: Around, member_id: str) -> Member:
    found = (one for one in around.members if one.id == member_id)
    return next(found, Member(member_id, ""))


@dataclass(frozen=True, slots=True)
class WhoMovesOn:
    """Who it is: of those whom the book knows."""

    def prompt(self, around: Around) -> Prompt:
        """Return their names; the first row is a way back."""
        if not around.members:
            back = Acknowledge(words.BACK)
            return house_prompt("moving-who", words.TITLE, words.BOOK_EMPTY, back)
        people = (Choice(one.id, one.name) for one in around.members)
        shown = ChoosePeople((Choice("@none", words.NOBODY), *people), only_one=True)
        return house_prompt("moving-who", words.TITLE, words.WHO, shown, hint=words.WHO_HINT)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Go on to what they would like."""
        chosen = only_one(value)
        is_known = any(one.id == chosen for one in around.members)
        return Outcome(leave=1, enter=(Goodbye(chosen),) if is_known else ())


@dataclass(frozen=True, slots=True)
class Goodbye:
    """Everything that can be done on the way out; nothing of it has to be.

    `taken` is what they take with them, as they said it; it is written nowhere but into a
    file that they ask for.
    """

    member_id: str
    taken: str = ""

    def prompt(self, around: Around) -> Prompt:
        """Return the ways; the first keeps everything as it is."""
        choices = (
            Choice("done", words.ALL_DONE),
            Choice("take", words.ROW_TAKE),
            Choice("home", words.ROW_HOME),
            Choice("note", words.ROW_NOTE),
            Choice("forget", words.ROW_FORGET),
        )
        asked = words.ASKED.format(name=_member(around, self.member_id).name)
        body = (words.DOOR_LINE,)
        return house_prompt("goodbye", words.TITLE, asked, ChooseOne(choices), body=body)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Open the room that was chosen, or say goodbye."""
        name = _member(around, self.member_id).name
        home = way_home(around, self.member_id, self.taken)
        rooms: dict[str, Room] = {
            "take": WhatITake(self.member_id),
            "home": IsItYou(name, (home,)),
            "note": LineToLeave(self.member_id),
            "forget": ForgetAll(self.member_id),
        }
        if value in rooms:
            return Outcome(enter=(rooms[str(value)],))
        return Outcome(leave=1, notice=Notice(words.GOODBYE.format(name=name)))


@dataclass(frozen=True, slots=True)
class WhatITake:
    """What I take with me from here."""

    member_id: str

    def prompt(self, around: Around) -> Prompt:
        """Return ready phrases, and one's own words."""
        shown = WriteText(ready_lines(words.TAKE_READY), words.OWN)
        return house_prompt("moving-take", words.TITLE, words.TAKE, shown, hint=words.TAKE_HINT)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """It stands with the words to take home."""
        if value == NOTHING:
            return Outcome(leave=1)
        following = Goodbye(self.member_id, str(value))
        return Outcome(leave=2, enter=(following,), notice=Notice(words.TAKEN_NOTED))


def _locks(around: Around, member_id: str) -> tuple[str, ...]:
    member = _member(around, member_id)
    theirs = [one.lock for one in around.things.growth if one.owner == member_id]
    return tuple(one for one in (member.plan.lock if member.plan else "", *theirs) if one)


def way_home(around: Around, member_id: str, taken: str) -> Room:
    """Return the room of their words, or of the word that opens what is theirs alone (C3)."""
    if _locks(around, member_id):
        return WordOfTheirs(member_id, taken)
    return TakeHome(member_id, taken)


@dataclass(frozen=True, slots=True)
class WordOfTheirs:
    """The word that they set; without it they see what the group has seen."""

    member_id: str
    taken: str = ""

    def prompt(self, around: Around) -> Prompt:
        """Return a masked line, and a way for whoever does not know the word (A18)."""
        ready = (Choice("unknown", words.WORD_NONE),)
        typed = WriteText(ready, words.WORD_OWN, at_most=40, hidden=True)
        return house_prompt("moving-word", words.TITLE, words.WORD, typed)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Show the words; what the word opens is among them."""
        word = "" if value == words.WORD_NONE else str(value)
        opened = tuple(one for one in _locks(around, self.member_id) if word and opens(word, one))
        if word and not opened:
            from facilitator.wording import refusals  # noqa: PLC0415  a start needs none of it (P1)

            return Outcome(notice=Notice(refusals.NOT_THE_WORD, Tone.CARE), refused=True)
        return Outcome(leave=1, enter=(TakeHome(self.member_id, self.taken, opened),))


@dataclass(frozen=True, slots=True)
class TakeHome:
    """Their words, to copy or in a file. `opened` are the locks that their word opens."""

    member_id: str
    taken: str = ""
    opened: tuple[str, ...] = ()
    keeps_voice: ClassVar[bool] = True

    def prompt(self, around: Around) -> Prompt:
        """Return the lines; no voice reads them unasked (A12)."""
        lines = tuple(self._lines(around))
        choices = [Choice("done", words.HOME_DONE)]
        if lines and around.can_export:
            choices.append(Choice("file", words.HOME_FILE))
        name = _member(around, self.member_id).name
        closed = (words.HOME_CLOSED,) if self._is_closed(around) else ()
        asked = words.HOME.format(name=name) if lines else words.HOME_NONE
        shown, hint = ChooseOne(tuple(choices)), self._hint(around) if lines else ""
        made = house_prompt(
            "take-home", words.TITLE, asked, shown, body=(*lines, *closed), hint=hint
        )
        return replace(made, own_words=lines, giver=OWN)

    def _hint(self, around: Around) -> str:
        told = [words.HOME_HINT]
        if around.can_export:
            told.append(keeping.GIVE_FILE_STAYS)
            if around.seal is Seal.OPEN:
                told.append(keeping.GIVE_FILE_OPEN)
        return " ".join(told)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Write them, or go back."""
        if value != "file":
            return Outcome(leave=1)
        body = "".join(f"{line}\n" for line in self._lines(around))
        return Outcome(effects=(WriteWords(f"{file_stem(self.member_id)}.txt", body),))

    def _lines(self, around: Around) -> Iterator[str]:
        if self.taken:
            yield words.I_TAKE.format(line=self.taken)
        things = around.things.of({self.member_id})
        for one in things.strengths:
            yield words.LINES["strengths"].format(line=one.words)
        for offer in things.offers:
            yield words.LINES["needs" if offer.is_need else "offers"].format(line=offer.words)
        for note in things.notes:
            yield words.LINES["notes"].format(line=note.words)
        for tip in things.tips:
            yield words.LINES["tips"].format(line=" ".join(card(tip.words)))
        for duty in things.duties:
            did = roles.DOES.get(duty.role, "{name}").format(name=duty.name)
            yield words.LINES["duties"].format(day=days.in_words(duty.on), line=did)
        yield from self._alone(around, things)

    def _alone(self, around: Around, things: Things) -> Iterator[str]:
        """Yield what is theirs alone, as far as their word opens it."""
        plan = _member(around, self.member_id).plan
        if plan is not None and plan.lock in self.opened:
            for line in carried_lines(plan):
                yield words.LINES["plan"].format(line=line)
        for one in things.growth:
            if one.lock in self.opened:
                yield words.LINES["growth"].format(line=one.words)

    def _is_closed(self, around: Around) -> bool:
        plan = _member(around, self.member_id).plan
        locks = [one.lock for one in around.things.growth if one.owner == self.member_id]
        locks += [plan.lock] if plan is not None else []
        return any(one not in self.opened for one in locks)


@dataclass(frozen=True, slots=True)
class LineToLeave:
    """A line for somebody who is starting."""

    member_id: str

    def prompt(self, around: Around) -> Prompt:
        """Return ready phrases, none among them, and one's own words."""
        ready = ready_lines(words.NOTE_READY, words.NOTE_NONE)
        shown = WriteText(ready, words.OWN)
        return house_prompt("moving-line", words.TITLE, words.NOTE, shown, hint=words.NOTE_HINT)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Read it back before it is kept."""
        line = str(value)
        if line == words.NOTE_NONE:
            return Outcome(leave=1)
        return Outcome(leave=1, enter=(MayItStay(self.member_id, line),))


@dataclass(frozen=True, slots=True)
class MayItStay:
    """The line is read back; the first row lets it go."""

    member_id: str
    line: str

    def prompt(self, around: Around) -> Prompt:
        """Return the line, and the two answers."""
        choices = (Choice("no", words.NOTE_NO), Choice("yes", words.NOTE_YES))
        asked, hint, shown = words.NOTE_AGREE, words.NOTE_AGREE_HINT, ChooseOne(choices)
        body = (self.line,)
        return house_prompt("moving-agree", words.TITLE, asked, shown, body=body, hint=hint)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Keep it with a yes."""
        if value != "yes":
            return Outcome(leave=1)
        day = around.today.isoformat()
        note_id = free_id(f"note-{day}", {one.id for one in around.things})
        name = _member(around, self.member_id).name
        note = Note(note_id, self.member_id, name, day, self.line)
        kept = KeepThings(Things(notes=(note,)))
        return Outcome(leave=1, effects=(kept,), notice=Notice(words.NOTE_KEPT, Tone.SAVED))


@dataclass(frozen=True, slots=True)
class ForgetAll:
    """It is said first what goes; no reason is asked (A16)."""

    member_id: str

    def prompt(self, around: Around) -> Prompt:
        """Return what goes and what stays; the first row changes nothing."""
        choices = (Choice("no", words.FORGET_NO), Choice("yes", words.FORGET_YES))
        asked = words.FORGET.format(name=_member(around, self.member_id).name)
        body = (words.FORGET_MEANS, words.FORGET_OTHERS)
        return house_prompt("moving-forget", words.TITLE, asked, ChooseOne(choices), body=body)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Let everything of theirs go, or leave it."""
        if value != "yes":
            return Outcome(leave=1)
        forget = ForgetEverywhere(self.member_id)
        return Outcome(leave=2, enter=(Gone(words.FORGOTTEN),), effects=(forget,))
