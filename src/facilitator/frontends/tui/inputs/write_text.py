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

    Without ready phrases the line is open at once, and so it is where the prompt says so:
    then its rows stand under it while it is empty. Letters are on the screen from the start
    with `keyboard`, else when they are asked for; with them a list comes first.
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
        self._is_open = asked.is_open and bool(asked.ready) and not keyboard
        self._is_writing = self._is_open or not asked.ready
        self._has_board = keyboard
        if self._is_open:
            self._field.select()
        self._is_masked = asked.hidden
        self._focus = _LINE
        phrases = () if asked.hidden else [one.label for one in asked.ready]
        self._board = Board(letters, phrases, capitals=not asked.hidden)

    @property
    def notes(self) -> tuple[str, ...]:
        """Return how the line is given, or what was written before."""
        if self._lists_under_line:
            return (words.WRITING_OR_ROW,)
        if self._is_writing and not self._has_board:
            return (words.WRITING_WITH_LIST if self._asked.ready else words.WRITING,)
        if not self._is_writing and self._field.text and not self._asked.hidden:
            return (words.WRITTEN.format(words=self._field.text),)
        return ()

    @property
    def open_field(self) -> Field | None:
        """Return the line while it is open."""
        return self._field if self._is_writing else None

    @property
    def _lists_under_line(self) -> bool:
        """Whether the rows stand under the open line: nothing is typed there yet."""
        return self._is_open and self._is_writing and not self._has_board

    @property
    def takes_digits(self) -> bool:
        """Return whether nothing is typed yet; what is selected gives way to a row too."""
        return self._lists_under_line and self._field.takes_commands

    def open_line(self) -> bool:
        """Open the line; what was given before is selected, what was typed stays (A2)."""
        if self._is_writing:
            return False
        self._is_writing, self._focus = True, _LINE
        if self._field.text == self._asked.given:
            self._field.select()
        elif self._field.text and not self._field.text.endswith(" "):
            self._field.press("end")
            self._field.write(" ")
        return True

    def rows(self) -> tuple[Row, ...]:
        """Return the line and what is under it, or the list."""
        asked = self._asked
        if self._is_writing:
            is_tall = not asked.hidden and not self._has_board
            is_tall = is_tall and not self._lists_under_line
            line = Row("", RowKind.LINE, field=self._field, masked=self._is_masked, tall=is_tall)
            if self._lists_under_line:
                # While something is typed a digit is text, so no row may show one.
                kind = RowKind.CHOICE if self.takes_digits else RowKind.PHRASE
                labels = (*(one.label for one in asked.ready), words.SHOW_LETTERS)
                return (line, *(Row(one, kind) for one in labels))
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
        if self._lists_under_line:
            return self._enter_open(row)
        if row > _LINE and not self._is_done(row - 1):
            return None
        return Typed(self._field.text)

    def _enter_open(self, row: int) -> Answer | None:
        """Return the words, or the row: the first one where the line is empty (A2).

        Words that are typed come before any row, so that none is lost.
        """
        if self._field.text and (row == _LINE or not self.takes_digits):
            return Typed(self._field.text)
        at = max(0, row - 1)
        if at < len(self._asked.ready):
            return Chosen(self._asked.ready[at].id)
        self._has_board, self._focus = True, _LINE
        return None

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
        """Go back to the list, if there is one; words over rows are selected first."""
        if self._lists_under_line:
            # What is typed is only selected, so that it is not lost by going back once.
            is_typed = not self._field.takes_commands
            self._field.select()
            return is_typed
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
        self._is_writing = draft.is_writing or self._is_open or not self._asked.ready
