"""Whether a story, a note or a tip may be shown or leave: every way out asks here (C8).

Where a date cannot be read, or lies ahead of today, the answer is no: the clock of a
machine without a battery must let nothing out (M20).
"""

from datetime import date, timedelta

from facilitator.domain.kept import Note, Story, Tip
from facilitator.domain.things import Things

ME, OUR_GROUP, OTHERS, PUBLIC = 1, 2, 3, 4
"""The levels: for me, this group, other groups and practitioners, anybody."""

PURPOSES = ("peers", "staff", "funder", "newsletter")
MONTHS = (12, 6, 24)
"""For how long a yes may hold, in months, the usual one first; the last is the most."""

COOLING_DAYS = 7
REVIEW_DAYS = 30
USUAL_MONTHS, MOST_MONTHS = 12, 24
_MONTHS_OF_A_YEAR, _FEWEST_DAYS = 12, 28


def day_of(iso: str) -> date | None:
    """Return the day of an ISO date or time, or None when it is none."""
    try:
        return date.fromisoformat(iso[:10])
    except ValueError:
        return None


def months_on(iso: str, months: int) -> str:
    """Return the ISO date so many months after this one; "" when it is no date."""
    day = day_of(iso)
    if day is None:
        return ""
    year, month = divmod(day.year * _MONTHS_OF_A_YEAR + day.month - 1 + months, _MONTHS_OF_A_YEAR)
    return date(year, month + 1, min(day.day, _FEWEST_DAYS)).isoformat()


def opens_on(iso: str) -> str:
    """Return the ISO date on which the cooling-off after this day is over, or ""."""
    day = day_of(iso)
    return (day + timedelta(days=COOLING_DAYS)).isoformat() if day else ""


def purposes_of(level: int) -> tuple[str, ...]:
    """Return the purposes that are asked about at a level: none for me alone."""
    return {OUR_GROUP: PURPOSES[:1], OTHERS: PURPOSES, PUBLIC: PURPOSES}.get(level, ())


def is_live(story: Story, today: date) -> bool:
    """Return whether the teller's yes stands today."""
    is_kept = bool(story.words) and not story.withdrawn_on
    most = months_on(story.on, MOST_MONTHS)
    is_in_time = _is_between(story.on, today, story.expires_on)
    return is_kept and is_in_time and _is_between(story.on, today, most)


def level_now(story: Story, today: date) -> int:
    """Return the level that holds today, 0 for none.

    Levels 3 and 4 hold only after the cooling-off, and after a second yes then.
    """
    if not is_live(story, today):
        return 0
    return story.level if story.level < OTHERS or _is_opened(story, today) else OUR_GROUP


def is_cooling(story: Story, today: date) -> bool:
    """Return whether the story may go further only later, if its teller says so again."""
    return is_live(story, today) and story.level > level_now(story, today)


def may_be_read(story: Story, today: date) -> bool:
    """Return whether the group may read it."""
    return level_now(story, today) >= OUR_GROUP


def may_leave(story: Story, level: int, purpose: str, today: date) -> bool:
    """Return whether a story may go out at a level, 2-4, for a purpose. Level 1 never does."""
    is_high_enough = OUR_GROUP <= level <= level_now(story, today)
    return is_high_enough and purpose in story.purposes


def is_expiring(story: Story, today: date) -> bool:
    """Return whether the yes ends within 30 days, so that its teller is asked."""
    return is_live(story, today) and not is_live(story, today + timedelta(days=REVIEW_DAYS))


def is_over(story: Story, today: date) -> bool:
    """Return whether the time of the yes is over, and the words are still here."""
    on = day_of(story.on)
    has_begun = on is not None and on <= today
    return bool(story.words) and has_begun and not is_live(story, today)


def waits_for_teller(story: Story, today: date) -> bool:
    """Return whether the program has something to ask the teller about it."""
    opens = day_of(story.open_from)
    may_go_on = is_cooling(story, today) and opens is not None and opens <= today
    return may_go_on or is_expiring(story, today) or is_over(story, today)


def is_fresh(kept: Note | Tip, today: date) -> bool:
    """Return whether the yes to a note or a tip stands: for a year, until it is said again."""
    return bool(kept.words) and _is_between(kept.on, today, months_on(kept.on, USUAL_MONTHS))


def have_own_time(things: Things, today: date) -> bool:
    """Return whether there is something here, and all of it ends by itself later than today."""
    cards: tuple[Note | Tip, ...] = (*things.notes, *things.tips)
    number = len(things.stories) + len(cards)
    if not number or number < sum(1 for _ in things):
        return False
    stand = (is_live(one, today) or bool(one.withdrawn_on) for one in things.stories)
    return all(stand) and all(is_fresh(one, today) for one in cards)


def _is_opened(story: Story, today: date) -> bool:
    opens, said = day_of(story.open_from), day_of(story.confirmed_on)
    return opens is not None and said is not None and opens <= said <= today


def _is_between(begins: str, today: date, ends: str) -> bool:
    first, last = day_of(begins), day_of(ends)
    return first is not None and last is not None and first <= today < last
