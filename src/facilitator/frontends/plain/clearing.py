"""Whether what one person typed may go from the window before the next one sits down (A1, S11)."""

from facilitator.domain.prompt import Acknowledge, Prompt, WriteText
from facilitator.wording import plain as words

_SHOWN = "@shown"
"""Stands for whoever asked for their own words, and has seen them (S8)."""


class Clearing:
    """Remembers whose private words stand in the window."""

    def __init__(self, *, is_possible: bool) -> None:
        """Begin with a window that holds nobody's; a pipe has no window."""
        self._is_possible = is_possible
        self._whose = ""
        self.is_asked = False

    def given(self, prompt: Prompt) -> None:
        """Remember that something private was answered here."""
        if prompt.is_private and prompt.giver:
            self._whose = prompt.giver
        elif prompt.own_words and prompt.progress is None:
            self._whose = _SHOWN

    def comes_before(self, prompt: Prompt) -> bool:
        """Return whether to ask now, before this prompt: it is for somebody else, or a cover.

        Help and the menu, which have no progress, are for whoever has the turn.
        """
        is_in_meeting = prompt.progress is not None or self._whose == _SHOWN
        is_others = is_in_meeting and self._whose not in ("", prompt.giver)
        is_covered = prompt.is_cover and isinstance(prompt.input, Acknowledge | WriteText)
        if not self._is_possible or not (is_others or is_covered):
            return False
        self._whose = self._whose if is_covered else ""
        self.is_asked = True
        return True

    def is_yes(self, line: str) -> bool | None:
        """Return what a line means; None when it means neither. Enter alone leaves it."""
        plain = line.strip().casefold()
        if plain in ("2", *words.YES_WORDS):
            return True
        return False if plain in ("", "1", *words.NO_WORDS) else None

    def answered(self) -> None:
        """Go on."""
        self.is_asked = False
