"""The settings of the activity kinds, each one declaration: type and validator in one.

A choice or ready phrase is one string of at most 34 characters (A5).
"""

import msgspec


class NoSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """A kind that needs nothing more than its words."""


class WelcomeSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """What to say at the start, one short paragraph each, at most five."""

    points: tuple[str, ...] = ()
    easy_points: tuple[str, ...] = ()


class AgreementSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """Ready-made lines, suggestions only: what we ask, what we give (C1)."""

    asks: tuple[str, ...] = ()
    gives: tuple[str, ...] = ()


class ReadySettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """Ready phrases for one written line: check-in, closing."""

    ready: tuple[str, ...] = ()


class StrengthsSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """Ready phrases for what I know, can do and care about."""

    know: tuple[str, ...] = ()
    can: tuple[str, ...] = ()
    care: tuple[str, ...] = ()


class GoalSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """Ready phrases for what I will do and when."""

    what: tuple[str, ...] = ()
    when: tuple[str, ...] = ()


class ReflectionSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """Ready phrases for what to keep and what to change."""

    keep: tuple[str, ...] = ()
    change: tuple[str, ...] = ()


class EvaluationSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """Ready phrases for what to keep, what to change, and what the group learned (C9)."""

    keep: tuple[str, ...] = ()
    change: tuple[str, ...] = ()
    learnt: tuple[str, ...] = ()


class OffersSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """Ready phrases for what people could give and what would help them (C5)."""

    offers: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()


class RolesSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """Which roles to share out, by id, in order; none named means the usual ones (C2, C14)."""

    roles: tuple[str, ...] = ()


class ResourcesSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """Which resources of the session to show, by id, in order; none named means all."""

    show: tuple[str, ...] = ()


class DotVoteSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """What can be chosen, 2 to 6 rows; none: the group brings them. `dots` for each, 0: a third."""

    options: tuple[str, ...] = ()
    dots: int = 0


class ConsentSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """What is proposed, in one line; none: the group writes it."""

    proposal: str = ""


class ChooseNextSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """The ids of 2 to 4 later steps of this session, of which the group chooses (M16)."""

    steps: tuple[str, ...] = ()


class PlanSessionSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """Ready phrases for what the group wants from its next session, and names for it."""

    want: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


EMPTY: dict[str, msgspec.Struct] = {
    "welcome": WelcomeSettings(),
    "agreement": AgreementSettings(),
    "check-in": ReadySettings(),
    "look-back": NoSettings(),
    "strengths": StrengthsSettings(),
    "goal": GoalSettings(),
    "ideas": NoSettings(),
    "reflection": ReflectionSettings(),
    "evaluation": EvaluationSettings(),
    "you-said": NoSettings(),
    "closing": ReadySettings(),
    "offers": OffersSettings(),
    "roles": RolesSettings(),
    "next-roles": RolesSettings(),
    "growth": ReadySettings(),
    "moving-on": ReadySettings(),
    "resources": ResourcesSettings(),
    "story": NoSettings(),
    "tip": ReadySettings(),
    "note": ReadySettings(),
    "welcome-note": NoSettings(),
    "dot-vote": DotVoteSettings(),
    "consent": ConsentSettings(),
    "choose-next": ChooseNextSettings(),
    "next-time": NoSettings(),
    "plan-session": PlanSessionSettings(),
    "away": NoSettings(),
    "break": NoSettings(),
}
"""The settings of a step that was added during the meeting."""
