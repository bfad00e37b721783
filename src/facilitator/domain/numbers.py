"""Whole numbers as people write them (A15)."""

import re

_COUNTED = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen", "twenty",
)  # fmt: skip
_WORDS = {word: number for number, word in enumerate(_COUNTED)} | {"none": 0, "thirty": 30}
_OUT_OF = re.compile(r"^(.+?)\s*(?:/|out of|of)\s*(.+)$")


def number_from(text: str, low: int, high: int) -> int | None:
    """Return the whole number that `text` means, between `low` and `high`, or None.

    Reads digits of any script, words to twenty, and "7/10" or "7 out of 10" where
    the second number is `high`.
    """
    plain = text.strip().casefold().rstrip(".!")
    out_of = _OUT_OF.match(plain)
    if out_of and _one(out_of[2]) == high:
        plain = out_of[1]
    number = _one(plain)
    return number if number is not None and low <= number <= high else None


def _one(text: str) -> int | None:
    plain = text.strip()
    if plain in _WORDS:
        return _WORDS[plain]
    return int(plain) if plain.isdecimal() and len(plain) <= 6 else None  # noqa: PLR2004
