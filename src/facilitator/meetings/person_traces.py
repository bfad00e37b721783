"""Where a group keeps anything under one name, and letting all of it go (S8)."""

from collections.abc import Iterator

import msgspec

from facilitator.domain.person_names import is_same
from facilitator.engine.own_lines import of_closed
from facilitator.meetings import forgetting
from facilitator.meetings.closing import forgotten
from facilitator.meetings.forgetting import RecordPorts


class PersonTraces(msgspec.Struct, frozen=True):
    """What is kept under a name: as it is written, by which ids, in how many meetings.

    `unnumbered` are closed meetings that hold the name and no id for it, as older files do:
    each as its id and the name.
    """

    names: tuple[str, ...] = ()
    ids: frozenset[str] = frozenset()
    unnumbered: tuple[tuple[str, str], ...] = ()
    meetings: int = 0


class _Trace(msgspec.Struct, frozen=True):
    """One place: the name there, the id in the book or "", the meeting or ""."""

    name: str
    known_by: str
    meeting_id: str = ""


def traces_of(ports: RecordPorts, group_id: str, name: str) -> PersonTraces:
    """Return everything under this name, in any form of it. Raises NotSaved."""
    found = [one for one in _all(ports, group_id) if is_same(one.name, name)]
    return PersonTraces(
        tuple(dict.fromkeys(one.name for one in found)),
        frozenset(one.known_by for one in found if one.known_by),
        tuple((one.meeting_id, one.name) for one in found if not one.known_by),
        len({one.meeting_id for one in found} - {""}),
    )


def _all(ports: RecordPorts, group_id: str) -> Iterator[_Trace]:
    for member in ports.book.held_members(group_id):
        yield _Trace(member.name, member.id)
    for thing in ports.book.things(group_id):
        if thing.owner:
            yield _Trace(thing.name, thing.owner)
    for unfinished in ports.store.unfinished(group_id):
        people = forgetting.people_in_open(ports, group_id, unfinished.id)
        for name, known_by in people.items():
            yield _Trace(name, known_by, unfinished.id)
    for row in tuple(ports.store.rows(group_id)):
        closed = ports.store.read(group_id, row.id)
        for name in closed.people if closed else ():
            yield _Trace(name, closed.known_by.get(name, "") if closed else "", row.id)


def forget_traces(ports: RecordPorts, group_id: str, traces: PersonTraces) -> None:
    """Let all of it go, the book last. Raises NotSaved."""
    for meeting_id, name in traces.unnumbered:
        closed = ports.store.read(group_id, meeting_id)
        if closed is not None and name in closed.people:
            stem = f"{closed.id}-{of_closed(closed, name).person or 'words'}"
            ports.exports.take_away(group_id, stem)
            ports.store.rewrite(forgotten(closed, name))
    for known_by in sorted(traces.ids):
        forgetting.forget_everywhere(ports, group_id, known_by)
