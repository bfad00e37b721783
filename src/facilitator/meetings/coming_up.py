"""Rooms that come up by themselves: what is due at the start, help after very hard words."""

from facilitator.domain.answers import Answer, Typed
from facilitator.domain.prompt import Prompt
from facilitator.engine.hard_words import holds_hard_words
from facilitator.engine.house.due import Due
from facilitator.engine.house.help_now import HelpNow
from facilitator.engine.house.home import IsItToday
from facilitator.engine.house.room import Room
from facilitator.meetings.surroundings import Surroundings


def asked_first(around: Surroundings) -> tuple[Room, ...]:
    """Return what comes before the first screen: the date where in doubt, then what is due.

    S7 and M20: nothing is due while nobody knows which day it is.
    """
    if around.meeting is not None or around.is_rehearsal:
        return ()
    if not around.is_date_sure:
        return (IsItToday(),)
    if due := around.due_meeting:
        return (Due(meeting_id=due),)
    if due := around.due_member:
        return (Due(member_id=due),)
    return ()


def help_after(
    prompt: Prompt, where: str, answer: Answer, around: Surroundings
) -> tuple[Room, ...]:
    """Return the help card where the group wants it after very hard words (S16).

    Only for words that one person types in their own turn: it is for them alone.
    """
    is_own = prompt.is_private and bool(prompt.giver) and isinstance(answer, Typed)
    if not (around.group.soft_words and is_own and isinstance(answer, Typed)):
        return ()
    return (HelpNow(where, prompt.giver, prompt.title),) if holds_hard_words(answer.text) else ()
