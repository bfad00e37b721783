"""Files and folders that we may not read or write: said, never a traceback (S2, S3)."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from facilitator.adapters.machine.facts import facts_of
from facilitator.adapters.storage.disk import DiskStore
from facilitator.domain import events
from facilitator.domain.records import Group, Member, Ways
from facilitator.files.folder import NotWritable
from facilitator.ports.storage import NotSaved
from tests.contracts.test_storage import closed, started

NOBODY = 65534


@contextmanager
def nobody() -> Iterator[None]:
    """Be a person to whom rights apply: root may do everything."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def folder() -> Iterator[Path]:
    """A data folder of nobody's own, reached without root's rights."""
    whole = Path(tempfile.mkdtemp(dir=tempfile.gettempdir()))
    whole.chmod(0o777)
    with nobody():
        store = DiskStore.open(whole / "data")
        store.book.add_group(Group("g", "Tuesday"))
        store.book.save_member("g", Member("1", "Ann"))
        store.meetings.close(closed())
        store.meetings.start("g", "m2", on_disk=True).append((started("m2"),))
        store.settings.save(Ways(easy=True))
        store.close()
    yield whole / "data"
    for path in (whole, *whole.rglob("*")):
        path.chmod(0o700)
    shutil.rmtree(whole)


FILES = (
    "groups/g/group.json", "groups/g/book.json", "groups/g/index.jsonl", "settings.json",
    "groups/g/meetings/m1.json", "groups/g/open/m2.journal",
)  # fmt: skip
FOLDERS = ("groups", "groups/g", "groups/g/open", "groups/g/meetings")


@pytest.mark.parametrize("name", [*FILES, *FOLDERS])
def test_what_we_have_no_rights_to_is_as_if_empty_or_refused(folder: Path, name: str) -> None:
    """S2, S3: each file and folder in turn; with its rights back everything is there."""
    path = folder / name
    mode = path.stat().st_mode
    path.chmod(0)
    with nobody():
        store = DiskStore.open(folder)
        store.book.groups()
        store.book.members("g")
        store.book.agreement("g")
        list(store.meetings.rows("g"))
        store.meetings.read("g", "m1")
        store.settings.read()
        for one in store.meetings.unfinished("g"):
            if name.endswith("journal"):
                with pytest.raises(NotSaved) as said:
                    store.meetings.resume("g", one.id)
                assert said.value.reason == "unread"
        store.close()
    path.chmod(mode)
    with nobody():
        store = DiskStore.open(folder)
        assert store.book.groups() == (Group("g", "Tuesday"),)
        assert store.book.members("g") == (Member("1", "Ann"),)
        assert [row.id for row in store.meetings.rows("g")] == ["m1"]
        assert store.meetings.read("g", "m1") == closed()
        assert store.settings.read().easy
        assert store.meetings.resume("g", "m2")[1] == (started("m2"),)
        store.close()


@pytest.mark.parametrize("name", FOLDERS)
def test_a_folder_that_turns_read_only_in_the_middle_is_a_refusal(folder: Path, name: str) -> None:
    """S2: whatever is kept then is kept, or refused with a reason; nothing else is raised."""
    with nobody():
        store = DiskStore.open(folder)
        journal = store.meetings.resume("g", "m2")[0]
        journal.append((events.Paused(),))
    mode = (folder / name).stat().st_mode
    (folder / name).chmod(0o500)
    refused = []
    with nobody():
        for keep in (
            lambda: journal.append((events.WentOn(),)),
            lambda: store.meetings.close(closed("m3", "2026-12-01T20:00:00+00:00")),
            lambda: store.meetings.discard("g", "m1"),
            lambda: store.book.save_member("g", Member("2", "Bo")),
            lambda: store.book.add_group(Group("new", "New")),
            lambda: store.meetings.start("new", "m4", on_disk=True),
            lambda: store.meetings.start("g", "m5", on_disk=True),
        ):
            try:
                keep()
            except NotSaved as said:
                refused.append(said.reason)
    (folder / name).chmod(mode)
    assert set(refused) == {"read-only"}
    with nobody():
        assert store.meetings.resume("g", "m2")[1][:2] == (started("m2"), events.Paused())
        store.close()


def test_a_data_folder_without_rights_is_named(folder: Path) -> None:
    """S2: at the start, with its name."""
    folder.chmod(0)
    with nobody(), pytest.raises(NotWritable) as said:
        DiskStore.open(folder)
    assert said.value.path == folder


def test_the_doctor_looks_at_a_place_without_rights_too(folder: Path) -> None:
    """Issue: what works here is said even of a folder that we may not enter."""
    (folder / "groups").chmod(0)
    with nobody():
        assert facts_of(folder / "groups" / "g", {}).folder.endswith("groups/g")
