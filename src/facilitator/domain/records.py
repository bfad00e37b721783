"""What is kept outside a running meeting: groups, members, closed meetings, ways (S6, M9, M19)."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

import msgspec

from facilitator.domain.events import Carried, Keep

KEEP_DAYS = 90
"""How long words are kept where the group chose nothing else, in days (S7)."""


@dataclass(frozen=True, slots=True)
class Group:
    """One group, owner of the folder groups/<id>/."""

    id: str
    name: str
    turn_to: str = ""  # the group's own person to turn to (M18)
    keep_days: int = KEEP_DAYS  # how long words are kept before the start asks about them (S7)
    cover_after: int = 0  # minutes without a key until the screen is covered; 0 is never (S12)
    cover_word: str = ""  # salt and hash of the word that takes the cover away, or ""
    soft_words: bool = False  # hard words show the help card to whoever typed them (S16)


@dataclass(frozen=True, slots=True)
class Agreement:
    """What the group asks and what it gives, one version (C1).

    `made_on` is an ISO date; so is `again_on`, the day on which the group said that this
    version may be kept on, or "" (S7).
    """

    asks: tuple[str, ...] = ()
    gives: tuple[str, ...] = ()
    version: int = 0
    made_on: str = ""
    again_on: str = ""


@dataclass(frozen=True, slots=True)
class Member:
    """A participant whom the group's book knows, with a yes: their plan, their ways (M9, A13)."""

    id: str
    name: str
    plan: Carried | None = None
    ways: "Ways | None" = None
    kept_on: str = ""  # the ISO date of the last yes to keeping it (S7)


@dataclass(frozen=True, slots=True)
class KeptAnswer:
    """One answer that stands, as the closed file holds it. `giver` is a name or ""."""

    step: str
    step_title: str
    giver: str
    part: str
    value: str | int | bool | tuple[str, ...]
    private: bool = False
    person: str = ""
    kind: str = ""  # the activity kind of the step; "" in files of before it was told


@dataclass(frozen=True, slots=True)
class Run:
    """How a meeting went beside its session, in numbers of steps (T6).

    `kept` is -1 where nobody counted: in files of before it was told.
    """

    kept: int = -1
    changed: int = 0
    added: int = 0
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class ClosedMeeting:
    """One meeting that is over, as stored in a TinyDB file: only the answers that stand (S8)."""

    id: str
    group_id: str
    session_id: str
    session_title: str
    started_at: str
    closed_at: str
    offset: int
    people: tuple[str, ...]
    answers: tuple[KeptAnswer, ...] = ()
    asks: tuple[str, ...] = ()
    gives: tuple[str, ...] = ()
    pairs: tuple[tuple[str, ...], ...] = ()
    locks: dict[str, str] = field(default_factory=dict)  # own words, by name: salt and hash (C3)
    keep_until: str = ""  # an ISO date, once the group kept it on (S7)
    run: Run = field(default_factory=Run)
    slip_agreed: str = ""  # the shape of the evening slip that the group said yes to (C16)
    known_by: dict[str, str] = field(default_factory=dict)  # ids in the group's book, by name (M9)


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """One line of the derived index: ids, dates and counts, no words of people."""

    id: str
    session_id: str
    session_title: str
    started_at: str
    closed_at: str
    people: int
    answers: int
    keep_until: str = ""


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A meeting whose journal is still open."""

    id: str
    group_id: str
    session_title: str
    started_at: str
    keep: Keep | None = None  # None where that cannot be read
    offset: int = 0  # minutes from UTC

    @property
    def day(self) -> str:
        """The ISO date of its start by the clock of the group, "" where nobody knows."""
        return self._began.date().isoformat() if self._began else ""

    @property
    def time(self) -> str:
        """The time of its start by the clock of the group, such as "19:05"; "" as above."""
        return f"{self._began:%H:%M}" if self._began else ""

    @property
    def _began(self) -> datetime | None:
        try:
            return datetime.fromisoformat(self.started_at) + timedelta(minutes=self.offset)
        except (ValueError, OverflowError):
            return None


class Seal(StrEnum):
    """How the words of a group lie on this machine (S9).

    NONE has no passphrase. SHUT has one and waits for it, OPEN was opened with it. BROKEN
    has one whose keys cannot be read: nothing of the group can be opened.
    """

    NONE = "none"
    SHUT = "shut"
    OPEN = "open"
    BROKEN = "broken"


class NotAsLeft(msgspec.Struct, frozen=True):
    """What of a sealed group is not as the program left it (S9): meetings by their ids.

    `is_unknown` is where the group's own list of its files is gone or damaged, so that
    nobody can say what is as it was.
    """

    changed: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    is_book_changed: bool = False
    is_unknown: bool = False

    def __bool__(self) -> bool:
        """Whether there is anything to tell."""
        return self != NotAsLeft()

    @property
    def doubtful(self) -> frozenset[str]:
        """The meetings whose files are another version than ours: none is believed."""
        return frozenset((*self.changed, *self.added))


class Theme(StrEnum):
    """The four themes (A7)."""

    EVENING = "evening"
    DAYLIGHT = "daylight"
    YELLOW = "yellow-on-black"
    TERMINAL = "terminal"


class FrontEnd(StrEnum):
    """The two front ends."""

    FULL = "full"
    PLAIN = "plain"


class Letters(StrEnum):
    """The order of the letters on the screen: that of the alphabet, or by how often they come."""

    ALPHABET = "alphabet"
    OFTEN = "often"


@dataclass(frozen=True, slots=True)
class Ways:
    """How the program is used: by this machine, kept in its settings, or by one person (A13).

    `rate` is in words a minute, `volume` in tenths; `front_end` is "" where any is fine.
    `scanning` is one key for everything, `dwell` how long the mark stays, in tenths of a
    second, 5-100 (A3). `keyboard` shows letters on the screen wherever something is
    typed (A4). `strike` is the time in which the same key counts once, in tenths of a
    second, 0-20 (A19, EN 301 549 5.7). `keys` are own letters for commands, by name; ""
    is none (A2). `wakes` has a loudspeaker that sleeps woken before the voice begins (A9).
    `type_size` is in steps larger or smaller than this machine's own (A5).
    """

    theme: Theme = Theme.EVENING
    easy: bool = False
    advise_time: bool = False  # timers advise only when switched on (M6)
    group: str = ""  # the group that used it last
    speech: bool = False
    rate: int = 160
    volume: int = 7
    screen_reader: bool = False  # then our own voice stays off (A24)
    front_end: str = ""
    accent: str = ""
    wakes: bool = False
    scanning: bool = False
    dwell: int = 20
    keyboard: bool = False
    letters: Letters = Letters.ALPHABET
    strike: int = 0
    keys: dict[str, str] = field(default_factory=dict)
    type_size: int = 0
    extras: dict[str, str] = field(default_factory=dict)
