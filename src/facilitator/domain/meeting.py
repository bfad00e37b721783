"""One real sitting of a group: the value that the events make (design.md 2)."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from facilitator.domain.cards import SessionCard
from facilitator.domain.events import GROUP, Carried, Keep, SeenBy
from facilitator.domain.session import Session, Step
from facilitator.domain.things import Things

AnswerValue = str | int | bool | tuple[str, ...]

CLOSE = "@close"
"""The step id of the close, which every meeting has."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a meeting is: a step's id, whose place it is, and the part of the turn."""

    step: str
    giver: str = GROUP
    part: str = ""


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody at the meeting."""

    id: str
    name: str
    member: str = ""
    here: bool = True
    late: bool = False
    keeps_less: bool = False
    carried: Carried | None = None


@dataclass(frozen=True, slots=True)
class Given:
    """An answer that stands."""

    value: AnswerValue
    private: bool = False


@dataclass(frozen=True, slots=True)
class Meeting:
    """The state that the journal's events replay to. Changed only by engine.apply.

    `roles` says who has which role now, `duties` who had which at any time today: ids of
    roles and of people (C2).
    """

    id: str
    group_id: str
    session: Session
    keep: Keep
    seen_by: SeenBy
    expected: int
    started_at: str
    offset: int
    steps: tuple[Step, ...]
    left_out: frozenset[str] = frozenset()
    people: tuple[Participant, ...] = ()
    answers: Mapping[Place, Given] = field(default_factory=dict)
    trail: tuple[Place, ...] = ()
    pairs: Mapping[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict)
    asks: tuple[str, ...] = ()
    gives: tuple[str, ...] = ()
    last_pairs: tuple[tuple[str, ...], ...] = ()
    brought: Things = field(default_factory=Things)
    sorts_brought: frozenset[str] = frozenset()
    number: int = 0
    roles: Mapping[str, str] = field(default_factory=dict)
    duties: tuple[tuple[str, str], ...] = ()
    shelf: tuple[SessionCard, ...] = ()
    is_paused: bool = False
    closed_at: str = ""
    unkept: frozenset[Place] = frozenset()
    """Answers that were given before the group let this machine keep more (S6)."""

    @property
    def place(self) -> Place | None:
        """Where the meeting is now; None while people are still gathering."""
        return self.trail[-1] if self.trail else None

    @property
    def present(self) -> tuple[Participant, ...]:
        """Everybody who is here now, in the order in which they came."""
        return tuple(person for person in self.people if person.here)

    def person(self, person_id: str) -> Participant | None:
        """Return the participant with this id, here or not."""
        return next((person for person in self.people if person.id == person_id), None)

    def known_by(self, person: Participant) -> str:
        """Return the id by which the book knows a person, or will: new ones get one (M9)."""
        return person.member or f"{self.id}-{person.id}"

    def step(self, step_id: str) -> Step | None:
        """Return the step with this id, or None: the close is no step."""
        return next((step for step in self.steps if step.id == step_id), None)

    def card(self, session_id: str) -> SessionCard | None:
        """Return the card of the session with this id, if the shelf was shown and has it."""
        return next((card for card in self.shelf if card.id == session_id), None)

    @property
    def held(self) -> tuple[Step, ...]:
        """The steps of today, those left out not among them."""
        return tuple(step for step in self.steps if step.id not in self.left_out)

    def said(self, step: str, giver: str, part: str) -> AnswerValue | None:
        """Return the value that stands at a place, or None."""
        given = self.answers.get(Place(step, giver, part))
        return None if given is None else given.value
