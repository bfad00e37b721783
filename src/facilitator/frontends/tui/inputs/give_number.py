"""GiveNumber: a line where digits are typed, the numbers to tap, and what low and high mean."""

from facilitator.domain.answers import Answer, Draft, Typed
from facilitator.domain.prompt import GiveNumber
from facilitator.frontends.tui.field import NUMBER_LETTERS, Field
from facilitator.frontends.tui.inputs.state import InputState, Row, RowKind
from facilitator.wording import full_screen as words

_ALWAYS_SHOWN = 12
"""So many numbers stand on the screen from the start; more are one row away."""

_LINE = 0


class GiveNumberState(InputState):
    """Type a number, or tap it. The core reads it; a number given before is selected."""

    def __init__(self, asked: GiveNumber, *, keyboard: bool = False) -> None:
        """Begin with the prompt's input."""
        self._asked = asked
        self._field = Field(most=NUMBER_LETTERS)
        self._numbers = [str(number) for number in range(asked.low, asked.high + 1)]
        self._shows_numbers = keyboard or len(self._numbers) <= _ALWAYS_SHOWN
        if asked.given:
            self._field.write(asked.given)
            self._field.select()

    @property
    def notes(self) -> tuple[str, ...]:
        """Return how a number is given."""
        pattern = words.NUMBER_OR_CHOOSE if self._shows_numbers else words.NUMBER
        return (pattern.format(low=self._asked.low, high=self._asked.high),)

    @property
    def open_field(self) -> Field:
        """Return the line; it is always open."""
        return self._field

    def rows(self) -> tuple[Row, ...]:
        """Return the line, then the numbers, or the rows that give it and that show them."""
        line = Row("", RowKind.LINE, field=self._field)
        if self._shows_numbers:
            return (line, *(Row(number, RowKind.KEY) for number in self._numbers))
        return (line, Row(words.DONE, RowKind.DONE), Row(words.SHOW_NUMBERS, RowKind.DONE))

    def enter(self, row: int) -> Answer | None:
        """Return what is typed, as it is typed, or the number that was tapped."""
        if row > _LINE and self._shows_numbers:
            return Typed(self._numbers[row - 1])
        if row > _LINE and self.rows()[row].label == words.SHOW_NUMBERS:
            self._shows_numbers = True
            return None
        return Typed(self._field.text)

    def focus_after(self, row: int) -> int:
        """Return the line: the numbers were just shown."""
        return _LINE

    def draft(self, prompt_id: str) -> Draft:
        """Return what is typed."""
        return Draft(prompt_id, typed=self._field.text, is_writing=True)

    def restore(self, draft: Draft) -> None:
        """Put back what was typed."""
        self._field = Field(draft.typed, most=NUMBER_LETTERS)
