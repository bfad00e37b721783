"""What is being typed on one line: the words before and after the caret.

Letters are what a person calls letters, not code points: one Backspace takes away
one letter, its accent too.
"""

from dataclasses import dataclass

from facilitator.domain.text import cleaned, safe
from facilitator.frontends.tui.wrap import graphemes

_LETTERS_AT_MOST = 1000  # far above every `at_most`; each letter lays out all of them again
NUMBER_LETTERS = 60  # a number in words, and much more


@dataclass(slots=True)
class Field:
    """A line that is being typed. When `is_selected`, the next letter replaces it all (A2)."""

    before: str = ""
    after: str = ""
    is_selected: bool = False
    most: int = _LETTERS_AT_MOST

    @property
    def text(self) -> str:
        """All that is typed."""
        return self.before + self.after

    @property
    def takes_commands(self) -> bool:
        """Whether a reserved key is a command: nothing typed, or all of it selected (A2).

        A numeric keypad has no Backspace, so a selected line must not shut the way out.
        """
        return self.is_selected or not self.text

    def write(self, text: str) -> bool:
        """Put `text` at the caret, or in place of what is selected; cleaned first (S14).

        Returns whether all of it fits: as much as does is put in, nothing that was there
        goes (S20).
        """
        return self._put(" " if text == " " else cleaned(text))

    def type(self, letters: str) -> bool:
        """Do the same with letters that were typed: a space at their end counts."""
        return self._put(safe(letters))

    def _put(self, kept: str) -> bool:
        if self.is_selected:
            self.before, self.after, self.is_selected = "", "", False
        room = max(0, self.most - len(self.text))
        self.before += kept[:room]
        return len(kept) <= room

    def write_phrase(self, text: str) -> None:
        """Put a whole phrase at the caret, a space before it where one is needed."""
        if self.before and not self.is_selected and not self.before.endswith(" "):
            self.write(" ")
        self.write(text)

    def press(self, key: str) -> bool:
        """Do what an editing key does, by its Textual name; return whether it was one."""
        match key:
            case "backspace" | "ctrl+h":
                self._take_away(back=True)
            case "delete":
                self._take_away(back=False)
            case "left":
                letters = graphemes(self.before)
                self.before, moved = "".join(letters[:-1]), "".join(letters[-1:])
                self.after = moved + self.after
            case "right":
                letters = graphemes(self.after)
                self.before, self.after = self.before + "".join(letters[:1]), "".join(letters[1:])
            case "home":
                self.before, self.after = "", self.text
            case "end":
                self.before, self.after = self.text, ""
            case _:
                return False
        self.is_selected = False
        return True

    def select(self) -> None:
        """Select all of it, so that the next letter replaces it."""
        self.before, self.after, self.is_selected = self.text, "", bool(self.text)

    def _take_away(self, *, back: bool) -> None:
        if self.is_selected:
            self.before, self.after = "", ""
        elif back:
            self.before = "".join(graphemes(self.before)[:-1])
        else:
            self.after = "".join(graphemes(self.after)[1:])
