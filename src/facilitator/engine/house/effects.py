"""What a room asks of the runner: the only things in the house that have an effect outside.

They are structs, since as dataclasses they take a tenth of every start (P1).
"""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

import msgspec

from facilitator.domain import commands
from facilitator.domain.events import Keep, SeenBy
from facilitator.domain.own_sessions import Lies
from facilitator.domain.records import Agreement, FrontEnd, Group, Ways
from facilitator.domain.things import Things


@dataclass(frozen=True, slots=True)
class SettingOut:
    """What is known of a meeting before its first event; nothing of it is written (S6)."""

    session_id: str
    seen_by: SeenBy = SeenBy.PERSON
    people: int = 0
    changes: tuple[commands.Command, ...] = ()
    keep: Keep = Keep.TODAY


class StartMeeting(msgspec.Struct, frozen=True):
    """Begin a meeting with the group that is here."""

    plan: SettingOut


class ResumeMeeting(msgspec.Struct, frozen=True):
    """Open an unfinished meeting again (M7); `after_fault` where nobody asked for it (S13)."""

    meeting_id: str
    after_fault: bool = False


class Tell(msgspec.Struct, frozen=True):
    """Ask something of the open meeting."""

    command: commands.Command


class SetAside(msgspec.Struct, frozen=True):
    """Leave the open meeting as it is, to go on later."""


class KeepFromNow(msgspec.Struct, frozen=True):
    """Let this machine keep less of the open meeting at once, or more from now on (S6)."""

    keep: Keep


class DropMeeting(msgspec.Struct, frozen=True):
    """Let the open meeting go, in which nothing was said yet: it was begun by mistake (M22)."""


class ForgetMeeting(msgspec.Struct, frozen=True):
    """Delete a meeting for good (S8)."""

    meeting_id: str


class KeepMeetingOn(msgspec.Struct, frozen=True):
    """Keep a meeting until another day (S7)."""

    meeting_id: str
    until: date


class KeepMemberOn(msgspec.Struct, frozen=True):
    """Keep what is kept of a member, from today on (S7)."""

    member_id: str


class ForgetMember(msgspec.Struct, frozen=True):
    """Take a member out of the group's book (S7, S8)."""

    member_id: str


class ForgetEverywhere(msgspec.Struct, frozen=True):
    """Take everything of a member out of the book and of all meetings (C15, S8)."""

    member_id: str


class AskLater(msgspec.Struct, frozen=True):
    """Ask no more about this until the next start; `kept_id` is a meeting's or a member's."""

    kept_id: str


class ForgetPerson(msgspec.Struct, frozen=True):
    """Take everything of one person out of a meeting, and out of the book (S8).

    `meeting_id` is "" for the open meeting.
    """

    meeting_id: str
    name: str


class KeepThings(msgspec.Struct, frozen=True):
    """Write these things into the group's book, new or changed."""

    things: Things


class SaveAgreement(msgspec.Struct, frozen=True):
    """Let this be the group's agreement from now on, as a new version (C1)."""

    agreement: Agreement


class KeepOlderAgreements(msgspec.Struct, frozen=True):
    """Let these be the older versions of the group's agreement; the others go (S7, A16)."""

    older: tuple[Agreement, ...]


class PutBookAside(msgspec.Struct, frozen=True):
    """Move a book of the group that cannot be read away, so that a new one can begin (S3)."""


class LetGo(msgspec.Struct, frozen=True):
    """Take the things with these ids out of the group's book (S8, A16)."""

    ids: frozenset[str]


class ChangeStories(msgspec.Struct, frozen=True):
    """Put these in the place of stories; files that may hold the older ones go (C8, A16)."""

    things: Things


class SaveOwn(msgspec.Struct, frozen=True):
    """Write one of the group's own sessions or drafts, new or changed (C12)."""

    lies: Lies
    name: str
    source: str


class DeleteOwn(msgspec.Struct, frozen=True):
    """Take one of the group's own sessions or drafts away, if it is there (C12, A16)."""

    lies: Lies
    name: str


class CarrySession(msgspec.Struct, frozen=True):
    """Write a session into a folder outside; what came of it is in `around.carried` (C13)."""

    session_id: str
    folder: str


class ChangeDraft(msgspec.Struct, frozen=True):
    """Write a draft at once; `what` says in words what changed, for whoever takes it back."""

    name: str
    source: str
    what: str


class UndoDraft(msgspec.Struct, frozen=True):
    """Take the last change to a draft back (A16)."""

    name: str


class Practise(msgspec.Struct, frozen=True):
    """Walk through a session with made-up people, and come back here; nothing is kept."""

    source: str


class BringBack(msgspec.Struct, frozen=True):
    """Undo the last deletion, while its confirming screen is there (A16)."""


class WriteWords(msgspec.Struct, frozen=True):
    """Write these lines into the exports folder; `name` is the file's (S8).

    `said` is the sentence that tells where it is, with {path} in it; "" is the usual one.
    """

    name: str
    body: str
    said: str = ""


class WriteSlip(msgspec.Struct, frozen=True):
    """Write the evening slip of a closed meeting, and that the group said yes to it (C16)."""

    meeting_id: str
    shape: str


class SaveWays(msgspec.Struct, frozen=True):
    """Use these ways: for the turn of whoever has one, else for this machine, and kept (A13)."""

    ways: Ways


class KeepOwnWays(msgspec.Struct, frozen=True):
    """Keep the ways of whoever has the turn, with their yes; else ask no more (A13, A18)."""

    kept: bool


class ReadOwnWords(msgspec.Struct, frozen=True):
    """Let the voice say this person's own words too, for this turn; "" is nobody's (A12)."""

    giver: str


class SaveGroup(msgspec.Struct, frozen=True):
    """Write a group, new or changed, and use it."""

    group: Group


class SetCoverWord(msgspec.Struct, frozen=True):
    """Keep the salted hash of the word that takes the cover away; "" is no word (S12)."""

    word: str


class UseGroup(msgspec.Struct, frozen=True):
    """Let another group be here."""

    group_id: str


class SetToday(msgspec.Struct, frozen=True):
    """The group says which day it is (M20)."""

    today: date


class SwitchTo(msgspec.Struct, frozen=True):
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
    TAKE_AS_IS = "take-as-is"  # what is not as it was left is fine; `typed` is a meeting or all
    LOCK = "lock"  # let go of its keys while a cover lies over its words (S12)


@dataclass(frozen=True, slots=True)
class AskSeal:
    """Do something with the seal of the group that is here.

    `typed` is a passphrase, the words of the recovery key, or the id of a meeting.
    """

    wish: SealWish
    typed: str = field(default="", repr=False)


class SetLeavingWord(msgspec.Struct, frozen=True):
    """Let only this word close the program from now on; "" is none. Its hash is kept (S13)."""

    word: str


class EndProgram(msgspec.Struct, frozen=True):
    """Close the program."""


Effect = (
    StartMeeting
    | ResumeMeeting
    | Tell
    | SetAside
    | DropMeeting
    | KeepFromNow
    | ForgetMeeting
    | KeepMeetingOn
    | KeepMemberOn
    | ForgetMember
    | ForgetEverywhere
    | AskLater
    | ForgetPerson
    | KeepThings
    | SaveAgreement
    | KeepOlderAgreements
    | PutBookAside
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
    | SaveAgreement
    | KeepOlderAgreements
    | PutBookAside
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
