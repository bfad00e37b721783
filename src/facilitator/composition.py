"""The only module that names concrete adapters and front ends (design.md 3).

A front end is imported when it is chosen, an adapter when it is needed.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.adapters.clock.system import SystemClock
from facilitator.adapters.session_folder.shelf import FolderShelf, OneFileShelf, shipped_sessions
from facilitator.adapters.storage.disk import DiskStore
from facilitator.adapters.storage.memory import MemoryGroupBook, MemoryMeetingStore, MemorySettings
from facilitator.adapters.storage.where import data_folder
from facilitator.domain.records import FrontEnd, Group
from facilitator.engine.activities.registry import SPECS
from facilitator.files.folder import NotWritable
from facilitator.files.lock import AlreadyOpen
from facilitator.meetings import command_line, rehearsal
from facilitator.meetings.runner import MeetingRunner
from facilitator.meetings.surroundings import OUR_GROUP, Ports, Surroundings
from facilitator.wording import command_line as words
from facilitator.wording import plain as plain_words

if TYPE_CHECKING:
    import argparse

    from facilitator.ports.outside import SessionShelf

FINE, WRONG_INPUT, OUR_FAULT = 0, 2, 70


def run(given: argparse.Namespace) -> int:
    """Do what the command line asks; return the exit code. Never a traceback."""
    try:
        return _run(given)
    except NotWritable as fault:
        folder = words.FOLDER_CLOSED.format(folder=fault.path)
        return _sorry(folder, words.FOLDER_HOW, code=WRONG_INPUT)
    except AlreadyOpen:
        return _sorry(words.ALREADY_OPEN, code=WRONG_INPUT)
    except BrokenPipeError:
        # Whoever read our lines has gone; Python must not complain about it at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FINE
    except KeyboardInterrupt:
        return FINE
    except Exception:  # noqa: BLE001  a traceback would show people's words (S10, S13)
        return _sorry(words.SORRY, code=OUR_FAULT)


def _run(given: argparse.Namespace) -> int:
    match given.command:
        case "check":
            return _check(given.files, given.people)
        case "sessions":
            return _show(command_line.session_lines(_shelf().sessions()))
        case "rehearse":
            return _rehearse(given)
        case "doctor":
            return _doctor(given)
        case "meetings" | "export" | "forget":
            return _records(given)
        case _:
            return _hold(given)


def _show(lines: Sequence[str], *, code: int = FINE) -> int:
    from facilitator.frontends.plain.listing import show  # noqa: PLC0415  only when it is needed

    show(lines, sys.stdout)
    return code


def _sorry(*lines: str, code: int) -> int:
    from facilitator.frontends.plain.listing import show  # noqa: PLC0415  only when it is needed

    with suppress(OSError):
        show(lines, sys.stderr)
    return code


def _shelf() -> FolderShelf:
    return FolderShelf((shipped_sessions(),), SPECS)


def _check(files: Sequence[str], people: int | None) -> int:
    from facilitator.adapters.session_folder.shelf import read_file  # noqa: PLC0415

    lines: list[str] = []
    is_fine = True
    for file in files:
        raw = read_file(Path(file))
        told, fine = command_line.check_lines(raw, file, people)
        lines += told
        is_fine = is_fine and fine
    return _show(lines, code=FINE if is_fine else WRONG_INPUT)


def _find(name: str, shelf: FolderShelf) -> SessionShelf | Sequence[str]:
    """Return a shelf that holds the session of this id or file, or why there is none."""
    if shelf.find(name) is not None:
        return shelf
    path = Path(name)
    if path.suffix == ".toml" or path.is_file():
        one = OneFileShelf.open(path, SPECS, shelf)
        return one if isinstance(one, OneFileShelf) else command_line.problem_lines(one)
    return command_line.unknown_session(name, [one.id for one in shelf.sessions()])


def _rehearse(given: argparse.Namespace) -> int:
    found = _find(given.session, _shelf())
    if isinstance(found, Sequence):
        return _sorry(*found, code=WRONG_INPUT)
    session = found.find(given.session) or found.find("")
    ports = Ports(MemoryMeetingStore(), MemoryGroupBook(), MemorySettings(), found, SystemClock())
    which, why = _front_end(given)
    around = Surroundings(ports, OUR_GROUP, ports.settings.read(), which, is_rehearsal=True)
    runner = rehearsal.begun(around, session.id if session else given.session)
    if given.auto:
        return _show(rehearsal.walked_through(runner))
    code = _shown(runner, which, why)
    return _show((words.REHEARSAL_DONE,)) if code == FINE else code


def _store(given: argparse.Namespace) -> DiskStore:
    return DiskStore.open(data_folder(given.data, os.environ))


def _records(given: argparse.Namespace) -> int:
    store = _store(given)
    try:
        groups = store.book.groups()
        if given.group:
            groups = tuple(group for group in groups if group.id == given.group)
        told = command_line.records(
            store.meetings,
            store.book,
            groups,
            given.command,
            meeting_id=getattr(given, "meeting", ""),
            shape=getattr(given, "format", "text"),
            person=getattr(given, "person", None) or "",
        )
    finally:
        store.close()
    if told.is_fine:
        return _show(told.lines)
    return _sorry(*told.lines, code=WRONG_INPUT)


def _doctor(given: argparse.Namespace) -> int:
    from facilitator.adapters.machine.facts import facts_of  # noqa: PLC0415  only for the doctor
    from facilitator.adapters.qr.maker import QrCodeMaker  # noqa: PLC0415

    facts = facts_of(data_folder(given.data, os.environ), os.environ)
    _show(command_line.doctor_lines(facts))
    modules = QrCodeMaker().modules(command_line.TEST_TARGET)
    if facts.is_terminal and modules is not None:
        from facilitator.frontends.plain.test_code import show_code  # noqa: PLC0415

        show_code(modules, sys.stdout, columns=facts.columns, rows=facts.rows)
    return FINE


def _hold(given: argparse.Namespace) -> int:
    shelf: SessionShelf = _shelf()
    rooms_for = ""
    if given.command == "start":
        found = _find(given.session, _shelf())
        if isinstance(found, Sequence):
            return _sorry(*found, code=WRONG_INPUT)
        shelf, rooms_for = found, given.session
        session = shelf.find(rooms_for) or shelf.find("")
        rooms_for = session.id if session else rooms_for
    store = _store(given)
    try:
        ports = Ports(store.meetings, store.book, store.settings, shelf, SystemClock())
        group = _group(given.group, ports)
        if isinstance(group, str):
            return _sorry(words.UNKNOWN_GROUP.format(name=group), code=WRONG_INPUT)
        which, why = _front_end(given)
        around = Surroundings(ports, group, ports.settings.read(), which)
        runner = MeetingRunner.opened(around, rooms_for, asks_group=not given.group)
        return _shown(runner, which, why)
    finally:
        store.close()


def _group(wanted: str | None, ports: Ports) -> Group | str:
    groups = ports.book.groups()
    if wanted:
        found = [group for group in groups if group.id == wanted]
        return found[0] if found else wanted
    last = ports.settings.read().group
    return next((group for group in groups if group.id == last), groups[0] if groups else OUR_GROUP)


def _front_end(given: argparse.Namespace) -> tuple[FrontEnd, str]:
    """Return which front end, and why in words when it is the plain one (A1)."""
    if given.plain:
        return FrontEnd.PLAIN, plain_words.WHY["flag"]
    if os.environ.get("FACILITATOR_PLAIN", "") not in ("", "0"):
        return FrontEnd.PLAIN, plain_words.WHY["environment"]
    if os.environ.get("TERM", "dumb") in ("dumb", ""):
        return FrontEnd.PLAIN, plain_words.WHY["dumb"]
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return FrontEnd.PLAIN, plain_words.WHY["no-terminal"]
    return FrontEnd.FULL, plain_words.WHY["asked"]


def _shown(runner: MeetingRunner, which: FrontEnd, why: str) -> int:
    """Let a front end show the prompts; go on in the other one whenever it is asked for (A24)."""
    while True:
        code = _full(runner) if which is FrontEnd.FULL else _plain(runner, why)
        if runner.is_over or runner.switch_to is None:
            if code == OUR_FAULT:
                return _sorry(words.SORRY, code=code)
            return code
        which, why = runner.switch_to, plain_words.WHY["asked"]
        runner.switched(which)


def _full(runner: MeetingRunner) -> int:
    from facilitator.adapters.qr.maker import QrCodeMaker  # noqa: PLC0415  only when chosen
    from facilitator.frontends.tui.app import run as run_full  # noqa: PLC0415  only when chosen

    return run_full(runner, QrCodeMaker())


def _plain(runner: MeetingRunner, why: str) -> int:
    from facilitator.frontends.plain.loop import run as run_plain  # noqa: PLC0415  only when chosen

    return run_plain(runner, sys.stdin, sys.stdout, why=why)
