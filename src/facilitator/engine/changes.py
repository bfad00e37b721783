"""Changes to the plan and to who is here, during the meeting (M4, M14, M17, M18)."""

from typing import assert_never

from facilitator.domain import commands, events
from facilitator.domain.commands import Refusal
from facilitator.domain.events import Event
from facilitator.domain.meeting import CLOSE, Meeting
from facilitator.domain.session import Round, Step
from facilitator.engine import flow, who_is_here
from facilitator.engine.activities.registry import KINDS
from facilitator.engine.role_holding import given
from facilitator.sessions.bounds import MOST_STEPS
from facilitator.wording import activities, refusals

Decided = tuple[Event, ...] | Refusal

SHORTEST = 1.0
ADDED_MINUTES = 5.0
THREES = 3

Change = (
    commands.HoldNext
    | commands.LeaveOut
    | commands.BringBack
    | commands.AddStep
    | commands.TimeStep
    | commands.ChangeRound
    | commands.InThrees
    | who_is_here.OfPeople
    | commands.SayWhoSees
    | commands.GiveRole
    | commands.Pause
    | commands.GoOn
)


def changed(meeting: Meeting, command: Change) -> Decided:
    """Return the events of a change to the plan, or to who is here."""
    if isinstance(command, who_is_here.OfPeople):
        return who_is_here.changed(meeting, command)
    match command:
        case commands.HoldNext(step):
            return _next(meeting, step)
        case commands.LeaveOut(step):
            known = meeting.step(step) is not None
            return (events.StepLeftOut(step),) if known else Refusal(refusals.NO_SUCH_STEP)
        case commands.BringBack(step):
            return (events.StepBroughtBack(step),) if step in meeting.left_out else ()
        case commands.AddStep(kind):
            return _added(meeting, kind)
        case commands.TimeStep(by):
            return _timed(meeting, by)
        case commands.ChangeRound(step, round_):
            return _round(meeting, step, round_)
        case commands.InThrees():
            return _in_threes(meeting)
        case commands.SayWhoSees(seen_by):
            return (events.ScreenSeenBy(seen_by),)
        case commands.GiveRole(role, person):
            return given(meeting, role, person)
        case commands.Pause():
            return () if meeting.is_paused else (events.Paused(),)
        case commands.GoOn():
            return (events.WentOn(),) if meeting.is_paused else ()
        case _:
            assert_never(command)


def _next(meeting: Meeting, step: str) -> Decided:
    place = meeting.place
    order = [one.id for one in meeting.steps]
    if place is None or place.step not in order or step not in order or step == place.step:
        return Refusal(refusals.NO_SUCH_STEP)
    order.remove(step)
    order.insert(order.index(place.step) + 1, step)
    back = (events.StepBroughtBack(step),) if step in meeting.left_out else ()
    return (*back, events.StepsReordered(tuple(order)))


def _added(meeting: Meeting, kind: str) -> Decided:
    if kind not in activities.ADDED:
        return Refusal(refusals.NO_SUCH_STEP)
    if len(meeting.steps) >= MOST_STEPS:
        return Refusal(refusals.TOO_MANY_STEPS.format(most=MOST_STEPS))
    title, text, easy = activities.ADDED[kind]
    allowed = KINDS[kind].spec.rounds
    order = (Round.AWAY, Round.ALOUD, Round.TOGETHER, Round.PAIRS, Round.EACH)
    round_ = next(one for one in order if one in allowed)
    taken = {step.id for step in meeting.steps}
    number = len(taken) + 1
    while f"{kind}-{number}" in taken:
        number += 1
    place = meeting.place
    last = meeting.steps[-1].id if meeting.steps else ""
    after = place.step if place and place.step != CLOSE else last
    return (
        events.StepAdded(
            f"{kind}-{number}", after, kind, title, round_, ADDED_MINUTES, 0, text, easy
        ),
    )


def _timed(meeting: Meeting, by: float) -> Decided:
    step = meeting.step(meeting.place.step) if meeting.place else None
    if step is None:
        return Refusal(refusals.NO_SUCH_STEP)
    if by < 0 and step.minutes <= SHORTEST:
        return Refusal(refusals.SHORT_ENOUGH)
    return (events.StepTimed(step.id, minutes_after(step, by)),)


def minutes_after(step: Step, by: float) -> float:
    """Return the minutes of a step after so many more, or fewer; never under the shortest (M4)."""
    return max(SHORTEST, step.minutes + by)


def _round(meeting: Meeting, step_id: str, round_: Round) -> Decided:
    step = meeting.step(step_id)
    if step is None or round_ not in flow.kind_of(step).spec.rounds:
        return Refusal(refusals.NO_SUCH_STEP)
    return (events.RoundChanged(step_id, round_),)


def can_be_in_threes(step: Step) -> bool:
    """Return whether people who now speak one after another could do so in threes (M17)."""
    is_in_turn = step.round in (Round.ALOUD, Round.EACH)
    return is_in_turn and Round.PAIRS in flow.kind_of(step).spec.rounds


def _in_threes(meeting: Meeting) -> tuple[Event, ...]:
    happened: list[Event] = []
    for step in meeting.held:
        if can_be_in_threes(step):
            happened.append(events.RoundChanged(step.id, Round.PAIRS))
            happened.append(events.SizeChanged(step.id, THREES))
    return tuple(happened)
