"""ChoosePeople: names; several like ChooseSeveral, at most one like ChooseOne."""

from facilitator.domain.answers import Answer, ChosenSeveral
from facilitator.domain.prompt import ChoosePeople, ChooseSeveral
from facilitator.frontends.tui.inputs.choose_several import ChooseSeveralState
from facilitator.frontends.tui.inputs.state import InputState, Row, place_of


class ChoosePeopleState(ChooseSeveralState):
    """Pick any number of people."""

    def __init__(self, asked: ChoosePeople) -> None:
        """Begin with the prompt's input."""
        super().__init__(ChooseSeveral(asked.people, asked.marked))


class ChoosePersonState(InputState):
    """Pick one person: the focused name is given. To pick nobody there is Back and Pass."""

    def __init__(self, asked: ChoosePeople) -> None:
        """Begin with the prompt's input."""
        self._people = asked.people
        self._before = asked.marked[0] if asked.marked else ""

    def rows(self) -> tuple[Row, ...]:
        """Return one row a name."""
        return tuple(Row(one.label) for one in self._people)

    def start(self) -> int:
        """Return the row that was given before, or the first."""
        return place_of(self._before, self._people)

    def enter(self, row: int) -> Answer:
        """Return this row's person; nobody where there is no row."""
        return ChosenSeveral(tuple(one.id for one in self._people[row : row + 1]))
