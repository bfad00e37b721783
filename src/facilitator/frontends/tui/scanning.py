"""The part of a desk for whoever has one key only: its mark, how it begins and ends (A3)."""

from abc import abstractmethod

from facilitator.domain.keys import KeyCommand
from facilitator.frontends.tui.ink import Target
from facilitator.frontends.tui.switch import SWITCH, Switch
from facilitator.frontends.tui.writing import Writing
from facilitator.wording import full_screen as words

_ANOTHER_PRESS = 5
"""Tenths of a second: where one key is asked about, a press that comes sooner is the held key."""


class Scanning(Writing):
    """One key that does everything, beside all the others."""

    _switch: Switch

    @property
    def is_scanning(self) -> bool:
        """Whether `tick` is due after each dwell: the mark of one key goes on by itself (A3)."""
        return self._switch.is_moving

    def tick(self) -> None:
        """Let the mark of one key go on, after its dwell (A3)."""
        self._switch.tick()
        self._say_marked()

    def paste(self, text: str) -> None:
        """Put pasted words into the line: another hand did, and Enter confirms (A3)."""
        self._switch.use_by_hand("")
        super().paste(text)

    @abstractmethod
    def _choose(self, target: Target) -> None:
        """Do what a click, or one key, means on a target."""

    @abstractmethod
    def _show(self) -> None:
        """Begin with the guide's prompt."""

    @property
    def _has_one_key(self) -> bool:
        """Whether one key does everything now, Enter too."""
        return self._guide.ways.scanning and not self._prompt.takes_one_key

    def _counts(self, name: str, character: str | None, now: float) -> bool:
        """Return whether a key counts: not when it is struck twice, but always as a letter."""
        within = self._guide.ways.strike
        if name == SWITCH and self._prompt.takes_one_key:
            within = max(within, _ANOTHER_PRESS)
        counts = self._strikes.counts(name, now, within)
        is_letter = self._state.open_field is not None and name != "enter"
        return counts or (is_letter and not self._is_switch(name))

    def _asks_for_one_key(self, name: str) -> bool:
        """Return whether the question is there now: space three times, or held (A3, 5.2).

        What a key that is held sends counts here, although each of its repeats is no press.
        """
        if not self._switch.is_third(name) or self._guide.ways.scanning:
            return False
        is_free = not (self._size.is_too_small or self._state.marks_without_giving)
        if self._is_any_key or not is_free or not self._guide.one_key():
            return False
        self._show()
        return True

    def _marked(self) -> tuple[Target, ...]:
        """Return what is drawn as focused: while the mark of one key rests, nothing."""
        if self._switch.is_moving or (self._has_one_key and not self._switch.is_by_hand):
            return self._switch.marked
        return (self._place.focus,)

    def _is_switch(self, name: str) -> bool:
        """Return whether this key is the one key that does everything (A3)."""
        if self._prompt.takes_one_key:
            return name == SWITCH
        is_typing = self._state.open_field is not None
        return self._has_one_key and self._switch.takes(name, is_typing=is_typing)

    def _stops_one_key(self, command: KeyCommand | None) -> bool:
        """Return whether this key led to the question whether one key shall stop (A3)."""
        return command is KeyCommand.MENU and self._guide.ways.scanning and self._guide.one_key()

    def _press_switch(self) -> None:
        """Choose by the one key; on the same prompt the mark goes on from the first group."""
        target = self._switch.press(self._place, self._state, self._prompt)
        if target is None:
            self._say_marked()
            return
        before = self._seen()
        self._choose(target)
        if self.is_done or self._prompt.id != before.prompt_id:
            self._switch.rest()
            return
        self._tell(before)
        self._switch.begin(self._place, self._state, self._prompt)

    def _say_marked(self) -> None:
        """Say what the mark is on. Groups and commands are nobody's own words (A12)."""
        said, marked = self._switch.said(self._state.rows()), self._switch.marked
        if not said:
            return
        if len(marked) > 1 or isinstance(marked[0], KeyCommand):
            self._guide.explained(said)
        else:
            self._guide.looked_at(said)

    @property
    def _standing(self) -> str:
        """What stays on the screen while one key does everything: how it stops (A3)."""
        if not self._guide.ways.scanning or self._is_any_key:
            return ""
        field = self._state.open_field
        is_text = field is not None and not field.takes_commands
        if is_text:
            return words.SCAN_STOP_IN_TEXT
        return words.SCAN_STOP_SHORT if self._size.is_narrow else words.SCAN_STOP
