"""The tables of a session file as blocks of whole lines, each with the comments that are its own.

Comments straight above a table belong to it; what stands apart, with a free line around
it, belongs to nobody and stays where it is when a step goes or moves (C12).
"""

from collections.abc import Mapping
from dataclasses import dataclass

from facilitator.sessions.lines import key_spans

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Blocks:
    """A text in lines, and where its keys and tables stand, lines counted from 1."""

    lines: tuple[str, ...]
    spans: Mapping[str, Span]

    @classmethod
    def of(cls, source: str) -> "Blocks":
        """Take a text apart; its last line may lack its end."""
        ended = source if source.endswith("\n") or not source else source + "\n"
        lines = tuple(f"{line}\n" for line in ended.split("\n")[:-1])
        return cls(lines, key_spans(ended))

    @property
    def line_end(self) -> str:
        """How this file ends its lines."""
        return "\r\n" if self.lines and self.lines[0].endswith("\r\n") else "\n"

    def block(self, path: str) -> tuple[int, int] | None:
        """Return where a table begins and ends, comments of its own with it; from 0, end open."""
        if path not in self.spans:
            return None
        first = self._first(self.spans[path][0] - 1)
        inside = (end for key, (_, end) in self.spans.items() if self._is_in(key, path))
        last = max(inside)
        while last < len(self.lines) and self._is_comment(last):
            last += 1
        starts = (self._first(at - 1) for at in self._headers() if at > self.spans[path][0])
        after = [one for one in starts if one > first and one < last]
        own = self._header_lines(path)
        stop = min((one for one in after if one not in own), default=last)
        return first, stop

    def last_of(self, path: str) -> int:
        """Return the line after the last key that stands straight in a table; -1 where none is."""
        if path and path not in self.spans:
            return -1
        start = self.spans[path][0] if path else 0
        stop = min((at for at in self._headers() if at > start), default=len(self.lines) + 1)
        return max((end for first, end in self.spans.values() if start <= first < stop), default=0)

    def without(self, first: int, stop: int) -> str:
        """Return the text without these lines, and without a second free line where they stood."""
        rest = list(self.lines[stop:])
        before = self.lines[first - 1].strip() if first else ""
        while rest and not rest[0].strip() and not before:
            rest.pop(0)
        return "".join((*self.lines[:first], *rest))

    def with_block(self, at: int, block: tuple[str, ...]) -> str:
        """Return the text with a block before line `at`, one free line on either side of it."""
        before, after, end = self.lines[:at], self.lines[at:], self.line_end
        above = (end,) if before and before[-1].strip() else ()
        below = (end,) if after and after[0].strip() else ()
        return "".join((*before, *above, *block, *below, *after))

    def with_line(self, at: int, line: str) -> str:
        """Return the text with one more line before line `at`."""
        return "".join((*self.lines[:at], line + self.line_end, *self.lines[at:]))

    def _headers(self) -> tuple[int, ...]:
        return tuple(
            first
            for first, _ in self.spans.values()
            if self.lines[first - 1].lstrip().startswith("[")
        )

    def _header_lines(self, path: str) -> frozenset[int]:
        mine = (first for key, (first, _) in self.spans.items() if self._is_in(key, path))
        return frozenset(self._first(one - 1) for one in mine)

    def _first(self, at: int) -> int:
        """Return the first of the comment lines straight above line `at`, from 0."""
        while at > 0 and self._is_comment(at - 1):
            at -= 1
        return at

    def _is_comment(self, at: int) -> bool:
        return self.lines[at].lstrip().startswith("#")

    @staticmethod
    def _is_in(key: str, path: str) -> bool:
        return key == path or key.startswith(f"{path}.")
