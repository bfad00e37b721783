"""What the command line asks, and an exit code; a fault of ours never shows a traceback."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from facilitator.composition.common import FINE, OUR_FAULT, WRONG_INPUT, sorry
from facilitator.files.folder import NotWritable
from facilitator.files.lock import AlreadyOpen
from facilitator.wording import command_line as words

if TYPE_CHECKING:
    import argparse


def run(given: argparse.Namespace) -> int:
    """Do what the command line asks; return the exit code. Never a traceback."""
    if sys.stdin is None:  # closed by whoever started the program: the same as no input (A1)
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: SIM115, PTH123  open until the end
    try:
        return _run(given)
    except NotWritable as fault:
        folder = words.FOLDER_CLOSED.format(folder=fault.path)
        return sorry(folder, words.FOLDER_HOW, code=WRONG_INPUT)
    except AlreadyOpen:
        return sorry(words.ALREADY_OPEN, code=WRONG_INPUT)
    except BrokenPipeError:
        # Whoever read our lines has gone; Python must not complain about it at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FINE
    except KeyboardInterrupt:
        return FINE
    except Exception:  # noqa: BLE001  a traceback would show people's words (S10, S13)
        said = words.SORRY_KIOSK if given.kiosk else words.SORRY
        return sorry(said, code=OUR_FAULT)


def _run(given: argparse.Namespace) -> int:
    # Only what this one command needs is imported (P1).
    if given.command in ("start", None):
        from facilitator.adapters.machine.dumps import leave_no_dumps  # noqa: PLC0415
        from facilitator.composition import hold  # noqa: PLC0415

        leave_no_dumps()
        return hold.hold(given)
    if given.command == "rehearse":
        from facilitator.composition import practise  # noqa: PLC0415

        return practise.rehearse(given)
    if given.command in ("export-session", "import-session"):
        from facilitator.composition import exchange  # noqa: PLC0415

        return exchange.exchanged(given)
    from facilitator.composition import lists  # noqa: PLC0415

    return lists.shown(given)
