"""How a meeting begins: its first events, and what the group keeps that comes along (S6)."""

from dataclasses import dataclass
from datetime import UTC, timedelta

from facilitator.domain import events
from facilitator.domain.events import Event, Keep, MeetingStarted
from facilitator.domain.meeting import Meeting
from facilitator.domain.session import Session
from facilitator.engine.activities.you_said import opened_with
from facilitator.engine.apply import begin, replay
from facilitator.engine.decide import decide
from facilitator.engine.house.effects import SettingOut
from facilitator.engine.keeping import brought_along, shelf_shown, sorts_wanted, wants_shelf
from facilitator.meetings.surroundings import Surroundings
from facilitator.ports.storage import Journal


@dataclass(frozen=True, slots=True)
class Begun:
    """A meeting that has begun: where it is written, what it is, what happened so far."""

    journal: Journal
    meeting: Meeting
    happened: tuple[Event, ...]
    on_disk: bool


def started(around: Surroundings, plan: SettingOut, session: Session | None = None) -> Begun | None:
    """Begin a meeting as was chosen; None where its session is not there. Raises NotSaved.

    `session` is given where it is on no shelf, as in a practice.
    """
    session = session or around.session(plan.session_id)
    if session is None:
        return None
    on_disk = plan.keep is not Keep.NOTHING and not around.is_rehearsal
    if on_disk and not around.ports.book.has_group(around.group.id):
        around.ports.book.add_group(around.group)
    now = around.now()
    offset = now.utcoffset() or timedelta()
    first = MeetingStarted(
        meeting_id=around.ports.clock.new_id(),
        group_id=around.group.id,
        session_source=session.source,
        title=session.title,
        keep=plan.keep,
        seen_by=plan.seen_by,
        people=plan.people,
        at=now.astimezone(UTC).isoformat(timespec="seconds"),
        offset=int(offset.total_seconds() // 60),
        last_pairs=_last_pairs(around),
        number=around.number_for(session),
    )
    journal = around.ports.store.start(around.group.id, first.meeting_id, on_disk=on_disk)
    meeting, happened = _prepared(around, begin(first, session), plan)
    journal.append((first, *happened))
    return Begun(journal, meeting, (first, *happened), on_disk)


def _prepared(
    around: Surroundings, meeting: Meeting, plan: SettingOut
) -> tuple[Meeting, tuple[Event, ...]]:
    """The agreement that stands, and the steps whose time has not come."""
    stands = around.agreement
    happened: tuple[Event, ...] = ()
    if stands.asks or stands.gives:
        happened = (events.AgreementMade(stands.asks, stands.gives),)
    happened += opened_with(meeting, around.things)
    happened += brought(around, replay(meeting, happened))
    meeting = replay(meeting, happened)
    for command in plan.changes:
        decided = decide(meeting, command)
        if isinstance(decided, tuple):
            meeting, happened = replay(meeting, decided), (*happened, *decided)
    return meeting, happened


def brought(around: Surroundings, meeting: Meeting) -> tuple[Event, ...]:
    """What the group keeps comes along as far as the steps need it, and so does the shelf."""
    sorts = sorts_wanted(meeting)
    draw = around.ports.clock.new_id() if "notes" in sorts else ""
    things = (brought_along(around.things, sorts, draw),) if sorts else ()
    shelf = (shelf_shown(around.sessions),) if wants_shelf(meeting) else ()
    return (*things, *shelf)


def _last_pairs(around: Surroundings) -> tuple[tuple[str, ...], ...]:
    closed = around.closed(around.latest.id) if around.latest else None
    return closed.pairs if closed else ()
