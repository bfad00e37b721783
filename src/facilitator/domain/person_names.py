"""What a name of a person is: how it is shown, compared and told from one of its look (M9, S14).

Every place that takes or compares names asks here. Nothing that is stored is changed by it.
"""

import unicodedata
from collections.abc import Iterable

from facilitator.domain.text import cleaned, safe

_JOINERS = frozenset("\u200c\u200d")
"""They shape the letters beside them in Persian and Indic names, and join emoji."""

_FILLERS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
"""Letters, marks and a sign that have no ink."""

_AFTER_A_SIGN = (
    *range(0x180B, 0x1810),  # Mongolian shapes
    *range(0xFE00, 0xFE10),  # variation selectors: with one of them a heart is red
    *range(0xE0020, 0xE0080),  # tags: the flag of Scotland ends with them
    *range(0xE0100, 0xE01F0),
)
_MODIFIERS = _JOINERS | frozenset(map(chr, _AFTER_A_SIGN))
"""Unseen, but they change the sign before them: there they belong to a name."""

_ENDLESS = 8
"""More often than any text needs to be folded until nothing changes any more."""


def shown(name: str) -> str:
    """Return a name as it is kept from now on: safe, one space between words, no unseen sign.

    Joiners and the like stay where they stand behind a sign that can be seen.
    """
    kept: list[str] = []
    for sign in cleaned(name):
        is_behind = bool(kept) and not kept[-1].isspace()
        if not _is_unseen(sign) or (sign in _MODIFIERS and is_behind):
            kept.append(sign)
    words = "".join(kept).split()
    joined = " ".join(word.rstrip("".join(_JOINERS)) for word in words)
    return unicodedata.normalize("NFC", joined)


def can_be_seen(name: str) -> bool:
    """Return whether a name shows anything: a letter, number, sign or mark with ink of its own."""
    return any(unicodedata.category(one)[0] in "LNPS" and not _is_unseen(one) for one in name)


def key(name: str) -> str:
    """Return what is compared: the same for every Unicode form and case of a name.

    Spaces are folded and unseen signs left out. For comparing alone: it is never shown or kept.
    """
    plain = name
    for _ in range(_ENDLESS):
        folded = _folded(plain)
        if folded == plain:
            break
        plain = folded
    return plain


def _folded(name: str) -> str:
    apart = unicodedata.normalize("NFKD", name)
    # By capitals first: the Turkish dotless i has the capital of every other i.
    small = unicodedata.normalize("NFKD", apart.upper().casefold())
    seen = "".join(one for one in small if not _is_unseen(one))
    return unicodedata.normalize("NFKC", " ".join(seen.split()))


def looks(name: str) -> frozenset[str]:
    """Return the looks of a name; two names that share one can be taken for each other.

    Its key is among them. The others are Unicode's "skeletons" (UTS 39) of the name as it
    stands, in small letters and in capitals: "Kai" looks like "Kal" in none of them.
    """
    from facilitator.domain.look_alikes import TABLE  # noqa: PLC0415  no start needs it (P1)

    plain = unicodedata.normalize("NFKC", name)
    seen = " ".join("".join(one for one in plain if not _is_unseen(one)).split())
    cases = (seen, seen.casefold(), seen.upper())
    skeletons = (unicodedata.normalize("NFD", one).translate(TABLE) for one in cases)
    own = key(name)
    return frozenset({own, *skeletons}) if own else frozenset()


def is_same(one: str, other: str) -> bool:
    """Return whether two names are one, as far as a person types or reads them."""
    return one == other or key(one) == key(other)


def called(name: str, names: Iterable[str]) -> tuple[str, ...]:
    """Return which of these names is meant: the one that is exactly so, else all of one key."""
    known = tuple(dict.fromkeys(names))
    for exact in (name, safe(name).strip(), cleaned(name)):
        if exact in known and key(exact):
            return (exact,)
    wanted = key(name)
    return tuple(one for one in known if wanted and key(one) == wanted)


def _is_unseen(sign: str) -> bool:
    if sign in _FILLERS or sign in _MODIFIERS:
        return True
    return unicodedata.category(sign) in ("Cf", "Cc", "Cs") and not sign.isspace()
