"""The group plans its next session together; at the close the plan is a draft (C11, C12)."""

from facilitator.domain.commands import Refusal
from facilitator.domain.events import Event
from facilitator.domain.meeting import AnswerValue, Meeting
from facilitator.domain.plans import SessionPlan
from facilitator.domain.session import Round, Step
from facilitator.domain.things import Things
from facilitator.engine.activities.plan_names import LEADING_ON, WANT
from facilitator.engine.activities.settings import PlanSessionSettings
from facilitator.engine.kind import Kind
from facilitator.engine.made import Made
from facilitator.engine.scene import Part, Scene
from facilitator.sessions.kinds import KindSpec


class PlanSession(Kind):
    """Parts: want, base, steps, add, order-1, after-1 .., minutes, lead, lead-yes, name, agreed.

    Few starts hold one, so its rules are read when the first part is asked for (P1).
    """

    spec = KindSpec("plan-session", PlanSessionSettings, frozenset({Round.TOGETHER}))
    transient = LEADING_ON
    brings = frozenset({"next_times", "willing"})
    brings_shelf = True

    def first(self, scene: Scene) -> str | None:
        """Begin with what they want from it."""
        return WANT

    def following(self, scene: Scene, part: str) -> str | None:
        """Lead through the questions; the order is asked again after each move."""
        return _rules().following(scene, part)

    def part(self, scene: Scene, part: str) -> Part:
        """Return one of the questions."""
        return _rules().part(scene, part)

    def stored(self, scene: Scene, part: str, value: AnswerValue) -> AnswerValue | Refusal | None:
        """Return an answer as it is kept."""
        return _rules().stored(scene, part, value)

    def also(self, scene: Scene, part: str) -> tuple[Event, ...]:
        """Take back what hung on an answer that has changed."""
        return _rules().also(scene, part)

    def plans(self, meeting: Meeting, step: Step) -> tuple[SessionPlan, ...]:
        """Return what they agreed on."""
        return _rules().plans(meeting, step)

    def keeps(self, meeting: Meeting, step: Step) -> Things:
        """Return what the next start tells, and who offered to lead (C14)."""
        return _rules().keeps(meeting, step)

    def lets_go(self, meeting: Meeting, step: Step) -> frozenset[str]:
        """Return what was chosen before, once there is a plan."""
        return _rules().lets_go(meeting, step)

    def made(self, meeting: Meeting, step: Step) -> tuple[Made, ...]:
        """Return what the draft is called, and what is in it."""
        return _rules().made(meeting, step)


def _rules() -> Kind:
    from facilitator.engine.activities.plan_rules import PlanRules  # noqa: PLC0415  as said above

    return PlanRules()
