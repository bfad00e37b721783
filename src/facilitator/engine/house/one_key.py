"""One key for everything: asked before it begins, and one key away from its end (A3, 5.2)."""

from dataclasses import dataclass, replace

from facilitator.domain.meeting import AnswerValue
from facilitator.domain.prompt import Choice, ChooseOne, Prompt
from facilitator.engine.house.around import Around
from facilitator.engine.house.room import Outcome, house_prompt, in_ways
from facilitator.wording import access as words


@dataclass(frozen=True, slots=True)
class BeginOneKey:
    """Asked when the space bar was pressed three times in a row, or held, on the first screen."""

    def prompt(self, around: Around) -> Prompt:
        """Return both answers; whoever has the space bar alone can give either."""
        choices = (Choice("no", words.ONE_KEY_NO), Choice("yes", words.ONE_KEY_YES))
        asked, hint = words.ONE_KEY_ASKED, words.ONE_KEY_HOW
        made = house_prompt("one-key", words.KEYS, asked, ChooseOne(choices), hint=hint)
        return replace(made, takes_one_key=True)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Let one key do everything from now on, or leave it."""
        if value != "yes":
            return Outcome(leave=1)
        return in_ways(replace(around.ways, scanning=True), words.ONE_KEY_ON, leave=1)


@dataclass(frozen=True, slots=True)
class StopOneKey:
    """Asked when somebody presses the menu key by hand: they have more than one key."""

    is_of_menu = True

    def prompt(self, around: Around) -> Prompt:
        """Return both answers; the first gives all the keys back."""
        choices = (Choice("stop", words.ONE_KEY_STOP_YES), Choice("stay", words.ONE_KEY_STOP_NO))
        asked, hint = words.ONE_KEY_STOP, words.ONE_KEY_STOP_HINT
        made = house_prompt("one-key-stop", words.KEYS, asked, ChooseOne(choices), hint=hint)
        return replace(made, takes_one_key=True)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Let all the keys work again, or leave it."""
        if value != "stop":
            return Outcome(leave=1)
        return in_ways(replace(around.ways, scanning=False), words.ONE_KEY_OFF, leave=1)
