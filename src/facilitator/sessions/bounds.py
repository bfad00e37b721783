"""How much may stand in a session file: looked at before anything costly is done (S15)."""

import re
from collections.abc import Iterator, Mapping

from facilitator.wording import session_problems as words

MOST_STEPS = 100
"""Steps of a session; one of 60 is a long day already (P7)."""

MOST_RESOURCES = 50
MOST_ENTRIES = 60
"""Entries of any other list, such as the rows to choose from."""

MOST_KEYS = 60
"""Keys of one table, at the top too."""

MOST_LETTERS = 2000
"""Letters of one text; what a screen shows has less room, and its own bound."""

MOST_DEPTH = 8
"""Tables and lists inside each other: settings have 4."""

MOST_NUMBER = 1_000_000
LONGEST_NUMBER = 100
"""Signs of a number as it is written: reading one of 200,000 takes seconds, or fails."""

MOST_PROBLEMS = 50
"""Problems that are told of one file, and as many pieces of advice; the rest is counted."""

_NUMBER = re.compile(rf"(?<![\w.\"'-])[-+]?(?:0x|0o|0b)?[0-9a-fA-F_]{{{LONGEST_NUMBER},}}")
_MOST = {"steps": MOST_STEPS, "resources": MOST_RESOURCES}

Beyond = tuple[str, str]
"""Where something is too much, as a dotted path, and what is said of it."""


def long_number(text: str) -> int:
    """Return the line of a number that is too long to be read, 0 where there is none."""
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) >= LONGEST_NUMBER and _NUMBER.search(line):
            return number
    return 0


def beyond(read: Mapping[str, object]) -> Iterator[Beyond]:
    """Yield what is too much in what was read; nothing inside of that is looked at."""
    waiting: list[tuple[str, object, int]] = [("", read, 1)]
    while waiting:
        path, value, depth = waiting.pop()
        said = _said(path, value, depth)
        if said:
            yield path, said
        elif isinstance(value, dict):
            inner = [(_inside(path, str(key)), one, depth + 1) for key, one in value.items()]
            waiting += reversed(inner)
        elif isinstance(value, list):
            inner = [(_inside(path, str(at)), one, depth + 1) for at, one in enumerate(value)]
            waiting += reversed(inner)


def _inside(path: str, key: str) -> str:
    return f"{path}.{key[:MOST_ENTRIES]}" if path else key[:MOST_ENTRIES]


def _said(path: str, value: object, depth: int) -> str:
    """Return why a value is too much, or ""."""
    match value:
        case str():
            most, now = MOST_LETTERS, len(value)
            return words.TOO_LONG.format(now=now, most=most) if now > most else ""
        case dict():
            longest = max((len(key) for key in value), default=0)
            if longest > MOST_ENTRIES:
                return words.LONG_KEY.format(now=longest, most=MOST_ENTRIES)
            return _many(words.TOO_MANY_KEYS, len(value), MOST_KEYS, depth)
        case list():
            sentence = words.TOO_MANY_STEPS if path == "steps" else words.TOO_MANY
            return _many(sentence, len(value), _MOST.get(path, MOST_ENTRIES), depth)
        case bool():
            return ""
        case int():
            is_too_big = not -MOST_NUMBER <= value <= MOST_NUMBER
            return words.TOO_BIG.format(most=MOST_NUMBER) if is_too_big else ""
        case _:
            return ""


def _many(sentence: str, now: int, most: int, depth: int) -> str:
    if now > most:
        return sentence.format(now=now, most=most)
    return words.TOO_NESTED.format(most=MOST_DEPTH) if depth > MOST_DEPTH else ""
