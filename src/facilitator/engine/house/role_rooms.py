"""Who does what today: seen and handed on at any time, from the menu (C2)."""

from dataclasses import dataclass
from typing import ClassVar

from facilitator.domain import commands
from facilitator.domain.meeting import AnswerValue
from facilitator.domain.prompt import Choice, ChooseOne, ChoosePeople, Notice, Prompt
from facilitator.engine.fitting import fitted
from facilitator.engine.house.around import Around
from facilitator.engine.house.effects import Tell
from facilitator.engine.house.room import PAST_THE_MENU, Outcome, house_prompt, only_one
from facilitator.engine.role_holding import proposals
from facilitator.wording import roles as words

LEAVE, FREE = "@none", "@free"


@dataclass(frozen=True, slots=True)
class WhoDoesWhat:
    """Every role and who has it; the first row goes on with the meeting."""

    is_of_menu: ClassVar[bool] = True

    def prompt(self, around: Around) -> Prompt:
        """Return the roles, one row each."""
        rows = tuple(Choice(role, fitted(_said(around, role))) for role in words.NAMES)
        shown = ChooseOne((Choice("back", words.MENU_BACK), *rows))
        return house_prompt("roles", words.MENU, words.MENU_ASKED, shown, hint=words.MENU_HINT)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Hand one on, or go on."""
        chosen = str(value)
        if chosen in words.NAMES:
            return Outcome(enter=(HandOn(chosen),))
        return Outcome(leave=PAST_THE_MENU)


def _said(around: Around, role: str) -> str:
    meeting, label = around.meeting, words.NAMES[role]
    person = meeting.person(meeting.roles.get(role, "")) if meeting else None
    if person is None:
        return words.ROW_FREE.format(role=label)
    return words.ROW.format(role=label, name=person.name)


@dataclass(frozen=True, slots=True)
class HandOn:
    """Who has this role from here on; whoever has not had it is named first."""

    role: str
    is_of_menu: ClassVar[bool] = True

    def prompt(self, around: Around) -> Prompt:
        """Return the names; the first row leaves it as it is."""
        meeting = around.meeting
        order = proposals(meeting, self.role) if meeting else ()
        people = [meeting.person(one) for one in order] if meeting else []
        rows = [Choice(one.id, one.name) for one in people if one is not None]
        if meeting and self.role in meeting.roles:
            rows.append(Choice(FREE, words.HAND_ON_FREE))
        shown = ChoosePeople((Choice(LEAVE, words.HAND_ON_LEAVE), *rows), only_one=True)
        asked, hint = words.WHO_ELSE[self.role], words.MEANS[self.role]
        return house_prompt("hand-on", words.MENU, asked, shown, hint=hint)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Hand it on, let it be free, or leave it."""
        chosen = only_one(value) or LEAVE
        if chosen == FREE:
            tell = Tell(commands.GiveRole(self.role))
            return Outcome(leave=PAST_THE_MENU, effects=(tell,), notice=Notice(words.HAND_ON_FREED))
        person = around.meeting.person(chosen) if around.meeting else None
        if person is None:
            return Outcome(leave=PAST_THE_MENU)
        who = words.DOES[self.role].format(name=person.name)
        notice = Notice(words.HAND_ON_DONE.format(who=who))
        tell = Tell(commands.GiveRole(self.role, person.id))
        return Outcome(leave=PAST_THE_MENU, effects=(tell,), notice=notice)
