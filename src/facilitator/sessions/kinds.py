"""What the parser must know of an activity kind; the registry of the engine hands these in."""

from dataclasses import dataclass

import msgspec

from facilitator.domain.session import Round


@dataclass(frozen=True, slots=True)
class KindSpec:
    """One activity kind, as a session file may use it.

    `settings` is a frozen msgspec struct with kebab-case names: type and validator
    in one. `rounds` are those the kind can be held in. `asks_strengths` and
    `asks_problems` let the checker see which comes first (M13).
    """

    name: str
    settings: type[msgspec.Struct]
    rounds: frozenset[Round]
    asks_strengths: bool = False
    asks_problems: bool = False
