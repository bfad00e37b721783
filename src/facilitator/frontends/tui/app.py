"""The full screen as a program: it runs until the guide is over or the other front end is asked."""

import asyncio
import os
from contextlib import suppress

from textual.timer import Timer

from facilitator.domain.exit_codes import ENDED_FROM_OUTSIDE
from facilitator.frontends.tui.desk import Desk
from facilitator.frontends.tui.driver import CursorDriver
from facilitator.frontends.tui.frame import PLAIN_GLYPHS, Glyphs, Size
from facilitator.frontends.tui.lock import LockedApp, SignalsKept
from facilitator.frontends.tui.screens.meeting import MeetingScreen, SheetView
from facilitator.frontends.tui.themes import Depth, styles_for
from facilitator.meetings.guide import Guide
from facilitator.ports.outside import CodeMaker

MINUTE = 60.0
"""Seconds in a minute of the cover that comes by itself."""

TENTH = 0.1
"""Seconds in a tenth of the dwell of scanning."""

_DEPTHS = {"truecolor": Depth.MANY, "256": Depth.CUBE, "standard": Depth.SIXTEEN}


class FacilitatorApp(LockedApp):
    """One screen that shows the guide's prompt."""

    CSS_PATH = "styles/full_screen.tcss"

    def __init__(self, guide: Guide, codes: CodeMaker) -> None:
        """Show this guide's prompts; `codes` makes the codes to scan."""
        super().__init__(driver_class=CursorDriver)
        self._guide = guide
        self._news_goes_to: asyncio.AbstractEventLoop | None = None
        self._depth = self._colours()
        self._theme_shown = guide.ways.theme
        self._dwell: Timer | None = None
        self._idle: Timer | None = None
        size = self.size
        self._desk = Desk(guide, codes, Size(size.width, size.height))
        styles = styles_for(self._theme_shown, self._depth)
        self._view = SheetView(self._desk, styles, self._glyphs(), self._went_on)
        guide.when_news(self._has_news)

    def get_default_screen(self) -> MeetingScreen:
        """Return the one screen."""
        return MeetingScreen(self._view)

    def on_mount(self) -> None:
        """Remember where news has to go, and take the signals."""
        self._news_goes_to = asyncio.get_running_loop()
        super().on_mount()
        self._wait_for_nobody()

    def _has_news(self) -> None:
        """Show news of the voice, from whatever thread it comes; nothing waits for it (A11)."""
        if self._news_goes_to is not None:
            with suppress(RuntimeError):  # the screen has gone meanwhile
                self._news_goes_to.call_soon_threadsafe(self._show_news)

    def _show_news(self) -> None:
        self._desk.look_for_news()
        self._view.draw_again()

    def _went_on(self) -> bool:
        """Follow the guide after a key or click; return whether the full screen goes on.

        The theme may have changed with the answer (A7). When the full screen is left,
        the draft is kept for the other front end (A24).
        """
        if self._desk.is_done:
            self._guide.keep_draft(self._desk.draft())
            self.exit()
            return False
        if self._guide.ways.theme != self._theme_shown:
            self._theme_shown = self._guide.ways.theme
            self._view.use(styles_for(self._theme_shown, self._depth), self._glyphs())
        self._wait_for_a_press()
        self._wait_for_nobody()
        return True

    def _wait_for_nobody(self) -> None:
        """Give the group its whole time after each key and click; by default no time runs (M6)."""
        if self._idle is not None:
            self._idle.stop()
            self._idle = None
        if self._guide.cover_after:
            self._idle = self.set_timer(self._guide.cover_after * MINUTE, self._view.idle)

    def _wait_for_a_press(self) -> None:
        """Give the mark of one key its whole dwell after each key and click (A3)."""
        if self._dwell is not None:
            self._dwell.stop()
            self._dwell = None
        if self._desk.is_scanning:
            self._dwell = self.set_timer(self._guide.ways.dwell * TENTH, self._tick)

    def _tick(self) -> None:
        self._view.tick()
        self._wait_for_a_press()

    def _colours(self) -> Depth:
        if os.environ.get("NO_COLOR"):
            return Depth.NONE
        return _DEPTHS.get(self.console.color_system or "", Depth.NONE)

    def _glyphs(self) -> Glyphs:
        """Return lines where a terminal surely draws them, else plain signs."""
        return Glyphs() if self._depth in (Depth.MANY, Depth.CUBE) else PLAIN_GLYPHS


def run(guide: Guide, codes: CodeMaker) -> int:
    """Run the full screen until the guide is over or wants the other front end.

    Returns the exit code: 0 fine, 70 a fault of ours (nothing of it is printed),
    143 ended from outside. Every given answer was stored when it was given.
    """
    if not os.isatty(0):
        return ENDED_FROM_OUTSIDE
    with SignalsKept():
        app = FacilitatorApp(guide, codes)
        app.run()
    return app.return_code or 0
