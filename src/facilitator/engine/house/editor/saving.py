"""Saving a draft as one of the group's own sessions: who made it is asked once (C12)."""

from dataclasses import dataclass

from facilitator.domain.meeting import AnswerValue
from facilitator.domain.own_sessions import Lies
from facilitator.domain.problems import Severity
from facilitator.domain.prompt import Choice, ChooseOne, Notice, Prompt, Tone, WriteText
from facilitator.engine.house.around import Around
from facilitator.engine.house.editor.draft import (
    free_name,
    names_taken,
    parsed,
    sketch_of,
    source_of,
)
from facilitator.engine.house.editor.head import lived_prompt
from facilitator.engine.house.editor.look import Look
from facilitator.engine.house.effects import DeleteOwn, SaveOwn, SettingOut
from facilitator.engine.house.room import Outcome, house_prompt
from facilitator.engine.house.setting_out import WhoSees
from facilitator.engine.scene import phrases
from facilitator.sessions.changes import AddLine, CannotWrite, Change, SetTop
from facilitator.wording import editor as words

MAKER_LETTERS = 40


def saving(around: Around, name: str) -> Outcome:
    """Return what comes of wanting to save: problems, who made it, or the saving itself."""
    found = parsed(source_of(around, name), name)
    if found.session is None:
        notice = Notice(words.SAVE_FIRST, Tone.CARE)
        return Outcome(enter=(Look(name, Severity.ERROR),), notice=notice)
    if around.own_text(Lies.SESSIONS, name) is None:
        return Outcome(enter=(WhoMade(name),))
    return _saved(around, name, name, (), leave=1)


def _saved(
    around: Around, name: str, session_id: str, changes: tuple[Change, ...], *, leave: int
) -> Outcome:
    from facilitator.sessions.writing import written  # noqa: PLC0415  only who edits loads tomlkit

    try:
        source = written(source_of(around, name), *changes)
    except CannotWrite:
        return Outcome(notice=Notice(words.CANNOT_CHANGE, Tone.CARE), refused=True)
    found = parsed(source, session_id).session
    held_as = found.id if found else session_id
    effects = (
        SaveOwn(Lies.SESSIONS, session_id, source),
        DeleteOwn(Lies.LINES, name),
        DeleteOwn(Lies.DRAFTS, name),
    )
    notice = Notice(words.SAVED, Tone.SAVED)
    return Outcome((Saved(held_as),), leave, effects, notice)


@dataclass(frozen=True, slots=True)
class WhoMade:
    """Who made it; asked at the first saving, added to whoever made what it grew out of."""

    name: str

    def prompt(self, around: Around) -> Prompt:
        """Return the group's own name first, then others, then a line."""
        ready = tuple(dict.fromkeys((around.group.name, *words.WHO_READY)))
        shown = WriteText(phrases(ready), words.WHO_OWN, at_most=MAKER_LETTERS)
        return house_prompt("editor-who", words.TITLE, words.WHO_ASKED, shown, hint=words.WHO_HINT)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Go on to how many."""
        return Outcome(enter=(HowManyLive(self.name, str(value)),))


@dataclass(frozen=True, slots=True)
class HowManyLive:
    """With how many people with lived experience it was made."""

    name: str
    maker: str

    def prompt(self, around: Around) -> Prompt:
        """Return a number to give."""
        return lived_prompt()

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Save it under a name made of its title."""
        session = sketch_of(around, self.name)
        taken = names_taken(around) - {self.name}
        session_id = free_name(session.title, taken)
        changes: tuple[Change, ...] = (
            SetTop("id", session_id),
            SetTop("lived-experience", int(str(value))),
        )
        if self.maker not in session.made_by:
            changes = (*changes, AddLine("", "made-by", self.maker))
        return _saved(around, self.name, session_id, changes, leave=3)


@dataclass(frozen=True, slots=True)
class Saved:
    """It is theirs now."""

    session_id: str

    def prompt(self, around: Around) -> Prompt:
        """Return what can come next."""
        choices = (Choice("hold", words.SAVED_HOLD), Choice("home", words.SAVED_HOME))
        return house_prompt("editor-saved", words.TITLE, words.SAVED_ASKED, ChooseOne(choices))

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Hold it, or go to the first screen."""
        if value == "hold":
            return Outcome(leave=-1, enter=(WhoSees(SettingOut(self.session_id)),))
        return Outcome(leave=-1)
