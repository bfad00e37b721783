"""The one key that does everything: when a key is that key, and what it does (A3).

A switch sends the space bar or Enter. Somebody beside who uses the other keys is not
in the way: after a digit or an arrow, Enter confirms as always, until the next prompt.
"""

from facilitator.domain.keys import SHOWN_KEYS, KeyCommand
from facilitator.domain.prompt import Prompt
from facilitator.frontends.tui.ink import Target
from facilitator.frontends.tui.inputs.state import InputState, Row, RowKind
from facilitator.frontends.tui.place import Place
from facilitator.frontends.tui.said import labels_of
from facilitator.frontends.tui.scan import Group, Scan, groups_of
from facilitator.wording import full_screen as words

SWITCH, _CONFIRM = "space", "enter"

_ENOUGH = 3
"""Presses of the space bar in a row, or what a held one sends, that ask for one key."""


class Switch:
    """Scanning on one desk."""

    def __init__(self) -> None:
        """Rest."""
        self._scan = Scan()
        self._last = ""
        self._in_a_row = 0
        self.is_by_hand = False

    @property
    def is_moving(self) -> bool:
        """Whether the mark goes on by itself."""
        return self._scan.is_moving

    @property
    def marked(self) -> Group:
        """What is marked now."""
        return self._scan.marked

    def rest(self) -> None:
        """Stop: another prompt, or another hand."""
        self._scan.rest()
        self._in_a_row = 0
        self.is_by_hand = False

    def is_third(self, name: str) -> bool:
        """Return whether this key is the third space in a row on one prompt, and count anew."""
        self._in_a_row = self._in_a_row + 1 if name == SWITCH else 0
        if self._in_a_row < _ENOUGH:
            return False
        self._in_a_row = 0
        return True

    def use_by_hand(self, name: str) -> None:
        """Somebody pressed another key: the mark rests, and the focus is shown."""
        self._scan.rest()
        self.is_by_hand, self._last = True, name

    def takes(self, name: str, *, is_typing: bool) -> bool:
        """Return whether this key is the switch.

        A space straight after a typed letter is a space; a second one is the switch again.
        """
        if name == _CONFIRM:
            return not self.is_by_hand
        is_space = is_typing and self.is_by_hand and len(self._last) == 1
        return name == SWITCH and not is_space

    def begin(self, place: Place, state: InputState, prompt: Prompt) -> None:
        """Mark the first group of what is shown."""
        line = next((at for at, one in enumerate(state.rows()) if one.kind is RowKind.LINE), None)
        commands = [
            row.command
            for row in SHOWN_KEYS
            if row.command is KeyCommand.HELP or row.command in prompt.commands
        ]
        self.is_by_hand = False
        self._scan.begin(groups_of(place.rows_of_targets(), line, commands))

    def press(self, place: Place, state: InputState, prompt: Prompt) -> Target | None:
        """Start the mark, or choose what is marked; return a target that was chosen."""
        if not self._scan.is_moving:
            self.begin(place, state, prompt)
            return None
        return self._scan.press()

    def tick(self) -> None:
        """Let the mark go on."""
        if self._scan.is_moving:
            self._scan.tick()

    def said(self, rows: tuple[Row, ...]) -> str:
        """Return what the voice says of what is marked; "" while it rests."""
        marked = self._scan.marked
        if len(marked) < 2:  # noqa: PLR2004  one target
            return labels_of(rows, marked)
        if not self._scan.is_among_groups:
            return words.SCAN_LEAVE
        if all(isinstance(one, KeyCommand) for one in marked):
            return words.SCAN_COMMANDS
        kinds = {rows[one].kind for one in marked if isinstance(one, int) and one >= 0}
        if kinds <= {RowKind.KEY, RowKind.KEY_THAT_STAYS}:
            return labels_of(rows, marked)
        return words.SCAN_ANSWERS
