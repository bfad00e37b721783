"""Who came late, who left, who came back, during a meeting (M14)."""

from dataclasses import dataclass, replace

from facilitator.domain import commands
from facilitator.domain.meeting import AnswerValue, Meeting
from facilitator.domain.prompt import (
    Choice,
    ChoosePeople,
    Notice,
    Prompt,
    Tone,
    WriteText,
)
from facilitator.engine.house.around import Around
from facilitator.engine.house.effects import Effect, Tell
from facilitator.engine.house.late_card import LateCard
from facilitator.engine.house.room import PAST_THE_MENU, Outcome, Room, house_prompt
from facilitator.engine.house.taking_names import free_signs, understood
from facilitator.engine.name_list import names_in_line
from facilitator.engine.role_holding import held_by
from facilitator.engine.who_is_here import next_person
from facilitator.wording import house as words
from facilitator.wording import menu, roles
from facilitator.wording import people as people_words

SIGNS_SHOWN = 5
"""With the row that leads back and the letters on the screen these are seven rows."""


@dataclass(frozen=True, slots=True)
class SomebodyCame:
    """Late-comers give a name or sign; several at once too (M14, M22)."""

    waits: str = ""

    def prompt(self, around: Around) -> Prompt:
        """Return a line for names, and signs that are free; the first row leads back."""
        none = Choice("@none", words.NOBODY_ROW)
        signs = (Choice(f"sign-{sign}", sign) for sign in free_signs(around)[:SIGNS_SHOWN])
        shown = WriteText((none, *signs), words.NAME_OWN, self.waits, is_open=True)
        return house_prompt("came", menu.PEOPLE, words.CAME_ASKED, shown)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Let them be here, and show each of them the short card."""
        if value == words.NOBODY_ROW:
            return Outcome(leave=PAST_THE_MENU)
        found = understood(around, names_in_line(str(value)))
        left = ", ".join(found.left)
        if not found.joins and not found.asks:
            notice = found.notice or Notice(people_words.NOBODY_YET, Tone.CARE)
            return Outcome(notice=notice, refused=True)
        first = int(next_person(around.meeting)[1:]) if around.meeting else 1
        cards = [LateCard(f"p{first + at}", one.name) for at, one in enumerate(found.joins)]
        effects: tuple[Effect, ...] = tuple(Tell(one) for one in found.joins)
        again = (SomebodyCame(left),) if left else ()
        asks = tuple(replace(one, is_late=True) for one in found.asks)
        rooms: tuple[Room, ...] = (*again, *asks, *reversed(cards))
        return Outcome(leave=PAST_THE_MENU, enter=rooms, effects=effects, notice=found.notice)


def _one_of(meeting: Meeting | None, *, here: bool) -> ChoosePeople:
    """Return their names after a row for nobody: who came here by a slip sees the way out."""
    people = meeting.people if meeting else ()
    names = (Choice(one.id, one.name) for one in people if one.here is here)
    return ChoosePeople((Choice("@none", words.NOBODY_ROW), *names), only_one=True)


def _chosen(meeting: Meeting | None, value: AnswerValue) -> tuple[str, str] | None:
    person = meeting.person(value[0]) if meeting and isinstance(value, tuple) and value else None
    return (person.id, person.name) if person else None


def _free_again(meeting: Meeting | None, person: str) -> tuple[str, ...]:
    """Return that the roles of somebody who goes are free again, if they have any (C2)."""
    held = held_by(meeting, person) if meeting else ()
    names = ", ".join(roles.NAMES[role].lower() for role in held)
    return (roles.LEFT_FREE.format(roles=names),) if held else ()


@dataclass(frozen=True, slots=True)
class SomebodyLeft:
    """Somebody goes; their turn is not asked any more (M14)."""

    def prompt(self, around: Around) -> Prompt:
        """Return the names of those who are here; the first row lets everybody stay."""
        shown = _one_of(around.meeting, here=True)
        return house_prompt("left", menu.PEOPLE, words.LEFT_ASKED, shown)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Let them go."""
        chosen = _chosen(around.meeting, value)
        if chosen is None:
            return Outcome(leave=PAST_THE_MENU)
        told = [words.LEFT_DONE.format(name=chosen[1]), *_free_again(around.meeting, chosen[0])]
        notice = Notice(" ".join(told))
        return Outcome(
            leave=PAST_THE_MENU, effects=(Tell(commands.Leave(chosen[0])),), notice=notice
        )


@dataclass(frozen=True, slots=True)
class SomebodyCameBack:
    """Somebody who went is here again (M14)."""

    def prompt(self, around: Around) -> Prompt:
        """Return the names of those who went; the first row brings nobody back."""
        shown = _one_of(around.meeting, here=False)
        return house_prompt("came-back", menu.PEOPLE, words.BACK_ASKED, shown)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Let them be here."""
        chosen = _chosen(around.meeting, value)
        if chosen is None:
            return Outcome(leave=PAST_THE_MENU)
        notice = Notice(words.BACK_DONE.format(name=chosen[1]))
        return Outcome(
            leave=PAST_THE_MENU, effects=(Tell(commands.ComeBack(chosen[0])),), notice=notice
        )
