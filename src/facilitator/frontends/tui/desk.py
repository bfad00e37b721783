"""What lies before the person: the prompt, how it is being answered, view and focus.

Pure: keys, clicks, pasted words and the ticks of scanning come in; the rows to show come
out. It asks the guide and never looks at a prompt's id or at an activity, but to see
whether a draft belongs to the prompt.
"""

from dataclasses import replace

from facilitator.domain.answers import GO_ON, Answer, Draft
from facilitator.domain.keys import (
    ASIDE,
    MORE,
    KeyCommand,
    command_for,
    speech_key_for,
)
from facilitator.domain.prompt import Prompt, Tone, leads_on
from facilitator.domain.strikes import Strikes
from facilitator.frontends.tui.code import Modules
from facilitator.frontends.tui.field import Field
from facilitator.frontends.tui.frame import PLAIN_GLYPHS, SMALLEST, Glyphs, Size
from facilitator.frontends.tui.ink import MORE_ROW, Line, Target
from facilitator.frontends.tui.inputs import state_for
from facilitator.frontends.tui.inputs.state import InputState, RowKind
from facilitator.frontends.tui.place import Place
from facilitator.frontends.tui.rows import digits_of
from facilitator.frontends.tui.said import Seen, seen, tell
from facilitator.frontends.tui.scanning import Scanning
from facilitator.frontends.tui.sheet import Sheet, sheet_of, too_small, with_same_leaves
from facilitator.frontends.tui.switch import Switch
from facilitator.frontends.tui.writing import LINE
from facilitator.meetings.guide import Guide
from facilitator.ports.outside import CodeMaker
from facilitator.wording import full_screen as words


class Desk(Scanning):
    """One prompt at a time, at any size of window."""

    def __init__(self, guide: Guide, codes: CodeMaker, size: Size) -> None:
        """Begin with what the guide shows now, and with the draft of the other front end."""
        self._guide = guide
        self._codes = codes
        self._size = size
        self._glyphs = PLAIN_GLYPHS
        self._strikes = Strikes()
        self._switch = Switch()
        self._aside = guide.draft
        self._is_refused = False
        self._prompt: Prompt = guide.prompt
        self._state: InputState = state_for(self._prompt.input, guide.ways)
        self._modules: Modules | None = None
        self._place = Place(self._sheet())
        self._show()

    @property
    def is_done(self) -> bool:
        """Whether the full screen should be left: all is over, or the other front end is asked."""
        return self._guide.is_over or self._guide.switch_to is not None

    @property
    def lines(self) -> tuple[Line, ...]:
        """Every row of the window as it is now."""
        if self._size.is_too_small:
            return too_small(self._size)
        return self._place.lines(*self._marked())

    @property
    def cursor(self) -> tuple[int, int]:
        """Column and row of the terminal's cursor (A8)."""
        if self._size.is_too_small:
            return 0, 0
        marked = self._marked()
        return self._place.cursor(marked[0] if marked else self._place.focus)

    def resize(self, size: Size, glyphs: Glyphs) -> None:
        """Lay out for another window, or another set of signs; focus and draft stay."""
        if (size, glyphs) != (self._size, self._glyphs):
            self._size, self._glyphs = size, glyphs
            self._lay_out(self._place.focus)

    def draft(self) -> Draft:
        """Return what is not yet given: of this prompt, or of the one that was left for help."""
        now = self._state.draft(self._prompt.id)
        # A cover has none of its own: the draft that counts is the one beneath it (S12).
        is_here = _holds(now) and not self._prompt.is_cover
        return now if is_here or not self._aside.prompt_id else self._aside

    def key(self, name: str, character: str | None, now: float | None = None) -> None:
        """Take one key: its name, its character if it prints one, when it came in seconds (A2).

        Silence comes first (A9); a function key may ask something of the voice.
        """
        self._guide.touched()
        has_asked = self._asks_for_one_key(name)
        counts = now is None or self._counts(name, character, now)
        if has_asked or not counts:
            return
        voice = speech_key_for(name) if name.startswith("f") and name[1:].isdecimal() else None
        if voice is not None:
            self._guide.speak(voice)
            self.look_for_news()
            return
        before = self._seen()
        self._key(name, character)
        if not self._switch.is_moving:
            self._tell(before)

    def idle(self) -> None:
        """Cover the screen: the time is over that the group chose; the draft stays (S12, M6)."""
        if KeyCommand.COVER in self._prompt.commands:
            self._press(KeyCommand.COVER)

    def look_for_news(self) -> None:
        """Show what is new beside the prompt; focus and draft stay (A11)."""
        self._guide.look_for_news()
        if self._prompt.id == self._guide.prompt.id:
            self._prompt = self._guide.prompt
            self._lay_out(self._place.focus)

    def click(self, column: int, row: int) -> None:
        """Take a click on a cell: a whole row is one target, so is a key or a command (A4)."""
        self._guide.touched()
        if self._size.is_too_small or self._left_the_code():
            return
        lines = self._place.plain_lines
        target = lines[row].at(column) if 0 <= row < len(lines) else None
        if leads_on(self._prompt, target if isinstance(target, KeyCommand) else None):
            self._give(GO_ON)
            return
        if target is not None:
            self._switch.rest()
            before = self._seen()
            self._choose(target)
            self._tell(before)

    def _seen(self) -> Seen:
        return seen(self._prompt.id, self._state, self._place.focus)

    def _tell(self, before: Seen) -> None:
        """Let the voice say what changed (A9)."""
        tell(self._guide, before, self._seen(), self._state.notes)

    def _key(self, name: str, character: str | None) -> None:
        if self._size.is_too_small or self._left_the_code():
            return
        if leads_on(self._prompt, self._command(character or name), character or ""):
            self._give(GO_ON)
            return
        if self._is_switch(name):
            self._press_switch()
            return
        self._switch.use_by_hand(name)
        was_refused, self._is_refused = self._is_refused, False
        if was_refused and name == "enter" and not self._turns_by_enter:
            return  # it ends a number that is not there, and would give a row that nobody meant
        printed = character if character and character.isprintable() else ""
        field = self._state.open_field
        if field is not None and self._typed(field, name, printed):
            return
        if field is None and self._opened_by(printed):
            return
        command = self._command(printed or name, in_text=field is not None)
        if command is not None:
            self._press(command, by_key=True)
        else:
            self._move_or_mark(name, printed)

    @property
    def _is_any_key(self) -> bool:
        """Whether any key leads on, as from a cover (S12)."""
        return leads_on(self._prompt, None)

    def _command(self, typed: str, *, in_text: bool = False) -> KeyCommand | None:
        return command_for(typed, in_text=in_text, own=self._guide.ways.keys)

    def _left_the_code(self) -> bool:
        """Come back from a code alone, whatever was pressed; return whether it was shown."""
        was_alone = self._place.is_code_alone
        if was_alone:
            self._place.look_at(self._state.start())
        return was_alone

    def _choose(self, target: Target) -> None:
        """Do what a click, or one key, means on a target."""
        if isinstance(target, KeyCommand):
            is_left = target is KeyCommand.BACK and self._left_the_line()
            if not is_left:
                self._press(target)
            return
        self._place.focus = target
        rows = self._state.rows()
        if target == MORE_ROW:
            self._turn()
        elif self._state.marks_without_giving and target in digits_of(rows):
            self._state.mark(target)
            self._lay_out(self._state.start())
        elif rows[target].kind is not RowKind.LINE:
            self._enter()
        else:
            self._lay_out(target)

    def _typed(self, field: Field, name: str, printed: str) -> bool:
        """Take a key while a line is open; return whether it was for the line."""
        on_line = LINE in self._place.view.targets
        if not printed:
            if self._command(name) is KeyCommand.BACK and name == "escape":
                return self._left_the_line()
            moves = name in ("left", "right", "home", "end")
            if not on_line or (moves and self._place.focus != LINE) or not field.press(name):
                return False
        elif (not on_line and printed == MORE) or self._is_for_the_rows(printed):
            return False
        elif field.takes_commands and (command := self._command(printed, in_text=True)):
            return command is KeyCommand.BACK and self._left_the_line()
        else:
            self._wrote(field, fits=field.write(printed))
            return True
        self._wrote(field, fits=True)
        return True

    def _is_for_the_rows(self, printed: str) -> bool:
        return printed.isdecimal() and self._state.takes_digits

    def _left_the_line(self) -> bool:
        """Go from an open line back to the list; return whether there is one."""
        left = self._state.leave_line()
        if left:
            self._end_notice(Tone.CARE)
            self._lay_out(self._state.start())
        return left

    def _move_or_mark(self, name: str, printed: str) -> None:
        match name:
            case "enter":
                self._enter()
            case "down":
                self._place.climb(1)
            case "up":
                self._place.climb(-1)
            case "tab" | "right":
                self._place.step(1)
            case "shift+tab" | "left":
                self._place.step(-1)
            case "pagedown":
                self._turn()
            case "space":
                self._state.mark(self._place.focus)
                self._lay_out(self._place.focus)
            case _ if printed == MORE:
                self._mark_more()
            case _ if printed:
                self._digit(printed)

    def _digit(self, digit: str) -> None:
        """Mark the choice with this digit on this leaf; say so when there is none (A2, A15)."""
        row = self._place.find_digit(digit, digits_of(self._state.rows()))
        if row is not None:
            self._end_notice(Tone.CARE)
            self._state.mark(row)
            self._lay_out(self._state.start() if self._state.marks_without_giving else row)
        elif digit.isdecimal():
            self._refuse(words.NOT_THERE.format(digit=digit))

    def _turn(self) -> None:
        """Turn one leaf; what was said of the one before is over."""
        self._end_notice(Tone.CARE)
        self._lay_out(self._place.focus)
        self._place.more()
        if self._state.marks_without_giving and self._place.view.choices:
            self._place.focus = self._state.start()

    def _mark_more(self) -> None:
        """Mark "More", so that Enter turns the leaf; say so where there is no more (A2)."""
        if MORE_ROW in self._place.view.targets:
            self._end_notice(Tone.CARE)
            self._place.focus = MORE_ROW
            self._lay_out(MORE_ROW)
        else:
            self._refuse(words.NO_MORE)

    def _refuse(self, why: str) -> None:
        """Say why a digit does nothing; the Enter that ends it does nothing either (A2)."""
        self._care(why)
        self._is_refused = True

    @property
    def _turns_by_enter(self) -> bool:
        """Whether Enter turns a leaf now instead of giving an answer."""
        field, focus = self._state.open_field, self._place.focus
        is_empty_line = field is not None and not field.text and self._place.views > 1
        is_paging = is_empty_line and focus == LINE and not self._state.takes_digits
        is_more = focus == MORE_ROW or not self._place.view.choices or is_paging
        return is_more and bool(self._state.rows())

    def _enter(self) -> None:
        focus = self._place.focus
        if self._turns_by_enter:
            self._turn()
            return
        answer = self._state.enter(focus)
        if answer is None:
            self._lay_out(self._state.focus_after(focus))
        else:
            self._give(answer)

    def _give(self, answer: Answer) -> None:
        if self._guide.give(answer):
            self._show()
            return
        field = self._state.open_field
        if field is not None:
            field.select()
        self._prompt = self._guide.prompt
        self._lay_out(self._place.focus)

    def _press(self, command: KeyCommand, *, by_key: bool = False) -> None:
        if command is not KeyCommand.HELP and command not in self._prompt.commands:
            return
        now = self._state.draft(self._prompt.id)
        did = (by_key and self._stops_one_key(command)) or self._guide.press(command)
        if did and command is not KeyCommand.AGAIN:
            if command in ASIDE and _holds(now) and not self._prompt.is_cover:
                self._aside = now
            self._show()
            return
        self._prompt = self._guide.prompt
        self._lay_out(self._place.focus)
        if command is KeyCommand.AGAIN:
            self._place.begin(self._state.start())

    def _show(self) -> None:
        """Begin with the guide's prompt, its draft put back when it has one."""
        self._prompt = self._guide.prompt
        self._state = state_for(self._prompt.input, self._guide.ways)
        self._switch.rest()
        if self._aside.prompt_id == self._prompt.id:
            self._state.restore(self._aside)
            self._aside = Draft()
        code = self._prompt.code
        self._modules = self._codes.modules(code.target) if code else None
        self._place.change(self._sheet())
        self._place.begin(self._state.start())

    def _lay_out(self, focus: int) -> None:
        """Lay out again, and show the row that has the focus."""
        self._place.change(self._sheet())
        self._place.look_at(focus)

    def _sheet(self) -> Sheet:
        """Return what to show; a window that is too small is laid out for the smallest."""
        size = Size(*SMALLEST) if self._size.is_too_small else self._size
        rows, notes = self._state.rows(), self._state.notes
        if self._guide.ways.scanning and size.is_roomy:
            notes = (*notes, words.SCAN_HOW)
        drawn, stays = (rows, notes, size, self._modules, self._glyphs), self._standing
        sheet = sheet_of(self._prompt, *drawn, standing=stays)
        said = self._prompt.notice
        is_text = self._state.open_field is not None and not self._state.takes_digits
        if said is None or said == self._guide.prompt.notice or is_text:
            return sheet
        without = sheet_of(replace(self._prompt, notice=None), *drawn, standing=stays)
        return with_same_leaves(sheet, without, said, size)


def _holds(draft: Draft) -> bool:
    return bool(draft.typed or draft.marked)
