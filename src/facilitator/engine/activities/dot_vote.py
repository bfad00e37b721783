"""A choice by dots: some options, a third as many dots for each of us (C7)."""

from facilitator.domain.commands import Refusal
from facilitator.domain.events import GROUP
from facilitator.domain.meeting import AnswerValue, Meeting, Place
from facilitator.domain.prompt import Choice, WriteText
from facilitator.domain.session import Round, Step
from facilitator.engine.activities.counts import dots_for
from facilitator.engine.activities.deciding import (
    HOW,
    LEAST_OPTIONS,
    MOST_OPTIONS,
    Deciding,
    chosen_lines,
)
from facilitator.engine.activities.settings import DotVoteSettings
from facilitator.engine.made import Made, under
from facilitator.engine.scene import Part, Scene, ready_lines
from facilitator.sessions.kinds import KindSpec
from facilitator.wording import activities, close
from facilitator.wording import votes as words

ROOM_FOR_A_LINE = 34
_LINES = tuple(f"line-{number}" for number in range(1, MOST_OPTIONS + 1))


class DotVote(Deciding):
    """Places: line-1 .. where the group brings the options, then those of Deciding."""

    spec = KindSpec("dot-vote", DotVoteSettings, frozenset({Round.TOGETHER, Round.EACH}))
    gathers = frozenset(_LINES)
    transient = Deciding.transient | gathers

    def first(self, scene: Scene) -> str | None:
        """Gather the options first, unless the session brings them."""
        return HOW if scene.settings(DotVoteSettings).options else _LINES[0]

    def options(self, scene: Scene) -> tuple[Choice, ...]:
        """Return those of the session, else the lines that the group wrote."""
        labels = scene.settings(DotVoteSettings).options or _lines(scene, _LINES)
        return tuple(Choice(f"option-{at}", label) for at, label in enumerate(labels, 1))

    def each_has(self, scene: Scene) -> int:
        """Return as many dots as the session says, else a third of the options."""
        options = len(self.options(scene))
        dots = scene.settings(DotVoteSettings).dots or dots_for(options)
        return max(1, min(dots, options))

    def following(self, scene: Scene, part: str) -> str | None:
        """One line after the other, until the group has all of them; two at least."""
        if part not in _LINES:
            return super().following(scene, part)
        at = _LINES.index(part) + 1
        if scene.said(part) is not None and at < len(_LINES):
            return _LINES[at]
        return HOW if len(self.options(scene)) >= LEAST_OPTIONS else None

    def part(self, scene: Scene, part: str) -> Part:
        """Return a line to write, or one of the parts of choosing."""
        if part not in _LINES:
            return super().part(scene, part)
        number = _LINES.index(part) + 1
        before = _lines(scene, _LINES[: number - 1])
        nothing = words.LINES_DONE if len(before) >= LEAST_OPTIONS else activities.NOTHING
        ready = ready_lines((words.LINE_READY.format(number=number),), nothing)
        given = scene.words(part)
        typed = WriteText(ready, activities.GROUP_WORDS, given, ROOM_FOR_A_LINE)
        return Part(
            words.LINE.format(number=number), typed, (scene.asked, *before), words.LINE_HINT
        )

    def stored(self, scene: Scene, part: str, value: AnswerValue) -> AnswerValue | Refusal | None:
        """Store each line once; "that is all" is nothing."""
        if part not in _LINES:
            return super().stored(scene, part, value)
        if value == words.LINES_DONE:
            return None
        others = _lines(scene, tuple(one for one in _LINES if one != part))
        if str(value).casefold() in {one.casefold() for one in others}:
            return Refusal(words.LINE_TWICE)
        return value

    def made(self, meeting: Meeting, step: Step) -> tuple[Made, ...]:
        """Return what was chosen."""
        return under(close.CHOSE, chosen_lines(Scene(meeting, step)))


def _lines(scene: Scene, parts: tuple[str, ...]) -> tuple[str, ...]:
    """Return the lines of the group up to the first that is not there."""
    found = (scene.meeting.answers.get(Place(scene.step.id, GROUP, part)) for part in parts)
    return tuple(str(given.value) for given in found if given is not None)
