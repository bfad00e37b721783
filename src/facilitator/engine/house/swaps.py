"""Something was given and got: written down from either side, an hour is an hour (C5)."""

from dataclasses import dataclass, replace

from facilitator.domain.ids import free_id
from facilitator.domain.kept import Exchange
from facilitator.domain.meeting import AnswerValue
from facilitator.domain.prompt import (
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
from facilitator.engine.house import days
from facilitator.engine.house.around import Around
from facilitator.engine.house.effects import KeepThings, LetGo
from facilitator.engine.house.gone import Gone
from facilitator.engine.house.room import Outcome, Room, house_prompt, only_one
from facilitator.engine.scene import ready_lines
from facilitator.wording import offers as words
from facilitator.wording.activities import NOTHING


def _name(around: Around, member_id: str) -> str:
    return next((one.name for one in around.members if one.id == member_id), "")


@dataclass(frozen=True, slots=True)
class Swap:
    """What is known so far of one exchange; `line` is the id of a line of the board, or ""."""

    giver: str = ""
    getter: str = ""
    words: str = ""
    line: str = ""


@dataclass(frozen=True, slots=True)
class WhoYou:
    """Who writes it down: whoever gave, or whoever got."""

    gave: bool

    def prompt(self, around: Around) -> Prompt:
        """Return the names of those whom the book knows."""
        people = tuple(Choice(one.id, one.name) for one in around.members)
        shown = ChoosePeople(people, only_one=True)
        return house_prompt("swap-you", words.TITLE, words.WHO_YOU, shown)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Go on to the other one."""
        chosen = only_one(value)
        if not chosen:
            return Outcome(leave=1, notice=Notice(words.NOBODY))
        swap = Swap(giver=chosen) if self.gave else Swap(getter=chosen)
        return Outcome(leave=1, enter=(WhoElse(swap),))


@dataclass(frozen=True, slots=True)
class WhoElse:
    """The other one of the two."""

    swap: Swap

    def prompt(self, around: Around) -> Prompt:
        """Return everybody else's name."""
        you = self.swap.giver or self.swap.getter
        people = tuple(Choice(one.id, one.name) for one in around.members if one.id != you)
        asked = words.WHO_GOT if self.swap.giver else words.WHO_GAVE
        shown = ChoosePeople(people, only_one=True)
        return house_prompt("swap-other", words.TITLE, asked, shown)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Go on to what it was."""
        other = only_one(value)
        if not other:
            return Outcome(leave=1, notice=Notice(words.NOBODY))
        whole = replace(self.swap, giver=self.swap.giver or other)
        whole = replace(whole, getter=whole.getter or other)
        room: Room = WhatWasIt(whole) if _lines(around, whole) else SomethingElse(whole)
        return Outcome(leave=1, enter=(room,))


def _lines(around: Around, swap: Swap) -> tuple[Choice, ...]:
    """Return what the giver offers and what the getter asks for."""
    return tuple(
        Choice(one.id, fitted(one.words))
        for one in around.things.offers
        if one.owner == (swap.getter if one.is_need else swap.giver)
    )


@dataclass(frozen=True, slots=True)
class WhatWasIt:
    """Which line of the board it was, or something else."""

    swap: Swap

    def prompt(self, around: Around) -> Prompt:
        """Return the lines of these two, then something else."""
        shown = ChooseOne((*_lines(around, self.swap), Choice("@else", words.SOMETHING)))
        return house_prompt("swap-what", words.TITLE, words.WHAT_WAS_IT, shown)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Go on to how long it took, or to own words."""
        if value == "@else":
            return Outcome(leave=1, enter=(SomethingElse(self.swap),))
        said = next((one.words for one in around.things.offers if one.id == value), "")
        return Outcome(leave=1, enter=(HowLong(replace(self.swap, words=said, line=str(value))),))


@dataclass(frozen=True, slots=True)
class SomethingElse:
    """What it was, in a few words."""

    swap: Swap

    def prompt(self, around: Around) -> Prompt:
        """Return ready phrases, and own words."""
        shown = WriteText(ready_lines(words.SOMETHING_READY), words.OWN, at_most=80)
        return house_prompt("swap-words", words.TITLE, words.SOMETHING_ASKED, shown)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Go on to how long it took."""
        if value == NOTHING:
            return Outcome(leave=1)
        return Outcome(leave=1, enter=(HowLong(replace(self.swap, words=str(value))),))


@dataclass(frozen=True, slots=True)
class HowLong:
    """About how long; nobody has to count."""

    swap: Swap

    def prompt(self, around: Around) -> Prompt:
        """Return a few lengths, the first of which does not count."""
        choices = tuple(Choice(one, label) for one, (label, _) in words.LASTING.items())
        asked, hint = words.HOW_LONG, words.HOW_LONG_HINT
        return house_prompt("swap-long", words.TITLE, asked, ChooseOne(choices), hint=hint)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Write it down; then ask whether the line stays."""
        swap, day = self.swap, around.today.isoformat()
        exchange = Exchange(
            free_id(f"swap-{day}", {one.id for one in around.things}),
            swap.giver,
            _name(around, swap.giver),
            day,
            swap.getter,
            _name(around, swap.getter),
            swap.words,
            words.LASTING[str(value)][1],
        )
        kept = KeepThings(Things(exchanges=(exchange,)))
        still = (StillThere(swap.line),) if swap.line else ()
        notice = Notice(words.WRITTEN, Tone.SAVED)
        return Outcome(leave=1, enter=still, effects=(kept,), notice=notice)


@dataclass(frozen=True, slots=True)
class StillThere:
    """Whether the line of the board stays."""

    line: str

    def prompt(self, around: Around) -> Prompt:
        """Return both; the first leaves it."""
        said = next((one.words for one in around.things.offers if one.id == self.line), "")
        choices = (Choice("yes", words.STILL_YES), Choice("no", words.STILL_NO))
        shown = ChooseOne(choices)
        return house_prompt("swap-still", words.TITLE, words.STILL, shown, body=(said,))

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Leave it, or take it off."""
        if value != "no":
            return Outcome(leave=1)
        effect = LetGo(frozenset({self.line}))
        return Outcome(leave=1, enter=(Gone(words.OFF_DONE),), effects=(effect,))


def told(one: Exchange) -> str:
    """Return how an exchange is read."""
    lasting = next(
        (label for label, minutes in words.LASTING.values() if minutes == one.minutes), ""
    )
    said = words.PAST_LASTED if one.minutes and lasting else words.PAST_LINE
    return said.format(
        day=days.in_words(one.on),
        giver=one.name,
        getter=one.other_name,
        line=one.words,
        lasting=lasting.casefold(),
    )


def _newest_first(around: Around) -> tuple[Exchange, ...]:
    """By the day alone: nobody stands before another for having given more."""
    return tuple(sorted(around.things.exchanges, key=lambda one: one.on, reverse=True))


@dataclass(frozen=True, slots=True)
class GivenAndGot:
    """What we gave each other, by the day, and never a sum."""

    def prompt(self, around: Around) -> Prompt:
        """Return the lines."""
        found = _newest_first(around)
        choices = [Choice("back", words.TO_BOARD)]
        choices += [Choice("wrong", words.WRONG)] if found else []
        body = tuple(told(one) for one in found) or (words.PAST_NONE,)
        shown = ChooseOne(tuple(choices))
        return house_prompt("swaps", words.TITLE, words.PAST_ASKED, shown, body=body)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Go back, or say that one is not right."""
        return Outcome(enter=(NotRight(),)) if value == "wrong" else Outcome(leave=1)


@dataclass(frozen=True, slots=True)
class NotRight:
    """Which exchange goes; it can be brought back until its screen is left (A16)."""

    def prompt(self, around: Around) -> Prompt:
        """Return the exchanges; the first row goes back."""
        rows = tuple(Choice(one.id, fitted(told(one))) for one in _newest_first(around))
        shown = ChooseOne((Choice("@none", words.OFF_NONE), *rows))
        return house_prompt("swap-wrong", words.TITLE, words.WRONG_ASKED, shown)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Let it go, or go back."""
        if value == "@none":
            return Outcome(leave=1)
        effect = LetGo(frozenset({str(value)}))
        return Outcome(leave=1, enter=(Gone(),), effects=(effect,))
