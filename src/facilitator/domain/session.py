"""The written plan of one sitting: session, step, resource (design.md 2, M1)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Round(StrEnum):
    """How a step goes through the room (M15)."""

    ALOUD = "aloud"
    EACH = "each"
    TOGETHER = "together"
    PAIRS = "pairs"
    AWAY = "away"


@dataclass(frozen=True, slots=True)
class Words:
    """One sentence or more in two layers: `text`, and `easy` for easy words (A20)."""

    text: str
    easy: str = ""

    def said(self, *, easy: bool) -> str:
        """Return the layer that is wanted; without an easy layer, the text."""
        return self.easy if easy and self.easy else self.text


@dataclass(frozen=True, slots=True)
class Resource:
    """A place, phone number or link that helps, and can be shown as a QR code (T1).

    `phone` and `url` may each be "", never both. `code` says which of them the
    code holds: "url" or "phone".
    """

    id: str
    label: str
    words: Words
    checked_on: date
    phone: str = ""
    url: str = ""
    code: str = "url"

    @property
    def target(self) -> str:
        """The exact text that the QR code holds: an https address or tel: (T2)."""
        if self.code == "phone" or not self.url:
            return "tel:" + self.phone.replace(" ", "")
        return self.url


@dataclass(frozen=True, slots=True)
class Step:
    """One place in a session's order, with exactly one activity.

    `minutes` are fixed, `seconds_each` are for every person in the round (M17).
    `settings` is an instance of the settings type of the activity kind.
    """

    id: str
    title: str
    kind: str
    round: Round
    minutes: float
    seconds_each: int
    words: Words
    settings: object
    hint: Words = Words("")
    cue: str = ""
    size: int = 2  # people in a pair, 2 or 3


@dataclass(frozen=True, slots=True)
class Session:
    """One session file, read and checked. Holds no fact about any person (M1)."""

    id: str
    title: str
    minutes: int
    about: Words
    steps: tuple[Step, ...]
    resources: tuple[Resource, ...] = ()
    needs: tuple[str, ...] = ()
    language: str = "en-GB"
    licence: str = "CC-BY-4.0"
    made_by: tuple[str, ...] = ()
    lived_experience: int = 0  # how many of the makers have lived experience
    derived_from: str = ""
    source: str = ""  # the TOML text that it was read from

    def step(self, step_id: str) -> Step:
        """Return the step with this id. Raises KeyError when there is none."""
        for step in self.steps:
            if step.id == step_id:
                return step
        raise KeyError(step_id)

    def resource(self, resource_id: str) -> Resource:
        """Return the resource with this id. Raises KeyError when there is none."""
        for resource in self.resources:
            if resource.id == resource_id:
                return resource
        raise KeyError(resource_id)
