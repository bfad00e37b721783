"""A line that a shaking hand sends twice counts once (A19)."""

from collections.abc import Callable

from facilitator.domain.strikes import Strikes


class Twice:
    """Remembers the last line, and the last Enter: both can be struck twice."""

    def __init__(self, now: Callable[[], float]) -> None:
        """Ask `now` for the time, in seconds."""
        self._now = now
        self._lines, self._enters = Strikes(), Strikes()

    def is_twice(self, line: str, within: int) -> bool:
        """Return whether a line is the last one again, or its Enter struck again.

        `within` is in tenths of a second; 0 is never.
        """
        at, text = self._now(), line.strip()
        is_new = self._lines.counts(text, at, within)
        is_new_enter = self._enters.counts("enter", at, within)
        return within > 0 and (not is_new or (not text and not is_new_enter))
