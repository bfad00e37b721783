"""Larger and smaller letters, where the terminal can (A5)."""

from dataclasses import dataclass, replace

from facilitator.domain.meeting import AnswerValue
from facilitator.domain.prompt import Choice, ChooseOne, Notice, Prompt
from facilitator.engine.house.around import Around
from facilitator.engine.house.room import Outcome, house_prompt, in_ways
from facilitator.wording import access as words

LEAST, MOST = -3, 5
"""Steps from this machine's own size, about 15% each."""


@dataclass(frozen=True, slots=True)
class LetterSize:
    """The letters grow and shrink at once, so that the eyes can judge."""

    def prompt(self, around: Around) -> Prompt:
        """Return larger, smaller, and the machine's own size when it is another one."""
        choices = [
            Choice("done", words.SIZE_DONE),
            Choice("larger", words.SIZE_LARGER),
            Choice("smaller", words.SIZE_SMALLER),
        ]
        if around.ways.type_size:
            choices.append(Choice("before", words.SIZE_BEFORE))
        shown = ChooseOne(tuple(choices), is_done_last=True)
        return house_prompt("letter-size", words.SIZE_TITLE, words.SIZE_ASKED, shown)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Change it by one step and stay here; at either end say so."""
        now = around.ways.type_size
        match value:
            case "larger" if now >= MOST:
                return Outcome(notice=Notice(words.SIZE_MOST))
            case "smaller" if now <= LEAST:
                return Outcome(notice=Notice(words.SIZE_LEAST))
            case "larger":
                return _in_size(around, now + 1, words.SIZE_IS_LARGER, words.SIZE_SMALLER)
            case "smaller":
                return _in_size(around, now - 1, words.SIZE_IS_SMALLER, words.SIZE_LARGER)
            case "before":
                undo = words.SIZE_LARGER if now > 0 else words.SIZE_SMALLER
                return _in_size(around, 0, words.SIZE_IS_BEFORE, undo)
            case _:
                return Outcome(leave=1)


def _in_size(around: Around, steps: int, said: str, undo: str) -> Outcome:
    return in_ways(replace(around.ways, type_size=steps), said, undo=undo)
