"""A person's own word, kept only as a salted hash; it opens their plan next time (M9, A18)."""

import unicodedata

from facilitator.domain.commands import Refusal
from facilitator.wording import refusals

SAME = "same"
"""Stored where a word that was just set was typed once more."""

_COST = 2**12


def locked(word: str, salt: str) -> str:
    """Return what may be stored of a word: salt and hash, never the word."""
    return f"{salt}${_hash(word, salt)}"


def opens(word: str, lock: str) -> bool:
    """Return whether this is the word behind the lock; capitals and spaces do not matter."""
    from hmac import compare_digest  # noqa: PLC0415  a start without a word needs none of it (P1)

    salt, _, hashed = lock.partition("$")
    # As bytes: a damaged file may hold any sign here, and text with some of them raises.
    return compare_digest(_hash(word, salt).encode(), hashed.encode("utf-8", "replace"))


def said_again(word: str, lock: str) -> str | Refusal:
    """Return SAME for the word that was just set, or a kind no: nobody is locked out by a slip."""
    return SAME if opens(word, lock) else Refusal(refusals.NOT_THE_SAME)


def is_same(word: str, other: str) -> bool:
    """Return whether two words are one, as capitals and spaces do not matter."""
    return _plain(word) == _plain(other)


def _plain(word: str) -> str:
    # What was set was typed on a screen, which keeps it in NFC; a pipe hands over other forms.
    return " ".join(unicodedata.normalize("NFC", word).casefold().split())


def _hash(word: str, salt: str) -> str:
    from hashlib import scrypt  # noqa: PLC0415  as above

    plain = _plain(word).encode("utf-8", "replace")
    made = scrypt(plain, salt=salt.encode("utf-8", "replace"), n=_COST, r=8, p=1, dklen=24)
    return made.hex()
