"""From what a terminal sends to keys and clicks, whatever it sends (S13, S14).

Textual's own reader stops for good at a key with a number that is no letter, waits for
ever for the end of a paste that has none, and believes a size that somebody typed.
"""

from collections.abc import Iterator

from textual import events, messages
from textual._xterm_parser import XTermParser
from textual.message import Message

PASTE_BEGINS, PASTE_ENDS = "\x1b[200~", "\x1b[201~"
LONGEST_PASTE = 100_000
"""Letters; nothing here takes as many."""

QUIET_TICKS = 5
"""Looks without anything new, after which a paste without an end is over."""

_NOT_FROM_KEYS = (events.Resize, messages.InBandWindowResize)
"""How large the window is, the system says."""


class Feeding:
    """Reads what comes, and is never stopped by it."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._parser = XTermParser()
        self._tail = ""
        self._pasted = -1  # letters since a paste began; -1 outside one
        self._quiet = 0

    def feed(self, text: str) -> Iterator[Message]:
        """Yield what this text means. Text that means nothing is left out."""
        if not text:  # it would end the parser
            return
        self._quiet = 0
        self._look_for_paste(text)
        # One by one, so that a sign that breaks the parser takes nothing else with it.
        for one in text:
            yield from self._fed(one)
        if self._pasted > LONGEST_PASTE:
            yield from self._end_paste()

    def tick(self) -> Iterator[Message]:
        """Yield what is due by now: a lone Escape, a paste that never ended."""
        try:
            yield from (one for one in self._parser.tick() if not isinstance(one, _NOT_FROM_KEYS))
        except Exception:  # noqa: BLE001  see _fed
            self._parser = XTermParser()
        self._quiet += 1
        if self._pasted >= 0 and self._quiet > QUIET_TICKS:
            yield from self._end_paste()

    def _fed(self, text: str) -> Iterator[Message]:
        try:
            yield from (
                one for one in self._parser.feed(text) if not isinstance(one, _NOT_FROM_KEYS)
            )
        except Exception:  # noqa: BLE001  no sign that somebody sends may stop the keys
            self._parser, self._pasted, self._tail = XTermParser(), -1, ""

    def _look_for_paste(self, text: str) -> None:
        seen = self._tail + text
        begun, ended = seen.rfind(PASTE_BEGINS), seen.rfind(PASTE_ENDS)
        if begun > ended:
            self._pasted = len(seen) - begun
        elif ended >= 0:
            self._pasted = -1
        elif self._pasted >= 0:
            self._pasted += len(text)
        self._tail = seen[1 - len(PASTE_BEGINS) :]

    def _end_paste(self) -> Iterator[Message]:
        self._pasted, self._tail = -1, ""
        yield from self._fed(PASTE_ENDS)
