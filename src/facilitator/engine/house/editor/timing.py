"""How long a step takes, and how it goes through the room (M15, M17)."""

from dataclasses import dataclass

from facilitator.domain.meeting import AnswerValue
from facilitator.domain.prompt import Choice, ChooseOne, GiveNumber, Prompt
from facilitator.domain.session import Round, Step
from facilitator.engine.activities.registry import SPECS
from facilitator.engine.house.around import Around
from facilitator.engine.house.editor.draft import changed, sketch_of, step_of
from facilitator.engine.house.room import Outcome, house_prompt
from facilitator.sessions.changes import Change, SetStep
from facilitator.wording import editor as words

MOST_MINUTES, MOST_SECONDS = 120, 600
THREES = 3


def round_words(step: Step) -> str:
    """Return in words how a step goes through the room."""
    is_threes = step.round is Round.PAIRS and step.size == THREES
    return words.ROUNDS["threes" if is_threes else step.round.value]


@dataclass(frozen=True, slots=True)
class Minutes:
    """The minutes that it takes with any number of people."""

    name: str
    step: str

    def prompt(self, around: Around) -> Prompt:
        """Return a number to give."""
        step = step_of(sketch_of(around, self.name), self.step)
        given = f"{step.minutes:g}" if step else ""
        number = GiveNumber(0, MOST_MINUTES, given=given)
        return house_prompt("editor-step-minutes", words.TITLE, words.MINUTES_ASKED, number)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Keep it; where people speak in turn, ask for the seconds too."""
        step = step_of(sketch_of(around, self.name), self.step)
        in_turn = step is not None and step.round not in (Round.AWAY, Round.TOGETHER)
        enter = (Seconds(self.name, self.step),) if in_turn else ()
        change = SetStep(self.step, "minutes", int(str(value)))
        return changed(around, self.name, change, what=words.STEP_MINUTES + ".", enter=enter)


@dataclass(frozen=True, slots=True)
class Seconds:
    """The seconds more for every person."""

    name: str
    step: str

    def prompt(self, around: Around) -> Prompt:
        """Return a number to give."""
        step = step_of(sketch_of(around, self.name), self.step)
        given = str(step.seconds_each) if step else ""
        number = GiveNumber(0, MOST_SECONDS, words.FEW, words.MANY, given)
        asked, hint = words.SECONDS_ASKED, words.SECONDS_HINT
        return house_prompt("editor-step-seconds", words.TITLE, asked, number, hint=hint)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Keep it."""
        change = SetStep(self.step, "seconds-each", int(str(value)))
        return changed(around, self.name, change, what=words.STEP_MINUTES + ".")


@dataclass(frozen=True, slots=True)
class HowRound:
    """Every round that this kind can be held in."""

    name: str
    step: str

    def prompt(self, around: Around) -> Prompt:
        """Return the rounds in words, the one that holds now marked."""
        step = step_of(sketch_of(around, self.name), self.step)
        kind = SPECS.get(step.kind) if step else None
        able = kind.rounds if kind else frozenset(Round)
        keys = [key for key in words.ROUNDS if key == "threes" or Round(key) in able]
        if Round.PAIRS not in able:
            keys.remove("threes")
        now = "" if step is None else step.round.value
        if step is not None and step.round is Round.PAIRS and step.size == THREES:
            now = "threes"
        choices = tuple(Choice(key, words.ROUNDS[key]) for key in keys)
        shown = ChooseOne(choices, now if now in keys else "")
        return house_prompt("editor-round", words.TITLE, words.ROUND_ASKED, shown)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Keep it."""
        key = str(value)
        changes: tuple[Change, ...] = (SetStep(self.step, "round", key),)
        if key in ("pairs", "threes"):
            size = THREES if key == "threes" else 2
            step = step_of(sketch_of(around, self.name), self.step)
            changes = (SetStep(self.step, "round", "pairs"),)
            if step is not None and step.size != size:
                changes = (*changes, SetStep(self.step, "size", size))
        said = words.ROUND_NOW.format(round=words.ROUNDS[key])
        return changed(around, self.name, *changes, what=said)
