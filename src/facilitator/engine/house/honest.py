"""Honest time once everybody is here: how long it takes with so many, and what helps (M17)."""

from dataclasses import dataclass

from facilitator.domain import commands
from facilitator.domain.meeting import AnswerValue, Meeting
from facilitator.domain.prompt import Choice, ChooseOne, Notice, Prompt
from facilitator.domain.session import Round
from facilitator.engine.activities.in_room import people_here
from facilitator.engine.changes import can_be_in_threes, changed
from facilitator.engine.house.around import Around
from facilitator.engine.house.effects import Tell
from facilitator.engine.house.room import Outcome, house_prompt
from facilitator.sessions.honest_time import rounded, session_minutes
from facilitator.wording import house as words


@dataclass(frozen=True, slots=True)
class Time:
    """How long a meeting takes: in words, and whether that is longer than there is."""

    words: str
    is_over: bool


def time_of(meeting: Meeting) -> Time:
    """Return how long the steps of today take with those who are in the room, in minutes."""
    people, have = people_here(meeting), meeting.session.minutes
    minutes = rounded(session_minutes(meeting.held, people))
    pattern = words.TIME_ONE if people == 1 else words.TIME_FITS
    return Time(pattern.format(people=people, minutes=minutes, have=have), minutes > have)


@dataclass(frozen=True, slots=True)
class HowLong:
    """Asked only where it takes longer than there is (M17)."""

    def prompt(self, around: Around) -> Prompt:
        """Return the sum, and offers while it is more than there is."""
        meeting = around.meeting
        if meeting is None:
            return house_prompt("how-long", words.START, words.TIME_ASKED, ChooseOne(_go_on()))
        time = time_of(meeting)
        body = (time.words, words.TIME_OVER) if time.is_over else (time.words,)
        shown = ChooseOne(_offers(meeting) if time.is_over else _go_on())
        return house_prompt("how-long", words.START, words.TIME_ASKED, shown, body=body)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Carry on, or change the plan and show the sum again."""
        meeting = around.meeting
        match value:
            case "threes":
                return Outcome(effects=(Tell(commands.InThrees()),))
            case "aloud" if meeting is not None:
                return Outcome(effects=_all_aloud(meeting))
            case "leave-out":
                return Outcome(enter=(WhichOut(),))
            case _:
                return Outcome(leave=2, effects=(Tell(commands.Begin()),))


def _go_on() -> tuple[Choice, ...]:
    return (Choice("go-on", words.TIME_GO_ON),)


def _offers(meeting: Meeting) -> tuple[Choice, ...]:
    offers = [Choice("go-on", words.TIME_CARRY_ON)]
    if any(can_be_in_threes(step) for step in meeting.held):
        offers.append(Choice("threes", words.TIME_THREES))
    if _all_aloud(meeting):
        offers.append(Choice("aloud", words.TIME_ALOUD))
    if len(meeting.held) > 1:
        offers.append(Choice("leave-out", words.TIME_LEAVE_OUT))
    return tuple(offers)


def _all_aloud(meeting: Meeting) -> tuple[Tell, ...]:
    each = (one.id for one in meeting.held if one.round is Round.EACH)
    asked = (commands.ChangeRound(one, Round.ALOUD) for one in each)
    return tuple(Tell(one) for one in asked if isinstance(changed(meeting, one), tuple))


@dataclass(frozen=True, slots=True)
class WhichOut:
    """Which step to leave out."""

    def prompt(self, around: Around) -> Prompt:
        """Return the steps by title; the first leads back."""
        held = around.meeting.held if around.meeting else ()
        none = Choice("@none", words.OUT_NONE)
        choices = (none, *(Choice(step.id, step.title) for step in held))
        return house_prompt("which-out", words.START, words.WHICH_OUT, ChooseOne(choices))

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Leave it out and show the sum again."""
        step = around.meeting.step(str(value)) if around.meeting else None
        if step is None:
            return Outcome(leave=1)
        out = (Tell(commands.LeaveOut(step.id)),)
        return Outcome(leave=1, effects=out, notice=Notice(words.LEFT_OUT.format(title=step.title)))
