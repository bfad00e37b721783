"""What stands round the words of every prompt: header, progress, notice and footer.

Pure, like layout. Their order and their places are always the same.
"""

from dataclasses import dataclass, replace

from rich.cells import cell_len

from facilitator.domain.keys import SHOWN_KEYS, KeyCommand
from facilitator.domain.prompt import Notice, Progress, Prompt, Tone
from facilitator.frontends.tui.ink import Ink, Line, Span, Spot, free_line, padded
from facilitator.frontends.tui.view import Block
from facilitator.frontends.tui.wrap import wrapped
from facilitator.wording.keys import LABELS, SHORT_LABELS

SMALLEST = (40, 12)
"""Columns and rows under which only the words "make this window bigger" are shown (A5)."""

_NARROW = 60
_ROOMY = 18
_TONES = {Tone.SAVED: Ink.SAVED, Tone.CARE: Ink.CARE, Tone.CALM: Ink.CALM}


@dataclass(frozen=True, slots=True)
class Size:
    """The window, in columns and rows of cells."""

    columns: int
    rows: int

    @property
    def is_narrow(self) -> bool:
        """Whether short words and no margins are used."""
        return self.columns < _NARROW

    @property
    def is_roomy(self) -> bool:
        """Whether there are free rows between things, and the progress row."""
        return self.rows >= _ROOMY

    @property
    def high(self) -> int:
        """How many rows a target has at least, so that a finger can hit it (A4).

        44 dots or more where the window fills a screen of 1080.
        """
        return 1 + sum(self.rows > limit for limit in (30, 45))

    @property
    def is_too_small(self) -> bool:
        """Whether nothing but the words about it can be shown."""
        return self.columns < SMALLEST[0] or self.rows < SMALLEST[1]


@dataclass(frozen=True, slots=True)
class Glyphs:
    """The signs of the progress row; "=" and "-" where a terminal may draw no lines."""

    done: str = "━"
    ahead: str = "─"


PLAIN_GLYPHS = Glyphs("=", "-")


def header_of(prompt: Prompt, size: Size) -> tuple[Line, ...]:
    """Return the first row: where we are, and whose turn. More rows only for very long names."""
    indent = " " * (1 if size.is_narrow else 2)
    room = size.columns - 2 * len(indent)
    parts = (prompt.session, prompt.where, prompt.title)
    whole, both = (
        "   ".join(dict.fromkeys(part for part in some if part)) for some in (parts, parts[1:])
    )
    short = prompt.where or prompt.title
    ways = [(short, prompt.turn_short)]
    if not size.is_narrow:
        ways = [(whole, prompt.turn), (both, prompt.turn), (short, prompt.turn), *ways]
    for left, right in ways:
        if cell_len(left) + cell_len(right) + 2 <= room or (not right and cell_len(left) <= room):
            gap = " " * (room - cell_len(left) - cell_len(right))
            spans = (Span(indent + left + gap, Ink.PANEL), Span(right, Ink.TURN))
            return (Line((*spans, Span(indent, Ink.PANEL))),)
    long = [(one, Ink.PANEL) for one in wrapped(short, room)]
    long += [(one, Ink.TURN) for one in wrapped(prompt.turn_short, room) if one]
    return tuple(
        Line((Span(indent, Ink.PANEL), Span(padded(one, room) + indent, ink)))
        for one, ink in long[: max(1, size.rows // 4)]
    )


def progress_of(progress: Progress, size: Size, glyphs: Glyphs) -> Line:
    """Return the segments: the steps done are heavy, those ahead are light."""
    indent = Span(" " * (1 if size.is_narrow else 2), Ink.GROUND)
    room = size.columns - 2 * len(indent.text)
    of = max(1, min(progress.of, (room + 1) // 2))
    done = progress.done * of // max(1, progress.of)
    spans = [indent]
    for at in range(of):
        start, end = at * (room + 1) // of, (at + 1) * (room + 1) // of - 1
        ink, glyph = (Ink.DONE, glyphs.done) if at < done else (Ink.AHEAD, glyphs.ahead)
        spans.append(Span(glyph * (end - start), ink))
        if at < of - 1:
            spans.append(Span(" ", Ink.GROUND))
    return Line((*spans, indent))


def notice_of(notice: Notice | None, size: Size) -> tuple[tuple[Line, ...], list[Block]]:
    """Return the rows of the notice, or, when it is long, a block among the words."""
    indent = " " * (1 if size.is_narrow else 2)
    if notice is None or not notice.words:
        return ((free_line(size.columns),) if size.is_roomy else ()), []
    ink = _TONES[notice.tone]
    said = wrapped(notice.words, size.columns - 2 * len(indent))
    if len(said) > max(1, size.rows // 4):
        return (), [Block(notice.words, ink)]
    return tuple(Line((Span(padded(indent + one, size.columns), ink),)) for one in said), []


def in_place_of(head: tuple[Line, ...], notice: Notice, size: Size) -> tuple[Line, ...] | None:
    """Return the first rows with this notice on them instead; None where it has no room there."""
    lines, among_words = notice_of(notice, size)
    if among_words or len(lines) > len(head):
        return None
    return (*head[: len(head) - len(lines)], *lines)


def with_standing(notice: tuple[Line, ...], said: str, size: Size) -> tuple[Line, ...]:
    """Return the rows of the notice with words that stay on every view, if there are any.

    In a low window they stand on one row where they fit.
    """
    if not said:
        return notice
    indent = " " * (1 if size.is_narrow else 2)
    first = notice[0] if len(notice) == 1 and not size.is_roomy else None
    before = first.text.rstrip() if first else ""
    beside = indent * 2 + said
    room = size.columns - cell_len(before)
    if first and cell_len(beside) <= room:
        return (Line((Span(before, first.spans[0].ink), Span(padded(beside, room), Ink.MUTED))),)
    lines = wrapped(said, size.columns - 2 * len(indent))
    stays = [Line((Span(padded(indent + one, size.columns), Ink.MUTED),)) for one in lines]
    return (*notice, *stays)


def footer_of(prompt: Prompt, size: Size) -> tuple[Line, ...]:
    """Return the last rows, always in the same places; a command that does nothing is left out.

    The free column before each command belongs to it, for the focus mark.
    """
    lead = 0 if size.is_narrow else 1
    spans, spots, at = [Span(" " * lead, Ink.PANEL)] if lead else [], [], lead
    for row in SHOWN_KEYS:
        label = SHORT_LABELS[row.command] if size.is_narrow else LABELS[row.command]
        gap, after = ("", "") if size.is_narrow else (" ", "   ")
        after = "" if row is SHOWN_KEYS[-1] else after
        wide = 1 + cell_len(row.keypad[0] + gap + label)
        if row.command is KeyCommand.HELP or row.command in prompt.commands:
            spots.append(Spot(at, at + wide, row.command, at))
            spans += [Span(" ", Ink.PANEL), Span(row.keypad[0], Ink.KEY)]
            spans += [Span(gap + label, Ink.PANEL), *([Span(after, Ink.PANEL)] if after else [])]
        else:
            spans.append(Span(" " * wide + after, Ink.PANEL))
        at += wide + len(after)
    spans.append(Span(" " * max(0, size.columns - at), Ink.PANEL))
    further = Line(
        (Span(" " * size.columns, Ink.PANEL),), tuple(replace(one, mark_at=-1) for one in spots)
    )
    above = (size.high - 1) // 2
    below = size.high - 1 - above
    return (*(further,) * above, Line(tuple(spans), tuple(spots)), *(further,) * below)
