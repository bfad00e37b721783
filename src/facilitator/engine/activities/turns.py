"""Whose turn of a secret choice is still to come, from what is in memory alone (C7)."""

from collections.abc import Sequence

from facilitator.domain.meeting import AnswerValue, Meeting
from facilitator.domain.prompt import Acknowledge, Choice, ChooseOne
from facilitator.engine.scene import Part, Scene
from facilitator.wording import votes as words

FEW = 5
"""Under so many, counts may tell who chose what; they are shown with the group's yes alone."""

TURN, OVER, PASSED = "turn", "over", "passed"
"""Where it is held that somebody's turn is over: handed on, or passed."""


def turns_over(meeting: Meeting, step: str) -> tuple[AnswerValue, ...]:
    """Return how each turn that is over ended."""
    return tuple(
        given.value
        for place, given in meeting.answers.items()
        if (place.step, place.part) == (step, TURN)
    )


def pending(meeting: Meeting, step: str) -> tuple[str, ...]:
    """Return the ids of those here who neither had a turn nor passed, in order of coming."""
    return tuple(one.id for one in meeting.present if meeting.said(step, one.id, TURN) is None)


def counted(
    scene: Scene, options: Sequence[Choice], part: str, *, says_pass: bool
) -> tuple[int, ...]:
    """Return the counts of all turns; whoever passed chose none, or the last where that is it."""
    meeting, step = scene.meeting, scene.step.id
    over = [one for one in meeting.people if meeting.said(step, one.id, TURN) == OVER]
    said = [meeting.said(step, one.id, part) for one in over]
    counts = [sum(isinstance(ids, tuple) and one.id in ids for ids in said) for one in options]
    if says_pass:
        counts[-1] = len(turns_over(meeting, step)) - sum(counts[:-1])
    return tuple(counts)


def done_part(scene: Scene) -> Part:
    """Ask whether to see the counts; while somebody is still to come, say who."""
    if pending(scene.meeting, scene.step.id):
        shown = Acknowledge(words.NOT_ALL_GO)
        return Part(words.NOT_ALL, shown, (still_to_come(scene),))
    choices = (Choice("look", words.DONE_LOOK), Choice("drop", words.DONE_DROP))
    few = words.DONE_FEW if len(turns_over(scene.meeting, scene.step.id)) < FEW else ""
    return Part(words.DONE, ChooseOne(choices), hint=few)


def still_to_come(scene: Scene, after: str = "") -> str:
    """Return who is still to come, by name, whoever has the turn now not among them."""
    waiting = (one for one in pending(scene.meeting, scene.step.id) if one != after)
    people = (scene.meeting.person(one) for one in waiting)
    names = ", ".join(person.name for person in people if person is not None)
    return words.STILL.format(names=names) if names else words.LAST
