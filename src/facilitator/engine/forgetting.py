"""A journal without one person: the events that make the same meeting, and nothing of them (S8)."""

from collections.abc import Iterable
from dataclasses import replace

from facilitator.domain import events
from facilitator.domain.events import Event
from facilitator.domain.meeting import AnswerValue, Meeting

_OF_A_PERSON = (
    events.PersonJoined,
    events.PersonLeft,
    events.PersonReturned,
    events.KeepsLess,
    events.PersonTakenOut,
    events.PersonRenamed,
)
_MADE_ANEW = (
    events.RoleGiven,
    events.AnswerGiven,
    events.AnswerTakenBack,
    events.MovedTo,
    events.MovedBack,
)


def events_without(happened: Iterable[Event], meeting: Meeting, person: str) -> tuple[Event, ...]:
    """Return events that replay to this meeting without one person, who has left it already.

    Only the answers that stand are among them, so nothing that was put in the place of
    something else stays behind. What others wrote stays.
    """
    one = meeting.person(person)
    name, known_by = (one.name, meeting.known_by(one)) if one else ("", "")
    kept: list[Event] = []
    for event in happened:
        if isinstance(event, _MADE_ANEW):
            continue
        if isinstance(event, _OF_A_PERSON) and event.person == person:
            continue
        kept.append(_without(event, person, name, known_by))
    for place, given in meeting.answers.items():
        value = _without_id(given.value, person)
        if person != place.giver and value is not None:
            where = (place.step, place.giver, place.part)
            kept.append(events.AnswerGiven(*where, value, given.private))
    kept += _roles(meeting, person)
    trail = (
        place
        for place in meeting.trail
        if place.giver != person and place.part.partition(":")[2] != person
    )
    return (*kept, *(events.MovedTo(one.step, one.giver, one.part) for one in trail))


def _without_id(value: AnswerValue, person: str) -> AnswerValue | None:
    """Return an answer of the group's without somebody's id; None when nothing is left of it."""
    if isinstance(value, tuple):
        return tuple(one for one in value if one != person) or None
    return None if value == person else value


def _roles(meeting: Meeting, person: str) -> Iterable[Event]:
    """Yield who had which role, then who has it now, this person left out."""
    had: dict[str, str] = {}
    for role, one in meeting.duties:
        if one != person:
            had[role] = one
            yield events.RoleGiven(role, one)
    for role, last in had.items():
        now = meeting.roles.get(role, "")
        if now != last:
            yield events.RoleGiven(role, "" if now == person else now)


def _without(event: Event, person: str, name: str, known_by: str) -> Event:
    """Return an event with this person out of its pairs, and of what came along."""
    if isinstance(event, events.Brought):
        theirs = (thing.id for thing in event.things.of({known_by}))
        return replace(event, things=event.things.without(theirs))
    if isinstance(event, events.MeetingStarted):
        return replace(event, last_pairs=_pairs(event.last_pairs, name))
    if isinstance(event, events.PairsMade):
        return replace(event, pairs=_pairs(event.pairs, person))
    return event


def _pairs(pairs: tuple[tuple[str, ...], ...], gone: str) -> tuple[tuple[str, ...], ...]:
    left = (tuple(one for one in pair if one != gone) for pair in pairs)
    return tuple(pair for pair in left if pair)
