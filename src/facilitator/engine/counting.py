"""Counts of a whole room, put together so that nobody's own answer can be read (S18, T6)."""

from collections.abc import Iterable, Mapping

from facilitator.domain.events import Keep
from facilitator.domain.kept import Tally
from facilitator.domain.meeting import Meeting
from facilitator.domain.prompt import Bar
from facilitator.domain.session import Step
from facilitator.wording import evaluation as words

LEAST_PEOPLE = 3
"""Fewer people than this leave no counts behind."""

LEAST_ALIKE = 2
"""So many people stand behind each count that was given one by one."""

_SURE_FROM = (7, 4, 0)
"""From which confidence on each band of words holds, 0-10."""


def counted(answers: Iterable[str]) -> dict[str, int]:
    """Return how often each answer was given, in the order in which they first came."""
    found: dict[str, int] = {}
    for answer in answers:
        found[answer] = found.get(answer, 0) + 1
    return found


def put_together(counts: Mapping[str, int]) -> dict[str, int]:
    """Return counts in which no row is one person's, and not all are in one row; else none.

    Rare answers, and what was said in own words, are in the row "another answer".
    """
    if sum(counts.values()) < LEAST_PEOPLE:
        return {}
    rows = {
        label: count
        for label, count in counts.items()
        if label != words.OTHER and count >= LEAST_ALIKE
    }
    rest = sum(counts.values()) - sum(rows.values())
    while 0 < rest < LEAST_ALIKE and rows:
        rest += rows.pop(min(rows, key=lambda label: rows[label]))
    if rest:
        rows[words.OTHER] = rest
    return rows if len(rows) > 1 else {}


def band(sure: int) -> str:
    """Return the words for a confidence, 0-10."""
    at = next(at for at, low in enumerate(_SURE_FROM) if sure >= low)
    return words.SURE_BANDS[at]


def tally(meeting: Meeting, step: Step, about: str, counts: Mapping[str, int]) -> Tally:
    """Return counts as the group keeps them; nobody owns them (C9)."""
    made_on = meeting.closed_at[:10]
    made_in = f"{meeting.id}-{step.id}-{about}"
    return Tally(made_in, "", "", made_on, about, meeting.id, dict(counts))


def tallies_of(
    meeting: Meeting, step: Step, about: str, answers: Mapping[str, str]
) -> tuple[Tally, ...]:
    """Return the tally of answers that were given one by one, by person; none where it may not be.

    Only where the group keeps its words, and without whoever keeps less (S6).
    """
    if meeting.keep is not Keep.GROUP:
        return ()
    less = {person.id for person in meeting.people if person.keeps_less}
    rows = put_together(counted(said for giver, said in answers.items() if giver not in less))
    return (tally(meeting, step, about, rows),) if rows else ()


def bars_of(counts: Mapping[str, int], heading: str = "") -> tuple[Bar, ...]:
    """Return counts as a picture; its heading stands before the first row.

    Those who raised no hand count as here, and have no bar: it would be one of people.
    """
    of = sum(counts.values())
    shown = ((label, count) for label, count in counts.items() if label != words.NO_HAND)
    return tuple(
        Bar(words.BAR.format(label=label, count=count, of=of), count, of, "" if at else heading)
        for at, (label, count) in enumerate(shown)
    )
