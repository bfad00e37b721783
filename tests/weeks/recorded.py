"""A group's evenings, held once in the scenario and written down deed by deed."""

from __future__ import annotations

from dataclasses import dataclass, field

from facilitator.domain.answers import Answer
from facilitator.domain.keys import KeyCommand
from facilitator.domain.prompt import Prompt
from tests.scenario import Scenario


@dataclass(frozen=True)
class Deed:
    """What was done at a prompt: an answer, or a key."""

    prompt: Prompt
    done: Answer | KeyCommand


@dataclass
class Recorded(Scenario):
    """A scenario that writes down what is done in it."""

    deeds: list[Deed] = field(default_factory=list)

    def answer(self, answer: Answer) -> bool:
        """Give an answer, and write it down."""
        self.deeds.append(Deed(self.prompt, answer))
        return super().answer(answer)

    def press(self, command: KeyCommand) -> bool:
        """Press a key, and write it down."""
        self.deeds.append(Deed(self.prompt, command))
        return super().press(command)
