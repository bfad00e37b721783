"""The full screen in a real terminal: number keys, clicks, one key, and lines in between."""

import re
import signal
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from facilitator.domain.keys import KEYS, KeyCommand
from facilitator.domain.prompt import ChoosePeople, ChooseSeveral, GiveNumber, Prompt, WriteText
from facilitator.domain.records import FrontEnd
from facilitator.frontends.plain.inputs import rows_of
from facilitator.wording import full_screen, keys
from tests.e2e.by_lines import Lines, flat, telling
from tests.e2e.everybody import Move, Way
from tests.scenario import Scenario
from tests.terminal import ROOT, Terminal

PROGRAM = (sys.executable, "-m", "facilitator")
SPOKEN = (sys.executable, str(ROOT / "tests/e2e/spoken_program.py"))
_FRAME, _FRAME_DONE = b"\x1b[?2026h", b"\x1b[?2026l"
_FULL_SCREEN_BEGINS = "\x1b[?1049h"


def program(data: Path) -> Terminal:
    """Open the program itself in a window."""
    return Terminal((*PROGRAM, "--data", str(data)))


def spoken_program(data: Path, clock: str = "usual") -> Terminal:
    """Open the program with the made-up voice in a window; what is said is noted in `data`."""
    return Terminal((*SPOKEN, str(data / "said"), clock, "--data", str(data / "kept")))


class Screen:
    """The full screen, read as somebody reads it: only once a frame is whole."""

    def __init__(self, window: Terminal) -> None:
        """Look at this window."""
        self.window = window

    @property
    def is_whole(self) -> bool:
        """Whether the last frame has come to its end. The very first may have no such signs."""
        raw = self.window.raw
        return raw.rfind(_FRAME) <= raw.rfind(_FRAME_DONE)

    def until(self, condition: Callable[[], bool], what: str) -> None:
        """Read until the condition holds on a whole frame."""
        self.window.wait_for(lambda: self.is_whole and condition(), what)

    def wait(self, group: Scenario) -> None:
        """Wait until this prompt is shown."""
        prompt = group.prompt
        is_open = isinstance(prompt.input, WriteText) and not prompt.input.ready
        first = () if is_open else tuple(row.label for row in rows_of(prompt.input)[:1])
        parts = (*telling(prompt), *first)
        self.until(lambda: self._shows(parts), f"{prompt.id} {parts}")

    def _shows(self, parts: Sequence[str]) -> bool:
        rows = self.window.rows
        text = flat(" ".join(rows))
        menu = keys.LABELS[KeyCommand.MENU]
        return rows[-1].endswith(menu) and all(one in text for one in parts)


class NumberKeys(Screen):
    """Digits, Enter and the keypad's signs; letters only for one's own words."""

    def make(self, prompt: Prompt, move: Move) -> None:
        """Press the keys of a move."""
        self.window.send(keys_of(move))


def keys_of(move: Move) -> str:
    """Return the keys of a move. Everybody knows them from what is shown or spoken."""
    if move.command is not None:
        return keypad(move.command)
    digits = "".join(str(one) for one in move.rows)
    if not move.words:
        return f"{digits}\r"
    return f"{digits}\r{move.words}\r" if digits else f"{move.words}\r"


def keypad(command: KeyCommand) -> str:
    """Return the key of a command: the keypad's, else its letter."""
    row = next(one for one in KEYS if one.command is command)
    return row.keypad[0] if row.keypad else row.letter


class Mouse(Screen):
    """Clicks on cells, found by reading the screen; no key is ever pressed."""

    def make(self, prompt: Prompt, move: Move) -> None:
        """Click on rows, on keys of the screen, or on a command of the last row."""
        if move.command is not None:
            label = keys.LABELS[move.command]
            self.click(lambda: self._in_row(self.window.screen.lines - 1, label), label)
            return
        for number in move.rows:
            self.click(lambda at=number: self._choice(at), f"row {number}")  # type: ignore[misc]
        match prompt.input:
            case ChooseSeveral() | ChoosePeople(only_one=False):
                self.click_on(full_screen.DONE_SEVERAL)
            case GiveNumber():
                self._tap_number(move.words)
            case WriteText() if move.words:
                self._type(move.words)
            case _:
                pass

    def click(self, find: Callable[[], tuple[int, int] | None], what: str) -> None:
        """Wait until a target is on the screen, and click on it."""
        self.until(lambda: find() is not None, what)
        place = find()
        assert place is not None
        self.window.click(*place)

    def click_on(self, label: str) -> None:
        """Click on a row without a number, or a key, that shows these words alone."""
        self.click(lambda: self._alone(label), label)

    def _tap_number(self, number: str) -> None:
        if self._alone(number) is None:
            self.click_on(full_screen.SHOW_NUMBERS)
        self.click_on(number)

    def _type(self, words: str) -> None:
        self.click_on(full_screen.SHOW_LETTERS)
        for at, letter in enumerate(words):
            self.click_on(full_screen.KEY_SPACE if letter == " " else letter.lower())
            typed = words[: at + 1].rstrip()
            self.until(lambda so_far=typed: self._line(so_far), f"{typed} typed")  # type: ignore[misc]
        self.click_on(full_screen.KEY_DONE)

    def _line(self, typed: str) -> bool:
        return any(row.strip(" >") == typed for row in self.window.rows)

    def _choice(self, number: int) -> tuple[int, int] | None:
        for y, row in enumerate(self.window.rows):
            found = re.match(rf"[ >]+{number}  (?=\S)", row)
            if found:
                return found.end(), y
        return None

    def _alone(self, label: str) -> tuple[int, int] | None:
        """Return the lowest place, above the commands, where these words stand alone."""
        for y in range(self.window.screen.lines - 2, -1, -1):
            found = self._in_row(y, label)
            if found is not None:
                return found
        return None

    def _in_row(self, y: int, label: str) -> tuple[int, int] | None:
        for x, words in labels_in(self.window.rows[y]):
            if words == label or re.fullmatch(rf"\S {re.escape(label)}", words):
                return x + len(words) - 1, y
        return None


def labels_in(row: str) -> Iterator[tuple[int, str]]:
    """Yield column and words of everything on a row that stands apart, or after a focus mark."""
    for found in re.finditer(r"[^ >]+(?: [^ >]+)*", row):
        yield found.start(), found[0]


FINGER = 0.08
"""Seconds: the same key again sooner than this is no finger, and counts once (A19)."""

CALM = 0.6
"""Seconds: where one key is asked about, presses that come sooner are of a key that is held."""

MOST_MOVES = 100
"""More moves of the mark than any one thing needs."""


class OneKey(Screen):
    """The space bar, pressed when what is wanted carries the mark; no other key is ever sent."""

    def __init__(self, window: Terminal, *, is_held: bool) -> None:
        """Use this window; `is_held` says that the dwell ends when this way lets it."""
        super().__init__(window)
        self._is_held = is_held
        self._finger = 0.0 if is_held else FINGER
        self._pressed_at = -CALM

    def ask(self, group: Scenario) -> None:
        """Press it three times on the first screen, and wait for the question."""
        self.wait(group)
        for _ in range(3):
            self.window.send(" ")
        self._pressed_at = time.monotonic()
        assert group.runner.one_key()
        self.wait(group)

    def begin(self, group: Scenario) -> None:
        """Ask for it and say yes, by this key alone."""
        self.ask(group)
        self._finger = CALM
        self.press()  # there the focus is shown, and the key starts the mark
        self.choose(f"2  {rows_of(group.prompt.input)[1].label}")
        self._finger = 0.0
        group.choose("yes")

    def press(self) -> None:
        """Press the one key, no sooner than a finger could, and wait for what comes of it."""
        if self._finger:
            free_at = self._pressed_at + self._finger
            self.until(lambda: time.monotonic() > free_at, "the finger to be up again")
            self._pressed_at = time.monotonic()
        self._change(lambda: self.window.send(" "))

    def make(self, prompt: Prompt, move: Move) -> None:
        """Let the mark come to each thing in turn."""
        if move.command is not None:
            self.choose(f"{keypad(move.command)} {keys.LABELS[move.command]}")
        for number in move.rows:
            label = rows_of(prompt.input)[number - 1].label
            self.choose(f"{number}  {label}")
        match prompt.input:
            case ChooseSeveral() | ChoosePeople(only_one=False):
                self.choose(full_screen.DONE_SEVERAL)
            case GiveNumber() | WriteText() if move.words:
                self._write(prompt, move.words)
            case _:
                pass

    def choose(self, wanted: str) -> None:
        """Press when the group that holds it is marked, then when it alone is."""
        is_inside = False
        for _ in range(MOST_MOVES):
            marked = self.marked()
            if not marked:
                self.press()
                is_inside = False
            elif wanted not in marked or (is_inside and len(marked) > 1):
                # On a busy machine the mark may rest meanwhile; a press then starts it again.
                self._change(self._let_time_pass)
                is_inside = is_inside and bool(self.marked())
            elif len(marked) == 1:
                self.press()
                return
            else:
                self.press()
                is_inside = True
        raise AssertionError(f"{wanted} was never marked; the screen shows:\n{self.window.text}")

    def marked(self) -> list[str]:
        """Return the words of everything that carries the mark; the cursor stands on the first."""
        found: list[str] = []
        rows = self.window.rows
        for y, row in enumerate(rows):
            for mark in re.finditer(">", row):
                words = re.match(
                    r"\s*(\d  )?(?:\[ *X? *\] +)?([^ >]+(?: [^ >]+)*)", row[mark.end() :]
                )
                if words:
                    if not found:
                        assert self.window.cursor[1] == y, (self.window.cursor, self.window.text)
                    found.append((words[1] or "") + words[2])
        return found

    def _write(self, prompt: Prompt, words: str) -> None:
        if isinstance(prompt.input, GiveNumber):
            self.choose(words)
            return
        for letter in words:
            self.choose(full_screen.KEY_SPACE if letter == " " else letter.lower())
        self.choose(full_screen.KEY_DONE)

    def _let_time_pass(self) -> None:
        if self._is_held:
            self.window.signal(signal.SIGRTMIN)

    def _change(self, how: Callable[[], None]) -> None:
        before = self.window.text
        how()
        self.until(lambda: self.window.text != before, "the mark to move")


class Changing:
    """Number keys on the full screen and lines in the same window, as the front end changes."""

    def __init__(self, window: Terminal) -> None:
        """Use this window, which shows the full screen."""
        self._window = window
        self._keys = NumberKeys(window)
        self._lines = Lines(lambda text: window.send(as_keys(text)), window.raw, window.wait_for)
        self._shown = FrontEnd.FULL

    def wait(self, group: Scenario) -> None:
        """Wait until this prompt is shown by the front end that is due."""
        before, self._shown = self._shown, group.around.front_end
        if before is FrontEnd.PLAIN and self._shown is FrontEnd.FULL:
            self._window.wait_for(self._has_left_the_lines, "the full screen")
        self._way.wait(group)
        if self._shown is FrontEnd.PLAIN:
            # The emulator has no second screen, so what the full one left there is wiped here.
            self._window.screen.reset()

    def _has_left_the_lines(self) -> bool:
        came = self._lines.came
        self._lines.clear(flat(came))
        return _FULL_SCREEN_BEGINS in came

    def make(self, prompt: Prompt, move: Move) -> None:
        """Press keys, or type lines."""
        self._lines.begin()
        self._way.make(prompt, move)

    @property
    def _way(self) -> Way:
        return self._keys if self._shown is FrontEnd.FULL else self._lines


def as_keys(lines: str) -> str:
    """Return lines as the keys of a terminal: each ends with Enter."""
    return lines.replace("\n", "\r")
