"""What a group planned for its next session, before it is a file (C11, C12). It tells of nobody.

Structs, since dataclasses would cost every start (P1).
"""

import msgspec


class PlannedStep(msgspec.Struct, frozen=True):
    """A step of the session that it begins from, by `id`; or a new one of a `kind`."""

    id: str = ""
    kind: str = ""


class SessionPlan(msgspec.Struct, frozen=True):
    """A session as the group planned it.

    `id` is that of the NextTime that tells of it; `base` the id of the session that it
    begins from, "" for none; `minutes` 0 where nobody said; `want` what they want from it.
    """

    id: str
    title: str
    base: str = ""
    steps: tuple[PlannedStep, ...] = ()
    minutes: int = 0
    want: str = ""
