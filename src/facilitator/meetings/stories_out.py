"""The command `stories`: a list by number, what may leave, and taking one back (C8)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from facilitator.domain.kept import Story
from facilitator.domain.records import Group
from facilitator.domain.things import Things
from facilitator.engine import consent
from facilitator.engine.days import in_words
from facilitator.engine.house.my_story import taken_back
from facilitator.engine.receipts import number_of
from facilitator.engine.story_export import body_of, file_name
from facilitator.meetings import forgetting
from facilitator.meetings.command_line import NOTHING_DELETED, Told
from facilitator.meetings.forgetting import RecordPorts
from facilitator.wording import story_rooms as words


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked of the command; 0 and "" are not given."""

    level: int = 0
    purpose: str = ""
    folder: str = ""
    number: str = ""

    @property
    def is_export(self) -> bool:
        """Whether anything of an export was given."""
        return bool(self.level or self.purpose or self.folder)


@dataclass(frozen=True, slots=True)
class ToWrite:
    """A file that may be written: its name, and all that it holds."""

    name: str
    body: str


def day_of(ports: RecordPorts, group: Group, today: date) -> date:
    """Return today, or the day of the newest meeting where the clock is behind it (M20).

    A clock that was set back must not let out what is over.
    """
    latest = ports.store.latest(group.id)
    met = consent.day_of(latest.closed_at) if latest else None
    return max(today, met) if met else today


def told(
    ports: RecordPorts,
    groups: Sequence[Group],
    wanted: Wanted,
    today: date,
    sure: Callable[[str], bool],
) -> Told | ToWrite:
    """Return the lines to print, or the file to write. Raises NotSaved.

    Stories of two groups never stand in one file (M19). `sure` says what taking one back
    means, and returns whether it shall be (WCAG 3.3.4).
    """
    if wanted.number:
        return _taken_back(ports, groups, wanted.number, today, sure)
    if not wanted.is_export:
        lines = [
            line for group in groups for line in _lines(ports, group, day_of(ports, group, today))
        ]
        return Told(tuple(lines) or (words.LINE_NONE,))
    if not (wanted.level and wanted.purpose and wanted.folder):
        return Told((words.ALL_THREE,), is_fine=False)
    if len(groups) > 1:
        return Told((words.WHICH_GROUP,), is_fine=False)
    for group in groups:
        day, stories = day_of(ports, group, today), ports.book.things(group.id).stories
        body = body_of(stories, wanted.level, wanted.purpose, day)
        if body:
            return ToWrite(file_name(wanted.level, wanted.purpose), body)
    return Told((words.OUT_NONE,))


def _lines(ports: RecordPorts, group: Group, today: date) -> list[str]:
    stories = ports.book.things(group.id).stories
    return sorted(_line(one, today) for one in stories if one.level > consent.ME)


def _line(story: Story, today: date) -> str:
    """Return a story's number, level and days; no name and no word of it (C3)."""
    row = words.LINE
    if story.withdrawn_on:
        row = words.LINE_TAKEN_BACK
    elif not consent.is_live(story, today):
        row = words.LINE_OVER
    elif consent.is_cooling(story, today):
        row = words.LINE_COOLING
    return row.format(
        number=number_of(story.id),
        level=consent.level_now(story, today),
        later=story.level,
        day=in_words(story.withdrawn_on or story.expires_on),
    )


def _taken_back(
    ports: RecordPorts,
    groups: Sequence[Group],
    number: str,
    today: date,
    sure: Callable[[str], bool],
) -> Told:
    for group in groups:
        for one in ports.book.things(group.id).stories:
            if number_of(one.id) == number.strip().casefold():
                if not sure(" ".join(words.TAKE_BACK_MEANS)):
                    return NOTHING_DELETED
                day = day_of(ports, group, today).isoformat()
                gone = Things(stories=(taken_back(one, one.withdrawn_on or day),))
                forgetting.change_stories(ports, group.id, gone)
                return Told((words.COMMAND_TAKEN_BACK.format(number=number),))
    return Told((words.UNKNOWN_NUMBER.format(number=number),), is_fine=False)
