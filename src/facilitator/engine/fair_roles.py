"""Whom to ask for a role first, so that it goes round over the weeks (C2). Pure sums, no chance."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from facilitator.domain.kept import Duty, Kept, Willing
from facilitator.domain.person_names import is_same


@dataclass(frozen=True, slots=True)
class Somebody:
    """One who is here: the id in the meeting, the id in the group's book, the name."""

    id: str
    known_by: str
    name: str

    def is_same(self, kept: Kept) -> bool:
        """Whether a line of the book is theirs: by its id, else by the same name."""
        return kept.owner == self.known_by or is_same(kept.name, self.name)


def in_fair_order(
    role: str, people: Sequence[Somebody], duties: Iterable[Duty], willing: Iterable[Willing]
) -> tuple[str, ...]:
    """Return the ids of these people, in the order in which they are asked for this role.

    First who offered it, then who had it least, then who had fewest of all, then whose last
    one is longest ago, then in order of coming. A no leaves no trace, so nobody loses by it.
    """
    done, offers = tuple(duties), tuple(one for one in willing if one.role == role)
    ranked = sorted(people, key=lambda one: _rank(role, one, done, offers))
    return tuple(one.id for one in ranked)


def _rank(
    role: str, one: Somebody, duties: tuple[Duty, ...], offers: tuple[Willing, ...]
) -> tuple[bool, int, int, str]:
    own = tuple(duty for duty in duties if one.is_same(duty))
    of_role = sum(duty.role == role for duty in own)
    latest = max((duty.on for duty in own), default="")
    return not any(one.is_same(offer) for offer in offers), of_role, len(own), latest
