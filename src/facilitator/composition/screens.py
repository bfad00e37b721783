"""Which front end shows the prompts, and the change from one to the other (A1, A24)."""

import argparse
import os
import sys

from facilitator.adapters.speech.late import LateSpeaker
from facilitator.composition.common import SPEAKING, sorry
from facilitator.domain.exit_codes import OUR_FAULT
from facilitator.domain.records import FrontEnd
from facilitator.meetings.runner import MeetingRunner
from facilitator.ports.speech import SilentSpeaker, Speaker
from facilitator.ports.type_size import FixedTypeSize, TypeSize
from facilitator.wording import command_line as words
from facilitator.wording import plain as plain_words


def front_end(given: argparse.Namespace) -> tuple[FrontEnd, str]:
    """Return which front end, and why in words when it is the plain one (A1)."""
    if given.plain:
        return FrontEnd.PLAIN, plain_words.WHY["flag"]
    if os.environ.get("FACILITATOR_PLAIN", "") not in ("", "0"):
        return FrontEnd.PLAIN, plain_words.WHY["environment"]
    if os.environ.get("TERM", "dumb") in ("dumb", ""):
        return FrontEnd.PLAIN, plain_words.WHY["dumb"]
    if not _is_terminal():
        return FrontEnd.PLAIN, plain_words.WHY["no-terminal"]
    return FrontEnd.FULL, plain_words.WHY["asked"]


def shown(runner: MeetingRunner, which: FrontEnd, why: str) -> int:
    """Let a front end show the prompts; go on in the other one whenever it is asked for (A24)."""
    while True:
        code = _full(runner) if which is FrontEnd.FULL else _plain(runner, why)
        if runner.is_over or runner.switch_to is None:
            if code == OUR_FAULT:
                said = words.SORRY_KIOSK if runner.is_kiosk else words.SORRY
                return sorry(said, code=code)
            return code
        which, why = runner.switch_to, plain_words.WHY["asked"]
        runner.switched(which)


def speaker_here() -> Speaker:
    """Return the voice of this machine; it starts nothing before it is asked for (A9)."""
    return LateSpeaker(sys.platform) if sys.platform in SPEAKING else SilentSpeaker()


def type_size_here() -> TypeSize:
    """Return what makes the letters larger or smaller; it says itself whether it can (A5)."""
    if not os.environ.get("KITTY_LISTEN_ON"):
        return FixedTypeSize()
    from facilitator.adapters.terminal.kitty import KittyTypeSize  # noqa: PLC0415  a start needs none of it (P1)

    return KittyTypeSize(os.environ)


def _full(runner: MeetingRunner) -> int:
    from facilitator.adapters.qr.maker import QrCodeMaker  # noqa: PLC0415  only when chosen
    from facilitator.frontends.tui.app import run as run_full  # noqa: PLC0415  only when chosen

    return run_full(runner, QrCodeMaker())


def _plain(runner: MeetingRunner, why: str) -> int:
    from facilitator.frontends.plain.loop import run as run_plain  # noqa: PLC0415  only when chosen
    from facilitator.frontends.plain.window import window_of  # noqa: PLC0415  only when chosen

    can_leave = _is_full_possible()
    window = window_of(sys.stdout, os.environ)
    code = run_plain(
        runner,
        sys.stdin,
        sys.stdout,
        why=why,
        window=window,
        can_leave=can_leave,
        is_shut=runner.is_kiosk,
    )
    if not can_leave and runner.switch_to is not None:
        # The full screen was asked for where there is none: the lines were all there is.
        runner.switched(FrontEnd.PLAIN)
    return code


def _is_full_possible() -> bool:
    is_lines_only = os.environ.get("TERM", "dumb") in ("dumb", "")
    return not is_lines_only and _is_terminal()


def _is_terminal() -> bool:
    # The full screen is written to standard error: with that elsewhere nobody would see it.
    return sys.stdin.isatty() and sys.stdout.isatty() and sys.stderr.isatty()
