"""From place to place through the whole meeting: steps, rounds, parts, and the close."""

from facilitator.domain.events import GROUP, SeenBy
from facilitator.domain.meeting import CLOSE, Meeting, Place
from facilitator.domain.session import Round, Step
from facilitator.engine import rounds
from facilitator.engine.activities.registry import KINDS
from facilitator.engine.kind import Kind
from facilitator.engine.scene import Scene

MADE = "made"
TAKE = "take"
FINISH = "finish"
SLIP = "@slip"


def kind_of(step: Step) -> Kind:
    """Return the rules of a step's kind."""
    return KINDS[step.kind]


def first_place(meeting: Meeting) -> Place:
    """Return the first place of the first step that has one, else the close."""
    return _first_of(meeting, meeting.held)


def step_opening(meeting: Meeting, step: Step) -> Place:
    """Return the first place of this step, or of the next one that has any."""
    held = meeting.held
    at = held.index(step) if step in held else len(held)
    return _first_of(meeting, held[at:])


def following_steps(meeting: Meeting) -> tuple[Step, ...]:
    """Return the steps of today that are still to come."""
    place = meeting.place
    if place is None:
        return meeting.held
    ids = [step.id for step in meeting.steps]
    if place.step not in ids:
        return ()
    later = ids[ids.index(place.step) + 1 :]
    return tuple(step for step in meeting.held if step.id in later)


def could_come(meeting: Meeting) -> tuple[Step, ...]:
    """Return the steps that can still come today: those to come, then those left out (M16)."""
    out = tuple(
        step
        for step in meeting.steps
        if step.id in meeting.left_out and kind_of(step).is_due(meeting.number)
    )
    place = meeting.place
    return (*following_steps(meeting), *(one for one in out if place and one.id != place.step))


def onward(meeting: Meeting, place: Place, value: object = None) -> Place:
    """Return the place after this one, from what stands now."""
    if place.step == CLOSE:
        return _in_close(meeting, place, value)
    step = meeting.step(place.step)
    if step is not None:
        following = rounds.onward(kind_of(step), meeting, step, place, value)
        if following is not None:
            return following
    return _first_of(meeting, following_steps(meeting))


def _first_of(meeting: Meeting, steps: tuple[Step, ...]) -> Place:
    for step in steps:
        opening = rounds.opening(kind_of(step), meeting, step)
        if opening is not None:
            return opening
    return Place(CLOSE, GROUP, MADE)


def _in_close(meeting: Meeting, place: Place, value: object) -> Place:
    if place.part == MADE and meeting.session.resources:
        return Place(CLOSE, GROUP, TAKE)
    if place.part == TAKE and isinstance(value, str) and value != FINISH:
        return Place(CLOSE, GROUP, f"code-{value}")
    if place.part.startswith("code-"):
        return Place(CLOSE, GROUP, TAKE)
    return Place(CLOSE, GROUP, SLIP if value == SLIP else FINISH)


def is_sound(meeting: Meeting, place: Place) -> bool:
    """Return whether a place can still be shown: its step is there, its giver is here."""
    if place.step == CLOSE:
        return True
    step, person = meeting.step(place.step), meeting.person(place.giver)
    if step is None or not (place.giver == GROUP or (person is not None and person.here)):
        return False
    return kind_of(step).can_show_again(Scene(meeting, step, place.giver), place.part)


def can_lead_back(meeting: Meeting, trail: tuple[Place, ...]) -> bool:
    """Return whether back may show the last place of a part of the trail (S11).

    A turn of somebody's own is over as soon as anything else was shown: then it opens again
    by its hand-over alone. Where the group chooses by name who has the keyboard, that list
    is the way to it.
    """
    place, after = trail[-1], meeting.trail[len(trail) :]
    if not is_sound(meeting, place):
        return False
    if all(_is_same_turn(one, place) for one in after):
        return True
    if is_private(meeting, place):
        return tuple(one.id for one in meeting.present) == (place.giver,)
    step = meeting.step(place.step)
    is_chosen = step is not None and step.round is Round.PAIRS
    return not (is_chosen and place.part == rounds.HAND_OVER)


def _is_same_turn(later: Place, place: Place) -> bool:
    is_of_round = later.part.startswith("@")
    return (later.step, later.giver) == (place.step, place.giver) and not is_of_round


def is_private(meeting: Meeting, place: Place) -> bool:
    """Return whether what is typed here is one person's own (S19, C3)."""
    step = meeting.step(place.step)
    if step is None or place.giver == GROUP or place.part.startswith("@"):
        return False
    if place.part in kind_of(step).secret:
        return True
    return step.round in (Round.EACH, Round.PAIRS) and not kind_of(step).has_route


def shown_place(meeting: Meeting) -> Place | None:
    """Return the place that is shown: where the room sees the screen, no private one (S19)."""
    place = meeting.place
    if place is None or meeting.seen_by is not SeenBy.ROOM:
        return place
    own = is_private(meeting, place) or (place.part in (rounds.HAND_OVER, rounds.KEYBOARD))
    return Place(place.step, GROUP, rounds.ROOM) if own else place


def turn_of(meeting: Meeting) -> str:
    """Return the id of the person whose ways are in force, or "": from the hand-over on (A13).

    Whoever uses one key, or plain lines, says "I'm here" in that way too.
    """
    place = shown_place(meeting)
    if place is not None and place.part == rounds.HAND_OVER:
        return place.giver
    return keyboard_of(meeting)


def keyboard_of(meeting: Meeting) -> str:
    """Return the id of the person whose turn at the keyboard it is, or "" (A13)."""
    place = shown_place(meeting)
    if place is None or place.giver == GROUP or place.part.startswith("@"):
        return ""
    step = meeting.step(place.step)
    return place.giver if step is not None and step.round is not Round.ALOUD else ""
