"""The group's own sessions among those that can be held: its own come first (C12, M19)."""

from functools import lru_cache

from facilitator.domain.own_sessions import Lies
from facilitator.domain.session import Session
from facilitator.engine.activities.registry import SPECS
from facilitator.ports.outside import OwnShelf
from facilitator.sessions.parse import parse


@lru_cache(maxsize=64)
def _read(source: str, name: str) -> Session | None:
    """Parsed once for each text: a text that changed is another one."""
    return parse(source, f"{name}.toml", SPECS).session


def own_sessions(shelf: OwnShelf, group_id: str) -> tuple[Session, ...]:
    """Return the group's sessions that read without an error, in order of title."""
    texts = shelf.texts(group_id, Lies.SESSIONS)
    found = {one.id: one for one in (_read(text.source, text.name) for text in texts) if one}
    return tuple(sorted(found.values(), key=lambda one: (one.title, one.id)))


def own_session(shelf: OwnShelf, group_id: str, session_id: str) -> Session | None:
    """Return the group's session with this id, or None; the file of that name comes first."""
    source = shelf.read(group_id, Lies.SESSIONS, session_id)
    named = _read(source, session_id) if source is not None else None
    if named is not None and named.id == session_id:
        return named
    return next((one for one in own_sessions(shelf, group_id) if one.id == session_id), None)


def groups_with(
    shelf: OwnShelf, group_ids: tuple[str, ...], session_id: str
) -> tuple[tuple[str, Session], ...]:
    """Return which of these groups have a session with this id, each with the session."""
    found = ((one, own_session(shelf, one, session_id)) for one in group_ids)
    return tuple((group_id, session) for group_id, session in found if session is not None)
