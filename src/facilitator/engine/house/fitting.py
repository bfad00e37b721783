"""A row of somebody's own words, cut to the room that a row has (A5)."""

FITS = 34
"""Letters of a row at 40 columns."""


def fitted(words: str) -> str:
    """Return the words, or as many of them as fit a row, with a mark that there is more."""
    return words if len(words) <= FITS else words[: FITS - 1].rstrip() + "…"
