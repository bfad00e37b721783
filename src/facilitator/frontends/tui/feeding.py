"""From what a terminal sends to keys and clicks, whatever it sends (S13, S14, S20).

Textual's own reader stops for good at a key with a number that is no letter, waits for
ever for the end of a paste that has none, believes a size that somebody typed, and takes
a pasted book letter by letter. What is pasted is collected here in whole pieces, up to a
bound; so is what comes far faster than fingers, from a scanner or from a terminal that
does not mark a paste.
"""

import re
from collections.abc import Generator, Iterable, Iterator

from textual import events, messages
from textual._xterm_parser import XTermParser
from textual.message import Message

from facilitator.domain.unasked import SHORT
from facilitator.frontends.tui.unasked import Unasked, begun_in

PASTE_BEGINS, PASTE_ENDS = "\x1b[200~", "\x1b[201~"
LONGEST_PASTE = 100_000
"""Letters that are kept of a paste; nothing here takes as many, the rest is left out."""

AT_ONCE = 100
"""Letters in one piece that no fingers type: they are taken as a paste, line ends too."""

QUIET_TICKS = 5
"""Looks without anything new, after which a paste without an end is over."""

_QUIET_LETTERS = 1
"""The same for letters without a paste's begin: what follows a pause is keys again."""

_LONGEST_SEQUENCE = 40
"""Letters after an Escape that Textual's reader may still take as part of one key."""

_SEQUENCE = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|O[ -~]|[^\[O\x1b])")
"""A key or an answer of the terminal that is whole."""

_SHORT_LAST = re.compile(rf"{SHORT.pattern}\Z")
_LETTERS = re.compile(rf"[^\x1b]{{{AT_ONCE},}}")
_NOT_FROM_KEYS = (events.Resize, messages.InBandWindowResize)
"""How large the window is, the system says."""


class Together(events.Paste):
    """Printing keys that waited together: `text` is all of them, in their order."""


class _Collected:
    """The letters of one paste, as many as are kept."""

    def __init__(self, ends: str) -> None:
        """Begin one that is over at `ends`, or after a pause."""
        self.ends = ends
        self._pieces: list[str] = []
        self._room = LONGEST_PASTE
        self._held = ""  # perhaps the beginning of its end

    def add(self, text: str) -> str | None:
        """Add a piece; return what stands behind the end, or None when there is no end yet."""
        joined = self._held + text
        at = joined.find(self.ends)
        if at >= 0:
            self._held = ""
            self._keep(joined[:at])
            return joined[at + len(self.ends) :]
        starts = range(max(0, len(joined) - len(self.ends) + 1), len(joined))
        cut = next((one for one in starts if self.ends.startswith(joined[one:])), len(joined))
        self._keep(joined[:cut])
        self._held = joined[cut:]
        return None

    @property
    def event(self) -> events.Paste:
        """All that was kept."""
        return events.Paste("".join(self._pieces).replace("\x00", ""))

    def _keep(self, text: str) -> None:
        kept = text[: self._room]
        if kept:
            self._pieces.append(kept)
            self._room -= len(kept)


class Feeding:
    """Reads what comes, and is never stopped by it."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._parser = XTermParser()
        self._tail = ""  # what the parser saw last
        self._paste: _Collected | None = None
        self._unasked: Unasked | None = None
        self._quiet = 0

    @property
    def is_collecting(self) -> bool:
        """Whether a paste or an answer goes on: nothing of it waits anywhere else."""
        return self._paste is not None or self._unasked is not None

    def feed(self, text: str) -> Iterator[Message]:
        """Yield what this text means. Text that means nothing is left out."""
        self._quiet = 0
        while text:  # an empty one would end the parser
            if self._unasked is not None:
                text = yield from self._answered(self._unasked, text)
                continue
            if self._paste is None:
                text = yield from self._keys(text)
                continue
            is_marked = self._paste.ends == PASTE_ENDS
            rest = self._paste.add(text)
            if rest is None:
                return
            yield from self._end_paste()
            # An Escape ends letters that nobody marked as a paste; it is a key itself.
            text = rest if is_marked else f"\x1b{rest}"

    def tick(self) -> Iterator[Message]:
        """Yield what is due by now: a lone Escape, a paste that never ended."""
        try:
            yield from (one for one in self._parser.tick() if not isinstance(one, _NOT_FROM_KEYS))
        except Exception:  # noqa: BLE001  see _fed
            self._parser = XTermParser()
        self._quiet += 1
        if self._quiet > _QUIET_LETTERS:
            self._tail = ""  # no key takes so long
        if self._unasked is not None and self._quiet > QUIET_TICKS:
            held, self._unasked = self._unasked.held, None
            yield from self._one_by_one(held)
        if self._paste is not None:
            most = QUIET_TICKS if self._paste.ends == PASTE_ENDS else _QUIET_LETTERS
            if self._quiet > most:
                yield from self._end_paste()

    def _keys(self, text: str) -> Generator[Message, None, str]:
        """Yield the keys of a text up to where a paste begins; return what follows there."""
        letters = _LETTERS.search(text)
        begins = (self._tail + text).find(PASTE_BEGINS)
        marked = begins - len(self._tail) + len(PASTE_BEGINS)  # where the first pasted letter is
        answer = begun_in(self._tail + text, len(self._tail))
        start = answer.start - len(self._tail) if answer else len(text)
        is_first = letters is None or start < letters.start()
        if answer and is_first and not 0 <= begins < answer.start:
            yield from self._one_by_one(text[: max(0, start)])
            if start < 0:
                self._parser = XTermParser()  # it holds the first letters of the answer
            self._unasked, end = Unasked(answer), answer.end - len(self._tail)
            self._tail = ""
            return text[end:]
        # Letters that begin with the rest of the mark are pasted, and so are those after it.
        if begins >= 0 and (letters is None or letters.start() >= marked - len(PASTE_BEGINS)):
            yield from self._one_by_one(text[:marked])
            self._paste, self._tail = _Collected(PASTE_ENDS), ""
            return text[marked:]
        if letters is None:
            yield from self._one_by_one(text)
            return ""
        start = self._after_key(text, letters.start())
        yield from self._one_by_one(text[:start])
        self._paste, self._tail = _Collected("\x1b"), ""
        return text[start:]

    def _answered(self, unasked: Unasked, text: str) -> Generator[Message, None, str]:
        """Leave out an answer of the terminal; return what follows it."""
        rest = unasked.rest(text)
        if rest is None:
            return ""
        self._unasked = None
        for one in unasked.left:
            yield from self._fed(one)
        return rest

    def _after_key(self, text: str, start: int) -> int:
        """Return where letters begin that belong to no key before them, from `start` on."""
        seen = self._tail + text
        escape = seen.rfind("\x1b", 0, len(self._tail) + start)
        if escape < 0:
            return start
        key = _SEQUENCE.match(seen, escape)
        end = key.end() if key else escape + _LONGEST_SEQUENCE
        return max(start, end - len(self._tail))

    def _one_by_one(self, text: str) -> Iterator[Message]:
        """Feed letter by letter, so that a sign that breaks the parser takes nothing with it."""
        for one in text:
            self._tail = (self._tail + one)[-_LONGEST_SEQUENCE:]
            if one in "cnt" and (answer := _SHORT_LAST.search(self._tail)):
                self._parser, self._tail = XTermParser(), self._tail[: answer.start()]
            else:
                yield from self._fed(one)

    def _fed(self, text: str) -> Iterator[Message]:
        try:
            yield from (
                one for one in self._parser.feed(text) if not isinstance(one, _NOT_FROM_KEYS)
            )
        except Exception:  # noqa: BLE001  no sign that somebody sends may stop the keys
            self._parser, self._tail = XTermParser(), ""

    def _end_paste(self) -> Iterator[Message]:
        paste, self._paste, self._tail = self._paste, None, ""
        if paste is None:
            return
        if paste.ends == PASTE_ENDS:  # the parser saw where it begins, and holds nothing of it
            yield from (one for one in self._fed(PASTE_ENDS) if not isinstance(one, events.Paste))
        yield paste.event


def together(came: Iterable[Message]) -> Iterator[Message]:
    """Yield the same messages, printing keys that stand beside each other as one (S20)."""
    waiting: list[events.Key] = []
    for one in came:
        if isinstance(one, events.Key) and one.is_printable:
            waiting.append(one)
            continue
        yield from _joined(waiting)
        waiting = []
        yield one
    yield from _joined(waiting)


def _joined(keys: list[events.Key]) -> Iterator[Message]:
    if len(keys) > 1:
        yield Together("".join(one.character or "" for one in keys))
    else:
        yield from keys
