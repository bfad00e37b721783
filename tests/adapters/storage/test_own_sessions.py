"""The group's own sessions on the disk: whole or as before, and what is not ours is left alone."""

import errno
import stat
from pathlib import Path

import pytest

from facilitator.adapters.storage.disk import DiskStore
from facilitator.adapters.storage.own_sessions import LARGEST, DiskOwnShelf
from facilitator.domain.own_sessions import Lies
from facilitator.files.disk import Disk
from facilitator.files.reserve import Reserve
from facilitator.ports.storage import NotSaved
from tests.adapters.storage.breaking import Breaking


def test_a_session_is_a_file_of_the_group_that_only_we_may_read(tmp_path: Path) -> None:
    """C12, S10: groups/<id>/sessions/<name>.toml, mode 0600."""
    store = DiskStore.open(tmp_path)
    store.own.save("g", Lies.SESSIONS, "our-tea", "format = 1\n")
    store.close()
    path = tmp_path / "groups" / "g" / "sessions" / "our-tea.toml"
    assert path.read_text("utf-8") == "format = 1\n"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [one.name for one in path.parent.iterdir()] == ["our-tea.toml"]


def test_any_call_may_fail_and_the_text_is_there_as_before_or_as_wanted(tmp_path: Path) -> None:
    """S2: EIO at each call in turn; what was said to be saved is there."""
    broke = {""}
    for number in range(1, 100):
        live = tmp_path / str(number)
        live.mkdir()
        DiskOwnShelf(Disk(), live).save("g", Lies.DRAFTS, "tea", "before\n")
        disk = Breaking(live, number)
        told = "before\n"
        try:
            DiskOwnShelf(disk, live).save("g", Lies.DRAFTS, "tea", "wanted\n")
            told = "wanted\n"
        except NotSaved:
            pass
        found = DiskOwnShelf(Disk(), live).read("g", Lies.DRAFTS, "tea")
        assert found in {told, "wanted\n"}, disk.broke
        if not disk.broke:
            break
        broke.add(disk.broke)
    assert {"open_read", "open_new", "write", "sync", "replace", "sync_folder"} <= broke


class Full(Disk):
    """A disk on which nothing fits until the room that was set aside is given back."""

    def __init__(self, reserve: Path) -> None:
        """Begin full."""
        self.reserve = reserve

    def write(self, descriptor: int, body: bytes) -> int:
        """Write only where there is room."""
        if self.reserve.exists():
            raise OSError(errno.ENOSPC, "full")
        return super().write(descriptor, body)


def test_on_a_full_disk_the_reserve_gives_way(tmp_path: Path) -> None:
    """S2: what somebody wrote comes before the room that was set aside; without it they hear."""
    path = tmp_path / "reserve"
    reserve = Reserve(Disk(), path, 4096)
    reserve.make()
    assert path.exists()
    DiskOwnShelf(Full(path), tmp_path, reserve).save("g", Lies.DRAFTS, "tea", "wanted\n")
    assert not path.exists()
    path.write_text("again")
    with pytest.raises(NotSaved) as fault:
        DiskOwnShelf(Full(path), tmp_path).save("g", Lies.DRAFTS, "tea", "more\n")
    assert fault.value.reason == "full"
    assert DiskOwnShelf(Disk(), tmp_path).read("g", Lies.DRAFTS, "tea") == "wanted\n"


@pytest.mark.parametrize("held", [b"\xff\xfe", b"x" * (LARGEST + 1)])
def test_a_file_that_cannot_be_read_is_left_alone(tmp_path: Path, held: bytes) -> None:
    """S3: it is neither listed, nor written over, nor taken away."""
    folder = tmp_path / "g" / "sessions"
    folder.mkdir(parents=True)
    (folder / "tea.toml").write_bytes(held)
    (folder / "notes.txt").write_text("not a session")
    shelf = DiskOwnShelf(Disk(), tmp_path)
    assert shelf.texts("g", Lies.SESSIONS) == ()
    with pytest.raises(NotSaved) as fault:
        shelf.save("g", Lies.SESSIONS, "tea", "mine\n")
    assert fault.value.reason == "unread"
    with pytest.raises(NotSaved) as fault:
        shelf.delete("g", Lies.SESSIONS, "tea")
    assert fault.value.reason == "unread"
    assert (folder / "tea.toml").read_bytes() == held


def test_what_is_too_large_for_a_session_is_not_saved(tmp_path: Path) -> None:
    """S15: what could never be read again is refused at once."""
    with pytest.raises(NotSaved):
        DiskOwnShelf(Disk(), tmp_path).save("g", Lies.DRAFTS, "tea", "#" * (LARGEST + 1))
