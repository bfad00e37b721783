"""What happened in a meeting: past tense, stored, replayed to the same meeting (design.md 3).

Every event is a frozen dataclass of plain values, so that storage can write it as
one JSON object. A field that is added later has a default, and old samples under
tests/journals load for ever (S5).
"""

from dataclasses import dataclass, field
from enum import StrEnum

from facilitator.domain.cards import SessionCard
from facilitator.domain.things import Things


class Keep(StrEnum):
    """What the group lets this machine keep (S6)."""

    TODAY = "today"
    GROUP = "group"
    NOTHING = "nothing"


class SeenBy(StrEnum):
    """Who sees this screen (S19)."""

    PERSON = "person"
    ROOM = "room"


GROUP = ""
"""The giver of an answer that the group gave together."""


@dataclass(frozen=True, slots=True)
class Carried:
    """A member's last plan, brought to this meeting for the look-back (M9).

    `lock` is the salted hash of the person's own word, or "" when none was set.
    """

    what: str
    when: str = ""
    sure: int = -1
    extras: dict[str, str] = field(default_factory=dict)
    lock: str = ""
    made_on: str = ""
    weeks: tuple[tuple[str, str], ...] = ()  # its life: ISO dates, and how it went (M12)


@dataclass(frozen=True, slots=True)
class MeetingStarted:
    """A group began to follow a session. `at` is ISO 8601 in UTC, `offset` in minutes (M20)."""

    meeting_id: str
    group_id: str
    session_source: str
    title: str
    keep: Keep
    seen_by: SeenBy
    people: int
    at: str
    offset: int = 0
    last_pairs: tuple[tuple[str, ...], ...] = ()  # names, so that pairs differ (M15)
    number: int = 0  # which meeting of this group it is, of those it kept; 0 is not known


@dataclass(frozen=True, slots=True)
class PersonJoined:
    """Somebody is here, by the name or sign they chose."""

    person: str
    name: str
    member: str = ""
    late: bool = False
    carried: Carried | None = None


@dataclass(frozen=True, slots=True)
class PersonLeft:
    """Somebody went; their turn is not asked while they are away (M14)."""

    person: str


@dataclass(frozen=True, slots=True)
class PersonReturned:
    """Somebody came back."""

    person: str


@dataclass(frozen=True, slots=True)
class PersonTakenOut:
    """A name was put in by mistake: nobody came by it, and it is in nothing (M22)."""

    person: str


@dataclass(frozen=True, slots=True)
class PersonRenamed:
    """A name or sign was mended; the person stays who they are (M22)."""

    person: str
    name: str


@dataclass(frozen=True, slots=True)
class PeopleCounted:
    """So many people are in the room, whether they gave a name or not (M17)."""

    people: int


@dataclass(frozen=True, slots=True)
class KeepChanged:
    """The group lets this machine keep more or less from here on (S6).

    Where it is more, what was said before stays out of all that is kept.
    """

    keep: Keep
    is_more: bool = False


@dataclass(frozen=True, slots=True)
class KeepsLess:
    """A person chose to keep nothing of their own words, whatever the group keeps (S6)."""

    person: str


@dataclass(frozen=True, slots=True)
class AnswerGiven:
    """An answer that stands until it is given anew. `giver` is a person's id or GROUP."""

    step: str
    giver: str
    part: str
    value: str | int | bool | tuple[str, ...]
    private: bool = False


@dataclass(frozen=True, slots=True)
class AnswerTakenBack:
    """Nothing stands here any more."""

    step: str
    giver: str
    part: str


@dataclass(frozen=True, slots=True)
class MovedTo:
    """The meeting came to another place; after a pass nothing else is written (M3)."""

    step: str
    giver: str
    part: str


@dataclass(frozen=True, slots=True)
class MovedBack:
    """The meeting went back to the place before."""


@dataclass(frozen=True, slots=True)
class StepsReordered:
    """The steps, by id, in their new order."""

    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StepLeftOut:
    """A step will not be held today."""

    step: str


@dataclass(frozen=True, slots=True)
class StepBroughtBack:
    """A step that was left out will be held today after all (M16)."""

    step: str


@dataclass(frozen=True, slots=True)
class StepAdded:
    """A step from the library came in after another one. `settings` are as in TOML."""

    step: str
    after: str
    kind: str
    title: str
    round: str
    minutes: float
    seconds_each: int
    text: str
    easy: str = ""


@dataclass(frozen=True, slots=True)
class StepTimed:
    """A step is longer or shorter today, in minutes."""

    step: str
    minutes: float


@dataclass(frozen=True, slots=True)
class RoundChanged:
    """A step goes through the room in another way today."""

    step: str
    round: str


@dataclass(frozen=True, slots=True)
class SizeChanged:
    """Pairs have two or three people today."""

    step: str
    size: int


@dataclass(frozen=True, slots=True)
class PairsMade:
    """Who talks with whom at a step, by person id."""

    step: str
    pairs: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class ScreenSeenBy:
    """Who sees this screen has changed (S19)."""

    seen_by: SeenBy


@dataclass(frozen=True, slots=True)
class AgreementMade:
    """The group's agreement, both halves, as it now stands (C1)."""

    asks: tuple[str, ...]
    gives: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Brought:
    """What the group keeps came along to this meeting, as far as its steps need it.

    `sorts` are the sorts that came, also those of which there was nothing.
    """

    things: Things
    sorts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RoleGiven:
    """Somebody has a role from here on (C2); `person` is "" where it is free again.

    `anew` puts a slip right: whoever had it until now never did.
    """

    role: str
    person: str = ""
    anew: bool = False


@dataclass(frozen=True, slots=True)
class ShelfShown:
    """The sessions that can be held, as they were when a step of this meeting needed them.

    Written down, so that replay shows the same ones whatever is on the shelf by then (M7).
    """

    cards: tuple[SessionCard, ...]


@dataclass(frozen=True, slots=True)
class Paused:
    """The meeting rests (M18)."""


@dataclass(frozen=True, slots=True)
class WentOn:
    """The meeting goes on after a rest."""


@dataclass(frozen=True, slots=True)
class MeetingClosed:
    """The meeting is over. `at` is ISO 8601 in UTC."""

    at: str


Event = (
    MeetingStarted
    | PersonJoined
    | PersonLeft
    | PersonReturned
    | PersonTakenOut
    | PersonRenamed
    | PeopleCounted
    | KeepChanged
    | KeepsLess
    | AnswerGiven
    | AnswerTakenBack
    | MovedTo
    | MovedBack
    | StepsReordered
    | StepLeftOut
    | StepBroughtBack
    | StepAdded
    | StepTimed
    | RoundChanged
    | SizeChanged
    | PairsMade
    | ScreenSeenBy
    | AgreementMade
    | Brought
    | RoleGiven
    | ShelfShown
    | Paused
    | WentOn
    | MeetingClosed
)
