"""How a step goes through the room (M15): which place comes after which."""

from facilitator.domain.events import GROUP, SeenBy
from facilitator.domain.meeting import Meeting, Place
from facilitator.domain.session import Round, Step
from facilitator.engine.kind import Kind
from facilitator.engine.scene import Scene

ALOUD = "@aloud"
MAY_I = "@may-i"
LINE = "@line"
HAND_OVER = "@hand-over"
PAIRS = "@pairs"
KEYBOARD = "@keyboard"
ROOM = "@room"
TURN_PASSED = "@turn-passed"
"""Not a place to be at: where a whole turn is left, so that the next giver follows."""

NOBODY = "nobody"
NOTE = "note"
ALL_SPOKEN = "all-spoken"
SCREEN_OFF = "screen-off"


def opening(kind: Kind, meeting: Meeting, step: Step) -> Place | None:
    """Return the first place of a step; None when there is nobody or nothing to ask."""
    scene = Scene(meeting, step)
    if kind.is_rare and not askable(kind, meeting, step):
        return None
    if kind.has_route:
        return kind.route(scene, None, None)
    match step.round:
        case Round.ALOUD:
            return _next_aloud(meeting, step, GROUP)
        case Round.PAIRS:
            return Place(step.id, GROUP, PAIRS)
        case Round.EACH if meeting.seen_by is SeenBy.ROOM:
            return Place(step.id, GROUP, ROOM)
        case Round.EACH:
            return _next_each(kind, meeting, step, GROUP)
        case _:
            first = kind.first(scene)
            return None if first is None else Place(step.id, GROUP, first)


def onward(
    kind: Kind, meeting: Meeting, step: Step, place: Place, value: object = None
) -> Place | None:
    """Return the place after this one, from what stands now; None ends the step.

    `value` is the answer to a part of the round itself: it leads, and is not stored.
    """
    if kind.has_route:
        return kind.route(Scene(meeting, step, place.giver), place, value)
    if place.part.startswith("@"):
        return _after_round_part(kind, meeting, step, place, value)
    scene = Scene(meeting, step, place.giver)
    following = kind.following(scene, place.part)
    if following is not None:
        return Place(step.id, place.giver, following)
    if place.giver == GROUP:
        return None
    return _after_turn(kind, meeting, step, place.giver)


def _after_round_part(
    kind: Kind, meeting: Meeting, step: Step, place: Place, value: object
) -> Place | None:
    match place.part:
        case "@aloud":
            if value == ALL_SPOKEN:
                return None
            if value == NOTE:
                return Place(step.id, place.giver, LINE)
            return _next_aloud(meeting, step, place.giver)
        case "@may-i":  # asked in old journals alone
            if value == "yes":
                return Place(step.id, place.giver, LINE)
            return _next_aloud(meeting, step, place.giver)
        case "@line":
            return _next_aloud(meeting, step, place.giver)
        case "@hand-over":
            return _turn(kind, meeting, step, place.giver)
        case "@pairs":
            if not askable(kind, meeting, step):
                return None
            shown = meeting.seen_by is SeenBy.ROOM
            return Place(step.id, GROUP, ROOM if shown else KEYBOARD)
        case "@turn-passed":
            return _after_turn(kind, meeting, step, place.giver)
        case "@room":
            return _after_room(kind, meeting, step)
        case _:
            return _after_keyboard(meeting, step, value)


def _after_room(kind: Kind, meeting: Meeting, step: Step) -> Place | None:
    if meeting.seen_by is SeenBy.ROOM:
        return None
    if step.round is Round.PAIRS:
        return Place(step.id, GROUP, KEYBOARD)
    return _next_each(kind, meeting, step, GROUP)


def _after_keyboard(meeting: Meeting, step: Step, value: object) -> Place | None:
    person = meeting.person(value) if isinstance(value, str) else None
    if person is None or not person.here:
        return None
    return Place(step.id, person.id, HAND_OVER)


def _after_turn(kind: Kind, meeting: Meeting, step: Step, giver: str) -> Place | None:
    match step.round:
        case Round.PAIRS:
            return Place(step.id, GROUP, KEYBOARD)
        case Round.ALOUD:
            return _next_aloud(meeting, step, giver)
        case _:
            return _next_each(kind, meeting, step, giver)


def _turn(kind: Kind, meeting: Meeting, step: Step, giver: str) -> Place | None:
    first = kind.first(Scene(meeting, step, giver))
    if first is not None:
        return Place(step.id, giver, first)
    return _after_turn(kind, meeting, step, giver)


def after(meeting: Meeting, giver: str) -> tuple[str, ...]:
    """Return the ids of those present who come after this giver, in order of coming.

    The whole room comes after the group. Somebody who came late is last (M14).
    """
    people = [person.id for person in meeting.people]
    start = people.index(giver) + 1 if giver in people else 0
    return tuple(person.id for person in meeting.people[start:] if person.here)


def _next_aloud(meeting: Meeting, step: Step, giver: str) -> Place | None:
    others = after(meeting, giver)
    return Place(step.id, others[0], ALOUD) if others else None


def _next_each(kind: Kind, meeting: Meeting, step: Step, giver: str) -> Place | None:
    for other in after(meeting, giver):
        first = kind.first(Scene(meeting, step, other))
        if first is not None:
            alone = len(meeting.present) == 1
            return Place(step.id, other, first if alone else HAND_OVER)
    return None


def had_keyboard(meeting: Meeting, step: Step) -> frozenset[str]:
    """Return the ids of those who had the keyboard since the step began, or passed it on."""
    places = [place for place in meeting.trail if place.step == step.id]
    parts = [place.part for place in places]
    begun = len(parts) - parts[::-1].index(PAIRS) if PAIRS in parts else 0
    return frozenset(place.giver for place in places[begun:] if place.giver != GROUP)


def askable(kind: Kind, meeting: Meeting, step: Step) -> tuple[str, ...]:
    """Return the ids of those present who have something to be asked at this step."""
    return tuple(
        person.id
        for person in meeting.present
        if kind.first(Scene(meeting, step, person.id)) is not None
    )
