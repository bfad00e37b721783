"""Ports for everything that is kept: meetings, the group's book, settings."""

from collections.abc import Iterator, Sequence
from typing import Protocol

from facilitator.domain.events import Event
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


class NotSaved(Exception):  # noqa: N818  it is a word for the person, not a programming error
    """Nothing of this was written; what was saved before is unharmed (S2).

    `reason` is "full", "read-only", "failed", or "unread" where something could not even
    be read and so was not written over.
    """

    def __init__(self, reason: str) -> None:
        """Keep the reason, one of "full", "read-only", "failed" and "unread"."""
        super().__init__(reason)
        self.reason = reason


class Journal(Protocol):
    """The append-only events of one meeting."""

    @property
    def is_short_of_room(self) -> bool:
        """Whether there is hardly any room left where the meeting is kept (S2)."""

    def append(self, events: Sequence[Event]) -> None:
        """Write the events as one record; return only when they are on the disk (S1).

        Raises NotSaved; then none of them is there, now or after a restart.
        """

    def close(self) -> None:
        """Let go of the file. Nothing is deleted."""


class MeetingStore(Protocol):
    """Meetings of all groups: journals while they are open, one file each when closed."""

    def start(self, group_id: str, meeting_id: str, *, on_disk: bool) -> Journal:
        """Begin a journal; with `on_disk` false it lives in memory alone (S6)."""

    def unfinished(self, group_id: str) -> tuple[Unfinished, ...]:
        """Return the group's open meetings, newest first, readable or not."""

    def resume(self, group_id: str, meeting_id: str) -> tuple[Journal, tuple[Event, ...], bool]:
        """Open a journal again: it, all its events, and whether something was put aside (S3)."""

    def rewrite_open(self, group_id: str, meeting_id: str, events: Sequence[Event]) -> Journal:
        """Put these events in place of all that an open meeting holds, and open it (S8).

        What was put aside of it goes too. Raises NotSaved; then it is all as before.
        """

    def mend_open(self, group_id: str, meeting_id: str, events: Sequence[Event]) -> Journal:
        """Put these events in place of an open meeting whose own cannot be gone on with (S3).

        What it held is copied aside first. Raises NotSaved; then it is all as before.
        """

    def close(self, closed: ClosedMeeting) -> None:
        """Write the closed file, verify it, add the index line, only then drop the journal."""

    def discard(self, group_id: str, meeting_id: str) -> None:
        """Delete an open or closed meeting and its index line for good.

        A closed one is logged by its id alone (S7).
        """

    def gone(self, group_id: str) -> tuple[str, ...]:
        """Return the ids of the closed meetings that were deleted, the first one first (S7)."""

    def latest(self, group_id: str) -> MeetingRow | None:
        """Return the newest closed meeting's row, read from the end of the index (P4)."""

    def rows(self, group_id: str) -> Iterator[MeetingRow]:
        """Yield the closed meetings' rows, newest first."""

    def oldest(self, group_id: str) -> Iterator[MeetingRow]:
        """Yield the closed meetings' rows, oldest first, reading no more than is taken (P4)."""

    def read(self, group_id: str, meeting_id: str) -> ClosedMeeting | None:
        """Return one closed meeting, or None when it is not there or not readable."""

    def has(self, group_id: str, meeting_id: str) -> bool:
        """Whether a closed meeting is there, readable or not: so that it can be let go (S8)."""

    def rewrite(self, closed: ClosedMeeting) -> None:
        """Put a closed meeting in place of its older self, as when somebody is forgotten (S8).

        One that was deleted is back with it, and out of the log.
        """


class GroupBook(Protocol):
    """The groups on this machine; each one's members and agreement (M19)."""

    def groups(self) -> tuple[Group, ...]:
        """Return every group, in order of name."""

    def has_group(self, group_id: str) -> bool:
        """Whether the group was named before. Raises NotSaved where that cannot be read now."""

    def add_group(self, group: Group) -> None:
        """Make a group's folder and write its name."""

    def members(self, group_id: str) -> tuple[Member, ...]:
        """Return the members, each of whom said yes, in order of name."""

    def held_members(self, group_id: str) -> tuple[Member, ...]:
        """Return the members before some of them are changed.

        Raises NotSaved where they cannot be read now: nobody is then taken for unknown.
        """

    def save_member(self, group_id: str, member: Member) -> None:
        """Write one member, new or changed."""

    def forget_member(self, group_id: str, member_id: str) -> None:
        """Take one member out for good, and what was put aside of the book (S8)."""

    def agreement(self, group_id: str) -> Agreement:
        """Return the agreement that stands; an empty one when none was made."""

    def save_agreement(self, group_id: str, agreement: Agreement) -> None:
        """Add a version; older ones stay (C1)."""

    def older_agreements(self, group_id: str) -> tuple[Agreement, ...]:
        """Return the versions before the one that stands, the oldest first."""

    def keep_older_agreements(self, group_id: str, older: tuple[Agreement, ...]) -> None:
        """Let these be the older versions; the one that stands stays (S7). Raises NotSaved."""

    def put_aside(self, group_id: str) -> None:
        """Move a book that cannot be read away, so that a new one can begin (S3).

        One that can be read stays. Raises NotSaved, also where the group has a passphrase.
        """

    def is_whole(self, group_id: str) -> bool:
        """Return whether all that is kept of the group can be read; a shut one waits (S3)."""

    def things(self, group_id: str) -> Things:
        """Return what the group keeps beside members and agreement, none while it is shut."""

    def keep_things(self, group_id: str, things: Things) -> None:
        """Write these in one move; one takes the place of the one with its id. Raises NotSaved."""

    def let_go(self, group_id: str, ids: frozenset[str]) -> None:
        """Take the things with these ids out for good. Raises NotSaved."""


class Settings(Protocol):
    """The settings of this machine."""

    @property
    def is_whole(self) -> bool:
        """Whether all that is kept of them can be read (S3)."""

    def read(self) -> Ways:
        """Return the ways that are kept; the defaults when there are none."""

    def save(self, ways: Ways) -> None:
        """Keep these ways. Raises NotSaved."""
