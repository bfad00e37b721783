"""The loop of plain mode: write a prompt, read a line, hand in what it means (A1, A2)."""

from dataclasses import dataclass
from typing import TextIO

from facilitator.domain.answers import Answer, ChosenSeveral, Typed
from facilitator.domain.keys import MORE, KeyCommand, SpeechKey, command_for, speech_key_for
from facilitator.domain.prompt import (
    Choice,
    ChoosePeople,
    ChooseSeveral,
    GiveNumber,
    Prompt,
    WriteText,
)
from facilitator.frontends.plain import inputs, pages
from facilitator.frontends.plain.reader import Reader
from facilitator.frontends.plain.writer import Writer
from facilitator.meetings.guide import Guide
from facilitator.wording import plain as words

FINE = 0
COLUMNS = 80


@dataclass(slots=True)
class Showing:
    """What is on the last lines: which page of rows, what is marked, whether a line is open."""

    prompt: Prompt
    page: int = 0
    marked: tuple[str, ...] = ()
    is_writing: bool = False


class PlainLoop:
    """Plain mode over one guide."""

    def __init__(self, guide: Guide, reader: Reader, writer: Writer) -> None:
        """Show this guide's prompts."""
        self._guide, self._reader, self._writer = guide, reader, writer
        self._showing = self._begun(guide.prompt)

    def run(self, why: str) -> int:
        """Go on until the program is over, another front end is asked for, or input ends."""
        try:
            self._writer.line(why)
            self._show(with_keys=True)
            self._show_draft()
            while not (self._guide.is_over or self._guide.switch_to):
                line = self._read()
                if line is None:
                    self._writer.end_line()
                    self._writer.line(words.END_KEPT)
                    break
                if not self._reader.is_echoed:
                    self._writer.end_line()
                self._take(line)
        except BrokenPipeError:
            return FINE
        return FINE

    def _begun(self, prompt: Prompt) -> Showing:
        return Showing(prompt, marked=inputs.marked_of(prompt.input))

    def _read(self) -> str | None:
        asked = self._showing.prompt.input
        if not (self._showing.is_writing and isinstance(asked, WriteText) and asked.hidden):
            return self._reader.line()
        with self._reader.unseen() as is_unseen:
            if not is_unseen:
                self._writer.line(words.SHOWN_AS_TYPED)
            return self._reader.line()

    def _take(self, line: str) -> None:
        self._guide.touched()
        voice = speech_key_for(line)
        if voice is not None and (voice is SpeechKey.SPEAK or self._guide.ways.speech):
            self._speak(voice)
            return
        is_typed = self._showing.is_writing or isinstance(self._showing.prompt.input, GiveNumber)
        command = command_for(line, in_text=is_typed)
        if command is not None:
            self._do(command)
        elif self._showing.is_writing:
            self._give(Typed(line or self._draft_typed()))
        elif line.strip() == MORE and self._is_paged():
            self._more()
        else:
            self._mean(line)

    def _speak(self, voice: SpeechKey) -> None:
        """Do what is asked of the voice, and say in a line what came of it."""
        self._guide.speak(voice)
        pages.write_notice(self._writer, self._guide.prompt)
        self._ask()

    def _is_paged(self) -> bool:
        return len(self._pages()) > 1

    def _pages(self) -> tuple[tuple[Choice, ...], ...]:
        return inputs.pages_of(inputs.rows_of(self._showing.prompt.input))

    def _mean(self, line: str) -> None:
        showing = self._showing
        page = self._pages()[showing.page]
        meant = inputs.meaning(showing.prompt.input, line, page, showing.marked)
        match meant:
            case inputs.OpenLine():
                showing.is_writing = True
                self._writer.ask(words.ASK_LINE)
            case inputs.NotUnderstood(how=how):
                self._writer.line(how)
                pages.write_keys(self._writer, showing.prompt)
                self._ask()
            case _:
                self._give(meant)

    def _more(self) -> None:
        self._showing.page = (self._showing.page + 1) % len(self._pages())
        self._rows()
        self._ask()

    def _do(self, command: KeyCommand) -> None:
        showing = self._showing
        if showing.is_writing and command is KeyCommand.BACK:
            self._showing = self._begun(showing.prompt)
            self._rows()
            self._ask()
        elif command is KeyCommand.AGAIN:
            self._guide.press(command)
            self._showing = self._begun(self._guide.prompt)
            self._show(with_keys=True)
        elif self._guide.press(command):
            self._show_next()
        else:
            notice = self._guide.prompt.notice
            self._writer.line(notice.words if notice else words.NOT_HERE)
            self._ask()

    def _give(self, answer: Answer) -> None:
        if self._guide.give(answer):
            self._show_next()
            return
        pages.write_notice(self._writer, self._guide.prompt)
        if isinstance(answer, ChosenSeveral) and isinstance(
            self._showing.prompt.input, ChooseSeveral | ChoosePeople
        ):
            self._showing.marked = ()
        self._ask()

    def _show_next(self) -> None:
        self._guide.look_for_news()
        self._showing = self._begun(self._guide.prompt)
        if not self._guide.is_over and self._guide.switch_to is None:
            self._show()

    def _show(self, *, with_keys: bool = False) -> None:
        pages.write_prompt(self._writer, self._showing.prompt)
        self._rows()
        if with_keys:
            pages.write_keys(self._writer, self._showing.prompt)
        self._ask()

    def _rows(self) -> None:
        found = self._pages()
        page, marked = found[self._showing.page], self._showing.marked
        pages.write_rows(self._writer, page, marked, has_more=len(found) > 1)

    def _ask(self) -> None:
        if self._showing.is_writing:
            self._writer.ask(words.ASK_LINE)
        else:
            pages.ask(self._writer, self._showing.prompt)

    def _draft_typed(self) -> str:
        draft = self._guide.draft
        return draft.typed if draft.prompt_id == self._showing.prompt.id else ""

    def _show_draft(self) -> None:
        """What was typed in the other front end is not lost (A24)."""
        if self._draft_typed() and isinstance(self._showing.prompt.input, WriteText):
            self._showing.is_writing = True
            self._writer.end_line()
            self._writer.line(words.DRAFT.format(typed=self._draft_typed()))
            self._writer.line(words.DRAFT_HOW)
            self._ask()


def run(
    guide: Guide, lines_in: TextIO, lines_out: TextIO, *, why: str, columns: int = COLUMNS
) -> int:
    """Hold the program in plain lines; return the exit code, 0 also at the end of input (A1)."""
    return PlainLoop(guide, Reader(lines_in), Writer(lines_out, columns)).run(why)
