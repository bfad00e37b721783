"""Who is here: members again, names or signs, and whoever wants less kept (S6, M9, M14)."""

from collections.abc import Iterable
from dataclasses import dataclass

from facilitator.domain import commands
from facilitator.domain.events import Keep
from facilitator.domain.meeting import AnswerValue, Meeting
from facilitator.domain.person_names import can_be_seen, looks, shown
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
from facilitator.engine.changes import NAME_LETTERS
from facilitator.engine.house.around import Around
from facilitator.engine.house.effects import Tell
from facilitator.engine.house.room import Outcome, house_prompt
from facilitator.wording import house as words
from facilitator.wording import refusals

SIGNS_SHOWN = 6


def people_room(around: Around) -> "WhoAgain | NameOne | Everyone":
    """Return the room in which gathering goes on: members first, then names."""
    meeting = around.meeting
    if meeting is None or meeting.people:
        is_full = meeting is not None and len(meeting.present) >= meeting.expected
        return Everyone() if is_full else NameOne()
    return WhoAgain() if around.members else NameOne()


@dataclass(frozen=True, slots=True)
class WhoAgain:
    """Members whom the book knows, each of whom said yes (M9)."""

    def prompt(self, around: Around) -> Prompt:
        """Return their names."""
        people = tuple(Choice(member.id, member.name) for member in around.members)
        asked = words.WHO_AGAIN
        shown = ChoosePeople(people)
        return house_prompt("who-again", words.PEOPLE, asked, shown, hint=words.WHO_AGAIN_HINT)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Let them be here; their plans come along for the look-back."""
        chosen = value if isinstance(value, tuple) else ()
        members = {member.id: member for member in around.members}
        joined = tuple(Tell(_joining(members[one])) for one in chosen if one in members)
        meeting = around.meeting
        is_full = meeting is not None and len(chosen) >= meeting.expected
        following = Everyone() if is_full else NameOne()
        return Outcome(leave=1, enter=(following,), effects=joined)


def _joining(member: Member) -> commands.Join:
    return commands.Join(member.name, member.id, member.plan)


@dataclass(frozen=True, slots=True)
class NameOne:
    """One person, by name or sign."""

    def prompt(self, around: Around) -> Prompt:
        """Return signs that are free, then a line for a name."""
        number, of = _count(around.meeting)
        is_more = number > of
        asked = words.NAME_MORE if is_more else words.NAME_ASKED.format(number=number, of=of)
        ready = tuple(Choice(f"sign-{sign}", sign) for sign in free_signs(around)[:SIGNS_SHOWN])
        shown = WriteText(ready, words.NAME_OWN, at_most=NAME_LETTERS)
        room_id, hint = f"name-{number}", f"{words.NAME_HINT} {words.HOME_WATCH}"
        return house_prompt(room_id, words.PEOPLE, asked, shown, hint=hint, can_pass=True)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Let this person be here; a name that is taken gets a sign beside it."""
        refused = refused_name(str(value))
        if refused is not None:
            return refused
        name, notice = told_apart(around, str(value))
        number, of = _count(around.meeting)
        following = (NameOne(),) if number < of else (Everyone(),)
        effects = (Tell(commands.Join(name)),)
        return Outcome(leave=1, enter=following, effects=effects, notice=notice)


def _count(meeting: Meeting | None) -> tuple[int, int]:
    here = len(meeting.present) if meeting else 0
    return here + 1, meeting.expected if meeting else 0


def free_signs(around: Around) -> tuple[str, ...]:
    """Return the signs that nobody has: not here, not in the book."""
    names = _names(around)
    taken = _looks_of(names)
    free = tuple(sign for sign in words.SIGNS if not looks(sign) & taken)
    return free or tuple(f"{sign} {len(names)}" for sign in words.SIGNS)


def _names(around: Around) -> set[str]:
    here = {one.name for one in around.meeting.people} if around.meeting else set()
    return here | {member.name for member in around.members}


def _looks_of(names: Iterable[str]) -> frozenset[str]:
    return frozenset[str]().union(*(looks(name) for name in names))


def refused_name(typed: str) -> Outcome | None:
    """Return a kind no to a name that nobody could see, or that is too long; else None (S14)."""
    if not can_be_seen(typed):
        return Outcome(notice=Notice(refusals.NAME_UNSEEN, Tone.CARE), refused=True)
    if len(typed) > NAME_LETTERS:
        return Outcome(notice=Notice(refusals.NAME_TOO_LONG, Tone.CARE), refused=True)
    return None


def told_apart(around: Around, typed: str) -> tuple[str, Notice | None]:
    """Return a name that nobody else has: a second Ann becomes "Ann Heron" (M9).

    So does one that only looks like Ann, written with other letters.
    """
    name = shown(typed)
    if not looks(name) & _looks_of(_names(around)):
        return name, None
    sign = free_signs(around)[0]
    apart = shown(f"{name[: NAME_LETTERS - len(sign) - 1]} {sign}")
    return apart, Notice(words.NAME_TAKEN.format(name=apart), Tone.CALM)


@dataclass(frozen=True, slots=True)
class Everyone:
    """Is everyone here?"""

    def prompt(self, around: Around) -> Prompt:
        """Return the names, and a way for one more or for less to be kept."""
        meeting = around.meeting
        names = ", ".join(one.name for one in meeting.present) if meeting else ""
        choices = [Choice("begin", words.BEGIN), Choice("more", words.ONE_MORE)]
        if meeting is not None and meeting.keep is not Keep.NOTHING and meeting.present:
            choices.append(Choice("less", words.KEEPS_LESS))
        body = (words.HERE_NOW.format(names=names),)
        shown = ChooseOne(tuple(choices))
        return house_prompt("everyone", words.PEOPLE, words.EVERYONE, shown, body=body)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Begin with the first step, or ask for one more."""
        match value:
            case "more":
                return Outcome(leave=1, enter=(NameOne(),))
            case "less":
                return Outcome(enter=(KeepsLess(),))
            case _:
                if around.meeting is None or not around.meeting.present:
                    notice = Notice(words.NOBODY_YET, Tone.CARE)
                    return Outcome(leave=1, enter=(NameOne(),), notice=notice)
                return Outcome(leave=1, effects=(Tell(commands.Begin()),))


@dataclass(frozen=True, slots=True)
class KeepsLess:
    """Somebody wants none of their own words kept, whatever the group keeps (S6)."""

    def prompt(self, around: Around) -> Prompt:
        """Return the names of those who are here."""
        present = around.meeting.present if around.meeting else ()
        people = tuple(Choice(one.id, one.name) for one in present)
        shown = ChoosePeople(people)
        return house_prompt("keeps-less", words.PEOPLE, words.WHO_KEEPS_LESS, shown)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Keep less of theirs."""
        chosen = value if isinstance(value, tuple) else ()
        meeting = around.meeting
        found = [meeting.person(one) for one in chosen] if meeting else []
        names = ", ".join(one.name for one in found if one)
        notice = Notice(words.KEEPS_LESS_DONE.format(name=names)) if names else None
        effects = tuple(Tell(commands.KeepLess(one)) for one in chosen)
        return Outcome(leave=1, effects=effects, notice=notice)
