"""A tip as it is shown: the only place that turns one into lines, and its line comes with it."""

from facilitator.wording.stories import TIP_LINE


def card(tip: str) -> tuple[str, str]:
    """Return the words of a tip, and the line without which it is never shown (C8)."""
    return tip, TIP_LINE
