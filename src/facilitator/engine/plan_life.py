"""The life of a plan over the weeks, in kind words: no sum, no share, no row of days (M9, M12)."""

from dataclasses import replace
from datetime import date

from facilitator.domain.events import Carried
from facilitator.domain.meeting import Meeting, Participant
from facilitator.wording import growth as words
from facilitator.wording.house import MONTHS

WEEKS_KEPT = 5
"""A small history: older weeks are let go."""

CARRIED_ON = ("same", "smaller")
_WEEK = 7


def looked_back(meeting: Meeting, person: str, part: str) -> str:
    """Return what somebody said at a part of today's look-back, or ""."""
    for step in meeting.steps:
        said = meeting.said(step.id, person, part) if step.kind == "look-back" else None
        if isinstance(said, str):
            return said
    return ""


def seen_again(meeting: Meeting, person: Participant) -> Carried | None:
    """Return the plan that somebody brought, if they said that it shall go on today.

    They have said "this is me" then, and their own word where one was set.
    """
    is_on = looked_back(meeting, person.id, "next") in CARRIED_ON
    return person.carried if is_on else None


def carried_on(meeting: Meeting, person: Participant) -> Carried | None:
    """Return the plan that somebody looked back on, this week added; None where they did not."""
    how, plan = looked_back(meeting, person.id, "how"), person.carried
    following = looked_back(meeting, person.id, "next")
    if plan is None or not (how or following):
        return None
    day = meeting.closed_at[:10]
    more = tuple((day, one) for one in (how, following) if one in words.LIFE)
    return replace(plan, weeks=(*plan.weeks, *more)[-WEEKS_KEPT:])


def with_life(meeting: Meeting, person: Participant, plan: Carried) -> Carried:
    """Return a plan of today with the life of the one that it goes on from, if it does."""
    before = carried_on(meeting, person) if seen_again(meeting, person) else None
    if before is None:
        return plan
    goals = [step.id for step in meeting.steps if step.kind == "goal"]
    said = {meeting.said(step, person.id, part) for step in goals for part in ("more", "keep")}
    is_asked = any(meeting.said(step, person.id, "lock") is not None for step in goals)
    is_told = is_asked or bool(said & {"lock", "open"})
    lock = plan.lock if is_told else plan.lock or before.lock
    made_on = before.made_on or plan.made_on
    return replace(plan, made_on=made_on, weeks=before.weeks, lock=lock)


def life_lines(plan: Carried, today: str) -> tuple[str, ...]:
    """Return when a plan was made and how its weeks went, as said on `today` (ISO)."""
    made = _day(plan.made_on)
    lines = [words.MADE_ON.format(day=_in_words(made))] if made else []
    for on, how in plan.weeks:
        if how in words.LIFE:
            lines.append(words.LIFE[how].format(when=_when(on, today)))
    return tuple(lines)


def _when(on: str, today: str) -> str:
    day, now = _day(on), _day(today)
    if day is None or now is None:
        return words.JUST_NOW
    gone = (now - day).days
    if 0 <= gone < _WEEK // 2:
        return words.JUST_NOW
    weeks = round(gone / _WEEK)
    return words.WEEKS_AGO.get(weeks) or words.ON_DAY.format(day=_in_words(day))


def said_day(iso: str) -> str:
    """Return "3 November" for an ISO date; the text itself when it is none."""
    day = _day(iso)
    return _in_words(day) if day else iso


def _day(iso: str) -> date | None:
    try:
        return date.fromisoformat(iso[:10])
    except ValueError:
        return None


def _in_words(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]}"
