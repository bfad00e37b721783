"""The registry: one line a kind."""

from collections.abc import Mapping

from facilitator.engine.activities.agreement import AgreementKind
from facilitator.engine.activities.choose_next import ChooseNext
from facilitator.engine.activities.consent import Consent
from facilitator.engine.activities.dot_vote import DotVote
from facilitator.engine.activities.evaluation import Evaluation
from facilitator.engine.activities.goal import Goal
from facilitator.engine.activities.growth import GrowthKind
from facilitator.engine.activities.ideas import Ideas
from facilitator.engine.activities.look_back import LookBack
from facilitator.engine.activities.moving_on import MovingOn
from facilitator.engine.activities.next_roles import NextRoles
from facilitator.engine.activities.next_time import NextTimeKind
from facilitator.engine.activities.offers import Offers
from facilitator.engine.activities.plan_session import PlanSession
from facilitator.engine.activities.reflection import Reflection
from facilitator.engine.activities.resources import Resources
from facilitator.engine.activities.roles import Roles
from facilitator.engine.activities.simple import CHECK_IN, CLOSING, Away, Welcome
from facilitator.engine.activities.story import StoryKind
from facilitator.engine.activities.strengths import Strengths
from facilitator.engine.activities.tips import NOTE, TIP, WelcomeNote
from facilitator.engine.activities.you_said import YouSaid
from facilitator.engine.kind import Kind
from facilitator.sessions.kinds import KindSpec

KINDS: Mapping[str, Kind] = {
    kind.spec.name: kind
    for kind in (
        Welcome(),
        AgreementKind(),
        CHECK_IN,
        LookBack(),
        Strengths(),
        Goal(),
        Ideas(),
        Offers(),
        Roles(),
        NextRoles(),
        GrowthKind(),
        MovingOn(),
        Reflection(),
        Evaluation(),
        YouSaid(),
        CLOSING,
        Resources(),
        StoryKind(),
        TIP,
        NOTE,
        WelcomeNote(),
        DotVote(),
        Consent(),
        ChooseNext(),
        NextTimeKind(),
        PlanSession(),
        Away("away"),
        Away("break"),
    )
}

SPECS: Mapping[str, KindSpec] = {name: kind.spec for name, kind in KINDS.items()}
"""What the session parser needs to know of the kinds."""
