"""Lines out: append-only, wrapped by words, no escape code, no drawing (A1)."""

import unicodedata
from collections.abc import Iterable
from textwrap import wrap
from typing import TextIO

NARROWEST = 20


def safe(text: str) -> str:
    """Return a line without control characters and lone surrogates, whatever it came from (S14)."""
    return "".join(one for one in text if unicodedata.category(one) not in ("Cc", "Cs"))


class Writer:
    """Writes lines of at most `columns` cells, and prompts that stand last on their line."""

    def __init__(self, out: TextIO, columns: int) -> None:
        """Write to `out`."""
        self._out, self._columns = out, max(NARROWEST, columns)

    def line(self, text: str, *, indent: int = 0) -> None:
        """Write a paragraph, wrapped by words; further lines are indented by some columns."""
        room = self._columns
        for row in wrap(safe(text), room, subsequent_indent=" " * indent) or [""]:
            self._write(row.rstrip() + "\n")

    def whole(self, text: str) -> None:
        """Write a line that is never wrapped: a phone number or an address (A1)."""
        self._write(safe(text) + "\n")

    def lines(self, texts: Iterable[str]) -> None:
        """Write some paragraphs."""
        for text in texts:
            self.line(text)

    def gap(self) -> None:
        """Write a free line between prompts."""
        self._write("\n")

    def ask(self, text: str) -> None:
        """Write what is asked, last on its line, and let it be seen at once."""
        self._write(safe(text))
        self._out.flush()

    def end_line(self) -> None:
        """End the line of a prompt that was not answered."""
        self._write("\n")
        self._out.flush()

    def _write(self, text: str) -> None:
        encoding = getattr(self._out, "encoding", None) or "utf-8"
        self._out.write(text.encode(encoding, "replace").decode(encoding))
