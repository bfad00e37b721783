"""Words that come into the open line: typed, pasted, or faster than fingers (S20)."""

from abc import ABC, abstractmethod
from dataclasses import replace

from facilitator.domain.keys import KEYPAD_SIGNS
from facilitator.domain.prompt import Notice, Prompt, Tone
from facilitator.domain.strikes import Strikes
from facilitator.frontends.tui.field import Field
from facilitator.frontends.tui.frame import Size
from facilitator.frontends.tui.inputs.state import InputState
from facilitator.frontends.tui.place import Place
from facilitator.frontends.tui.said import Seen
from facilitator.meetings.guide import Guide
from facilitator.wording import full_screen as words

LINE = 0
"""The row of an open line; keys on the screen come after it."""


class Writing(ABC):
    """The part of a desk that puts words into the line.

    One rule for all of them: as much as there is room for is put in, the screen says that the
    rest was left out, and nothing that was there goes.
    """

    _guide: Guide
    _prompt: Prompt
    _state: InputState
    _place: Place
    _size: Size
    _strikes: Strikes

    @property
    @abstractmethod
    def is_done(self) -> bool:
        """Whether the full screen should be left."""

    @property
    @abstractmethod
    def _is_any_key(self) -> bool:
        """Whether a cover lies over the words."""

    @abstractmethod
    def key(self, name: str, character: str | None, now: float | None = None) -> None:
        """Take one key."""

    @abstractmethod
    def _lay_out(self, focus: int) -> None:
        """Lay out again."""

    @abstractmethod
    def _seen(self) -> Seen:
        """Return what lies before the person."""

    @abstractmethod
    def _tell(self, before: Seen) -> None:
        """Let the voice say what changed."""

    def paste(self, text: str) -> None:
        """Put pasted words into the open line; say so where there is none, or no room (S20)."""
        self._guide.touched()
        self._strikes.other()
        if self._size.is_too_small:
            return
        field = self._state.open_field
        if field is not None:
            self._wrote(field, fits=field.write(text))
        elif self._state.open_line():
            self._wrote_first(text)
        elif not self._prompt.is_cover:
            self._care(words.NO_LINE)

    def letters(self, text: str, now: float | None = None) -> None:
        """Take printing keys that waited together, in their order (S20).

        For an open line they are one change: laid out once, said once. Elsewhere each is a key.
        """
        for at, letter in enumerate(text):
            field = self._state.open_field
            if field is not None and self._is_only_text(field):
                self._guide.touched()
                self._strikes.other()
                before = self._seen()
                self._wrote(field, fits=field.type(text[at:]))
                self._tell(before)
                return
            self.key("space" if letter == " " else letter, letter, now)
            if self.is_done:
                return

    def _is_only_text(self, field: Field) -> bool:
        """Return whether each letter now goes into the line, whatever letter it is."""
        is_seen = not (self._size.is_too_small or self._place.is_code_alone)
        is_on_line = is_seen and LINE in self._place.view.targets
        is_free = not (field.takes_commands or self._guide.ways.scanning or self._is_any_key)
        return is_on_line and is_free

    def _opened_by(self, printed: str) -> bool:
        """Open the line of a list with its first letter; return whether this was one (A2)."""
        is_letter = bool(printed) and not (printed.isspace() or printed.isdecimal())
        if not is_letter or printed in KEYPAD_SIGNS or not self._state.open_line():
            return False
        return self._wrote_first(printed)

    def _wrote_first(self, text: str) -> bool:
        """Put words into a line that was just opened by them; return True."""
        field = self._state.open_field
        if field is not None:
            self._place.focus = LINE
            self._wrote(field, fits=field.write(text))
        return True

    def _wrote(self, field: Field, *, fits: bool) -> None:
        """Show the line after letters were put in, and say so when some were not."""
        self._end_notice(Tone.SAVED)
        full, notice = words.FULL.format(most=field.most), self._prompt.notice
        was_full = notice is not None and notice.words == full
        if not fits and not was_full:
            self._care(full)
        elif fits and was_full:
            self._end_notice(Tone.CARE)
        if fits or not was_full:
            self._lay_out(LINE)

    def _care(self, said: str) -> None:
        """Say why something cannot be, on the screen and aloud."""
        self._prompt = replace(self._guide.prompt, notice=Notice(said, Tone.CARE))
        self._guide.explained(said)
        self._lay_out(self._place.focus)

    def _end_notice(self, *tones: Tone) -> None:
        """Take a notice of one of these tones away: "Saved." is not said of words that are not."""
        notice = self._prompt.notice
        if notice is not None and notice.tone in tones:
            self._prompt = replace(self._prompt, notice=None)
