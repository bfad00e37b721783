"""Days in words, and days as people type them (M20)."""

from datetime import date

from facilitator.engine.days import in_words, short
from facilitator.wording.house import MONTHS

__all__ = ["day_from", "in_words", "short"]

SHORT_MONTH, YEAR = 3, 4
"""Letters of a month at least, digits of a year at most."""


def day_from(text: str) -> date | None:
    """Read "24 11 2026", "24/11/2026", "2026-11-24" or "24 November 2026"; else None."""
    parts = text.casefold().replace("/", " ").replace("-", " ").replace(".", " ").split()
    if len(parts) != 3:  # noqa: PLR2004  day, month, year
        return None
    months = [month.casefold() for month in MONTHS]
    numbers: list[int] = []
    for part in parts:
        named = [at for at, month in enumerate(months, 1) if month.startswith(part)]
        if part.isdecimal() and len(part) <= YEAR:
            numbers.append(int(part))
        elif len(part) >= SHORT_MONTH and named:
            numbers.append(named[0])
        else:
            return None
    year_first = numbers[0] > 31  # noqa: PLR2004
    year, month, day = numbers if year_first else reversed(numbers)
    try:
        return date(year, month, day)
    except ValueError:
        return None
