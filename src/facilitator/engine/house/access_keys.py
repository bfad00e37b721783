"""Keys and touch: one key for everything, letters on the screen, shaking hands (A3, A4, A19)."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from facilitator.domain.meeting import AnswerValue
from facilitator.domain.prompt import Choice, ChooseOne, Prompt
from facilitator.domain.records import FrontEnd, Letters, Ways
from facilitator.engine.house.around import Around
from facilitator.engine.house.own_keys import OtherKeys
from facilitator.engine.house.room import Outcome, Room, house_prompt, in_ways
from facilitator.wording import access as words
from facilitator.wording import house

LEAVE = "leave"


@dataclass(frozen=True, slots=True)
class KeysAndTouch:
    """What helps hands. In plain lines only other letters do, and only they are shown."""

    def prompt(self, around: Around) -> Prompt:
        """Return each as what it will be; "Done" goes back."""
        ways, is_full = around.ways, around.front_end is FrontEnd.FULL
        choices = [Choice("done", house.ACCESS_DONE)]
        if is_full:
            choices += _full_choices(ways)
        choices.append(Choice("other-keys", words.KEYS_OTHER))
        hint = words.KEYS_HINT if is_full else ""
        shown = ChooseOne(tuple(choices), is_done_last=True)
        return house_prompt("keys", words.KEYS, words.KEYS_ASKED, shown, hint=hint)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Change it at once, or open the room that asks how much."""
        ways = around.ways
        rooms: dict[str, Room] = {
            "dwell": Dwell(),
            "twice": PressedTwice(),
            "other-keys": OtherKeys(),
        }
        match value:
            case "scanning":
                word = words.ONE_KEY_OFF if ways.scanning else words.ONE_KEY_ON
                return in_ways(replace(ways, scanning=not ways.scanning), word)
            case "keyboard":
                word = words.LETTERS_ARE_OFF if ways.keyboard else words.LETTERS_ARE_ON
                undo = words.KEYS_LETTERS if ways.keyboard else words.KEYS_NO_LETTERS
                return in_ways(replace(ways, keyboard=not ways.keyboard), word, undo=undo)
            case "letters":
                order, undo = _other_order(ways), words.KEYS_ORDER[ways.letters]
                return in_ways(replace(ways, letters=order), words.ORDER_NOW[order], undo=undo)
            case "dwell" | "twice" | "other-keys":
                return Outcome(enter=(rooms[value],))
            case _:
                return Outcome(leave=1)


def _full_choices(ways: Ways) -> list[Choice]:
    one = words.KEYS_NOT_ONE if ways.scanning else words.KEYS_ONE
    letters = words.KEYS_NO_LETTERS if ways.keyboard else words.KEYS_LETTERS
    return [
        Choice("scanning", one),
        Choice("dwell", words.KEYS_DWELL),
        Choice("keyboard", letters),
        Choice("letters", words.KEYS_ORDER[_other_order(ways)]),
        Choice("twice", words.KEYS_TWICE),
    ]


def _other_order(ways: Ways) -> Letters:
    return Letters.ALPHABET if ways.letters is Letters.OFTEN else Letters.OFTEN


def _times(labels: Mapping[int, str], now: int) -> ChooseOne:
    """Return times in tenths of a second by their words, the one that stands marked."""
    choices = tuple(Choice(str(tenths), label) for tenths, label in labels.items())
    return ChooseOne((Choice(LEAVE, words.LEAVE_IT), *choices), str(now))


@dataclass(frozen=True, slots=True)
class Dwell:
    """How long the mark stays on a row, 0.5 to 10 seconds (A3)."""

    def prompt(self, around: Around) -> Prompt:
        """Return a few times; the first changes nothing."""
        shown = _times(words.DWELLS, around.ways.dwell)
        return house_prompt("dwell", words.KEYS_ONE, words.DWELL_ASKED, shown)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Let the mark stay as long as that."""
        if value == LEAVE:
            return Outcome(leave=1)
        tenths = int(str(value))
        said = words.DWELL_NOW.format(time=words.DWELLS[tenths].lower())
        return in_ways(replace(around.ways, dwell=tenths), said, undo=words.KEYS_DWELL, leave=1)


@dataclass(frozen=True, slots=True)
class PressedTwice:
    """The time in which the same key counts once, 0 to 1 second (A19)."""

    def prompt(self, around: Around) -> Prompt:
        """Return a few times; the first changes nothing."""
        shown = _times(words.TWICE, around.ways.strike)
        asked, hint = words.TWICE_ASKED, words.TWICE_HINT
        return house_prompt("twice", words.KEYS_TWICE, asked, shown, hint=hint)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Count the same key once within that time."""
        if value == LEAVE:
            return Outcome(leave=1)
        tenths = int(str(value))
        time = words.TWICE[tenths].lower()
        said = words.TWICE_NOW.format(time=time) if tenths else words.TWICE_NEVER
        return in_ways(replace(around.ways, strike=tenths), said, undo=words.KEYS_TWICE, leave=1)
