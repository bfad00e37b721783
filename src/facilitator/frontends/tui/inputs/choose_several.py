"""ChooseSeveral: a digit, a click or Enter on a row ticks it; Enter on "Done" gives them (A2)."""

from collections.abc import Iterable

from facilitator.domain.answers import Answer, ChosenSeveral, Draft
from facilitator.domain.prompt import Choice, ChooseSeveral
from facilitator.frontends.tui.inputs.state import InputState, Row, RowKind
from facilitator.wording import full_screen as words


class ChooseSeveralState(InputState):
    """Pick any number. The focus begins on the last row, "Done", and a digit leaves it there."""

    def __init__(self, asked: ChooseSeveral) -> None:
        """Begin with the prompt's input."""
        self._choices: tuple[Choice, ...] = asked.choices
        self._marked = self._known(asked.marked)

    @property
    def marks_without_giving(self) -> bool:
        """Return True: a digit or a click marks, "Done" gives."""
        return True

    def rows(self) -> tuple[Row, ...]:
        """Return one row a choice, its mark in text, and "Done".

        That row names Enter as well: whoever sees the focus on a name thinks that Enter marks it.
        """
        shown = [Row(one.label, is_marked=one.id in self._marked) for one in self._choices]
        return (*shown, Row(words.DONE_SEVERAL, RowKind.DONE))

    def start(self) -> int:
        """Return "Done": Enter there leads onward, whatever is ticked (A2)."""
        return len(self._choices)

    def mark(self, row: int) -> None:
        """Put the mark on, or take it off."""
        if row < len(self._choices):
            self._marked ^= {self._choices[row].id}

    def enter(self, row: int) -> Answer | None:
        """Tick the row that the arrows led to; on "Done" return all that is ticked, in order."""
        if row < len(self._choices):
            self.mark(row)
            return None
        return ChosenSeveral(self._in_order())

    def draft(self, prompt_id: str) -> Draft:
        """Return the marks."""
        return Draft(prompt_id, marked=self._in_order())

    def restore(self, draft: Draft) -> None:
        """Put the marks back."""
        self._marked = self._known(draft.marked)

    def _known(self, ids: Iterable[str]) -> set[str]:
        return {one.id for one in self._choices} & set(ids)

    def _in_order(self) -> tuple[str, ...]:
        return tuple(one.id for one in self._choices if one.id in self._marked)
