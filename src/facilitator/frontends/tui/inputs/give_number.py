"""GiveNumber: a line where digits are typed, and beside it what low and high mean."""

from facilitator.domain.answers import Answer, Draft, Typed
from facilitator.domain.prompt import GiveNumber
from facilitator.frontends.tui.field import Field
from facilitator.frontends.tui.inputs.state import InputState, Row, RowKind
from facilitator.wording import full_screen as words


class GiveNumberState(InputState):
    """Type a number. The core reads it; a number given before is selected."""

    def __init__(self, asked: GiveNumber) -> None:
        """Begin with the prompt's input."""
        self._asked = asked
        self._field = Field()
        if asked.given:
            self._field.write(asked.given)
            self._field.select()

    @property
    def notes(self) -> tuple[str, ...]:
        """Return what the numbers mean, such as "0 is not sure. 10 is sure."."""
        asked = self._asked
        if not (asked.low_words or asked.high_words):
            return (words.NUMBER.format(low=asked.low, high=asked.high),)
        ends = ((asked.low, asked.low_words), (asked.high, asked.high_words))
        means = [words.NUMBER_MEANS.format(number=at, words=said) for at, said in ends if said]
        return (words.NUMBER.format(low=asked.low, high=asked.high), " ".join(means))

    @property
    def open_field(self) -> Field:
        """Return the line; it is always open."""
        return self._field

    def rows(self) -> tuple[Row, ...]:
        """Return the line."""
        return (Row("", RowKind.LINE, field=self._field),)

    def enter(self, row: int) -> Answer:
        """Return what is typed, as it is typed."""
        return Typed(self._field.text)

    def draft(self, prompt_id: str) -> Draft:
        """Return what is typed."""
        return Draft(prompt_id, typed=self._field.text, is_writing=True)

    def restore(self, draft: Draft) -> None:
        """Put back what was typed."""
        self._field = Field(draft.typed)
