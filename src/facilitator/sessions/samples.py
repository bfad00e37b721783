"""A step from the library of activities: its words, round and minutes to begin with (C12)."""

from collections.abc import Collection, Mapping

from facilitator.domain.session import Round, Step, Words
from facilitator.sessions.kinds import KindSpec
from facilitator.wording.activities import ADDED
from facilitator.wording.library import ACTIVITIES, ADDED_ABOUT, ADDED_CUE

SHAPES: dict[str, tuple[Round, int, int]] = {
    "check-in": (Round.ALOUD, 1, 25),
    "welcome": (Round.TOGETHER, 4, 0),
    "agreement": (Round.TOGETHER, 5, 0),
    "look-back": (Round.PAIRS, 4, 60),
    "strengths": (Round.PAIRS, 6, 60),
    "goal": (Round.PAIRS, 6, 60),
    "ideas": (Round.ALOUD, 2, 20),
    "reflection": (Round.TOGETHER, 4, 0),
    "evaluation": (Round.TOGETHER, 5, 0),
    "you-said": (Round.TOGETHER, 2, 0),
    "roles": (Round.TOGETHER, 3, 0),
    "next-roles": (Round.TOGETHER, 2, 0),
    "growth": (Round.PAIRS, 4, 60),
    "moving-on": (Round.PAIRS, 4, 60),
    "story": (Round.PAIRS, 6, 90),
    "tip": (Round.PAIRS, 3, 45),
    "note": (Round.PAIRS, 3, 45),
    "welcome-note": (Round.TOGETHER, 1, 0),
    "closing": (Round.ALOUD, 1, 15),
    "resources": (Round.TOGETHER, 3, 0),
    "offers": (Round.ALOUD, 2, 40),
    "dot-vote": (Round.TOGETHER, 6, 0),
    "consent": (Round.TOGETHER, 6, 0),
    "choose-next": (Round.TOGETHER, 4, 0),
    "next-time": (Round.TOGETHER, 4, 0),
    "plan-session": (Round.TOGETHER, 20, 0),
    "away": (Round.AWAY, 10, 0),
    "break": (Round.AWAY, 10, 0),
}
"""Round, minutes, and seconds for each person, with which such a step begins."""

LIKELY = (Round.ALOUD, Round.PAIRS, Round.TOGETHER, Round.AWAY, Round.EACH)
USUAL = (Round.TOGETHER, 5, 0)


def activities(known: Collection[str]) -> dict[str, tuple[str, str, str, str, str, str]]:
    """Return every kind of these that can be added, as wording.library has them, in its order."""
    more = {
        kind: (title, ADDED_ABOUT, title, text, easy, ADDED_CUE)
        for kind, (title, text, easy) in ADDED.items()
        if kind not in ACTIVITIES
    }
    return {kind: told for kind, told in (ACTIVITIES | more).items() if kind in known}


def sample(
    kind: str, step_id: str, known: Collection[str], specs: Mapping[str, KindSpec] | None = None
) -> Step:
    """Return a step of this kind as it comes from the library.

    `specs` say which rounds a kind has of which nothing is known here.
    """
    _, _, title, text, easy, cue = activities(known)[kind]
    shape = SHAPES.get(kind)
    if shape is None and specs is not None:
        shape = (next(one for one in LIKELY if one in specs[kind].rounds), *USUAL[1:])
    round_, minutes, seconds = shape or USUAL
    return Step(step_id, title, kind, round_, minutes, seconds, Words(text, easy), None, cue=cue)
