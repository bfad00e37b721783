"""A draft as the rooms of the editor see it, and how they change it."""

from facilitator.domain.ids import id_of
from facilitator.domain.own_sessions import LONGEST_NAME, Lies
from facilitator.domain.prompt import Notice, Tone
from facilitator.domain.session import Session, Step, Words
from facilitator.engine.activities.registry import SPECS
from facilitator.engine.house.around import Around
from facilitator.engine.house.editor.unfinished import typed_at
from facilitator.engine.house.effects import ChangeDraft, DeleteOwn, Effect
from facilitator.engine.house.room import Outcome, Room
from facilitator.sessions.changes import CannotWrite, Change, known_by
from facilitator.sessions.parse import Parsed, parse
from facilitator.wording import editor as words

MISSING = Session("", "", 0, Words(""), ())


def source_of(around: Around, name: str) -> str:
    """Return the text of a draft; "" when there is none."""
    return around.own_text(Lies.DRAFTS, name) or ""


def parsed(source: str, name: str) -> Parsed:
    """Return what comes of a text."""
    return parse(source, f"{name}.toml", SPECS)


def sketch_of(around: Around, name: str) -> Session:
    """Return what can be read of a draft, however much is still wrong with it."""
    return parsed(source_of(around, name), name).sketch or MISSING


def steps_of(session: Session) -> tuple[tuple[str, Step], ...]:
    """Return the steps, each with what it is known by: its id, or @ and its place in doubt."""
    names = known_by([step.id for step in session.steps])
    return tuple(zip(names, session.steps, strict=True))


def step_of(session: Session, handle: str) -> Step | None:
    """Return the step that is known by this, or None."""
    return dict(steps_of(session)).get(handle)


def title_of(session: Session) -> str:
    """Return what a session is called, or that it has no name yet."""
    return session.title or words.NO_TITLE


def changed(
    around: Around,
    name: str,
    *changes: Change,
    what: str,
    leave: int = 1,
    enter: tuple[Room, ...] = (),
    notice: Notice | None = None,
    place: str = "",
) -> Outcome:
    """Return the outcome of changing a draft: it is on the disk before the next prompt (M7).

    `what` says in words what has changed; `place` is where a line was written, which is
    handed in now. What cannot be changed here is refused, and
    the draft is as it was.
    """
    from facilitator.sessions.writing import written  # noqa: PLC0415  only who edits loads tomlkit

    try:
        source = written(source_of(around, name), *changes)
    except CannotWrite:
        return Outcome(notice=Notice(words.CANNOT_CHANGE, Tone.CARE), refused=True)
    if too_much := _too_much(source, name):
        return Outcome(notice=Notice(too_much, Tone.CARE), refused=True)
    told = notice or Notice(what, Tone.SAVED)
    effects: tuple[Effect, ...] = (ChangeDraft(name, source, what),)
    if place and typed_at(around, name, place):
        effects = (*effects, DeleteOwn(Lies.LINES, name))
    return Outcome(enter, leave, effects, told)


def _too_much(source: str, name: str) -> str:
    """Return why a text is more than a session may hold, or "": it could not be opened again."""
    found = parsed(source, name)
    return "" if found.sketch is not None else found.problems[0].sentence


def free_name(title: str, taken: frozenset[str]) -> str:
    """Return an id made of a title, with a number where it is taken: small letters and hyphens."""
    return id_of(title, taken, otherwise="our-session", at_most=LONGEST_NAME)


def names_taken(around: Around) -> frozenset[str]:
    """Return every id and file name that a session of this group cannot have any more."""
    texts = (*around.own_texts(Lies.SESSIONS), *around.own_texts(Lies.DRAFTS))
    return frozenset((*(one.name for one in texts), *(one.id for one in around.sessions)))
