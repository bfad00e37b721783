"""The machine's own clock."""

from datetime import UTC, datetime
from os import urandom


class SystemClock:
    """ports.outside.Clock: the only source of time and chance."""

    def now(self) -> datetime:
        """Return the time now, with the local offset."""
        return datetime.now(UTC).astimezone()

    def new_id(self) -> str:
        """Return twelve letters that nothing else has."""
        return urandom(6).hex()

    def chance(self) -> int:
        """Return a number of 8 bytes; over so many, no lot of six is likelier than another."""
        return int.from_bytes(urandom(8))
