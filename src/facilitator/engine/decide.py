"""decide(meeting, command) -> events or a refusal. Pure: time comes in as an argument."""

from typing import assert_never

from facilitator.domain import commands, events
from facilitator.domain.answers import Answer
from facilitator.domain.commands import Refusal
from facilitator.domain.events import GROUP, Event, SeenBy
from facilitator.domain.meeting import CLOSE, AnswerValue, Meeting, Place
from facilitator.domain.prompt import GiveNumber
from facilitator.engine import ballots, changes, flow, rounds
from facilitator.engine.apply import replay
from facilitator.engine.pairing import pairs_of
from facilitator.engine.prompting import part_at
from facilitator.engine.scene import Scene
from facilitator.engine.values import value_from, writes_nothing
from facilitator.wording import refusals

Decided = tuple[Event, ...] | Refusal


def decide(meeting: Meeting, command: commands.Command, now: str = "", chance: int = 0) -> Decided:
    """Return what happens when this is asked of the meeting, or why it does not.

    `now` is ISO 8601 in UTC, needed only where a meeting ends; `chance` is any number from
    0 on, needed only where the group draws lots.
    """
    if isinstance(command, changes.Change):
        return changes.changed(meeting, command)
    match command:
        case commands.GiveAnswer(answer):
            return _answered(meeting, answer, now, chance)
        case commands.PassTurn():
            return _passed(meeting)
        case commands.GoBack():
            return _back(meeting)
        case commands.Begin():
            return arriving(meeting, flow.first_place(meeting))
        case commands.SkipStep():
            return _skipped(meeting)
        case commands.RepeatStep():
            return _repeated(meeting)
        case commands.GoToClose():
            return arriving(meeting, Place(CLOSE, GROUP, flow.MADE))
        case commands.Leave(person):
            return _left(meeting, person)
        case _:
            assert_never(command)


def arriving(meeting: Meeting, place: Place) -> tuple[Event, ...]:
    """Return the events of coming to a place; pairs are made on the way in."""
    moved = events.MovedTo(place.step, place.giver, place.part)
    step = meeting.step(place.step)
    if place.part != rounds.PAIRS or step is None:
        return (moved,)
    people = tuple(person.id for person in meeting.present)
    names = {person.name: person.id for person in meeting.present}
    last = tuple(tuple(names.get(one, one) for one in pair) for pair in meeting.last_pairs)
    today = tuple(pair for at, made in meeting.pairs.items() if at != step.id for pair in made)
    made = pairs_of(people, step.size, (*last, *today)) if people else ()
    return (events.PairsMade(step.id, made), moved)


def _answered(meeting: Meeting, answer: Answer, now: str, chance: int) -> Decided:
    place = flow.shown_place(meeting)
    if place is None:
        return Refusal(refusals.NO_WAY_BACK)
    asked = part_at(meeting, place).input
    is_nothing = writes_nothing(asked, answer)
    leads_on = is_nothing and isinstance(asked, GiveNumber)
    value = True if leads_on else value_from(asked, answer)
    if isinstance(value, Refusal):
        return value
    step = meeting.step(place.step)
    if step is None:
        return _in_close(meeting, place, value, now)
    if place.part.startswith("@") and place.part != rounds.LINE:
        return _in_round(meeting, place, value)
    stored = _stored(meeting, place, value, is_nothing=is_nothing)
    if isinstance(stored, Refusal):
        return stored
    where = (place.step, place.giver, place.part)
    happened: tuple[Event, ...] = ()
    if stored is not None:
        happened = (events.AnswerGiven(*where, stored, flow.is_private(meeting, place)),)
    elif place in meeting.answers:
        happened = (events.AnswerTakenBack(*where),)
    after = replay(meeting, happened)
    happened += _also(after, place, chance)
    after = replay(meeting, happened)
    return (*happened, *arriving(after, flow.onward(after, place, value)))


def _stored(
    meeting: Meeting, place: Place, value: AnswerValue, *, is_nothing: bool
) -> AnswerValue | Refusal | None:
    """Return what is stored of an answer; the first row writes nothing for anybody (A2)."""
    step = meeting.step(place.step)
    if step is None or place.part == rounds.LINE:
        return None if is_nothing else value
    kind = flow.kind_of(step)
    if is_nothing and place.part not in kind.first_counts:
        return None
    return kind.stored(Scene(meeting, step, place.giver), place.part, value)


def _in_round(meeting: Meeting, place: Place, value: object) -> tuple[Event, ...]:
    happened: tuple[Event, ...] = ()
    if place.part == rounds.ROOM and value == rounds.SCREEN_OFF:
        happened = (events.ScreenSeenBy(SeenBy.PERSON),)
    happened += _turned(meeting, place, passed=False)
    after = replay(meeting, happened)
    return (*happened, *arriving(after, flow.onward(after, place, value)))


def _in_close(meeting: Meeting, place: Place, value: object, now: str) -> tuple[Event, ...]:
    if place.part == flow.FINISH and value != flow.SLIP:
        return (events.MeetingClosed(now),)
    from facilitator.engine import slip  # noqa: PLC0415  a start needs none of it (P1)

    happened = slip.answered(meeting, value) if place.part == flow.SLIP else ()
    after = replay(meeting, happened)
    return (*happened, *arriving(after, flow.onward(after, place, value)))


def _passed(meeting: Meeting) -> Decided:
    place = flow.shown_place(meeting)
    if place is None or (place.step == CLOSE and place.part == flow.FINISH):
        return ()
    happened: tuple[Event, ...] = ()
    if place in meeting.answers:
        happened = (events.AnswerTakenBack(place.step, place.giver, place.part),)
        happened += _also(replay(meeting, happened), place, 0)
    happened += _turned(meeting, place, passed=True)
    after = replay(meeting, happened)
    return (*happened, *arriving(after, flow.onward(after, _passing(meeting, place))))


def _also(meeting: Meeting, place: Place, chance: int) -> tuple[Event, ...]:
    """Return what an answer here causes, or its being taken back."""
    step = meeting.step(place.step)
    if step is None or place.part.startswith("@"):
        return ()
    return flow.kind_of(step).also(Scene(meeting, step, place.giver, chance=chance), place.part)


def _turned(meeting: Meeting, place: Place, *, passed: bool) -> tuple[Event, ...]:
    step = meeting.step(place.step)
    if step is None:
        return ()
    return flow.kind_of(step).turned(Scene(meeting, step, place.giver), place.part, passed=passed)


def _passing(meeting: Meeting, place: Place) -> Place:
    """Whoever passes the hand-over passes the whole turn, so leave from its last part."""
    step = meeting.step(place.step)
    if place.part != rounds.HAND_OVER or step is None:
        return place
    return Place(place.step, place.giver, rounds.TURN_PASSED)


def _back(meeting: Meeting) -> Decided:
    """Return to the place before; from the first place on to the gathering (M5, S11)."""
    if meeting.place is None:
        return Refusal(refusals.NO_WAY_BACK)
    trail = meeting.trail[:-1]
    back: list[Event] = [events.MovedBack()]
    while trail and not flow.can_lead_back(meeting, trail):
        trail = trail[:-1]
        back.append(events.MovedBack())
    if trail and ballots.would_leave(meeting, trail[-1]):
        return Refusal(ballots.NO_WAY_BACK)
    return tuple(back)


def _skipped(meeting: Meeting) -> Decided:
    place = meeting.place
    if place is None or place.step == CLOSE:
        return Refusal(refusals.NO_SUCH_STEP)
    coming = flow.following_steps(meeting)
    to = flow.step_opening(meeting, coming[0]) if coming else Place(CLOSE, GROUP, flow.MADE)
    return arriving(meeting, to)


def _repeated(meeting: Meeting) -> Decided:
    place = meeting.place
    step = meeting.step(place.step) if place else None
    if step is None:
        return arriving(meeting, Place(CLOSE, GROUP, flow.MADE))
    opening = rounds.opening(flow.kind_of(step), meeting, step)
    return arriving(meeting, opening or flow.step_opening(meeting, step))


def _left(meeting: Meeting, person: str) -> Decided:
    """Somebody goes; if it is their turn the meeting moves on to the next (M14)."""
    one = meeting.person(person)
    if one is None or not one.here:
        return Refusal(refusals.NOBODY_CHOSEN)
    happened: tuple[Event, ...] = (events.PersonLeft(person),)
    place = meeting.place
    if place is None or place.giver != person:
        return happened
    after = replay(meeting, happened)
    leaving = Place(place.step, place.giver, rounds.TURN_PASSED)
    return (*happened, *arriving(after, flow.onward(after, leaving)))
