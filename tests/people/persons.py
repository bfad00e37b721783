"""People who play people: what each does at a keyboard, as data."""

from dataclasses import dataclass
from enum import StrEnum
from random import Random


class Habit(StrEnum):
    """One thing that somebody does without having been told."""

    SENTENCES = "types sentences anywhere"
    ENTER = "presses Enter only"
    BACKS = "presses back three times after each screen"
    DIGITS = "presses digits that are not there"
    LEANS = "leans on a key"
    CHANGES = "changes their mind at the close"
    COMES_AND_GOES = "comes late, leaves, comes back"
    SHOULDER = "looks over a shoulder: back as soon as somebody's turn is over"
    WANDERS = "opens the menu and whatever is in it"
    ASKS_HELP = "asks for help in the middle of a line"


SENTENCES = (
    "Rain, but the bus came",
    "h",
    "easy does it",
    "I'd say p",
    "a bit of both, really",
    "menu",
    "seven out of ten",
    "7/10",
    "Can you hear me?",
)
NAMES = (
    "Ann",
    "Dave",
    "Mo",
    "Priya",
    "Heather",
    "Callum",
    "Isla",
    "Tam",
    "Rosa",
    "Bo",
    "Una",
    "Ed",
)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody at the keyboard: their name, and what they tend to do, likelier things twice."""

    name: str
    habits: tuple[Habit, ...]

    def does(self, chance: Random) -> Habit:
        """Return what they do now."""
        return chance.choice(self.habits)


EVERYBODY: tuple[Person, ...] = tuple(
    Person(name, habits)
    for name, habits in zip(
        NAMES,
        (
            (Habit.SENTENCES, Habit.SENTENCES, Habit.ENTER),
            (Habit.ENTER,),
            (Habit.BACKS, Habit.ENTER, Habit.ENTER, Habit.SENTENCES),
            (Habit.DIGITS, Habit.ENTER),
            (Habit.LEANS, Habit.ENTER, Habit.SENTENCES),
            (Habit.CHANGES, Habit.ENTER, Habit.SENTENCES),
            (Habit.COMES_AND_GOES, Habit.ENTER, Habit.SENTENCES, Habit.SENTENCES),
            (Habit.SHOULDER, Habit.SENTENCES, Habit.SENTENCES),
            (Habit.WANDERS, Habit.ENTER, Habit.SENTENCES),
            (Habit.ASKS_HELP, Habit.SENTENCES, Habit.ENTER),
            (Habit.SHOULDER, Habit.DIGITS, Habit.SENTENCES),
            (Habit.BACKS, Habit.SENTENCES, Habit.SENTENCES, Habit.ENTER),
        ),
        strict=True,
    )
)
"""Twelve people; a small group is the first few of a shuffled list."""
