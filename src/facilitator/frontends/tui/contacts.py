"""Numbers to call as rows: the number large in one column, who it is in the next (S16).

Pure, like layout. A number is never broken: its column is as wide as the longest. Where the
few words about each have no room beside, they may come after the choices.
"""

from collections.abc import Sequence
from itertools import zip_longest

from rich.cells import cell_len

from facilitator.domain.prompt import Contact
from facilitator.frontends.tui.frame import Size
from facilitator.frontends.tui.ink import Ink, Line, Span, padded
from facilitator.frontends.tui.view import Block
from facilitator.frontends.tui.wrap import wrapped
from facilitator.wording import full_screen as words

_GAP = 2
_LEAST_WORDS = 24
"""Columns for the few words: with fewer they do not stand beside."""


def contact_blocks(contacts: Sequence[Contact], size: Size) -> list[Block]:
    """Return a block a contact, then, where they have no room beside it, the words of each."""
    indent = 1 if size.is_narrow else 2
    number = max((cell_len(one.number) for one in contacts), default=0) + _GAP
    room = size.columns - 2 * indent - number
    who = min(room, max((cell_len(one.who) for one in contacts), default=0) + _GAP)
    beside = room - who if size.is_roomy and room - who >= _LEAST_WORDS else 0
    who = who if beside else room
    blocks = [Block("", drawn=_drawn(one, (indent, number, who, beside), size)) for one in contacts]
    if not beside:
        said = [words.CONTACT.format(who=one.who, words=one.words) for one in contacts if one.words]
        blocks += [Block(one, Ink.MUTED, can_wait=True) for one in said]
    return blocks


def _drawn(contact: Contact, wide: tuple[int, int, int, int], size: Size) -> tuple[Line, ...]:
    indent, number, who, beside = wide
    texts = ((contact.number, number), (contact.who, who), (contact.words, beside))
    cells = [wrapped(text, column) if column else () for text, column in texts]
    lines = []
    for large, called, said in zip_longest(*cells, fillvalue=""):
        spans = (
            Span(" " * indent, Ink.GROUND),
            Span(padded(large, number), Ink.LARGE),
            Span(padded(called, who), Ink.TEXT),
            Span(padded(said, beside) + " " * indent, Ink.TEXT),
        )
        used = sum(cell_len(span.text) for span in spans)
        lines.append(Line((*spans, Span(" " * (size.columns - used), Ink.GROUND))))
    return tuple(lines)
