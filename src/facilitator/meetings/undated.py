"""What was kept by a wrong clock counts from the first day that can be believed (S7, M20)."""

from contextlib import suppress
from dataclasses import replace

from facilitator.engine.retention import due_on, is_undated, member_due_on, until
from facilitator.meetings.surroundings import Surroundings
from facilitator.ports.storage import NotSaved


def give_days(around: Surroundings) -> None:
    """Let what has no day that can be believed be kept as long from today as all else.

    Once a start for each group. Where nothing can be written, it is simply not due.
    """
    if around.group.id in around.days_given or not around.is_date_sure:
        return
    if until(around.today.isoformat(), 0) is None:
        return  # somebody said that it is a day long ago
    around.days_given.add(around.group.id)
    with suppress(NotSaved):
        _meetings(around)
        _members(around)
        _things(around)
        _agreements(around)


def _meetings(around: Surroundings) -> None:
    """Only as far as the start looks for what is due: those that follow are younger (P4)."""
    days, store = around.group.keep_days, around.ports.store
    end = until(around.today.isoformat(), days)
    undated = []
    for row in store.oldest(around.group.id):
        usual = until(row.closed_at, days)
        if usual is not None and usual > around.today:
            break
        if due_on(row, days) is None:
            undated.append(row.id)
    for meeting_id in undated:
        closed = around.closed(meeting_id)
        if closed is not None and end is not None:
            store.rewrite(replace(closed, keep_until=end.isoformat()))


def _members(around: Surroundings) -> None:
    today = around.today.isoformat()
    for member in around.members:
        has_day = member.kept_on or (member.plan.made_on if member.plan else "")
        if has_day and member_due_on(member, around.group.keep_days) is None:
            around.ports.book.save_member(around.group.id, replace(member, kept_on=today))


def _things(around: Surroundings) -> None:
    things = around.things
    undated = things.among(one.id for one in things if is_undated(one))
    if undated:
        around.ports.book.keep_things(around.group.id, undated.kept_on(around.today.isoformat()))


def _agreements(around: Surroundings) -> None:
    older, today = around.older_agreements, around.today.isoformat()
    dated = tuple(
        one if until(one.again_on or one.made_on, 0) else replace(one, again_on=today)
        for one in older
    )
    if dated != older:
        around.ports.book.keep_older_agreements(around.group.id, dated)
