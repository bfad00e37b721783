"""Before a meeting: which session, who sees the screen, how many, how long, what is kept."""

from dataclasses import dataclass, replace

from facilitator.domain import commands
from facilitator.domain.events import Keep, MeetingStarted, SeenBy
from facilitator.domain.meeting import AnswerValue, Meeting
from facilitator.domain.prompt import Choice, ChooseOne, GiveNumber, Prompt
from facilitator.domain.records import Seal
from facilitator.domain.session import Round, Session
from facilitator.engine.activities.registry import KINDS
from facilitator.engine.apply import begin, replay
from facilitator.engine.changes import can_be_in_threes, changed
from facilitator.engine.house.around import Around
from facilitator.engine.house.effects import SettingOut, StartMeeting
from facilitator.engine.house.room import Outcome, house_prompt
from facilitator.sessions.honest_time import rounded, session_minutes
from facilitator.wording import house as words

MOST_PEOPLE = 30


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
        shown = ChooseOne(choices)
        hint = words.WHO_SEES_HINT
        return house_prompt("who-sees", words.START, words.WHO_SEES, shown, hint=hint)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Go on to how many there are."""
        plan = replace(self.plan, seen_by=SeenBy(str(value)))
        return Outcome(enter=(HowMany(plan),))


@dataclass(frozen=True, slots=True)
class HowMany:
    """How many people are here (M17)."""

    plan: SettingOut

    def prompt(self, around: Around) -> Prompt:
        """Return a number to give."""
        number = GiveNumber(1, MOST_PEOPLE, words.HOW_MANY_LOW, words.HOW_MANY_HIGH)
        return house_prompt("how-many", words.START, words.HOW_MANY, number)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Go on to how long it takes with so many."""
        people = value if isinstance(value, int) else 1
        plan = replace(self.plan, people=people, changes=_not_due(around, self.plan.session_id))
        return Outcome(enter=(HowLong(plan),))


def _not_due(around: Around, session_id: str) -> tuple[commands.Command, ...]:
    """Return that a step whose time has not come is left out: honest time leaves it out (M17)."""
    session = around.session(session_id)
    number = around.number_for(session) if session else 0
    steps = session.steps if session else ()
    return tuple(
        commands.LeaveOut(step.id) for step in steps if not KINDS[step.kind].is_due(number)
    )


def planned(session: Session, plan: SettingOut) -> Meeting:
    """Return the meeting as it would be with the changes chosen so far."""
    started = MeetingStarted("", "", "", "", plan.keep, plan.seen_by, plan.people, "")
    meeting = begin(started, session)
    for command in plan.changes:
        meeting = told(meeting, command)
    return meeting


def told(meeting: Meeting, command: commands.Command) -> Meeting:
    """Return the meeting after one of the changes that can be made before it starts."""
    match command:
        case commands.LeaveOut() | commands.ChangeRound() | commands.InThrees():
            happened = changed(meeting, command)
            return replay(meeting, happened) if isinstance(happened, tuple) else meeting
        case _:
            return meeting


@dataclass(frozen=True, slots=True)
class HowLong:
    """Honest time: how long this takes with so many, and what could help (M17)."""

    plan: SettingOut

    def prompt(self, around: Around) -> Prompt:
        """Return the sum, and offers when it is more than there is."""
        session = around.session(self.plan.session_id)
        if session is None:
            return house_prompt(
                "how-long", words.START, words.NO_SESSIONS, ChooseOne(_only_go_on())
            )
        meeting = planned(session, self.plan)
        minutes = rounded(session_minutes(meeting.held, self.plan.people))
        time = words.TIME_ONE if self.plan.people == 1 else words.TIME_FITS
        body = [time.format(people=self.plan.people, minutes=minutes, have=session.minutes)]
        is_over = minutes > session.minutes
        if is_over:
            body.append(words.TIME_OVER)
        if session.needs:
            body.append(words.NEEDS.format(needs=", ".join(session.needs)))
        choices = _offers(meeting) if is_over else _only_go_on()
        shown = ChooseOne(choices)
        return house_prompt("how-long", words.START, words.TIME_ASKED, shown, body=tuple(body))

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Carry on, or change the plan and show the sum again."""
        session = around.session(self.plan.session_id)
        if session is None:
            return Outcome(leave=-1)
        match value:
            case "threes":
                return Outcome(leave=1, enter=(HowLong(_with(self.plan, commands.InThrees())),))
            case "aloud":
                return Outcome(leave=1, enter=(HowLong(_all_aloud(session, self.plan)),))
            case "leave-out":
                return Outcome(enter=(WhichOut(self.plan),))
            case _:
                return Outcome(enter=(Keeping(self.plan),))


def _only_go_on() -> tuple[Choice, ...]:
    return (Choice("go-on", words.TIME_GO_ON),)


def _offers(meeting: Meeting) -> tuple[Choice, ...]:
    offers = [Choice("go-on", words.TIME_CARRY_ON)]
    if any(can_be_in_threes(step) for step in meeting.held):
        offers.append(Choice("threes", words.TIME_THREES))
    if any(_can_be_aloud(meeting, step.id) for step in meeting.held if step.round is Round.EACH):
        offers.append(Choice("aloud", words.TIME_ALOUD))
    if len(meeting.held) > 1:
        offers.append(Choice("leave-out", words.TIME_LEAVE_OUT))
    return tuple(offers)


def _can_be_aloud(meeting: Meeting, step: str) -> bool:
    return isinstance(changed(meeting, commands.ChangeRound(step, Round.ALOUD)), tuple)


def _with(plan: SettingOut, *more: commands.Command) -> SettingOut:
    return replace(plan, changes=(*plan.changes, *more))


def _all_aloud(session: Session, plan: SettingOut) -> SettingOut:
    meeting = planned(session, plan)
    each = [step.id for step in meeting.held if step.round is Round.EACH]
    able = [commands.ChangeRound(one, Round.ALOUD) for one in each if _can_be_aloud(meeting, one)]
    return _with(plan, *able)


@dataclass(frozen=True, slots=True)
class WhichOut:
    """Which step to leave out."""

    plan: SettingOut

    def prompt(self, around: Around) -> Prompt:
        """Return the steps by title; the first leads back."""
        session = around.session(self.plan.session_id)
        held = planned(session, self.plan).held if session else ()
        none = Choice("@none", words.OUT_NONE)
        choices = (none, *(Choice(step.id, step.title) for step in held))
        return house_prompt("which-out", words.START, words.WHICH_OUT, ChooseOne(choices))

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Leave it out and show the sum again."""
        if value == "@none":
            return Outcome(leave=1)
        plan = _with(self.plan, commands.LeaveOut(str(value)))
        return Outcome(leave=2, enter=(HowLong(plan),))


@dataclass(frozen=True, slots=True)
class Keeping:
    """What may be kept, before any name and before the first byte is written (S6)."""

    plan: SettingOut

    def prompt(self, around: Around) -> Prompt:
        """Return the three answers, each with what it means."""
        nothing = Choice(Keep.NOTHING, words.KEEP_NOTHING)
        if around.seal in (Seal.SHUT, Seal.BROKEN):
            body: tuple[str, ...] = (words.KEEP_SHUT, words.KEEP_NOTHING_MEANS)
            shown = ChooseOne((nothing,))
            return house_prompt("keeping", words.KEEPING, words.KEEPING_ASKED, shown, body=body)
        is_open = around.seal is Seal.OPEN
        body = (
            words.KEEP_TODAY_MEANS,
            words.KEEP_GROUP_MEANS.format(days=around.group.keep_days),
            words.KEEP_NOTHING_MEANS,
            words.KEEP_SEALED if is_open else words.KEEP_OWNER,
        )
        kept = (Choice(Keep.TODAY, words.KEEP_TODAY), Choice(Keep.GROUP, words.KEEP_GROUP))
        shown = ChooseOne((*kept, nothing))
        return house_prompt("keeping", words.KEEPING, words.KEEPING_ASKED, shown, body=body)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Begin the meeting: from here on it is stored as was just chosen."""
        plan = replace(self.plan, keep=Keep(str(value)))
        return Outcome(leave=-1, effects=(StartMeeting(plan),))
