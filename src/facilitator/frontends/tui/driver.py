"""The terminal itself: the real cursor, signals, and input that is not text.

Only what Textual's own driver does not do: the cursor is shown and steady, so that
a braille display and a magnifier can follow it (A8), and put back at the end; what
people send that is no text is left out instead of ending the program (S14).
"""

import os
import signal
from typing import TYPE_CHECKING, Any

from textual.drivers.linux_driver import LinuxDriver

if TYPE_CHECKING:
    from textual.app import App

_CURSOR_SHOWN = "\x1b[?25h\x1b[2 q"
_CURSOR_AS_BEFORE = "\x1b[0 q"


class CursorDriver(LinuxDriver):
    """Textual's driver for Linux, with the cursor shown."""

    def __init__(
        self,
        app: "App[Any]",
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        """Set up as Textual does, but never stop: SIGTSTP is ignored (S13)."""
        os.environ.pop("TEXTUAL_ALLOW_SIGNALS", None)
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        signal.signal(signal.SIGTSTP, signal.SIG_IGN)

    def start_application_mode(self) -> None:
        """Enter the alternate screen; show the cursor, steady."""
        super().start_application_mode()  # type: ignore[no-untyped-call]
        if self._writer_thread is not None:
            self.write(_CURSOR_SHOWN)
            self.flush()

    def stop_application_mode(self) -> None:
        """Leave the alternate screen; the cursor looks as it did before."""
        self.write(_CURSOR_AS_BEFORE)
        super().stop_application_mode()

    def run_input_thread(self) -> None:
        """Read keys until the end; bytes that are not UTF-8 are left out."""
        while not self.exit_event.is_set():
            try:
                super().run_input_thread()
            except UnicodeDecodeError:
                continue
