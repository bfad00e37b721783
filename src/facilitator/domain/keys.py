"""The one key table (A2). Help, footer, plain-mode words and bindings follow from it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class KeyCommand(StrEnum):
    """The commands that every prompt knows, always the same keys.

    The first five stand on the last row of the screen. The last three have a letter and
    a word, and rows in the menu, which a keypad reaches.
    """

    HELP = "help"
    PASS = "pass"  # noqa: S105  a turn is passed here
    BACK = "back"
    AGAIN = "again"
    MENU = "menu"
    ACCESS = "access"
    EASY = "easy"
    COVER = "cover"


@dataclass(frozen=True, slots=True)
class KeyRow:
    """One command's keys: numeric keypad first, then the twins that need no Shift.

    Whoever wants another letter has it in their ways (A2).
    """

    command: KeyCommand
    keypad: tuple[str, ...]
    letter: str
    function: str
    word: str
    also: tuple[str, ...] = ()  # other keys by name, such as escape


KEYS: tuple[KeyRow, ...] = (
    KeyRow(KeyCommand.HELP, ("*",), "h", "f1", "help"),
    KeyRow(KeyCommand.PASS, ("-",), "p", "f2", "pass"),
    KeyRow(KeyCommand.BACK, ("/",), "b", "f3", "back", ("escape",)),
    KeyRow(KeyCommand.AGAIN, ("+",), "s", "f4", "again"),
    KeyRow(KeyCommand.MENU, (".", ","), "m", "f5", "menu"),
    KeyRow(KeyCommand.ACCESS, (), "a", "", "access"),
    KeyRow(KeyCommand.EASY, (), "e", "", "easy"),
    # Insert works while a line holds words, where a letter is a letter.
    KeyRow(KeyCommand.COVER, (), "c", "", "cover", ("insert",)),
)
SHOWN_KEYS: tuple[KeyRow, ...] = tuple(row for row in KEYS if row.keypad)
"""The five commands of the last row, which a numeric keypad has."""


ASIDE = (
    KeyCommand.HELP,
    KeyCommand.MENU,
    KeyCommand.ACCESS,
    KeyCommand.EASY,
    KeyCommand.COVER,
)
"""Commands after which people come back to the same prompt: their draft is kept (M6)."""


class SpeechKey(StrEnum):
    """What can be asked of the voice, on every screen (A9)."""

    SPEAK = "speak"
    ALL = "all"
    HOLD = "hold"
    SLOWER = "slower"
    FASTER = "faster"
    QUIETER = "quieter"
    LOUDER = "louder"


SPEECH_KEYS: dict[SpeechKey, str] = {key: f"f{number}" for number, key in enumerate(SpeechKey, 6)}
"""The function key of each, F6 to F12; in plain mode it is the word itself."""

MORE = "0"
"""The digit that is "more" where there is more (A2)."""

CHOICES_A_PAGE = 7
"""At most seven choices on a screen; more go on further pages (A21)."""


KEYPAD_SIGNS: frozenset[str] = frozenset(sign for row in KEYS for sign in row.keypad)
"""The signs that are commands on every list; there all other signs open the line (A2)."""


NO_OWN_KEYS: Mapping[str, str] = {}


def command_for(
    typed: str, *, in_text: bool = False, own: Mapping[str, str] = NO_OWN_KEYS
) -> KeyCommand | None:
    """Return the command that a whole line or a single key means, or None.

    `typed` is a key's character, a function key's name, or a plain-mode line;
    `in_text` leaves out the letter twins, which are letters in a typed field (A2).
    `own` holds somebody's own letter for a command, by its name; "" is no letter at all.
    """
    line = typed.strip().casefold()
    if not line:
        return None
    for row in KEYS:
        if line in (*row.keypad, row.function, row.word, *row.also):
            return row.command
        if line == own.get(row.command, row.letter) and not in_text:
            return row.command
    return None


def speech_key_for(typed: str) -> SpeechKey | None:
    """Return what a function key's name, or a whole line in plain mode, asks of the voice."""
    line = typed.strip().casefold()
    for key, function in SPEECH_KEYS.items():
        if line in (function, key):
            return key
    return None
