"""A consent check: can we all live with it, and is there a concern (C7)?"""

from collections.abc import Mapping
from typing import ClassVar

from facilitator.domain.events import GROUP, AnswerGiven, Event
from facilitator.domain.meeting import Meeting
from facilitator.domain.prompt import Acknowledge, Choice, ChooseOne, WriteText
from facilitator.domain.session import Round, Step
from facilitator.engine.activities.counts import TALLY, tally_lines
from facilitator.engine.activities.deciding import (
    CHOSEN,
    HOW,
    OUTCOME,
    Deciding,
    begun_anew,
    chosen_lines,
    taken_back,
)
from facilitator.engine.activities.settings import ConsentSettings
from facilitator.engine.made import Made, under
from facilitator.engine.scene import Part, Scene, ready_lines
from facilitator.sessions.kinds import KindSpec
from facilitator.wording import activities, close
from facilitator.wording import votes as words

PROPOSAL, ALOUD, THEN = "proposal", "aloud", "then"
ROOM_FOR_A_PROPOSAL = 140
_SAYS = (
    Choice("support", words.SUPPORT),
    Choice("live", words.LIVE),
    Choice("concern", words.CONCERN),
    Choice("pass", words.NO_SIDE_TAKEN),
)


class Consent(Deciding):
    """Places: proposal where the group writes it, those of Deciding, aloud, then."""

    spec = KindSpec("consent", ConsentSettings, frozenset({Round.TOGETHER, Round.EACH}))
    transient = Deciding.transient | {ALOUD, THEN}
    needs: ClassVar[Mapping[str, str]] = {**Deciding.needs, ALOUD: TALLY, THEN: TALLY}

    def first(self, scene: Scene) -> str | None:
        """The group writes what it proposes, unless the session does."""
        return HOW if scene.settings(ConsentSettings).proposal else PROPOSAL

    def options(self, scene: Scene) -> tuple[Choice, ...]:
        """Return the four things that anybody can say."""
        return _SAYS

    def heading(self, scene: Scene) -> tuple[str, ...]:
        """Return what is proposed."""
        return (self.proposal(scene),)

    def says_pass(self, scene: Scene) -> bool:
        """Everybody here says one of the four."""
        return True

    def proposal(self, scene: Scene) -> str:
        """Return what is proposed now: the group's own words come before the session's."""
        said = scene.meeting.said(scene.step.id, GROUP, PROPOSAL)
        return said if isinstance(said, str) else scene.settings(ConsentSettings).proposal

    def following(self, scene: Scene, part: str) -> str | None:
        """A concern is heard aloud, and then the group says what it does."""
        if part == PROPOSAL:
            return HOW if self.proposal(scene) else None
        if part == OUTCOME and self._has_concern(scene):
            return ALOUD
        if part == ALOUD:
            return THEN
        return PROPOSAL if part == THEN and scene.said(THEN) == "change" else None

    def part(self, scene: Scene, part: str) -> Part:
        """Return the proposal, the place for a concern, or one of the parts of choosing."""
        match part:
            case "proposal":
                ready = ready_lines((words.PROPOSAL_READY,))
                given = self.proposal(scene)
                typed = WriteText(ready, activities.GROUP_WORDS, given, ROOM_FOR_A_PROPOSAL)
                return Part(words.PROPOSAL, typed, hint=words.PROPOSAL_HINT)
            case "aloud":
                body = (self.proposal(scene), words.ALOUD_BODY)
                return Part(words.ALOUD, Acknowledge(words.HEARD), body, words.ALOUD_HINT)
            case "then":
                choices = (
                    Choice("leave", words.THEN_LEAVE),
                    Choice("change", words.THEN_CHANGE),
                    Choice("try", words.THEN_TRY),
                )
                return Part(words.THEN, ChooseOne(choices), (self.proposal(scene),))
            case _:
                return super().part(scene, part)

    def ballot(self, scene: Scene) -> Part:
        """Return one person's own turn, with what is proposed."""
        said = scene.said("ballot")
        marked = said[0] if isinstance(said, tuple) and said else ""
        body = (self.proposal(scene),)
        rows = (_SAYS[-1], *_SAYS[:-1])
        return Part(scene.asked, ChooseOne(rows, marked), body)

    def outcome(self, scene: Scene) -> Part:
        """Say whether there is a concern; no number makes the decision."""
        counts = self.tally(scene)
        lines = (self.proposal(scene), *tally_lines(_SAYS, counts))
        if self._has_concern(scene):
            return Part(words.A_CONCERN, Acknowledge(words.HEAR), lines)
        go, again = Choice("go", words.GO), Choice("again", words.AGAIN)
        later = Choice("later", words.LATER)
        if not sum(counts[:2]):
            return Part(words.NO_SIDE, ChooseOne((later, again)), lines)
        return Part(words.NO_CONCERN, ChooseOne((later, go, again)), lines)

    def _has_concern(self, scene: Scene) -> bool:
        return self.tally(scene)[2] > 0

    def also(self, scene: Scene, part: str) -> tuple[Event, ...]:
        """Keep what the group decided, in the words of the proposal."""
        said, line = scene.said(part), self.proposal(scene)
        decided = {
            (OUTCOME, "go"): words.DECIDED_GO,
            (THEN, "try"): words.DECIDED_TRY,
        }.get((part, str(said)))
        if decided is not None:
            kept = (decided.format(line=line),)
            return (AnswerGiven(scene.step.id, GROUP, CHOSEN, kept),)
        if part == THEN:
            is_anew = said == "change"
            return begun_anew(scene) if is_anew else taken_back(scene, CHOSEN)
        return super().also(scene, part)

    def made(self, meeting: Meeting, step: Step) -> tuple[Made, ...]:
        """Return what was decided."""
        return under(close.CHOSE, chosen_lines(Scene(meeting, step)))
