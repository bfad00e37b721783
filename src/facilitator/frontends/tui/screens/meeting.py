"""The one screen: it draws what lies on the desk, and hands keys and clicks to it.

One widget draws every row itself, so that rows stand exactly where the layout put
them, and only rows that changed are drawn again.
"""

import time
from collections.abc import Callable, Mapping

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.app import ComposeResult
from textual.geometry import Offset, Region
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

from facilitator.frontends.tui.desk import Desk
from facilitator.frontends.tui.feeding import Together
from facilitator.frontends.tui.frame import Glyphs, Size
from facilitator.frontends.tui.ink import Ink, Line


class SheetView(Widget, inherit_bindings=False):
    """All of the window, row by row."""

    def __init__(
        self,
        desk: Desk,
        styles: Mapping[Ink, Style],
        glyphs: Glyphs,
        after: Callable[[], bool],
    ) -> None:
        """Draw this desk in these styles; `after` is called after every key and click.

        It returns whether the full screen goes on.
        """
        super().__init__()
        self._desk = desk
        self._inks = styles
        self._glyphs = glyphs
        self._after_it = after
        self._lines: tuple[Line, ...] = ()

    def use(self, styles: Mapping[Ink, Style], glyphs: Glyphs) -> None:
        """Draw everything again in other styles."""
        self._inks = styles
        self._glyphs = glyphs
        self._lines = ()
        self.draw_again()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the rows of a region, coloured: no style of Textual's comes in between."""
        self._lines = self._lines or self._desk.lines
        strips = []
        for y in range(crop.y, crop.bottom):
            line = self._lines[y] if y < len(self._lines) else None
            strip = self._strip(line) if line else Strip.blank(crop.right, self._inks[Ink.GROUND])
            strips.append(strip.crop(crop.x, crop.right))
        return strips

    def on_resize(self) -> None:
        """Lay out for the new size."""
        self._lines = ()
        self.draw_again()

    def take_key(self, name: str, character: str | None) -> None:
        """Hand a key to the desk, with the time at which it came."""
        self._desk.key(name, character, None if self.app.is_headless else time.monotonic())
        self._after()

    def take_letters(self, letters: str) -> None:
        """Hand keys that waited together to the desk: they are drawn once (S20)."""
        self._desk.letters(letters, None if self.app.is_headless else time.monotonic())
        self._after()

    def tick(self) -> None:
        """Let the mark of one key go on."""
        self._desk.tick()
        self.draw_again()

    def idle(self) -> None:
        """Say that nobody pressed a key for as long as the group chose (S12)."""
        self._desk.idle()
        self.draw_again()

    def take_words(self, text: str) -> None:
        """Hand pasted words to the desk."""
        self._desk.paste(text)
        self._after()

    def on_click(self, event: events.Click) -> None:
        """Hand the click to the desk."""
        event.stop()
        self._desk.click(event.x, event.y)
        self._after()

    def _after(self) -> None:
        if self._after_it():
            self.draw_again()

    def draw_again(self) -> None:
        """Draw the rows that changed, and always the cursor's own, so that it is put there."""
        if self.size.width == 0:
            return
        self._desk.resize(Size(self.size.width, self.size.height), self._glyphs)
        before, self._lines = self._lines, self._desk.lines
        column, row = self._desk.cursor
        self.app.cursor_position = Offset(column, row)
        if len(before) != len(self._lines):
            self.refresh()
            return
        wide = self.size.width
        changed = [at for at, line in enumerate(self._lines) if line != before[at] or at == row]
        self.refresh(*(Region(0, at, wide, 1) for at in changed))

    def _strip(self, line: Line) -> Strip:
        return Strip([Segment(span.text, self._inks[span.ink]) for span in line.spans])


class MeetingScreen(Screen[None], inherit_bindings=False):
    """Shows every prompt of the program; it has no keys of its own."""

    def __init__(self, view: SheetView) -> None:
        """Hold the one widget."""
        super().__init__()
        self._view = view

    def compose(self) -> ComposeResult:
        """Yield the widget that fills the window."""
        yield self._view

    def on_key(self, event: events.Key) -> None:
        """Take every key here, so that none is lost when the window loses the focus."""
        event.stop()
        self._view.take_key(event.key, event.character)

    def on_together(self, event: Together) -> None:
        """Take keys that waited together."""
        event.stop()
        self._view.take_letters(event.text)

    def on_paste(self, event: events.Paste) -> None:
        """Take pasted words."""
        event.stop()
        self._view.take_words(event.text)
