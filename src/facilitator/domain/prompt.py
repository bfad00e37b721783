"""Everything a front end needs to show now, and the seven input types (design.md 3).

Front ends know these input types and never an activity kind. Every word here has
been cleaned (domain.text) and is shown as text, never as markup (S14).
"""

from dataclasses import dataclass
from enum import StrEnum

from facilitator.domain.keys import KeyCommand


class Heading(str):
    """A paragraph of a body that stands over those after it, such as "We agreed:" (M2).

    Whatever reads a body as words reads it as one of them.
    """

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """One row that can be chosen. `label` is at most 34 characters in our own words.

    `told` is a line about it, to be read before it is chosen: under each row where there
    is room for all of them, else for the row that has the focus.
    """

    id: str
    label: str
    told: str = ""


@dataclass(frozen=True, slots=True)
class Acknowledge:
    """One row that leads onward, such as "Go on". Answer: Chosen(ACKNOWLEDGED)."""

    label: str


@dataclass(frozen=True, slots=True)
class ChooseOne:
    """Pick one. The first choice leads onward (A2). Answer: Chosen(id).

    Where things are set, `is_done_last`: the first choice is "Done", which stands last, on
    every leaf and without a number. Enter alone gives it.
    """

    choices: tuple[Choice, ...]
    marked: str = ""  # the id that was given before, so that back shows it
    is_done_last: bool = False

    @property
    def shown(self) -> tuple[Choice, ...]:
        """The choices in the order in which they stand."""
        return (*self.choices[1:], self.choices[0]) if self.is_done_last else self.choices


@dataclass(frozen=True, slots=True)
class ChooseSeveral:
    """Pick any number, none included. Answer: ChosenSeveral(ids).

    Front ends add a row "Done", where the mark stands from the start: a digit ticks
    and leaves it there (A2).
    """

    choices: tuple[Choice, ...]
    marked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ChoosePeople:
    """Pick people by name, any number or at most one. Answer: ChosenSeveral(ids)."""

    people: tuple[Choice, ...]
    marked: tuple[str, ...] = ()
    only_one: bool = False


@dataclass(frozen=True, slots=True)
class GiveNumber:
    """Type a whole number, `low` to `high`, both included. Answer: Typed(text).

    The core reads the text ("7", "seven", "7/10", "٧") and refuses in words (A15).
    `above` are the words for a number that is higher, where there is more to say of it.
    """

    low: int
    high: int
    low_words: str = ""
    high_words: str = ""
    given: str = ""
    above: str = ""


@dataclass(frozen=True, slots=True)
class WriteText:
    """A numbered list of ready phrases, then `own_words`, which opens one line (A2).

    Answer: Chosen(id) for a ready phrase, Typed(text) for own words. `given` is
    what was written before. `hidden` masks what is typed (a person's own word).
    With `is_open` the line is open from the start: while it is empty, digits mark the
    rows, and Enter gives the first of them, which leads onward (A2, M22).
    """

    ready: tuple[Choice, ...]
    own_words: str
    given: str = ""
    at_most: int = 280
    hidden: bool = False
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class Confirm:
    """Yes or no. The first, `yes`, leads onward. Answer: Confirmed(bool)."""

    yes: str
    no: str


Input = Acknowledge | ChooseOne | ChooseSeveral | ChoosePeople | GiveNumber | WriteText | Confirm


class Tone(StrEnum):
    """How a notice is meant: it is kept, please look, or simply told."""

    SAVED = "saved"
    CARE = "care"
    CALM = "calm"


@dataclass(frozen=True, slots=True)
class Notice:
    """A short word after an answer, such as "Saved." or why something cannot be."""

    words: str
    tone: Tone = Tone.CALM


@dataclass(frozen=True, slots=True)
class Progress:
    """Steps done and steps in all; drawn as segments by the full screen."""

    done: int
    of: int


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code to show: `target` is what it holds, `words` say what will happen (T1)."""

    target: str
    label: str
    words: str
    phone: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """One count of a picture made of counts, such as "Sunny: 3 of 8" (T6).

    `words` say all of it, and stand in both front ends; the full screen draws a bar
    beside them, `count` of `of` long. `heading` stands before it, "" for none.
    """

    words: str
    count: int
    of: int
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody who can be called: `number` stays whole and stands beside `who` (S16).

    `words` are few, such as when they can be called. `number` is "" where there is none.
    """

    number: str
    who: str
    words: str = ""


ALL_COMMANDS: frozenset[KeyCommand] = frozenset(KeyCommand)


@dataclass(frozen=True, slots=True)
class Prompt:
    """One screen: one thing at a time (A21).

    `id` is the same while the prompt means the same, so a draft can be kept with
    it. `turn` is "Heron's turn" and `turn_short` "Heron", or both "". `body` holds
    paragraphs to be read, `hint` and `cue` are secondary and may page.
    `commands` are the keys that do something here; help always does. `giver` is the
    id of whoever holds the keyboard for a turn, or ""; `own_words` are words of one
    person that this prompt may show and no voice says without a yes (A12). `is_cover`
    means that words are hidden beneath it: where only an Acknowledge is asked, any key
    or line is one, help aside (S12). With `any_key` too, those of `commands` aside (M2).
    `picture` is made of counts, after the body (T6); `contacts` are numbers to call, one
    row each, after the body too (S16).
    `session` is the session's title, shown where the header has room for it.
    `takes_one_key` lets the space bar alone answer it by a mark that goes round (A3).
    """

    id: str
    title: str
    question: str
    input: Input
    where: str = ""
    session: str = ""
    turn: str = ""
    turn_short: str = ""
    body: tuple[str, ...] = ()
    picture: tuple[Bar, ...] = ()
    contacts: tuple[Contact, ...] = ()
    hint: str = ""
    cue: str = ""
    commands: frozenset[KeyCommand] = ALL_COMMANDS
    progress: Progress | None = None
    notice: Notice | None = None
    code: Code | None = None
    is_private: bool = False
    giver: str = ""
    own_words: tuple[str, ...] = ()
    is_cover: bool = False
    takes_one_key: bool = False
    any_key: bool = False
    language: str = "en-GB"


def leads_on(prompt: Prompt, command: KeyCommand | None, typed: str = "") -> bool:
    """Return whether any key or line leads on from a prompt: one of this command, or of none.

    From a cover all do but help (S12), from a farewell all that are no command there (M2).
    A `typed` digit marks its row, so that the Enter after it is not one too many.
    """
    if not isinstance(prompt.input, Acknowledge):
        return False
    if prompt.any_key:
        return command not in prompt.commands and not typed.isdecimal()
    return prompt.is_cover and command is not KeyCommand.HELP


ACKNOWLEDGED = "go-on"
