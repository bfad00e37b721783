"""The evening slip: what somebody who accounts for the group may have, with its yes (C16)."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from textwrap import wrap

from facilitator.domain import events
from facilitator.domain.events import GROUP, Event
from facilitator.domain.meeting import CLOSE, Meeting
from facilitator.domain.prompt import Choice, ChooseOne
from facilitator.domain.records import ClosedMeeting
from facilitator.engine import flow
from facilitator.engine.activities.evaluated import CHANGES, KEEPS
from facilitator.engine.days import in_words
from facilitator.engine.names import may_hold_name, without_names
from facilitator.engine.scene import Part
from facilitator.wording import slip as words

NUMBERS = "numbers"
SHAPES = ("text", "csv", "paper", NUMBERS)
"""What a group can say yes to; the last one is a text without the group's lines."""

_ENDS = {"text": "txt", "csv": "csv", "paper": "paper.txt", NUMBERS: "txt"}
_LINES_OF = ("evaluation", "reflection")
_PAPER_COLUMNS = 60
_LONGEST = 12 * 60
"""Minutes: a meeting that was open for longer was set aside, and nobody sat there (M7)."""


@dataclass(frozen=True, slots=True)
class Slip:
    """All that a slip says. `minutes` is -1 where nobody knows; no name is in any line."""

    day: str
    session: str
    people: int
    minutes: int
    keep: tuple[str, ...] = ()
    change: tuple[str, ...] = ()


def slip_of(closed: ClosedMeeting, names: Iterable[str] = ()) -> Slip:
    """Return the slip of a meeting, `names` and those of its people taken out of the lines."""
    said = tuple(
        (one.part, str(one.value))
        for one in closed.answers
        # An older file does not tell of what kind an answer is.
        if not one.giver and not one.private and one.kind in (*_LINES_OF, "")
    )
    day = _day(closed.started_at, closed.offset)
    minutes = minutes_of(closed.started_at, closed.closed_at)
    known = (*closed.people, *names)
    return _made(Slip(day, closed.session_title, len(closed.people), minutes), said, known)


def slip_of_open(meeting: Meeting) -> Slip:
    """Return the slip of a meeting that is not over: nobody knows its minutes yet."""
    said = tuple(
        (place.part, str(given.value))
        for place, given in meeting.answers.items()
        if place.giver == GROUP and _is_of_the_group(meeting, place.step)
    )
    day = _day(meeting.started_at, meeting.offset)
    slip = Slip(day, meeting.session.title, len(meeting.people), -1)
    return _made(slip, said, tuple(one.name for one in meeting.people))


def _is_of_the_group(meeting: Meeting, step_id: str) -> bool:
    step = meeting.step(step_id)
    if step is None or step.kind not in _LINES_OF:
        return False
    return flow.kind_of(step).was_shown(meeting, step)


def _made(slip: Slip, said: Iterable[tuple[str, str]], names: tuple[str, ...]) -> Slip:
    lines = [(part, without_names(line, names)) for part, line in said]
    keep = tuple(line for part, line in lines if part in KEEPS)
    return replace(slip, keep=keep, change=tuple(line for part, line in lines if part in CHANGES))


def _day(started_at: str, offset: int) -> str:
    """The ISO date of the start, by the clock of the group; `offset` in minutes from UTC."""
    try:
        return (datetime.fromisoformat(started_at) + timedelta(minutes=offset)).date().isoformat()
    except (ValueError, OverflowError):
        return started_at[:10]


def minutes_of(started_at: str, closed_at: str) -> int:
    """Return the minutes from start to end, -1 where they tell nothing."""
    try:
        took = datetime.fromisoformat(closed_at) - datetime.fromisoformat(started_at)
    except (ValueError, TypeError):
        return -1
    minutes = int(took.total_seconds() // 60)
    return minutes if 0 <= minutes <= _LONGEST else -1


def without_lines(slip: Slip) -> Slip:
    """Return a slip that holds numbers alone."""
    return replace(slip, keep=(), change=())


def lines_of(slip: Slip, *, is_open: bool = False) -> tuple[str, ...]:
    """Return a slip as it is shown and written; `is_open` while the meeting goes on."""
    minutes = words.MINUTES.format(minutes=slip.minutes)
    if slip.minutes < 0:
        minutes = words.MINUTES_LATER if is_open else words.MINUTES_UNKNOWN
    return (
        words.DAY.format(day=in_words(slip.day)),
        words.SESSION.format(title=slip.session),
        words.PEOPLE.format(number=slip.people),
        minutes,
        *(words.STAY.format(line=line) for line in slip.keep),
        *(words.CHANGE.format(line=line) for line in slip.change),
    )


def doubts_of(slip: Slip) -> tuple[str, ...]:
    """Return what the group should look at: lines in which a name may be left."""
    lines = (*slip.keep, *slip.change)
    doubtful = (line for line in lines if may_hold_name(line))
    return tuple(words.MAY_BE_NAME.format(line=line) for line in doubtful)


def asked(slip: Slip, *, is_open: bool, can_write: bool = True) -> Part:
    """Return the slip as it is shown first, with the yes that it needs."""
    choices = [Choice("no", words.NO)]
    if can_write:
        choices += [Choice(shape, label) for shape, label in words.LABELS.items()]
    lines = (*lines_of(slip, is_open=is_open), *doubts_of(slip))
    hint = f"{words.HINT} {words.NAMES_OUT}"
    hint = f"{hint} {words.AT_THE_END}" if is_open else hint
    return Part(words.ASKED, ChooseOne(tuple(choices)), lines, hint)


def answered(meeting: Meeting, value: object) -> tuple[Event, ...]:
    """Return what the group's answer at the close makes of it; a no takes a yes back."""
    where = (CLOSE, GROUP, flow.SLIP)
    if isinstance(value, str) and value in SHAPES:
        return (events.AnswerGiven(*where, value),)
    return (events.AnswerTakenBack(*where),) if shape_of(meeting) else ()


def shape_of(meeting: Meeting) -> str:
    """Return the shape that the group said yes to at the close, or ""."""
    said = meeting.said(CLOSE, GROUP, flow.SLIP)
    return said if isinstance(said, str) and said in SHAPES else ""


def written_as(shape: str, closed: ClosedMeeting, names: Iterable[str] = ()) -> tuple[str, str]:
    """Return the name of the file, ids alone, and all that it holds (S10)."""
    name = f"{closed.id}-slip.{_ENDS[shape]}"
    return name, body_as(shape, slip_of(closed, names))


def body_as(shape: str, slip: Slip) -> str:
    """Return a slip in one of SHAPES, a line end after the last line."""
    match shape:
        case "csv":
            return _as_csv(slip)
        case "paper":
            return as_paper((words.PAPER_HEAD, *lines_of(slip), words.PAPER_FOOT))
        case _:
            shown = without_lines(slip) if shape == NUMBERS else slip
            return "".join(f"{line}\n" for line in lines_of(shown))


def as_paper(lines: Iterable[str]) -> str:
    """Return lines as they are printed: short, with room to write between them."""
    return "".join(f"{line}\n\n" for one in lines for line in wrap(one, _PAPER_COLUMNS))


def _as_csv(slip: Slip) -> str:
    import csv  # noqa: PLC0415  a start writes no file (P1)
    import io  # noqa: PLC0415

    from facilitator.engine.own_shapes import safe_cell  # noqa: PLC0415  as above

    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(words.CSV_HEADS)
    minutes = str(slip.minutes) if slip.minutes >= 0 else ""
    cells = (slip.day, slip.session, str(slip.people), minutes)
    lines = ("; ".join(slip.keep), "; ".join(slip.change))
    writer.writerow([safe_cell(cell) for cell in (*cells, *lines)])
    return out.getvalue()
