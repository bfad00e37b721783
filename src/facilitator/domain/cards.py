"""What a meeting can see of the sessions that can be held: a card each, no words of a step.

Structs, since dataclasses would cost every start (P1).
"""

import msgspec

from facilitator.domain.session import Session


class StepCard(msgspec.Struct, frozen=True):
    """A step on a card: its id and title, its kind, and what it takes.

    `minutes` are fixed, `seconds_each` are for every person in the round (M17).
    """

    id: str
    title: str
    kind: str = ""
    round: str = ""
    minutes: float = 0.0
    seconds_each: int = 0


class SessionCard(msgspec.Struct, frozen=True):
    """A session on a card: its id, its title, how many minutes it has, its steps in order."""

    id: str
    title: str
    minutes: int = 0
    steps: tuple[StepCard, ...] = ()

    def step(self, step_id: str) -> StepCard | None:
        """Return the step with this id, or None."""
        return next((step for step in self.steps if step.id == step_id), None)


def card_of(session: Session) -> SessionCard:
    """Return the card of a session."""
    steps = (
        StepCard(step.id, step.title, step.kind, step.round, step.minutes, step.seconds_each)
        for step in session.steps
    )
    return SessionCard(session.id, session.title, session.minutes, tuple(steps))
