"""Everything in memory: for "nothing on this machine", for rehearsals, and for tests (S6)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from facilitator.domain.events import Event, MeetingStarted
from facilitator.domain.own_sessions import Lies, OwnText, can_be_name
from facilitator.domain.records import (
    Agreement,
    ClosedMeeting,
    Group,
    MeetingRow,
    Member,
    Unfinished,
    Ways,
)
from facilitator.domain.things import Things
from facilitator.ports.storage import NotSaved


def row_of(closed: ClosedMeeting) -> MeetingRow:
    """Return the index line of a closed meeting: ids, dates and counts, no words of people."""
    return MeetingRow(
        closed.id,
        closed.session_id,
        closed.session_title,
        closed.started_at,
        closed.closed_at,
        len(closed.people),
        len(closed.answers),
        closed.keep_until,
    )


@dataclass(slots=True)
class MemoryJournal:
    """The events of one meeting, on no disk."""

    events: list[Event] = field(default_factory=list)

    @property
    def is_short_of_room(self) -> bool:
        """No disk is used, so none can be full."""
        return False

    def append(self, events: Sequence[Event]) -> None:
        """Keep the events until the program ends."""
        self.events.extend(events)

    def close(self) -> None:
        """Nothing is held open."""


@dataclass(slots=True)
class MemoryMeetingStore:
    """ports.storage.MeetingStore in memory."""

    journals: dict[tuple[str, str], MemoryJournal] = field(default_factory=dict)
    closed: dict[tuple[str, str], ClosedMeeting] = field(default_factory=dict)
    deleted: dict[str, list[str]] = field(default_factory=dict)

    def start(self, group_id: str, meeting_id: str, *, on_disk: bool) -> MemoryJournal:
        """Begin a journal; one that is not for the disk is not listed as unfinished."""
        journal = MemoryJournal()
        if on_disk:
            self.journals[group_id, meeting_id] = journal
        return journal

    def unfinished(self, group_id: str) -> tuple[Unfinished, ...]:
        """Return the group's open meetings, newest first."""
        found = []
        for (group, meeting_id), journal in self.journals.items():
            first = journal.events[0] if journal.events else None
            if group == group_id and isinstance(first, MeetingStarted):
                title = first.title
                told = (title, first.at, first.keep, first.offset)
                found.append(Unfinished(meeting_id, group, *told))
        return tuple(sorted(found, key=lambda one: one.started_at, reverse=True))

    def resume(
        self, group_id: str, meeting_id: str
    ) -> tuple[MemoryJournal, tuple[Event, ...], bool]:
        """Open a journal again."""
        journal = self.journals[group_id, meeting_id]
        return journal, tuple(journal.events), False

    def rewrite_open(
        self, group_id: str, meeting_id: str, events: Sequence[Event]
    ) -> MemoryJournal:
        """Put these events in place of all that an open meeting holds."""
        journal = MemoryJournal(list(events))
        self.journals[group_id, meeting_id] = journal
        return journal

    def mend_open(self, group_id: str, meeting_id: str, events: Sequence[Event]) -> MemoryJournal:
        """Put these events in place of an open meeting whose own cannot be gone on with."""
        return self.rewrite_open(group_id, meeting_id, events)

    def close(self, closed: ClosedMeeting) -> None:
        """Keep the closed meeting instead of its journal."""
        self.closed[closed.group_id, closed.id] = closed
        self.journals.pop((closed.group_id, closed.id), None)

    def discard(self, group_id: str, meeting_id: str) -> None:
        """Forget an open or closed meeting."""
        self.journals.pop((group_id, meeting_id), None)
        if self.closed.pop((group_id, meeting_id), None) is not None:
            self.deleted.setdefault(group_id, []).append(meeting_id)

    def gone(self, group_id: str) -> tuple[str, ...]:
        """Return the ids of the closed meetings that were deleted."""
        return tuple(self.deleted.get(group_id, ()))

    def latest(self, group_id: str) -> MeetingRow | None:
        """Return the newest closed meeting's row."""
        return next(self.rows(group_id), None)

    def rows(self, group_id: str) -> Iterator[MeetingRow]:
        """Yield the closed meetings' rows, newest first."""
        kept = [row_of(one) for (group, _), one in self.closed.items() if group == group_id]
        yield from sorted(kept, key=lambda row: row.closed_at, reverse=True)

    def oldest(self, group_id: str) -> Iterator[MeetingRow]:
        """Yield the closed meetings' rows, oldest first."""
        yield from reversed(tuple(self.rows(group_id)))

    def read(self, group_id: str, meeting_id: str) -> ClosedMeeting | None:
        """Return one closed meeting."""
        return self.closed.get((group_id, meeting_id))

    def has(self, group_id: str, meeting_id: str) -> bool:
        """Whether a closed meeting is there."""
        return (group_id, meeting_id) in self.closed

    def rewrite(self, closed: ClosedMeeting) -> None:
        """Put a closed meeting in place of its older self; one that was deleted is back."""
        self.closed[closed.group_id, closed.id] = closed
        if closed.id in self.deleted.get(closed.group_id, ()):
            self.deleted[closed.group_id].remove(closed.id)


@dataclass(slots=True)
class MemoryGroupBook:
    """ports.storage.GroupBook in memory."""

    named: dict[str, Group] = field(default_factory=dict)
    people: dict[str, dict[str, Member]] = field(default_factory=dict)
    agreements: dict[str, list[Agreement]] = field(default_factory=dict)
    beside: dict[str, Things] = field(default_factory=dict)

    def groups(self) -> tuple[Group, ...]:
        """Return every group, in order of name."""
        return tuple(sorted(self.named.values(), key=lambda group: group.name.casefold()))

    def has_group(self, group_id: str) -> bool:
        """Whether the group was named before."""
        return group_id in self.named

    def add_group(self, group: Group) -> None:
        """Keep a group, new or changed."""
        self.named[group.id] = group

    def members(self, group_id: str) -> tuple[Member, ...]:
        """Return the members, in order of name."""
        known = self.people.get(group_id, {}).values()
        return tuple(sorted(known, key=lambda member: (member.name.casefold(), member.id)))

    def held_members(self, group_id: str) -> tuple[Member, ...]:
        """Return the members, in order of name."""
        return self.members(group_id)

    def save_member(self, group_id: str, member: Member) -> None:
        """Keep one member, new or changed."""
        self.people.setdefault(group_id, {})[member.id] = member

    def forget_member(self, group_id: str, member_id: str) -> None:
        """Take one member out."""
        self.people.get(group_id, {}).pop(member_id, None)

    def agreement(self, group_id: str) -> Agreement:
        """Return the agreement that stands."""
        versions = self.agreements.get(group_id)
        return versions[-1] if versions else Agreement()

    def save_agreement(self, group_id: str, agreement: Agreement) -> None:
        """Add a version."""
        self.agreements.setdefault(group_id, []).append(agreement)

    def older_agreements(self, group_id: str) -> tuple[Agreement, ...]:
        """Return the versions before the one that stands."""
        return tuple(self.agreements.get(group_id, [])[:-1])

    def keep_older_agreements(self, group_id: str, older: tuple[Agreement, ...]) -> None:
        """Let these be the older versions."""
        stands = self.agreements.get(group_id, [])[-1:]
        self.agreements[group_id] = [*older, *stands] if stands else []

    def put_aside(self, group_id: str) -> None:
        """Memory can always be read, so it stays."""

    def is_whole(self, group_id: str) -> bool:
        """Memory does not rot."""
        return True

    def things(self, group_id: str) -> Things:
        """Return what the group keeps beside."""
        return self.beside.get(group_id, Things())

    def keep_things(self, group_id: str, things: Things) -> None:
        """Keep these, new or changed."""
        self.beside[group_id] = self.things(group_id).and_(things)

    def let_go(self, group_id: str, ids: frozenset[str]) -> None:
        """Take the things with these ids out."""
        self.beside[group_id] = self.things(group_id).without(ids)


@dataclass(slots=True)
class MemorySettings:
    """ports.storage.Settings in memory."""

    ways: Ways = field(default_factory=Ways)
    is_whole: bool = True

    def read(self) -> Ways:
        """Return the ways."""
        return self.ways

    def save(self, ways: Ways) -> None:
        """Keep the ways."""
        self.ways = ways


@dataclass(slots=True)
class MemoryOwnShelf:
    """ports.outside.OwnShelf in memory."""

    held: dict[tuple[str, Lies], dict[str, str]] = field(default_factory=dict)

    def texts(self, group_id: str, lies: Lies) -> tuple[OwnText, ...]:
        """Return all, in order of name."""
        found = self.held.get((group_id, lies), {})
        return tuple(OwnText(name, found[name]) for name in sorted(found))

    def read(self, group_id: str, lies: Lies, name: str) -> str | None:
        """Return one text."""
        return self.held.get((group_id, lies), {}).get(name)

    def save(self, group_id: str, lies: Lies, name: str, source: str) -> None:
        """Keep one text, new or changed. Raises NotSaved for what cannot be a name."""
        if not can_be_name(name):
            raise NotSaved("failed")
        self.held.setdefault((group_id, lies), {})[name] = source

    def delete(self, group_id: str, lies: Lies, name: str) -> None:
        """Take one text away."""
        self.held.get((group_id, lies), {}).pop(name, None)
