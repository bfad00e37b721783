"""The first screen of a draft: everything that can be done with it, and how long it takes."""

from dataclasses import dataclass

from facilitator.domain.meeting import AnswerValue
from facilitator.domain.own_sessions import Lies
from facilitator.domain.problems import Severity
from facilitator.domain.prompt import Choice, ChooseOne, Notice, Prompt, Tone
from facilitator.engine.house.around import Around
from facilitator.engine.house.editor.draft import parsed, sketch_of, source_of, step_of, title_of
from facilitator.engine.house.editor.head import Head, HeadWords
from facilitator.engine.house.editor.look import Look
from facilitator.engine.house.editor.phrases import Phrase, Phrases
from facilitator.engine.house.editor.saving import saving
from facilitator.engine.house.editor.steps import OneStep, Steps
from facilitator.engine.house.editor.unfinished import line_of
from facilitator.engine.house.effects import DeleteOwn, Practise, UndoDraft
from facilitator.engine.house.gone import Gone
from facilitator.engine.house.room import Outcome, Room, house_prompt
from facilitator.sessions.honest_time import rounded, session_minutes
from facilitator.wording import editor as words

PEOPLE = (4, 8, 12)


@dataclass(frozen=True, slots=True)
class Bench:
    """What shall we do with it? The steps come first."""

    name: str

    def prompt(self, around: Around) -> Prompt:
        """Return the ways, with the honest time for three sizes of group (M17)."""
        session = sketch_of(around, self.name)
        four, eight, twelve = (rounded(session_minutes(session.steps, one)) for one in PEOPLE)
        line = line_of(around, self.name)
        choices = [Choice("line", words.GO_ON_LINE)] if line else []
        choices += [
            Choice("steps", words.STEPS),
            Choice("head", words.HEAD),
            Choice("look", words.LOOK),
            Choice("practise", words.PRACTISE),
            Choice("save", words.SAVE),
        ]
        if around.can_undo(self.name):
            choices.append(Choice("undo", words.UNDO))
        choices.append(Choice("stop", words.STOP))
        body = (
            *((words.LINE_WAITS.format(typed=line.typed),) if line else ()),
            words.BENCH_HAVE.format(minutes=session.minutes, steps=len(session.steps)),
            words.BENCH_TIME.format(four=four, eight=eight, twelve=twelve),
        )
        asked = words.BENCH_ASKED.format(title=title_of(session))
        shown, hint = ChooseOne(tuple(choices)), words.BENCH_SAFE
        return house_prompt("editor", words.TITLE, asked, shown, body=body, hint=hint)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Open the room, or do it."""
        match value:
            case "line":
                return Outcome(enter=_where_it_was(around, self.name))
            case "steps":
                return Outcome(enter=(Steps(self.name),))
            case "head":
                return Outcome(enter=(Head(self.name),))
            case "look":
                return Outcome(enter=(Look(self.name),))
            case "practise":
                return practised(around, self.name)
            case "save":
                return saving(around, self.name)
            case "undo":
                return Outcome(effects=(UndoDraft(self.name),))
            case _:
                return Outcome(enter=(Stop(self.name),))


def _where_it_was(around: Around, name: str) -> tuple[Room, ...]:
    """Return the room in which a line was being written, and those on the way to it."""
    line = line_of(around, name)
    step, _, key = line.place.partition("|") if line else ("", "", "")
    if not step:
        return (Head(name), HeadWords(name, key))
    if key not in words.PHRASE_ROWS or step_of(sketch_of(around, name), step) is None:
        return (Steps(name),)
    return (Steps(name), OneStep(name, step), Phrases(name, step), Phrase(name, step, key))


def practised(around: Around, name: str) -> Outcome:
    """Return the outcome of trying a draft; with an error in it that comes first."""
    source = source_of(around, name)
    found = parsed(source, name)
    if found.session is None:
        notice = Notice(words.CANNOT_PRACTISE, Tone.CARE)
        return Outcome(enter=(Look(name, Severity.ERROR),), notice=notice)
    return Outcome(effects=(Practise(source),), notice=Notice(words.PRACTICE, Tone.CALM))


@dataclass(frozen=True, slots=True)
class Stop:
    """Stopping keeps the draft; throwing it away is asked twice and can be undone."""

    name: str
    is_sure: bool = False

    def prompt(self, around: Around) -> Prompt:
        """Return the ways; the first keeps it for another day."""
        if self.is_sure:
            sure = ChooseOne((Choice("no", words.DELETE_NO), Choice("yes", words.DELETE_YES)))
            return house_prompt("editor-throw", words.TITLE, words.THROW_ASKED, sure)
        choices = (
            Choice("later", words.STOP_LATER),
            Choice("stay", words.STOP_STAY),
            Choice("throw", words.STOP_THROW),
        )
        body = (words.STOP_KEPT,)
        shown = ChooseOne(choices)
        return house_prompt("editor-stop", words.TITLE, words.STOP_ASKED, shown, body=body)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Leave the draft as it is, or let it go."""
        match value:
            case "later":
                return Outcome(leave=-1, notice=Notice(words.STOP_KEPT, Tone.SAVED))
            case "throw":
                return Outcome(leave=1, enter=(Stop(self.name, is_sure=True),))
            case "yes":
                gone = (DeleteOwn(Lies.LINES, self.name), DeleteOwn(Lies.DRAFTS, self.name))
                return Outcome(leave=2, enter=(Gone(words.DELETED),), effects=gone)
            case _:
                return Outcome(leave=1)
