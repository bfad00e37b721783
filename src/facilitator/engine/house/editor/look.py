"""Looking a draft over: each problem in words, with its step, and a way to the place (S15)."""

from dataclasses import dataclass

from facilitator.domain.meeting import AnswerValue
from facilitator.domain.own_sessions import Lies
from facilitator.domain.problems import Problem, Severity
from facilitator.domain.prompt import Choice, ChooseOne, Prompt
from facilitator.domain.session import Session
from facilitator.engine.house.around import Around
from facilitator.engine.house.editor.draft import (
    MISSING,
    changed,
    free_name,
    parsed,
    source_of,
    step_of,
    steps_of,
)
from facilitator.engine.house.editor.head import Head, HeadWords, HowLong, HowManyMade
from facilitator.engine.house.editor.lines import Lines
from facilitator.engine.house.editor.phrases import Phrase
from facilitator.engine.house.editor.steps import OneStep, Steps
from facilitator.engine.house.editor.timing import HowRound, Minutes
from facilitator.engine.house.room import Outcome, Room, house_prompt
from facilitator.sessions.changes import SetStep
from facilitator.wording import editor as words
from facilitator.wording import session_problems as problems

SAID = {
    problems.MISSING: "missing",
    problems.EMPTY: "missing",
    problems.NO_STEPS: "no-steps",
    problems.NOT_MADE_WITH: "not-made-with",
}


@dataclass(frozen=True, slots=True)
class Look:
    """One problem at a time. `severity` ERROR leaves the advice out."""

    name: str
    severity: Severity | None = None
    number: int = 0

    def prompt(self, around: Around) -> Prompt:
        """Return the problem, where it is, and whether it must be mended."""
        found, session = self._found(around)
        if not found:
            return house_prompt(
                "editor-look", words.TITLE, words.LOOK_FINE,
                ChooseOne((Choice("back", words.LOOK_DONE),)),
            )  # fmt: skip
        at = min(self.number, len(found) - 1)
        one = found[at]
        handle, key = _place(one, session)
        choices = [Choice("go", words.LOOK_GO)]
        if one.sentence == problems.TWICE.format(id=_id(session, handle)) or key == "id":
            choices = [Choice("new-id", words.LOOK_NEW_ID)]
        if at + 1 < len(found):
            choices.append(Choice("next", words.LOOK_NEXT))
        choices.append(Choice("back", words.LOOK_DONE))
        is_error = one.severity is Severity.ERROR
        means = words.LOOK_MUST if is_error else words.LOOK_MAY
        body = tuple(part for part in (_said(one, session), one.suggestion, means) if part)
        where = _where(session, handle, key)
        asked = words.LOOK_ONE.format(number=at + 1, of=len(found), where=where)
        shown = ChooseOne(tuple(choices))
        return house_prompt("editor-look", words.TITLE, asked, shown, body=body)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Go to the place, or to the next problem."""
        found, session = self._found(around)
        if value == "back" or not found:
            return Outcome(leave=1)
        at = min(self.number, len(found) - 1)
        if value == "next":
            return Outcome(leave=1, enter=(Look(self.name, self.severity, at + 1),))
        handle, key = _place(found[at], session)
        if value == "new-id":
            ids = frozenset(one.id for one in session.steps)
            step = step_of(session, handle)
            fresh = free_name(step.kind if step else "", ids)
            change = SetStep(handle, "id", fresh)
            return changed(around, self.name, change, what=words.LOOK_NEW_ID + ".", leave=0)
        return Outcome(enter=(_room(self.name, handle, key, session),))

    def _found(self, around: Around) -> tuple[tuple[Problem, ...], Session]:
        read = parsed(source_of(around, self.name), self.name)
        # The first saving asks who made it: before that there is nothing to go and mend.
        asks_yet = around.own_text(Lies.SESSIONS, self.name) is None
        found = tuple(
            one
            for one in read.problems
            if self.severity in (None, one.severity)
            and not (asks_yet and one.sentence == problems.NOT_MADE_WITH)
        )
        return found, read.sketch or MISSING


def _place(problem: Problem, session: Session) -> tuple[str, str]:
    """Return the step that a problem belongs to, or "", and the key in it."""
    parts = problem.key.split(".")
    if parts[0] != "steps" or len(parts) == 1:
        return "", problem.key
    known = dict(steps_of(session))
    handle = parts[1]
    if handle.isdecimal() and handle not in known:
        handle = f"@{int(handle) + 1}"
    if handle not in known:
        # Of two steps with one id the second is the one to mend.
        ids = [(one, step.id) for one, step in steps_of(session)]
        handle = next((one for one, step_id in reversed(ids) if step_id == handle), "")
    return handle, ".".join(parts[2:])


def _id(session: Session, handle: str) -> str:
    step = step_of(session, handle)
    return step.id if step else ""


def _where(session: Session, handle: str, key: str) -> str:
    step = step_of(session, handle)
    return (step.title or words.NO_TITLE) if step else words.WHERE_ALL


def _said(problem: Problem, session: Session) -> str:
    sentence = words.SAYS[SAID[problem.sentence]] if problem.sentence in SAID else problem.sentence
    for at, step in reversed(tuple(enumerate(session.steps))):
        sentence = sentence.replace(f"steps.{at}", step.title)
    return sentence


def _room(name: str, handle: str, key: str, session: Session) -> Room:
    """Return the room where this can be mended, or the nearest one."""
    top = key.split(".")
    if not handle:
        return _head(name, top)
    match top:
        case [("text" | "easy" | "title" | "hint" | "easy-hint" | "cue") as one]:
            return Phrase(name, handle, one)
        case ["minutes" | "seconds-each"]:
            return Minutes(name, handle)
        case ["round" | "size"]:
            return HowRound(name, handle)
        case ["settings", one, *_]:
            return Lines(name, handle, one)
        case _:
            return OneStep(name, handle)


def _head(name: str, key: list[str]) -> Room:
    match key:
        case ["steps", *_]:
            return Steps(name)
        case ["title"]:
            return HeadWords(name, "title")
        case ["minutes"]:
            return HowLong(name)
        case ["lived-experience"]:
            return HowManyMade(name)
        case ["about", ("text" | "easy") as one]:
            return HeadWords(name, one)
        case ["about"]:
            return HeadWords(name, "text")
        case _:
            return Head(name)
