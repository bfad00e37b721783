"""How much a session file may hold: looked at before anything costly is done with it (S15, S20)."""

from collections.abc import Iterator

from facilitator.wording import session_problems as words

MOST_ROWS = 100
"""Entries of a list: steps, resources, choices. The longest meeting planned for has 60 steps."""

MOST_KEYS = 60
"""Keys of a table."""

LONGEST_TEXT, LONGEST_KEY = 2000, 60
"""Letters of a text, and of the name of a key."""

DEEPEST = 12
"""Tables and lists in each other; a session has 4."""

DIGITS = 9
"""Digits of a number."""

Found = tuple[str, str]
"""Where something is too large, as a dotted path, and the sentence that says so."""


def too_much(read: dict[str, object]) -> Found | None:
    """Return the first thing that is larger than any session needs, or None."""
    return next(_found(read, "", 0), None)


def _found(value: object, path: str, depth: int) -> Iterator[Found]:
    if depth > DEEPEST:
        yield path, words.TOO_DEEP
    elif isinstance(value, dict):
        yield from _in_table(value, path, depth)
    elif isinstance(value, list):
        if len(value) > MOST_ROWS:
            # The first row too many has a line of its own.
            yield f"{path}.{MOST_ROWS}", words.MANY_ROWS.format(now=len(value), most=MOST_ROWS)
        else:
            for number, one in enumerate(value):
                yield from _found(one, f"{path}.{number}", depth + 1)
    elif isinstance(value, str) and len(value) > LONGEST_TEXT:
        yield path, words.LONG_TEXT.format(now=len(value), most=LONGEST_TEXT)
    elif isinstance(value, int | float) and abs(value) >= 10**DIGITS:
        yield path, words.LARGE_NUMBER


def _in_table(table: dict[str, object], path: str, depth: int) -> Iterator[Found]:
    if len(table) > MOST_KEYS:
        yield path, words.MANY_KEYS.format(now=len(table), most=MOST_KEYS)
        return
    for key, value in table.items():
        if len(key) > LONGEST_KEY:
            yield path, words.LONG_KEY.format(most=LONGEST_KEY)
        yield from _found(value, f"{path}.{key}" if path else key, depth + 1)
