"""Who has which role now, who had it today, and what the group keeps of it (C2, C14)."""

from dataclasses import replace

from facilitator.domain.commands import Refusal
from facilitator.domain.events import Event, Keep, RoleGiven
from facilitator.domain.kept import Duty, Willing
from facilitator.domain.meeting import Meeting, Participant
from facilitator.domain.person_names import is_same
from facilitator.domain.things import Things
from facilitator.engine.fair_roles import Somebody, in_fair_order
from facilitator.wording import refusals, roles


def with_role(meeting: Meeting, event: RoleGiven) -> Meeting:
    """Return the meeting in which a role has gone to somebody, or is free."""
    had = meeting.roles.get(event.role, "")
    held = {role: person for role, person in meeting.roles.items() if role != event.role}
    duties = meeting.duties
    if event.anew:
        duties = tuple(one for one in duties if one != (event.role, had))
    if event.person:
        held[event.role] = event.person
        duties = tuple(dict.fromkeys((*duties, (event.role, event.person))))
    return replace(meeting, roles=held, duties=duties)


def without_roles(meeting: Meeting, person: str) -> Meeting:
    """Return the meeting in which the roles of somebody who went are free again."""
    held = {role: one for role, one in meeting.roles.items() if one != person}
    return replace(meeting, roles=held)


def given(meeting: Meeting, role: str, person: str) -> tuple[Event, ...] | Refusal:
    """Return the event of handing a role on, or why it cannot be: only to whoever is here."""
    one = meeting.person(person)
    if role not in roles.NAMES or (person and (one is None or not one.here)):
        return Refusal(refusals.NOBODY_CHOSEN)
    if meeting.roles.get(role, "") == person:
        return ()
    return (RoleGiven(role, person),)


def held_by(meeting: Meeting, person: str) -> tuple[str, ...]:
    """Return the roles that somebody has now, in the usual order."""
    return tuple(role for role in roles.NAMES if meeting.roles.get(role) == person)


def today_line(meeting: Meeting) -> str:
    """Return "Today Ann leads, Bo reads.", or "" while nobody has a role."""
    said = [
        roles.DOES[role].format(name=person.name)
        for role in roles.NAMES
        if (person := meeting.person(meeting.roles.get(role, ""))) is not None
    ]
    return roles.TODAY.format(who=", ".join(said)) if said else ""


def proposals(meeting: Meeting, role: str) -> tuple[str, ...]:
    """Return the ids of those present in the order in which they are asked for a role.

    Whoever has it now is not asked again. What was done today counts like what was done before.
    """
    holder = meeting.roles.get(role, "")
    people = tuple(
        Somebody(one.id, meeting.known_by(one), one.name)
        for one in meeting.present
        if one.id != holder
    )
    done = (*meeting.brought.duties, *duties_of(meeting))
    return in_fair_order(role, people, done, meeting.brought.willing)


def duties_of(meeting: Meeting) -> tuple[Duty, ...]:
    """Return what everybody did today, as the group's book would hold it."""
    day = (meeting.closed_at or meeting.started_at)[:10]
    return tuple(
        Duty(
            f"{meeting.id}-{role}-{person.id}",
            meeting.known_by(person),
            person.name,
            day,
            role,
            meeting.id,
        )
        for role, person_id in meeting.duties
        if (person := meeting.person(person_id)) is not None
    )


def kept_duties(meeting: Meeting) -> Things:
    """Return the duties that are kept: only where the group keeps its meeting (S6)."""
    return Things(duties=duties_of(meeting)) if meeting.keep is Keep.GROUP else Things()


def offered(meeting: Meeting, person: Participant, role: str) -> Willing:
    """Return an offer to take a role; the same, at whichever step it was made (C14).

    The id names the meeting: an older offer may be used up in the meeting that brings a new one.
    """
    known, day = meeting.known_by(person), (meeting.closed_at or meeting.started_at)[:10]
    return Willing(f"{meeting.id}-willing-{role}-{person.id}", known, person.name, day, role)


def older_offers(meeting: Meeting, new: Things) -> frozenset[str]:
    """Return the ids of older offers that give way: of the same person, for the same role."""
    made = {(one.owner, one.role) for one in new.willing}
    return frozenset(old.id for old in meeting.brought.willing if (old.owner, old.role) in made)


def is_of(meeting: Meeting, offer: Willing, person_id: str) -> bool:
    """Return whether an offer is that of somebody here: by the book, else by the name."""
    one = meeting.person(person_id)
    if one is None:
        return False
    is_known = offer.owner == meeting.known_by(one)
    return is_known or is_same(offer.name, one.name)
