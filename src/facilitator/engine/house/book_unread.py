"""Our book cannot be read, so a meeting cannot be put away: may a new book begin? (S3)."""

from dataclasses import dataclass

from facilitator.domain.meeting import AnswerValue
from facilitator.domain.prompt import Choice, ChooseOne, Prompt
from facilitator.engine.house.around import Around
from facilitator.engine.house.effects import PutBookAside, ResumeMeeting
from facilitator.engine.house.room import Outcome, house_prompt
from facilitator.wording import book_unread as words


@dataclass(frozen=True, slots=True)
class BookUnread:
    """The meeting waits; the first row leaves all as it is, and it can be tried again."""

    meeting_id: str

    def prompt(self, around: Around) -> Prompt:
        """Return what is in the book, and what can be done."""
        rows = ChooseOne((Choice("later", words.LATER), Choice("aside", words.ASIDE)))
        body = (words.IN_IT, words.STAYS)
        return house_prompt("book-unread", words.TITLE, words.ASKED, rows, body=body)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Put the book aside and finish the meeting, or leave both as they are."""
        if value != "aside":
            return Outcome(leave=1)
        return Outcome(leave=1, effects=(PutBookAside(), ResumeMeeting(self.meeting_id)))
