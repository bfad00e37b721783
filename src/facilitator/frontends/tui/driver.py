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
from threading import Event
from types import FrameType
from typing import TYPE_CHECKING, Any, TextIO

from textual.drivers.linux_driver import LinuxDriver
from textual.message_pump import MessagePump

from facilitator.frontends.tui.feeding import Feeding, together
from facilitator.frontends.tui.lock import ENDED_FROM_OUTSIDE

if TYPE_CHECKING:
    from textual.app import App

_PATIENCE = 0.1  # seconds between two looks at whether the program ends
_AT_ONCE = 512  # bytes
_AT_ONCE_PASTED = 65_536  # bytes: none of them waits for the screen
_MOST_WAITING = 100  # keys and clicks; more wait in the terminal: memory stays small, the end near
_BREATH = 0.005  # seconds
_MORE_THAN_A_KEY = 8  # bytes: then more may be on its way, and it is looked at as one

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
        signal.signal(signal.SIGCONT, self._draw_again)

    def start_application_mode(self) -> None:
        """Enter the alternate screen; show the cursor, steady."""
        super().start_application_mode()  # type: ignore[no-untyped-call]
        for number in (signal.SIGTTIN, signal.SIGTTOU):
            signal.signal(number, signal.SIG_IGN)
        self._resized = signal.getsignal(signal.SIGWINCH)
        signal.signal(signal.SIGWINCH, self._draw_for_size)
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
        feeding = Feeding()
        decode = getincrementaldecoder("utf-8")(errors="ignore").decode
        while not self.exit_event.is_set():
            if self._waiting() > _MOST_WAITING:
                self.exit_event.wait(_BREATH)
                continue
            if select.select([self.fileno], [], [], _PATIENCE)[0]:
                most = _AT_ONCE_PASTED if feeding.is_collecting else _AT_ONCE
                came = self._read(most)
                while _MORE_THAN_A_KEY <= len(came) < most and self._comes_more():
                    more_came = self._read(most - len(came))
                    if not more_came:
                        break
                    came += more_came
                if not came:
                    self._loop.call_soon_threadsafe(self._end)
                    return
                for event in together(feeding.feed(decode(came))):
                    self.process_message(event)
                if len(came) == _AT_ONCE and not feeding.is_collecting:
                    self._let_arrive()
            for event in feeding.tick():
                self.process_message(event)

    def _comes_more(self) -> bool:
        return bool(select.select([self.fileno], [], [], _BREATH)[0])

    def _let_arrive(self) -> None:
        """Wait until what was read so far is where `_waiting` counts it."""
        there = Event()
        self._loop.call_soon_threadsafe(there.set)
        while not (there.wait(_PATIENCE) or self.exit_event.is_set()):
            pass

    def _waiting(self) -> int:
        """Return how many keys and clicks wait to be done."""
        pumps: list[MessagePump] = [self._app]
        if self._app.is_running and self._app.screen_stack:
            pumps.append(self._app.screen)
        return sum(pump.message_queue_size for pump in pumps)

    def _draw_for_size(self, number: int, frame: FrameType | None) -> None:
        """Draw everything anew, also for the same size: smaller and back, cells were lost."""
        if callable(self._resized):
            self._resized(number, frame)
        self._draw_again()

    def _draw_again(self, *_: object) -> None:
        """Draw everything anew after a stop from outside: another may have written meanwhile."""
        self._loop.call_soon_threadsafe(self._app.refresh)

    def _query_in_band_window_resize(self) -> None:
        """Ask nothing: the system tells the size, and keys may not (see feeding)."""

    def _read(self, most: int) -> bytes:
        try:
            return os.read(self.fileno, most)
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
