"""A group that is locked: what can be done without its passphrase, and how it is opened (S9)."""

from dataclasses import dataclass

from facilitator.domain.meeting import AnswerValue
from facilitator.domain.prompt import Choice, ChooseOne, Notice, Prompt, Tone, WriteText
from facilitator.domain.records import FrontEnd, Seal
from facilitator.engine.house.around import Around
from facilitator.engine.house.effects import AskSeal, SealWish
from facilitator.engine.house.room import Outcome, Room, house_prompt
from facilitator.engine.house.sealing import NewPassphrase, private
from facilitator.wording import house
from facilitator.wording import sealing as words

WORDS = 16
"""Words of a recovery key."""


def shut_home(around: Around, hint: str) -> Prompt:
    """Return the first screen of a locked group: the ways to open it, and what works without."""
    is_shut = around.seal is Seal.SHUT
    shown = (Choice("shown", words.SHUT_SHOWN),)
    ways = (
        Choice("open", words.SHUT_OPEN),
        # The full screen can show any hidden line; a line of plain mode stays in the window.
        *(shown if around.front_end is FrontEnd.PLAIN else ()),
        Choice("words", words.SHUT_WORDS),
    )
    choices = (
        *(ways if is_shut else ()),
        Choice("start", words.SHUT_START),
        Choice("another", words.SHUT_GROUP),
        Choice("access", house.HOME_ACCESS),
        Choice("end", house.HOME_END),
    )
    body = (words.SHUT.format(name=around.group.name), *(() if is_shut else words.BROKEN))
    return house_prompt(
        "home-shut", house.HOME, words.SHUT_ASKED, ChooseOne(choices), body=body, hint=hint
    )


def way_in(chosen: str) -> Room:
    """Return the room of one of the ways to open a locked group."""
    return WithRecoveryWords() if chosen == "words" else OpenWithPassphrase(chosen == "shown")


@dataclass(frozen=True, slots=True)
class OpenWithPassphrase:
    """The passphrase is typed, hidden or shown; as often as wanted (A18)."""

    is_shown: bool = False

    def prompt(self, around: Around) -> Prompt:
        """Return a line."""
        hint = words.OPEN_SHOWN_HINT if self.is_shown else words.OPEN_HINT
        shown = WriteText((), words.OPEN_OWN, at_most=words.MOST_LETTERS, hidden=not self.is_shown)
        return private("seal-open", words.OPEN_ASKED, shown, hint=hint)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Open it; the effect refuses a wrong one."""
        notice = Notice(words.OPENED, Tone.SAVED)
        return Outcome(leave=1, effects=(AskSeal(SealWish.OPEN, str(value)),), notice=notice)


@dataclass(frozen=True, slots=True)
class WithRecoveryWords:
    """The sixteen words from the paper, then a new passphrase."""

    def prompt(self, around: Around) -> Prompt:
        """Return a line on which the words can be seen: sixteen unseen ones are a trial."""
        shown = WriteText((), words.WORDS_OWN, at_most=words.RECOVERY_LETTERS)
        return private("seal-by-words", words.WORDS_ASKED, shown, hint=words.WORDS_HINT)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Open it; the effect refuses wrong words."""
        typed = "".join(one if one.isalpha() else " " for one in str(value)).split()
        if len(typed) != WORDS:
            notice = Notice(words.WORDS_COUNT.format(now=len(typed)), Tone.CARE)
            return Outcome(notice=notice, refused=True)
        opened = AskSeal(SealWish.OPEN_BY_WORDS, " ".join(typed))
        notice = Notice(words.WORDS_OPENED, Tone.SAVED)
        return Outcome(
            leave=1, effects=(opened,), enter=(NewPassphrase(is_change=True),), notice=notice
        )
