"""What goes into the group's book at the close, and what comes along to the next meeting."""

from collections.abc import Iterable

import msgspec

from facilitator.domain.cards import card_of
from facilitator.domain.events import Brought, ShelfShown
from facilitator.domain.meeting import Meeting
from facilitator.domain.plans import SessionPlan
from facilitator.domain.session import Session
from facilitator.domain.things import Things
from facilitator.engine import flow
from facilitator.engine.role_holding import kept_duties


def kept_by(meeting: Meeting) -> Things:
    """Return all that a meeting keeps; of whoever keeps less, or goes for good, nothing (S6)."""
    kept = kept_duties(meeting)
    for step in meeting.steps:
        kept = kept.and_(flow.kind_of(step).keeps(meeting, step))
    from facilitator.engine.activities.moving_on import leaving_for_good  # noqa: PLC0415  a start needs none of it (P1)

    leaving = leaving_for_good(meeting)
    less = (
        meeting.known_by(person)
        for person in meeting.people
        if person.keeps_less or person in leaving
    )
    return kept.without(one.id for one in kept.of(less))


def let_go_by(meeting: Meeting) -> frozenset[str]:
    """Return the ids of all that goes out of the group's book with this meeting."""
    gone = (flow.kind_of(step).lets_go(meeting, step) for step in meeting.steps)
    return frozenset().union(*gone)


def sorts_wanted(meeting: Meeting) -> frozenset[str]:
    """Return the sorts that the steps need and that did not come along yet."""
    wanted = frozenset().union(*(flow.kind_of(step).brings for step in meeting.steps))
    return wanted - meeting.sorts_brought


def brought_along(things: Things, sorts: frozenset[str], draw: str = "") -> Brought:
    """Return the event of bringing these sorts along.

    Notes come in the order in which they are drawn (C15): `draw` is chance from outside,
    any text that is another one each time.
    """
    brought = things.only(sorts)
    if len(brought.notes) > 1:
        notes = sorted(brought.notes, key=lambda note: _drawn(draw, note.id))
        brought = msgspec.structs.replace(brought, notes=tuple(notes))
    return Brought(brought, tuple(sorted(sorts)))


def _drawn(draw: str, note_id: str) -> str:
    from hashlib import sha256  # noqa: PLC0415  most starts draw nothing (P1)

    return sha256(f"{draw} {note_id}".encode()).hexdigest()


def wants_shelf(meeting: Meeting) -> bool:
    """Return whether a step needs the sessions that can be held, and they did not come yet."""
    kinds = (flow.kind_of(step) for step in meeting.steps)
    return not meeting.shelf and any(kind.brings_shelf for kind in kinds)


def shelf_shown(sessions: Iterable[Session]) -> ShelfShown:
    """Return the event of showing these sessions to the meeting (C11, C12)."""
    return ShelfShown(tuple(card_of(one) for one in sessions))


def planned_by(meeting: Meeting) -> tuple[SessionPlan, ...]:
    """Return the sessions that the group planned in this meeting (C12)."""
    return tuple(plan for step in meeting.steps for plan in flow.kind_of(step).plans(meeting, step))
