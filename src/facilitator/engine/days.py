"""Days in words (M20)."""

from datetime import date

from facilitator.wording.house import MONTHS


def in_words(iso: str) -> str:
    """Return "24 November 2026" for an ISO date or time; the text itself when it is neither."""
    try:
        day = date.fromisoformat(iso[:10])
    except ValueError:
        return iso
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def short(iso: str) -> str:
    """Return "24 Nov 2026", for a row that has to fit."""
    day, _, rest = in_words(iso).partition(" ")
    month, _, year = rest.partition(" ")
    return f"{day} {month[:3]} {year}".strip()
