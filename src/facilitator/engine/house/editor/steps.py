"""The steps of a draft in order, and one of them."""

from dataclasses import dataclass

from facilitator.domain.meeting import AnswerValue
from facilitator.domain.prompt import Choice, ChooseOne, Notice, Prompt, Tone
from facilitator.domain.session import Step
from facilitator.engine.house.around import Around
from facilitator.engine.house.editor.draft import changed, sketch_of, step_of, steps_of
from facilitator.engine.house.editor.library import Library
from facilitator.engine.house.editor.lines import WhichLines, list_keys
from facilitator.engine.house.editor.phrases import Phrases
from facilitator.engine.house.editor.timing import HowRound, Minutes, round_words
from facilitator.engine.house.room import Outcome, Room, house_prompt
from facilitator.sessions.changes import DropStep, MoveStep
from facilitator.sessions.honest_time import rounded, step_minutes
from facilitator.wording import editor as words

PEOPLE = 8


def row(step: Step) -> str:
    """Return a step as one row: its name and its minutes with eight people."""
    minutes = f"{rounded(step_minutes(step, PEOPLE))}"
    title = step.title or words.NO_TITLE
    label = words.STEP_ROW.format(title=title, minutes=minutes)
    room = 34 - (len(label) - len(title))
    cut = title if len(title) <= room else title[: room - 1] + "…"
    return words.STEP_ROW.format(title=cut, minutes=minutes)


@dataclass(frozen=True, slots=True)
class Steps:
    """Every step, and a new one."""

    name: str

    def prompt(self, around: Around) -> Prompt:
        """Return the steps in order, after a way to add one."""
        steps = steps_of(sketch_of(around, self.name))
        choices = (
            Choice("@add", words.STEP_ADD),
            *(Choice(handle, row(step)) for handle, step in steps),
            Choice("@back", words.STEPS_BACK),
        )
        asked = words.STEPS_ASKED if steps else words.STEPS_NONE
        return house_prompt("editor-steps", words.TITLE, asked, ChooseOne(choices))

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Open one."""
        match value:
            case "@add":
                return Outcome(enter=(Library(self.name),))
            case "@back":
                return Outcome(leave=1)
            case _:
                return Outcome(enter=(OneStep(self.name, str(value)),))


@dataclass(frozen=True, slots=True)
class OneStep:
    """One step: its words, its time, how it goes round, where it stands."""

    name: str
    step: str

    def prompt(self, around: Around) -> Prompt:
        """Return what it asks and how long it takes, and what can be changed."""
        step = step_of(sketch_of(around, self.name), self.step)
        if step is None:
            return house_prompt(
                "editor-step", words.TITLE, words.CANNOT_GONE,
                ChooseOne((Choice("back", words.STEP_BACK),)),
            )  # fmt: skip
        choices = [
            Choice("words", words.STEP_WORDS),
            Choice("minutes", words.STEP_MINUTES),
            Choice("round", words.STEP_ROUND),
            Choice("move", words.STEP_MOVE),
        ]
        if list_keys(step.kind):
            choices.append(Choice("lines", words.STEP_LINES))
        choices += [Choice("drop", words.STEP_DROP), Choice("back", words.STEP_BACK)]
        asked = step.title or words.STEP_ASKED
        shown, body = ChooseOne(tuple(choices)), step_body(step)
        return house_prompt("editor-step", words.TITLE, asked, shown, body=body)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Open the room, or take the step out."""
        rooms: dict[str, Room] = {
            "words": Phrases(self.name, self.step),
            "minutes": Minutes(self.name, self.step),
            "round": HowRound(self.name, self.step),
            "move": MoveTo(self.name, self.step),
            "lines": WhichLines(self.name, self.step),
        }
        if value == "drop":
            step = step_of(sketch_of(around, self.name), self.step)
            title = step.title if step else ""
            said = words.DROPPED.format(title=title or words.NO_TITLE)
            return changed(around, self.name, DropStep(self.step), what=said)
        found = rooms.get(str(value))
        return Outcome(leave=1) if found is None else Outcome(enter=(found,))


def step_body(step: Step) -> tuple[str, ...]:
    """Return what a step asks, in both layers, its cue and its time, one paragraph each."""
    minutes = rounded(step_minutes(step, PEOPLE))
    lines = (
        words.STEP_SAYS.format(text=step.words.text) if step.words.text else "",
        words.STEP_EASY.format(text=step.words.easy) if step.words.easy else "",
        words.STEP_CUE.format(text=step.cue) if step.cue else "",
        words.STEP_TIME.format(minutes=minutes, round=round_words(step) + "."),
    )
    return tuple(one for one in lines if one)


@dataclass(frozen=True, slots=True)
class MoveTo:
    """After which step it shall come."""

    name: str
    step: str

    def prompt(self, around: Around) -> Prompt:
        """Return the other steps; the first leaves it."""
        others = [one for one in steps_of(sketch_of(around, self.name)) if one[0] != self.step]
        choices = (
            Choice("@leave", words.MOVE_LEAVE),
            Choice("@first", words.MOVE_FIRST),
            *(Choice(handle, step.title or words.NO_TITLE) for handle, step in others),
        )
        return house_prompt("editor-move", words.TITLE, words.MOVE_ASKED, ChooseOne(choices))

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Put it there, and show the steps in their new order."""
        step = step_of(sketch_of(around, self.name), self.step)
        if value == "@leave" or step is None:
            return Outcome(leave=1)
        said = words.MOVED.format(title=step.title or words.NO_TITLE)
        change = MoveStep(self.step, "" if value == "@first" else str(value))
        return changed(
            around, self.name, change, what=said, leave=2, notice=Notice(said, Tone.SAVED)
        )
