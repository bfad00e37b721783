"""The loop of plain mode: write a prompt, read a line, hand in what it means (A1, A2)."""

import time
from collections.abc import Callable
from typing import TextIO

from facilitator.domain.answers import GO_ON, Answer, Chosen, ChosenSeveral, Draft, Typed
from facilitator.domain.exit_codes import ENDED_FROM_OUTSIDE, FINE
from facilitator.domain.keys import ASIDE, KeyCommand, SpeechKey, command_for, speech_key_for
from facilitator.domain.prompt import (
    ChoosePeople,
    ChooseSeveral,
    Notice,
    Prompt,
    WriteText,
    leads_on,
)
from facilitator.frontends.plain import inputs, pages
from facilitator.frontends.plain.asking import Asking
from facilitator.frontends.plain.clearing import Clearing
from facilitator.frontends.plain.function_keys import name_of
from facilitator.frontends.plain.output import NotWritten
from facilitator.frontends.plain.reader import Broken, Reader
from facilitator.frontends.plain.showing import Showing
from facilitator.frontends.plain.twice import Twice
from facilitator.frontends.plain.waiting import TooMuch
from facilitator.frontends.plain.window import Window
from facilitator.frontends.plain.writer import Writer
from facilitator.meetings.guide import Guide
from facilitator.wording import plain as words


class PlainLoop:
    """Plain mode over one guide."""

    def __init__(
        self,
        guide: Guide,
        reader: Reader,
        writer: Writer,
        *,
        now: Callable[[], float] = time.monotonic,
        can_leave: bool = True,
        is_shut: bool = False,
    ) -> None:
        """Show this guide's prompts, on to the full screen only if it `can_leave`.

        `is_shut` where only the group ends the program, never a key (S13).
        """
        self._is_shut = is_shut
        self._guide, self._reader, self._writer = guide, reader, writer
        self._twice = Twice(now)
        self._clearing = Clearing(is_possible=reader.is_terminal and writer.can_clear)
        self._asking = Asking(guide, reader, writer, self._clearing)
        self._can_leave, self._was_told_to_stay = can_leave, False
        self._was_broken = self._knows_reserved = False
        self._aside, self._cue = guide.draft, ""
        self._showing = self._begun()

    def run(self, why: str) -> int:
        """Go on until the program is over, another front end is asked for, or input ends.

        Raises NotWritten where nothing can be shown any more: each answer given was saved
        before. A machine that is only for the program starts it again instead (S13).
        """
        try:
            with self._reader.kept():
                self._writer.line(why)
                self._show(self._guide.prompt.notice, with_keys=True)
                self._go_on()
                self._writer.send()
        except NotWritten:
            if not self._is_shut:
                raise
            return ENDED_FROM_OUTSIDE
        if self._is_shut and not self._is_left:
            return ENDED_FROM_OUTSIDE  # the input has gone: nobody closed the program
        return FINE

    def _go_on(self) -> None:
        while not self._is_left:
            line = self._asking.read(self._showing)
            if isinstance(line, Broken):
                line = self._after_break(line)
            else:
                self._was_broken = False
            if line is None:
                self._writer.end_line()
                self._writer.told(words.END_KEPT)
                return
            if isinstance(line, TooMuch):
                self._guide.touched()
                self._asking.tell(words.TOO_MUCH)
                self._ask()
            if isinstance(line, str):
                self._take(line)
        now = self._showing.draft
        is_here = _holds(now) and not self._showing.prompt.is_cover
        self._guide.keep_draft(now if is_here else self._aside)

    @property
    def _is_left(self) -> bool:
        is_asked = self._guide.switch_to is not None and self._can_leave
        return self._guide.is_over or (is_asked and not self._clearing.is_asked)

    def _begun(self) -> Showing:
        prompt, draft = self._guide.prompt, self._aside
        if draft.prompt_id == prompt.id:
            self._aside = Draft()
        return Showing.begun(prompt, draft)

    def _after_break(self, broken: Broken) -> Broken | None:
        """Say that nothing is lost, and put back what was half typed.

        None the second time: that leads out, where anything does but the group (S13).
        """
        if self._was_broken and not self._is_shut:
            return None
        self._was_broken = True
        self._guide.touched()
        self._writer.end_line()
        self._asking.tell(*((words.BREAK,) if self._is_shut else (words.BREAK, words.BREAK_HOW)))
        showing, typed = self._showing, broken.typed.strip()
        is_text = isinstance(showing.prompt.input, WriteText) and not typed.isdecimal()
        if typed and (is_text or showing.is_typed) and not self._clearing.is_asked:
            showing.typed, showing.is_writing = broken.typed, showing.is_writing or is_text
            self._asking.tell_draft(showing)
        self._ask()
        return broken

    def _take(self, line: str) -> None:
        if self._is_struck_twice(line):
            self._asking.tell(words.TWICE)
            self._ask()
            return
        if self._clearing.is_asked:
            self._take_clearing(line)
            return
        self._guide.touched()
        key = name_of(line)
        line = key or line
        voice = speech_key_for(line)
        if voice is not None and (voice is SpeechKey.SPEAK or self._guide.ways.speech):
            self._speak(voice)
        elif key and voice is not None:
            self._asking.tell(words.NOT_HERE)
            self._ask()
        else:
            self._answer(line)

    def _answer(self, line: str) -> None:
        showing = self._showing
        command = self._command(line)
        again = None if line.strip() else showing.enter_alone()
        if leads_on(showing.prompt, command):
            self._give(GO_ON)
        elif command is not None:
            self._do(command)
        elif again is not None:
            self._give(again)
        elif showing.is_writing:
            self._give(Typed(inputs.unquoted(line)))
        elif inputs.asks_for_more(showing.prompt.input, line):
            self._more(line)
        else:
            self._mean(line)

    def _command(self, line: str) -> KeyCommand | None:
        """Return the command of a line; "easy" may be all that somebody wants to write."""
        showing = self._showing
        is_text = showing.is_typed or isinstance(showing.prompt.input, WriteText)
        command = command_for(line, in_text=is_text, own=self._guide.ways.keys)
        return None if showing.is_writing and command is KeyCommand.EASY else command

    def _is_struck_twice(self, line: str) -> bool:
        within = self._guide.ways.strike if self._reader.is_terminal else 0
        return self._twice.is_twice(line, within) and not self._showing.is_typed

    def _speak(self, voice: SpeechKey) -> None:
        """Do what is asked of the voice, and say in a line what came of it."""
        before = self._guide.prompt.notice
        self._guide.speak(voice)
        notice = self._news_since(before)
        if voice is SpeechKey.ALL:
            self._show(notice)
            return
        self._writer.told(notice.words if notice else words.VOICE_GOES_ON)
        self._ask()

    def _news_since(self, before: Notice | None) -> Notice | None:
        """Return the notice if it is a new one: an old one would be told twice."""
        notice = self._guide.prompt.notice
        return None if notice is before else notice

    def _mean(self, line: str) -> None:
        showing = self._showing
        page = inputs.pages_of(inputs.rows_of(showing.prompt.input))[showing.page]
        meant = inputs.meaning(showing.prompt.input, line, page, showing.marked)
        match meant:
            case inputs.OpenLine():
                self._open_line()
            case inputs.NotUnderstood(how=how):
                self._asking.tell(how)
                pages.write_keys(self._writer, showing.prompt)
                self._ask()
            case _:
                self._give(meant, by_words=not line.strip().isdecimal())

    def _open_line(self) -> None:
        showing = self._showing
        showing.is_writing = True
        if not self._knows_reserved:
            self._knows_reserved = True
            self._asking.tell(words.RESERVED, words.RESERVED_HOW)
        self._asking.tell_draft(showing)
        if showing.said_before and not showing.typed:
            self._asking.tell(words.GIVEN_HOW)
        self._ask()

    def _more(self, line: str) -> None:
        """Show the next page; what a line marks before its 0 stays marked (A21)."""
        showing, asked = self._showing, self._showing.prompt.input
        found = inputs.pages_of(inputs.rows_of(asked))
        marks = line.replace(",", " ").split()[:-1]
        if marks:
            meant = inputs.meaning(asked, " ".join(marks), found[showing.page], showing.marked)
            if not isinstance(meant, ChosenSeveral):
                self._mean(" ".join(marks))
                return
            showing.marked = meant.ids
            pages.write_chosen(self._writer, asked, showing.marked)
        showing.page = (showing.page + 1) % len(found)
        self._rows()
        self._ask()

    def _do(self, command: KeyCommand) -> None:
        showing, before = self._showing, self._guide.prompt.notice
        if showing.is_writing and command is KeyCommand.BACK:
            showing.is_writing, showing.page = False, 0
            self._rows()
            self._guide.speak(SpeechKey.ALL)
            self._ask()
        elif command is KeyCommand.AGAIN:
            self._guide.press(command)
            showing.prompt, showing.page = self._guide.prompt, 0
            self._show(showing.prompt.notice, with_keys=True)
        elif self._guide.press(command):
            if command in ASIDE and _holds(showing.draft) and not showing.prompt.is_cover:
                self._aside = showing.draft
            self._show_next(showing.prompt)
        else:
            notice = self._news_since(before)
            self._asking.tell(notice.words if notice else words.NOT_HERE)
            self._ask()

    def _give(self, answer: Answer, *, by_words: bool = False) -> None:
        prompt = self._showing.prompt
        if self._guide.give(answer):
            self._clearing.given(prompt)
            ids: tuple[str, ...] | None = None
            if isinstance(answer, ChosenSeveral) and not prompt.is_private:
                ids = answer.ids
            elif isinstance(answer, Chosen) and by_words and not prompt.is_private:
                ids = (answer.id,)
            self._show_next(prompt, ids)
            return
        self._showing.refused(answer)
        notice = self._guide.prompt.notice
        self._asking.tell(notice.words if notice else words.NOT_HERE)
        if isinstance(prompt.input, ChooseSeveral | ChoosePeople):
            pages.write_chosen(self._writer, prompt.input, self._showing.marked)
        self._asking.tell_draft_how(self._showing, words.REFUSED_HOW)
        self._ask()

    def _show_next(self, left: Prompt, chosen: tuple[str, ...] | None = None) -> None:
        self._guide.look_for_news()
        self._showing = self._begun()
        # Also before the full screen: the window is there again when that is left.
        is_clearing = self._clearing.comes_before(self._guide.prompt)
        if self._is_left:
            return
        self._writer.gap()
        notice = self._guide.prompt.notice
        if chosen is not None and (chosen or inputs.rows_of(left.input)):
            pages.write_chosen(self._writer, left.input, chosen)
        is_stuck = self._guide.switch_to is not None and not self._can_leave
        if is_stuck and not self._was_told_to_stay:
            self._was_told_to_stay = True
            self._writer.told(words.NO_FULL_SCREEN)
        if is_clearing:
            pages.write_notice(self._writer, notice)
            self._asking.tell(words.CLEAR)
            pages.write_clearing(self._writer)
            self._ask()
        else:
            self._show(notice, is_first=True)

    def _take_clearing(self, line: str) -> None:
        """Clear the window or leave it; a command leaves it, and is done after that (A1, S11)."""
        command = command_for(line, own=self._guide.ways.keys)
        is_yes = self._clearing.is_yes(line)
        if is_yes is None and command is None:
            self._asking.tell(words.NOT_THERE_YES_NO)
            self._ask()
            return
        self._clearing.answered()
        if is_yes:
            self._writer.clear()
        if self._is_left:
            if command is not None:
                self._guide.press(command)
            return
        self._guide.speak(SpeechKey.ALL)
        self._show(None)
        if command is not None:
            self._writer.end_line()
            self._do(command)

    def _show(
        self, notice: Notice | None, *, with_keys: bool = False, is_first: bool = False
    ) -> None:
        """Write what changed, where we are, what is asked, the rows; then ask."""
        writer, showing = self._writer, self._showing
        if not is_first:
            writer.gap()
        pages.write_notice(writer, notice)
        # Whoever hears line by line hears a cue once a step, and again when asked.
        is_new_cue, self._cue = showing.prompt.cue != self._cue, showing.prompt.cue or self._cue
        pages.write_prompt(writer, showing.prompt, with_cue=is_new_cue or with_keys)
        if not showing.is_writing:
            self._rows()
        if with_keys:
            pages.write_keys(writer, showing.prompt)
        if showing.is_typed:
            self._asking.tell_draft(showing)
        self._asking.leave_unsaid()
        self._ask()

    def _rows(self) -> None:
        showing = self._showing
        pages.write_rows(self._writer, showing.prompt.input, showing.page, showing.marked)

    def _ask(self) -> None:
        self._asking.ask(self._showing)


def _holds(draft: Draft) -> bool:
    return bool(draft.typed or draft.marked or draft.is_writing)


def run(
    guide: Guide,
    lines_in: TextIO,
    lines_out: TextIO,
    *,
    why: str,
    window: Window | None = None,
    can_leave: bool = True,
    is_shut: bool = False,
) -> int:
    """Hold the program in plain lines; return the exit code, 0 also at the end of input (A1).

    With `is_shut`, keys do not end it, and input that has gone is 143 (S13). Raises
    NotWritten where the output is full, closed or read by nobody.
    """
    writer, reader = Writer(lines_out, window or Window()), Reader(lines_in, is_shut=is_shut)
    return PlainLoop(guide, reader, writer, can_leave=can_leave, is_shut=is_shut).run(why)
