"""What I know, can do and care about, before any problem (M13)."""

from itertools import zip_longest

from facilitator.domain.events import Keep
from facilitator.domain.kept import Strength
from facilitator.domain.meeting import Meeting
from facilitator.domain.prompt import Choice, ChooseOne, WriteText
from facilitator.domain.session import Round, Step
from facilitator.domain.things import Things
from facilitator.engine.activities.settings import StrengthsSettings
from facilitator.engine.kind import Kind
from facilitator.engine.made import Made, under
from facilitator.engine.scene import Part, Scene, ready_lines
from facilitator.sessions.kinds import KindSpec
from facilitator.wording import activities as words
from facilitator.wording import close

PARTS = ("know", "can", "care")
"""Where strengths stand; "can" was asked on a screen of its own in old journals."""

SHARE = "share"
_ON_ONE_LEAF = 5
_ASKED = {"know": words.KNOW, "can": words.CAN, "care": words.CARE}


class Strengths(Kind):
    """Parts: know (or can), care, then whether the group may see them: three screens."""

    spec = KindSpec(
        "strengths",
        StrengthsSettings,
        frozenset({Round.PAIRS, Round.EACH, Round.ALOUD}),
        asks_strengths=True,
    )

    transient = frozenset({SHARE})

    def first(self, scene: Scene) -> str | None:
        """Begin with what I know."""
        return PARTS[0]

    def following(self, scene: Scene, part: str) -> str | None:
        """Two lines; the group is asked about only when something was written."""
        if part == SHARE:
            return None
        if part != PARTS[-1]:
            return PARTS[-1]
        return SHARE if any(scene.words(one) for one in PARTS) else None

    def part(self, scene: Scene, part: str) -> Part:
        """Return one of the lines, or who may see them."""
        if part == SHARE:
            choices = (
                Choice("no", words.STRENGTHS_SHARE_NO),
                Choice("yes", words.STRENGTHS_SHARE_YES),
            )
            shown = tuple(scene.words(one) for one in PARTS if scene.words(one))
            return Part(words.STRENGTHS_SHARE, ChooseOne(choices, scene.words(part)), shown)
        settings = scene.settings(StrengthsSettings)
        ready = {"know": _know_or_can(scene), "can": settings.can, "care": settings.care}[part]
        choices_ready = ready_lines(ready or words.STRENGTHS_READY)
        asked = WriteText(choices_ready, words.OWN_WORDS, scene.words(part))
        return Part(_ASKED[part], asked)

    def keeps(self, meeting: Meeting, step: Step) -> Things:
        """What was shared goes on the group's wall, where the group keeps its meeting (S6)."""
        if meeting.keep is not Keep.GROUP:
            return Things()
        shared = [
            Strength(
                f"{meeting.id}-{step.id}-{person.id}-{part}",
                meeting.known_by(person),
                person.name,
                meeting.closed_at[:10],
                str(meeting.said(step.id, person.id, part)),
            )
            for person in meeting.people
            for part in PARTS
            if meeting.said(step.id, person.id, SHARE) == "yes"
            and meeting.said(step.id, person.id, part) is not None
        ]
        return Things(strengths=tuple(shared))

    def made(self, meeting: Meeting, step: Step) -> tuple[Made, ...]:
        """Return what may be seen, without names and in no order of people (C3)."""
        shared = {
            str(meeting.said(step.id, person.id, part))
            for person in meeting.people
            for part in PARTS
            if meeting.said(step.id, person.id, SHARE) == "yes"
            and meeting.said(step.id, person.id, part) is not None
        }
        return under(close.GOOD_AT, sorted(shared))


def _know_or_can(scene: Scene) -> tuple[str, ...]:
    """Return lines of both lists, as many as leave room for "in my own words" on one leaf.

    The next person is shown those that follow, so that no line of the session is left out.
    """
    settings = scene.settings(StrengthsSettings)
    both = (one for pair in zip_longest(settings.know, settings.can) for one in pair if one)
    every = tuple(dict.fromkeys(both))
    if len(every) <= _ON_ONE_LEAF:
        return every
    ids = [person.id for person in scene.meeting.people]
    at = ids.index(scene.giver) * _ON_ONE_LEAF % len(every) if scene.giver in ids else 0
    return (*every[at:], *every[:at])[:_ON_ONE_LEAF]
