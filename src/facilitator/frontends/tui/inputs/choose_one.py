"""ChooseOne: a row each; the focused one is the mark, Enter gives it."""

from facilitator.domain.answers import Answer, Chosen
from facilitator.domain.prompt import ChooseOne
from facilitator.frontends.tui.inputs.state import InputState, Row, RowKind, place_of


class ChooseOneState(InputState):
    """Pick one. What was given before has the focus, so that going back shows it."""

    def __init__(self, asked: ChooseOne) -> None:
        """Begin with the prompt's input."""
        self._asked = asked

    def rows(self) -> tuple[Row, ...]:
        """Return one row a choice."""
        rows = [Row(choice.label, told=choice.told) for choice in self._asked.shown]
        if self._asked.is_done_last:
            rows[-1] = Row(rows[-1].label, RowKind.DONE)
        return tuple(rows)

    def start(self) -> int:
        """Return the row that was given before, or the first choice, wherever it stands."""
        return place_of(self._asked.marked or self._asked.choices[0].id, self._asked.shown)

    def enter(self, row: int) -> Answer:
        """Return the choice of this row."""
        return Chosen(self._asked.shown[row].id)
