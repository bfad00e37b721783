"""Name, time and purpose of a draft."""

from dataclasses import dataclass

from facilitator.domain.meeting import AnswerValue
from facilitator.domain.prompt import Choice, ChooseOne, GiveNumber, Prompt, WriteText
from facilitator.domain.session import Session
from facilitator.engine.house.around import Around
from facilitator.engine.house.editor.advice import told
from facilitator.engine.house.editor.draft import changed, sketch_of
from facilitator.engine.house.editor.lines import Lines
from facilitator.engine.house.editor.unfinished import typed_at
from facilitator.engine.house.room import Outcome, Room, house_prompt
from facilitator.engine.scene import ready_lines
from facilitator.engine.who_is_here import MOST_PEOPLE
from facilitator.sessions.changes import Change, SetAbout, SetTop
from facilitator.sessions.parse import TITLE
from facilitator.wording import editor as words

MOST_MINUTES, ABOUT_LETTERS = 300, 280


@dataclass(frozen=True, slots=True)
class Head:
    """What the session says of itself."""

    name: str

    def prompt(self, around: Around) -> Prompt:
        """Return the parts; what they are now stands above."""
        session = sketch_of(around, self.name)
        rows = words.HEAD_ROWS.items()
        choices = (
            *(Choice(key, label) for key, label in rows),
            Choice("back", words.HEAD_DONE),
        )
        body = tuple(one for one in (session.title, session.about.text, session.about.easy) if one)
        asked, shown = words.HEAD_ASKED, ChooseOne(choices)
        return house_prompt("editor-head", words.TITLE, asked, shown, body=body)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Open one of them."""
        return (
            Outcome(leave=1) if value == "back" else Outcome(enter=(head_room(self.name, value),))
        )


def head_room(name: str, key: AnswerValue) -> Room:
    """Return the room in which one part of the head is changed."""
    match key:
        case "minutes":
            return HowLong(name)
        case "needs":
            return Lines(name, "", "needs")
        case _:
            return HeadWords(name, str(key))


@dataclass(frozen=True, slots=True)
class HeadWords:
    """One line of words: the name, or what it is for in one of the two layers."""

    name: str
    key: str

    @property
    def line_place(self) -> str:
        """Where a line that is being written here belongs."""
        return f"|{self.key}"

    def prompt(self, around: Around) -> Prompt:
        """Return ready phrases, then a line."""
        session = sketch_of(around, self.name)
        asked, ready, most, now = {
            "text": (words.HEAD_TEXT, words.HEAD_TEXTS, ABOUT_LETTERS, session.about.text),
            "easy": (words.HEAD_EASY, words.HEAD_EASIES, ABOUT_LETTERS, session.about.easy),
        }.get(self.key, (words.HEAD_TITLE, words.HEAD_TITLES, TITLE, session.title))
        now = typed_at(around, self.name, self.line_place) or now
        shown = WriteText(ready_lines(ready, words.LEAVE_IT), words.IN_OWN_WORDS, now, at_most=most)
        return house_prompt(f"editor-head-{self.key}", words.TITLE, asked, shown)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Keep it, and say what the reading checker thinks (A20)."""
        said = str(value)
        if said == words.LEAVE_IT:
            return Outcome(leave=1)
        change: Change = SetTop("title", said) if self.key == "title" else SetAbout(self.key, said)
        notice = told(said, is_easy=self.key == "easy")
        what, place = words.PHRASE_KEPT, self.line_place
        return changed(around, self.name, change, what=what, notice=notice, place=place)


@dataclass(frozen=True, slots=True)
class HowLong:
    """How many minutes the group has."""

    name: str

    def prompt(self, around: Around) -> Prompt:
        """Return a number to give."""
        now = _minutes(sketch_of(around, self.name))
        number = GiveNumber(5, MOST_MINUTES, given=now)
        return house_prompt("editor-minutes", words.TITLE, words.HEAD_MINUTES, number)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Keep it."""
        change = SetTop("minutes", int(str(value)))
        return changed(around, self.name, change, what=words.HEAD_ROWS["minutes"] + ".")


@dataclass(frozen=True, slots=True)
class HowManyMade:
    """With how many people with lived experience a saved session was made; later than at saving."""

    name: str

    def prompt(self, around: Around) -> Prompt:
        """Return a number to give."""
        return lived_prompt()

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Keep it."""
        change = SetTop("lived-experience", int(str(value)))
        return changed(around, self.name, change, what=words.PHRASE_KEPT)


def lived_prompt() -> Prompt:
    """Return what asks how many of the makers live with what the session is about (C12)."""
    number = GiveNumber(0, MOST_PEOPLE, words.LIVED_LOW, words.LIVED_HIGH)
    asked, hint = words.LIVED_ASKED, words.LIVED_HINT
    return house_prompt("editor-lived", words.TITLE, asked, number, hint=hint)


def _minutes(session: Session) -> str:
    return str(session.minutes) if session.minutes else ""
