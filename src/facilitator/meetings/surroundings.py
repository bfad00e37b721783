"""What the rooms see, looked up in the ports when a prompt asks for it."""

from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from itertools import islice
from typing import TYPE_CHECKING

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
from facilitator.engine.activities.registry import KINDS, SPECS
from facilitator.engine.retention import (
    FIRST_DAY,
    OF_THE_GROUP,
    due_on,
    member_due_on,
    newest_day,
    things_due,
    until,
)
from facilitator.meetings.own_sessions import own_session, own_sessions
from facilitator.ports.exports import Exports, NoExports
from facilitator.ports.kiosk import Kiosk
from facilitator.ports.outside import Clock, NoOwnShelf, OwnShelf, SessionShelf
from facilitator.ports.sealing import NoSeals, Seals
from facilitator.ports.speech import SilentSpeaker, Speaker
from facilitator.ports.sticks import NoSticks, Sticks
from facilitator.ports.storage import GroupBook, MeetingStore, NotSaved, Settings
from facilitator.ports.type_size import FixedTypeSize, TypeSize

if TYPE_CHECKING:
    from facilitator.sessions.arriving import Coming

OUR_GROUP = Group("our-group", "Our group")
"""The group of a machine on which none was named."""


@dataclass(frozen=True, slots=True)
class Ports:
    """Everything that the core needs from outside."""

    store: MeetingStore
    book: GroupBook
    settings: Settings
    shelf: SessionShelf
    clock: Clock
    speaker: Speaker = field(default_factory=SilentSpeaker)
    type_size: TypeSize = field(default_factory=FixedTypeSize)
    exports: Exports = field(default_factory=NoExports)
    seals: Seals = field(default_factory=NoSeals)
    kiosk: Kiosk | None = None  # only where the machine is only for Facilitator (S13)
    own: OwnShelf = field(default_factory=NoOwnShelf)
    sticks: Sticks = field(default_factory=NoSticks)


@dataclass
class Surroundings:
    """The one implementation of engine.house.around.Around."""

    ports: Ports
    group: Group
    ways: Ways
    front_end: FrontEnd
    meeting: Meeting | None = None
    is_rehearsal: bool = False
    shift: timedelta = field(default_factory=timedelta)  # what the group says of the date (M20)
    turn: str = ""  # the id of whoever has the keyboard for a turn (A13)
    own_ways: dict[str, Ways] = field(default_factory=dict)
    new_ways: set[str] = field(default_factory=set)  # whose changes nobody asked about yet
    recovery: tuple[str, ...] = field(default=(), repr=False)  # waits to be confirmed (S9)
    is_date_told: bool = False  # somebody said which day it is (M20)
    carried: CarriedOut | None = None  # what came of carrying a session out last (C13)
    # What is due and may wait, by group (S7).
    asked_later: set[tuple[str, str]] = field(default_factory=set)
    days_given: set[str] = field(default_factory=set)  # groups whose false days were looked for
    # What each draft was before its changes, and what each change was, the newest last (A16).
    drafts_before: dict[tuple[str, str], list[tuple[str, str]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Remember what holds between the turns."""
        self.machine_ways, self.usual_front_end = self.ways, self.front_end
        self._size_used = 0
        self._let_hold(self.ways)

    @property
    def turn_name(self) -> str:
        """Whose turn it is, by name, or ""."""
        person = self.meeting.person(self.turn) if self.meeting else None
        return person.name if person else ""

    @property
    def has_new_ways(self) -> bool:
        """Whether whoever has the turn changed something and was not asked about it yet."""
        return self.turn in self.new_ways

    @property
    def can_size(self) -> bool:
        """Whether the letters of the window can be made larger from here."""
        return self.ports.type_size.can_change

    def use(self, ways: Ways) -> None:
        """Use these ways from now on: in a turn they are that person's.

        Raises NotSaved; they hold all the same, until the program ends.
        """
        self._let_hold(ways)
        if self.turn:
            self.own_ways[self.turn] = self.ways
            self.new_ways.add(self.turn)
        else:
            self.machine_ways = self.ways
            self.ports.settings.save(ways)

    def _let_hold(self, ways: Ways) -> None:
        # Copied, so that no two people ever share their letters.
        self.ways = replace(ways, keys=dict(ways.keys), extras=dict(ways.extras))
        if ways.type_size != self._size_used:
            self._size_used = ways.type_size
            self.ports.type_size.use(ways.type_size)

    def forget_turns(self) -> None:
        """Let everybody begin anew: what nobody wanted kept does not outlive a meeting."""
        self.own_ways.clear()
        self.new_ways.clear()

    def await_the_next(self) -> None:
        """Let the voice be as loud as at the first start, kept or not: others may be here next."""
        self.machine_ways = replace(self.machine_ways, volume=Ways().volume)
        self.ways = replace(self.ways, volume=Ways().volume)
        self.end_one_key()

    def end_one_key(self) -> None:
        """Let one key for everything end on a machine that is only for it: others come to it (A3).

        It is kept until then, so that whoever has one key can go on after a power cut.
        """
        if self.is_kiosk and self.machine_ways.scanning:
            self.machine_ways = replace(self.machine_ways, scanning=False)
            self.ways = replace(self.ways, scanning=False)
            with suppress(NotSaved):
                self.ports.settings.save(self.machine_ways)

    def take_turn(self, person: str) -> FrontEnd:
        """Let a person's own ways come with the turn, and go with it; "" is nobody (A13).

        Returns the front end that they want, or the usual one.
        """
        if person != self.turn:
            self.turn, machine = person, self.machine_ways
            own = self.own_ways.get(person) or self._kept_ways(person) or machine
            self._let_hold(replace(own, group=machine.group, advise_time=machine.advise_time))
        wanted = self.ways.front_end if self.turn else ""
        return FrontEnd(wanted) if wanted else self.usual_front_end

    def _kept_ways(self, person: str) -> Ways | None:
        here = self.meeting.person(person) if self.meeting else None
        if self.meeting is None or here is None:
            return None
        known = self.meeting.known_by(here)
        return next((one.ways for one in self.members if one.id == known), None)

    @property
    def can_export(self) -> bool:
        """Whether words can be written into a file."""
        return self.ports.exports.is_possible and not self.is_rehearsal

    @property
    def is_date_sure(self) -> bool:
        """Whether the date can be believed: else nothing is due yet (M20)."""
        if not self.is_date_told and self.today < FIRST_DAY:
            return False
        newest = newest_day(self.latest, self.unfinished)
        is_behind = newest is not None and self.today < newest
        return self.is_date_told or not is_behind

    @property
    def due_meeting(self) -> str:
        """Return the id of a meeting that is kept longer than was agreed, or "" (S7)."""
        days = self.group.keep_days
        for row in self.ports.store.oldest(self.group.id):
            usual = until(row.closed_at, days)
            if usual is not None and usual > self.today:
                return ""  # those that follow are younger, whatever a wrong clock wrote there
            due = due_on(row, days)
            is_due = due is not None and due <= self.today and not self.may_wait(row.id)
            # One that cannot be read now could neither be kept on nor be brought back (S3).
            if is_due and self.closed(row.id) is not None:
                return row.id
        return ""

    @property
    def due_member(self) -> str:
        """Return the id of a member of whom something is kept longer than was agreed, or ""."""
        for member in self.members:
            due = member_due_on(member, self.group.keep_days)
            is_due = due is not None and due <= self.today and not self.may_wait(member.id)
            if is_due and not self._keeps_own_time(member):
                return member.id
        return ""

    def may_wait(self, kept_id: str) -> bool:
        """Whether this group said of something that is due that it may wait (M19)."""
        return (self.group.id, kept_id) in self.asked_later

    def _keeps_own_time(self, member: Member) -> bool:
        """Whether all that is here of somebody has an end of its own, which they chose (C8)."""
        if member.plan is not None or member.ways is not None:
            return False
        from facilitator.engine.consent import have_own_time  # noqa: PLC0415  a start needs none of it (P1)

        return have_own_time(self.things.of({member.id}), self.today)

    @property
    def is_due_of_the_group(self) -> bool:
        """Whether the group's own things are kept longer than was agreed (S7)."""
        if self.may_wait(OF_THE_GROUP):
            return False
        return bool(things_due(self.things, self.group.keep_days, self.today))

    @property
    def groups(self) -> tuple[Group, ...]:
        """Every group on this machine."""
        return self.ports.book.groups()

    @property
    def seal(self) -> Seal:
        """How the words of the group that is here lie on this machine."""
        return self.seal_of(self.group.id)

    def seal_of(self, group_id: str) -> Seal:
        """Return how the words of a group lie on this machine."""
        return self.ports.seals.state(group_id)

    def shut(self) -> None:
        """Let go of the group's key, and of all that only it showed (S9)."""
        self.ports.seals.shut(self.group.id)
        self.recovery = ()
        if self.seal is Seal.SHUT:
            self.group = replace(self.group, turn_to="")

    @property
    def not_as_left(self) -> NotAsLeft:
        """What of the sealed group that is here is not as the program left it."""
        return self.ports.seals.not_as_left(self.group.id)

    @property
    def can_seal(self) -> bool:
        """Whether a group can set a passphrase here."""
        return self.ports.seals.is_possible

    @property
    def sessions(self) -> tuple[Session, ...]:
        """The group's own sessions, then the others.

        Where the group has met before, those that look back come first.
        """
        has_met, own = self.latest is not None, own_sessions(self.ports.own, self.group.id)
        taken = {one.id for one in own}
        others = (one for one in self.ports.shelf.sessions() if one.id not in taken)
        return (*own, *sorted(others, key=lambda one: _order(one, has_met)))

    def own_texts(self, lies: Lies) -> tuple[OwnText, ...]:
        """Return what the group has written itself: its sessions, or its drafts."""
        return self.ports.own.texts(self.group.id, lies)

    def own_text(self, lies: Lies, name: str) -> str | None:
        """Return one of these texts, or None."""
        return self.ports.own.read(self.group.id, lies, name)

    @property
    def unfinished(self) -> tuple[Unfinished, ...]:
        """The group's open meetings, newest first."""
        return self.ports.store.unfinished(self.group.id)

    @property
    def latest(self) -> MeetingRow | None:
        """The newest closed meeting."""
        return self.ports.store.latest(self.group.id)

    @property
    def members(self) -> tuple[Member, ...]:
        """The group's book."""
        return self.ports.book.members(self.group.id)

    @property
    def agreement(self) -> Agreement:
        """The group's agreement."""
        return self.ports.book.agreement(self.group.id)

    @property
    def older_agreements(self) -> tuple[Agreement, ...]:
        """Its versions before the one that stands."""
        return self.ports.book.older_agreements(self.group.id)

    @property
    def is_book_whole(self) -> bool:
        """Whether all that is kept of the group can be read (S3)."""
        return self.ports.book.is_whole(self.group.id)

    @property
    def are_settings_whole(self) -> bool:
        """Whether the settings of this machine can be read, or there are none (S3)."""
        kiosk = self.ports.kiosk
        return self.ports.settings.is_whole and (kiosk is None or kiosk.is_whole)

    @property
    def things(self) -> Things:
        """What the group keeps beside members and agreement."""
        return self.ports.book.things(self.group.id)

    @property
    def today(self) -> date:
        """Today's date, as the group says it is."""
        return self.now().date()

    def now(self) -> datetime:
        """Return the time now, put right by what the group said of the date."""
        return self.ports.clock.now() + self.shift

    @property
    def help_now(self) -> tuple[Resource, ...]:
        """The help card."""
        return self.ports.shelf.help_now()

    @property
    def is_kiosk(self) -> bool:
        """Whether this machine is only for Facilitator."""
        return self.ports.kiosk is not None

    @property
    def leaving_word(self) -> str:
        """The lock of the word that closes the program; "" while none is set."""
        return (self.ports.kiosk.leaving_word() or "") if self.ports.kiosk else ""

    def can_undo(self, name: str) -> bool:
        """Whether there is a change to this draft that can be taken back."""
        return bool(self.drafts_before.get((self.group.id, name)))

    def session(self, session_id: str) -> Session | None:
        """Return one session: the group's own of this id, else one that came with the program."""
        own = own_session(self.ports.own, self.group.id, session_id)
        return own or self.ports.shelf.find(session_id)

    @property
    def sticks(self) -> tuple[Stick, ...]:
        """The USB sticks that are plugged in now."""
        return self.ports.sticks.here()

    def stick_at(self, path: str) -> Stick | None:
        """Return the folder that somebody typed, or None."""
        return self.ports.sticks.at(path)

    def stick_files(self, folder: str) -> tuple[str, ...] | Trouble:
        """Return the names of the session files in a folder outside."""
        return self.ports.sticks.files(folder)

    def coming(self, folder: str, name: str) -> "Coming | Trouble":
        """Return what a session file outside would be here, or all that is wrong with it."""
        from facilitator.sessions.arriving import coming  # noqa: PLC0415  a start needs none of it (P1)

        raw = self.ports.sticks.read(folder, name)
        if isinstance(raw, Trouble):
            return raw
        taken = {text.name for text in self.own_texts(Lies.SESSIONS)}
        return coming(raw, name, SPECS, self.sessions, taken)

    def number_for(self, session: Session) -> int:
        """Return which meeting the next one is; counted only where a step needs to know it."""
        if not any(KINDS[step.kind].is_rare for step in session.steps):
            return 0
        return 1 + sum(1 for _ in self.ports.store.rows(self.group.id))

    def past(self, start: int, count: int) -> tuple[MeetingRow, ...]:
        """Return closed meetings, newest first, from the start-th on."""
        return tuple(islice(self.ports.store.rows(self.group.id), start, start + count))

    def closed(self, meeting_id: str) -> ClosedMeeting | None:
        """Return one closed meeting."""
        return self.ports.store.read(self.group.id, meeting_id)


def _order(session: Session, has_met: bool) -> tuple[bool, bool, str]:  # noqa: FBT001
    kinds = {step.kind for step in session.steps}
    return ("look-back" in kinds) != has_met, "agreement" not in kinds, session.title
