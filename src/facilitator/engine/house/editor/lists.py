"""The sessions of our own and the drafts; what a new one starts from (C12)."""

from dataclasses import dataclass

from facilitator.domain.meeting import AnswerValue
from facilitator.domain.own_sessions import Lies
from facilitator.domain.prompt import Acknowledge, Choice, ChooseOne, Notice, Prompt, Tone
from facilitator.engine.fitting import fitted
from facilitator.engine.house.around import Around
from facilitator.engine.house.editor.bench import Bench
from facilitator.engine.house.editor.draft import free_name, names_taken, parsed, title_of
from facilitator.engine.house.effects import ChangeDraft, DeleteOwn, SettingOut
from facilitator.engine.house.gone import Gone
from facilitator.engine.house.room import Outcome, Room, house_prompt
from facilitator.engine.house.setting_out import WhoSees, about_lines
from facilitator.sessions.changes import CannotWrite, SetTop
from facilitator.wording import editor as words
from facilitator.wording import house
from facilitator.wording import session_problems as problems


@dataclass(frozen=True, slots=True)
class OwnSessions:
    """Drafts to go on with, sessions of our own, and a new one."""

    def prompt(self, around: Around) -> Prompt:
        """Return drafts first: whoever was cut short finds theirs at once (M7)."""
        drafts = [
            Choice(f"draft:{one.name}", fitted(words.GO_ON_DRAFT.format(title=_title(one.source))))
            for one in around.own_texts(Lies.DRAFTS)
        ]
        own = [
            Choice(f"own:{one.name}", fitted(_title(one.source)))
            for one in around.own_texts(Lies.SESSIONS)
        ]
        new, back = Choice("new", words.NEW), Choice("back", words.LIST_BACK)
        shown = ChooseOne((*drafts, new, *own, back))
        asked, hint = words.LIST_ASKED, words.LIST_HINT
        return house_prompt("own-sessions", words.LIST, asked, shown, hint=hint)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Open it."""
        sort, _, name = str(value).partition(":")
        match sort:
            case "draft":
                return Outcome(enter=(_opened(around, Lies.DRAFTS, name) or Bench(name),))
            case "own":
                return Outcome(enter=(_opened(around, Lies.SESSIONS, name) or OneOwn(name),))
            case "new":
                return Outcome(enter=(StartFrom(),))
            case _:
                return Outcome(leave=1)


def _title(source: str) -> str:
    sketch = parsed(source, "").sketch
    return title_of(sketch) if sketch else words.NO_TITLE


def _opened(around: Around, lies: Lies, name: str) -> Room | None:
    """Return the room that says why this one cannot be changed here; None when it can."""
    source = around.own_text(lies, name)
    if source is None:
        return CannotChange(words.CANNOT_GONE)
    found = parsed(source, name)
    if found.sketch is not None:
        return None
    first = found.problems[0]
    newer = problems.NEWER.partition("{")[0]
    if first.key == "format" and first.sentence.startswith(newer):
        return CannotChange(words.CANNOT_NEWER)
    return CannotChange(words.CANNOT_READ.format(line=max(1, first.line)))


@dataclass(frozen=True, slots=True)
class CannotChange:
    """A newer format, or no session at all: said, and nothing changed."""

    why: str

    def prompt(self, around: Around) -> Prompt:
        """Return why."""
        shown = Acknowledge(words.CANNOT_BACK)
        return house_prompt(
            "cannot-change", words.LIST, words.CANNOT_ASKED, shown, body=(self.why,)
        )

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Go back."""
        return Outcome(leave=1)


@dataclass(frozen=True, slots=True)
class StartFrom:
    """Which session a new one grows out of, or none."""

    def prompt(self, around: Around) -> Prompt:
        """Return every session that can be held, then an empty one."""
        choices = (
            *(Choice(one.id, one.title) for one in around.sessions),
            Choice("@empty", words.START_EMPTY),
        )
        asked, hint = words.START_ASKED, words.START_HINT
        return house_prompt("start-from", words.LIST, asked, ChooseOne(choices), hint=hint)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Make the draft, and open it."""
        if value == "@empty":
            return emptied(around)
        return copied(around, str(value))


def changing(around: Around, session_id: str) -> Outcome:
    """Return what comes of changing a session that is looked at: our own, or a copy of it."""
    for one in around.own_texts(Lies.SESSIONS):
        found = parsed(one.source, one.name).session
        if found is not None and found.id == session_id:
            return reopened(around, one.name)
    return copied(around, session_id)


def copied(around: Around, session_id: str, *, leave: int = 1) -> Outcome:
    """Return the outcome of making a draft out of a session; where it came from is kept (C13)."""
    from facilitator.sessions.writing import written  # noqa: PLC0415  only who edits loads tomlkit

    session = around.session(session_id)
    if session is None:
        return Outcome(notice=Notice(words.CANNOT_GONE, Tone.CARE), refused=True)
    name = free_name(session.title, names_taken(around))
    try:
        source = written(session.source, SetTop("id", name), SetTop("derived-from", session.id))
    except CannotWrite:
        return Outcome(notice=Notice(words.CANNOT_CHANGE, Tone.CARE), refused=True)
    return Outcome((Bench(name),), leave, (ChangeDraft(name, source, ""),))


def emptied(around: Around) -> Outcome:
    """Return the outcome of beginning a draft with nothing in it."""
    from facilitator.sessions.writing import empty  # noqa: PLC0415  only who edits loads tomlkit

    name = free_name(words.TITLE, names_taken(around))
    return Outcome((Bench(name),), 1, (ChangeDraft(name, empty(words.TITLE, name), ""),))


def reopened(around: Around, name: str) -> Outcome:
    """Return the outcome of changing one of our own: a draft of it, or the one that is there."""
    source = around.own_text(Lies.SESSIONS, name) or ""
    has_draft = around.own_text(Lies.DRAFTS, name) is not None
    effects = () if has_draft else (ChangeDraft(name, source, ""),)
    return Outcome((Bench(name),), 1, effects)


@dataclass(frozen=True, slots=True)
class OneOwn:
    """One session of our own: hold it, change it, make another out of it, delete it."""

    name: str

    def prompt(self, around: Around) -> Prompt:
        """Return what it says of itself."""
        found = parsed(around.own_text(Lies.SESSIONS, self.name) or "", self.name)
        choices = [Choice("change", words.ONE_CHANGE)]
        if found.session is not None:
            choices.append(Choice("hold", house.SESSION_HOLD))
            choices.append(Choice("copy", words.ONE_COPY))
        choices += [Choice("delete", words.ONE_DELETE), Choice("back", words.LIST_BACK)]
        sketch = found.sketch
        body = about_lines(sketch, easy=around.ways.easy) if sketch else ()
        asked = title_of(sketch) if sketch else words.NO_TITLE
        return house_prompt("one-own", words.LIST, asked, ChooseOne(tuple(choices)), body=body)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Do it; deleting says first what goes."""
        found = parsed(around.own_text(Lies.SESSIONS, self.name) or "", self.name)
        match value:
            case "change":
                return reopened(around, self.name)
            case "hold" if found.session is not None:
                return Outcome(enter=(WhoSees(SettingOut(found.session.id)),))
            case "copy" if found.session is not None:
                return copied(around, found.session.id)
            case "delete":
                return Outcome(leave=1, enter=(DeleteOne(Lies.SESSIONS, self.name),))
            case _:
                return Outcome(leave=1)


@dataclass(frozen=True, slots=True)
class DeleteOne:
    """Deleting a session or a draft says first what goes, and can be undone (A16)."""

    lies: Lies
    name: str

    def prompt(self, around: Around) -> Prompt:
        """Return the two answers; the first keeps it."""
        choices = (Choice("no", words.DELETE_NO), Choice("yes", words.DELETE_YES))
        source = around.own_text(self.lies, self.name) or ""
        asked = words.THROW_ASKED
        if self.lies is Lies.SESSIONS:
            asked = words.DELETE_ASKED.format(title=_title(source))
        return house_prompt("delete-own", words.LIST, asked, ChooseOne(choices))

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Let it go, or leave it."""
        if value == "yes":
            gone = Gone(words.DELETED)
            return Outcome(leave=1, enter=(gone,), effects=(DeleteOwn(self.lies, self.name),))
        return Outcome(leave=1)
