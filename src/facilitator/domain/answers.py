"""What a front end hands in for a prompt, one shape for each input type."""

from dataclasses import dataclass

from facilitator.domain.prompt import ACKNOWLEDGED


@dataclass(frozen=True, slots=True)
class Chosen:
    """One choice, by its id; also the answer to Acknowledge, and a ready phrase."""

    id: str


@dataclass(frozen=True, slots=True)
class ChosenSeveral:
    """Any number of choices, by id, none included."""

    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed, as it was typed. The core cleans, reads and may refuse it."""

    text: str


@dataclass(frozen=True, slots=True)
class Confirmed:
    """Yes or no."""

    yes: bool


Answer = Chosen | ChosenSeveral | Typed | Confirmed

GO_ON = Chosen(ACKNOWLEDGED)


@dataclass(frozen=True, slots=True)
class Draft:
    """What is on a prompt but not yet given, kept when the front end changes (A24).

    `prompt_id` says which prompt it belongs to; `is_writing` that the line for
    own words is open.
    """

    prompt_id: str = ""
    typed: str = ""
    marked: tuple[str, ...] = ()
    is_writing: bool = False
