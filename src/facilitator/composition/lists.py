"""The commands that print and end: lists, checks, and what comes out of the data folder."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from facilitator.adapters.session_folder.shelf import is_there, read_file
from facilitator.adapters.storage.where import data_folder
from facilitator.composition.common import (
    SPEAKING,
    is_sure,
    own,
    shelf,
    show,
    sorry,
    store,
)
from facilitator.composition.unlocking import unlocked
from facilitator.domain.exit_codes import FINE, WRONG_INPUT
from facilitator.domain.own_sessions import Lies
from facilitator.domain.records import Group
from facilitator.domain.session import Session
from facilitator.meetings import command_line
from facilitator.meetings.forgetting import Records
from facilitator.meetings.own_sessions import own_sessions
from facilitator.ports.storage import NotSaved
from facilitator.wording import command_line as words
from facilitator.wording import house, speech

LONGEST = 4096
"""Letters of a line with a name: more than any, less than whatever fills the memory."""


def shown(given: argparse.Namespace) -> int:
    """Do one of them; return the exit code."""
    match given.command:
        case "check":
            return _check(given)
        case "sessions":
            return show(command_line.session_lines((*_own(given), *shelf().sessions())))
        case "doctor":
            return _doctor(given)
        case "stories":
            from facilitator.composition.stories import stories  # noqa: PLC0415  only on need

            return stories(given)
        case _:
            return _records(given)


def _own(given: argparse.Namespace) -> tuple[Session, ...]:
    """Return what the groups that are meant have written themselves."""
    held, groups = own(given)
    return tuple(session for group in groups for session in own_sessions(held, group))


def _own_file(given: argparse.Namespace, name: str) -> bytes | None:
    held, groups = own(given)
    found = (held.read(group, Lies.SESSIONS, name) for group in groups)
    return next((source.encode() for source in found if source is not None), None)


def _check(given: argparse.Namespace) -> int:
    """Check files; what is no file may be the name of a session of a group's own."""
    people = command_line.people_of(given.people)
    if isinstance(people, str):
        return sorry(people, code=WRONG_INPUT)
    lines: list[str] = []
    is_fine = True
    for file in given.files:
        raw = read_file(Path(file))
        raw = _own_file(given, file) if raw is None else raw
        if raw is None:
            lines.append(command_line.no_file(file, is_there=is_there(Path(file))))
            is_fine = False
            continue
        told, fine = command_line.check_lines(raw, file, people)
        lines += told
        is_fine = is_fine and fine
    return show(lines, code=FINE if is_fine else WRONG_INPUT)


def _records(given: argparse.Namespace) -> int:
    opened = store(given)
    try:
        groups = opened.book.groups()
        if given.group:
            groups = tuple(group for group in groups if group.id == given.group)
        if not unlocked(opened.seals, groups):
            return WRONG_INPUT
        records = Records(opened.meetings, opened.book, opened.exports)
        whose = _whose if getattr(given, "person", False) else None
        if given.command == "forget":
            told = _forget(given, records, groups, whose)
        else:
            told = command_line.records(
                records,
                groups,
                given.command,
                meeting_id=getattr(given, "meeting", ""),
                shape=getattr(given, "format", "text"),
                whose=whose,
                word=_own_word,
            )
    except NotSaved as fault:
        why = house.WHY_NOT_PUT_AWAY[fault.reason]
        return sorry(words.NOT_ALL_FORGOTTEN.format(why=why), code=WRONG_INPUT)
    finally:
        opened.close()
    if told.is_fine:
        return show(told.lines)
    return sorry(*told.lines, code=WRONG_INPUT)


def _forget(
    given: argparse.Namespace,
    records: Records,
    groups: Sequence[Group],
    whose: Callable[[], str] | None,
) -> command_line.Told:
    from facilitator.meetings import forget_command  # noqa: PLC0415  only to delete

    asked = forget_command.Forgetting(
        given.meeting or "",
        whose,
        sure=lambda means: given.yes or is_sure(means),
        # A script that said yes to the meeting has said nothing of the book.
        plans_too=lambda means: given.plans or (not given.yes and is_sure(means)),
    )
    return forget_command.forget(records, groups, asked)


def _whose() -> str:
    """Ask for a name; a pipe gives it as a line, before the own word if one is asked (S10)."""
    if not sys.stdin.isatty():
        return sys.stdin.readline(LONGEST)
    from facilitator.frontends.plain.unseen_line import seen_line  # noqa: PLC0415

    return seen_line(words.ASK_PERSON, sys.stdin, sys.stderr) or ""


def _own_word() -> str:
    """Ask for somebody's own word, unseen at a terminal; a pipe gives it as a line."""
    if not sys.stdin.isatty():
        return sys.stdin.readline()
    from getpass import getpass  # noqa: PLC0415  only where a word is asked

    return getpass(words.ASK_OWN_WORD)


def _doctor(given: argparse.Namespace) -> int:
    from facilitator.adapters.machine.facts import facts_of  # noqa: PLC0415  only for the doctor
    from facilitator.adapters.qr.maker import QrCodeMaker  # noqa: PLC0415

    facts = facts_of(data_folder(given.data, os.environ), os.environ)
    show(command_line.doctor_lines(facts))
    report = None
    if sys.platform in SPEAKING:
        from facilitator.adapters.speech.probe import heard  # noqa: PLC0415  only for the doctor

        report = heard(speech.TEST, sys.platform)
    show(command_line.voice_lines(report, sys.platform))
    modules = QrCodeMaker().modules(command_line.TEST_TARGET)
    if facts.is_terminal and modules is not None:
        from facilitator.frontends.plain.test_code import show_code  # noqa: PLC0415

        show_code(modules, sys.stdout, columns=facts.columns, rows=facts.rows)
    return FINE
