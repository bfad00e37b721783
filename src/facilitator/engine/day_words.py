"""A day in words."""

from datetime import date

from facilitator.wording.house import MONTHS


def in_words(iso: str) -> str:
    """Return "24 November 2026" for an ISO date or time; the text itself when it is neither."""
    try:
        day = date.fromisoformat(iso[:10])
    except ValueError:
        return iso
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
