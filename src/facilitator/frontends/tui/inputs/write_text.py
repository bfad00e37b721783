"""WriteText: ready phrases as a list, then "in my own words", which opens one line (A2)."""

from facilitator.domain.answers import Answer, Chosen, Draft, Typed
from facilitator.domain.prompt import WriteText
from facilitator.domain.records import Letters
from facilitator.frontends.tui.field import Field
from facilitator.frontends.tui.inputs.board import Board
from facilitator.frontends.tui.inputs.state import InputState, Row, RowKind
from facilitator.wording import full_screen as words

_LINE = 0


class WriteTextState(InputState):
    """A list first; the line keeps its words when somebody goes back to the list.

    Without ready phrases the line is open at once. Letters are on the screen from the
    start with `keyboard`, else when they are asked for.
    """

    def __init__(
        self, asked: WriteText, *, keyboard: bool = False, letters: Letters = Letters.ALPHABET
    ) -> None:
        """Begin with the prompt's input."""
        self._asked = asked
        self._ready_before = next(
            (at for at, one in enumerate(asked.ready) if asked.given in (one.label, one.id)), -1
        )
        self._field = Field("" if self._ready_before >= 0 else asked.given)
        self._is_writing = not asked.ready
        self._has_board = keyboard
        self._is_masked = asked.hidden
        self._focus = _LINE
        phrases = () if asked.hidden else [one.label for one in asked.ready]
        self._board = Board(letters, phrases, capitals=not asked.hidden)

    @property
    def notes(self) -> tuple[str, ...]:
        """Return how the line is given, or what was written before."""
        if self._is_writing and not self._has_board:
            return (words.WRITING_WITH_LIST if self._asked.ready else words.WRITING,)
        if not self._is_writing and self._field.text and not self._asked.hidden:
            return (words.WRITTEN.format(words=self._field.text),)
        return ()

    @property
    def open_field(self) -> Field | None:
        """Return the line while it is open."""
        return self._field if self._is_writing else None

    def rows(self) -> tuple[Row, ...]:
        """Return the line and what is under it, or the list."""
        asked = self._asked
        if self._is_writing:
            is_tall = not asked.hidden and not self._has_board
            line = Row("", RowKind.LINE, field=self._field, masked=self._is_masked, tall=is_tall)
            board = self._board.rows() if self._has_board else ()
            return (line, *board, *(Row(one, RowKind.DONE) for one in self._under_the_line()))
        return (*(Row(one.label) for one in asked.ready), Row(asked.own_words))

    def start(self) -> int:
        """Return the ready phrase that was given before, the own words, or the first row."""
        if self._is_writing:
            return _LINE
        if self._ready_before >= 0:
            return self._ready_before
        return len(self._asked.ready) if self._asked.given else 0

    def enter(self, row: int) -> Answer | None:
        """Return what is typed or the ready phrase; open the line, or do what a key does."""
        if not self._is_writing:
            if row < len(self._asked.ready):
                return Chosen(self._asked.ready[row].id)
            self._is_writing, self._focus = True, _LINE
            return None
        if row > _LINE and not self._is_done(row - 1):
            return None
        return Typed(self._field.text)

    def _under_the_line(self) -> list[str]:
        """Return the rows for whoever has no Enter, and who wants to see a hidden word (A18)."""
        rows = [] if self._has_board else [words.DONE, words.SHOW_LETTERS]
        if self._asked.hidden:
            rows.append(words.SHOW_WORD if self._is_masked else words.HIDE_WORD)
        return rows

    def _is_done(self, at: int) -> bool:
        """Do what a row under the line does; return whether it was "Done"."""
        keys = self._board.rows() if self._has_board else ()
        if at < len(keys):
            is_done = self._board.press(at, self._field)
            self._focus = at + 1 if at + 1 < len(self.rows()) else _LINE
            return is_done
        self._focus = _LINE
        match self._under_the_line()[at - len(keys)]:
            case words.SHOW_LETTERS:
                self._has_board = True
            case words.SHOW_WORD | words.HIDE_WORD:
                self._is_masked = not self._is_masked
            case _:
                return True
        return False

    def focus_after(self, row: int) -> int:
        """Return the line when it was just opened, else the key that was pressed."""
        return self._focus

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
