"""What a meeting made, under headings: the page that people remember (M2)."""

from collections.abc import Iterable
from dataclasses import dataclass

from facilitator.domain.prompt import Heading
from facilitator.wording.close import HEADINGS


@dataclass(frozen=True, slots=True)
class Made:
    """One line of what the group made, and which of `wording.close.HEADINGS` it stands under."""

    heading: str
    line: str


def under(heading: str, lines: Iterable[str]) -> tuple[Made, ...]:
    """Return these lines under one heading."""
    return tuple(Made(heading, line) for line in lines)


def paragraphs_of(made: Iterable[Made]) -> tuple[str, ...]:
    """Return each heading that has lines, and its lines, each once, in the order of the page."""
    found: dict[str, dict[str, None]] = {}
    for one in made:
        found.setdefault(one.heading, {})[one.line] = None
    shown = (heading for heading in HEADINGS if heading in found)
    return tuple(
        paragraph for heading in shown for paragraph in (Heading(heading), *found[heading])
    )
