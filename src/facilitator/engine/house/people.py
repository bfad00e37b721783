"""Who is here: members again, names in one go, and whoever wants less kept (M22, M9, S6)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from facilitator.domain import commands
from facilitator.domain.events import Keep
from facilitator.domain.meeting import AnswerValue, Meeting
from facilitator.domain.person_names import is_same, looks, shown
from facilitator.domain.prompt import (
    Choice,
    ChooseOne,
    ChoosePeople,
    Notice,
    Prompt,
    Tone,
    WriteText,
)
from facilitator.domain.records import Member
from facilitator.engine.house.around import Around
from facilitator.engine.house.effects import Effect, Tell
from facilitator.engine.house.room import Outcome, Room, house_prompt
from facilitator.engine.name_list import names_in_line, said_together
from facilitator.engine.who_is_here import NAME_LETTERS, can_be_taken_out, next_person, wrong_name
from facilitator.wording import house, refusals
from facilitator.wording import people as words


def people_room(around: Around) -> Room:
    """Return the room in which gathering goes on: members first, then names."""
    meeting = around.meeting
    is_new = meeting is not None and not meeting.people
    return WhoAgain() if is_new and around.members else Names()


@dataclass(frozen=True, slots=True)
class WhoAgain:
    """Members whom the book knows, each of whom said yes (M9)."""

    def prompt(self, around: Around) -> Prompt:
        """Return their names, those ticked who are here."""
        people = tuple(Choice(member.id, member.name) for member in around.members)
        here = around.meeting.present if around.meeting else ()
        marked = tuple(one.member for one in here if one.member)
        asked = ChoosePeople(people, marked)
        return house_prompt("who-again", words.TITLE, words.AGAIN, asked, hint=words.AGAIN_HINT)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Let them be here, and nobody else of the book; plans come along for the look-back."""
        chosen = value if isinstance(value, tuple) else ()
        here = around.meeting.present if around.meeting else ()
        known = {one.member: one.id for one in here if one.member}
        gone = [Tell(commands.TakeOut(one)) for by, one in known.items() if by not in chosen]
        new = [one for one in around.members if one.id in chosen and one.id not in known]
        effects = (*gone, *(Tell(joining(one)) for one in new))
        return Outcome(leave=1, enter=(Names(),), effects=effects)

    def back(self, around: Around) -> Outcome:
        """Go on to what was asked before there was a meeting."""
        return before_the_start(around)


def joining(member: Member) -> commands.Join:
    """Return how a member comes to a meeting: with their plan (M9)."""
    return commands.Join(member.name, member.id, member.plan)


def before_the_start(around: Around) -> Outcome:
    """Return to what was asked before a meeting that holds nothing yet; it goes (M22)."""
    from facilitator.engine.house.choosing import asked_before  # noqa: PLC0415  few go back

    meeting = around.meeting
    if meeting is None or meeting.answers:
        return Outcome(notice=Notice(refusals.NO_WAY_BACK, Tone.CARE), refused=True)
    return asked_before(meeting)


@dataclass(frozen=True, slots=True)
class Names:
    """Everybody by name or sign: one line, and the list that grows (M22).

    `waits` is what stands in the line: a name that was taken back, or one that could
    not be taken.
    """

    waits: str = ""

    def prompt(self, around: Around) -> Prompt:
        """Return who is here so far, the line, and what else can be done."""
        here = around.meeting.present if around.meeting else ()
        body = (words.HERE.format(names=said_together([one.name for one in here])),) if here else ()
        rows = _rows(around.meeting) if here else _rows_alone(around)
        line = WriteText(rows, words.OWN, self.waits, is_open=True)
        room_id, asked, hint = f"names-{len(here)}", words.ASKED, words.HINT
        return house_prompt(
            room_id, words.TITLE, asked, line, body=body, hint=hint, can_pass=bool(here)
        )

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Begin, let these people be here, or open what was chosen."""
        from facilitator.engine.house import people_rows  # noqa: PLC0415  few of them are opened

        chosen = next((one.id for one in _all_rows(around) if one.label == value), "")
        match chosen:
            case "all":
                return people_rows.all_here(around)
            case "alone":
                return _let_in(around, (free_signs(around)[0],))
            case "":
                return _let_in(around, names_in_line(str(value)))
            case _:
                return Outcome(enter=(people_rows.room_of(chosen),))

    def back(self, around: Around) -> Outcome:
        """Take the last name away and put it into the line; then go on to what was before."""
        meeting = around.meeting
        last = meeting.present[-1] if meeting and meeting.present else None
        if meeting is None or last is None:
            return (
                Outcome(leave=1, enter=(WhoAgain(),))
                if around.members
                else before_the_start(around)
            )
        if not can_be_taken_out(meeting, last.id):
            return Outcome(notice=Notice(refusals.NAME_SAID, Tone.CARE), refused=True)
        if last.member:
            return Outcome(leave=1, enter=(WhoAgain(),))
        told = Notice(words.TAKEN_BACK.format(name=last.name))
        out = (Tell(commands.TakeOut(last.id)),)
        return Outcome(leave=1, enter=(Names(last.name),), effects=out, notice=told)

    def passed(self, around: Around) -> Outcome:
        """Go on with those who are here."""
        return self.take(around, words.ALL)


def _all_rows(around: Around) -> tuple[Choice, ...]:
    return (*_rows(around.meeting), *_rows_alone(around))


def _rows(meeting: Meeting | None) -> tuple[Choice, ...]:
    rows = [
        Choice("all", words.ALL),
        Choice("sign", words.SIGN),
        Choice("mend", words.MEND),
        Choice("count", words.COUNT),
    ]
    if meeting is not None and meeting.keep is not Keep.NOTHING:
        rows.append(Choice("less", words.LESS))
    return tuple(rows)


def _rows_alone(around: Around) -> tuple[Choice, ...]:
    sign = free_signs(around)[0]
    return Choice("alone", words.ALONE.format(sign=sign)), Choice("sign", words.SIGN)


def _let_in(around: Around, names: Sequence[str]) -> Outcome:
    """Let people be here by these names; what cannot be taken stays in the line (M22)."""
    if not names:
        return Outcome(notice=Notice(words.NOBODY_YET, Tone.CARE), refused=True)
    found = understood(around, names)
    left = ", ".join(found.left)
    notice = found.notice
    if left and not found.joins and not found.asks:
        return Outcome(notice=notice, refused=True)
    effects: tuple[Effect, ...] = tuple(Tell(one) for one in found.joins)
    return Outcome(leave=1, enter=(Names(left), *found.asks), effects=effects, notice=notice)


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
        from facilitator.engine.house.coming_going import LateCard  # noqa: PLC0415  few come late

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
