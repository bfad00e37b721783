"""Which events of a journal hold: what refers to nothing, or cannot be shown, is left out (S3).

A journal whose checksums are right may still tell of a step that is not in its session, of
somebody who never came, or hold an answer that its step cannot have.
"""

import math
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime

import msgspec

from facilitator.domain import events
from facilitator.domain.events import GROUP, Event
from facilitator.domain.meeting import CLOSE, Meeting
from facilitator.domain.session import Round
from facilitator.engine import flow, rounds, slip
from facilitator.engine.activities.goal import kept_plan, lock_of
from facilitator.engine.activities.registry import KINDS
from facilitator.engine.apply import apply
from facilitator.engine.close import close_part
from facilitator.engine.keeping import kept_by, let_go_by, planned_by
from facilitator.engine.plan_life import carried_on, with_life
from facilitator.engine.prompting import part_at, prompt_for
from facilitator.engine.running import run_of
from facilitator.engine.who_is_here import MOST_PEOPLE, can_be_taken_out
from facilitator.wording.roles import NAMES

ONE_BY_ONE = 20
"""Events that are found one by one; where more do not hold, the rest of the journal is left out."""

_MOST_MINUTES = 1_000_000
_TOGETHER = range(2, 4)


class Replayed(msgspec.Struct, frozen=True):
    """The meeting that a journal makes, the events that made it, and those that could not."""

    meeting: Meeting
    applied: tuple[Event, ...]
    left_out: tuple[Event, ...]


def replayed(begun: Meeting, happened: Iterable[Event]) -> Replayed:
    """Return what these events make of a meeting that just began; never raises."""
    now = _referring(begun, happened)
    for _ in range(ONE_BY_ONE):
        if holds(now.meeting):
            return now
        at = _culprit(begun, now.applied)
        now = _without(begun, now, now.applied[at : at + 1], now.applied[at + 1 :], at)
    while now.applied and not holds(now.meeting):
        at = _culprit(begun, now.applied)
        now = _without(begun, now, now.applied[at:], (), at)
    return now


def _without(
    begun: Meeting, now: Replayed, gone: Sequence[Event], after: Sequence[Event], at: int
) -> Replayed:
    """Return the same without the events from `at` on that do not hold; some may follow them."""
    left = _referring(begun, (*now.applied[:at], *after))
    return Replayed(left.meeting, left.applied, (*now.left_out, *gone, *left.left_out))


def _referring(begun: Meeting, happened: Iterable[Event]) -> Replayed:
    """Apply every event that refers to what is there."""
    meeting, applied, left_out = begun, list[Event](), list[Event]()
    for event in happened:
        try:
            after = apply(meeting, event) if refers(meeting, event) else None
        except Exception:  # noqa: BLE001  whatever a journal holds, the meeting goes on
            after = None
        if after is None:
            left_out.append(event)
        else:
            meeting = after
            applied.append(event)
    return Replayed(meeting, tuple(applied), tuple(left_out))


def _culprit(begun: Meeting, applied: Sequence[Event]) -> int:
    """Return the place of an event before which all holds and after which it does not."""
    good, bad = 0, len(applied)
    while bad - good > 1:
        middle = (good + bad) // 2
        if holds(_referring(begun, applied[:middle]).meeting):
            good = middle
        else:
            bad = middle
    return good


def refers(meeting: Meeting, event: Event) -> bool:
    """Return whether what an event names is there, and what it says can be."""
    match event:
        case events.MeetingStarted():
            return False
        case events.PersonJoined(person):
            return person != GROUP and meeting.person(person) is None
        case (
            events.PersonLeft(person)
            | events.PersonReturned(person)
            | events.PersonRenamed(person)
            | events.KeepsLess(person)
        ):
            return meeting.person(person) is not None
        case events.PersonTakenOut(person):
            return can_be_taken_out(meeting, person)
        case events.PeopleCounted(number):
            return 0 <= number <= MOST_PEOPLE
        case (
            events.AnswerGiven(step, giver)
            | events.AnswerTakenBack(step, giver)
            | events.MovedTo(step, giver)
        ):
            return _has_step(meeting, step) and _has_person(meeting, giver)
        case events.PairsMade(step, pairs):
            people = (one for pair in pairs for one in pair)
            return _has_step(meeting, step) and all(meeting.person(one) for one in people)
        case events.RoleGiven(role, person):
            return role in NAMES and _has_person(meeting, person)
        case events.MeetingClosed(at):
            return _is_time(at)
        case _:
            return _plan_refers(meeting, event)


def _plan_refers(meeting: Meeting, event: Event) -> bool:
    match event:
        case events.StepLeftOut(step) | events.StepBroughtBack(step):
            return meeting.step(step) is not None
        case events.StepTimed(step, minutes):
            return meeting.step(step) is not None and _are_minutes(minutes)
        case events.RoundChanged(step, round_):
            there = meeting.step(step)
            return there is not None and round_ in flow.kind_of(there).spec.rounds
        case events.SizeChanged(step, size):
            return meeting.step(step) is not None and size in _TOGETHER
        case events.StepAdded():
            is_known = event.kind in KINDS and event.round in [one.value for one in Round]
            is_timed = _are_minutes(event.minutes) and _are_minutes(event.seconds_each)
            return is_known and is_timed and event.step not in ("", CLOSE)
        case _:
            return True


def _has_step(meeting: Meeting, step: str) -> bool:
    return step == CLOSE or meeting.step(step) is not None


def _has_person(meeting: Meeting, person: str) -> bool:
    return person == GROUP or meeting.person(person) is not None


def _are_minutes(minutes: float) -> bool:
    return math.isfinite(minutes) and 0 <= minutes <= _MOST_MINUTES


def _is_time(said: str) -> bool:
    with suppress(ValueError):
        return datetime.fromisoformat(said).tzinfo is not None
    return False


def holds(meeting: Meeting) -> bool:
    """Return whether all that may still be shown and kept of a meeting can be."""
    try:
        _show_all(meeting)
        _keep_all(replace(meeting, closed_at=meeting.closed_at or meeting.started_at))
    except Exception:  # noqa: BLE001  that is what is asked here
        return False
    return True


def _show_all(meeting: Meeting) -> None:
    for place in set(meeting.trail):
        if flow.is_sound(meeting, place):
            part_at(meeting, place)
    for place in meeting.answers:
        with suppress(LookupError):
            part_at(meeting, place)
    for step in meeting.held:
        with suppress(LookupError):
            rounds.opening(flow.kind_of(step), meeting, step)
    if meeting.place is not None:
        prompt_for(meeting)
        prompt_for(meeting, easy=True)


def _keep_all(meeting: Meeting) -> None:
    for part in (flow.MADE, flow.TAKE, flow.SLIP, flow.FINISH):
        close_part(meeting, part, easy=False)
    for person in meeting.people:
        lock_of(meeting, person.id)
        carried_on(meeting, person)
        plan = kept_plan(meeting, person)
        if plan is not None:
            with_life(meeting, person, plan)
    for step in meeting.steps:
        flow.kind_of(step).was_shown(meeting, step)
    kept_by(meeting)
    let_go_by(meeting)
    planned_by(meeting)
    slip.shape_of(meeting)
    run_of(meeting)
