"""What the group has made: one list of rooms, and the wall of what people are good at (C3)."""

from collections.abc import Callable
from dataclasses import dataclass

from facilitator.domain.meeting import AnswerValue
from facilitator.domain.prompt import Acknowledge, Choice, ChooseOne, Prompt
from facilitator.engine.house.around import Around
from facilitator.engine.house.past import PastMeetings
from facilitator.engine.house.room import Outcome, Room, house_prompt
from facilitator.wording import house, moving_on, offers, our_agreement, roles, votes
from facilitator.wording import ours as words


@dataclass(frozen=True, slots=True)
class Row:
    """One thing to look at: what it is called, and the room that opens."""

    id: str
    label: str
    room: Callable[[Around], Room]


@dataclass(frozen=True, slots=True)
class Ours:
    """What we have made; nothing in it is one person's private word."""

    def prompt(self, around: Around) -> Prompt:
        """Return the rows; the first leads back."""
        choices = (Choice("back", words.BACK), *(Choice(row.id, row.label) for row in ROWS))
        return house_prompt("ours", words.TITLE, words.ASKED, ChooseOne(choices))

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Open the room that was chosen."""
        found = next((row for row in ROWS if row.id == value), None)
        return Outcome(leave=1) if found is None else Outcome(enter=(found.room(around),))


@dataclass(frozen=True, slots=True)
class Wall:
    """The strengths that people shared with the group, without names, in order of letters."""

    def prompt(self, around: Around) -> Prompt:
        """Return one line for each; who said it is nobody's concern here."""
        shared = sorted({one.words for one in around.things.strengths}, key=str.casefold)
        body = tuple(shared) or (words.NOTHING,)
        shown = Acknowledge(words.BACK_HERE)
        return house_prompt(
            "wall", words.TITLE, words.WALL_ASKED, shown, body=body, hint=words.WALL_HINT
        )

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Go back to the list."""
        return Outcome(leave=1)


def _past(_around: Around) -> Room:
    return PastMeetings()


def _wall(_around: Around) -> Room:
    return Wall()


def _stories(_around: Around) -> Room:
    from facilitator.engine.house.stories import Stories  # noqa: PLC0415  few starts need it (P1)

    return Stories()


def _tips(_around: Around) -> Room:
    from facilitator.engine.house.stories import TipCards  # noqa: PLC0415  as above

    return TipCards()


def _history(_around: Around) -> Room:
    from facilitator.engine.house.history import History  # noqa: PLC0415  few starts need it (P1)

    return History()


def _sessions(_around: Around) -> Room:
    from facilitator.engine.house.editor.lists import OwnSessions  # noqa: PLC0415  a start needs none of it (P1)

    return OwnSessions()


def _agreement(_around: Around) -> Room:
    from facilitator.engine.house.our_agreement import OurAgreement  # noqa: PLC0415  few starts need it (P1)

    return OurAgreement()


def _next_time(around: Around) -> Room:
    from facilitator.engine.house.next_time import for_next_time  # noqa: PLC0415  few look at it (P1)

    return for_next_time(around)


def _board(_around: Around) -> Room:
    from facilitator.engine.house.board import Board  # noqa: PLC0415  a start needs none of it (P1)

    return Board()


def _duties(_around: Around) -> Room:
    from facilitator.engine.house.duties import Duties  # noqa: PLC0415  as above

    return Duties()


def _moving_on(_around: Around) -> Room:
    from facilitator.engine.house.moving_on import WhoMovesOn  # noqa: PLC0415  as above

    return WhoMovesOn()


ROWS: tuple[Row, ...] = (
    Row("own-sessions", words.SESSIONS, _sessions),
    Row("past", house.HOME_PAST, _past),
    Row("agreement", our_agreement.ROW, _agreement),
    Row("next-time", votes.NEXT_TIME_ROW, _next_time),
    Row("duties", roles.TITLE, _duties),
    Row("board", offers.TITLE, _board),
    Row("stories", words.STORIES, _stories),
    Row("tips", words.TIPS, _tips),
    Row("wall", words.WALL, _wall),
    Row("history", words.HISTORY, _history),
    Row("moving-on", moving_on.TITLE, _moving_on),
)
"""The rows, in the order in which they are shown. Rooms elsewhere are imported late (P1).

First what a group does something with before it meets again, then what it reads: seven rows
are all that stand on one screen (A21).
"""
