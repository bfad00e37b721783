"""The program on a folder that is in use, or in which things are not what they should be."""

from pathlib import Path

import pytest

from facilitator.adapters.storage.disk import DiskStore
from facilitator.adapters.storage.kiosk import WORD_FILE, DiskKiosk
from facilitator.domain.kept import Duty
from facilitator.domain.records import Group
from facilitator.domain.things import Things
from facilitator.files.disk import Disk
from facilitator.wording import command_line, house, refusals, unfinished
from tests.adapters.storage.test_faults import ODD, made_odd
from tests.contracts.test_storage import started
from tests.e2e.test_command_line import facilitator

NAMES = ("group.json", "book.json", "index.jsonl", "meetings", "open/m1.journal")


@pytest.mark.parametrize("words", [("--plain",), ("meetings",), ("forget", "m1")])
def test_a_second_program_says_so_and_touches_nothing(
    tmp_path: Path, words: tuple[str, ...]
) -> None:
    """S4: a meeting, a list, a deletion: each is told, and the folder is as it was."""
    store = DiskStore.open(tmp_path)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    done = facilitator(*words, data=tmp_path)
    assert (done.returncode, done.stderr.strip()) == (2, command_line.ALREADY_OPEN)
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before
    store.close()
    assert facilitator("meetings", data=tmp_path).returncode == 0


@pytest.mark.parametrize("what", ODD)
def test_odd_things_in_place_of_files_are_never_a_traceback(tmp_path: Path, what: str) -> None:
    """S2, S3: the program opens, and lists what can be listed."""
    for name in NAMES:
        made_odd(tmp_path / "groups/our-group" / name, what)
    made_odd(tmp_path / "settings.json", what)
    for words in (("--plain",), ("meetings",)):
        done = facilitator(*words, data=tmp_path)
        assert (done.returncode, done.stderr) == (0, ""), done


def test_a_journal_that_cannot_be_read_is_said_in_lines(tmp_path: Path) -> None:
    """S3: its line says so; trying says it too, and nothing is lost by it."""
    made_odd(tmp_path / "groups/our-group/open/m1.journal", "folder")
    done = facilitator("--plain", given="2\n2\n", data=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert unfinished.UNREAD in done.stdout
    assert refusals.NOT_READ.split(".")[0] in done.stdout


def test_a_data_folder_that_is_a_file_is_named(tmp_path: Path) -> None:
    """S4: exit 2, the folder's name, how to mend it."""
    (tmp_path / "data").touch()
    done = facilitator("--plain", data=tmp_path / "data")
    assert done.returncode == 2
    assert str(tmp_path) in done.stderr
    assert command_line.FOLDER_HOW in done.stderr


def test_a_deletion_that_the_disk_refuses_is_said(tmp_path: Path) -> None:
    """S2, S8: exit 2 and why, never a fault of ours; it is still listed, so it can be done again."""
    store = DiskStore.open(tmp_path)
    store.book.add_group(Group("g", "Tuesday"))
    store.meetings.start("g", "m1", on_disk=True).append((started(),))
    store.book.keep_things("g", Things(duties=(Duty("d1", meeting="m1"),)))
    store.close()
    done = facilitator("forget", "m1", "--yes", data=tmp_path, LARGEST="0")
    why = house.WHY_NOT_PUT_AWAY["full"]
    assert done.returncode == 2
    assert done.stderr.strip() == command_line.NOT_ALL_FORGOTTEN.format(why=why)
    assert "m1" in facilitator("meetings", data=tmp_path).stdout
    assert facilitator("forget", "m1", "--yes", data=tmp_path).returncode == 0


def test_a_damaged_book_is_told_on_the_first_screen(tmp_path: Path) -> None:
    """S3: and it is left as it is until something new is kept."""
    store = DiskStore.open(tmp_path)
    store.book.add_group(Group("our-group", "Our group"))
    store.close()
    done = facilitator("--plain", data=tmp_path)
    assert house.HOME_DAMAGED not in " ".join(done.stdout.split())
    book = tmp_path / "groups/our-group/book.json"
    book.write_bytes(b'{"members": {"1": {"id": "1", "nam')
    done = facilitator("--plain", data=tmp_path)
    assert house.HOME_DAMAGED in " ".join(done.stdout.split())
    assert book.read_bytes() == b'{"members": {"1": {"id": "1", "nam'


@pytest.mark.parametrize("what", [*ODD, "damaged"])
def test_settings_that_cannot_be_read_are_told_on_the_first_screen(
    tmp_path: Path, what: str
) -> None:
    """S3: with the usual ones, and what lies there is left until something else is set."""
    done = facilitator("--plain", data=tmp_path)
    assert house.HOME_SETTINGS_DAMAGED not in " ".join(done.stdout.split())
    if what == "damaged":
        (tmp_path / "settings.json").write_bytes(b'{"ways": [')
    else:
        made_odd(tmp_path / "settings.json", what)
    done = facilitator("--plain", data=tmp_path)
    assert house.HOME_SETTINGS_DAMAGED in " ".join(done.stdout.split())


def test_a_leaving_word_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    """S3, S13: nobody is shut in, and that is said; a word that can be read is whole."""
    kiosk = DiskKiosk(Disk(), tmp_path)
    assert kiosk.is_whole
    kiosk.keep_leaving_word("")
    assert kiosk.is_whole
    for wrong in (b"{", b'{"leaving-word": 7}', b'{"leaving-word": "kettle"}'):
        (tmp_path / WORD_FILE).write_bytes(wrong)
        assert (kiosk.is_whole, kiosk.leaving_word()) == (False, "")
