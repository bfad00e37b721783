"""The group's own history: what it did, counts over time, what it learned (T6, C9, C10).

Each picture is made of counts of the whole room; there is no line of one person anywhere.
"""

from dataclasses import dataclass, replace

from facilitator.domain.kept import Change, Tally
from facilitator.domain.meeting import AnswerValue
from facilitator.domain.prompt import Bar, Choice, ChooseOne, Prompt
from facilitator.domain.records import ClosedMeeting, Run
from facilitator.engine.counting import bars_of
from facilitator.engine.days import in_words, short
from facilitator.engine.house.around import Around
from facilitator.engine.house.room import Outcome, Room, house_prompt
from facilitator.wording import evaluation
from facilitator.wording import history as words

LINES, MEETINGS = 5, 3
"""How many lines, and how many meetings of a picture, are shown at once."""


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
        lines = tuple(_did(one) for one in told if one is not None)
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


def _did(closed: ClosedMeeting) -> str:
    number = len(closed.people)
    people = words.ONE_PERSON if number == 1 else words.PEOPLE.format(number=number)
    day, title = short(closed.closed_at), closed.session_title
    return words.DID.format(day=day, title=title, people=people, run=in_numbers(closed.run)).strip()


def in_numbers(run: Run) -> str:
    """Return "Kept 3, changed 2, added 1."; "" where nobody counted."""
    if run.kept < 0:
        return ""
    more = (
        (words.RUN_CHANGED, run.changed),
        (words.RUN_ADDED, run.added),
        (words.RUN_LEFT_OUT, run.left_out),
    )
    said = [words.RUN_KEPT.format(number=run.kept)]
    said += [one.format(number=number) for one, number in more if number]
    return ", ".join(said) + "."


@dataclass(frozen=True, slots=True)
class OverTime:
    """Counts of some meetings, the newest first, as a picture; `about` is what was counted."""

    about: str
    start: int = 0

    def prompt(self, around: Around) -> Prompt:
        """Return a few meetings, with a bar for each count."""
        title, asked, hint = _ABOUT[self.about]
        made = _by_meeting(around.things.tallies, self.about)
        shown = made[self.start : self.start + MEETINGS]
        picture = tuple(bar for one in shown for bar in _bars(one))
        body = () if picture else (words.NONE_YET,)
        more = _choices(len(made) > self.start + MEETINGS)
        prompt = house_prompt(f"over-{self.about}", title, asked, more, body=body, hint=hint)
        return replace(prompt, picture=picture)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Earlier ones, or back."""
        if value == "earlier":
            return Outcome(enter=(OverTime(self.about, self.start + MEETINGS),))
        return Outcome(leave=1)


def _by_meeting(tallies: tuple[Tally, ...], about: str) -> list[list[Tally]]:
    """Return the tallies of each meeting, the newest meeting first."""
    wanted = tuple(evaluation.STATEMENTS) if about == "rating" else (about,)
    found: dict[str, list[Tally]] = {}
    for one in tallies:
        if one.about in wanted:
            found.setdefault(one.meeting, []).append(one)
    made = [sorted(each, key=lambda one: wanted.index(one.about)) for each in found.values()]
    return sorted(made, key=lambda each: (each[0].on, each[0].id), reverse=True)


def _bars(tallies: list[Tally]) -> tuple[Bar, ...]:
    return tuple(bar for one in tallies for bar in bars_of(one.counts, _heading(one)))


def _heading(tally: Tally) -> str:
    day, statement = in_words(tally.on), evaluation.STATEMENTS.get(tally.about, "")
    if statement:
        return words.HEADING_ABOUT.format(day=day, statement=statement)
    return day


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
        lines = _learnt(around) if is_learnt else _changes(around)
        body = lines[self.start : self.start + LINES] or (words.NONE_YET,)
        shown = _choices(len(lines) > self.start + LINES)
        return house_prompt(f"lines-{self.about}", title, asked, shown, body=body)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Earlier ones, or back."""
        if value == "earlier":
            return Outcome(enter=(Lines(self.about, self.start + LINES),))
        return Outcome(leave=1)


def _learnt(around: Around) -> tuple[str, ...]:
    newest = sorted(around.things.learnt, key=lambda one: (one.on, one.id), reverse=True)
    return tuple(words.LEARNT_LINE.format(day=short(one.on), line=one.words) for one in newest)


def _changes(around: Around) -> tuple[str, ...]:
    newest = sorted(around.things.changes, key=lambda one: (one.asked_on, one.id), reverse=True)
    return tuple(_change(one) for one in newest)


def _change(one: Change) -> str:
    told = words.YOU_SAID_LINE if one.told_on else words.YOU_SAID_OPEN
    told = words.YOU_SAID_MIND if one.did == evaluation.CAME_MIND else told
    return told.format(day=short(one.asked_on), line=one.words.rstrip("."), did=one.did)


_ABOUT = {
    "check-in": (words.CHECK_IN, words.CHECK_IN_ASKED, words.COUNTS_HINT),
    "sure": (words.SURE, words.SURE_ASKED, words.COUNTS_HINT),
    "rating": (words.RATING, words.RATING_ASKED, words.HANDS_HINT),
}

_ROOMS: dict[str, tuple[str, Room]] = {
    "did": (words.WHAT_WE_DID, WhatWeDid()),
    "check-in": (words.CHECK_IN, OverTime("check-in")),
    "sure": (words.SURE, OverTime("sure")),
    "rating": (words.RATING, OverTime("rating")),
    "learnt": (words.LEARNT, Lines("learnt")),
    "changes": (words.YOU_SAID, Lines("changes")),
}
