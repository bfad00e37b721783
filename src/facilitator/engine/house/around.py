"""What the rooms can see of the program around them; the runner looks it up when asked."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Protocol

from facilitator.domain.meeting import Meeting
from facilitator.domain.own_sessions import Lies, OwnText
from facilitator.domain.records import (
    Agreement,
    ClosedMeeting,
    FrontEnd,
    Group,
    MeetingRow,
    Member,
    NotAsLeft,
    Seal,
    Unfinished,
    Ways,
)
from facilitator.domain.session import Resource, Session
from facilitator.domain.sticks import CarriedOut, Stick, Trouble
from facilitator.domain.things import Things

if TYPE_CHECKING:
    from facilitator.sessions.arriving import Coming


class Around(Protocol):
    """Everything outside the meeting that a prompt may speak of."""

    @property
    def groups(self) -> tuple[Group, ...]:
        """Every group on this machine."""

    @property
    def group(self) -> Group:
        """The group that is here now."""

    @property
    def sessions(self) -> tuple[Session, ...]:
        """The sessions that can be held: the group's own, then the most fitting first."""

    @property
    def unfinished(self) -> tuple[Unfinished, ...]:
        """The group's open meetings, newest first."""

    @property
    def latest(self) -> MeetingRow | None:
        """The newest closed meeting."""

    @property
    def members(self) -> tuple[Member, ...]:
        """The group's book."""

    @property
    def agreement(self) -> Agreement:
        """The group's agreement."""

    @property
    def older_agreements(self) -> tuple[Agreement, ...]:
        """Its versions before the one that stands."""

    @property
    def is_book_whole(self) -> bool:
        """Whether all that is kept of the group can be read (S3)."""

    @property
    def are_settings_whole(self) -> bool:
        """Whether the settings of this machine can be read, or there are none (S3)."""

    @property
    def things(self) -> Things:
        """What the group keeps beside members and agreement."""

    @property
    def sticks(self) -> tuple[Stick, ...]:
        """The USB sticks that are plugged in now (C13)."""

    @property
    def carried(self) -> CarriedOut | None:
        """What came of carrying a session out last."""

    @property
    def ways(self) -> Ways:
        """How the program is used now: by whoever has the turn, else by this machine."""

    @property
    def turn_name(self) -> str:
        """Whose turn at the keyboard it is, by name, or "" (A13)."""

    @property
    def has_new_ways(self) -> bool:
        """Whether whoever has the turn changed something that could be kept for them (A13)."""

    @property
    def can_size(self) -> bool:
        """Whether the letters of the window can be made larger from here (A5)."""

    @property
    def can_export(self) -> bool:
        """Whether words can be written into a file that stays on this machine (S8)."""

    @property
    def front_end(self) -> FrontEnd:
        """Which front end shows the prompts now."""

    @property
    def today(self) -> date:
        """Today's date, as the group says it is (M20)."""

    def now(self) -> datetime:
        """Return the time now, put right by what the group said of the date (M20)."""

    @property
    def help_now(self) -> tuple[Resource, ...]:
        """The help card, most urgent first."""

    @property
    def seal(self) -> Seal:
        """How the words of the group that is here lie on this machine (S9)."""

    @property
    def not_as_left(self) -> NotAsLeft:
        """What of the sealed group that is here is not as the program left it (S9)."""

    @property
    def can_seal(self) -> bool:
        """Whether a group can set a passphrase here."""

    @property
    def recovery(self) -> tuple[str, ...]:
        """The words of a recovery key that waits to be confirmed, or none."""

    @property
    def meeting(self) -> Meeting | None:
        """The meeting that is open now."""

    @property
    def is_rehearsal(self) -> bool:
        """Whether nothing is stored and the people are made up."""

    @property
    def is_kiosk(self) -> bool:
        """Whether this machine is only for Facilitator (S13)."""

    @property
    def leaving_word(self) -> str:
        """The lock of the word that closes the program there; "" while none is set."""

    def seal_of(self, group_id: str) -> Seal:
        """Return how the words of a group lie on this machine."""

    def session(self, session_id: str) -> Session | None:
        """Return one session."""

    def number_for(self, session: Session) -> int:
        """Return which meeting of the group the next one is, of those that it kept, from 1.

        0 where no step of the session needs to know it.
        """

    def own_texts(self, lies: Lies) -> tuple[OwnText, ...]:
        """Return what the group has written itself: its sessions, or its drafts (C12)."""

    def own_text(self, lies: Lies, name: str) -> str | None:
        """Return one of these texts, or None."""

    def stick_at(self, path: str) -> Stick | None:
        """Return the folder that somebody typed, or None."""

    def stick_files(self, folder: str) -> tuple[str, ...] | Trouble:
        """Return the names of the session files in a folder outside."""

    def coming(self, folder: str, name: str) -> "Coming | Trouble":
        """Return what a session file outside would be here, or all that is wrong with it."""

    def can_undo(self, name: str) -> bool:
        """Whether there is a change to this draft that can be taken back (A16)."""

    def past(self, start: int, count: int) -> tuple[MeetingRow, ...]:
        """Return closed meetings, newest first, from the start-th on."""

    def closed(self, meeting_id: str) -> ClosedMeeting | None:
        """Return one closed meeting."""
