"""apply(meeting, event) -> meeting: the only way in which a meeting changes."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import assert_never

from facilitator.domain import events
from facilitator.domain.meeting import Given, Meeting, Participant, Place
from facilitator.domain.session import Round, Session, Step, Words
from facilitator.engine.activities.settings import EMPTY
from facilitator.engine.role_holding import with_role, without_roles


def begin(started: events.MeetingStarted, session: Session) -> Meeting:
    """Return the meeting that MeetingStarted makes, with the session it follows."""
    return Meeting(
        id=started.meeting_id,
        group_id=started.group_id,
        session=session,
        keep=started.keep,
        seen_by=started.seen_by,
        expected=started.people,
        started_at=started.at,
        offset=started.offset,
        steps=session.steps,
        last_pairs=started.last_pairs,
        number=started.number,
    )


def replay(meeting: Meeting, happened: Iterable[events.Event]) -> Meeting:
    """Return the meeting after all of these events."""
    for event in happened:
        meeting = apply(meeting, event)
    return meeting


def apply(meeting: Meeting, event: events.Event) -> Meeting:
    """Return the meeting after one event. Unknown steps and people change nothing."""
    if isinstance(event, _People):
        return _people(meeting, event)
    match event:
        case events.MeetingStarted():
            return meeting
        case events.AnswerGiven() | events.AnswerTakenBack():
            return _answers(meeting, event)
        case events.MovedTo(step, giver, part):
            return replace(meeting, trail=(*meeting.trail, Place(step, giver, part)))
        case events.MovedBack():
            return replace(meeting, trail=meeting.trail[:-1])
        case (
            events.StepsReordered()
            | events.StepLeftOut()
            | events.StepBroughtBack()
            | events.StepAdded()
            | events.StepTimed()
            | events.RoundChanged()
            | events.SizeChanged()
        ):
            return _plan(meeting, event)
        case events.PairsMade(step, pairs):
            return replace(meeting, pairs={**meeting.pairs, step: pairs})
        case events.KeepChanged(keep, is_more):
            unkept = frozenset(meeting.answers) if is_more else meeting.unkept
            return replace(meeting, keep=keep, unkept=unkept)
        case events.ScreenSeenBy(seen_by):
            return replace(meeting, seen_by=seen_by)
        case events.AgreementMade() | events.Brought() | events.ShelfShown() | events.RoleGiven():
            return _ours(meeting, event)
        case events.Paused():
            return replace(meeting, is_paused=True)
        case events.WentOn():
            return replace(meeting, is_paused=False)
        case events.MeetingClosed(at):
            return replace(meeting, closed_at=at)
        case _:
            assert_never(event)


_Ours = events.AgreementMade | events.Brought | events.ShelfShown | events.RoleGiven


def _ours(meeting: Meeting, event: _Ours) -> Meeting:
    if isinstance(event, events.RoleGiven):
        return with_role(meeting, event)
    if isinstance(event, events.AgreementMade):
        return replace(meeting, asks=event.asks, gives=event.gives)
    if isinstance(event, events.ShelfShown):
        return replace(meeting, shelf=event.cards)
    came = meeting.sorts_brought | frozenset(event.sorts)
    return replace(meeting, brought=meeting.brought.and_(event.things), sorts_brought=came)


_People = (
    events.PersonJoined
    | events.PersonLeft
    | events.PersonReturned
    | events.PersonTakenOut
    | events.PersonRenamed
    | events.PeopleCounted
    | events.KeepsLess
)


def _people(meeting: Meeting, event: _People) -> Meeting:
    match event:
        case events.PersonJoined(person, name, member, late, carried):
            joined = Participant(person, name, member, late=late, carried=carried)
            return replace(meeting, people=(*meeting.people, joined))
        case events.PersonLeft(person):
            return without_roles(
                _with_person(meeting, person, lambda one: replace(one, here=False)), person
            )
        case events.PersonReturned(person):
            return _with_person(meeting, person, lambda one: replace(one, here=True))
        case events.PersonTakenOut(person):
            others = tuple(one for one in meeting.people if one.id != person)
            return replace(meeting, people=others)
        case events.PersonRenamed(person, name):
            return _with_person(meeting, person, lambda one: replace(one, name=name))
        case events.PeopleCounted(people):
            return replace(meeting, expected=people)
        case events.KeepsLess(person):
            return _with_person(meeting, person, lambda one: replace(one, keeps_less=True))
        case _:
            assert_never(event)


def _with_person(
    meeting: Meeting, person: str, change: Callable[[Participant], Participant]
) -> Meeting:
    people = tuple(change(one) if one.id == person else one for one in meeting.people)
    return replace(meeting, people=people)


def _answers(meeting: Meeting, event: events.AnswerGiven | events.AnswerTakenBack) -> Meeting:
    place = Place(event.step, event.giver, event.part)
    answers = {at: given for at, given in meeting.answers.items() if at != place}
    if isinstance(event, events.AnswerGiven):
        answers[place] = Given(event.value, event.private)
    return replace(meeting, answers=answers, unkept=meeting.unkept - {place})


_Plan = (
    events.StepsReordered
    | events.StepLeftOut
    | events.StepBroughtBack
    | events.StepAdded
    | events.StepTimed
    | events.RoundChanged
    | events.SizeChanged
)


def _plan(meeting: Meeting, event: _Plan) -> Meeting:
    match event:
        case events.StepsReordered(order):
            known = {step.id: step for step in meeting.steps}
            steps = [known.pop(one) for one in order if one in known]
            return replace(meeting, steps=(*steps, *known.values()))
        case events.StepLeftOut(step):
            return replace(meeting, left_out=meeting.left_out | {step})
        case events.StepBroughtBack(step):
            return replace(meeting, left_out=meeting.left_out - {step})
        case events.StepAdded():
            return _added(meeting, event)
        case events.StepTimed(step, minutes):
            return _changed(meeting, step, lambda one: replace(one, minutes=minutes))
        case events.RoundChanged(step, round_):
            return _changed(meeting, step, lambda one: replace(one, round=Round(round_)))
        case events.SizeChanged(step, size):
            return _changed(meeting, step, lambda one: replace(one, size=size))
        case _:
            assert_never(event)


def _changed(meeting: Meeting, step_id: str, change: Callable[[Step], Step]) -> Meeting:
    steps = tuple(change(step) if step.id == step_id else step for step in meeting.steps)
    return replace(meeting, steps=steps)


def _added(meeting: Meeting, event: events.StepAdded) -> Meeting:
    added = Step(
        id=event.step,
        title=event.title,
        kind=event.kind,
        round=Round(event.round),
        minutes=event.minutes,
        seconds_each=event.seconds_each,
        words=Words(event.text, event.easy),
        settings=EMPTY.get(event.kind, EMPTY["away"]),
    )
    if meeting.step(event.step) is not None:
        return meeting
    steps: list[Step] = []
    for step in meeting.steps:
        steps.append(step)
        if step.id == event.after:
            steps.append(added)
    if added not in steps:
        steps.append(added)
    return replace(meeting, steps=tuple(steps))
