"""The kiosk lock: nothing leaves the meeting but the group's own word (S13).

No key of Textual's own is bound; SIGTERM and SIGHUP end the program in order, with
143; a fault ends it with 70 and without a traceback, which would show people's
words. A terminal that has gone ends it too: see driver.
"""

import asyncio
import signal
from typing import Any

from textual.app import App

from facilitator.domain.exit_codes import ENDED_FROM_OUTSIDE, OUR_FAULT

_IGNORED = (
    signal.SIGINT,
    signal.SIGQUIT,
    signal.SIGUSR1,
    signal.SIGUSR2,
    signal.SIGALRM,
)
"""Sent by keys, or by nobody here; by default each would end the program at once."""

_KEPT_SIGNALS = (
    *_IGNORED,
    signal.SIGTTIN,
    signal.SIGTTOU,
    signal.SIGTERM,
    signal.SIGHUP,
    signal.SIGTSTP,
    signal.SIGCONT,
    signal.SIGWINCH,
)


class LockedApp(App[None], inherit_bindings=False):
    """A Textual app that cannot be left by accident."""

    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False
    ESCAPE_TO_MINIMIZE = False

    def on_mount(self) -> None:
        """Take the signals."""
        if self.is_headless:
            return
        for number in _IGNORED:
            # Whoever started us may have given one of them a meaning; Ctrl-C never has one here.
            if number is signal.SIGINT or signal.getsignal(number) is signal.SIG_DFL:
                signal.signal(number, signal.SIG_IGN)
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGHUP):
            loop.add_signal_handler(number, self._end_from_outside)

    async def action_quit(self) -> None:
        """Do nothing: only the group ends the program."""

    def action_help_quit(self) -> None:
        """Do nothing."""

    def _end_from_outside(self) -> None:
        self.exit(return_code=ENDED_FROM_OUTSIDE)

    def panic(self, *_: object) -> None:
        """End with 70; what Textual would print is left out: it holds people's words."""
        self._return_code = OUR_FAULT
        self._close_messages_no_wait()

    def _handle_exception(self, error: Exception) -> None:
        if self._exception is None:
            self._exception = error
            self._exception_event.set()
        self.panic()


class SignalsKept:
    """Puts the program's signal handlers back afterwards, for the other front end (A24)."""

    def __enter__(self) -> None:
        """Remember the handlers."""
        self._before: dict[signal.Signals, Any] = {
            one: signal.getsignal(one) for one in _KEPT_SIGNALS
        }

    def __exit__(self, *_: object) -> None:
        """Put them back."""
        for one, handler in self._before.items():
            if handler is not None:
                signal.signal(one, handler)
