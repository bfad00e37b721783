"""One person's words in a meeting, as they go out to that person alone (S8, C3)."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from facilitator.domain.events import SeenBy
from facilitator.domain.kept import Kept
from facilitator.domain.meeting import AnswerValue, Meeting
from facilitator.domain.person_names import is_same
from facilitator.domain.records import ClosedMeeting, Member
from facilitator.domain.things import SORTS, Things
from facilitator.engine import flow
from facilitator.engine.activities.goal import lock_of
from facilitator.engine.own_word import opens
from facilitator.wording import keeping as words


@dataclass(frozen=True, slots=True)
class Line:
    """One answer: which step, which part of it, what was said."""

    step: str
    part: str
    words: str
    private: bool
    lock: str = ""  # of the word that opens a private one; "" is none, and then nothing does


@dataclass(frozen=True, slots=True)
class OwnWords:
    """Everything of one person in one meeting, and in the group's book beside it.

    `lock` is the salted hash of the word that this person set, "" when there is none;
    `person` is the participant's id, for the name of a file. Each thing of the book may
    have a lock of its own.
    """

    name: str
    person: str
    lock: str
    lines: tuple[Line, ...]

    def shown(self, opened: Collection[str] = ()) -> tuple[Line, ...]:
        """Return what may come out: the private ones only where their word was said."""
        return tuple(one for one in self.lines if not one.private or one.lock in opened)

    @property
    def locks(self) -> frozenset[str]:
        """The locks of all words that somebody could say here."""
        return frozenset(one.lock for one in self.lines if one.private) - {""}

    def opened_by(self, word: str) -> frozenset[str]:
        """Return the locks that this word opens."""
        return frozenset(lock for lock in self.locks if opens(word, lock))


def said_lines(lines: Iterable[Line]) -> tuple[str, ...]:
    """Return them as they are read on a screen, one paragraph each."""
    return tuple(words.GIVE_LINE.format(step=one.step, words=one.words) for one in lines)


def of_open(meeting: Meeting, name: str) -> OwnWords:
    """Return the words of somebody in the open meeting."""
    person = next((one for one in meeting.people if one.name == name), None)
    if person is None:
        return OwnWords(name, "", "", ())
    lock, lines = lock_of(meeting, person.id), []
    for place, given in meeting.answers.items():
        step = meeting.step(place.step)
        if place.giver != person.id or step is None or place.part in flow.kind_of(step).transient:
            continue
        lines.append(Line(step.title, place.part, _said(given.value), given.private, lock))
    return OwnWords(name, person.id, lock, tuple(lines))


def of_closed(closed: ClosedMeeting, name: str) -> OwnWords:
    """Return the words of somebody in a closed meeting."""
    own = [one for one in closed.answers if one.giver == name]
    lock = closed.locks.get(name, "")
    lines = tuple(
        Line(one.step_title, one.part, _said(one.value), one.private, lock) for one in own
    )
    person = next((one.person for one in own if one.person), "")
    return OwnWords(name, person, lock, lines)


def with_kept(own: OwnWords, things: Things, owners: Collection[str]) -> OwnWords:
    """Return these words and all that the book holds of this person, by the ids it knows (C3).

    All of it is private: what the group reads of it has no name there. It opens with its
    own word, or with the one that was set for the plan.
    """
    kept = tuple(
        Line(words.GIVE_SORTS[sort], sort, said, private=True, lock=lock or own.lock)
        for sort in SORTS
        for one in getattr(things, sort)
        if one.owner in owners
        for said, lock in _words_of(one)
    )
    return replace(own, lines=(*own.lines, *kept))


def _words_of(one: Kept) -> Iterable[tuple[str, str]]:
    lock = getattr(one, "lock", "")
    found = (getattr(one, part, "") for part in ("words", "role", "gain"))
    return ((said, lock) for said in found if said)


def owners_in(closed: ClosedMeeting, own: OwnWords, members: Iterable[Member]) -> frozenset[str]:
    """Return the ids by which the book knows somebody of a closed meeting (S8, M9).

    A meeting that was closed before these ids were kept knows people by their names alone.
    """
    known = closed.known_by.get(own.name)
    if known:
        return frozenset({known})
    by_name = {one.id for one in members if is_same(one.name, own.name)}
    return frozenset({f"{closed.id}-{own.person}", *by_name})


def staying_in_book(closed: ClosedMeeting, members: Iterable[Member]) -> dict[str, str]:
    """Return of whom the book still holds something once a meeting is forgotten: names, by id.

    What nobody else could find goes with the meeting; the book is by its members (M9, S8).
    """
    known = tuple(members)
    ids: frozenset[str] = frozenset().union(
        *(owners_in(closed, of_closed(closed, name), known) for name in closed.people)
    )
    return {one.id: one.name for one in known if one.id in ids}


def is_for_the_room(meeting: Meeting | None) -> bool:
    """Return whether others see the screen now: then nothing private is shown (S19)."""
    return meeting is not None and meeting.seen_by is SeenBy.ROOM


def _said(value: AnswerValue) -> str:
    return "; ".join(value) if isinstance(value, tuple) else str(value)
