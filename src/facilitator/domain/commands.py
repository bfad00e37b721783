"""What is asked of a meeting: imperative; the engine answers with events or a refusal."""

from dataclasses import dataclass

from facilitator.domain.answers import Answer
from facilitator.domain.events import Carried, SeenBy
from facilitator.domain.session import Round


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why not, in words for the person: which answer, what is wrong, how to mend it (A15)."""

    words: str


@dataclass(frozen=True, slots=True)
class GiveAnswer:
    """Answer the prompt of the place where the meeting is."""

    answer: Answer


@dataclass(frozen=True, slots=True)
class PassTurn:
    """Move on without an answer; no reason is asked (M3)."""


@dataclass(frozen=True, slots=True)
class GoBack:
    """Return to the place before (M5)."""


@dataclass(frozen=True, slots=True)
class Begin:
    """Everyone is here: go to the first step."""


@dataclass(frozen=True, slots=True)
class SkipStep:
    """Go to the step after this one."""


@dataclass(frozen=True, slots=True)
class RepeatStep:
    """Go to the start of this step again."""


@dataclass(frozen=True, slots=True)
class HoldNext:
    """Let a later step come straight after this one (M4)."""

    step: str


@dataclass(frozen=True, slots=True)
class LeaveOut:
    """Do not hold a later step today."""

    step: str


@dataclass(frozen=True, slots=True)
class BringBack:
    """Hold a step after all that was left out, in its place (A2, M4)."""

    step: str


@dataclass(frozen=True, slots=True)
class AddStep:
    """Put a step of this kind straight after this one (M4)."""

    kind: str


@dataclass(frozen=True, slots=True)
class TimeStep:
    """Make this step longer or shorter, in minutes."""

    by: float


@dataclass(frozen=True, slots=True)
class ChangeRound:
    """Let a step go through the room in another way (M17)."""

    step: str
    round: Round


@dataclass(frozen=True, slots=True)
class InThrees:
    """Let every step that goes round one by one be held in threes, where it can (M17)."""


@dataclass(frozen=True, slots=True)
class Join:
    """Somebody is here. `person` is "" for a new one."""

    name: str
    member: str = ""
    carried: Carried | None = None


@dataclass(frozen=True, slots=True)
class Leave:
    """Somebody goes (M14)."""

    person: str


@dataclass(frozen=True, slots=True)
class ComeBack:
    """Somebody who went is here again (M14)."""

    person: str


@dataclass(frozen=True, slots=True)
class TakeOut:
    """Take a name out again that was put in by mistake; who said something stays (M22)."""

    person: str


@dataclass(frozen=True, slots=True)
class Rename:
    """Mend the name of somebody who is here (M22)."""

    person: str
    name: str


@dataclass(frozen=True, slots=True)
class CountPeople:
    """Say how many are in the room, with or without a name (M17)."""

    people: int


@dataclass(frozen=True, slots=True)
class KeepLess:
    """Keep nothing of this person's own words (S6)."""

    person: str


@dataclass(frozen=True, slots=True)
class SayWhoSees:
    """Say who sees this screen (S19)."""

    seen_by: SeenBy


@dataclass(frozen=True, slots=True)
class GiveRole:
    """Hand a role on; `person` is "" where nobody has it from here on (C2)."""

    role: str
    person: str = ""


@dataclass(frozen=True, slots=True)
class Pause:
    """Rest (M18)."""


@dataclass(frozen=True, slots=True)
class GoOn:
    """Go on after a rest."""


@dataclass(frozen=True, slots=True)
class GoToClose:
    """Come to the close now, kindly (M18)."""


Command = (
    GiveAnswer
    | PassTurn
    | GoBack
    | Begin
    | SkipStep
    | RepeatStep
    | HoldNext
    | LeaveOut
    | BringBack
    | AddStep
    | TimeStep
    | ChangeRound
    | InThrees
    | Join
    | Leave
    | ComeBack
    | TakeOut
    | Rename
    | CountPeople
    | KeepLess
    | SayWhoSees
    | GiveRole
    | Pause
    | GoOn
    | GoToClose
)
