"""Plain mode run over lines, and what a screen reader or a braille line would stumble on."""

import io
import random
import unicodedata
from collections.abc import Iterator

from facilitator.frontends.plain.loop import PlainLoop
from facilitator.frontends.plain.reader import Reader
from facilitator.frontends.plain.window import Window
from facilitator.frontends.plain.wrapping import cells
from facilitator.frontends.plain.writer import Writer
from tests.scenario import Scenario

ASKING = ": "


class Kept(io.StringIO):
    """An output that remembers every write apart."""

    def __init__(self) -> None:
        """Begin with none."""
        super().__init__()
        self.writes: list[str] = []

    def write(self, text: str, /) -> int:
        """Remember it."""
        self.writes.append(text)
        return super().write(text)


class Typing(io.StringIO):
    """An input that says it is a terminal."""

    def isatty(self) -> bool:
        """Say so."""
        return True


class Hand:
    """A clock that stands until the test moves it, in seconds."""

    def __init__(self, *gaps: float) -> None:
        """Let these gaps lie before each line, one after the other."""
        self.time, self._gaps = 100.0, iter(gaps)

    def __call__(self) -> float:
        """Return the time of the next line."""
        self.time += next(self._gaps, 10.0)
        return self.time


def heard(
    group: Scenario, *lines: str, columns: int = 80, typing: bool = False, hand: Hand | None = None
) -> Kept:
    """Return everything that plain mode writes for these lines."""
    out, text = Kept(), "".join(f"{line}\n" for line in lines)
    window = Window(columns=lambda: columns, clearing="<cleared>" if typing else "")
    reader = Reader(Typing(text) if typing else io.StringIO(text))
    loop = PlainLoop(group.runner, reader, Writer(out, window), now=hand or Hand())
    assert loop.run("Plain lines.") == 0
    return out


def prompts(written: Kept) -> list[list[str]]:
    """Return the rows of each prompt, free ones left out."""
    return [[row for row in one.split("\n") if row.strip()] for one in written.writes]


def faults(written: str, columns: int) -> Iterator[str]:
    """Yield what a line may not hold, or how it may not look (A1)."""
    before = ""
    for row in written.split("\n"):
        for one in row:
            if unicodedata.category(one) in ("Cc", "Cs", "Zl", "Zp"):
                yield f"a control sign {one!r} in {row!r}"
            if 0x2500 <= ord(one) <= 0x259F or 0x2800 <= ord(one) <= 0x28FF:
                yield f"a drawing {one!r} in {row!r}"
        if cells(row) > columns and "://" not in row:
            yield f"{cells(row)} cells: {row!r}"
        if row != row.rstrip() and not row.endswith(ASKING):
            yield f"a free cell at the end of {row!r}"
        if row.strip() and row == before:
            yield f"twice in a row: {row!r}"
        before = row


LONG = "".join(chr(ord("a") + at % 26) + str(at) for at in range(40))
WIDE = " ".join(f"wide \u6771\u4eac {at}" for at in range(9))
WORDS = (
    "1", "1", "1", "1", "2", "3", "4", "5", "6", "7", "0", "1 2", "1 0", "", "help", "back", "pass",
    "menu", "again", "access", "easy", "*", "/", "-", "+", ".", "a walk by the river", "ten", "7/10",
    "'help'", LONG, WIDE, "call 0800 83 85 87 now", "speak", "all", "louder",
)  # fmt: skip
"""Lines that somebody might type anywhere."""


def wandering(seed: int, count: int) -> list[str]:
    """Return lines for a walk through the rooms that is the same each time."""
    chance = random.Random(seed)
    return [chance.choice(WORDS) for _ in range(count)]
