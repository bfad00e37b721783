"""The group's history in lines and counts, for its rooms and its report (T6, C9, C10)."""

from facilitator.domain.kept import Change, Tally
from facilitator.domain.prompt import Bar
from facilitator.domain.records import ClosedMeeting, Run
from facilitator.domain.things import Things
from facilitator.engine.counting import bars_of
from facilitator.engine.days import in_words, short
from facilitator.wording import evaluation
from facilitator.wording import history as words

ABOUT = {
    "check-in": (words.CHECK_IN, words.CHECK_IN_ASKED, words.COUNTS_HINT),
    "sure": (words.SURE, words.SURE_ASKED, words.COUNTS_HINT),
    "rating": (words.RATING, words.RATING_ASKED, words.HANDS_HINT),
}
"""What is counted over time: its title, what is asked, what to know of it."""


def did(closed: ClosedMeeting) -> str:
    """Return one meeting: day, session, how many people, how it went beside its plan."""
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


def by_meeting(tallies: tuple[Tally, ...], about: str) -> list[list[Tally]]:
    """Return the tallies of each meeting, the newest meeting first."""
    wanted = tuple(evaluation.STATEMENTS) if about == "rating" else (about,)
    found: dict[str, list[Tally]] = {}
    for one in tallies:
        if one.about in wanted:
            found.setdefault(one.meeting, []).append(one)
    made = [sorted(each, key=lambda one: wanted.index(one.about)) for each in found.values()]
    return sorted(made, key=lambda each: (each[0].on, each[0].id), reverse=True)


def count_lines(tallies: tuple[Tally, ...], about: str) -> tuple[str, ...]:
    """Return all counts of one sort in words, the newest meeting first."""
    shown = (bar for one in by_meeting(tallies, about) for bar in bars(one))
    return tuple(line for bar in shown for line in (bar.heading, bar.words) if line)


def bars(tallies: list[Tally]) -> tuple[Bar, ...]:
    """Return the picture of one meeting's tallies."""
    return tuple(bar for one in tallies for bar in bars_of(one.counts, _heading(one)))


def _heading(tally: Tally) -> str:
    day, statement = in_words(tally.on), evaluation.STATEMENTS.get(tally.about, "")
    if statement:
        return words.HEADING_ABOUT.format(day=day, statement=statement)
    return day


def learnt(things: Things) -> tuple[str, ...]:
    """Return the lines that the group learned, the newest first."""
    newest = sorted(things.learnt, key=lambda one: (one.on, one.id), reverse=True)
    return tuple(words.LEARNT_LINE.format(day=short(one.on), line=one.words) for one in newest)


def changes(things: Things) -> tuple[str, ...]:
    """Return what the group said and did, the newest first."""
    newest = sorted(things.changes, key=lambda one: (one.asked_on, one.id), reverse=True)
    return tuple(_change(one) for one in newest)


def _change(one: Change) -> str:
    told = words.YOU_SAID_LINE if one.told_on else words.YOU_SAID_OPEN
    told = words.YOU_SAID_MIND if one.did == evaluation.CAME_MIND else told
    return told.format(day=short(one.asked_on), line=one.words.rstrip("."), did=one.did)
