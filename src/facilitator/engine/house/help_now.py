"""Help now: one card from every screen; never stored (A17, S16)."""

from dataclasses import dataclass, replace

from facilitator.domain.meeting import AnswerValue
from facilitator.domain.prompt import Acknowledge, Choice, ChooseOne, Contact, Prompt
from facilitator.engine.house.around import Around
from facilitator.engine.house.own_keys import letters_line
from facilitator.engine.house.room import Outcome, house_prompt
from facilitator.wording import access
from facilitator.wording import house as words


@dataclass(frozen=True, slots=True)
class HelpNow:
    """Whom to turn to in the room, then the numbers; what the keys do is one row further.

    `where` says where the card was opened, in the words of that screen. `of_turn` is
    somebody whose words brought it, `title` that of their own screen: a voice that may
    not read their words says nothing new to the room (S16, A12).
    """

    where: str = ""
    of_turn: str = ""
    title: str = ""

    def prompt(self, around: Around) -> Prompt:
        """Return the card."""
        named = around.group.turn_to
        asked = words.HELP_PERSON_NAMED.format(name=named) if named else words.HELP_PERSON
        body, hint = (words.HELP_SAY,), words.HELP_ASKED
        choices = (Choice("back", words.HELP_BACK), Choice("keys", words.HELP_KEYS_ROW))
        made = house_prompt("help", words.HELP, asked, ChooseOne(choices), body=body, hint=hint)
        made = replace(made, contacts=_contacts(around))
        return _hidden(made, self.of_turn, self.title)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Go back to where we were, or see the keys."""
        if value == "keys":
            return Outcome(enter=(KeysNow(self.where, self.of_turn, self.title),))
        return Outcome(leave=1)


@dataclass(frozen=True, slots=True)
class KeysNow:
    """What the keys do, and where we are (A17); as silent as the card that led to it."""

    where: str = ""
    of_turn: str = ""
    title: str = ""

    def prompt(self, around: Around) -> Prompt:
        """Return the keys, this person's own letters among them (A2)."""
        where = (words.HELP_WHERE.format(where=self.where),) if self.where else ()
        body = (words.HELP_KEYS, access.HOW, *letters_line(around.ways), *where)
        shown = Acknowledge(words.HELP_KEYS_BACK)
        made = house_prompt("keys-now", words.HELP_KEYS_ROW, words.HELP_NUMBERS, shown, body=body)
        return _hidden(made, self.of_turn, self.title)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Go back."""
        return Outcome(leave=1)


def _contacts(around: Around) -> tuple[Contact, ...]:
    easy = around.ways.easy
    return tuple(
        Contact(one.phone, one.label, one.words.said(easy=easy)) for one in around.help_now
    )


def _hidden(made: Prompt, of_turn: str, title: str) -> Prompt:
    """Return a screen of which a voice without a yes says nothing to the room."""
    if not of_turn:
        return made
    contacts = (part for one in made.contacts for part in (one.who, one.number, one.words))
    rows = made.input
    labels = (one.label for one in rows.choices) if isinstance(rows, ChooseOne) else ()
    own = (
        made.title,
        made.question,
        *made.body,
        made.hint,
        *contacts,
        *labels,
        words.HELP_KEYS_BACK,
    )
    return replace(made, title=title, giver=of_turn, own_words=tuple(filter(None, own)))
