"""Rows of at most so many cells, one thought a row where there is room (A1)."""

import re
import unicodedata

_THOUGHTS = re.compile(r"(?<=\S[.!?])(?<!^\d\.)(?<!\s\d\.)\s+")
"""Between two sentences; "1. Tea" is one, so is "Press . for the menu."."""

_IN_A_NUMBER = re.compile(r"(?<=\d) (?=\d)")
_BOUND = "\u00a0"
_ADDRESS = re.compile(r"[a-z]+://|www\.|\S+@\S")


def thoughts(text: str) -> tuple[str, ...]:
    """Return the sentences of a paragraph."""
    return tuple(one for one in _THOUGHTS.split(text.strip()) if one) or ("",)


def cells(text: str) -> int:
    """Return how many columns of a terminal, or cells of a braille line, a text takes."""
    return len(text) if text.isascii() else sum(_cells_of(one) for one in text)


def wrapped(text: str, columns: int, *, indent: int = 0) -> tuple[str, ...]:
    """Return a text as rows of at most `columns` cells; all but the first are indented.

    A phone number with spaces in it and an address stay whole; an address may be wider.
    """
    rows: list[str] = []
    row, space = "", ""
    for word in _IN_A_NUMBER.sub(_BOUND, text.strip(" ")).split(" "):
        if not word:
            space += " "
            continue
        joined, space = f"{row} {space}{word}", ""
        if row.strip() and cells(joined) <= columns:
            row = joined
            continue
        if row.strip():
            rows.append(row)
        lead = " " * indent if rows else ""
        *full, last = _pieces(word, columns - len(lead))
        rows += [lead + piece for piece in full]
        row = (" " * indent if rows else "") + last
    return tuple(one.replace(_BOUND, " ") for one in (*rows, row))


def _pieces(word: str, room: int) -> list[str]:
    """Return a word in pieces that fit; an address is one piece."""
    if cells(word) <= room or _ADDRESS.match(word):
        return [word]
    pieces, piece, taken = [], "", 0
    for letter in word:
        wide = _cells_of(letter)
        if piece and taken + wide > room:
            pieces.append(piece)
            piece, taken = "", 0
        piece, taken = piece + letter, taken + wide
    return [*pieces, piece]


def _cells_of(letter: str) -> int:
    if unicodedata.category(letter) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in ("W", "F") else 1
