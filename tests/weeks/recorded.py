"""A group's evenings, held once in the scenario and written down deed by deed."""

from __future__ import annotations

from dataclasses import dataclass, field

from facilitator.domain.answers import Answer
from facilitator.domain.keys import KeyCommand
from facilitator.domain.prompt import Prompt
from tests.scenario import Scenario
from tests.weeks.machine import Machine


@dataclass(frozen=True)
class Deed:
    """What was done at a prompt: an answer, or a key."""

    prompt: Prompt
    done: Answer | KeyCommand


@dataclass
class Recorded(Scenario):
    """A scenario on a real folder that writes down what is done in it."""

    machine_of: Machine | None = None
    deeds: list[Deed] = field(default_factory=list)

    def answer(self, answer: Answer) -> bool:
        """Give an answer, and write it down."""
        if self.machine_of is not None:
            self.machine_of.before(self.prompt.id)
        self.deeds.append(Deed(self.prompt, answer))
        return super().answer(answer)

    def press(self, command: KeyCommand) -> bool:
        """Press a key, and write it down."""
        self.deeds.append(Deed(self.prompt, command))
        return super().press(command)

    def choose_all(self, *choices: str) -> None:
        """Choose these, one after the other."""
        for choice in choices:
            self.choose(choice)

    def turn_of(self, step: str, person: str) -> None:
        """Go on to the keyboard round of a step, and hand the keys to somebody."""
        self.until(lambda prompt: prompt.id == f"{step}//@keyboard")
        self.choose(person)
        self.onward()
