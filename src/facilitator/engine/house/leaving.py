"""Closing the program on a machine that is only for it: by the group's leaving word (S13, A18)."""

from dataclasses import dataclass, replace

from facilitator.domain.meeting import AnswerValue
from facilitator.domain.prompt import Choice, ChooseOne, Notice, Prompt, Tone, WriteText
from facilitator.domain.records import FrontEnd
from facilitator.engine.house.around import Around
from facilitator.engine.house.effects import EndProgram, SetLeavingWord
from facilitator.engine.house.room import Outcome, Room, house_prompt
from facilitator.engine.own_word import is_same, opens
from facilitator.wording import leaving as words

MOST_TRIES = 3
"""After so many wrong words in a row the group is back where it was."""


def closing(around: Around, *, leave: int = 0) -> Outcome:
    """Return what "Close the program" leads to: the end at once, or what has to be asked first."""
    if not around.is_kiosk:
        return Outcome(effects=(EndProgram(),))
    room: Room = TypeTheWord() if around.leaving_word else ShallWeClose()
    return Outcome(leave=leave, enter=(room,))


def about_the_word(around: Around) -> Outcome:
    """Return where the word is set, changed or taken away: whoever knows it may."""
    return Outcome(enter=(TypeTheWord(then_change=True) if around.leaving_word else SetTheWord(),))


@dataclass(frozen=True, slots=True)
class OfferWord:
    """Asked once, at the first start: shall there be a word?"""

    def prompt(self, around: Around) -> Prompt:
        """Return both ways."""
        choices = (Choice("set", words.OFFER_SET), Choice("none", words.OFFER_NONE))
        body, hint, asked = (words.OFFER_BODY,), words.OFFER_HINT, ChooseOne(choices)
        return house_prompt("leaving-offer", words.TITLE, words.OFFER, asked, body=body, hint=hint)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Set one, or go on without."""
        if value == "set":
            return Outcome(leave=1, enter=(SetTheWord(),))
        notice = Notice(words.NONE_SET)
        return Outcome(leave=1, effects=(SetLeavingWord(""),), notice=notice)


@dataclass(frozen=True, slots=True)
class SetTheWord:
    """The group sets its word: shown while it is typed where no line stays behind (A18)."""

    def prompt(self, around: Around) -> Prompt:
        """Return a line; no voice says what is typed there."""
        hidden = around.front_end is FrontEnd.PLAIN
        asked = WriteText((), words.SET_OWN, at_most=words.WORD_LETTERS, hidden=hidden)
        made = house_prompt("leaving-set", words.TITLE, words.SET_ASKED, asked, hint=words.SET_HINT)
        return replace(made, is_private=True)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Keep its hash; what could not be seen is typed twice."""
        word = str(value)
        if len(word) < words.LEAST_LETTERS:
            return Outcome(notice=Notice(words.SET_SHORT, Tone.CARE), refused=True)
        if is_same(word, words.WORD_STAY):
            return Outcome(notice=Notice(words.SET_OTHER, Tone.CARE), refused=True)
        if around.front_end is FrontEnd.PLAIN:
            return Outcome(leave=1, enter=(OnceMore(word),))
        return _set(word)


@dataclass(frozen=True, slots=True)
class OnceMore:
    """The same word again, where nobody could see what was typed."""

    word: str

    def prompt(self, around: Around) -> Prompt:
        """Return a line."""
        asked = WriteText((), words.SET_OWN, at_most=words.WORD_LETTERS, hidden=True)
        made = house_prompt("leaving-again", words.TITLE, words.ONCE_MORE, asked)
        return replace(made, is_private=True)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Set it, or begin again."""
        if is_same(str(value), self.word):
            return _set(self.word)
        notice = Notice(words.NOT_THE_SAME, Tone.CARE)
        return Outcome(leave=1, enter=(SetTheWord(),), notice=notice)


def _set(word: str) -> Outcome:
    notice = Notice(words.SET_DONE, Tone.SAVED)
    return Outcome(leave=1, effects=(SetLeavingWord(word),), notice=notice)


@dataclass(frozen=True, slots=True)
class ChangeWord:
    """Whoever knew the word may change it or take it away."""

    def prompt(self, around: Around) -> Prompt:
        """Return the ways; the first leaves it."""
        choices = (
            Choice("keep", words.CHANGE_KEEP),
            Choice("set", words.CHANGE_SET),
            Choice("none", words.CHANGE_NONE),
        )
        asked = ChooseOne(choices)
        return house_prompt("leaving-change", words.TITLE, words.CHANGE_ASKED, asked)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Do as was chosen."""
        match value:
            case "set":
                return Outcome(leave=1, enter=(SetTheWord(),))
            case "none":
                notice = Notice(words.NONE_SET)
                return Outcome(leave=1, effects=(SetLeavingWord(""),), notice=notice)
            case _:
                return Outcome(leave=1)


@dataclass(frozen=True, slots=True)
class TypeTheWord:
    """Only the group's word leads on."""

    then_change: bool = False
    tries: int = 0

    def prompt(self, around: Around) -> Prompt:
        """Return a way to stay, and a line for the word."""
        ready = (Choice("stay", words.WORD_STAY),)
        asked = WriteText(ready, words.WORD_OWN, at_most=words.WORD_LETTERS, hidden=True)
        hint = words.WORD_HINT
        made = house_prompt("leaving-word", words.TITLE, words.WORD_ASKED, asked, hint=hint)
        return replace(made, is_private=True)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Close, or say kindly that this was not it."""
        word = str(value)
        if is_same(word, words.WORD_STAY):
            return Outcome(leave=1)
        if opens(word, around.leaving_word):
            if self.then_change:
                return Outcome(leave=1, enter=(ChangeWord(),))
            return Outcome(effects=(EndProgram(),))
        if self.tries + 1 >= MOST_TRIES:
            return Outcome(leave=1, notice=Notice(words.WRONG_AGAIN, Tone.CARE))
        again = replace(self, tries=self.tries + 1)
        notice = Notice(words.WRONG, Tone.CARE)
        return Outcome(leave=1, enter=(again,), notice=notice, refused=True)


@dataclass(frozen=True, slots=True)
class ShallWeClose:
    """Asked where the group has set no word, so that nobody closes it by accident."""

    def prompt(self, around: Around) -> Prompt:
        """Return both ways; the first stays."""
        choices = (Choice("stay", words.CLOSE_STAY), Choice("close", words.CLOSE_YES))
        return house_prompt("leaving", words.TITLE, words.CLOSE_ASKED, ChooseOne(choices))

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Close, or stay."""
        return Outcome(effects=(EndProgram(),)) if value == "close" else Outcome(leave=1)


@dataclass(frozen=True, slots=True)
class StillHere:
    """After the program was cut short in somebody's own turn: their words wait for them (S11)."""

    name: str

    def prompt(self, around: Around) -> Prompt:
        """Return one way on."""
        asked = words.STILL_HERE.format(name=self.name)
        body = (words.STILL_PRIVATE.format(name=self.name),)
        choices = ChooseOne((Choice("go-on", words.STILL_YES),))
        return house_prompt("still-here", words.STILL_TITLE, asked, choices, body=body)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Go on at the same prompt."""
        return Outcome(leave=1)
