"""Honest time: how long a session takes with so many people (M17)."""

from collections.abc import Iterable
from math import ceil

from facilitator.domain.session import Round, Session, Step

HANDOVER_SECONDS = 20
"""What it takes to pass the keyboard on."""


def step_minutes(step: Step, people: int) -> float:
    """Return the minutes that a step takes, hand-overs counted."""
    seconds = step.seconds_each
    match step.round:
        case Round.EACH:
            each = people * (seconds + HANDOVER_SECONDS)
        case Round.PAIRS:
            in_group = 3 if step.size > 2 or people % 2 else 2  # noqa: PLR2004
            each = seconds * min(people, in_group)
        case _:
            each = people * seconds
    return step.minutes + each / 60


def session_minutes(steps: Iterable[Step], people: int) -> float:
    """Return the sum over these steps, in minutes."""
    return sum(step_minutes(step, people) for step in steps)


def rounded(minutes: float) -> int:
    """Return whole minutes, rounded up: never promise less than it takes."""
    return ceil(round(minutes, 6))


def away_share(steps: Iterable[Step], people: int) -> float:
    """Return which share of the minutes is away from the screen: aloud, in pairs, away."""
    held = tuple(steps)
    whole = session_minutes(held, people)
    screen = (Round.TOGETHER, Round.EACH)
    away = session_minutes((one for one in held if one.round not in screen), people)
    return away / whole if whole else 0.0


def time_table(session: Session, people: Iterable[int]) -> tuple[tuple[int, int], ...]:
    """Return (people, whole minutes) for each number of people."""
    return tuple((one, rounded(session_minutes(session.steps, one))) for one in people)
