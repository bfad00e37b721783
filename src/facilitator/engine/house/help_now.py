"""Help now: one card from every screen; never stored (A17, S16)."""

from dataclasses import dataclass, replace

from facilitator.domain.meeting import AnswerValue
from facilitator.domain.prompt import Acknowledge, Prompt
from facilitator.domain.session import Resource
from facilitator.engine.house.around import Around
from facilitator.engine.house.own_keys import letters_line
from facilitator.engine.house.room import Outcome, house_prompt
from facilitator.wording import access
from facilitator.wording import house as words


@dataclass(frozen=True, slots=True)
class HelpNow:
    """The numbers first, then where you are, what you can do, how to get a person.

    `where` says where the card was opened, in the words of that screen. `of_turn` is
    somebody whose words brought it, `title` that of their own screen: a voice that may
    not read their words says nothing new to the room (S16, A12).
    """

    where: str = ""
    of_turn: str = ""
    title: str = ""

    def prompt(self, around: Around) -> Prompt:
        """Return the card."""
        easy = around.ways.easy
        lines = [_line(one, easy=easy) for one in around.help_now]
        if around.group.turn_to:
            lines.append(words.TURN_TO_NOW.format(name=around.group.turn_to))
        lines.append(words.HELP_PERSON)
        if self.where:
            lines.append(words.HELP_WHERE.format(where=self.where))
        lines += [words.HELP_NUMBERS, words.HELP_KEYS, access.HOW]
        lines += letters_line(around.ways)
        shown = Acknowledge(words.HELP_BACK)
        made = house_prompt("help", words.HELP, words.HELP_ASKED, shown, body=tuple(lines))
        if self.of_turn:
            own = (words.HELP, words.HELP_ASKED, *lines, words.HELP_BACK)
            made = replace(made, title=self.title, own_words=own, giver=self.of_turn)
        return made

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Go back to where we were."""
        return Outcome(leave=1)


def _line(resource: Resource, *, easy: bool) -> str:
    line = words.HELP_LINE if resource.phone else words.HELP_LINE_PLAIN
    said = resource.words.said(easy=easy)
    return line.format(label=resource.label, phone=resource.phone, words=said)
