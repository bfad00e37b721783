"""The cover of a group with a passphrase: it locks, and the passphrase opens it again (S9, S12)."""

from dataclasses import dataclass, replace
from typing import ClassVar

from facilitator.domain.events import Keep
from facilitator.domain.keys import KeyCommand
from facilitator.domain.meeting import AnswerValue
from facilitator.domain.prompt import Choice, ChooseOne, Notice, Prompt, Tone, WriteText
from facilitator.domain.records import FrontEnd, Seal
from facilitator.engine.house.around import Around
from facilitator.engine.house.cover import WORKS, Cover
from facilitator.engine.house.effects import AskSeal, SealWish
from facilitator.engine.house.leaving import closing
from facilitator.engine.house.room import Outcome, house_prompt
from facilitator.engine.house.sealed import WithRecoveryWords
from facilitator.wording import cover as words
from facilitator.wording import sealing


def covering(around: Around, *, leave: int = 0) -> Outcome:
    """Return what covers the screen: where the group's words are open, it locks them."""
    if around.seal is not Seal.OPEN:
        return Outcome(leave=leave, enter=(Cover(),))
    return Outcome(leave=leave, enter=(LockedCover(),), effects=(AskSeal(SealWish.LOCK),))


@dataclass(frozen=True, slots=True)
class LockedCover:
    """No word of anybody, and no key to the group's words in our memory.

    The word of the cover and that of a kiosk are for other doors: neither opens this one.
    """

    is_shown: bool = False
    is_cover: ClassVar[bool] = True

    def prompt(self, around: Around) -> Prompt:
        """Return a line for the passphrase, hidden unless it was asked to be seen (A18)."""
        ready, hidden = (Choice("other", words.OTHER_WAY),), not self.is_shown
        typed = WriteText(ready, sealing.OPEN_OWN, at_most=sealing.MOST_LETTERS, hidden=hidden)
        hint = words.HINT_SHOWN if self.is_shown else words.HINT_LOCKED
        made = house_prompt("cover-locked", words.TITLE, words.ASKED, typed, hint=hint)
        return replace(made, commands=WORKS, is_cover=True, is_private=True)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Show what is beneath again; the effect refuses a wrong passphrase."""
        if value == words.OTHER_WAY:
            return Outcome(enter=(OtherWays(),))
        notice = Notice(sealing.OPENED, Tone.SAVED)
        return Outcome(leave=1, effects=(AskSeal(SealWish.OPEN, str(value)),), notice=notice)


@dataclass(frozen=True, slots=True)
class OtherWays:
    """The passphrase seen while it is typed, the words on the paper, or the end (A18)."""

    def prompt(self, around: Around) -> Prompt:
        """Return them; the first goes back to the cover."""
        # The full screen can show any hidden line; a line of plain mode stays in the window.
        shown = (Choice("shown", sealing.SHUT_SHOWN),)
        choices = (
            Choice("back", words.OTHER_BACK),
            *(shown if around.front_end is FrontEnd.PLAIN else ()),
            Choice("words", sealing.SHUT_WORDS),
            Choice("end", words.LOST_END),
        )
        meeting = around.meeting
        is_lost = meeting is not None and meeting.keep is Keep.NOTHING
        body = (words.OTHER_SAFE, *((words.LOST_NOTHING,) if is_lost else ()))
        asked = ChooseOne(choices)
        made = house_prompt("cover-other", words.TITLE, words.OTHER_ASKED, asked, body=body)
        return replace(made, commands=WORKS | {KeyCommand.BACK}, is_cover=True)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Go there."""
        match value:
            case "shown":
                return Outcome(leave=2, enter=(LockedCover(is_shown=True),))
            case "words":
                return Outcome(enter=(WordsUnderCover(),))
            case "end":
                return closing(around)
            case _:
                return Outcome(leave=1)


@dataclass(frozen=True, slots=True)
class WordsUnderCover:
    """The sixteen words from the paper, then a new passphrase, then what is beneath."""

    def prompt(self, around: Around) -> Prompt:
        """Return the line for them."""
        made = WithRecoveryWords().prompt(around)
        works = WORKS | {KeyCommand.BACK}
        return replace(made, id="cover-words", commands=works, is_cover=True)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Open it; the effect refuses wrong words."""
        came = WithRecoveryWords().take(around, value)
        return came if came.refused else replace(came, leave=3)
