"""The privacy cover: hides all words, loses none, and comes away by any key or by a word (S12).

Over the words of a group with a passphrase it locks: see cover_locked.
"""

from dataclasses import dataclass, replace
from typing import ClassVar

from facilitator.domain.events import Keep
from facilitator.domain.keys import KeyCommand
from facilitator.domain.meeting import AnswerValue
from facilitator.domain.prompt import (
    ALL_COMMANDS,
    Acknowledge,
    Choice,
    ChooseOne,
    Input,
    Notice,
    Prompt,
    Tone,
    WriteText,
)
from facilitator.engine.house.around import Around
from facilitator.engine.house.leaving import closing
from facilitator.engine.house.room import Outcome, house_prompt
from facilitator.engine.own_word import opens
from facilitator.wording import cover as words

WORKS = ALL_COMMANDS - {KeyCommand.PASS, KeyCommand.BACK, KeyCommand.COVER}
"""What works on a cover: nothing that leads past it. Help does, from every screen (S16)."""


def _locks(around: Around) -> tuple[str, ...]:
    """Return the words that take it away: that of the cover, and that of a kiosk (S13)."""
    return tuple(lock for lock in (around.group.cover_word, around.leaving_word) if lock)


@dataclass(frozen=True, slots=True)
class Cover:
    """No word of anybody, no place, no name."""

    is_cover: ClassVar[bool] = True

    def prompt(self, around: Around) -> Prompt:
        """Return one row, or a line for the group's word."""
        shown: Input = Acknowledge(words.TAKE_AWAY)
        hint = words.HINT
        if _locks(around):
            ready = (Choice("unknown", words.UNKNOWN),)
            shown = WriteText(ready, words.WORD, at_most=40, hidden=True)
            hint = words.HINT_WORD
        made = house_prompt("cover", words.TITLE, words.ASKED, shown, hint=hint)
        return replace(made, commands=WORKS, is_cover=True)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Show what is beneath again, when there is no word or this is it."""
        locks = _locks(around)
        if not locks or any(opens(str(value), lock) for lock in locks):
            return Outcome(leave=1)
        if value == words.UNKNOWN:
            return Outcome(enter=(WordLost(),))
        return Outcome(notice=Notice(words.WRONG, Tone.CARE), refused=True)


@dataclass(frozen=True, slots=True)
class WordLost:
    """Nobody knows the word: the program can be closed, and what was saved is safe."""

    def prompt(self, around: Around) -> Prompt:
        """Return both ways; the first goes back to the cover."""
        choices = (Choice("back", words.LOST_BACK), Choice("end", words.LOST_END))
        meeting = around.meeting
        is_lost = meeting is not None and meeting.keep is Keep.NOTHING
        body = (words.LOST_MEANS, *((words.LOST_NOTHING,) if is_lost else ()))
        shown = ChooseOne(choices)
        made = house_prompt("cover-lost", words.TITLE, words.LOST_ASKED, shown, body=body)
        return replace(made, commands=WORKS | {KeyCommand.BACK}, is_cover=True)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Go back to the cover, or close the program."""
        return closing(around) if value == "end" else Outcome(leave=1)
