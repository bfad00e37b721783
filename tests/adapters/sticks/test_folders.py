"""USB sticks as folders: which are there, out and in, full, read-only, pulled out (C13)."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from facilitator.adapters.sticks.folders import READABLE, FolderSticks
from facilitator.adapters.storage.out_folder import write_out
from facilitator.domain.sticks import CarriedOut, Stick, Trouble
from facilitator.files.disk import FILE_MODE, Disk, OpenFolder
from facilitator.sessions.parse import LARGEST
from tests.adapters.storage.hostile import THINGS, is_unharmed, not_held, put


class BrokenDisk(Disk):
    """A disk that fails at one call, as a stick does that is full or pulled out."""

    def __init__(self, call: str, number: int) -> None:
        """Fail at this call with this number of the system."""
        self._call, self._number = call, number

    def _fail(self, call: str) -> None:
        if call == self._call:
            raise OSError(self._number, os.strerror(self._number))

    def open_new(self, folder: OpenFolder, name: str, mode: int = FILE_MODE) -> int:
        """Open, or fail."""
        self._fail("open")
        return super().open_new(folder, name, mode)

    def write(self, descriptor: int, body: bytes) -> int:
        """Write half, or fail."""
        half = super().write(descriptor, body[: len(body) // 2 + 1])
        self._fail("write")
        return half

    def sync(self, descriptor: int) -> None:
        """Sync, or fail."""
        self._fail("sync")
        super().sync(descriptor)

    def replace(self, folder: OpenFolder, source: str, target: str) -> None:
        """Replace, or fail."""
        self._fail("replace")
        super().replace(folder, source, target)

    def sync_folder(self, path: Path) -> None:
        """Sync, or fail."""
        self._fail("folder")
        super().sync_folder(path)


@pytest.fixture
def plugged(tmp_path: Path) -> Path:
    """Return a stick that is plugged in, beneath a made-up root."""
    stick = tmp_path / "media" / "ann" / "BLUE"
    stick.mkdir(parents=True)
    return stick


def sticks(root: Path, disk: Disk | None = None, *mounted: Path) -> FolderSticks:
    """Return the adapter, with these places mounted."""
    return FolderSticks(disk or Disk(), root=root, is_mounted=lambda path: path in mounted)


def test_what_is_plugged_in_is_shown_and_folders_left_behind_are_not(
    tmp_path: Path, plugged: Path
) -> None:
    """C13: a stick has the name that people see on it; the folder of one pulled out is none."""
    (tmp_path / "mnt" / "old").mkdir(parents=True)
    other = tmp_path / "run" / "media" / "ann" / "RED"
    other.mkdir(parents=True)
    found = sticks(tmp_path, None, plugged, other).here()
    assert found == (Stick(str(plugged), "BLUE"), Stick(str(other), "RED"))


def test_a_folder_that_was_named_is_shown_first(tmp_path: Path, plugged: Path) -> None:
    """C13: --usb names a folder that needs no mount; one that is not there is not shown."""
    named = tmp_path / "usb"
    named.mkdir()
    found = FolderSticks(
        Disk(), (named, tmp_path / "gone"), tmp_path, lambda path: path == plugged
    ).here()
    assert [one.label for one in found] == ["usb", "BLUE"]


def test_a_folder_can_be_typed_when_it_is_there(tmp_path: Path, plugged: Path) -> None:
    """C13: any folder will do, but for the place of a stick that is out."""
    (tmp_path / "papers").mkdir()
    adapter = sticks(tmp_path)
    assert adapter.at(str(tmp_path / "papers")) == Stick(str(tmp_path / "papers"), "papers")
    for typed in ("", "papers", str(tmp_path / "none"), str(plugged), "/\0", "~nobody-here/x"):
        assert adapter.at(typed) is None


def test_what_is_written_can_be_read_on_another_machine(tmp_path: Path, plugged: Path) -> None:
    """C13: whole, byte for byte, and nothing else is left on the stick."""
    adapter = sticks(tmp_path, None, plugged)
    body = "# our notes\r\ntitle = 'åß'\n".encode()
    assert adapter.write(str(plugged), "our-tea", body) == CarriedOut(str(plugged / "our-tea.toml"))
    assert adapter.files(str(plugged)) == ("our-tea.toml",)
    assert adapter.read(str(plugged), "our-tea.toml") == body
    assert [one.name for one in plugged.iterdir()] == ["our-tea.toml"]
    assert (plugged / "our-tea.toml").stat().st_mode & 0o777 == READABLE


def test_nothing_on_a_stick_is_written_over(tmp_path: Path, plugged: Path) -> None:
    """C13: another file of that name stays; the same file is written once."""
    adapter = sticks(tmp_path, None, plugged)
    first = adapter.write(str(plugged), "tea", b"one")
    assert adapter.write(str(plugged), "tea", b"one") == CarriedOut(first.path, was_there=True)
    assert adapter.write(str(plugged), "tea", b"two").path.endswith("tea-2.toml")
    (plugged / "cup.toml").symlink_to(plugged / "nothing")
    assert adapter.write(str(plugged), "cup", b"three").path.endswith("cup-2.toml")
    assert (plugged / "tea.toml").read_bytes() == b"one"
    assert not (plugged / "nothing").exists()


@pytest.mark.parametrize("call", ["open", "write", "sync", "replace", "folder"])
@pytest.mark.parametrize(
    ("number", "trouble"),
    [
        (errno.ENOSPC, Trouble.FULL),
        (errno.EROFS, Trouble.READ_ONLY),
        (errno.EACCES, Trouble.READ_ONLY),
        (errno.EIO, Trouble.GONE),
        (errno.ENODEV, Trouble.GONE),
        (errno.EINTR, Trouble.FAILED),
    ],
)
def test_a_stick_that_fails_says_why_and_holds_no_half_file(
    tmp_path: Path, plugged: Path, call: str, number: int, trouble: Trouble
) -> None:
    """C13, S2: full, read-only or pulled out at any call; what lay there is unharmed."""
    (plugged / "tea.toml").write_bytes(b"theirs")
    adapter = sticks(tmp_path, BrokenDisk(call, number), plugged)
    assert adapter.write(str(plugged), "tea", b"one two three") == CarriedOut(trouble=trouble)
    left = {one.name: one.read_bytes() for one in plugged.iterdir()}
    assert left.pop("tea.toml") == b"theirs"
    assert left in ({}, {"tea-2.toml": b"one two three"})


def test_a_file_system_that_cannot_sync_a_folder_is_no_trouble(
    tmp_path: Path, plugged: Path
) -> None:
    """C13: some sticks know no such call, and hold what was written all the same."""
    adapter = sticks(tmp_path, BrokenDisk("folder", errno.EINVAL), plugged)
    assert adapter.write(str(plugged), "tea", b"one").path.endswith("tea.toml")


def test_a_stick_that_is_out_is_not_written_beside(tmp_path: Path, plugged: Path) -> None:
    """C13: the folder that it was in may still be there, on this machine's own disk."""
    assert sticks(tmp_path).write(str(plugged), "tea", b"one") == CarriedOut(trouble=Trouble.GONE)
    assert not list(plugged.iterdir())
    gone = str(tmp_path / "none")
    adapter = sticks(tmp_path)
    assert adapter.write(gone, "tea", b"one") == CarriedOut(trouble=Trouble.GONE)
    assert adapter.files(gone) is Trouble.GONE
    assert adapter.read(gone, "tea.toml") is Trouble.GONE


def _link(path: Path) -> None:
    (path.parent / "secret").write_bytes(b"secret")
    path.symlink_to(path.parent / "secret")


@pytest.mark.parametrize("made", [os.mkfifo, Path.mkdir, _link], ids=["pipe", "folder", "link"])
def test_only_a_plain_file_is_read(tmp_path: Path, made: Callable[[Path], None]) -> None:
    """C13, S15: a pipe holds nobody up, a link leads nowhere else."""
    made(tmp_path / "tea.toml")
    assert sticks(tmp_path).read(str(tmp_path), "tea.toml") is Trouble.FAILED


def test_no_more_is_read_than_a_session_may_have(tmp_path: Path) -> None:
    """S15: one byte more says that it is too large; no name leads out of the folder."""
    (tmp_path / "big.toml").write_bytes(b"#" * (LARGEST + 500))
    adapter = sticks(tmp_path)
    body = adapter.read(str(tmp_path), "big.toml")
    assert isinstance(body, bytes)
    assert len(body) == LARGEST + 1
    assert adapter.read(str(tmp_path), "../big.toml") is Trouble.GONE


def test_only_names_that_can_be_shown_are_listed(tmp_path: Path) -> None:
    """C13, S14: what other systems hide and what would move the cursor is passed over."""
    for name in ("tea.toml", "._tea.toml", "note.txt", "CAPS.TOML", "a\x1b[2Jb.toml"):
        (tmp_path / name).write_bytes(b"x")
    assert sticks(tmp_path).files(str(tmp_path)) == ("CAPS.TOML", "tea.toml")


FORESEEN = (".tea.toml.new", "tea.toml.new", ".tea.toml")
"""Names under which earlier versions wrote, or somebody may think that we do."""


@pytest.mark.parametrize("thing", THINGS)
def test_nothing_that_was_prepared_on_a_stick_is_written_through(
    tmp_path: Path, plugged: Path, thing: str
) -> None:
    """S13, S14: a link leads nowhere, a pipe holds nobody, the file and its mode are ours."""
    for name in FORESEEN:
        put(plugged / name, thing)
    adapter = sticks(tmp_path, None, plugged)
    with not_held():
        carried = adapter.write(str(plugged), "tea", b"ours")
    assert carried == CarriedOut(str(plugged / "tea.toml"))
    assert (plugged / "tea.toml").read_bytes() == b"ours"
    assert (plugged / "tea.toml").stat().st_mode & 0o777 == READABLE
    assert not (plugged / "tea.toml").is_symlink()
    assert is_unharmed(plugged / "tea.toml")


@pytest.mark.parametrize("thing", THINGS)
def test_whatever_lies_in_the_place_is_left_and_another_name_is_taken(
    tmp_path: Path, plugged: Path, thing: str
) -> None:
    """S13: nothing is written over, through or into it."""
    put(plugged / "tea.toml", thing)
    with not_held():
        carried = sticks(tmp_path, None, plugged).write(str(plugged), "tea", b"ours")
    assert carried.path.endswith("tea-2.toml")
    assert is_unharmed(plugged / "tea.toml")


@pytest.mark.parametrize("thing", THINGS)
def test_even_a_name_that_was_foreseen_is_never_opened(
    tmp_path: Path, plugged: Path, thing: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """S13: were the name known, what lies there would still be no file of ours."""
    monkeypatch.setattr("facilitator.files.atomic.new_name", lambda name: f".{name}.new")
    put(plugged / ".tea.toml.new", thing)
    with not_held():
        carried = sticks(tmp_path, None, plugged).write(str(plugged), "tea", b"ours")
    assert carried.trouble is not None
    assert is_unharmed(plugged / "tea.toml")


@pytest.mark.parametrize("thing", THINGS)
def test_stories_go_into_a_folder_by_the_same_door(tmp_path: Path, thing: str) -> None:
    """S13, S10: whatever was prepared; the file is new, and for its owner alone."""
    for name in (".stories.txt.new", "stories.txt.new", "stories.txt"):
        if (name, thing) != ("stories.txt", "folder"):
            put(tmp_path / name, thing)
    with not_held():
        path = Path(write_out(tmp_path, "stories.txt", "told"))
    assert path.read_text("utf-8") == "told"
    assert path.lstat().st_mode & 0o777 == 0o600
    assert is_unharmed(tmp_path / "stories.txt")


def test_a_file_that_another_prepared_is_not_the_one_that_we_write(tmp_path: Path) -> None:
    """S10: its mode and its owner would be theirs."""
    (tmp_path / "stories.txt").write_text("theirs")
    (tmp_path / "stories.txt").chmod(0o666)
    before = (tmp_path / "stories.txt").stat().st_ino
    write_out(tmp_path, "stories.txt", "told")
    after = (tmp_path / "stories.txt").stat()
    assert (after.st_mode & 0o777, after.st_ino != before) == (0o600, True)
