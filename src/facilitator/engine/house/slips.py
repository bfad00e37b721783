"""The evening slip of a past meeting: shown first, and written with the group's yes (C16)."""

from dataclasses import dataclass

from facilitator.domain.meeting import AnswerValue
from facilitator.domain.prompt import Acknowledge, Notice, Prompt
from facilitator.engine import slip
from facilitator.engine.house.around import Around
from facilitator.engine.house.effects import WriteSlip
from facilitator.engine.house.room import Outcome, house_prompt
from facilitator.wording import house
from facilitator.wording import slip as words


@dataclass(frozen=True, slots=True)
class SlipOf:
    """The slip of one closed meeting."""

    meeting_id: str

    def prompt(self, around: Around) -> Prompt:
        """Return all that the slip would say; the first row writes nothing."""
        closed = around.closed(self.meeting_id)
        if closed is None:
            back = Acknowledge(house.PAST_TO_LIST)
            return house_prompt("slip", words.TITLE, house.PAST_GONE, back)
        shown = slip.slip_of(closed, (one.name for one in around.members))
        part = slip.asked(shown, is_open=False, can_write=around.can_export)
        return house_prompt(
            "slip", words.TITLE, part.question, part.input, body=part.body, hint=part.hint
        )

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Write it, or leave it."""
        if isinstance(value, str) and value in slip.SHAPES:
            return Outcome(leave=1, effects=(WriteSlip(self.meeting_id, value),))
        notice = Notice(words.WRITTEN_NOT) if value == "no" else None
        return Outcome(leave=1, notice=notice)
