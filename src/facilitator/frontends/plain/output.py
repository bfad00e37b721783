"""A standard output that is full, closed or read by nobody any more (S21)."""

from collections.abc import Iterator
from contextlib import contextmanager


class NotWritten(Exception):  # noqa: N818  it is a word for the person
    """What was to be shown could not be written, whatever the reason."""


@contextmanager
def written() -> Iterator[None]:
    """Raise NotWritten where writing raises OSError.

    Only writing to the outside belongs inside: an error of a file of ours is another fault.
    """
    try:
        yield
    except OSError as fault:
        raise NotWritten from fault
