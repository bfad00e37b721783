"""What a room asks of the runner: the only things in the house that have an effect outside."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from facilitator.domain import commands
from facilitator.domain.events import Keep, SeenBy
from facilitator.domain.own_sessions import Lies
from facilitator.domain.records import FrontEnd, Group, Ways
from facilitator.domain.things import Things


@dataclass(frozen=True, slots=True)
class SettingOut:
    """What is known of a meeting before its first event; nothing of it is written (S6)."""

    session_id: str
    seen_by: SeenBy = SeenBy.PERSON
    people: int = 0
    changes: tuple[commands.Command, ...] = ()
    keep: Keep = Keep.TODAY


@dataclass(frozen=True, slots=True)
class StartMeeting:
    """Begin a meeting with the group that is here."""

    plan: SettingOut


@dataclass(frozen=True, slots=True)
class ResumeMeeting:
    """Open an unfinished meeting again (M7); `after_fault` where nobody asked for it (S13)."""

    meeting_id: str
    after_fault: bool = False


@dataclass(frozen=True, slots=True)
class Tell:
    """Ask something of the open meeting."""

    command: commands.Command


@dataclass(frozen=True, slots=True)
class SetAside:
    """Leave the open meeting as it is, to go on later."""


@dataclass(frozen=True, slots=True)
class ForgetMeeting:
    """Delete a meeting for good (S8)."""

    meeting_id: str


@dataclass(frozen=True, slots=True)
class KeepMeetingOn:
    """Keep a meeting until another day (S7)."""

    meeting_id: str
    until: date


@dataclass(frozen=True, slots=True)
class KeepMemberOn:
    """Keep what is kept of a member, from today on (S7)."""

    member_id: str


@dataclass(frozen=True, slots=True)
class ForgetMember:
    """Take a member out of the group's book (S7, S8)."""

    member_id: str


@dataclass(frozen=True, slots=True)
class ForgetEverywhere:
    """Take everything of a member out of the book and of all meetings (C15, S8)."""

    member_id: str


@dataclass(frozen=True, slots=True)
class AskLater:
    """Ask no more about this until the next start; `kept_id` is a meeting's or a member's."""

    kept_id: str


@dataclass(frozen=True, slots=True)
class ForgetPerson:
    """Take everything of one person out of a meeting, and out of the book (S8).

    `meeting_id` is "" for the open meeting.
    """

    meeting_id: str
    name: str


@dataclass(frozen=True, slots=True)
class KeepThings:
    """Write these things into the group's book, new or changed."""

    things: Things


@dataclass(frozen=True, slots=True)
class LetGo:
    """Take the things with these ids out of the group's book (S8, A16)."""

    ids: frozenset[str]


@dataclass(frozen=True, slots=True)
class ChangeStories:
    """Put these in the place of stories; files that may hold the older ones go (C8, A16)."""

    things: Things


@dataclass(frozen=True, slots=True)
class SaveOwn:
    """Write one of the group's own sessions or drafts, new or changed (C12)."""

    lies: Lies
    name: str
    source: str


@dataclass(frozen=True, slots=True)
class DeleteOwn:
    """Take one of the group's own sessions or drafts away, if it is there (C12, A16)."""

    lies: Lies
    name: str


@dataclass(frozen=True, slots=True)
class CarrySession:
    """Write a session into a folder outside; what came of it is in `around.carried` (C13)."""

    session_id: str
    folder: str


@dataclass(frozen=True, slots=True)
class ChangeDraft:
    """Write a draft at once; `what` says in words what changed, for whoever takes it back."""

    name: str
    source: str
    what: str


@dataclass(frozen=True, slots=True)
class UndoDraft:
    """Take the last change to a draft back (A16)."""

    name: str


@dataclass(frozen=True, slots=True)
class Practise:
    """Walk through a session with made-up people, and come back here; nothing is kept."""

    source: str


@dataclass(frozen=True, slots=True)
class BringBack:
    """Undo the last deletion, while its confirming screen is there (A16)."""


@dataclass(frozen=True, slots=True)
class WriteWords:
    """Write these lines into the exports folder; `name` is the file's (S8).

    `said` is the sentence that tells where it is, with {path} in it; "" is the usual one.
    """

    name: str
    body: str
    said: str = ""


@dataclass(frozen=True, slots=True)
class WriteSlip:
    """Write the evening slip of a closed meeting, and that the group said yes to it (C16)."""

    meeting_id: str
    shape: str


@dataclass(frozen=True, slots=True)
class SaveWays:
    """Use these ways: for the turn of whoever has one, else for this machine, and kept (A13)."""

    ways: Ways


@dataclass(frozen=True, slots=True)
class KeepOwnWays:
    """Keep the ways of whoever has the turn, with their yes; else ask no more (A13, A18)."""

    kept: bool


@dataclass(frozen=True, slots=True)
class ReadOwnWords:
    """Let the voice say this person's own words too, for this turn; "" is nobody's (A12)."""

    giver: str


@dataclass(frozen=True, slots=True)
class SaveGroup:
    """Write a group, new or changed, and use it."""

    group: Group


@dataclass(frozen=True, slots=True)
class SetCoverWord:
    """Keep the salted hash of the word that takes the cover away; "" is no word (S12)."""

    word: str


@dataclass(frozen=True, slots=True)
class UseGroup:
    """Let another group be here."""

    group_id: str


@dataclass(frozen=True, slots=True)
class SetToday:
    """The group says which day it is (M20)."""

    today: date


@dataclass(frozen=True, slots=True)
class SwitchTo:
    """Go on in the other front end (A24)."""

    front_end: FrontEnd


class SealWish(StrEnum):
    """What a room wants of the seal of the group that is here (S9)."""

    OPEN = "open"  # with a passphrase, or be refused
    OPEN_BY_WORDS = "open-by-words"  # with the words of the recovery key, or be refused
    PREPARE = "prepare"  # make keys ready; nothing is written before they are confirmed
    DROP = "drop"  # forget the keys that were made ready
    PUT_ON = "put-on"  # seal the group with them
    CHANGE = "change"  # let another passphrase open it from now on
    LOCK = "lock"  # let go of its keys while a cover lies over its words (S12)


@dataclass(frozen=True, slots=True)
class AskSeal:
    """Do something with the seal of the group that is here; `typed` is a passphrase or words."""

    wish: SealWish
    typed: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class SetLeavingWord:
    """Let only this word close the program from now on; "" is none. Its hash is kept (S13)."""

    word: str


@dataclass(frozen=True, slots=True)
class EndProgram:
    """Close the program."""


Effect = (
    StartMeeting
    | ResumeMeeting
    | Tell
    | SetAside
    | ForgetMeeting
    | KeepMeetingOn
    | KeepMemberOn
    | ForgetMember
    | ForgetEverywhere
    | AskLater
    | ForgetPerson
    | KeepThings
    | LetGo
    | ChangeStories
    | SaveOwn
    | DeleteOwn
    | CarrySession
    | ChangeDraft
    | UndoDraft
    | Practise
    | BringBack
    | WriteWords
    | WriteSlip
    | SaveWays
    | KeepOwnWays
    | ReadOwnWords
    | SaveGroup
    | SetCoverWord
    | UseGroup
    | SetToday
    | SwitchTo
    | AskSeal
    | SetLeavingWord
    | EndProgram
)

KeptEffect = (
    ForgetMeeting
    | ForgetMember
    | ForgetEverywhere
    | ForgetPerson
    | KeepThings
    | LetGo
    | ChangeStories
    | SaveOwn
    | DeleteOwn
    | CarrySession
    | ChangeDraft
    | UndoDraft
    | BringBack
    | KeepMeetingOn
    | KeepMemberOn
    | AskLater
    | WriteWords
    | WriteSlip
)
"""What is done with things that are kept: meetings.kept_things does these."""
