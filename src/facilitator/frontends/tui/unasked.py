"""Takes what a terminal answers unasked out of the keys, however long and in what pieces (S20).

Textual's own reader knows some of it and hands on the rest, letter by letter, as keys.
"""

import re
from dataclasses import dataclass

from facilitator.domain.unasked import ASIDE_BEGINS, LONG_BEGINS

_LONG_ENDS = re.compile(r"\x07|\x1b")
_ASIDE_ENDS = re.compile(r"[@-~]|\x1b")
_LONGEST_ASIDE = 100
"""Letters; Textual asks about a mode and gets fewer."""


@dataclass(frozen=True, slots=True)
class Begun:
    """Where an answer begins in a text, where its mark ends, and what is said there."""

    start: int
    end: int
    mark: str

    @property
    def is_long(self) -> bool:
        """Whether it goes on to a bell or to ESC and a backslash."""
        return LONG_BEGINS.fullmatch(self.mark) is not None


def begun_in(seen: str, known: int) -> Begun | None:
    """Return the first answer that begins in `seen`, its mark ending behind the `known` part."""
    found = [
        Begun(one.start(), one.end(), one[0])
        for pattern in (LONG_BEGINS, ASIDE_BEGINS)
        for one in pattern.finditer(seen)
        if one.end() > known
    ]
    return min(found, key=lambda one: one.start, default=None)


class Unasked:
    """One answer that is being read. Nothing of it is kept but what Textual itself asked for."""

    def __init__(self, begun: Begun) -> None:
        """Begin behind its mark."""
        self._is_long = begun.is_long
        self._text = begun.mark
        self._is_held = False  # an Escape is there: perhaps the first half of the end

    def rest(self, text: str) -> str | None:
        """Take its letters; return what stands behind its end, or None when it goes on."""
        if self._is_held:
            return text[1:] if text.startswith("\\") else f"\x1b{text}"
        found = (_LONG_ENDS if self._is_long else _ASIDE_ENDS).search(text)
        if found is None:
            self._keep(text)
            return None
        if found[0] != "\x1b":
            self._keep(text[: found.end()])
            return text[found.end() :]
        if not self._is_long:
            return text[found.start() :]
        behind = text[found.end() :]
        self._is_held = True
        return self.rest(behind) if behind else None

    @property
    def left(self) -> str:
        """What is for Textual's reader: the answer about a mode, or a lone Escape."""
        is_mode = not self._is_long and self._text.endswith("$y")
        return self._text if is_mode else ""

    @property
    def held(self) -> str:
        """The Escape that waits for its second half; it was a key if none comes."""
        return "\x1b" if self._is_held else ""

    def _keep(self, text: str) -> None:
        if not self._is_long:
            self._text = (self._text + text)[:_LONGEST_ASIDE]
