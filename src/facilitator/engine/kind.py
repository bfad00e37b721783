"""An activity kind: the rules for one sort of activity. Each module of activities/ makes one."""

from facilitator.domain import events
from facilitator.domain.commands import Refusal
from facilitator.domain.meeting import AnswerValue, Meeting, Place
from facilitator.domain.plans import SessionPlan
from facilitator.domain.session import Step
from facilitator.domain.things import Things
from facilitator.engine.made import Made
from facilitator.engine.scene import Part, Scene
from facilitator.sessions.kinds import KindSpec


class Kind:
    """The rules of one kind; a turn is a chain of parts, decided from what stands.

    A kind that is held aloud needs no parts of its own: the round asks for them.
    """

    spec: KindSpec

    def first(self, scene: Scene) -> str | None:
        """Return the first part of a giver's turn; None when there is nothing to ask."""
        raise LookupError(self.spec.name)

    def following(self, scene: Scene, part: str) -> str | None:
        """Return the part after this one, from what stands now; None ends the turn."""
        raise LookupError(part)

    def part(self, scene: Scene, part: str) -> Part:
        """Return what to show at a part."""
        raise LookupError(part)

    def stored(self, scene: Scene, part: str, value: AnswerValue) -> AnswerValue | Refusal | None:
        """Return the value as it is to be stored; None stores nothing; or refuse it.

        Where nothing is ticked nothing is stored. The first row of a list never comes here,
        but at the parts in `first_counts`: it writes nothing for anybody (A2).
        """
        return None if value is True or value == () else value

    def also(self, scene: Scene, part: str) -> tuple[events.Event, ...]:
        """Return further events that an answer here causes, read from what stands now."""
        return ()

    def turned(self, scene: Scene, part: str, *, passed: bool) -> tuple[events.Event, ...]:
        """Return further events of a part of the round that was answered, or any that was passed.

        For a kind that has to know who had a turn: after a pass nothing else is written (M3),
        so they are only of parts that are in `secret`, or made of them.
        """
        return ()

    def beside(self, scene: Scene) -> tuple[str, ...]:
        """Return what to say at the hand-over to somebody, one paragraph each."""
        return ()

    def can_show_again(self, scene: Scene, part: str) -> bool:
        """Return whether going back may lead to this part of this giver."""
        return True

    def route(self, scene: Scene, place: Place | None, value: object) -> Place | None:
        """Return the kind's own next place, for a kind that does not follow the round.

        Called only when `has_route`; `place` is None at the start of the step, and
        `value` is what was just answered there.
        """
        raise LookupError(self.spec.name)

    def keeps(self, meeting: Meeting, step: Step) -> Things:
        """Return what goes from this step into the group's book at the close, each with a yes.

        Called for every step, unless nothing is kept on this machine (S6). What belongs to
        somebody has `meeting.known_by(person)` as its owner. An id is the same each time, so
        that a close that was cut short can be done again.
        """
        return Things()

    def lets_go(self, meeting: Meeting, step: Step) -> frozenset[str]:
        """Return the ids of what goes out of the group's book at the close."""
        return frozenset()

    def plans(self, meeting: Meeting, step: Step) -> tuple[SessionPlan, ...]:
        """Return the sessions that the group planned here: each becomes a draft at the close (C12).

        Called unless nothing is kept on this machine (S6). The NextTime of the same id tells of it.
        """
        return ()

    def made(self, meeting: Meeting, step: Step) -> tuple[Made, ...]:
        """Return what the group made here and may see at the close; no private word (C3, S19)."""
        return ()

    def is_due(self, number: int) -> bool:
        """Return whether the kind has a place in the group's meeting of this number, from 1.

        0 is a meeting whose number is not known.
        """
        return True

    def was_shown(self, meeting: Meeting, step: Step) -> bool:
        """Return whether the group has seen what it gave here: only then it is kept (C9)."""
        return True

    brings: frozenset[str] = frozenset()
    """The sorts of things, by their names in Things, that come along to a meeting for this kind."""

    brings_shelf: bool = False
    """Whether the sessions that can be held come along to a meeting for this kind."""

    first_counts: frozenset[str] = frozenset()
    """Parts whose first row is stored: it confirms what people did, or ends what a pass goes on."""

    transient: frozenset[str] = frozenset()
    """Parts whose answers only lead on, and are never in the closed file."""

    secret: frozenset[str] = frozenset()
    """Parts that stay in memory until all have had a turn, and are never written (C7)."""

    holds_answers: bool = True
    """Whether any answer of this kind belongs in the closed file."""

    is_rare: bool = False
    """Whether the step is left out in silence where nobody has anything to be asked."""

    has_route: bool = False
    """Whether the kind leads through the room itself (ideas)."""
