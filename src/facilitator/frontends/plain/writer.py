"""Lines out: append-only, wrapped by words, no escape code, no drawing (A1).

What belongs to one prompt is written at once, so that a slow line, a screen reader and
a braille display get it whole.
"""

from typing import TextIO

from facilitator.domain.text import safe
from facilitator.frontends.plain.letters import fitting
from facilitator.frontends.plain.output import written
from facilitator.frontends.plain.window import Window
from facilitator.frontends.plain.wrapping import thoughts, wrapped

NARROWEST = 20
"""Cells, the shortest braille line that is used."""


class Writer:
    """Writes rows that fit the window, and prompts that stand last on their line."""

    def __init__(self, out: TextIO, window: Window) -> None:
        """Write to `out`, which is this window."""
        self._out, self._window = out, window
        self._encoding = window.encoding or getattr(out, "encoding", None) or "utf-8"
        self._waiting: list[str] = []

    @property
    def can_clear(self) -> bool:
        """Whether what was typed stays in a window that can be cleared."""
        return bool(self._window.clearing)

    def clear(self) -> None:
        """Clear the window, which somebody has said yes to."""
        self._waiting.append(self._window.clearing)

    def line(self, text: str, *, indent: int = 0) -> None:
        """Write one thought, wrapped by words; further rows are indented by some cells."""
        for row in self._rows(text, indent):
            self._waiting.append(f"{row}\n")

    def told(self, *paragraphs: str) -> None:
        """Write paragraphs, each sentence on a line of its own."""
        for paragraph in paragraphs:
            for one in thoughts(safe(paragraph)):
                self.line(one)

    def whole(self, text: str) -> None:
        """Write a line that is never wrapped: a phone number or an address (A1)."""
        self._waiting.append(f"{self._known(text)}\n")

    def gap(self) -> None:
        """Write a free line between prompts."""
        self._waiting.append("\n")

    def ask(self, text: str) -> None:
        """Write what is asked, last on its line, and let all of it be seen at once."""
        self._waiting.append("\n".join(self._rows(text.rstrip(), 0)) + " ")
        self.send()

    def end_line(self) -> None:
        """End the line of a prompt whose answer did not end it."""
        self._waiting.append("\n")

    def send(self) -> None:
        """Let everything be seen. Raises NotWritten."""
        text = "".join(self._waiting)
        self._waiting.clear()
        with written():
            self._out.write(text)
            self._out.flush()

    def _rows(self, text: str, indent: int) -> tuple[str, ...]:
        return wrapped(self._known(text), max(NARROWEST, self._window.columns()), indent=indent)

    def _known(self, text: str) -> str:
        return fitting(safe(text), self._encoding)
