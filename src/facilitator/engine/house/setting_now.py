"""What may be kept, changed in the middle of a meeting: less at once, more from now on (S6)."""

from dataclasses import dataclass
from typing import ClassVar

from facilitator.domain import commands
from facilitator.domain.events import Keep
from facilitator.domain.meeting import AnswerValue
from facilitator.domain.prompt import Choice, ChooseOne, Notice, Prompt
from facilitator.domain.records import Seal
from facilitator.engine.house.around import Around
from facilitator.engine.house.effects import KeepFromNow, Tell
from facilitator.engine.house.room import PAST_THE_MENU, Outcome, house_prompt
from facilitator.wording import house
from facilitator.wording import keep_now as words

_ORDER = (Keep.NOTHING, Keep.TODAY, Keep.GROUP)


@dataclass(frozen=True, slots=True)
class KeepNow:
    """What this machine may keep from here on; the first row leaves it as it is."""

    is_of_menu: ClassVar[bool] = True

    def prompt(self, around: Around) -> Prompt:
        """Return what is kept now, and the other answers."""
        now = around.meeting.keep if around.meeting else Keep.NOTHING
        is_shut = around.seal in (Seal.SHUT, Seal.BROKEN)
        others = [one for one in _ORDER if one is not now and not (is_shut and is_more(one, now))]
        rows = (Choice("leave", words.LEAVE), *(Choice(one, words.ROWS[one]) for one in others))
        body = (words.NOW[now], words.LESS, words.MORE)
        return house_prompt("keep-now", house.KEEPING, words.ASKED, ChooseOne(rows), body=body)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Keep less at once; for more each person is asked first."""
        meeting = around.meeting
        if meeting is None or value == "leave":
            return Outcome(leave=PAST_THE_MENU)
        keep = Keep(str(value))
        done = Notice(words.DONE[keep])
        asks = tuple(MayKeep(one.id) for one in reversed(meeting.present) if not one.keeps_less)
        enter = asks if is_more(keep, meeting.keep) else ()
        changed = (KeepFromNow(keep),)
        return Outcome(leave=PAST_THE_MENU, enter=enter, effects=changed, notice=done)


def is_more(one: Keep, than: Keep) -> bool:
    """Return whether one answer keeps more than another."""
    return _ORDER.index(one) > _ORDER.index(than)


@dataclass(frozen=True, slots=True)
class MayKeep:
    """One person is asked whether their words may be kept too; no is the first row (S6)."""

    person: str

    def prompt(self, around: Around) -> Prompt:
        """Return the question by name."""
        one = around.meeting.person(self.person) if around.meeting else None
        asked = words.MAY_ASKED.format(name=one.name if one else "")
        rows = (Choice("no", words.MAY_NO), Choice("yes", words.MAY_YES))
        return house_prompt("may-keep", house.KEEPING, asked, ChooseOne(rows), hint=words.MAY_HINT)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """A no keeps nothing of theirs, whatever the group keeps."""
        less = () if value == "yes" else (Tell(commands.KeepLess(self.person)),)
        return Outcome(leave=1, effects=less)

    def back(self, around: Around) -> Outcome:
        """No answer is a no."""
        return self.take(around, "no")
