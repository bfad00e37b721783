"""The group's own history: what it did, counts over time, what it learned (T6, C9, C10).

Each picture is made of counts of the whole room; there is no line of one person anywhere.
"""

from dataclasses import dataclass, replace

from facilitator.domain.meeting import AnswerValue
from facilitator.domain.prompt import Choice, ChooseOne, Prompt
from facilitator.engine import report, telling
from facilitator.engine.house.around import Around
from facilitator.engine.house.effects import WriteWords
from facilitator.engine.house.room import Outcome, Room, house_prompt
from facilitator.wording import history as words

LINES, MEETINGS = 5, 3
"""How many lines, and how many meetings of a picture, are shown at once."""

REPORTED = 52
"""How many meetings a report goes back: a year of weeks."""


@dataclass(frozen=True, slots=True)
class History:
    """One list of what there is to look at."""

    def prompt(self, around: Around) -> Prompt:
        """Return the rows; the first leads back."""
        rows = (Choice(one, label) for one, (label, _) in _ROOMS.items())
        choices = (Choice("back", words.BACK), *rows)
        return house_prompt("history", words.TITLE, words.ASKED, ChooseOne(choices))

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Open what was chosen."""
        found = _ROOMS.get(str(value))
        return Outcome(leave=1) if found is None else Outcome(enter=(found[1],))


def _choices(more: bool) -> ChooseOne:  # noqa: FBT001  it is the only argument
    earlier = (Choice("earlier", words.EARLIER),) if more else ()
    return ChooseOne((Choice("back", words.BACK), *earlier))


@dataclass(frozen=True, slots=True)
class WhatWeDid:
    """The meetings, newest first: day, session, people, and how it went beside its plan."""

    start: int = 0

    def prompt(self, around: Around) -> Prompt:
        """Return a few meetings, one paragraph each."""
        rows = around.past(self.start, LINES + 1)
        told = (around.closed(row.id) for row in rows[:LINES])
        lines = tuple(telling.did(one) for one in told if one is not None)
        shown = _choices(len(rows) > LINES)
        body = lines or (words.NONE_YET,)
        hint = words.DID_HINT if lines else ""
        return house_prompt(
            "we-did", words.WHAT_WE_DID, words.DID_ASKED, shown, body=body, hint=hint
        )

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Earlier ones, or back."""
        if value == "earlier":
            return Outcome(enter=(WhatWeDid(self.start + LINES),))
        return Outcome(leave=1)


@dataclass(frozen=True, slots=True)
class OverTime:
    """Counts of some meetings, the newest first, as a picture; `about` is what was counted."""

    about: str
    start: int = 0

    def prompt(self, around: Around) -> Prompt:
        """Return a few meetings, with a bar for each count."""
        title, asked, hint = telling.ABOUT[self.about]
        made = telling.by_meeting(around.things.tallies, self.about)
        shown = made[self.start : self.start + MEETINGS]
        picture = tuple(bar for one in shown for bar in telling.bars(one))
        body = () if picture else (words.NONE_YET,)
        more = _choices(len(made) > self.start + MEETINGS)
        prompt = house_prompt(f"over-{self.about}", title, asked, more, body=body, hint=hint)
        return replace(prompt, picture=picture)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Earlier ones, or back."""
        if value == "earlier":
            return Outcome(enter=(OverTime(self.about, self.start + MEETINGS),))
        return Outcome(leave=1)


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines of the group, the newest first: what it learned, or what it said and did."""

    about: str
    start: int = 0

    def prompt(self, around: Around) -> Prompt:
        """Return a few of them."""
        is_learnt = self.about == "learnt"
        title, asked = (
            (words.LEARNT, words.LEARNT_ASKED)
            if is_learnt
            else (words.YOU_SAID, words.YOU_SAID_ASKED)
        )
        lines = telling.learnt(around.things) if is_learnt else telling.changes(around.things)
        body = lines[self.start : self.start + LINES] or (words.NONE_YET,)
        shown = _choices(len(lines) > self.start + LINES)
        return house_prompt(f"lines-{self.about}", title, asked, shown, body=body)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Earlier ones, or back."""
        if value == "earlier":
            return Outcome(enter=(Lines(self.about, self.start + LINES),))
        return Outcome(leave=1)


@dataclass(frozen=True, slots=True)
class Report:
    """All of it in one, for the group itself: shown, and written where somebody asks (T6)."""

    def prompt(self, around: Around) -> Prompt:
        """Return every line; the first row leads back."""
        lines = report.lines_of(_chapters(around))
        choices = [Choice("back", words.BACK)]
        if lines and around.can_export:
            choices += [Choice(shape, label) for shape, label in words.REPORT_LABELS.items()]
        hint = words.REPORT_HINT if len(choices) > 1 else ""
        body = lines or (words.NONE_YET,)
        asked, shown = words.REPORT_ASKED, ChooseOne(tuple(choices))
        return house_prompt("our-report", words.REPORT, asked, shown, body=body, hint=hint)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Write it, or go back."""
        if isinstance(value, str) and value in report.ENDS:
            name, body = report.written_as(value, around.today, _chapters(around))
            return Outcome(leave=1, effects=(WriteWords(name, body),))
        return Outcome(leave=1)


def _chapters(around: Around) -> tuple[report.Chapter, ...]:
    told = (around.closed(row.id) for row in around.past(0, REPORTED))
    meetings = tuple(one for one in told if one is not None)
    return report.chapters_of(around.things, around.agreement, meetings)


_ROOMS: dict[str, tuple[str, Room]] = {
    "did": (words.WHAT_WE_DID, WhatWeDid()),
    "check-in": (words.CHECK_IN, OverTime("check-in")),
    "sure": (words.SURE, OverTime("sure")),
    "rating": (words.RATING, OverTime("rating")),
    "learnt": (words.LEARNT, Lines("learnt")),
    "changes": (words.YOU_SAID, Lines("changes")),
    "report": (words.REPORT, Report()),
}
