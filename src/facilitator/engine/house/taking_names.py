"""What names mean that somebody typed: who comes, told apart from others of that look (M22, M9)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from facilitator.domain import commands
from facilitator.domain.meeting import AnswerValue
from facilitator.domain.person_names import is_same, looks, shown
from facilitator.domain.prompt import Choice, ChooseOne, Notice, Prompt, Tone
from facilitator.domain.records import Member
from facilitator.engine.house.around import Around
from facilitator.engine.house.effects import Tell
from facilitator.engine.house.late_card import LateCard
from facilitator.engine.house.room import Outcome, Room, house_prompt
from facilitator.engine.name_list import said_together
from facilitator.engine.who_is_here import NAME_LETTERS, next_person, wrong_name
from facilitator.wording import house
from facilitator.wording import people as words


def joining(member: Member) -> commands.Join:
    """Return how a member comes to a meeting: with their plan (M9)."""
    return commands.Join(member.name, member.id, member.plan)


@dataclass(frozen=True, slots=True)
class Understood:
    """What a line of names means: who comes, who is asked something first, what is left."""

    joins: tuple[commands.Join, ...]
    asks: tuple["AreYou", ...]
    left: tuple[str, ...]
    notice: Notice | None


def understood(around: Around, names: Sequence[str]) -> Understood:
    """Return who comes by these names: told apart where two look the same (M9, S14)."""
    joins: list[commands.Join] = []
    asks: list[AreYou] = []
    left: list[str] = []
    why, told = "", ""
    for name in names:
        wrong = wrong_name(name)
        member = None if wrong else _known(around, name, asks)
        if wrong:
            left, why = [*left, name], why or wrong
        elif member is not None:
            asks.append(AreYou(member.id, shown(name)))
        else:
            apart, said = told_apart(around, name, [one.name for one in joins])
            joins, told = [*joins, commands.Join(apart)], said or told
    came = [one.name for one in joins]
    pattern = words.IS_HERE if len(came) == 1 else words.ARE_HERE
    here = pattern.format(names=said_together(came)) if came else ""
    said = " ".join(one for one in (here, told, why) if one)
    notice = Notice(said, Tone.CARE if why else Tone.CALM) if said else None
    return Understood(tuple(joins), tuple(reversed(asks)), tuple(left), notice)


def _known(around: Around, name: str, asks: Iterable["AreYou"]) -> Member | None:
    """Return the member of that name who is not here yet: perhaps it is them (M9)."""
    here = {one.member for one in around.meeting.people} if around.meeting else set()
    here |= {one.member for one in asks}
    return next(
        (one for one in around.members if one.id not in here and is_same(one.name, name)), None
    )


@dataclass(frozen=True, slots=True)
class AreYou:
    """Somebody gave the name of a member: is it them, or another of that name? (M9)."""

    member: str
    name: str
    is_late: bool = False

    def prompt(self, around: Around) -> Prompt:
        """Return the two answers; nothing of the book is shown."""
        rows = (Choice("yes", words.ARE_YOU_YES), Choice("no", words.ARE_YOU_NO))
        asked = words.ARE_YOU.format(name=self.name)
        shown_ = ChooseOne(rows)
        return house_prompt("are-you", words.TITLE, asked, shown_, hint=words.ARE_YOU_HINT)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Let the member be here, or somebody else of that name, told apart."""
        member = next((one for one in around.members if one.id == self.member), None)
        if value == "yes" and member is not None:
            name, told, join = member.name, "", joining(member)
        else:
            name, told = told_apart(around, self.name)
            join = commands.Join(name)
        notice = Notice(told or words.IS_HERE.format(names=name))
        card = self._card(around, name) if self.is_late else ()
        return Outcome(leave=1, enter=card, effects=(Tell(join),), notice=notice)

    def _card(self, around: Around, name: str) -> tuple[Room, ...]:
        return (LateCard(next_person(around.meeting), name),) if around.meeting else ()


def free_signs(around: Around) -> tuple[str, ...]:
    """Return the signs that nobody has: not here, not in the book."""
    names = _names(around)
    taken = _looks_of(names)
    free = tuple(sign for sign in house.SIGNS if not looks(sign) & taken)
    return free or tuple(f"{sign} {len(names)}" for sign in house.SIGNS)


def _names(around: Around) -> set[str]:
    here = {one.name for one in around.meeting.people} if around.meeting else set()
    return here | {member.name for member in around.members}


def _looks_of(names: Iterable[str]) -> frozenset[str]:
    return frozenset[str]().union(*(looks(name) for name in names))


def told_apart(around: Around, typed: str, others: Iterable[str] = ()) -> tuple[str, str]:
    """Return a name that nobody else has, and a word about it: a second Ann is "Ann Heron" (M9).

    So is one that only looks like Ann, written with other letters. `others` come as well.
    """
    name, taken = shown(typed), _names(around) | set(others)
    if not looks(name) & _looks_of(taken):
        return name, ""
    signs = free_signs(around)
    made = (shown(f"{name[: NAME_LETTERS - len(sign) - 1]} {sign}") for sign in signs)
    apart = next((one for one in made if not looks(one) & _looks_of(taken)), f"{name} {signs[0]}")
    return apart, words.TAKEN.format(name=apart)
