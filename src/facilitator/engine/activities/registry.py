"""The registry: one line a kind. A kind is loaded when it is first asked for (P1)."""

from collections.abc import Iterator, Mapping
from importlib import import_module

from facilitator.engine.kind import Kind
from facilitator.sessions.kinds import KindSpec

_HOMES: Mapping[str, tuple[str, str]] = {
    "welcome": ("simple", "WELCOME"),
    "agreement": ("agreement", "AgreementKind"),
    "check-in": ("simple", "CHECK_IN"),
    "look-back": ("look_back", "LookBack"),
    "strengths": ("strengths", "Strengths"),
    "goal": ("goal", "Goal"),
    "ideas": ("ideas", "Ideas"),
    "offers": ("offers", "Offers"),
    "roles": ("roles", "Roles"),
    "next-roles": ("next_roles", "NextRoles"),
    "growth": ("growth", "GrowthKind"),
    "moving-on": ("moving_on", "MovingOn"),
    "reflection": ("reflection", "Reflection"),
    "evaluation": ("evaluation", "Evaluation"),
    "you-said": ("you_said", "YouSaid"),
    "closing": ("simple", "CLOSING"),
    "resources": ("resources", "Resources"),
    "story": ("story", "StoryKind"),
    "tip": ("tips", "TIP"),
    "note": ("tips", "NOTE"),
    "welcome-note": ("tips", "WelcomeNote"),
    "dot-vote": ("dot_vote", "DotVote"),
    "consent": ("consent", "Consent"),
    "choose-next": ("choose_next", "ChooseNext"),
    "next-time": ("next_time", "NextTimeKind"),
    "plan-session": ("plan_session", "PlanSession"),
    "away": ("simple", "AWAY"),
    "break": ("simple", "BREAK"),
}
"""For each kind the module beside this one, and the name in it: a kind, or its class."""


class _Kinds(Mapping[str, Kind]):
    """Every kind by its name; its module is loaded when it is first asked for."""

    def __init__(self) -> None:
        self._loaded: dict[str, Kind] = {}

    def __getitem__(self, name: str) -> Kind:
        if name not in self._loaded:
            module, within = _HOMES[name]
            found = getattr(import_module(f"facilitator.engine.activities.{module}"), within)
            kind = found if isinstance(found, Kind) else found()
            if not isinstance(kind, Kind):
                raise TypeError(name)
            self._loaded[name] = kind
        return self._loaded[name]

    def __contains__(self, name: object) -> bool:
        return name in _HOMES

    def __iter__(self) -> Iterator[str]:
        return iter(_HOMES)

    def __len__(self) -> int:
        return len(_HOMES)


class _Specs(Mapping[str, KindSpec]):
    """What the parser needs to know of each kind, read from the kind itself."""

    def __getitem__(self, name: str) -> KindSpec:
        return KINDS[name].spec

    def __contains__(self, name: object) -> bool:
        return name in _HOMES

    def __iter__(self) -> Iterator[str]:
        return iter(_HOMES)

    def __len__(self) -> int:
        return len(_HOMES)


KINDS: Mapping[str, Kind] = _Kinds()
"""The rules of every kind, by its name."""

SPECS: Mapping[str, KindSpec] = _Specs()
"""What the session parser needs to know of the kinds."""
