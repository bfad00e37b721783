"""The group's report for itself: all that it made together, in lines (T6).

It holds what the group saw, and counts; no name beside any of it, no private word (C3).
"""

from dataclasses import dataclass
from datetime import date

from facilitator.domain.records import Agreement, ClosedMeeting
from facilitator.domain.things import Things
from facilitator.engine import telling
from facilitator.engine.own_shapes import safe_cell
from facilitator.engine.slip import as_paper, slip_of
from facilitator.wording import history as words
from facilitator.wording import slip

ENDS = {"text": "txt", "csv": "csv", "paper": "paper.txt"}
"""The shapes of a report, and how the name of its file ends."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """One part of the report: what it is about, and its lines."""

    title: str
    lines: tuple[str, ...]


def chapters_of(
    things: Things, agreement: Agreement, meetings: tuple[ClosedMeeting, ...]
) -> tuple[Chapter, ...]:
    """Return the parts that have anything in them; `meetings` are the newest first."""
    ours = sorted({one.words for one in things.strengths}, key=str.casefold)
    counts = (
        Chapter(title, telling.count_lines(things.tallies, about))
        for about, (title, _, _) in telling.ABOUT.items()
    )
    made = (
        Chapter(words.WHAT_WE_DID, tuple(telling.did(one) for one in meetings)),
        Chapter(words.AGREED, (*agreement.asks, *agreement.gives)),
        Chapter(words.KEEP_CHANGE, _keep_and_change(meetings)),
        Chapter(words.GOOD_AT, tuple(ours)),
        *counts,
        Chapter(words.LEARNT, telling.learnt(things)),
        Chapter(words.YOU_SAID, telling.changes(things)),
    )
    return tuple(one for one in made if one.lines)


def _keep_and_change(meetings: tuple[ClosedMeeting, ...]) -> tuple[str, ...]:
    lines: list[str] = []
    for closed in meetings:
        made = slip_of(closed)
        lines += [slip.STAY.format(line=line) for line in made.keep]
        lines += [slip.CHANGE.format(line=line) for line in made.change]
    return tuple(lines)


def lines_of(chapters: tuple[Chapter, ...]) -> tuple[str, ...]:
    """Return a report as it is shown on a screen, one paragraph a line."""
    return tuple(line for one in chapters for line in (f"{one.title}.", *one.lines))


def written_as(shape: str, today: date, chapters: tuple[Chapter, ...]) -> tuple[str, str]:
    """Return the name of the file, a day alone, and all that it holds (S10)."""
    return f"report-{today.isoformat()}.{ENDS[shape]}", body_as(shape, chapters)


def body_as(shape: str, chapters: tuple[Chapter, ...]) -> str:
    """Return a report in one of the shapes, a line end after the last line."""
    if shape == "csv":
        import csv  # noqa: PLC0415  a start writes no file (P1)
        import io  # noqa: PLC0415

        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(words.REPORT_HEADS)
        writer.writerows(
            (safe_cell(one.title), safe_cell(line)) for one in chapters for line in one.lines
        )
        return out.getvalue()
    lines = lines_of(chapters)
    return as_paper(lines) if shape == "paper" else "".join(f"{line}\n" for line in lines)
