"""Acknowledge: one row that leads onward."""

from facilitator.domain.answers import GO_ON, Answer
from facilitator.domain.prompt import Acknowledge
from facilitator.frontends.tui.inputs.state import InputState, Row


class AcknowledgeState(InputState):
    """One row; Enter goes on."""

    def __init__(self, asked: Acknowledge) -> None:
        """Begin with the prompt's input."""
        self._row = Row(asked.label)

    def rows(self) -> tuple[Row, ...]:
        """Return the one row."""
        return (self._row,)

    def enter(self, row: int) -> Answer:
        """Return the answer that goes on."""
        return GO_ON
