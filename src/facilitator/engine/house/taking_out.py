"""Taking stories out of the program: for whom, what for, and what to be sure of first (C8)."""

from dataclasses import dataclass

from facilitator.domain.meeting import AnswerValue
from facilitator.domain.prompt import Acknowledge, Choice, ChooseOne, Prompt
from facilitator.engine.consent import purposes_of
from facilitator.engine.house.around import Around
from facilitator.engine.house.effects import WriteWords
from facilitator.engine.house.room import Outcome, house_prompt
from facilitator.engine.story_export import body_of, file_name, leaving
from facilitator.wording import story_rooms as words

_BACK = Choice("back", words.BACK)


@dataclass(frozen=True, slots=True)
class TakeOut:
    """For whom."""

    def prompt(self, around: Around) -> Prompt:
        """Return the three levels at which a story can leave."""
        if not around.can_export:
            back = Acknowledge(words.BACK)
            return house_prompt("out-level", words.TITLE, words.OUT_NOT_HERE, back)
        rows = tuple(Choice(str(level), said) for level, said in words.OUT_LEVELS.items())
        shown, hint = ChooseOne((_BACK, *rows)), words.OUT_LEVEL_HINT
        return house_prompt("out-level", words.TITLE, words.OUT_LEVEL, shown, hint=hint)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Ask what for."""
        if isinstance(value, str) and value.isdecimal():
            return Outcome(enter=(TakeOutFor(int(value)),))
        return Outcome(leave=1)


@dataclass(frozen=True, slots=True)
class TakeOutFor:
    """What for."""

    level: int

    def prompt(self, around: Around) -> Prompt:
        """Return the purposes that tellers are asked about at this level."""
        found = purposes_of(self.level)
        rows = tuple(Choice(one, words.OUT_PURPOSES[one]) for one in found)
        shown = ChooseOne((_BACK, *rows))
        return house_prompt("out-purpose", words.TITLE, words.OUT_PURPOSE, shown)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Show what to be sure of."""
        if value == "back":
            return Outcome(leave=1)
        return Outcome(enter=(TakeOutCheck(self.level, str(value)),))


@dataclass(frozen=True, slots=True)
class TakeOutCheck:
    """What whoever takes stories out has to be sure of; the first row takes none."""

    level: int
    purpose: str

    def prompt(self, around: Around) -> Prompt:
        """Return how many may leave, and the checklist."""
        number = len(leaving(around.things.stories, self.level, self.purpose, around.today))
        if not number:
            back = Acknowledge(words.BACK)
            return house_prompt("out-none", words.TITLE, words.OUT_NONE, back)
        told = words.OUT_COUNT_ONE if number == 1 else words.OUT_COUNT.format(number=number)
        rows = (Choice("no", words.OUT_NO), Choice("yes", words.OUT_YES))
        body = (told, *words.CHECKLIST)
        shown = ChooseOne(rows)
        return house_prompt("out-check", words.TITLE, words.OUT_CHECK, shown, body=body)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Write the file, or nothing; what may leave is asked anew."""
        if value != "yes":
            return Outcome(leave=3)
        body = body_of(around.things.stories, self.level, self.purpose, around.today)
        name = file_name(self.level, self.purpose)
        written = (WriteWords(name, body, words.OUT_WRITTEN),) if body else ()
        return Outcome(leave=3, effects=written)
