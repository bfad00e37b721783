"""What stands between two prompts: sentences of our own, what is asked, the next line (A1)."""

from facilitator.frontends.plain import inputs
from facilitator.frontends.plain.clearing import Clearing
from facilitator.frontends.plain.reader import Broken, Reader
from facilitator.frontends.plain.showing import Showing
from facilitator.frontends.plain.waiting import TooMuch
from facilitator.frontends.plain.writer import Writer
from facilitator.meetings.guide import Guide
from facilitator.wording import plain as words


class Asking:
    """Tells, asks and reads; the voice says what is told once something is asked (A9)."""

    def __init__(self, guide: Guide, reader: Reader, writer: Writer, clearing: Clearing) -> None:
        """Read from the reader and write to the writer; `guide` has the voice."""
        self._guide, self._reader, self._writer = guide, reader, writer
        self._clearing = clearing
        self._told: list[str] = []

    def tell(self, *sentences: str) -> None:
        """Write sentences of our own, which the voice says too."""
        self._writer.told(*sentences)
        self._told += sentences

    def tell_draft(self, showing: Showing) -> None:
        """Tell what was typed and not yet taken; the voice leaves a person's words out (A12)."""
        if showing.typed and not showing.is_hidden:
            self._writer.line(words.DRAFT.format(typed=showing.typed))
            self.tell_draft_how(showing, words.DRAFT_HOW)

    def tell_draft_how(self, showing: Showing, how: str) -> None:
        """Tell what Enter alone does with it."""
        if not showing.typed or showing.is_hidden:
            return
        if showing.is_too_long:
            self._writer.line(words.TOO_LONG_FITS.format(end=showing.fits_to))
            how = words.TOO_LONG_HOW
        self.tell(how)

    def leave_unsaid(self) -> None:
        """Let the voice say nothing of it: it says a whole prompt by itself."""
        self._told.clear()

    def ask(self, showing: Showing) -> None:
        """Write what stands last on the line."""
        if self._told:
            self._guide.explained(" ".join(self._told))
            self._told.clear()
        if self._clearing.is_asked:
            self._writer.ask(words.ASK_CHOICE)
        elif not showing.is_writing:
            self._writer.ask(inputs.asking(showing.prompt.input))
        elif not self._is_unseen(showing):
            if showing.is_hidden:
                self._writer.told(words.SHOWN_AS_TYPED)
            self._writer.ask(words.ASK_LINE)

    def read(self, showing: Showing) -> str | Broken | TooMuch | None:
        """Return the next line; None at the end of input."""
        if not self._is_unseen(showing):
            line = self._reader.line()
            if not self._reader.is_terminal and line is not None:
                self._writer.end_line()
            return line
        with self._reader.unseen():
            # Asked only now: what is typed at once is unseen too.
            self._writer.ask(words.ASK_LINE)
            line = self._reader.line()
        if isinstance(line, str):
            self._writer.end_line()
        return line

    def _is_unseen(self, showing: Showing) -> bool:
        is_open = showing.is_writing and not self._clearing.is_asked
        return is_open and showing.is_hidden and self._reader.can_hide
