"""What the rows under the names open: signs, names to mend, how many, less kept (M22, S6, M17)."""

from dataclasses import dataclass

from facilitator.domain import commands
from facilitator.domain.events import Keep
from facilitator.domain.meeting import AnswerValue, Meeting
from facilitator.domain.prompt import (
    Choice,
    ChooseOne,
    ChoosePeople,
    ChooseSeveral,
    GiveNumber,
    Notice,
    Prompt,
    Tone,
    WriteText,
)
from facilitator.engine.house.around import Around
from facilitator.engine.house.effects import Tell
from facilitator.engine.house.room import PAST_THE_MENU, Outcome, Room, house_prompt
from facilitator.engine.house.taking_names import free_signs, told_apart, understood
from facilitator.engine.who_is_here import MOST_PEOPLE, can_be_taken_out, wrong_name
from facilitator.wording import house
from facilitator.wording import people as words

SIGNS_SHOWN = 14
"""Two leaves of seven."""


def room_of(row: str) -> Room:
    """Return the room that a row under the names opens."""
    rooms: dict[str, Room] = {
        "sign": ChooseSigns(),
        "mend": MendName(),
        "count": HowMany(),
        "less": KeepsLess(),
    }
    return rooms[row]


def all_here(around: Around) -> Outcome:
    """Begin with the first step; when it takes longer than there is time, say so first (M17)."""
    meeting = around.meeting
    if meeting is None or not meeting.present:
        return Outcome(notice=Notice(words.NOBODY_YET, Tone.CARE), refused=True)
    from facilitator.engine.house.honest import HowLong, time_of  # noqa: PLC0415  see above

    time = time_of(meeting)
    if time.is_over:
        return Outcome(enter=(HowLong(),))
    return Outcome(leave=1, effects=(Tell(commands.Begin()),), notice=Notice(time.words))


@dataclass(frozen=True, slots=True)
class ChooseSigns:
    """A sign for each person who would rather not give a name."""

    def prompt(self, around: Around) -> Prompt:
        """Return signs that are free."""
        signs = tuple(Choice(sign, sign) for sign in free_signs(around)[:SIGNS_SHOWN])
        shown = ChooseSeveral(signs)
        return house_prompt("signs", words.TITLE, words.SIGNS_ASKED, shown, hint=words.SIGNS_HINT)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Let people be here by these signs."""
        chosen = value if isinstance(value, tuple) else ()
        found = understood(around, chosen)
        return Outcome(
            leave=1, effects=tuple(Tell(one) for one in found.joins), notice=found.notice
        )


@dataclass(frozen=True, slots=True)
class MendName:
    """Which name is not right."""

    def prompt(self, around: Around) -> Prompt:
        """Return those who are here; the first row changes nothing."""
        here = around.meeting.present if around.meeting else ()
        rows = (Choice("@none", words.MEND_NONE), *(Choice(one.id, one.name) for one in here))
        return house_prompt("mend-name", words.TITLE, words.MEND_ASKED, ChooseOne(rows))

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Go on to that name."""
        person = around.meeting.person(str(value)) if around.meeting else None
        if person is None:
            return Outcome(leave=PAST_THE_MENU)
        return Outcome(leave=1, enter=(OneName(person.id),))


@dataclass(frozen=True, slots=True)
class OneName:
    """One name: typed anew, or taken out."""

    person: str

    def prompt(self, around: Around) -> Prompt:
        """Return the name in the line; one that the book has can only be taken out."""
        one = around.meeting.person(self.person) if around.meeting else None
        name = one.name if one else ""
        asked = words.MEND_ONE.format(name=name)
        rows = [Choice("leave", words.MEND_LEAVE)]
        if around.meeting is not None and can_be_taken_out(around.meeting, self.person):
            rows.append(Choice("out", words.MEND_OUT))
        if one is None or one.member:
            return house_prompt("one-name", words.TITLE, asked, ChooseOne(tuple(rows)))
        line = WriteText(tuple(rows), words.OWN, name, is_open=True)
        return house_prompt("one-name", words.TITLE, asked, line)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Mend it, take it out, or leave it."""
        meeting, said = around.meeting, str(value)
        one = meeting.person(self.person) if meeting else None
        if one is None or said in (words.MEND_LEAVE, "leave", one.name):
            return Outcome(leave=PAST_THE_MENU)
        if said in (words.MEND_OUT, "out"):
            notice = Notice(words.TAKEN_OUT.format(name=one.name))
            out = (Tell(commands.TakeOut(self.person)),)
            return Outcome(leave=PAST_THE_MENU, effects=out, notice=notice)
        if wrong := wrong_name(said):
            return Outcome(notice=Notice(wrong, Tone.CARE), refused=True)
        name, told = told_apart(around, said)
        notice = Notice(told or words.MENDED.format(name=name))
        mended = (Tell(commands.Rename(self.person, name)),)
        return Outcome(leave=PAST_THE_MENU, effects=mended, notice=notice)


@dataclass(frozen=True, slots=True)
class HowMany:
    """How many are in the room, whoever gave no name too (M17)."""

    def prompt(self, around: Around) -> Prompt:
        """Return a number to give, from those with a name on."""
        low = max(1, _named(around.meeting))
        number = GiveNumber(low, MOST_PEOPLE, words.COUNT_LOW, words.COUNT_HIGH, str(low))
        return house_prompt(
            "how-many", words.TITLE, words.COUNT_ASKED, number, hint=words.COUNT_HINT
        )

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Count so many from now on."""
        people = value if isinstance(value, int) else _named(around.meeting)
        notice = Notice(words.COUNTED.format(people=people))
        return Outcome(
            leave=PAST_THE_MENU, effects=(Tell(commands.CountPeople(people)),), notice=notice
        )


def _named(meeting: Meeting | None) -> int:
    return len(meeting.present) if meeting else 0


@dataclass(frozen=True, slots=True)
class KeepsLess:
    """Somebody wants none of their own words kept, whatever the group keeps (S6)."""

    def prompt(self, around: Around) -> Prompt:
        """Return the names of those who are here."""
        present = around.meeting.present if around.meeting else ()
        people = tuple(Choice(one.id, one.name) for one in present)
        return house_prompt("keeps-less", words.TITLE, house.WHO_KEEPS_LESS, ChoosePeople(people))

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Keep less of theirs."""
        chosen = value if isinstance(value, tuple) else ()
        meeting = around.meeting
        found = [meeting.person(one) for one in chosen] if meeting else []
        names = ", ".join(one.name for one in found if one)
        is_kept = meeting is not None and meeting.keep is not Keep.NOTHING
        notice = Notice(house.KEEPS_LESS_DONE.format(name=names)) if names and is_kept else None
        effects = tuple(Tell(commands.KeepLess(one)) for one in chosen)
        return Outcome(leave=1, effects=effects, notice=notice)
