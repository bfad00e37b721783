"""Which stories may go out for a purpose, and the file that holds them: no names (C8)."""

from collections.abc import Iterable
from datetime import date

from facilitator.domain.kept import Story
from facilitator.engine.consent import PUBLIC, may_leave
from facilitator.engine.days import in_words
from facilitator.engine.receipts import number_of
from facilitator.wording import story_rooms as words

FILES = "stories"
"""What the name of each such file begins with, so that all go when a story is taken back."""


def leaving(stories: Iterable[Story], level: int, purpose: str, today: date) -> tuple[Story, ...]:
    """Return the stories that may leave, in an order that tells nothing of who or when."""
    found = (one for one in stories if may_leave(one, level, purpose, today))
    return tuple(sorted(found, key=lambda one: number_of(one.id)))


def file_name(level: int, purpose: str) -> str:
    """Return the name of the file; it holds nothing of anybody (S10)."""
    return f"{FILES}-{level}-{purpose}.txt"


def body_of(stories: Iterable[Story], level: int, purpose: str, today: date) -> str:
    """Return the whole file: the checklist, then each story that may leave; "" for none."""
    found = leaving(stories, level, purpose, today)
    if not found:
        return ""
    head = words.FILE_HEAD.format(
        level=words.OUT_LEVELS[level].lower(),
        purpose=words.OUT_PURPOSES[purpose],
        day=in_words(today.isoformat()),
    )
    ends = min(one.expires_on for one in found)
    until = words.FILE_UNTIL.format(day=in_words(ends))
    checks = "\n".join(f"- {line}" for line in words.CHECKLIST)
    parts = [head, until, f"{words.FILE_CHECK}\n{checks}"]
    parts += [_story(one, level) for one in found]
    return "\n\n".join(parts) + "\n"


def _story(story: Story, level: int) -> str:
    lines = [words.FILE_NUMBER.format(number=number_of(story.id)), story.words]
    if level == PUBLIC and story.signed:
        lines.append(words.FILE_SIGNED.format(name=story.signed))
    return "\n".join(lines)
