"""What a group keeps between its meetings beside members and agreement (C2, C5, C8-C10, C14, C15).

Each is one record with an id, the member whose it is, and the day of their yes. A field
that is added later has a default, so that old books open for ever (S5). They are structs, since
fourteen dataclasses take 16 ms of every start and these 1 (P1).
"""

from typing import ClassVar

import msgspec


class _KeptOn(msgspec.Struct, frozen=True, kw_only=True):
    """Named at last, so that no thing's own fields move: whether there was a later yes (S7)."""

    again_on: str = ""


class Kept(_KeptOn, frozen=True):
    """One thing in the group's book.

    `owner` is the id of the member whose it is, "" for what is the group's; `name` is what
    they are called there; `on` is the ISO date of the yes to keeping it, and `again_on` that
    of the last yes to keeping it longer, "" for none: what is told of it keeps its own day.
    """

    id: str
    owner: str = ""
    name: str = ""
    on: str = ""

    needs_member: ClassVar[bool] = False
    """Whether its owner has to be in the group's book, so that it can be theirs again."""

    @property
    def people(self) -> frozenset[str]:
        """The ids of all members of whom this tells: it goes when one of them is forgotten."""
        return frozenset({self.owner} - {""})


class Strength(Kept, frozen=True):
    """Something that somebody knows, can do or cares about, shared with the group."""

    words: str = ""


class Duty(Kept, frozen=True):
    """A role that somebody took on a day (C2). `role` is its id, `meeting` the meeting's."""

    role: str = ""
    meeting: str = ""


class Willing(Kept, frozen=True):
    """An offer to take a role some time; never a label (C14). `role` is its id."""

    needs_member: ClassVar[bool] = True
    role: str = ""


class Offer(Kept, frozen=True):
    """Something that somebody offers, or asks for where `is_need` (C5)."""

    needs_member: ClassVar[bool] = True
    words: str = ""
    is_need: bool = False


class Exchange(Kept, frozen=True):
    """One gave, another got, an hour is an hour (C5).

    `owner` gave; `other` is the id and `other_name` the name of whoever got; `minutes` is
    how long it took, 0 where nobody says.
    """

    needs_member: ClassVar[bool] = True
    other: str = ""
    other_name: str = ""
    words: str = ""
    minutes: int = 0

    @property
    def people(self) -> frozenset[str]:
        """Both of them."""
        return frozenset({self.owner, self.other} - {""})


class Story(Kept, frozen=True):
    """A story that its teller agreed to have kept, and for what (C8).

    `level` is 1 for me, 2 this group, 3 other groups and practitioners, 4 public; `purposes`
    are ids, chosen one by one. Dates are ISO: from `open_from` on levels 3 and 4 may leave,
    at `expires_on` the yes ends, `withdrawn_on` is "" while it stands. `how` is typed,
    scribed, cards or told. `lock` is the salted hash of the teller's own word, or "".
    `confirmed_on` is the day after the cooling-off on which the teller said yes again to
    levels 3 and 4, "" until then; `signed` is the name that a teller chose for level 4.
    """

    needs_member: ClassVar[bool] = True
    title: str = ""
    words: str = ""
    level: int = 1
    purposes: tuple[str, ...] = ()
    gain: str = ""
    how: str = "typed"
    version: int = 1
    open_from: str = ""
    expires_on: str = ""
    withdrawn_on: str = ""
    lock: str = ""
    confirmed_on: str = ""
    signed: str = ""


class Note(Kept, frozen=True):
    """A note to somebody who is starting, from somebody further along (C15)."""

    needs_member: ClassVar[bool] = True
    words: str = ""


class Tip(Kept, frozen=True):
    """What worked for somebody; shown only with the line that says so (C8)."""

    needs_member: ClassVar[bool] = True
    words: str = ""


class Change(Kept, frozen=True):
    """You said, we did (C10): what the group chose to change, and what came of it.

    `asked_on` is the day it was said, `did` the words for what was done, "" while nothing
    was; `told_on` is the day on which an opening showed it.
    """

    words: str = ""
    asked_on: str = ""
    did: str = ""
    told_on: str = ""


class Learnt(Kept, frozen=True):
    """One line that the group learned at a meeting (C9). `session` is its title."""

    words: str = ""
    session: str = ""


class Growth(Kept, frozen=True):
    """What somebody can do now that they could not at first; theirs alone (C15).

    `lock` is the salted hash of their own word, or "".
    """

    needs_member: ClassVar[bool] = True
    words: str = ""
    lock: str = ""


class Tally(Kept, frozen=True):
    """Counts of one meeting, nobody's own (C9). `about` says of what: check-in, sure, rating ..."""

    about: str = ""
    meeting: str = ""
    counts: dict[str, int] = {}


class NextTime(Kept, frozen=True):
    """What the group chose for next time (C11).

    `session` is a session's id, `steps` are the ids of steps of it, `words` their titles as
    the group saw them. `draft` is the name of the draft that holds them, "" for none.
    """

    session: str = ""
    steps: tuple[str, ...] = ()
    words: str = ""
    draft: str = ""
