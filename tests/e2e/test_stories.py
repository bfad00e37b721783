"""Stories on a real disk: what leaves, whatever the command, and what is left of a story (C8)."""

import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest

from facilitator.adapters.storage.disk import DiskStore
from facilitator.domain.kept import Note, Story, Tip
from facilitator.domain.records import Group, Member
from facilitator.domain.things import Things
from facilitator.engine.consent import months_on, opens_on
from facilitator.engine.own_word import locked
from facilitator.engine.receipts import number_of

ROOT = Path(__file__).parents[2]
CANARY = "canary-of-a-story"
WORD = "blue kettle"
NOW = datetime.now(UTC).date()


def facilitator(*arguments: str, data: Path, given: str = "") -> subprocess.CompletedProcess[str]:
    """Run the program as a person would, words through a pipe."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "facilitator", "--data", str(data), *arguments]
    return subprocess.run(
        command, input=given, capture_output=True, text=True, env=environment, check=False
    )


def a_story(name: str, level: int, days_ago: int = 30, **how: str | tuple[str, ...]) -> Story:
    """Return a story that was agreed to so many days ago, for a year, and again after a week."""
    on = (NOW - timedelta(days=days_ago)).isoformat()
    is_further = level > 2 and days_ago >= 7
    made = Story(
        f"m1-step-{name}", f"m1-{name}", f"Name-{name}", on, words=f"{CANARY}-{name}.",
        level=level, purposes=("peers", "staff"), open_from=opens_on(on) if level > 2 else "",
        expires_on=months_on(on, 12), lock=locked(WORD, name),
        confirmed_on=(NOW - timedelta(days=1)).isoformat() if is_further else "",
    )  # fmt: skip
    return msgspec.structs.replace(made, **how)


OURS = (
    a_story("one", 1), a_story("two", 2), a_story("three", 3), a_story("four", 4),
    a_story("cooling", 4, 3), a_story("silent", 3, confirmed_on=""),
    a_story("over", 4, 400), a_story("back", 4, withdrawn_on=NOW.isoformat(), words=""),
    a_story("funder", 4, purposes=("funder",)), a_story("nothing", 4, purposes=()),
)  # fmt: skip
THEIRS = (a_story("theirs", 4),)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Return a data folder with two groups, each with stories of its own."""
    folder = tmp_path / "data"
    store = DiskStore.open(folder)
    for group, stories in (("our-group", OURS), ("others", THEIRS)):
        store.book.add_group(Group(group, group))
        for one in stories:
            store.book.save_member(group, Member(one.owner, one.name, kept_on=NOW.isoformat()))
        tips = (Tip("t1", stories[0].owner, stories[0].name, NOW.isoformat(), "canary-tip"),)
        notes = (Note("n1", stories[0].owner, stories[0].name, NOW.isoformat(), "canary-note"),)
        store.book.keep_things(group, Things(stories=stories, tips=tips, notes=notes))
    store.close()
    return folder


def out(data: Path, level: int, purpose: str, to: Path) -> str:
    """Return all that the command wrote, the names of files included."""
    done = facilitator(
        "--group", "our-group", "stories", "--level", str(level), "--purpose", purpose,
        "--to", str(to), data=data,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    files = [path for path in to.rglob("*") if path.is_file()] if to.exists() else []
    told = "".join(f"{path.name}\n{path.read_text('utf-8')}" for path in files)
    return done.stdout + done.stderr + told


@pytest.mark.parametrize(
    ("level", "purpose", "may"),
    [
        (2, "peers", {"two", "three", "four", "cooling", "silent"}),
        (3, "peers", {"three", "four"}),
        (3, "staff", {"three", "four"}),
        (3, "funder", {"funder"}),
        (4, "peers", {"four"}),
        (4, "newsletter", set()),
    ],
)
def test_only_stories_with_a_live_yes_leave_and_no_name_with_them(
    data: Path, tmp_path: Path, level: int, purpose: str, may: set[str]
) -> None:
    """C8, M19: lower levels, cooling, silent, over, taken back, other groups: in no byte."""
    written = out(data, level, purpose, tmp_path / "stick")
    found = {one.name.removeprefix("Name-") for one in (*OURS, *THEIRS) if one.words}
    assert {one for one in found if f"{CANARY}-{one}." in written} == may
    assert "Name-" not in written
    assert "m1-" not in written
    assert (tmp_path / "stick").exists() == bool(may)


def test_no_other_command_lets_a_story_out(data: Path, tmp_path: Path) -> None:
    """C8, C3: lists and refusals tell numbers, levels and days, and nobody's words or name."""
    commands = (
        ("stories",), ("--group", "our-group", "stories"), ("meetings",), ("sessions",),
        ("export", "m1"), ("export", "m1", "--person"), ("doctor",),
        ("stories", "--level", "4"), ("stories", "--purpose", "peers"),
        ("stories", "--level", "4", "--purpose", "peers", "--to", str(tmp_path / "all")),
        ("stories", "--take-back", "none"), ("stories", "--level", "1"),
    )  # fmt: skip
    for command in commands:
        done = facilitator(*command, data=data, given="Name-one\n")
        told = done.stdout + done.stderr
        assert CANARY not in told, command
        assert "Name-" not in told.replace("called Name-one", ""), command
        assert "Traceback" not in told
    assert not (tmp_path / "all").exists()
    listed = facilitator("--group", "our-group", "stories", data=data).stdout
    assert number_of("m1-step-four") in listed
    assert number_of("m1-step-one") not in listed, "that somebody keeps level 1 is theirs alone"


def test_two_groups_are_never_in_one_file(data: Path, tmp_path: Path) -> None:
    """M19: the group has to be named."""
    done = facilitator(
        "stories", "--level", "4", "--purpose", "peers", "--to", str(tmp_path), data=data
    )
    assert (done.returncode, "--group" in done.stderr) == (2, True)


def test_a_story_is_taken_back_by_its_number_and_its_bytes_are_gone(data: Path) -> None:
    """C8: from the command line too; paper is named; a line without words stays."""
    assert any(f"{CANARY}-four.".encode() in path.read_bytes() for path in files(data))
    number = number_of("m1-step-four")
    for no in ("", "no\n"):
        assert facilitator("stories", "--take-back", number, data=data, given=no).returncode == 2
        assert any(f"{CANARY}-four.".encode() in path.read_bytes() for path in files(data))
    done = facilitator("stories", "--take-back", number, "--yes", data=data)
    assert (done.returncode, "Paper" in done.stdout) == (0, True)
    assert not any(f"{CANARY}-four.".encode() in path.read_bytes() for path in files(data))
    assert any(f"{CANARY}-three.".encode() in path.read_bytes() for path in files(data))
    assert "taken back on" in facilitator("--group", "our-group", "stories", data=data).stdout


def files(data: Path) -> list[Path]:
    """Return every file there is."""
    return [path for path in data.rglob("*") if path.is_file()]


def test_a_folder_that_cannot_be_written_is_told_and_nothing_is_lost(
    data: Path, tmp_path: Path
) -> None:
    """S2: why it did not work, exit 2."""
    stick = tmp_path / "stick"
    stick.write_text("a file")
    done = facilitator(
        "--group", "our-group", "stories", "--level", "2", "--purpose", "peers",
        "--to", str(stick), data=data,
    )  # fmt: skip
    assert (done.returncode, "could not be written" in done.stderr) == (2, True)
    assert stick.read_text() == "a file"


def held_in_plain_lines(data: Path, *, keep: str, answers: tuple[str, ...]) -> str:
    """Hold a meeting of one person in plain lines through a pipe; return what was shown."""
    session = str(ROOT / "tests/sessions/kinds/story.good.toml")
    lines = ["1", keep, "1", "1", *answers, "1", "1", "1"]
    done = facilitator("--plain", "start", session, data=data, given="\n".join(lines) + "\n")
    assert done.returncode == 0, done.stderr
    return done.stdout


TOLD = ("4", "2", f"{CANARY}-plain", "2")
AGREED = ("2", "2", "3", "3", "2", "2", "2", "1")


@pytest.mark.parametrize("keep", ["1", "2"])
def test_a_story_that_is_told_and_not_kept_leaves_no_byte(tmp_path: Path, keep: str) -> None:
    """C8: level 0, until today or for the group: the disk holds nothing of it after the close."""
    told = held_in_plain_lines(tmp_path, keep=keep, answers=(*TOLD, "1"))
    assert "You can stop here." in told
    assert not [path for path in files(tmp_path) if CANARY.encode() in path.read_bytes()]


@pytest.mark.parametrize("keep", ["1", "2"])
def test_a_story_that_is_kept_lies_in_the_book_and_nowhere_else(tmp_path: Path, keep: str) -> None:
    """C8, S6: told, agreed to and kept in plain lines through a pipe."""
    told = held_in_plain_lines(tmp_path, keep=keep, answers=(*TOLD, *AGREED))
    assert "This is your receipt." in told
    found = [path.name for path in files(tmp_path) if CANARY.encode() in path.read_bytes()]
    assert found == ["book.json"]
    assert f"{CANARY}-plain" not in facilitator("meetings", data=tmp_path).stdout


def test_ones_own_words_hold_the_story_only_for_its_own_word(tmp_path: Path) -> None:
    """C3, S8: from the command line too; a wrong word, and no word, tell nothing."""
    held_in_plain_lines(
        tmp_path, keep="2", answers=(*TOLD, "2", "2", "3", "3", "2", "3", WORD, WORD, "2", "1")
    )
    listed = facilitator("meetings", data=tmp_path).stdout
    meeting = listed.split(":")[0]
    for shape in ("text", "json", "csv"):
        command = ("export", meeting, "--person", "--format", shape)
        assert (
            f"{CANARY}-plain"
            in facilitator(*command, data=tmp_path, given=f"Heron\n{WORD}\n").stdout
        )
        for word in ("", "red kettle\n"):
            done = facilitator(*command, data=tmp_path, given=f"Heron\n{word}")
            assert (done.returncode, CANARY in done.stdout + done.stderr) == (2, False)
        assert CANARY not in facilitator("export", meeting, "--format", shape, data=tmp_path).stdout
    gone = facilitator("forget", meeting, "--person", "--yes", given="Heron\n", data=tmp_path)
    assert gone.returncode == 0
    assert not [path for path in files(tmp_path) if CANARY.encode() in path.read_bytes()]
