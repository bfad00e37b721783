"""What must hold after each key, whoever sits there: one function each, each has a control."""

from collections.abc import Collection, Iterable

from facilitator.domain.events import AnswerGiven, Event, Keep
from facilitator.domain.meeting import Meeting
from facilitator.domain.records import Unfinished
from facilitator.wording import stories
from facilitator.wording.house import SIGNS

SECRET = "secret-of-"  # noqa: S105  the words that only their owner may see


def secret_of(person: str, number: int) -> str:
    """Return words that this person types in their own turn."""
    return f"{SECRET}{person}-{number}"


def shown_to_others(shown: str, owner: str, people: Iterable[str]) -> str:
    """S11: say whose private words are shown outside their turn; "" where none are."""
    joined = "".join(shown.split())
    found = [one for one in people if one != owner and f"{SECRET}{one}-" in joined]
    return f"private words of {', '.join(found)} are shown" if found else ""


def ghosts_in(meeting: Meeting | None, left: Collection[str], typed: Collection[str]) -> str:
    """M22: say who is in the meeting and never came; "" where nobody is.

    `left` are the ids of those who really went, `typed` all names that somebody gave.
    """
    people = meeting.people if meeting else ()
    gone = [one.name for one in people if not one.here and one.id not in left]
    if gone:
        return f"{', '.join(gone)} never left and is not here"
    names = [one.name.casefold() for one in people]
    for one in people:
        base, _, sign = one.name.rpartition(" ")
        is_apart = bool(base) and sign in SIGNS and one.name not in typed
        if is_apart and base.casefold() not in names:
            return f"{one.name} is told apart from nobody"
    return ""


CHOSEN_BEFORE = {("plan", "", "steps")}
"""Places where what was chosen on the screen before stands ticked: the steps of a session."""


def said_by_enter(happened: Iterable[Event], standing: Collection[tuple[str, str, str]]) -> str:
    """A2: say what Enter alone put into somebody's mouth; "" where it is nothing.

    `standing` are the places that had an answer before: Enter may keep it. Not to tell a
    story is the first row there: the meeting has to know of it, and nothing is kept. No line
    ticked is no word of anybody either.
    """
    for event in happened:
        if isinstance(event, AnswerGiven):
            place = (event.step, event.giver, event.part)
            is_nothing = event.value in (stories.STOP, stories.NO_KEEP, ())
            if not is_nothing and place not in standing and place not in CHOSEN_BEFORE:
                return f"Enter alone said {event.value!r} at {'/'.join(place)}"
    return ""


def forgotten(unfinished: Iterable[Unfinished], today: str, asked: Collection[str]) -> str:
    """M21: say which meeting of another day nobody was asked about; "" where all were."""
    for one in unfinished:
        day, keep = getattr(one, "day", one.started_at[:10]), getattr(one, "keep", Keep.TODAY)
        if keep is Keep.TODAY and day not in ("", today) and one.id not in asked:
            return f"the meeting {one.id} of {day} is not asked about"
    return ""


def obeyed(before: object, after: object, what: str) -> str:
    """A2: say that letters of a sentence did something; "" where they were only written."""
    return "" if before == after else f"the letters of {what!r} did something: {before} -> {after}"


def stuck(targets: Collection[int]) -> str:
    """A21: say that nothing on this leaf can be chosen; "" where something can."""
    return "" if targets else "nothing on this leaf can be chosen"
