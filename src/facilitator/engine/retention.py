"""When the time is over for which something is kept (S7)."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from facilitator.domain.events import Keep
from facilitator.domain.kept import Kept
from facilitator.domain.records import Agreement, MeetingRow, Member, Unfinished
from facilitator.domain.things import Things

OF_THE_GROUP = "@ours"
"""What the group is asked about when its own things are due; no meeting or member has this id."""

OLDER_AGREEMENTS = "@agreed"
"""The same for older versions of its agreement."""


FIRST_DAY = date(2024, 1, 1)
"""The program is younger: a clock that shows a day before it has no battery, and is wrong (M20)."""


ONE_SITTING = timedelta(hours=4)
"""No meeting takes longer: what began so long ago on another day is of that day (M21)."""


def until(kept_on: str, days: int) -> date | None:
    """Return the day on which something kept on this day is due; None when that is no day.

    A day before there was this program is none: nothing is due by a clock that was wrong.
    """
    try:
        day = date.fromisoformat(kept_on[:10])
        return day + timedelta(days=days) if day >= FIRST_DAY else None
    except (ValueError, OverflowError):
        return None


def is_undated(one: Kept) -> bool:
    """Return whether a thing was kept on a day that is none, so that it is never due."""
    kept_on = one.again_on or one.on
    return bool(kept_on) and until(kept_on, 0) is None


def due_on(row: MeetingRow, days: int) -> date | None:
    """Return the day on which a closed meeting is due: the group's, or the one it kept it to."""
    return until(row.keep_until, 0) or until(row.closed_at, days)


def is_left_open(one: Unfinished, now: datetime) -> bool:
    """Return whether a meeting was to be kept until the end of a day that is over (M21).

    Not yet in the hours of one sitting, which may go on past midnight. Nobody can say it of
    one that cannot be read.
    """
    if one.keep is not Keep.TODAY or one.day in ("", now.date().isoformat()):
        return False
    began = datetime.fromisoformat(one.started_at).replace(tzinfo=None)
    here = now.replace(tzinfo=None) - timedelta(minutes=one.offset)
    return abs(here - began) >= ONE_SITTING


def is_overdue(one: Unfinished, days: int, today: date) -> bool:
    """Return whether an unfinished meeting that the group keeps is older than its days (S7)."""
    due = until(one.day, days) if one.keep is Keep.GROUP else None
    return due is not None and due <= today


def newest_day(latest: MeetingRow | None, unfinished: Iterable[Unfinished]) -> date | None:
    """Return the newest day that is stored with a meeting, finished or not (M20)."""
    kept = (latest.closed_at if latest else "", *(one.day for one in unfinished))
    return max((day for at in kept if (day := until(at, 0)) is not None), default=None)


def member_due_on(member: Member, days: int) -> date | None:
    """Return the day on which what is kept of a member is due; None where no day is known."""
    made_on = member.plan.made_on if member.plan else ""
    return until(member.kept_on, days) or until(made_on, days)


def agreements_due(older: tuple[Agreement, ...], days: int, today: date) -> tuple[Agreement, ...]:
    """Return the older versions of an agreement whose time is over.

    The one that stands is not among them: the group lives by it.
    """
    found = ((one, until(one.again_on or one.made_on, days)) for one in older)
    return tuple(one for one, day in found if day is not None and day <= today)


def kept_from(today: date, days: int) -> date:
    """Return the day before which something must have been kept to be due today."""
    return today - timedelta(days=days - 1)


def things_due(things: Things, days: int, today: date) -> Things:
    """Return the group's own things whose time is over.

    What was shared with the group and makes nobody a member, a strength or a role that
    somebody had, is among them: nobody else would be asked about it. All else that has an
    owner goes with its owner's yes.
    """
    ours = (one for one in things if not (one.owner and one.needs_member))
    due = (one.id for one in ours if _is_over(one, days, today))
    return things.among(due)


def _is_over(one: Kept, days: int, today: date) -> bool:
    day = until(one.again_on or one.on, days)
    return day is not None and day <= today
