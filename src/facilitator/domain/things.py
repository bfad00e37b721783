"""All that a group keeps of one sort each, as one value: read, brought along, kept, let go."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import msgspec

from facilitator.domain.kept import (
    Change,
    Duty,
    Exchange,
    Growth,
    Kept,
    Learnt,
    NextTime,
    Note,
    Offer,
    Story,
    Strength,
    Tally,
    Tip,
    Willing,
)

Wanted = Callable[[Kept], bool]


class Things(msgspec.Struct, frozen=True):
    """Things of every sort; a field is a sort, and a table of the group's book."""

    strengths: tuple[Strength, ...] = ()
    duties: tuple[Duty, ...] = ()
    willing: tuple[Willing, ...] = ()
    offers: tuple[Offer, ...] = ()
    exchanges: tuple[Exchange, ...] = ()
    stories: tuple[Story, ...] = ()
    notes: tuple[Note, ...] = ()
    tips: tuple[Tip, ...] = ()
    changes: tuple[Change, ...] = ()
    learnt: tuple[Learnt, ...] = ()
    growth: tuple[Growth, ...] = ()
    tallies: tuple[Tally, ...] = ()
    next_times: tuple[NextTime, ...] = ()

    def __iter__(self) -> Iterator[Kept]:
        """Every thing, sort by sort."""
        for sort in SORTS:
            yield from getattr(self, sort)

    def __bool__(self) -> bool:
        """Whether there is anything."""
        return any(True for _ in self)

    def and_(self, more: "Things") -> "Things":
        """Return these and more; a newer one takes the place of the one with its id."""
        joined: dict[str, Any] = {
            sort: _joined(getattr(self, sort), getattr(more, sort)) for sort in SORTS
        }
        return Things(**joined)

    def only(self, sorts: Iterable[str]) -> "Things":
        """Return only these sorts, by the names of the fields."""
        return Things(**{sort: getattr(self, sort) for sort in sorts})

    def without(self, ids: Iterable[str]) -> "Things":
        """Return these without the things that have one of these ids."""
        gone = frozenset(ids)
        return self._where(lambda one: one.id not in gone)

    def among(self, ids: Iterable[str]) -> "Things":
        """Return only the things that have one of these ids."""
        wanted = frozenset(ids)
        return self._where(lambda one: one.id in wanted)

    def of(self, members: Iterable[str]) -> "Things":
        """Return only the things that tell of one of these members, by their ids (S8)."""
        wanted = frozenset(members)
        return self._where(lambda one: bool(one.people & wanted))

    def kept_on(self, day: str) -> "Things":
        """Return these with the day of a new yes to keeping them, an ISO date (S7).

        The day from which they are stays: the history tells of it (T6).
        """
        kept: dict[str, Any] = {
            sort: tuple(msgspec.structs.replace(one, again_on=day) for one in getattr(self, sort))
            for sort in SORTS
        }
        return Things(**kept)

    def _where(self, is_wanted: Wanted) -> "Things":
        kept: dict[str, Any] = {
            sort: tuple(one for one in getattr(self, sort) if is_wanted(one)) for sort in SORTS
        }
        return Things(**kept)


SORTS: tuple[str, ...] = Things.__struct_fields__
"""The names of the sorts, in the order in which they are written."""

KINDS_OF: dict[str, type[Kept]] = {
    "strengths": Strength,
    "duties": Duty,
    "willing": Willing,
    "offers": Offer,
    "exchanges": Exchange,
    "stories": Story,
    "notes": Note,
    "tips": Tip,
    "changes": Change,
    "learnt": Learnt,
    "growth": Growth,
    "tallies": Tally,
    "next_times": NextTime,
}
"""The type of each sort; a test holds that none is missing."""


def _joined(older: tuple[Kept, ...], newer: tuple[Kept, ...]) -> tuple[Kept, ...]:
    found = {one.id: one for one in (*older, *newer)}
    return tuple(found.values())
