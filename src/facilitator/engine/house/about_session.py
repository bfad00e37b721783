"""What a session says of itself, wherever somebody looks at one."""

from facilitator.domain.session import Session
from facilitator.wording import house as words


def about_lines(session: Session, *, easy: bool) -> tuple[str, ...]:
    """Return what a session says of itself, one paragraph each."""
    made = words.SESSION_MADE.format(names=", ".join(session.made_by)) if session.made_by else ""
    not_yet = words.SESSION_NOT_YET if session.lived_experience == 0 else ""
    steps = words.SESSION_STEPS.format(steps=", ".join(step.title for step in session.steps))
    time = words.SESSION_TIME.format(minutes=session.minutes)
    lines = (session.about.said(easy=easy), time, steps, made, not_yet)
    return tuple(line for line in lines if line)
