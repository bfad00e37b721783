"""What a group planned or chose for next time becomes a draft for the editor (C11, C12)."""

from collections.abc import Iterable
from dataclasses import replace

import msgspec

from facilitator.domain.cards import SessionCard
from facilitator.domain.kept import NextTime
from facilitator.domain.meeting import Meeting
from facilitator.domain.own_sessions import Lies
from facilitator.domain.plans import PlannedStep, SessionPlan
from facilitator.domain.session import Session, Step
from facilitator.domain.things import Things
from facilitator.engine.house.editor.draft import free_name
from facilitator.engine.house.editor.library import keys_of, sample
from facilitator.engine.keeping import planned_by
from facilitator.meetings.own_sessions import own_session, own_sessions
from facilitator.meetings.surroundings import Ports
from facilitator.sessions.changes import (
    AddStep,
    CannotWrite,
    Change,
    DropStep,
    MoveStep,
    SetAbout,
    SetTop,
)
from facilitator.sessions.writing import empty, written
from facilitator.wording import plan_session as words

FRAME = frozenset(
    {
        "welcome", "agreement", "check-in", "strengths", "break", "away",
        "reflection", "evaluation", "roles", "next-roles", "you-said", "next-time",
        "closing", "resources",
    }
)  # fmt: skip
"""Kinds that stay around what was chosen: nobody votes on hello, tea and goodbye (M2, M13, C9)."""


def write_drafts(ports: Ports, meeting: Meeting, kept: Things) -> None:
    """Write a draft for each plan of a meeting, and let the book say which it is.

    Safe to run again after a power cut in the middle. Raises NotSaved.
    """
    told = {one.id: one for one in kept.next_times}
    plans = [*planned_by(meeting), *(_of_steps(ports, meeting, one) for one in told.values())]
    for plan in plans:
        name = _written(ports, meeting, plan) if plan.steps else ""
        if name and plan.id in told:
            known = msgspec.structs.replace(told[plan.id], draft=name)
            ports.book.keep_things(meeting.group_id, Things(next_times=(known,)))


def _of_steps(ports: Ports, meeting: Meeting, one: NextTime) -> SessionPlan:
    """Return the plan of a session with the steps in it that were chosen, and its frame."""
    session = _base(ports, meeting, one.session) if one.steps else None
    if session is None:
        return SessionPlan(one.id, words.NEXT_TITLE)
    held = (step for step in session.steps if step.id in one.steps or step.kind in FRAME)
    steps = tuple(PlannedStep(step.id, step.kind) for step in held)
    return SessionPlan(one.id, words.NEXT_TITLE, session.id, steps, session.minutes)


def _base(ports: Ports, meeting: Meeting, session_id: str) -> Session | None:
    """Return the session of this id: today's, the group's own, or one that came along."""
    if session_id == meeting.session.id:
        return meeting.session
    own = own_session(ports.own, meeting.group_id, session_id) if session_id else None
    return own or (ports.shelf.find(session_id) if session_id else None)


def _written(ports: Ports, meeting: Meeting, plan: SessionPlan) -> str:
    """Write one draft under a name that is free; the same draft is written once."""
    group, base = meeting.group_id, _base(ports, meeting, plan.base)
    card = meeting.card(plan.base)
    drafts = {one.name: one.source for one in ports.own.texts(group, Lies.DRAFTS)}
    sessions = (*own_sessions(ports.own, group), *ports.shelf.sessions())
    taken = {one.id for one in sessions}
    taken |= {one.name for one in ports.own.texts(group, Lies.SESSIONS)}
    while True:
        name = free_name(plan.title, frozenset(taken))
        source = source_of(plan, name, base, card)
        if drafts.get(name) == source:
            return name
        if name not in drafts:
            ports.own.save(group, Lies.DRAFTS, name, source)
            return name
        taken.add(name)


def source_of(
    plan: SessionPlan, name: str, base: Session | None, card: SessionCard | None = None
) -> str:
    """Return the text of a draft: of the session that it begins from, else of the library.

    A base that cannot be changed here, or that is gone, gives its steps by their kinds.
    """
    if base is not None:
        try:
            return written(base.source, *_head(plan, name, base), *_steps(plan, base))
        except CannotWrite:
            pass
    made = tuple(_anew(plan, base, card))
    about = plan.want or words.NEXT_TITLE
    top = (SetAbout("text", about), SetAbout("easy", about))
    derived = (SetTop("derived-from", plan.base),) if plan.base else ()
    return written(empty(plan.title, name, plan.minutes), *top, *derived, *made)


def _head(plan: SessionPlan, name: str, base: Session) -> tuple[Change, ...]:
    about = (SetAbout("text", plan.want), SetAbout("easy", plan.want)) if plan.want else ()
    return (
        SetTop("id", name),
        SetTop("title", plan.title),
        SetTop("minutes", plan.minutes or base.minutes),
        SetTop("derived-from", base.id),
        *about,
    )


def _steps(plan: SessionPlan, base: Session) -> Iterable[Change]:
    """Leave out, put in and move, until the steps are those of the plan."""
    kept = [step.id for step in plan.steps if step.id]
    order = [step.id for step in base.steps if step.id in kept]
    yield from (DropStep(step.id) for step in base.steps if step.id not in kept)
    taken, after = {step.id for step in base.steps}, ""
    for at, step in enumerate(plan.steps):
        if step.id and step.id not in order:
            continue  # it is in the base no more
        one = step.id
        if not one:
            one = free_name(step.kind, frozenset(taken))
            taken.add(one)
            order.insert(at, one)
            yield AddStep(keys_of(sample(step.kind, one)), after)
        elif order[at : at + 1] != [one]:
            order.remove(one)
            order.insert(at, one)
            yield MoveStep(one, after)
        after = one


def _anew(plan: SessionPlan, base: Session | None, card: SessionCard | None) -> Iterable[Change]:
    taken: set[str] = set()
    titles = {one.id: one.title for one in card.steps} if card else {}
    after = ""
    for planned in plan.steps:
        one = free_name(planned.id or planned.kind, frozenset(taken))
        taken.add(one)
        found = next((step for step in base.steps if step.id == planned.id), None) if base else None
        step = found or _named(sample(planned.kind, one), titles.get(planned.id, ""))
        yield AddStep(keys_of(step), after)
        after = one


def _named(step: Step, title: str) -> Step:
    return replace(step, title=title) if title else step
