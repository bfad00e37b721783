"""A key that is struck twice by a hand that shakes, or held down, counts once (A19).

EN 301 549 5.7 and 5.8. Pure: the time comes in as an argument.
"""

A_SECOND = 10
"""The set time is in tenths of a second."""

HELD_DOWN = 0.06
"""Seconds: a key that comes again sooner is held down. No finger is as fast."""


class Strikes:
    """Remembers the last key and when it came, also when it did not count."""

    def __init__(self) -> None:
        """Nothing was pressed yet."""
        self._key, self._at = "", float("-inf")

    def counts(self, key: str, now: float, within: int) -> bool:
        """Return whether this key counts, pressed at `now` seconds.

        The same key within the set time, `within` tenths of a second, does not.
        Each press begins the time anew, so that a key that is held down counts once.
        """
        gone = now - self._at
        is_same = key == self._key
        self._key, self._at = key, now
        return not (is_same and gone < max(within / A_SECOND, HELD_DOWN))

    def other(self) -> None:
        """Note that something else came: the next key is not struck twice."""
        self._key = ""
