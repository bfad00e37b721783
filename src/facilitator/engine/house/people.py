"""Who is here: members again, names in one go, and whoever wants less kept (M22, M9, S6)."""

from collections.abc import Sequence
from dataclasses import dataclass

from facilitator.domain import commands
from facilitator.domain.events import Keep
from facilitator.domain.meeting import AnswerValue, Meeting
from facilitator.domain.prompt import (
    Choice,
    ChoosePeople,
    Notice,
    Prompt,
    Tone,
    WriteText,
)
from facilitator.engine.house import people_rows
from facilitator.engine.house.around import Around
from facilitator.engine.house.effects import Effect, Tell
from facilitator.engine.house.room import Outcome, Room, house_prompt
from facilitator.engine.house.taking_names import free_signs, joining, understood
from facilitator.engine.name_list import names_in_line, said_together
from facilitator.engine.who_is_here import can_be_taken_out
from facilitator.wording import people as words
from facilitator.wording import refusals


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
