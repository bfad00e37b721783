"""The words of one step: each in a room of its own, with ready phrases for the keypad (A2)."""

from dataclasses import dataclass

from facilitator.domain.meeting import AnswerValue
from facilitator.domain.prompt import Choice, ChooseOne, Prompt, WriteText
from facilitator.domain.session import Step
from facilitator.engine.house.around import Around
from facilitator.engine.house.editor.advice import told
from facilitator.engine.house.editor.draft import changed, sketch_of, step_of
from facilitator.engine.house.editor.unfinished import typed_at
from facilitator.engine.house.room import Outcome, house_prompt
from facilitator.engine.scene import ready_lines
from facilitator.sessions.changes import SetStep
from facilitator.sessions.parse import CHOICE, PROMPT, TITLE
from facilitator.wording import editor as words
from facilitator.wording.library import ACTIVITIES

HINT_LETTERS = 120
MOST = {"title": TITLE, "text": PROMPT, "easy": PROMPT}
FROM_LIBRARY = {"title": 2, "text": 3, "easy": 4, "cue": 5}


def phrase_of(step: Step | None, key: str) -> str:
    """Return what stands at one of the keys of a step now."""
    if step is None:
        return ""
    return {
        "title": step.title,
        "text": step.words.text,
        "easy": step.words.easy,
        "hint": step.hint.text,
        "easy-hint": step.hint.easy,
        "cue": step.cue,
    }.get(key, "")


@dataclass(frozen=True, slots=True)
class Phrases:
    """Which of the words to change."""

    name: str
    step: str

    def prompt(self, around: Around) -> Prompt:
        """Return the kinds of words."""
        step = step_of(sketch_of(around, self.name), self.step)
        rows = words.PHRASE_ROWS.items()
        choices = (
            *(Choice(key, label) for key, label in rows),
            Choice("back", words.PHRASES_DONE),
        )
        title = phrase_of(step, "title") or words.NO_TITLE
        asked, shown = words.PHRASES_ASKED.format(title=title), ChooseOne(choices)
        return house_prompt("editor-phrases", words.TITLE, asked, shown)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Open one of them."""
        if value == "back":
            return Outcome(leave=1)
        return Outcome(enter=(Phrase(self.name, self.step, str(value)),))


@dataclass(frozen=True, slots=True)
class Phrase:
    """One line of words of a step. `key` is as a session file calls it."""

    name: str
    step: str
    key: str

    @property
    def line_place(self) -> str:
        """Where a line that is being written here belongs."""
        return f"{self.step}|{self.key}"

    def prompt(self, around: Around) -> Prompt:
        """Return ready phrases, the library's first where it fits, then a line."""
        step = step_of(sketch_of(around, self.name), self.step)
        now = typed_at(around, self.name, self.line_place) or phrase_of(step, self.key)
        most = MOST.get(self.key, HINT_LETTERS)
        ready = words.PHRASE_READY[self.key]
        told_by = ACTIVITIES.get(step.kind) if step else None
        if told_by and self.key in FROM_LIBRARY:
            likely = told_by[FROM_LIBRARY[self.key]]
            ready = tuple(dict.fromkeys((*((likely,) if len(likely) <= CHOICE else ()), *ready)))
        shown = WriteText(ready_lines(ready, words.LEAVE_IT), words.IN_OWN_WORDS, now, at_most=most)
        asked = words.PHRASE_ASKED[self.key]
        return house_prompt(f"editor-words-{self.key}", words.TITLE, asked, shown)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Keep it, and say what the reading checker thinks; a cue is an open question (C4)."""
        said = str(value)
        if said == words.LEAVE_IT:
            return Outcome(leave=1)
        is_easy = self.key in ("easy", "easy-hint")
        notice = told(said, is_easy=is_easy, is_cue=self.key == "cue")
        change = SetStep(self.step, self.key, said)
        what, place = words.PHRASE_KEPT, self.line_place
        return changed(around, self.name, change, what=what, notice=notice, place=place)
