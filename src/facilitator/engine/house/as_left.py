"""What of a sealed group is not as the program left it: told, and taken if that is fine (S9)."""

from dataclasses import dataclass

from facilitator.domain.meeting import AnswerValue
from facilitator.domain.prompt import Choice, ChooseOne, Notice, Prompt, Tone
from facilitator.domain.records import NotAsLeft
from facilitator.engine.house.around import Around
from facilitator.engine.house.effects import AskLater, AskSeal, SealWish
from facilitator.engine.house.room import Outcome, house_prompt
from facilitator.wording import sealing as words

ASKED_LATER = "not-as-left"
"""What waits until the next start where the group leaves it for now."""


@dataclass(frozen=True, slots=True)
class FilesChanged:
    """An older, a missing or an added file: told once a start, before the first screen.

    Left as it is nothing of it is shown. It is never a dead end: the group may say that
    it is fine, as after a copy of the folder was brought back.
    """

    def prompt(self, around: Around) -> Prompt:
        """Return what is another than it was; the first row leaves it."""
        choices = (Choice("later", words.AS_LEFT_LATER), Choice("fine", words.AS_LEFT_FINE))
        body, shown = told(around.not_as_left), ChooseOne(choices)
        title, asked = words.AS_LEFT_TITLE, words.AS_LEFT_ASKED
        return house_prompt("as-left", title, asked, shown, body=body, hint=words.AS_LEFT_HINT)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Take all as it is, or leave it until the next start."""
        if value == "fine":
            return taken()
        notice = Notice(words.AS_LEFT_WAITS)
        return Outcome(leave=1, effects=(AskLater(ASKED_LATER),), notice=notice)


def taken(meeting_id: str = "", *, leave: int = 1) -> Outcome:
    """Return the outcome of taking all, or one meeting, as it is."""
    effects = (AskSeal(SealWish.TAKE_AS_IS, meeting_id),)
    return Outcome(leave=leave, effects=effects, notice=Notice(words.AS_LEFT_TAKEN, Tone.SAVED))


def told(found: NotAsLeft) -> tuple[str, ...]:
    """Return a sentence for each sort of change."""
    lines = (
        words.AS_LEFT_UNKNOWN if found.is_unknown else "",
        words.AS_LEFT_BOOK if found.is_book_changed else "",
        _counted(len(found.changed), words.AS_LEFT_CHANGED_ONE, words.AS_LEFT_CHANGED),
        _counted(len(found.gone), words.AS_LEFT_GONE_ONE, words.AS_LEFT_GONE),
        _counted(len(found.added), words.AS_LEFT_ADDED_ONE, words.AS_LEFT_ADDED),
    )
    return tuple(filter(None, lines))


def _counted(number: int, one: str, several: str) -> str:
    if number == 0:
        return ""
    return one if number == 1 else several.format(number=number)
