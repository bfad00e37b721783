"""A recovery key as sixteen plain words, and back (S9)."""

from facilitator.wording.recovery_words import RECOVERY_WORDS

BEGINNING = 3
"""Letters by which every word of the list is known."""

_NUMBERS = {word[:BEGINNING]: number for number, word in enumerate(RECOVERY_WORDS)}


def words_of(key: bytes) -> tuple[str, ...]:
    """Return a key as words, one for each byte."""
    return tuple(RECOVERY_WORDS[number] for number in key)


def key_of(typed: str) -> bytes | None:
    """Return the key of words as somebody typed them; None when one is not of the list.

    The first three letters of a word are enough. Capitals, stops, numbers and lines
    between them do not matter.
    """
    letters = "".join(one if one.isalpha() else " " for one in typed.casefold())
    numbers = [_number_of(word) for word in letters.split()]
    known = [number for number in numbers if number is not None]
    return bytes(known) if len(known) == len(numbers) else None


def _number_of(word: str) -> int | None:
    number = _NUMBERS.get(word[:BEGINNING])
    if number is None or not RECOVERY_WORDS[number].startswith(word):
        return None
    return number


def is_same_word(typed: str, wanted: str) -> bool:
    """Whether somebody typed this word of the list, or as much of it as makes it known."""
    found = key_of(typed)
    return found is not None and words_of(found) == (wanted,)
