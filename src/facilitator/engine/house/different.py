"""What is different between a session and the one that it grew out of (C12, C13)."""

from dataclasses import dataclass

from facilitator.domain.meeting import AnswerValue
from facilitator.domain.prompt import Acknowledge, Prompt
from facilitator.domain.session import Session
from facilitator.engine.house.around import Around
from facilitator.engine.house.room import Outcome, house_prompt
from facilitator.sessions.comparing import differences
from facilitator.wording import house
from facilitator.wording import spreading as words


def parent_of(around: Around, session: Session | None) -> Session | None:
    """Return the session that one grew out of, where it is here."""
    if session is None or not session.derived_from or session.derived_from == session.id:
        return None
    return around.session(session.derived_from)


@dataclass(frozen=True, slots=True)
class Different:
    """Both next to each other, in words."""

    session_id: str

    def prompt(self, around: Around) -> Prompt:
        """Return one line for each thing that is different."""
        session = around.session(self.session_id)
        parent = parent_of(around, session)
        body = differences(parent, session) if session and parent else (words.SAME,)
        asked = words.DIFFERENT_FROM.format(title=parent.title if parent else "")
        back = Acknowledge(words.DIFFERENT_BACK)
        return house_prompt("different", house.SESSIONS, asked, back, body=body)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Go back to the session."""
        return Outcome(leave=1)
