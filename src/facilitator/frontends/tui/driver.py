"""The terminal itself: the real cursor, signals, and input that is not text.

Only what Textual's own driver does not do: the cursor is shown and steady, so that
a braille display and a magnifier can follow it (A8), and put back at the end; what
people send that is no text is left out instead of ending the program (S14).
"""

import os
import select
import signal
from codecs import getincrementaldecoder
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TextIO

from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver

from facilitator.frontends.tui.lock import ENDED_FROM_OUTSIDE

if TYPE_CHECKING:
    from textual.app import App

_PATIENCE = 0.1  # seconds between two looks at whether the program ends
_AT_ONCE = 4096  # bytes

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
        self._file: Any = _Outlet(self._file)
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
        """Read keys until the end. Bytes that are not UTF-8 are left out.

        Textual's own loop stops for good at such a byte, and spins at the end of
        input; here the end of input ends the program in order (S13).
        """
        parser = XTermParser()
        decode = getincrementaldecoder("utf-8")(errors="ignore").decode
        while not self.exit_event.is_set():
            if select.select([self.fileno], [], [], _PATIENCE)[0]:
                came = self._read()
                if not came:
                    self._loop.call_soon_threadsafe(self._end)
                    return
                if text := decode(came):  # an empty text would end the parser
                    for event in parser.feed(text):
                        self.process_message(event)
            for event in parser.tick():
                self.process_message(event)

    def _read(self) -> bytes:
        try:
            return os.read(self.fileno, _AT_ONCE)
        except OSError:
            return b""

    def _end(self) -> None:
        self._app.exit(return_code=ENDED_FROM_OUTSIDE)


class _Outlet:
    """Writes to the terminal as long as there is one.

    A closed window would end Textual's writing thread, and the whole program would
    then wait for it for ever.
    """

    def __init__(self, file: TextIO) -> None:
        self._file = file

    def write(self, text: str) -> None:
        with suppress(OSError):
            self._file.write(text)

    def flush(self) -> None:
        with suppress(OSError):
            self._file.flush()

    def fileno(self) -> int:
        return self._file.fileno()

    def isatty(self) -> bool:
        return self._file.isatty()
