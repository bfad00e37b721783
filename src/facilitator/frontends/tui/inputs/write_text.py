"""WriteText: ready phrases as a list, then "in my own words", which opens one line (A2)."""

from facilitator.domain.answers import Answer, Chosen, Draft, Typed
from facilitator.domain.prompt import WriteText
from facilitator.frontends.tui.field import Field
from facilitator.frontends.tui.inputs.state import InputState, Row, RowKind
from facilitator.wording import full_screen as words


class WriteTextState(InputState):
    """A list first; the line keeps its words when somebody goes back to the list.

    Without ready phrases the line is open at once.
    """

    def __init__(self, asked: WriteText) -> None:
        """Begin with the prompt's input."""
        self._asked = asked
        self._ready_before = next(
            (at for at, one in enumerate(asked.ready) if asked.given in (one.label, one.id)), -1
        )
        self._field = Field("" if self._ready_before >= 0 else asked.given)
        self._is_writing = not asked.ready

    @property
    def notes(self) -> tuple[str, ...]:
        """Return how the line is given, or what was written before."""
        if self._is_writing:
            return (words.WRITING_WITH_LIST if self._asked.ready else words.WRITING,)
        if self._field.text and not self._asked.hidden:
            return (words.WRITTEN.format(words=self._field.text),)
        return ()

    @property
    def open_field(self) -> Field | None:
        """Return the line while it is open."""
        return self._field if self._is_writing else None

    def rows(self) -> tuple[Row, ...]:
        """Return the line, or the list."""
        asked = self._asked
        if self._is_writing:
            kind = RowKind.LINE
            return (Row("", kind, field=self._field, masked=asked.hidden, tall=not asked.hidden),)
        return (*(Row(one.label) for one in asked.ready), Row(asked.own_words))

    def start(self) -> int:
        """Return the ready phrase that was given before, the own words, or the first row."""
        if self._ready_before >= 0:
            return self._ready_before
        return 0 if self._is_writing or not self._asked.given else len(self._asked.ready)

    def enter(self, row: int) -> Answer | None:
        """Return what is typed or the ready phrase; open the line from the last row."""
        if self._is_writing:
            return Typed(self._field.text)
        if row < len(self._asked.ready):
            return Chosen(self._asked.ready[row].id)
        self._is_writing = True
        return None

    def leave_line(self) -> bool:
        """Go back to the list, if there is one."""
        was_writing = self._is_writing and bool(self._asked.ready)
        self._is_writing = not self._asked.ready
        return was_writing

    def draft(self, prompt_id: str) -> Draft:
        """Return what is typed; a hidden word is never kept."""
        typed = "" if self._asked.hidden else self._field.text
        return Draft(prompt_id, typed=typed, is_writing=self._is_writing)

    def restore(self, draft: Draft) -> None:
        """Put back what was typed, the line open if it was open."""
        self._field = Field(draft.typed)
        self._is_writing = draft.is_writing or not self._asked.ready
