"""What the command line asks, and an exit code; a fault of ours never shows a traceback."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.adapters.storage.where import NoSuchFolder
from facilitator.composition import streams
from facilitator.composition.common import sorry
from facilitator.composition.given import refused
from facilitator.domain.exit_codes import FINE, NOT_WRITTEN, OUR_FAULT, WRONG_INPUT
from facilitator.files.folder import NotWritable
from facilitator.files.lock import AlreadyOpen
from facilitator.frontends.plain.output import NotWritten
from facilitator.wording import command_line as words

if TYPE_CHECKING:
    import argparse


def run(given: argparse.Namespace) -> int:
    """Do what the command line asks; return the exit code. Never a traceback."""
    try:
        wrong = refused(given)
        return sorry(*wrong, code=WRONG_INPUT) if wrong else _run(given)
    except NoSuchFolder as fault:
        return sorry(
            words.NO_SUCH_FOLDER.format(folder=fault.name),
            words.NO_SUCH_FOLDER_HOW,
            code=WRONG_INPUT,
        )
    except NotWritable as fault:
        folder = words.FOLDER_CLOSED.format(folder=fault.path)
        return sorry(folder, words.FOLDER_HOW, code=WRONG_INPUT)
    except AlreadyOpen:
        return sorry(words.ALREADY_OPEN, code=WRONG_INPUT)
    except NotWritten:
        streams.give_up_output()
        return sorry(words.NOT_WRITTEN, code=NOT_WRITTEN)
    except KeyboardInterrupt:
        return FINE
    except Exception:  # noqa: BLE001  a traceback would show people's words (S10, S13)
        said = words.SORRY_KIOSK if given.kiosk else words.SORRY
        return sorry(said, code=OUR_FAULT)


def _run(given: argparse.Namespace) -> int:
    # Only what this one command needs is imported (P1).
    if given.command in ("start", "rehearse", None):
        from facilitator.adapters.speech.leftovers import swept  # noqa: PLC0415

        swept()
    if given.command in ("start", None):
        from facilitator.composition import hold  # noqa: PLC0415

        return hold.hold(given)
    if given.command == "rehearse":
        from facilitator.composition import practise  # noqa: PLC0415

        return practise.rehearse(given)
    if given.command in ("export-session", "import-session"):
        from facilitator.composition import exchange  # noqa: PLC0415

        return exchange.exchanged(given)
    from facilitator.composition import lists  # noqa: PLC0415

    return lists.shown(given)
