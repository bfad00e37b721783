"""Who does what, over the weeks: what was done, what is offered; each line can go (C2, C14)."""

from dataclasses import dataclass

from facilitator.domain.kept import Duty, Willing
from facilitator.domain.meeting import AnswerValue
from facilitator.domain.prompt import Choice, ChooseOne, Prompt
from facilitator.engine.fitting import fitted
from facilitator.engine.house import days
from facilitator.engine.house.around import Around
from facilitator.engine.house.effects import LetGo
from facilitator.engine.house.gone import Gone
from facilitator.engine.house.room import Outcome, house_prompt
from facilitator.wording import roles as words

DAYS_SHOWN = 8
"""So many meetings fit a few screens; the lines of older ones can still be taken back."""


@dataclass(frozen=True, slots=True)
class Duties:
    """Offers first, then what was done, newest first: by day, never by how much anybody did."""

    def prompt(self, around: Around) -> Prompt:
        """Return the lines; the first row leads back."""
        body = (*_offers(around), *_days(around))
        choices = [Choice("back", words.LIST_BACK)]
        if body:
            choices.append(Choice("take", words.LIST_TAKE))
        shown = ChooseOne(tuple(choices))
        return house_prompt(
            "duties",
            words.TITLE,
            words.LIST_ASKED,
            shown,
            body=body or (words.LIST_EMPTY,),
            hint=words.LIST_HINT,
        )

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Go back, or take a line back."""
        return Outcome(enter=(TakeBack(),)) if value == "take" else Outcome(leave=1)


@dataclass(frozen=True, slots=True)
class TakeBack:
    """Which line goes; it can be brought back until its screen is left (A16)."""

    def prompt(self, around: Around) -> Prompt:
        """Return every line, offers first; the first row goes back."""
        things = around.things
        rows = [Choice(one.id, fitted(_offer(one))) for one in things.willing]
        for one in _newest_first(things.duties):
            told = words.TAKE_ROW.format(day=days.short(one.on), who=_done(one))
            rows.append(Choice(one.id, fitted(told)))
        shown = ChooseOne((Choice("@none", words.TAKE_NONE), *rows))
        return house_prompt("duty-off", words.TITLE, words.TAKE_ASKED, shown)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Let it go, or go back."""
        if value == "@none":
            return Outcome(leave=1)
        effect = LetGo(frozenset({str(value)}))
        return Outcome(leave=1, enter=(Gone(words.TAKEN),), effects=(effect,))


def _offers(around: Around) -> tuple[str, ...]:
    return tuple(words.LIST_OFFER.format(offer=_offer(one)) for one in around.things.willing)


def _days(around: Around) -> tuple[str, ...]:
    by_meeting: dict[str, list[Duty]] = {}
    for one in _newest_first(around.things.duties):
        by_meeting.setdefault(one.meeting, []).append(one)
    return tuple(
        words.LIST_DAY.format(day=days.in_words(done[0].on), who=", ".join(map(_done, done)))
        for done in tuple(by_meeting.values())[:DAYS_SHOWN]
    )


def _newest_first(duties: tuple[Duty, ...]) -> tuple[Duty, ...]:
    return tuple(sorted(duties, key=lambda one: one.on, reverse=True))


def _offer(one: Willing) -> str:
    return words.OFFERS.get(one.role, words.OFFERS["lead"]).format(name=one.name)


def _done(one: Duty) -> str:
    return words.DOES.get(one.role, words.DOES["lead"]).format(name=one.name)
