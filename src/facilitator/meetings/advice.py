"""A word about the time, once a meeting, if the group switched it on (M6)."""

from datetime import datetime

from facilitator.domain.meeting import Meeting
from facilitator.wording import rounds

SPEAKS_AT = 5
"""Minutes before the end from which on the word is given."""


def time_word(meeting: Meeting, now: datetime) -> str:
    """Return the advice that is due now, or "". It comes with a prompt and moves nothing (M6)."""
    try:
        gone = (now - datetime.fromisoformat(meeting.started_at)).total_seconds() / 60
    except (ValueError, TypeError):
        return ""  # nobody knows when it began
    left = meeting.session.minutes - gone
    if left > SPEAKS_AT:
        return ""
    if left < 1:
        return rounds.TIME_UP
    return rounds.TIME_LEFT.format(minutes=round(left)) if round(left) > 1 else rounds.TIME_ONE
