"""The board of offers and needs between meetings: what fits, what is put on, what goes (C5).

Nothing here is added up or put in order by how much somebody gave.
"""

from dataclasses import dataclass
from typing import Literal

from facilitator.domain.ids import free_id
from facilitator.domain.kept import Offer
from facilitator.domain.meeting import AnswerValue
from facilitator.domain.prompt import (
    Acknowledge,
    Choice,
    ChooseOne,
    ChoosePeople,
    Notice,
    Prompt,
    Tone,
    WriteText,
)
from facilitator.domain.things import Things
from facilitator.engine.fitting import fitted
from facilitator.engine.house.around import Around
from facilitator.engine.house.effects import KeepThings, LetGo
from facilitator.engine.house.gone import Gone
from facilitator.engine.house.room import Outcome, Room, house_prompt, only_one
from facilitator.engine.house.swaps import GivenAndGot, WhoYou
from facilitator.engine.matching import fits
from facilitator.engine.scene import ready_lines
from facilitator.wording import offers as words
from facilitator.wording.activities import NOTHING


def lines_of(around: Around) -> tuple[tuple[Offer, str], ...]:
    """Return every line of the board and how it is read, in the order in which they came."""
    told = []
    for one in around.things.offers:
        said = words.NEEDS_NOW if one.is_need else words.OFFERS_NOW
        told.append((one, said.format(name=one.name, line=one.words)))
    return tuple(told)


@dataclass(frozen=True, slots=True)
class Board:
    """Everything on offer and everything asked for, and what can be done with it."""

    def prompt(self, around: Around) -> Prompt:
        """Return the lines, and the rows; the first leads back."""
        lines = lines_of(around)
        choices = [Choice("back", words.BACK)]
        if lines:
            choices.append(Choice("fits", words.FITS))
        choices += [
            Choice("gave", words.GAVE),
            Choice("got", words.GOT),
            Choice("past", words.PAST),
            Choice("add", words.ADD),
        ]
        if lines:
            choices.append(Choice("off", words.OFF))
        body = tuple(told for _, told in lines) or (words.EMPTY,)
        shown = ChooseOne(tuple(choices))
        return house_prompt("board", words.TITLE, words.ASKED, shown, body=body, hint=words.HINT)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Open the room that was chosen."""
        rooms: dict[str, Room] = {
            "fits": Fits(),
            "past": GivenAndGot(),
            "add": WhoseLine(),
            "off": TakeOff(),
        }
        chosen = str(value)
        if chosen in ("gave", "got"):
            if len(around.members) < 2:  # noqa: PLR2004  one gives, one gets
                return Outcome(notice=Notice(words.ALONE, Tone.CARE))
            return Outcome(enter=(WhoYou(gave=chosen == "gave"),))
        if chosen == "add" and not around.members:
            return Outcome(notice=Notice(words.ALONE, Tone.CARE))
        return Outcome(enter=(rooms[chosen],)) if chosen in rooms else Outcome(leave=1)


@dataclass(frozen=True, slots=True)
class Fits:
    """What could fit, by the words that two lines share."""

    def prompt(self, around: Around) -> Prompt:
        """Return the fits; none is fine."""
        found = fits(around.things.offers)
        body = tuple(
            words.MATCH_SAID.format(giver=one.offer.name, asker=one.need.name, line=one.offer.words)
            for one in found
        )
        hint = words.MATCH_HINT_BOARD
        shown = Acknowledge(words.TO_BOARD)
        return house_prompt(
            "fits", words.TITLE, words.FITS_ASKED, shown, body=body or (words.FITS_NONE,), hint=hint
        )

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Go back to the board."""
        return Outcome(leave=1)


@dataclass(frozen=True, slots=True)
class WhoseLine:
    """Whose the new line is: somebody whom the book knows, so that it can be theirs."""

    def prompt(self, around: Around) -> Prompt:
        """Return their names."""
        people = tuple(Choice(one.id, one.name) for one in around.members)
        shown = ChoosePeople(people, only_one=True)
        return house_prompt("whose-line", words.TITLE, words.WHO_YOU, shown)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Go on to which sort of line it is."""
        chosen = only_one(value)
        if not chosen:
            return Outcome(leave=1, notice=Notice(words.NOBODY))
        return Outcome(leave=1, enter=(WhichSort(chosen),))


@dataclass(frozen=True, slots=True)
class WhichSort:
    """Something to give, or something that would help."""

    member_id: str

    def prompt(self, around: Around) -> Prompt:
        """Return both."""
        choices = (Choice("offer", words.ADD_OFFER), Choice("need", words.ADD_NEED))
        return house_prompt("which-sort", words.TITLE, words.ADD_ASKED, ChooseOne(choices))

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Go on to the line."""
        sort: Literal["offer", "need"] = "need" if value == "need" else "offer"
        return Outcome(leave=1, enter=(NewLine(self.member_id, sort),))


@dataclass(frozen=True, slots=True)
class NewLine:
    """The line itself."""

    member_id: str
    sort: Literal["offer", "need"]

    def prompt(self, around: Around) -> Prompt:
        """Return ready phrases, and one's own words."""
        is_need = self.sort == "need"
        ready = ready_lines(words.NEED_READY if is_need else words.OFFER_READY)
        asked = words.ADD_NEED_WORDS if is_need else words.ADD_OFFER_WORDS
        shown = WriteText(ready, words.OWN, at_most=80)
        return house_prompt("new-line", words.TITLE, asked, shown, hint=words.KEEP_HINT)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Put it on the board."""
        if value == NOTHING:
            return Outcome(leave=1)
        name = next((one.name for one in around.members if one.id == self.member_id), "")
        day = around.today.isoformat()
        line_id = free_id(f"line-{day}", {one.id for one in around.things})
        is_need = self.sort == "need"
        line = Offer(line_id, self.member_id, name, day, str(value), is_need=is_need)
        effect = KeepThings(Things(offers=(line,)))
        return Outcome(leave=1, effects=(effect,), notice=Notice(words.ADDED_LINE, Tone.SAVED))


@dataclass(frozen=True, slots=True)
class TakeOff:
    """Which line goes; it can be brought back until its screen is left (A16)."""

    def prompt(self, around: Around) -> Prompt:
        """Return the lines; the first row goes back."""
        rows = tuple(Choice(one.id, fitted(told)) for one, told in lines_of(around))
        shown = ChooseOne((Choice("@none", words.OFF_NONE), *rows))
        return house_prompt("take-off", words.TITLE, words.OFF_ASKED, shown)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Let it go, or go back."""
        if value == "@none":
            return Outcome(leave=1)
        effect = LetGo(frozenset({str(value)}))
        return Outcome(leave=1, enter=(Gone(words.OFF_DONE),), effects=(effect,))
