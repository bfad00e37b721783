"""A session that comes in from outside: beside ours, never in place of one of ours (C13)."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from facilitator.domain.ids import free_id
from facilitator.domain.person_names import key
from facilitator.domain.problems import Problem
from facilitator.domain.session import Session
from facilitator.sessions.changes import SetTop
from facilitator.sessions.comparing import differences, says_the_same
from facilitator.sessions.kinds import KindSpec
from facilitator.sessions.parse import TITLE, parse_bytes

LONGEST_ID = 60


@dataclass(frozen=True, slots=True)
class Arrival:
    """What becomes of a session that comes in.

    `id` and `title` are those that it gets here; `other` is the one of ours that it is
    next to, or that it grew out of; `is_known` means that ours says the same already.
    """

    session: Session
    id: str
    title: str
    other: Session | None = None
    is_known: bool = False

    @property
    def is_renamed(self) -> bool:
        """Whether one of ours has its id or its title, so that it gets others here."""
        return (self.id, self.title) != (self.session.id, self.session.title)

    @property
    def differences(self) -> tuple[str, ...]:
        """What is different from the other one, in words; nothing where there is no other."""
        return differences(self.other, self.session) if self.other else ()

    @property
    def source(self) -> str:
        """Its text as it is kept here: notes, order and lineage as they were.

        Raises CannotWrite where it is written in a way in which no name can be changed.
        """
        from facilitator.sessions.writing import written  # noqa: PLC0415  few sessions need it (P1)

        changes = (SetTop("id", self.id), SetTop("title", self.title))
        return written(self.session.source, *changes) if self.is_renamed else self.session.source


def arrival(theirs: Session, ours: Sequence[Session], taken: Collection[str] = ()) -> Arrival:
    """Return what becomes of a session; `taken` are further ids that something here has."""
    same = next((one for one in ours if says_the_same(one, theirs)), None)
    if same is not None:
        return Arrival(theirs, same.id, same.title, same, is_known=True)
    ids = {one.id for one in ours} | set(taken)
    titles = {one.title.casefold() for one in ours}
    free = free_id(theirs.id, ids, at_most=LONGEST_ID)
    return Arrival(theirs, free, _free_title(theirs.title, titles), _other(theirs, ours))


Coming = Arrival | tuple[Problem, ...]
"""A session that can come in, or every problem of its file."""


def coming(
    raw: bytes,
    file: str,
    kinds: Mapping[str, KindSpec],
    ours: Sequence[Session],
    taken: Collection[str] = (),
) -> Coming:
    """Read the bytes of a file within the bounds of the parser; never raises (S15)."""
    parsed = parse_bytes(raw, file, kinds)
    return arrival(parsed.session, ours, taken) if parsed.session else parsed.problems


def _other(theirs: Session, ours: Sequence[Session]) -> Session | None:
    """Return ours of the same id, else of the same title, else the nearest relation."""
    title = theirs.title.casefold()
    finds = (
        (one for one in ours if one.id == theirs.id),
        (one for one in ours if one.title.casefold() == title),
        (one for one in ours if one.id == theirs.derived_from),
        (one for one in ours if one.derived_from == theirs.id),
    )
    return next((one for found in finds for one in found), None)


def _free_title(wanted: str, taken: Collection[str]) -> str:
    number, one = 2, wanted
    while one.casefold() in taken:
        after = f" {number}"
        one, number = f"{wanted[: TITLE - len(after)].rstrip()}{after}", number + 1
    return one


def names_inside(text: str, names: Collection[str]) -> tuple[str, ...]:
    """Return which of these names stand in a text as words of their own.

    Capitals, spaces and Unicode's forms do not matter. One letter alone is too often no name.
    They are in the order of the names given.
    """
    low = key(text)
    found = (
        name
        for name in dict.fromkeys(names)
        if len(key(name)) > 1 and re.search(rf"(?<!\w){re.escape(key(name))}(?!\w)", low)
    )
    return tuple(found)
