"""Arguments in, exit code out (design.md 5)."""

import argparse
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress

from facilitator import __version__
from facilitator.adapters.machine.dumps import leave_no_dumps
from facilitator.composition import streams
from facilitator.domain.exit_codes import FINE, NOT_WRITTEN
from facilitator.wording import command_line as words

AddCommand = Callable[..., argparse.ArgumentParser]
FORMATS = ("text", "json", "csv")
LEVELS = (2, 3, 4)
PURPOSES = ("peers", "staff", "funder", "newsletter")
SLIPS = ("text", "csv", "paper")


class _Parser(argparse.ArgumentParser):
    """The parser of the library, which would call help on a full output a success (S21)."""

    def _print_message(self, message: str, file: object = None) -> None:
        if message and file is sys.stdout:
            streams.show(message)
        elif message:
            with suppress(OSError):
                sys.stderr.write(message)


def arguments() -> argparse.ArgumentParser:
    """Return the command line, options before the subcommand."""
    parser = _Parser("facilitator", description=words.ABOUT)
    _options(parser)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    start = commands.add_parser("start", help=words.COMMAND_START)
    start.add_argument("session", help=words.OPTION_SESSION)
    commands.add_parser("sessions", help=words.COMMAND_SESSIONS)
    commands.add_parser("meetings", help=words.COMMAND_MEETINGS)
    check = commands.add_parser("check", help=words.COMMAND_CHECK)
    check.add_argument("files", metavar="FILE", nargs="+")
    check.add_argument("--people", metavar="N", help=words.OPTION_PEOPLE)
    rehearse = commands.add_parser("rehearse", help=words.COMMAND_REHEARSE)
    rehearse.add_argument("session", help=words.OPTION_SESSION)
    rehearse.add_argument("--auto", action="store_true", help=words.OPTION_AUTO)
    export = commands.add_parser("export", help=words.COMMAND_EXPORT)
    export.add_argument("meeting", help=words.OPTION_MEETING)
    export.add_argument("--person", action="store_true", help=words.OPTION_PERSON)
    export.add_argument("--format", choices=FORMATS, default="text", help=words.OPTION_FORMAT)
    slip = commands.add_parser("slip", help=words.COMMAND_SLIP)
    slip.add_argument("meeting", help=words.OPTION_MEETING)
    slip.add_argument("--format", choices=SLIPS, default="text", help=words.OPTION_SLIP)
    _forget(commands.add_parser("forget", help=words.COMMAND_FORGET))
    _exchange(commands.add_parser)
    _stories(commands.add_parser("stories", help=words.COMMAND_STORIES))
    commands.add_parser("doctor", help=words.COMMAND_DOCTOR)
    return parser


def _options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--plain", action="store_true", help=words.OPTION_PLAIN)
    parser.add_argument("--data", metavar="DIR", help=words.OPTION_DATA)
    parser.add_argument("--group", metavar="ID", help=words.OPTION_GROUP)
    parser.add_argument("--kiosk", action="store_true", help=words.OPTION_KIOSK)
    parser.add_argument("--usb", metavar="DIR", help=words.OPTION_USB)
    version = words.VERSION.format(number=__version__)
    parser.add_argument("--version", action="version", version=version, help=words.OPTION_VERSION)


def _forget(forget: argparse.ArgumentParser) -> None:
    forget.add_argument("meeting", nargs="?", help=words.OPTION_MEETING)
    forget.add_argument("--person", action="store_true", help=words.OPTION_FORGET_PERSON)
    forget.add_argument("--plans", action="store_true", help=words.OPTION_PLANS)
    forget.add_argument("--yes", action="store_true", help=words.OPTION_YES)


def _exchange(add: AddCommand) -> None:
    out = add("export-session", help=words.COMMAND_EXPORT_SESSION)
    out.add_argument("session", help=words.OPTION_OWN_SESSION)
    out.add_argument("folder", metavar="FOLDER", help=words.OPTION_FOLDER)
    into = add("import-session", help=words.COMMAND_IMPORT_SESSION)
    into.add_argument("file", metavar="FILE", help=words.OPTION_FILE)


def _stories(stories: argparse.ArgumentParser) -> None:
    stories.add_argument("--level", type=int, choices=LEVELS, help=words.OPTION_LEVEL)
    stories.add_argument("--purpose", choices=PURPOSES, help=words.OPTION_PURPOSE)
    stories.add_argument("--to", metavar="FOLDER", help=words.OPTION_TO)
    stories.add_argument("--take-back", metavar="NUMBER", help=words.OPTION_TAKE_BACK)
    stories.add_argument("--yes", action="store_true", help=words.OPTION_YES)


def _parsed(argv: Sequence[str]) -> argparse.Namespace:
    """Return what was given; a name behind --person is refused and not repeated (S10)."""
    parser, written = arguments(), [one.split("=", 1) for one in argv]
    asks = [one for one in written if len(one[0]) > len("--") and "--person".startswith(one[0])]
    if {"export", "forget"} & set(argv) and any(len(one) > 1 for one in asks):
        parser.error(words.PERSON_HOW)
    given, more = parser.parse_known_args(argv)
    if more:
        is_person = getattr(given, "person", False)
        many = " ".join(more)
        parser.error(words.PERSON_HOW if is_person else words.UNRECOGNIZED.format(words=many))
    return given


def _given(argv: Sequence[str] | None) -> argparse.Namespace:
    try:
        return _parsed(sys.argv[1:] if argv is None else argv)
    except OSError:  # some versions of the parser do not expect it of standard error
        raise SystemExit(NOT_WRITTEN) from None


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program; return the exit code, one of domain/exit_codes."""
    leave_no_dumps()
    streams.make_ready()
    try:
        given = _given(argv)
        from facilitator.composition import start  # noqa: PLC0415  so that --help answers at once

        return streams.last_written(start.run(given))
    except SystemExit as ended:  # from the parser, or ended from outside
        code = ended.code if isinstance(ended.code, int) else FINE
        raise SystemExit(streams.last_written(code)) from None


if __name__ == "__main__":
    sys.exit(main())
