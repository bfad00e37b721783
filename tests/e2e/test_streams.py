"""Whatever the program was started with: it says what is wrong in a line, and ends (S10, S21)."""

import argparse
import os
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from facilitator.__main__ import arguments
from facilitator.adapters.speech.leftovers import PREFIX, locked, sweep
from facilitator.wording import command_line, session_problems
from tests.adapters.storage.hostile import THINGS, put
from tests.e2e.test_command_line import ROOT, facilitator
from tests.scenario import SESSIONS

LONGEST = 60
"""Seconds; a program that waits for ever would need them. No bound of speed."""

GIVEN = {
    "start": ("first-meeting",), "check": (str(SESSIONS / "first-meeting.toml"),),
    "rehearse": ("--auto", "first-meeting"), "export": ("m1",), "slip": ("m1",),
    "forget": ("m1", "--yes"), "export-session": ("first-meeting", "."),
    "import-session": (str(SESSIONS / "first-meeting.toml"),),
}  # fmt: skip
"""What each command needs beside its name."""


def commands() -> list[tuple[str, ...]]:
    """Return a line for every command of the parser, a new one too, and for none."""
    actions = arguments()._actions
    found = next(one for one in actions if isinstance(one, argparse._SubParsersAction))
    return [("--plain",), *((name, *GIVEN.get(name, ())) for name in found.choices)]


def by_name(words: tuple[str, ...]) -> str:
    """Return the name of a command's line in a report."""
    return words[0]


def started(
    tmp: Path, redirect: str, *words: str, given: str = "1\n" * 30, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run the program by a shell that redirects its streams."""
    env = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "TERM": "xterm", **environment}
    command = [sys.executable, "-m", "facilitator", "--data", str(tmp / "data"), *words]
    return subprocess.run(
        ["bash", "-c", f'exec "$@" {redirect}', "-", *command],
        input=given, capture_output=True, text=True, timeout=LONGEST, check=False, env=env,
        cwd=tmp,
    )  # fmt: skip


@pytest.mark.parametrize("words", commands(), ids=by_name)
@pytest.mark.parametrize("redirect", [">&-", "2>&-", "<&-", ">/dev/full", "2>/dev/full"])
def test_closed_and_full_streams_are_a_line_and_a_code(
    tmp_path: Path, redirect: str, words: tuple[str, ...]
) -> None:
    """S21: exit 0, 2 or 74, never a fault of ours, never a complaint of Python's."""
    done = started(tmp_path, redirect, *words)
    assert done.returncode in (0, 2, 74), done
    for said in (done.stdout, done.stderr):
        assert "Traceback" not in said
        assert "Exception ignored" not in said
        assert command_line.SORRY.split(".")[0] not in said
    if done.returncode == 74:
        assert done.stderr.strip() == command_line.NOT_WRITTEN
    if redirect in (">&-", ">/dev/full") and done.returncode == 0:
        assert words[0] == "export-session" or not done.stdout


def test_what_could_not_be_shown_is_told(tmp_path: Path) -> None:
    """S21: a control; a list on a full output is exit 74, on any other 0."""
    assert started(tmp_path, ">/dev/full", "sessions").returncode == 74
    assert started(tmp_path, "", "sessions").returncode == 0


@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("words", ["--version", "--help"])
def test_what_the_parser_shows_is_no_success_on_a_full_output(
    tmp_path: Path, words: str, unbuffered: str
) -> None:
    """S21: exit 74 and one line, however Python writes; on any other output 0 and the text."""
    for redirect in (">/dev/full", ">&-"):
        done = started(tmp_path, redirect, words, PYTHONUNBUFFERED=unbuffered)
        assert (done.returncode, done.stderr.strip()) == (74, command_line.NOT_WRITTEN)
    fine = started(tmp_path, "", words, PYTHONUNBUFFERED=unbuffered)
    assert fine.returncode == 0
    assert fine.stdout.strip()
    assert not fine.stderr


def test_a_reader_that_has_gone_is_no_fault(tmp_path: Path) -> None:
    """S21: `facilitator sessions | true`, for as long as there is more to write than a pipe takes."""
    done = started(tmp_path, "| true; exit ${PIPESTATUS[0]}", "--plain", given="1\n" * 3000)
    assert done.returncode in (0, 74), done
    assert "Traceback" not in done.stderr
    assert "Exception ignored" not in done.stderr


@pytest.mark.parametrize("words", commands(), ids=by_name)
def test_every_command_begins_by_leaving_no_core_file(
    tmp_path: Path, words: tuple[str, ...]
) -> None:
    """S10: the size of core files is nothing in each, whatever it was before."""
    said = tmp_path / "limit"
    program = (
        "import atexit, resource, sys; sys.argv[:] = sys.argv[1:]\n"
        "def say(): open(sys.argv[0], 'w').write(str(resource.getrlimit(resource.RLIMIT_CORE)))\n"
        "atexit.register(say)\n"
        "from facilitator.__main__ import main\n"
        "sys.exit(main(sys.argv[1:]))"
    )
    hard = resource.getrlimit(resource.RLIMIT_CORE)[1]
    if hard == 0:
        pytest.skip("no program may leave a core file here")
    env = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "TERM": "dumb"}
    subprocess.run(
        [sys.executable, "-c", program, str(said), "--data", str(tmp_path / "data"), *words],
        input="", capture_output=True, text=True, timeout=LONGEST, check=False, env=env,
        cwd=tmp_path,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CORE, (hard, hard)),
    )  # fmt: skip
    assert said.read_text() == "(0, 0)"


@pytest.mark.parametrize("thing", [one for one in THINGS if one not in ("link", "huge")])
@pytest.mark.parametrize("command", ["check", "start", "import-session"])
def test_what_is_no_file_is_a_sentence(tmp_path: Path, command: str, thing: str) -> None:
    """S21, S15: a pipe, a device, a folder, a socket where a file was named: exit 2, at once."""
    put(tmp_path / "here.toml", thing)
    done = facilitator(command, str(tmp_path / "here.toml"), data=tmp_path / "data")
    assert done.returncode == 2, done
    assert "Traceback" not in done.stderr
    assert done.stdout.strip() or done.stderr.strip()


def test_a_link_to_a_file_that_a_person_named_is_that_file(tmp_path: Path) -> None:
    """S21: it was named on purpose."""
    (tmp_path / "here.toml").symlink_to(SESSIONS / "first-meeting.toml")
    assert facilitator("check", str(tmp_path / "here.toml")).returncode == 0


@pytest.mark.parametrize("number", ["-3", "0", "1000000", "many", "9" * 5000])
def test_a_number_of_people_that_cannot_be_is_refused(number: str) -> None:
    """S21: in a sentence of its own, with what would be right."""
    done = facilitator("check", f"--people={number}", str(SESSIONS / "first-meeting.toml"))
    assert done.returncode == 2
    assert done.stderr.startswith(command_line.PEOPLE_RANGE.partition("{")[0])


@pytest.mark.parametrize(
    "words",
    [
        ("export-session", "first-meeting", ""), ("stories", "--to", ""), ("--group", "", "meetings"),
        ("import-session", ""), ("--usb", "", "sessions"),
    ],
)  # fmt: skip
def test_an_empty_name_writes_nowhere(tmp_path: Path, words: tuple[str, ...]) -> None:
    """S21: it is most often a variable that was never set."""
    done = started(tmp_path, "", *words)
    assert done.returncode == 2
    assert not [one for one in tmp_path.rglob("*") if one.is_file()]


@pytest.mark.parametrize("environment", [
    {"FACILITATOR_DATA": "~nobody-of-that-name/x"}, {"FACILITATOR_USB": "~nobody-of-that-name/x"},
    {"TZ": "Not/AZone"}, {"TZ": ":/etc/passwd"}, {"HOME": ""}, {"HOME": "/nowhere-at-all"},
    {"LANG": "C", "LC_ALL": "C"},
])  # fmt: skip
def test_an_odd_environment_is_no_fault_of_ours(
    tmp_path: Path, environment: dict[str, str]
) -> None:
    """S21: it works, or a sentence says what is wrong."""
    data = None if "FACILITATOR_DATA" in environment else tmp_path
    done = facilitator("--plain", given="", data=data, **environment)
    assert done.returncode in (0, 2), done
    assert command_line.SORRY.split(".")[0] not in done.stdout + done.stderr
    if "~" in str(environment):
        assert (done.returncode, "nobody-of-that-name" in done.stderr) == (2, True)


def test_an_unknown_group_is_told_with_the_nearest(tmp_path: Path) -> None:
    """S21: for a list as for a meeting, and a path is no group."""
    facilitator("--plain", given="1\n" * 12, data=tmp_path)
    for name in ("our-grop", "../groups", "/etc"):
        done = facilitator("--group", name, "meetings", data=tmp_path)
        assert done.returncode == 2
        assert name in done.stderr
    assert "our-group" in facilitator("--group", "our-grop", "meetings", data=tmp_path).stderr


@pytest.mark.parametrize(
    ("change", "is_fine"),
    [
        (lambda text: b"\xef\xbb\xbf" + text.encode(), True),
        (lambda text: text.replace("\n", "\r\n").encode(), True),
        (lambda text: text.encode("utf-16"), False),
    ],
    ids=["mark", "line-ends", "utf-16"],
)
def test_a_session_that_another_system_saved_is_read(
    tmp_path: Path, change: Callable[[str], bytes], is_fine: bool
) -> None:
    """S15: a mark before the text is passed over; another coding is named, with the way out."""
    text = (SESSIONS / "first-meeting.toml").read_text("utf-8")
    (tmp_path / "saved.toml").write_bytes(change(text))
    done = facilitator("check", str(tmp_path / "saved.toml"))
    assert (done.returncode == 0) is is_fine, done
    assert (session_problems.NOT_UTF_8 in done.stdout) is not is_fine


def test_any_start_takes_away_what_a_killed_voice_left(tmp_path: Path) -> None:
    """S10: without the voice too; a number that another program has by now changes nothing."""
    left = tmp_path / f"{PREFIX}{os.getpid()}-left"
    left.mkdir(mode=0o700)
    (left / "said.wav").write_bytes(b"sound")
    used = tmp_path / f"{PREFIX}1-used"
    used.mkdir(mode=0o700)
    lock = locked(used)
    facilitator("--plain", data=tmp_path / "data", TMPDIR=str(tmp_path))
    assert not left.exists()
    assert used.exists(), "the control: a program that runs keeps its folder"
    os.close(lock)
    facilitator("sessions", data=tmp_path / "data", TMPDIR=str(tmp_path))
    assert used.exists(), "a list is no start"
    facilitator("rehearse", "--auto", "hard-week", data=tmp_path / "data", TMPDIR=str(tmp_path))
    assert not used.exists()


def test_what_only_looks_like_a_folder_of_ours_does_no_harm(tmp_path: Path) -> None:
    """S13: a link is not followed, a file and a pipe are left alone."""
    theirs = tmp_path / "theirs"
    theirs.mkdir()
    (theirs / "kept").write_text("kept")
    (tmp_path / f"{PREFIX}1-link").symlink_to(theirs)
    (tmp_path / f"{PREFIX}1-file").write_text("kept")
    os.mkfifo(tmp_path / f"{PREFIX}1-pipe")
    sweep(tmp_path)
    assert (theirs / "kept").read_text() == "kept"
    assert len(list(tmp_path.iterdir())) == 4
