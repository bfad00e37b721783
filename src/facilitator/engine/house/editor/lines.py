"""The ready lines of a step, and what to have ready for the session."""

import tomllib
from dataclasses import dataclass
from typing import get_origin

import msgspec

from facilitator.domain.meeting import AnswerValue
from facilitator.domain.prompt import Choice, ChooseOne, Prompt, WriteText
from facilitator.domain.session import Session
from facilitator.domain.text import cleaned
from facilitator.engine.activities.registry import SPECS
from facilitator.engine.fitting import fitted
from facilitator.engine.house.around import Around
from facilitator.engine.house.editor.advice import told
from facilitator.engine.house.editor.draft import (
    changed,
    sketch_of,
    source_of,
    step_of,
    steps_of,
)
from facilitator.engine.house.room import Outcome, house_prompt
from facilitator.engine.scene import ready_lines
from facilitator.sessions.changes import AddLine, CannotWrite, DropLine, place_of, tables
from facilitator.sessions.parse import CHOICE
from facilitator.wording import editor as words
from facilitator.wording import roles

POINT_LETTERS = 160


def list_keys(kind: str) -> tuple[str, ...]:
    """Return the lists that a kind has in its settings, as a session file calls them."""
    spec = SPECS.get(kind)
    fields = msgspec.structs.fields(spec.settings) if spec else ()
    return tuple(one.encode_name for one in fields if get_origin(one.type) is tuple)


def named(session: Session, step: str, key: str) -> dict[str, str] | None:
    """Return what a list of ids may hold, each with its name; None for a list of words."""
    if key == "show":
        return {one.id: one.label for one in session.resources}
    if key == "roles":
        return dict(roles.NAMES)
    if key != "steps":
        return None
    handles = [handle for handle, _ in steps_of(session)]
    later = session.steps[handles.index(step) + 1 :] if step in handles else ()
    return {one.id: one.title for one in later}


def lines_of(around: Around, name: str, step: str, key: str) -> tuple[str, ...]:
    """Return the lines that stand in the file, too long ones as well."""
    try:
        read = tomllib.loads(source_of(around, name))
        holder = tables(read, "steps")[place_of(read, step)].get("settings") if step else read
    except (CannotWrite, ValueError, RecursionError, OverflowError):
        return ()
    found = holder.get(key) if isinstance(holder, dict) else None
    return tuple(one for one in found if isinstance(one, str)) if isinstance(found, list) else ()


@dataclass(frozen=True, slots=True)
class WhichLines:
    """Which of the lists of a step."""

    name: str
    step: str

    def prompt(self, around: Around) -> Prompt:
        """Return the lists that its kind has."""
        step = step_of(sketch_of(around, self.name), self.step)
        keys = list_keys(step.kind) if step else ()
        choices = (
            *(Choice(key, words.LINES_ROWS.get(key, key)) for key in keys),
            Choice("@back", words.PHRASES_DONE),
        )
        return house_prompt("editor-lists", words.TITLE, words.LINES_WHICH, ChooseOne(choices))

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Open it."""
        if value == "@back":
            return Outcome(leave=1)
        return Outcome(enter=(Lines(self.name, self.step, str(value)),))


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of one list: add one, or choose one to take it out. Without a step: the top's."""

    name: str
    step: str
    key: str

    def prompt(self, around: Around) -> Prompt:
        """Return the lines after a way to add one."""
        lines = lines_of(around, self.name, self.step, self.key)
        names = named(sketch_of(around, self.name), self.step, self.key) or {}
        rows = (
            Choice(f"line-{at}", fitted(names.get(line, cleaned(line))))
            for at, line in enumerate(lines)
        )
        choices = (
            Choice("add", words.LINE_ADD),
            *rows,
            Choice("back", words.LINE_BACK),
        )
        told_as = words.LINES_ROWS if self.step else words.HEAD_ROWS
        what = told_as.get(self.key, self.key)
        body = () if lines else (words.LINES_NONE,)
        asked = words.LINES_ASKED.format(what=what)
        return house_prompt(
            f"editor-lines-{self.key}", words.TITLE, asked, ChooseOne(choices), body=body
        )

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Add or take out; undo brings it back."""
        chosen = str(value)
        if chosen == "add":
            return Outcome(enter=(NewLine(self.name, self.step, self.key),))
        lines = lines_of(around, self.name, self.step, self.key)
        at = chosen.removeprefix("line-")
        if not at.isdecimal() or int(at) >= len(lines):
            return Outcome(leave=1)
        change = DropLine(self.step, self.key, lines[int(at)])
        return changed(around, self.name, change, what=words.LINE_DROPPED, leave=0)


@dataclass(frozen=True, slots=True)
class NewLine:
    """One more line."""

    name: str
    step: str
    key: str

    def prompt(self, around: Around) -> Prompt:
        """Return what others often say, then a line; of ids, those that there are."""
        session = sketch_of(around, self.name)
        taken = lines_of(around, self.name, self.step, self.key)
        names = named(session, self.step, self.key)
        if names is not None:
            left = (Choice(one, fitted(label)) for one, label in names.items() if one not in taken)
            back = Choice("@back", words.LINE_BACK)
            return house_prompt(
                "editor-named", words.TITLE, words.LINE_ASKED, ChooseOne((*left, back))
            )
        likely = words.NEEDS_READY if self.key == "needs" else words.LINE_READY
        ready = tuple(one for one in likely if one not in taken) or likely[:1]
        most = POINT_LETTERS if "points" in self.key else CHOICE
        shown = WriteText(ready_lines(ready, words.LEAVE_IT), words.IN_OWN_WORDS, at_most=most)
        return house_prompt(f"editor-line-{self.key}", words.TITLE, words.LINE_ASKED, shown)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Keep it."""
        if value == "@back":
            return Outcome(leave=1)
        said = str(value)
        if said == words.LEAVE_IT:
            return Outcome(leave=1)
        change = AddLine(self.step, self.key, said)
        is_id = named(sketch_of(around, self.name), self.step, self.key) is not None
        is_easy = self.key.startswith("easy-")
        notice = None if is_id else told(said, is_easy=is_easy)
        return changed(around, self.name, change, what=words.LINE_ADDED, notice=notice)
