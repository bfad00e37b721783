"""What lies before the person: the prompt, how it is being answered, view and focus.

Pure: keys, clicks and pasted words come in by name; the rows to show come out. It
asks the guide and never looks at a prompt's id or at an activity, but to see
whether a draft belongs to the prompt.
"""

from facilitator.domain.answers import Answer, Draft
from facilitator.domain.keys import MORE, KeyCommand, command_for
from facilitator.domain.prompt import Prompt
from facilitator.frontends.tui.code import Modules
from facilitator.frontends.tui.field import Field
from facilitator.frontends.tui.ink import MORE_ROW, Line
from facilitator.frontends.tui.inputs import state_for
from facilitator.frontends.tui.inputs.state import InputState
from facilitator.frontends.tui.rows import digits_of
from facilitator.frontends.tui.sheet import (
    PLAIN_GLYPHS,
    Glyphs,
    Sheet,
    Size,
    cursor_of,
    sheet_of,
    too_small,
)
from facilitator.meetings.guide import Guide
from facilitator.ports.outside import CodeMaker

_ASIDE = (KeyCommand.HELP, KeyCommand.MENU)
"""Commands after which people come back to the same prompt: their draft is kept (M6)."""


class Desk:
    """One prompt at a time, at any size of window."""

    def __init__(self, guide: Guide, codes: CodeMaker, size: Size) -> None:
        """Begin with what the guide shows now, and with the draft of the other front end."""
        self._guide = guide
        self._codes = codes
        self._size = size
        self._glyphs = PLAIN_GLYPHS
        self._aside = guide.draft
        self._prompt: Prompt = guide.prompt
        self._state: InputState = state_for(self._prompt.input)
        self._modules: Modules | None = None
        self._view = 0
        self._focus = 0
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
        return self._sheet.lines(self._view, self._focus)

    @property
    def cursor(self) -> tuple[int, int]:
        """Column and row of the terminal's cursor (A8)."""
        if self._size.is_too_small:
            return 0, 0
        return cursor_of(self.lines, self._focus)

    def resize(self, size: Size, glyphs: Glyphs) -> None:
        """Lay out for another window, or another set of signs; focus and draft stay."""
        if (size, glyphs) != (self._size, self._glyphs):
            self._size, self._glyphs = size, glyphs
            self._lay_out()
            self._look_at(self._focus)

    def draft(self) -> Draft:
        """Return what is not yet given: of this prompt, or of the one that was left for help."""
        now = self._state.draft(self._prompt.id)
        return now if _holds(now) or not self._aside.prompt_id else self._aside

    def key(self, name: str, character: str | None) -> None:
        """Take one key: its name, and its character if it prints one (A2)."""
        if self._size.is_too_small:
            return
        printed = character if character and character.isprintable() else ""
        if self._view == self._sheet.code_view:
            self._look_at(self._state.start())
            return
        field = self._state.open_field
        if field is not None and self._typed(field, name, printed):
            return
        command = command_for(printed or name, in_text=field is not None)
        if command is not None:
            self._press(command)
        else:
            self._move_or_mark(name, printed)

    def paste(self, text: str) -> None:
        """Put pasted words into the open line, if there is one."""
        field = self._state.open_field
        if field is not None and not self._size.is_too_small:
            field.write(text)
            self._lay_out()
            self._look_at(0)

    def click(self, column: int, row: int) -> None:
        """Take a click on a cell: a whole row is one target, so is a command (A4)."""
        if self._size.is_too_small:
            return
        if self._view == self._sheet.code_view:
            self._look_at(self._state.start())
            return
        if row == self._size.rows - 1:
            for start, end, command in self._sheet.commands:
                if start <= column < end:
                    self._press(command)
            return
        target = self.lines[row].target if 0 <= row < self._size.rows else None
        if target is not None:
            self._clicked(target)

    def _clicked(self, target: int) -> None:
        self._focus = target
        is_choice = target in digits_of(self._state.rows())
        if target == MORE_ROW:
            self._more()
        elif self._state.marks_without_giving and is_choice:
            self._state.mark(target)
            self._lay_out()
        elif self._state.open_field is None:
            self._enter()

    def _typed(self, field: Field, name: str, printed: str) -> bool:
        """Take a key while a line is open; return whether it was for the line."""
        on_line = 0 in self._sheet.views[self._view].targets
        if not printed:
            leaves = command_for(name) is KeyCommand.BACK and name == "escape"
            if leaves and self._state.leave_line():
                self._open(self._state.start())
                return True
            if not on_line or not field.press(name):
                return False
        elif not on_line and printed == MORE:
            return False
        elif field.takes_commands and (command := command_for(printed, in_text=True)):
            if command is KeyCommand.BACK and self._state.leave_line():
                self._open(self._state.start())
                return True
            return False
        else:
            field.write(printed)
        self._lay_out()
        self._look_at(0)
        return True

    def _move_or_mark(self, name: str, printed: str) -> None:
        match name:
            case "enter":
                self._enter()
            case "down" | "tab" | "right":
                self._step(1)
            case "up" | "shift+tab" | "left":
                self._step(-1)
            case "pagedown":
                self._more()
            case "space":
                self._state.mark(self._focus)
                self._lay_out()
            case _ if printed == MORE:
                self._more()
            case _ if printed:
                self._digit(printed)

    def _step(self, by: int) -> None:
        targets = self._sheet.views[self._view].targets
        at = targets.index(self._focus) if self._focus in targets else 0
        self._focus = targets[(at + by) % len(targets)]

    def _digit(self, digit: str) -> None:
        """Mark the choice with this digit, on this view or on the next that has it."""
        digits = digits_of(self._state.rows())
        views = self._sheet.views
        for away in range(len(views)):
            view = (self._view + away) % len(views)
            for target in views[view].choices:
                if digits.get(target) == digit:
                    self._view, self._focus = view, target
                    self._state.mark(target)
                    self._lay_out()
                    return

    def _enter(self) -> None:
        choices = self._sheet.views[self._view].choices
        field = self._state.open_field
        is_empty_line = field is not None and not field.text and len(self._sheet.views) > 1
        if self._focus == MORE_ROW or not choices or is_empty_line:
            self._more()
            return
        answer = self._state.enter(self._focus)
        if answer is None:
            self._open(0)
        else:
            self._give(answer)

    def _open(self, focus: int) -> None:
        """Lay out again after a line was opened or left."""
        self._lay_out()
        self._look_at(focus)

    def _give(self, answer: Answer) -> None:
        if self._guide.give(answer):
            self._show()
            return
        self._prompt = self._guide.prompt
        field = self._state.open_field
        if field is not None:
            field.select()
        self._lay_out()
        self._look_at(self._focus)

    def _press(self, command: KeyCommand) -> None:
        if command is not KeyCommand.HELP and command not in self._prompt.commands:
            return
        now = self._state.draft(self._prompt.id)
        did = self._guide.press(command)
        if command is KeyCommand.AGAIN:
            self._prompt = self._guide.prompt
            self._lay_out()
            self._first_view()
        elif did:
            if command in _ASIDE and _holds(now):
                self._aside = now
            self._show()
        else:
            self._prompt = self._guide.prompt
            self._lay_out()
            self._look_at(self._focus)

    def _show(self) -> None:
        """Begin with the guide's prompt, its draft put back when it has one."""
        self._prompt = self._guide.prompt
        self._state = state_for(self._prompt.input)
        if self._aside.prompt_id == self._prompt.id:
            self._state.restore(self._aside)
            self._aside = Draft()
        code = self._prompt.code
        self._modules = self._codes.modules(code.target) if code else None
        self._lay_out()
        self._first_view()

    def _lay_out(self) -> None:
        if self._size.is_too_small:
            self._sheet = Sheet((), ((),), (), (), ())
            return
        self._sheet = sheet_of(
            self._prompt,
            self._state.rows(),
            self._state.notes,
            self._size,
            self._modules,
            self._glyphs,
        )
        self._view = min(self._view, len(self._sheet.views) - 1)

    def _first_view(self) -> None:
        self._view = 0
        if self._size.is_too_small:
            self._focus = self._state.start()
            return
        targets = self._sheet.views[0].targets
        start = self._state.start()
        if start in targets:
            self._focus = start
        elif self._sheet.views[0].choices:
            self._look_at(start)
        else:
            self._focus = MORE_ROW

    def _look_at(self, focus: int) -> None:
        """Show the view that has this row, and put the focus there."""
        views = self._sheet.views
        if not views:
            self._focus = focus
            return
        if focus not in views[self._view].targets:
            found = [at for at, view in enumerate(views) if focus in view.targets]
            self._view = found[0] if found else 0
            focus = focus if found else views[0].targets[0]
        self._focus = focus

    def _more(self) -> None:
        """Show the next view, in a circle, the focus on its first row."""
        self._view = (self._view + 1) % len(self._sheet.views)
        targets = self._sheet.views[self._view].targets
        self._focus = targets[0] if targets else MORE_ROW


def _holds(draft: Draft) -> bool:
    return bool(draft.typed or draft.marked)
