"""The kinds that ask for one thing and go on: welcome, check-in, closing, away, break."""

from facilitator.domain.meeting import Meeting
from facilitator.domain.prompt import Acknowledge, WriteText
from facilitator.domain.session import Round, Step
from facilitator.domain.things import Things
from facilitator.engine.activities.settings import NoSettings, ReadySettings, WelcomeSettings
from facilitator.engine.counting import tallies_of
from facilitator.engine.kind import Kind
from facilitator.engine.rounds import LINE
from facilitator.engine.scene import Part, Scene, ready_lines
from facilitator.sessions.kinds import KindSpec
from facilitator.wording import activities as words
from facilitator.wording.evaluation import OTHER


class Welcome(Kind):
    """What today is, and what it is not."""

    holds_answers = False
    spec = KindSpec("welcome", WelcomeSettings, frozenset({Round.TOGETHER}))

    def first(self, scene: Scene) -> str | None:
        """One part: the points, read aloud by whoever likes to."""
        return "welcome"

    def following(self, scene: Scene, part: str) -> str | None:
        """Nothing follows."""
        return None

    def part(self, scene: Scene, part: str) -> Part:
        """Return the points in the layer that is wanted."""
        settings = scene.settings(WelcomeSettings)
        points = settings.easy_points if scene.easy and settings.easy_points else settings.points
        return Part(scene.asked, Acknowledge(words.GO_ON), points, scene.hint)


class OneLine(Kind):
    """One line a person: check-in and closing. Held aloud, the round asks for it."""

    def __init__(self, spec: KindSpec) -> None:
        """Make the kind of this name."""
        self.spec = spec

    def first(self, scene: Scene) -> str | None:
        """One part: the line."""
        return "line"

    def following(self, scene: Scene, part: str) -> str | None:
        """Nothing follows."""
        return None

    def keeps(self, meeting: Meeting, step: Step) -> Things:
        """Counts of how people came, where the group keeps its words; nobody's own (T6)."""
        if self.spec.name != "check-in" or not isinstance(step.settings, ReadySettings):
            return Things()
        ready = step.settings.ready
        said = {
            place.giver: str(given.value) if given.value in ready else OTHER
            for place, given in meeting.answers.items()
            if place.step == step.id and place.part in ("line", LINE)
        }
        return Things(tallies=tallies_of(meeting, step, "check-in", said))

    def part(self, scene: Scene, part: str) -> Part:
        """Return the ready phrases, and one's own words."""
        ready = ready_lines(scene.settings(ReadySettings).ready)
        asked = WriteText(ready, words.OWN_WORDS, scene.words(part))
        return Part(scene.asked, asked, hint=scene.hint)


class Away(Kind):
    """The keyboard is put away; the screen shows only the instruction (M15)."""

    def __init__(self, name: str) -> None:
        """Make "away" or "break"."""
        self.spec = KindSpec(name, NoSettings, frozenset({Round.AWAY}))

    def first(self, scene: Scene) -> str | None:
        """One part: the instruction."""
        return "away"

    def following(self, scene: Scene, part: str) -> str | None:
        """Nothing follows."""
        return None

    def part(self, scene: Scene, part: str) -> Part:
        """Return the instruction alone."""
        return Part(scene.asked, Acknowledge(words.WE_ARE_BACK), hint=scene.hint)


CHECK_IN = OneLine(
    KindSpec("check-in", ReadySettings, frozenset({Round.ALOUD, Round.EACH, Round.PAIRS}))
)
CLOSING = OneLine(KindSpec("closing", ReadySettings, frozenset({Round.ALOUD, Round.PAIRS})))
WELCOME = Welcome()
AWAY, BREAK = Away("away"), Away("break")
