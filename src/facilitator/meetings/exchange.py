"""Sessions out and in on the command line, as lines of words (C13)."""

from collections.abc import Sequence

from facilitator.domain.own_sessions import Lies
from facilitator.domain.records import Group
from facilitator.domain.session import Session
from facilitator.domain.sticks import CarriedOut, Trouble
from facilitator.engine.activities.registry import SPECS
from facilitator.engine.house.coming_in import arrival_lines
from facilitator.meetings.command_line import Told, problem_lines
from facilitator.meetings.own_sessions import own_sessions
from facilitator.ports.outside import OwnShelf
from facilitator.ports.sticks import Sticks
from facilitator.ports.storage import GroupBook
from facilitator.sessions.arriving import Arrival, coming
from facilitator.sessions.changes import CannotWrite
from facilitator.wording import spreading as words


def carried_out(session: Session, sticks: Sticks, folder: str) -> Told:
    """Write a session's own text into a folder; return where it is, or why it is not."""
    body = session.source.encode("utf-8", "backslashreplace")
    carried: CarriedOut = sticks.write(folder, session.id, body)
    if carried.trouble is not None:
        return Told((words.OUT_NOT, words.OUT_TROUBLE[carried.trouble]), is_fine=False)
    told = (words.OUT_WAS_THERE,) if carried.was_there else ()
    return Told((words.OUT_PATH.format(path=carried.path), *told))


def fetched(
    raw: bytes | Trouble,
    file: str,
    shipped: Sequence[Session],
    shelf: OwnShelf,
    book: GroupBook,
    group: Group,
) -> Told:
    """Keep a session with a group's own ones, whole or not at all; return what became of it.

    Raises NotSaved.
    """
    if isinstance(raw, Trouble):
        return Told((f"{file}: {words.IN_TROUBLE[raw]}", words.IN_UNCHANGED), is_fine=False)
    own = own_sessions(shelf, group.id)
    taken = {text.name for text in shelf.texts(group.id, Lies.SESSIONS)}
    found = coming(raw, file, SPECS, (*own, *shipped), taken)
    if not isinstance(found, Arrival):
        lines = dict.fromkeys((*problem_lines(found), words.IN_UNCHANGED))
        return Told(tuple(lines), is_fine=False)
    if found.is_known:
        return Told((words.IN_KNOWN.format(title=found.title), words.IN_UNCHANGED))
    try:
        source = found.source
    except CannotWrite:
        return Told((words.IN_NOT, words.IN_UNCHANGED), is_fine=False)
    if group not in book.groups():
        book.add_group(group)
    shelf.save(group.id, Lies.SESSIONS, found.id, source)
    done = words.IN_ID.format(title=found.title, id=found.id)
    return Told((*arrival_lines(found, easy=False), done))
