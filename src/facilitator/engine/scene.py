"""One place in one meeting, as an activity kind sees it."""

from dataclasses import dataclass
from typing import TypeVar

from facilitator.domain.events import GROUP
from facilitator.domain.meeting import AnswerValue, Meeting, Participant
from facilitator.domain.prompt import Bar, Choice, Code, Input
from facilitator.domain.session import Step
from facilitator.wording.activities import NOTHING

Settings = TypeVar("Settings")


@dataclass(frozen=True, slots=True)
class Part:
    """What a kind shows at one part of a turn; the engine makes a Prompt of it.

    `own` are words of this person that stand in the body in another shape than they were
    given in: no voice says them unasked (A12).
    """

    question: str
    input: Input
    body: tuple[str, ...] = ()
    hint: str = ""
    code: Code | None = None
    own: tuple[str, ...] = ()
    picture: tuple[Bar, ...] = ()


@dataclass(frozen=True, slots=True)
class Scene:
    """A meeting, a step of it, and whose place it is.

    `chance` is a number, 0 or more, that came in from outside, for lots to be drawn.
    """

    meeting: Meeting
    step: Step
    giver: str = GROUP
    easy: bool = False
    chance: int = 0

    def said(self, part: str) -> AnswerValue | None:
        """Return what this giver said at a part of this step, or None."""
        return self.meeting.said(self.step.id, self.giver, part)

    def words(self, part: str) -> str:
        """Return what was written at a part, or ""."""
        said = self.said(part)
        return said if isinstance(said, str) else ""

    def settings(self, kind: type[Settings]) -> Settings:
        """Return the step's settings. Raises TypeError when they are of another kind."""
        if not isinstance(self.step.settings, kind):
            raise TypeError(self.step.kind)
        return self.step.settings

    @property
    def asked(self) -> str:
        """The step's own prompt, in the layer that is wanted."""
        return self.step.words.said(easy=self.easy)

    @property
    def hint(self) -> str:
        """The step's hint, in the layer that is wanted."""
        return self.step.hint.said(easy=self.easy)

    @property
    def person(self) -> Participant | None:
        """Whose place it is; None for the group."""
        return self.meeting.person(self.giver)


def ready_lines(ready: tuple[str, ...], nothing: str = NOTHING) -> tuple[Choice, ...]:
    """Return ready lines behind the row that writes nothing for anybody (A2)."""
    return (Choice("nothing", nothing), *phrases(tuple(one for one in ready if one != nothing)))


def phrases(ready: tuple[str, ...]) -> tuple[Choice, ...]:
    """Return ready phrases as choices."""
    return tuple(Choice(f"phrase-{number}", words) for number, words in enumerate(ready, 1))
