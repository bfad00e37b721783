"""A row of somebody's own words, cut to the room that a row has (A5)."""

FITS = 34
"""Letters of a row at 40 columns."""


def fits(words: str) -> bool:
    """Return whether the words have room on one row."""
    return len(words) <= FITS


def fitted(words: str) -> str:
    """Return the words, or as many of them as fit a row, with a mark that there is more."""
    return words if fits(words) else words[: FITS - 1].rstrip() + "…"
