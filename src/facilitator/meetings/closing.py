"""What stays when a meeting is over: the closed file, plans, the agreement (S6, S8, M9, C1)."""

from dataclasses import replace

from facilitator.domain.events import Keep
from facilitator.domain.meeting import Given, Meeting, Participant, Place
from facilitator.domain.records import Agreement, ClosedMeeting, KeptAnswer, Member
from facilitator.domain.things import Things
from facilitator.engine import flow, rounds, slip
from facilitator.engine.activities.goal import lets_plan_go, lock_of
from facilitator.engine.activities.moving_on import leaving_for_good
from facilitator.engine.close import is_agreement_kept, plan_to_keep
from facilitator.engine.keeping import kept_by, let_go_by, planned_by
from facilitator.engine.plan_life import carried_on, looked_back, with_life
from facilitator.engine.running import run_of
from facilitator.meetings.surroundings import Ports

GROUP_PARTS = (rounds.LINE,)


def settle(ports: Ports, meeting: Meeting) -> bool:
    """Keep what people said yes to, then close or delete the journal.

    Returns whether anything of the meeting is kept now. Safe to run again after a power cut
    in the middle. Raises NotSaved.
    """
    if meeting.keep is Keep.NOTHING:
        return False
    meeting = _without_unkept(meeting)
    book, group, kept = ports.book, meeting.group_id, kept_by(meeting)
    writes = any(
        plan_to_keep(meeting, one) is not None or carried_on(meeting, one) is not None
        for one in meeting.people
    )
    # Where something is written beside a name, what stands there already must be known.
    known = book.held_members(group) if writes else book.members(group)
    members = kept_members(meeting, known)
    for member in members:
        book.save_member(group, member)
    _keep_things(ports, meeting, kept)
    agreement = kept_agreement(meeting, book.agreement(group))
    if agreement is not None:
        book.save_agreement(group, agreement)
    if shape := slip.shape_of(meeting):
        names = tuple(one.name for one in book.members(group))
        name, body = slip.written_as(shape, closed_meeting(meeting), names)
        ports.exports.write(group, name, body)
    if meeting.keep is Keep.GROUP:
        closed = closed_meeting(meeting)
        for person in leaving_for_good(meeting):
            closed = forgotten(closed, person.name)
        ports.store.close(closed)
    else:
        ports.store.discard(group, meeting.id)
    is_more = bool(members or kept or shape or planned_by(meeting))
    return is_more or meeting.keep is Keep.GROUP or is_agreement_kept(meeting)


def _without_unkept(meeting: Meeting) -> Meeting:
    """Leave out what was said before the group let this machine keep more (S6)."""
    if not meeting.unkept:
        return meeting
    kept = {at: one for at, one in meeting.answers.items() if at not in meeting.unkept}
    return replace(meeting, answers=kept, unkept=frozenset())


def _keep_things(ports: Ports, meeting: Meeting, kept: Things) -> None:
    """Whoever keeps something of their own is in the book from then on, so that it is theirs."""
    book, group = ports.book, meeting.group_id
    owners = {one.owner for one in kept if one.needs_member}
    owners -= {member.id for member in book.held_members(group)} if owners else set()
    for person in meeting.people:
        if meeting.known_by(person) in owners:
            day = meeting.closed_at[:10]
            book.save_member(group, Member(meeting.known_by(person), person.name, kept_on=day))
    if kept:
        book.keep_things(group, kept)
    if gone := let_go_by(meeting):
        book.let_go(group, gone)
    if any(one.steps for one in kept.next_times) or planned_by(meeting):
        from facilitator.meetings.next_drafts import write_drafts  # noqa: PLC0415  few meetings plan one

        write_drafts(ports, meeting, kept)


def kept_members(meeting: Meeting, known: tuple[Member, ...]) -> tuple[Member, ...]:
    """Return the members as they are after this meeting: those who asked, and those looked back.

    The same plan again, or a smaller one, comes back with this week added to its life. Whoever
    wanted a rest, or a new plan and made none, keeps none; a no at the new plan is a no.
    """
    kept = []
    ids = {member.id: member for member in known}
    leaving = leaving_for_good(meeting)
    for person in meeting.people:
        if person in leaving:
            continue
        plan, known_by = plan_to_keep(meeting, person), meeting.known_by(person)
        ways, day = ids[known_by].ways if known_by in ids else None, meeting.closed_at[:10]
        if plan is not None:
            plan = with_life(meeting, person, plan)
            kept.append(Member(known_by, person.name, plan, ways, day))
        elif person.member in ids and carried_on(meeting, person) is not None:
            if _lets_plan_go(meeting, person):
                kept.append(Member(person.member, person.name, ways=ways, kept_on=day))
            elif not person.keeps_less:
                plan = carried_on(meeting, person)
                kept.append(Member(person.member, person.name, plan, ways, day))
    return tuple(kept)


def _lets_plan_go(meeting: Meeting, person: Participant) -> bool:
    if looked_back(meeting, person.id, "next") in ("rest", "new"):
        return True
    return lets_plan_go(meeting, person)


def kept_agreement(meeting: Meeting, stands: Agreement) -> Agreement | None:
    """Return the new version of the agreement, or None when nothing changed (C1)."""
    is_same = (meeting.asks, meeting.gives) == (stands.asks, stands.gives)
    if is_same or not is_agreement_kept(meeting):
        return None
    made_on = meeting.closed_at[:10]
    return Agreement(meeting.asks, meeting.gives, stands.version + 1, made_on)


def closed_meeting(meeting: Meeting) -> ClosedMeeting:
    """Return the closed file's content: only the answers that stand (S8)."""
    answers = (_kept(meeting, place, given) for place, given in meeting.answers.items())
    names = {person.id: person.name for person in meeting.people}
    pairs = tuple(
        tuple(names[one] for one in pair if one in names)
        for made in meeting.pairs.values()
        for pair in made
    )
    return ClosedMeeting(
        id=meeting.id,
        group_id=meeting.group_id,
        session_id=meeting.session.id,
        session_title=meeting.session.title,
        started_at=meeting.started_at,
        closed_at=meeting.closed_at,
        offset=meeting.offset,
        people=tuple(person.name for person in meeting.people),
        answers=tuple(answer for answer in answers if answer is not None),
        asks=meeting.asks,
        gives=meeting.gives,
        pairs=pairs,
        locks=_locks(meeting),
        run=run_of(meeting),
        slip_agreed=slip.shape_of(meeting),
        known_by={person.name: meeting.known_by(person) for person in meeting.people},
    )


def _locks(meeting: Meeting) -> dict[str, str]:
    """Return the lock of everybody who set a word and whose words are kept (C3)."""
    kept = (person for person in meeting.people if not person.keeps_less)
    locks = {person.name: lock_of(meeting, person.id) for person in kept}
    return {name: lock for name, lock in locks.items() if lock}


def _kept(meeting: Meeting, place: Place, given: Given) -> KeptAnswer | None:
    step = meeting.step(place.step)
    if step is None:
        return None
    kind, person = flow.kind_of(step), meeting.person(place.giver)
    if not kind.holds_answers or place.part in kind.transient or step.kind == "agreement":
        return None
    if person is not None and person.keeps_less:
        return None
    if not kind.was_shown(meeting, step):
        return None
    return KeptAnswer(
        step=step.id,
        step_title=step.title,
        giver=person.name if person else "",
        part="said" if place.part in GROUP_PARTS else place.part,
        value=given.value,
        private=given.private,
        person=place.giver,
        kind=step.kind,
    )


def forgotten(closed: ClosedMeeting, name: str) -> ClosedMeeting:
    """Return a closed meeting without anything of one person: name, words, pairs (S8).

    `name` is as the meeting holds it, letter for letter: older files may hold two of one look.
    """
    return replace(
        closed,
        people=tuple(one for one in closed.people if one != name),
        answers=tuple(one for one in closed.answers if one.giver != name),
        pairs=tuple(tuple(one for one in pair if one != name) for pair in closed.pairs),
        locks={one: lock for one, lock in closed.locks.items() if one != name},
        known_by={one: by for one, by in closed.known_by.items() if one != name},
    )
