"""Letters that the other end can show: where it knows few, plain ones stand for them (A1)."""

import unicodedata

STAND_FOR: dict[str, str] = {
    "\u2018": "'", "\u2019": "'", "\u201a": "'", "\u2039": "'", "\u203a": "'",
    "\u201c": '"', "\u201d": '"', "\u201e": '"', "\u00ab": '"', "\u00bb": '"',
    "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-", "\u2014": "-", "\u2212": "-",
    "\u2026": "...", "\u2022": "*", "\u00b7": "*", "\u00d7": "x", "\u00f7": "/",
    "\u00a3": "GBP ", "\u20ac": "EUR ", "\u00b0": " degrees", "\u00b1": "+/-",
    "\u00bd": "1/2", "\u00bc": "1/4", "\u00be": "3/4",
    "\u00df": "ss", "\u00e6": "ae", "\u00c6": "AE", "\u0153": "oe", "\u0152": "OE",
    "\u00f8": "o", "\u00d8": "O", "\u0142": "l", "\u0141": "L", "\u0111": "d", "\u0110": "D",
    "\u00f0": "d", "\u00d0": "D", "\u00fe": "th", "\u00de": "Th", "\u0131": "i",
}  # fmt: skip
"""Signs and letters that no accent can be taken from, and what is written instead."""

UNKNOWN = "?"


def fitting(text: str, encoding: str) -> str:
    """Return `text` in letters of this encoding: "caf\u00e9\u2026" is "cafe..." in ASCII.

    What has no likeness there is a "?".
    """
    if _fits(text, encoding):
        return text
    return "".join(one if _fits(one, encoding) else _likeness(one, encoding) for one in text)


def _fits(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _likeness(letter: str, encoding: str) -> str:
    if letter in STAND_FOR:
        return STAND_FOR[letter]
    taken_apart = unicodedata.normalize("NFKD", letter)
    bare = "".join(one for one in taken_apart if not unicodedata.combining(one))
    if bare and _fits(bare, encoding):
        return bare
    return "" if unicodedata.combining(letter) else UNKNOWN
