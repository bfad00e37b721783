"""Which offer could fit which need: by the words that both share, in no order of merit (C5)."""

from collections.abc import Iterable
from dataclasses import dataclass

from facilitator.domain.kept import Offer
from facilitator.wording.reading_lists import SMALL_WORDS

MOST = 6
_STEM = 4
"""Letters that count: walk, walks and walking are one word."""


@dataclass(frozen=True, slots=True)
class Fit:
    """An offer that could fit a need of somebody else."""

    offer: Offer
    need: Offer


def fits(lines: Iterable[Offer]) -> tuple[Fit, ...]:
    """Return at most six fits; each offer and each need is named once. Nobody comes before others.

    It only suggests: people see fits that no word shows, and no match is fine.
    """
    told = tuple(lines)
    found: list[Fit] = []
    taken: set[str] = set()
    for need in (one for one in told if one.is_need):
        for offer in (one for one in told if not one.is_need):
            if offer.id in taken or need.id in taken or _same(offer, need):
                continue
            if _words(offer.words) & _words(need.words):
                found.append(Fit(offer, need))
                taken |= {offer.id, need.id}
    return tuple(found[:MOST])


def _same(one: Offer, other: Offer) -> bool:
    return one.owner == other.owner


def _words(line: str) -> frozenset[str]:
    plain = "".join(letter if letter.isalnum() else " " for letter in line.casefold())
    return frozenset(word[:_STEM] for word in plain.split() if word not in SMALL_WORDS)
