"""A machine that is only for Facilitator, in a real terminal line: made ready, opened, looked at."""

import sys
import time
from contextlib import suppress
from pathlib import Path

from facilitator.adapters.clock.system import SystemClock
from facilitator.adapters.session_folder.shelf import FolderShelf, shipped_sessions
from facilitator.adapters.storage.disk import DiskStore
from facilitator.adapters.storage.kiosk import DiskKiosk
from facilitator.adapters.storage.records import ReadJournal, read_journal
from facilitator.domain.events import Keep
from facilitator.domain.records import FrontEnd
from facilitator.engine.activities.registry import SPECS
from facilitator.engine.own_word import locked
from facilitator.files.disk import Disk
from facilitator.meetings.runner import MeetingRunner
from facilitator.meetings.surroundings import OUR_GROUP, Ports, Surroundings
from tests.scenario import Scenario, shipped
from tests.terminal import PATIENCE, Terminal

WORD = "thistle"
CHILD = Path(__file__).parent / "faulty_child.py"


def made_ready(data: Path, *, word: str = WORD, step: str = "") -> None:
    """Make a data folder with a leaving word; with a meeting that was cut short, if `step`."""
    store = DiskStore.open(data)
    kiosk = DiskKiosk(Disk(), data)
    kiosk.keep_leaving_word(locked(word, "salt") if word else "")
    if step:
        shelf = FolderShelf((shipped_sessions(),), SPECS)
        ports = Ports(store.meetings, store.book, store.settings, shelf, SystemClock(), kiosk=kiosk)
        around = Surroundings(ports, OUR_GROUP, store.settings.read(), FrontEnd.PLAIN)
        group = Scenario(ports, around, MeetingRunner(around))
        group.set_out(shipped("first-meeting"), keep=Keep.GROUP)
        group.until(lambda prompt: prompt.id.startswith(step))
    store.close()


def opened(
    data: Path, *options: str, columns: int = 80, rows: int = 24, is_faulty: bool = False
) -> Terminal:
    """Open the program on it; the faulty one breaks at the word that faulty_child names."""
    program = [str(CHILD)] if is_faulty else ["-m", "facilitator"]
    command = [sys.executable, *program, "--kiosk", "--data", str(data), *options]
    return Terminal(command, columns, rows)


def journal_of(data: Path) -> ReadJournal:
    """Read the one open journal, its words and all."""
    (path,) = (data / "groups/our-group/open").glob("*.journal")
    return read_journal(path.read_bytes())


def words_kept(data: Path) -> bytes:
    """Return every byte of every file of the data folder."""
    return b"".join(path.read_bytes() for path in sorted(data.rglob("*")) if path.is_file())


def rest(window: Terminal, patience: float = PATIENCE) -> None:
    """Read until nothing more comes, and the program waits for us: it draws only when idle."""
    end, quiet = time.monotonic() + patience, 0
    while quiet < 6:
        assert time.monotonic() < end, f"it never rests:\n{window.text}"
        came = len(window.raw)
        window._read(0.05)
        quiet = quiet + 1 if len(window.raw) == came and _sleeps(window.pid) else 0


def _sleeps(pid: int) -> bool:
    """Return whether every thread of a program waits; one that has ended does too."""
    for stat in Path(f"/proc/{pid}/task").glob("*/stat"):
        with suppress(OSError):
            if stat.read_text("utf-8", "replace").rpartition(")")[2].split()[0] not in "SZ":
                return False
    return True


def digit_of(window: Terminal, label: str) -> str:
    """Return the number of the row with these words."""
    window.wait_text(label)
    row = next(one for one in window.rows if label in one)
    return next(part for part in row.split() if part.isdecimal())
