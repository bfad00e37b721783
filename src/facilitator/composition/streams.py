"""Standard input, output and error, whatever whoever started the program made of them (S21)."""

import os
import sys
from contextlib import suppress
from typing import Literal, TextIO

from facilitator.domain.exit_codes import FINE, NOT_WRITTEN
from facilitator.wording import command_line as words

# Reading is all that this one can do, so that each try to write fails as on a closed file.
_NOT_FOR_WRITING = os.O_RDONLY


def make_ready() -> None:
    """Put something in place of each stream that is closed.

    Otherwise the next file that is opened gets its number, and a library that writes
    there writes into people's words. No input is the end of the input (A1).
    """
    if sys.stdin is None:
        sys.stdin = _stand_in(0, os.O_RDONLY, "r")
    if sys.stdout is None:
        sys.stdout = _stand_in(1, _NOT_FOR_WRITING, "w")
    if sys.stderr is None:
        sys.stderr = _stand_in(2, os.O_WRONLY, "w")
    # Bytes that are no text are no fault of the program; a test may give other streams.
    reconfigure = getattr(sys.stdin, "reconfigure", None)
    if reconfigure is not None:
        with suppress(OSError, ValueError):
            reconfigure(errors="replace")


def _stand_in(number: int, flags: int, mode: Literal["r", "w"]) -> TextIO:
    opened = os.open(os.devnull, flags)
    if opened == number:
        os.set_inheritable(number, True)  # noqa: FBT003  the library names it by its place
    else:
        os.dup2(opened, number)
        os.close(opened)
    return open(number, mode, encoding="utf-8", errors="replace", closefd=False)


def show(text: str) -> None:
    """Write a text that is all there is to show; ends with 74 where it cannot be written."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except (OSError, ValueError):
        give_up_output()
        with suppress(OSError, ValueError):
            sys.stderr.write(f"{words.NOT_WRITTEN}\n")
        raise SystemExit(NOT_WRITTEN) from None


def last_written(code: int) -> int:
    """Write out what waits to be written; return the exit code.

    What cannot be written is dropped: Python would try again at its end, and complain.
    """
    if not _flushed(sys.stdout) and code == FINE:
        code = NOT_WRITTEN
        with suppress(OSError, ValueError):
            sys.stderr.write(f"{words.NOT_WRITTEN}\n")
    _flushed(sys.stderr)
    return code


def give_up_output() -> None:
    """Drop what waits to be written to standard output, and all that comes after it."""
    _drop(sys.stdout)


def _flushed(stream: TextIO) -> bool:
    try:
        stream.flush()
    except (OSError, ValueError):
        _drop(stream)
        return False
    return True


def _drop(stream: TextIO) -> None:
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
        stream.flush()
