"""The word after an answer about how long it is kept: it fits what was chosen (S6)."""

from collections.abc import Iterable

from facilitator.domain import events
from facilitator.domain.events import Event, Keep
from facilitator.domain.meeting import Meeting
from facilitator.domain.prompt import Notice, Tone
from facilitator.wording import rounds


def kept_word(meeting: Meeting | None, happened: Iterable[Event], *, is_rehearsal: bool) -> Notice:
    """Return the word about what was stored now.

    Only what the group keeps is called saved. What goes when it finishes, for all of
    them or for one who wants nothing kept, is noted until then.
    """
    if meeting is None or meeting.keep is Keep.NOTHING or is_rehearsal:
        return Notice(rounds.NOTED)
    less = {one.id for one in meeting.people if one.keeps_less}
    givers = {one.giver for one in happened if isinstance(one, events.AnswerGiven)}
    if meeting.keep is Keep.TODAY or givers & less:
        return Notice(rounds.NOTED_UNTIL, Tone.SAVED)
    return Notice(rounds.SAVED, Tone.SAVED)
