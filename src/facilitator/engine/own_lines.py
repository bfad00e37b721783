"""One person's words in a meeting, as they go out to that person alone (S8, C3)."""

from collections.abc import Iterable
from dataclasses import dataclass

from facilitator.domain.events import SeenBy
from facilitator.domain.meeting import AnswerValue, Meeting
from facilitator.domain.records import ClosedMeeting
from facilitator.engine import flow
from facilitator.engine.activities.goal import kept_plan
from facilitator.wording import keeping as words


@dataclass(frozen=True, slots=True)
class Line:
    """One answer: which step, which part of it, what was said."""

    step: str
    part: str
    words: str
    private: bool


@dataclass(frozen=True, slots=True)
class OwnWords:
    """Everything of one person in one meeting.

    `lock` is the salted hash of the word that this person set, "" when there is none;
    `person` is the participant's id, for the name of a file.
    """

    name: str
    person: str
    lock: str
    lines: tuple[Line, ...]

    def shown(self, *, is_open: bool) -> tuple[Line, ...]:
        """Return what may come out: the private ones only once the word was said."""
        return tuple(one for one in self.lines if is_open or not one.private)

    @property
    def has_private(self) -> bool:
        """Whether there are words that the group did not see."""
        return any(one.private for one in self.lines)


def said_lines(lines: Iterable[Line]) -> tuple[str, ...]:
    """Return them as they are read on a screen, one paragraph each."""
    return tuple(words.GIVE_LINE.format(step=one.step, words=one.words) for one in lines)


def lock_of(meeting: Meeting, person_id: str) -> str:
    """Return the lock of the word that a person set today, else the one they brought, or ""."""
    person = meeting.person(person_id)
    if person is None:
        return ""
    plan = kept_plan(meeting, person) or person.carried
    return plan.lock if plan else ""


def of_open(meeting: Meeting, name: str) -> OwnWords:
    """Return the words of somebody in the open meeting."""
    person = next((one for one in meeting.people if one.name == name), None)
    if person is None:
        return OwnWords(name, "", "", ())
    lines = []
    for place, given in meeting.answers.items():
        step = meeting.step(place.step)
        if place.giver != person.id or step is None or place.part in flow.kind_of(step).transient:
            continue
        lines.append(Line(step.title, place.part, _said(given.value), given.private))
    return OwnWords(name, person.id, lock_of(meeting, person.id), tuple(lines))


def of_closed(closed: ClosedMeeting, name: str) -> OwnWords:
    """Return the words of somebody in a closed meeting."""
    own = [one for one in closed.answers if one.giver == name]
    lines = tuple(Line(one.step_title, one.part, _said(one.value), one.private) for one in own)
    person = next((one.person for one in own if one.person), "")
    return OwnWords(name, person, closed.locks.get(name, ""), lines)


def is_for_the_room(meeting: Meeting | None) -> bool:
    """Return whether others see the screen now: then nothing private is shown (S19)."""
    return meeting is not None and meeting.seen_by is SeenBy.ROOM


def _said(value: AnswerValue) -> str:
    return "; ".join(value) if isinstance(value, tuple) else str(value)
