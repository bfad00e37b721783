"""One machine on a real folder with a clock that a test moves, and what lies on it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from facilitator.adapters.session_folder.shelf import FolderShelf, shipped_sessions
from facilitator.adapters.storage.disk import DiskStore
from facilitator.domain.records import FrontEnd
from facilitator.engine.activities.registry import SPECS
from facilitator.meetings.runner import MeetingRunner
from facilitator.meetings.surroundings import OUR_GROUP, Ports, Surroundings
from tests.fakes import FakeClock, FakeSticks

FIRST_EVENING = datetime(2026, 11, 24, 19, 0, tzinfo=UTC)
STICK = "/stick"
LAST_PROMPT = "@close//finish"


class Machine:
    """The data folder of one group, opened for an evening at a time."""

    def __init__(self, folder: Path, front_end: FrontEnd) -> None:
        """Begin with an empty folder."""
        self.folder, self.front_end = folder, front_end
        self.clock = FakeClock(FIRST_EVENING)
        self.journals: list[bytes] = []
        self.sticks = FakeSticks({STICK: {}})

    @contextmanager
    def evening(self) -> Iterator[tuple[Ports, Surroundings, MeetingRunner]]:
        """Open the program; afterwards a week goes by."""
        store = DiskStore.open(self.folder)
        ports = Ports(
            store.meetings,
            store.book,
            store.settings,
            FolderShelf((shipped_sessions(),), SPECS),
            self.clock,
            exports=store.exports,
            own=store.own,
            sticks=self.sticks,
        )
        around = Surroundings(ports, OUR_GROUP, ports.settings.read(), self.front_end)
        try:
            yield ports, around, MeetingRunner.opened(around)
        finally:
            store.close()
            self.clock.time += timedelta(days=7)

    def before(self, prompt_id: str) -> None:
        """Keep a copy of the open journal before the last prompt: afterwards it may be gone."""
        if prompt_id == LAST_PROMPT:
            found = sorted(self.folder.rglob("open/*.journal"))
            self.journals.append(b"".join(path.read_bytes() for path in found))

    def files(self) -> dict[str, bytes]:
        """Return every file of the group: its book, its meetings, its sessions and drafts."""
        group = self.folder / "groups"
        return {
            str(path.relative_to(group)): path.read_bytes()
            for path in sorted(group.rglob("*"))
            if path.is_file()
        }
