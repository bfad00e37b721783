"""The machine's own clock."""

from datetime import UTC, datetime

from facilitator.adapters.clock.system import SystemClock


def test_the_time_knows_its_offset() -> None:
    """M20: times are stored in UTC with the offset, so both must be known."""
    before = datetime.now(UTC)
    now = SystemClock().now()
    assert now.utcoffset() is not None
    assert before <= now <= datetime.now(UTC)


def test_ids_are_short_plain_and_never_the_same() -> None:
    """M19: they are names of files and are typed on the command line."""
    ids = [SystemClock().new_id() for _ in range(1000)]
    assert len(set(ids)) == 1000
    assert all(len(one) == 12 and one.isalnum() and one.isascii() for one in ids)
