"""Before a meeting: what a session says of itself, who sees the screen, what may be kept."""

from dataclasses import dataclass, replace

from facilitator.domain import commands
from facilitator.domain.events import Keep, SeenBy
from facilitator.domain.meeting import AnswerValue
from facilitator.domain.prompt import Choice, ChooseOne, Prompt
from facilitator.domain.records import Seal
from facilitator.domain.session import Session
from facilitator.engine.activities.registry import KINDS
from facilitator.engine.house.around import Around
from facilitator.engine.house.effects import SettingOut, StartMeeting
from facilitator.engine.house.room import Outcome, house_prompt
from facilitator.wording import house as words


def about_lines(session: Session, *, easy: bool, is_draft: bool = False) -> tuple[str, ...]:
    """Return what a session says of itself, one paragraph each.

    A draft says nothing of who made it: that is asked at its first saving (C12).
    """
    steps = words.SESSION_STEPS.format(steps=", ".join(step.title for step in session.steps))
    time = words.SESSION_TIME.format(minutes=session.minutes)
    made = () if is_draft else _made_lines(session)
    lines = (session.about.said(easy=easy), time, steps, *made)
    return tuple(line for line in lines if line)


def _made_lines(session: Session) -> tuple[str, str]:
    made = words.SESSION_MADE.format(names=", ".join(session.made_by)) if session.made_by else ""
    return made, words.SESSION_NOT_YET if session.lived_experience == 0 else ""


def _named(around: Around, plan: SettingOut, prompt: Prompt) -> Prompt:
    """Return a prompt with the chosen session in its header (A21)."""
    session = around.session(plan.session_id)
    return replace(prompt, where=session.title) if session else prompt


@dataclass(frozen=True, slots=True)
class WhoSees:
    """Who sees this screen (S19)."""

    plan: SettingOut

    def prompt(self, around: Around) -> Prompt:
        """Return the two answers."""
        choices = (
            Choice(SeenBy.PERSON, words.SEES_PERSON),
            Choice(SeenBy.ROOM, words.SEES_ROOM),
        )
        shown = ChooseOne(choices, self.plan.seen_by)
        session = around.session(self.plan.session_id)
        needs = (
            words.NEEDS.format(needs=", ".join(session.needs)) if session and session.needs else ""
        )
        hint = f"{words.WHO_SEES_HINT} {needs}".strip()
        made = house_prompt("who-sees", words.START, words.WHO_SEES, shown, hint=hint)
        return _named(around, self.plan, made)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Go on to what may be kept."""
        plan = replace(self.plan, seen_by=SeenBy(str(value)))
        return Outcome(enter=(Keeping(plan),))


def _not_due(around: Around, session_id: str) -> tuple[commands.Command, ...]:
    """Return that a step whose time has not come is left out: honest time leaves it out (M17)."""
    session = around.session(session_id)
    number = around.number_for(session) if session else 0
    steps = session.steps if session else ()
    return tuple(
        commands.LeaveOut(step.id) for step in steps if not KINDS[step.kind].is_due(number)
    )


@dataclass(frozen=True, slots=True)
class Keeping:
    """What may be kept, before any name and before the first byte is written (S6)."""

    plan: SettingOut

    def prompt(self, around: Around) -> Prompt:
        """Return the three answers, each with what it means under it."""
        nothing = Choice(Keep.NOTHING, words.KEEP_NOTHING, words.KEEP_NOTHING_MEANS)
        if around.seal in (Seal.SHUT, Seal.BROKEN):
            body, shown = (words.KEEP_SHUT,), ChooseOne((nothing,))
        else:
            means = words.KEEP_GROUP_MEANS.format(days=around.group.keep_days)
            kept = (
                Choice(Keep.TODAY, words.KEEP_TODAY, words.KEEP_TODAY_MEANS),
                Choice(Keep.GROUP, words.KEEP_GROUP, means),
            )
            is_open = around.seal is Seal.OPEN
            body = (words.KEEP_SEALED if is_open else words.KEEP_OWNER,)
            shown = ChooseOne((*kept, nothing), self.plan.keep)
        title, asked = words.KEEPING, words.KEEPING_ASKED
        return _named(around, self.plan, house_prompt("keeping", title, asked, shown, body=body))

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Begin the meeting: from here on it is stored as was just chosen."""
        changes = _not_due(around, self.plan.session_id)
        plan = replace(self.plan, keep=Keep(str(value)), changes=changes)
        return Outcome(leave=-1, effects=(StartMeeting(plan),))
