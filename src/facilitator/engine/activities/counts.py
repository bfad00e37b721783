"""Sums of a choice: how many each has, the tally as it is kept, which have the most (C7)."""

from collections.abc import Iterable, Sequence

from facilitator.domain.meeting import AnswerValue
from facilitator.domain.prompt import Choice
from facilitator.wording import votes as words

TALLY = "tally"
LONGEST = 6
"""Digits of a count; a longer one in a damaged file is none."""


def dots_for(options: int) -> int:
    """Return how many each of us has: about a third of the options, 1 at least."""
    return max(1, round(options / 3))


def tally_lines(options: Sequence[Choice], counts: Iterable[int]) -> tuple[str, ...]:
    """Return the tally as it is kept and shown, one line an option."""
    pairs = zip(options, counts, strict=True)
    return tuple(words.COUNTED.format(label=one.label, number=count) for one, count in pairs)


def counts_of(tally: AnswerValue | None, options: Sequence[Choice]) -> tuple[int, ...]:
    """Return the counts of a tally, one an option; nothing where there is none."""
    lines = tally if isinstance(tally, tuple) else ()
    found = [line.rpartition(": ")[2] for line in lines[: len(options)]]
    counts = [int(one) if one.isdecimal() and len(one) <= LONGEST else 0 for one in found]
    return (*counts, *(0 for _ in range(len(options) - len(counts))))


def leaders(options: Sequence[Choice], counts: Sequence[int]) -> tuple[Choice, ...]:
    """Return the option that has the most, all of them where several have; none for nothing."""
    most = max(counts, default=0)
    pairs = zip(options, counts, strict=True)
    return tuple(one for one, count in pairs if most and count == most)
