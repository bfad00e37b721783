"""How a meeting went beside its session: kept, changed, added, left out (domain.md 1, claim 29)."""

from facilitator.domain.meeting import Meeting
from facilitator.domain.records import Run
from facilitator.domain.session import Step


def run_of(meeting: Meeting) -> Run:
    """Return the numbers of steps. A step that nobody came to is one that was left out."""
    seen = {place.step for place in meeting.trail} | {place.step for place in meeting.answers}
    planned = {step.id: step for step in meeting.session.steps}
    held = [step for step in meeting.held if step.id in seen]
    added = [step for step in held if step.id not in planned]
    changed = [step for step in held if step.id in planned and _differs(step, planned[step.id])]
    return Run(
        kept=len(held) - len(added) - len(changed),
        changed=len(changed),
        added=len(added),
        left_out=len(planned) - (len(held) - len(added)),
    )


def _differs(step: Step, plan: Step) -> bool:
    return (step.round, step.minutes, step.size) != (plan.round, plan.minutes, plan.size)
