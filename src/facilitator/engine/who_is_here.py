"""Who comes, comes back, is renamed or was never there; how many are in the room (M14, M22)."""

from typing import assert_never

from facilitator.domain import commands, events
from facilitator.domain.commands import Refusal
from facilitator.domain.events import Event
from facilitator.domain.meeting import Meeting
from facilitator.domain.person_names import can_be_seen
from facilitator.wording import refusals

Decided = tuple[Event, ...] | Refusal

NAME_LETTERS = 24
MOST_PEOPLE = 30
"""People in one meeting, with and without a name."""

OfPeople = (
    commands.Join
    | commands.ComeBack
    | commands.TakeOut
    | commands.Rename
    | commands.CountPeople
    | commands.KeepLess
)


def changed(meeting: Meeting, command: OfPeople) -> Decided:
    """Return the events of a change to who is here."""
    match command:
        case commands.Join():
            return _joined(meeting, command)
        case commands.ComeBack(person):
            return (events.PersonReturned(person),)
        case commands.TakeOut(person):
            can = can_be_taken_out(meeting, person)
            return (events.PersonTakenOut(person),) if can else Refusal(refusals.NAME_SAID)
        case commands.Rename(person, name):
            return _renamed(meeting, person, name)
        case commands.CountPeople(people):
            return (events.PeopleCounted(max(0, min(MOST_PEOPLE, people))),)
        case commands.KeepLess(person):
            return (events.KeepsLess(person),)
        case _:
            assert_never(command)


def next_person(meeting: Meeting) -> str:
    """Return an id that nobody in this meeting has: after a forgetting some are missing (S8)."""
    numbers = [int(one.id[1:]) for one in meeting.people if one.id[1:].isdecimal()]
    return f"p{max(numbers, default=0) + 1}"


def can_be_taken_out(meeting: Meeting, person: str) -> bool:
    """Return whether a name may go as if it had never been: nothing is known of it yet (M22)."""
    known = {place.giver for place in (*meeting.answers, *meeting.trail)}
    known |= {one for pairs in meeting.pairs.values() for pair in pairs for one in pair}
    known |= {one for _, one in meeting.duties}
    return meeting.person(person) is not None and person not in known


def _renamed(meeting: Meeting, person: str, name: str) -> Decided:
    """A member keeps the name that the book has."""
    one = meeting.person(person)
    if one is None or one.member:
        return Refusal(refusals.NAME_OF_BOOK)
    wrong = wrong_name(name)
    return Refusal(wrong) if wrong else (events.PersonRenamed(person, name),)


def wrong_name(name: str) -> str:
    """Return why a name cannot be taken, in words, or "" (S14)."""
    if not can_be_seen(name):
        return refusals.NAME_UNSEEN
    return refusals.NAME_TOO_LONG if len(name) > NAME_LETTERS else ""


def _joined(meeting: Meeting, command: commands.Join) -> Decided:
    """Names are told apart: whoever has a name that is taken is refused kindly by the house."""
    # A member keeps the name that the book has, whatever it was once let in as.
    wrong = "" if command.member else wrong_name(command.name)
    if wrong or len(command.name) > NAME_LETTERS:
        return Refusal(wrong or refusals.NAME_TOO_LONG)
    if len(meeting.people) >= MOST_PEOPLE:
        return Refusal(refusals.TOO_MANY_PEOPLE.format(most=MOST_PEOPLE))
    person = next_person(meeting)
    late = meeting.place is not None
    joined = events.PersonJoined(person, command.name, command.member, late, command.carried)
    return (joined,)
