"""Sessions in folders: found by name, read when they are asked for."""

from pathlib import Path

import pytest

import facilitator
from facilitator.adapters.session_folder.shelf import (
    FolderShelf,
    OneFileShelf,
    read_file,
    shipped_sessions,
)
from facilitator.engine.activities.registry import SPECS

SHIPPED = Path(__file__).parents[3] / "sessions"
GOOD = (SHIPPED / "first-meeting.toml").read_text("utf-8")


def put(folder: Path, name: str, session_id: str, title: str = "A first meeting") -> Path:
    """Write a session with this id and title."""
    path = folder / f"{name}.toml"
    text = GOOD.replace('id = "first-meeting"', f'id = "{session_id}"', 1)
    path.write_text(text.replace('title = "A first meeting"', f'title = "{title}"', 1), "utf-8")
    return path


def test_a_session_is_found_by_its_name_and_no_other_file_is_read(tmp_path: Path) -> None:
    """P1: a start with one session reads one file."""
    put(tmp_path, "walk", "walk")
    put(tmp_path, "talk", "talk")
    shelf = FolderShelf((tmp_path,), SPECS)
    found = shelf.find("walk")
    assert found is not None
    assert found.id == "walk"
    assert list(shelf.read) == [tmp_path / "walk.toml"]


def test_a_session_in_a_file_of_another_name_is_found(tmp_path: Path) -> None:
    """M1: the id counts, not the name of the file."""
    put(tmp_path, "copy-of-walk", "walk")
    put(tmp_path, "talk", "other")
    shelf = FolderShelf((tmp_path,), SPECS)
    assert shelf.find("talk") is None
    found = shelf.find("walk")
    assert found is not None
    assert found.id == "walk"


@pytest.mark.parametrize("name", ["", "nothing", "../walk", "sub/walk", "walk\0"])
def test_what_is_not_there_is_not_found(tmp_path: Path, name: str) -> None:
    """S15: no name leads out of the folder or stops the program."""
    inner = tmp_path / "inner"
    (inner / "sub").mkdir(parents=True)
    put(tmp_path, "walk", "out")
    put(inner / "sub", "walk", "deep")
    assert FolderShelf((inner,), SPECS).find(name) is None


def test_sessions_come_in_order_of_title_and_bad_ones_are_left_out(tmp_path: Path) -> None:
    """S15: one broken file does not take the others away."""
    put(tmp_path, "b", "b", "Another")
    put(tmp_path, "a", "a", "Before")
    (tmp_path / "broken.toml").write_text("format = ")
    (tmp_path / "bytes.toml").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "folder.toml").mkdir()
    (tmp_path / "large.toml").write_bytes(b"#" * 400_000)
    (tmp_path / "notes.txt").write_text("not ours")
    shelf = FolderShelf((tmp_path, tmp_path / "nowhere"), SPECS)
    assert [one.title for one in shelf.sessions()] == ["Another", "Before"]


def test_of_two_sessions_with_one_id_the_first_folder_counts(tmp_path: Path) -> None:
    """C12: in the list as when it is looked for by name."""
    ours, theirs = tmp_path / "ours", tmp_path / "theirs"
    for folder, title in ((ours, "Ours"), (theirs, "Theirs")):
        folder.mkdir()
        put(folder, "walk", "walk", title)
    shelf = FolderShelf((ours, theirs), SPECS)
    found = shelf.find("walk")
    assert found is not None
    assert (found.title, [one.title for one in shelf.sessions()]) == ("Ours", ["Ours"])


def test_the_help_card_comes_from_the_first_file_that_has_numbers(tmp_path: Path) -> None:
    """S16: a broken help file does not hide the next."""
    (tmp_path / "help-now").mkdir()
    (tmp_path / "help-now/a.toml").write_text("format = ")
    good = (SHIPPED / "help-now/scotland.toml").read_text("utf-8")
    (tmp_path / "help-now/b.toml").write_text(good, "utf-8")
    numbers = FolderShelf((tmp_path,), SPECS).help_now()
    assert [one.phone for one in numbers][:3] == ["999", "111", "116 123"]
    assert FolderShelf((tmp_path / "nowhere",), SPECS).help_now() == ()


def test_a_named_file_stands_before_the_others(tmp_path: Path) -> None:
    """Issue 8: `start FILE` holds the session of that file."""
    path = put(tmp_path, "mine", "first-meeting", "Mine")
    shelf = OneFileShelf.of(path.read_bytes(), path.name, SPECS, FolderShelf((SHIPPED,), SPECS))
    assert isinstance(shelf, OneFileShelf)
    found = shelf.find("first-meeting")
    assert found is not None
    assert found.title == "Mine"
    assert [one.id for one in shelf.sessions()].count("first-meeting") == 1
    assert shelf.sessions()[0].title == "Mine"
    assert shelf.help_now()


def test_a_named_file_that_is_broken_gives_its_problems(tmp_path: Path) -> None:
    """S15: all of them, and no session."""
    path = tmp_path / "mine.toml"
    path.write_text("format = 1\n")
    told = OneFileShelf.of(path.read_bytes(), path.name, SPECS, FolderShelf((), SPECS))
    assert isinstance(told, tuple)
    assert len(told) > 1


def test_a_file_that_cannot_be_read_is_none(tmp_path: Path) -> None:
    """S15: a folder, or nothing."""
    assert read_file(tmp_path) is None
    assert read_file(tmp_path / "nowhere") is None


def test_in_a_wheel_the_sessions_lie_in_the_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Issue 1: here a folder plays the package; a real wheel is built in tests/architecture."""
    package = tmp_path / "facilitator"
    (package / "shipped").mkdir(parents=True)
    assert shipped_sessions() == SHIPPED
    monkeypatch.setattr(facilitator, "__file__", str(package / "__init__.py"))
    assert shipped_sessions() == package / "shipped"
