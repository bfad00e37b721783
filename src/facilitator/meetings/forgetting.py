"""Forgetting, and its undo: what goes is held in memory until its screen is left (S8, A16)."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import Protocol

from facilitator.domain import commands
from facilitator.domain.events import Brought, Event, Keep, MeetingStarted
from facilitator.domain.meeting import Meeting, Participant
from facilitator.domain.own_sessions import Lies, OwnText
from facilitator.domain.person_names import is_same
from facilitator.domain.records import Agreement, ClosedMeeting, Member
from facilitator.domain.things import Things
from facilitator.engine.activities.moving_on import file_stem
from facilitator.engine.activities.registry import SPECS
from facilitator.engine.apply import begin, replay
from facilitator.engine.decide import decide
from facilitator.engine.forgetting import events_without
from facilitator.engine.own_lines import of_closed
from facilitator.engine.story_export import FILES as STORY_FILES
from facilitator.meetings.closing import forgotten
from facilitator.ports.exports import Exports, Written
from facilitator.ports.outside import OwnShelf
from facilitator.ports.storage import GroupBook, MeetingStore, NotSaved
from facilitator.sessions.parse import parse


class RecordPorts(Protocol):
    """What forgetting needs of the ports: meetings, the book, the exports folder."""

    @property
    def store(self) -> MeetingStore:
        """The meetings."""

    @property
    def book(self) -> GroupBook:
        """The members."""

    @property
    def exports(self) -> Exports:
        """The exports folder."""


@dataclass(frozen=True, slots=True)
class Records:
    """Just these three, as the command line has them."""

    store: MeetingStore
    book: GroupBook
    exports: Exports


@dataclass(frozen=True, slots=True)
class Undo:
    """What a deletion took away."""

    group_id: str
    closed: ClosedMeeting | None = None
    members: tuple[Member, ...] = ()
    things: Things = field(default_factory=Things)
    files: tuple[Written, ...] = ()
    events: tuple[Event, ...] = ()  # of the open meeting, as they were
    more: tuple["Undo", ...] = ()  # of other closed meetings
    set_aside: tuple[tuple[str, tuple[Event, ...]], ...] = ()  # unfinished ones, by id
    own: tuple[tuple[Lies, OwnText], ...] = ()
    agreed: tuple[Agreement, ...] = ()  # the older versions, as they were


def forget_meeting(ports: RecordPorts, group_id: str, meeting_id: str) -> Undo:
    """Delete a meeting, who did what there, and its files. Raises NotSaved.

    What somebody shared there who is no member goes along: by nothing else could they be found.
    """
    closed = ports.store.read(group_id, meeting_id)
    set_aside = () if closed else _set_aside(ports, group_id, meeting_id)
    # Last what the others are found by: a deletion that was refused can be asked for again.
    files = ports.exports.take_away(group_id, meeting_id)
    held = ports.book.things(group_id)
    known = set(closed.known_by.values()) if closed else set()
    known -= {one.id for one in ports.book.held_members(group_id)} if known else set()
    things = Things(
        duties=tuple(one for one in held.duties if one.meeting == meeting_id),
        strengths=tuple(one for one in held.strengths if one.owner in known),
    )
    if things:
        ports.book.let_go(group_id, frozenset(one.id for one in things))
    ports.store.discard(group_id, meeting_id)
    return Undo(group_id, closed, things=things, files=files, set_aside=set_aside)


def _set_aside(
    ports: RecordPorts, group_id: str, meeting_id: str
) -> tuple[tuple[str, tuple[Event, ...]], ...]:
    """Return what a meeting holds that was not finished; nothing of one that cannot be read."""
    if all(one.id != meeting_id for one in ports.store.unfinished(group_id)):
        return ()
    with suppress(NotSaved):
        journal, happened, _ = ports.store.resume(group_id, meeting_id)
        journal.close()
        return ((meeting_id, tuple(happened)),)
    return ()


def forget_member(ports: RecordPorts, group_id: str, known_by: str) -> Undo:
    """Take a member out of the book. Raises NotSaved."""
    files = ports.exports.take_away(group_id, file_stem(known_by))
    members, things, stories = _out_of_the_book(ports, group_id, {known_by})
    return Undo(group_id, members=members, things=things, files=(*files, *stories))


def forget_everywhere(ports: RecordPorts, group_id: str, known_by: str, but: str = "") -> Undo:
    """Take somebody out of every meeting of the group and out of the book (C15, S8).

    `but` is the id of a meeting that is left alone. Raises NotSaved.
    """
    more = tuple(_out_of_closed(ports, group_id, known_by))
    set_aside = tuple(_out_of_unfinished(ports, group_id, known_by, but))
    files = ports.exports.take_away(group_id, file_stem(known_by))
    # The book last: somebody is found by it when a deletion is asked for again.
    members, things, stories = _out_of_the_book(ports, group_id, {known_by}, but)
    files = (*files, *stories)
    return Undo(group_id, None, members, things, files, more=more, set_aside=set_aside)


def _out_of_closed(ports: RecordPorts, group_id: str, known_by: str) -> Iterator[Undo]:
    for row in tuple(ports.store.rows(group_id)):
        closed = ports.store.read(group_id, row.id)
        for name in _names_in(closed, known_by):
            if closed is None:
                continue
            stem = f"{closed.id}-{of_closed(closed, name).person or 'words'}"
            before, files = closed, ports.exports.take_away(group_id, stem)
            closed = forgotten(closed, name)
            ports.store.rewrite(closed)
            yield Undo(group_id, before, files=files)


def _names_in(closed: ClosedMeeting | None, known_by: str) -> tuple[str, ...]:
    known = closed.known_by.items() if closed else ()
    return tuple(name for name, one in known if one == known_by)


def _out_of_unfinished(
    ports: RecordPorts, group_id: str, known_by: str, but: str
) -> Iterator[tuple[str, tuple[Event, ...]]]:
    for row in ports.store.unfinished(group_id):
        if row.id == but:
            continue
        journal, happened, _ = ports.store.resume(group_id, row.id)
        journal.close()
        meeting = meeting_of(happened)
        people = meeting.people if meeting else ()
        for person in people:
            if meeting is not None and meeting.known_by(person) == known_by:
                fewer = without_person(happened, meeting, person)
                ports.store.rewrite_open(group_id, row.id, fewer).close()
                yield row.id, happened


def let_go(ports: RecordPorts, group_id: str, ids: frozenset[str]) -> Undo:
    """Take things out of the book. Raises NotSaved."""
    gone = ports.book.things(group_id).among(ids)
    files = story_files(ports, group_id, gone)
    set_aside = _out_of_set_aside(ports, group_id, ids)
    ports.book.let_go(group_id, ids)
    return Undo(group_id, things=gone, files=files, set_aside=set_aside)


def let_agreements_go(ports: RecordPorts, group_id: str, stay: tuple[Agreement, ...]) -> Undo:
    """Let only these of the older versions of the agreement stay (S7). Raises NotSaved."""
    before = ports.book.older_agreements(group_id)
    ports.book.keep_older_agreements(group_id, stay)
    return Undo(group_id, agreed=before)


def change_stories(ports: RecordPorts, group_id: str, things: Things) -> Undo:
    """Let these stand in the place of what has their ids; files of stories go. Raises NotSaved."""
    before = ports.book.things(group_id).among(one.id for one in things)
    files = story_files(ports, group_id, before)
    ports.book.keep_things(group_id, things)
    return Undo(group_id, things=before, files=files)


def _out_of_set_aside(
    ports: RecordPorts, group_id: str, ids: frozenset[str], but: str = ""
) -> tuple[tuple[str, tuple[Event, ...]], ...]:
    """Let what goes be gone from what came along to meetings that are set aside too.

    Else somebody could still be shown a note there that was taken back. `but` is the id of
    a meeting that is seen to elsewhere. Returns the meetings that changed, as they were, by
    id. Raises NotSaved.
    """
    changed = []
    for one in ports.store.unfinished(group_id) if ids else ():
        if one.id == but:
            continue
        journal, happened, _ = ports.store.resume(group_id, one.id)
        journal.close()
        fewer = tuple(
            replace(event, things=event.things.without(ids))
            if isinstance(event, Brought)
            else event
            for event in happened
        )
        if fewer != happened:
            ports.store.rewrite_open(group_id, one.id, fewer).close()
            changed.append((one.id, tuple(happened)))
    return tuple(changed)


def story_files(ports: RecordPorts, group_id: str, gone: Things) -> tuple[Written, ...]:
    """Take away every file of stories, since one that goes may stand in any. Raises NotSaved."""
    return ports.exports.take_away(group_id, STORY_FILES) if gone.stories else ()


def delete_own(shelf: OwnShelf, group_id: str, lies: Lies, name: str) -> Undo:
    """Take a session or draft of the group's own away. Raises NotSaved."""
    source = shelf.read(group_id, lies, name)
    shelf.delete(group_id, lies, name)
    return Undo(group_id, own=() if source is None else ((lies, OwnText(name, source)),))


def forget_in_closed(ports: RecordPorts, closed: ClosedMeeting, name: str) -> Undo:
    """Take one person out of a closed meeting, its exports and the book. Raises NotSaved."""
    group_id, own = closed.group_id, of_closed(closed, name)
    ids = _ids_in_the_book(ports, closed, name)
    members, things, more = _out_of_the_book(ports, group_id, ids)
    stem = f"{closed.id}-{own.person or 'words'}"
    files = ports.exports.take_away(group_id, stem)
    ports.store.rewrite(forgotten(closed, name))  # last, as above
    return Undo(group_id, closed, members, things, (*files, *more))


def _ids_in_the_book(ports: RecordPorts, closed: ClosedMeeting, name: str) -> set[str]:
    """Return by which ids the book knows somebody: another of the same name is left alone (M9).

    A meeting that was closed before these ids were kept knows people by their names alone.
    Raises NotSaved.
    """
    if closed.known_by.get(name):
        return {closed.known_by[name]}
    held = ports.book.held_members(closed.group_id)
    by_name = {one.id for one in held if is_same(one.name, name)}
    return {*by_name, f"{closed.id}-{of_closed(closed, name).person}"}


def without_person(
    happened: Sequence[Event], meeting: Meeting, person: Participant
) -> tuple[Event, ...]:
    """Return the events of an open meeting as if this person had never come (S8)."""
    decided = decide(meeting, commands.Leave(person.id))
    left = decided if isinstance(decided, tuple) else ()
    return events_without((*happened, *left), replay(meeting, left), person.id)


def out_of_the_book(
    ports: RecordPorts, meeting: Meeting, person: Participant
) -> tuple[tuple[Member, ...], Things, tuple[Written, ...]]:
    """Take somebody of the open meeting out of the book; return what was there. Raises NotSaved."""
    if meeting.keep is Keep.NOTHING and not person.member:
        return (), Things(), ()  # nothing of them can be there, and the group may be locked (S9)
    ids = {meeting.known_by(person)}
    return _out_of_the_book(ports, meeting.group_id, ids, but=meeting.id)


def people_in_open(ports: RecordPorts, group_id: str, meeting_id: str) -> dict[str, str]:
    """Return the people of a meeting that is set aside: the id in the book, by name.

    Raises NotSaved.
    """
    journal, happened, _ = ports.store.resume(group_id, meeting_id)
    journal.close()
    meeting = meeting_of(happened)
    return {one.name: meeting.known_by(one) for one in meeting.people} if meeting else {}


def forget_in_open(ports: RecordPorts, group_id: str, meeting_id: str, name: str) -> bool:
    """Take one person out of a meeting that is set aside; return whether they were in it.

    Raises NotSaved.
    """
    journal, happened, _ = ports.store.resume(group_id, meeting_id)
    journal.close()
    meeting = meeting_of(happened)
    people = meeting.people if meeting else ()
    person = next((one for one in people if one.name == name), None)
    if meeting is None or person is None:
        return False
    out_of_the_book(ports, meeting, person)
    fewer = without_person(happened, meeting, person)
    ports.store.rewrite_open(group_id, meeting_id, fewer).close()  # last, as above
    return True


def meeting_of(happened: Sequence[Event]) -> Meeting | None:
    """Return the meeting that these events make, or None when they do not begin one."""
    first = happened[0] if happened else None
    if not isinstance(first, MeetingStarted):
        return None
    session = parse(first.session_source, "", SPECS).session
    if session is None:
        return None
    from facilitator.engine.sound import replayed  # noqa: PLC0415  a start needs none of it (P1)

    return replayed(begin(first, session), happened[1:]).meeting


def bring_back(ports: RecordPorts, undo: Undo) -> None:
    """Put back what a deletion took from files and book. Raises NotSaved."""
    if undo.closed is not None:
        ports.store.rewrite(undo.closed)
    for member in undo.members:
        ports.book.save_member(undo.group_id, member)
    if undo.agreed:
        ports.book.keep_older_agreements(undo.group_id, undo.agreed)
    if undo.things:
        ports.book.keep_things(undo.group_id, undo.things)
    for name, body in undo.files:
        ports.exports.write(undo.group_id, name, body)
    for meeting_id, happened in undo.set_aside:
        ports.store.rewrite_open(undo.group_id, meeting_id, happened).close()
    # The last that was taken was read before the others of the same meeting were.
    for one in reversed(undo.more):
        bring_back(ports, one)


def _out_of_the_book(
    ports: RecordPorts, group_id: str, ids: Iterable[str], but: str = ""
) -> tuple[tuple[Member, ...], Things, tuple[Written, ...]]:
    """Members go, all that tells of them, and files in which their stories may be (S8)."""
    gone = frozenset(ids)
    found = tuple(one for one in ports.book.held_members(group_id) if one.id in gone)
    things = ports.book.things(group_id).of(gone)
    files = story_files(ports, group_id, things)
    if things:
        theirs = frozenset(one.id for one in things)
        _out_of_set_aside(ports, group_id, theirs, but)
        ports.book.let_go(group_id, theirs)
    for one in sorted(gone) if found or things else ():
        ports.book.forget_member(group_id, one)
    return found, things, files
