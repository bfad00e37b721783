"""What to keep and what to change, by the group for the group."""

from facilitator.domain.commands import Refusal
from facilitator.domain.meeting import AnswerValue
from facilitator.domain.prompt import WriteText
from facilitator.domain.session import Round
from facilitator.engine.activities.settings import ReflectionSettings
from facilitator.engine.kind import Kind
from facilitator.engine.scene import Part, Scene, ready_lines
from facilitator.sessions.kinds import KindSpec
from facilitator.wording import activities as words


class Reflection(Kind):
    """Parts: keep, change."""

    spec = KindSpec("reflection", ReflectionSettings, frozenset({Round.TOGETHER, Round.ALOUD}))

    def first(self, scene: Scene) -> str | None:
        """Begin with what was good."""
        return "keep"

    def following(self, scene: Scene, part: str) -> str | None:
        """Then what to change."""
        return "change" if part == "keep" else None

    def part(self, scene: Scene, part: str) -> Part:
        """Return ready phrases and the group's own words."""
        settings = scene.settings(ReflectionSettings)
        if part == "keep":
            asked, ready, nothing = words.KEEP, settings.keep or words.KEEP_READY, words.SAID_ALOUD
        else:
            asked, ready, nothing = (
                words.CHANGE,
                settings.change or words.CHANGE_READY,
                words.NO_CHANGE,
            )
        typed = WriteText(ready_lines(ready, nothing), words.GROUP_WORDS, scene.words(part))
        return Part(asked, typed, hint=scene.hint if part == "keep" else "")

    def stored(self, scene: Scene, part: str, value: AnswerValue) -> AnswerValue | Refusal | None:
        """Nothing to change is no change: it stands on no list of what to change."""
        return None if value == words.NO_CHANGE else super().stored(scene, part, value)
