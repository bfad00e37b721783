"""Each command can have another letter, or none; keypad and function keys stay (A2, 2.1.4)."""

from dataclasses import dataclass, replace
from string import ascii_lowercase

from facilitator.domain.keys import KEYS, KeyCommand, KeyRow
from facilitator.domain.meeting import AnswerValue
from facilitator.domain.prompt import Choice, ChooseOne, Notice, Prompt, Tone, WriteText
from facilitator.domain.records import Ways
from facilitator.engine.house.around import Around
from facilitator.engine.house.room import Outcome, house_prompt, in_ways
from facilitator.wording import access as words
from facilitator.wording import house
from facilitator.wording.keys import LABELS

ROWS: dict[KeyCommand, KeyRow] = {row.command: row for row in KEYS}


def letter_of(ways: Ways, command: KeyCommand) -> str:
    """Return the letter that a command has for this person, "" when it has none."""
    return ways.keys.get(command.value, ROWS[command].letter)


def letters_line(ways: Ways) -> tuple[str, ...]:
    """Return the sentence of the help card about this person's letters; none without any."""
    letters = [
        words.LETTER_MEANS.format(letter=letter_of(ways, row.command), label=LABELS[row.command])
        for row in KEYS
        if letter_of(ways, row.command)
    ]
    return (words.LETTERS.format(letters=", ".join(letters)),) if letters else ()


def _with_letter(ways: Ways, command: KeyCommand, letter: str) -> Ways:
    """Return the ways with this letter; one that is as before is no longer noted."""
    others = {known: one for known, one in ways.keys.items() if known != command.value}
    own = {} if letter == ROWS[command].letter else {command.value: letter}
    return replace(ways, keys={**others, **own})


def _in_letter(ways: Ways, command: KeyCommand, letter: str, *, leave: int) -> Outcome:
    """Return the outcome of using this letter; the row that takes it back is the command's own."""
    changed = _with_letter(ways, command, letter)
    pattern = words.LETTER_NOW if letter else words.LETTER_GONE
    said = pattern.format(label=LABELS[command], letter=letter)
    return in_ways(changed, said, undo=_row(changed, command).label, leave=leave)


def _holder(ways: Ways, command: KeyCommand, letter: str) -> KeyCommand | None:
    """Return which other command has this letter."""
    others = (row.command for row in KEYS if row.command is not command)
    return next((one for one in others if letter_of(ways, one) == letter), None)


def _why_not(ways: Ways, command: KeyCommand, letter: str) -> str:
    """Return why this cannot be the command's letter, in words; "" when it can."""
    if letter.isnumeric():
        return words.LETTER_DIGIT
    if len(letter) != 1 or not letter.isalpha():
        return words.LETTER_SIGN
    holder = _holder(ways, command, letter)
    if holder is None:
        return ""
    return words.LETTER_TAKEN.format(letter=letter, label=LABELS[holder])


def _row(ways: Ways, command: KeyCommand) -> Choice:
    letter = letter_of(ways, command)
    pattern = words.OTHER_ROW if letter else words.OTHER_NONE
    return Choice(command.value, pattern.format(label=LABELS[command], letter=letter))


@dataclass(frozen=True, slots=True)
class OtherKeys:
    """The commands with their letters, as they are for this person."""

    def prompt(self, around: Around) -> Prompt:
        """Return them; "Done" goes back, the last puts all letters back."""
        ways = around.ways
        choices = [Choice("done", house.ACCESS_DONE)]
        choices += [_row(ways, row.command) for row in KEYS]
        if ways.keys:
            choices.append(Choice("before", words.OTHER_BEFORE))
        shown, hint = ChooseOne(tuple(choices), is_done_last=True), words.OTHER_HINT
        return house_prompt("other-keys", words.KEYS_OTHER, words.OTHER_ASKED, shown, hint=hint)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Ask for the letter, or put all of them back."""
        match value:
            case "done":
                return Outcome(leave=1)
            case "before":
                return in_ways(replace(around.ways, keys={}), words.LETTERS_BEFORE)
            case _:
                return Outcome(enter=(OwnLetter(KeyCommand(str(value))),))


@dataclass(frozen=True, slots=True)
class OwnLetter:
    """One command's letter: none, as before, from a list, or typed."""

    command: KeyCommand

    def prompt(self, around: Around) -> Prompt:
        """Return the ways to choose; the first changes nothing."""
        before = ROWS[self.command].letter
        ready = [Choice("leave", words.LEAVE_IT), Choice("none", words.LETTER_NONE)]
        if self._can_be_before(around.ways):
            ready.append(Choice("before", words.LETTER_BEFORE.format(letter=before)))
        ready.append(Choice("list", words.LETTER_LIST))
        shown = WriteText(tuple(ready), words.LETTER_OWN, at_most=1)
        asked = words.LETTER_ASKED.format(label=LABELS[self.command])
        return house_prompt(f"letter-{self.command}", words.KEYS_OTHER, asked, shown)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Use that letter, or say why it cannot be."""
        before = ROWS[self.command].letter
        # A ready phrase comes as its words; what is typed has one letter at most.
        if value == words.LEAVE_IT:
            return Outcome(leave=1)
        if value == words.LETTER_LIST:
            return Outcome(enter=(FreeLetters(self.command),))
        if value == words.LETTER_NONE:
            return _in_letter(around.ways, self.command, "", leave=1)
        if value == words.LETTER_BEFORE.format(letter=before):
            return _in_letter(around.ways, self.command, before, leave=1)
        letter = str(value).casefold()
        why_not = _why_not(around.ways, self.command, letter)
        if why_not:
            return Outcome(notice=Notice(why_not, Tone.CARE), refused=True)
        return _in_letter(around.ways, self.command, letter, leave=1)

    def _can_be_before(self, ways: Ways) -> bool:
        before = ROWS[self.command].letter
        is_other = letter_of(ways, self.command) != before
        return is_other and _holder(ways, self.command, before) is None


@dataclass(frozen=True, slots=True)
class FreeLetters:
    """The letters that no command has, by number: without typing, by voice, with one key."""

    command: KeyCommand

    def prompt(self, around: Around) -> Prompt:
        """Return them in the order of the alphabet; the first changes nothing."""
        ways = around.ways
        free = [one for one in ascii_lowercase if _holder(ways, self.command, one) is None]
        choices = (Choice("leave", words.LEAVE_IT), *(Choice(one, one) for one in free))
        shown = ChooseOne(choices, letter_of(ways, self.command))
        asked = words.LETTER_ASKED.format(label=LABELS[self.command])
        return house_prompt(f"free-letters-{self.command}", words.KEYS_OTHER, asked, shown)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Use that letter."""
        if value == "leave":
            return Outcome(leave=1)
        return _in_letter(around.ways, self.command, str(value), leave=2)
