"""Confirm: 1 is yes, 2 is no."""

from facilitator.domain.answers import Answer, Confirmed
from facilitator.domain.prompt import Confirm
from facilitator.frontends.tui.inputs.state import InputState, Row


class ConfirmState(InputState):
    """Two rows, yes first: it leads onward."""

    def __init__(self, asked: Confirm) -> None:
        """Begin with the prompt's input."""
        self._rows = (Row(asked.yes), Row(asked.no))

    def rows(self) -> tuple[Row, ...]:
        """Return yes and no."""
        return self._rows

    def enter(self, row: int) -> Answer:
        """Return yes for the first row, no for the second."""
        return Confirmed(row == 0)
