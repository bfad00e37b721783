"""What a group has planned so far at a step: read from what stands, and nothing else (C12)."""

from collections.abc import Iterable
from dataclasses import dataclass

from facilitator.domain.cards import SessionCard, StepCard
from facilitator.domain.meeting import Meeting
from facilitator.domain.plans import PlannedStep, SessionPlan
from facilitator.domain.session import Round, Step, Words
from facilitator.engine.activities.plan_names import (
    ADD,
    AFTER,
    AGREED,
    BASE,
    FIRST,
    MINUTES,
    MOST_MOVES,
    NAME,
    NEW,
    ORDER,
    STEPS,
    WANT,
)
from facilitator.engine.activities.settings import EMPTY
from facilitator.engine.scene import Scene
from facilitator.sessions.honest_time import rounded, session_minutes
from facilitator.sessions.samples import activities, sample
from facilitator.wording import plan_session as words


@dataclass(frozen=True, slots=True)
class Planned:
    """One step on the way into the draft: an id of this step alone, and its title."""

    id: str
    title: str
    card: StepCard


def card_of(scene: Scene) -> SessionCard | None:
    """Return the card of the session that they begin from, or None."""
    return scene.meeting.card(scene.words(BASE))


def library() -> dict[str, str]:
    """Return the kinds that can be added, each with what it is called.

    A choice of what comes next has to name steps by their ids: that is work for the editor.
    """
    known = EMPTY.keys() - {"choose-next"}
    return {kind: told[0] for kind, told in activities(known).items()}


def chosen(scene: Scene) -> tuple[Planned, ...]:
    """Return the steps in the order that stands, those of the library after the others."""
    card = card_of(scene)
    kept = scene.said(STEPS)
    ids = kept if isinstance(kept, tuple) else tuple(one.id for one in card.steps) if card else ()
    steps = [Planned(one.id, one.title, one) for one in card.steps if one.id in ids] if card else []
    added, known = scene.said(ADD), library()
    kinds = [kind for kind in added if kind in known] if isinstance(added, tuple) else []
    steps += [_of_kind(kind) for kind in kinds]
    for number in range(1, MOST_MOVES + 1):
        steps = _moved(steps, scene.words(f"{ORDER}-{number}"), scene.words(f"{AFTER}-{number}"))
    return tuple(steps)


def _of_kind(kind: str) -> Planned:
    step = sample(kind, kind, EMPTY)
    card = StepCard(kind, step.title, kind, step.round, step.minutes, step.seconds_each)
    return Planned(f"{NEW}{kind}", step.title, card)


def _moved(steps: list[Planned], moving: str, after: str) -> list[Planned]:
    one = next((step for step in steps if step.id == moving), None)
    rest = [step for step in steps if step is not one]
    places = [step.id for step in rest]
    if one is None or (after != FIRST and after not in places):
        return steps
    at = 0 if after == FIRST else places.index(after) + 1
    return [*rest[:at], one, *rest[at:]]


def minutes_of(steps: Iterable[Planned], people: int) -> int:
    """Return how long these steps take with so many people, in whole minutes (M17)."""
    made = (
        Step(one.id, one.title, one.card.kind, Round(one.card.round), one.card.minutes,
             one.card.seconds_each, Words(""), None)
        for one in steps if one.card.round
    )  # fmt: skip
    return rounded(session_minutes(made, people))


def title_of(scene: Scene) -> str:
    """Return what it is called: as they said, else the first ready name."""
    return scene.words(NAME) or words.NAME_READY[0]


def plan_of(meeting: Meeting, step: Step) -> SessionPlan | None:
    """Return what becomes a draft; None without steps, or without the group's yes."""
    scene = Scene(meeting, step)
    steps = chosen(scene)
    if not steps or scene.said(AGREED) != "yes":
        return None
    minutes, card = scene.said(MINUTES), card_of(scene)
    usual = card.minutes if card else minutes_of(steps, len(meeting.present))
    return SessionPlan(
        id=f"{meeting.id}-{step.id}",
        title=title_of(scene),
        base=card.id if card else "",
        steps=tuple(_planned(one) for one in steps),
        minutes=minutes if isinstance(minutes, int) else usual,
        want=scene.words(WANT),
    )


def _planned(one: Planned) -> PlannedStep:
    if one.id.startswith(NEW):
        return PlannedStep(kind=one.card.kind)
    return PlannedStep(one.id, one.card.kind)
