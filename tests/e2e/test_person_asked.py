"""A person's name is asked for and is no argument (S10, S8)."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from facilitator.adapters.storage.disk import DiskStore
from facilitator.domain.events import Carried
from facilitator.domain.records import Member
from tests.e2e.test_command_line import CANARY, facilitator, kept_meeting
from tests.terminal import Terminal

NAME = "Zebedee-canary"
ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    "words",
    [
        ("export", "m1", "--person", NAME),
        ("export", "m1", "--format", "csv", "--person", NAME, "Smith"),
        ("export", "m1", f"--person={NAME}"),
        ("export", "m1", f"--pers={NAME}"),
        ("export", "m1", f"--p={NAME}"),
        ("export", "--person", NAME),
        ("forget", "m1", "--yes", "--person", NAME),
        ("forget", "--person", NAME),
        ("forget", f"--person={NAME}", "m1"),
        ("forget", f"--p={NAME}", "m1"),
        ("--plain", "forget", "m1", "--person", NAME, "Smith"),
    ],
)
def test_a_name_as_an_argument_is_refused_without_repeating_it(
    tmp_path: Path, words: tuple[str, ...]
) -> None:
    """S10: it says how it is done now; nothing is deleted, and no line holds the name."""
    done = facilitator(*words, given="Heron\nyes\n", data=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Please write --person alone, after the meeting." in " ".join(done.stderr.split())
    assert "canary" not in done.stderr
    assert "Smith" not in done.stderr


def test_what_is_not_understood_elsewhere_is_still_said(tmp_path: Path) -> None:
    """A1: the control: where no person is meant, it is shown what was wrong."""
    done = facilitator("export", "m1", "more", data=tmp_path)
    assert done.returncode == 2
    assert "This is not understood here: more" in done.stderr


def commands_of(process: int) -> bytes:
    """Return the command line of a process and of its children."""
    found = Path(f"/proc/{process}/cmdline").read_bytes()
    children = Path(f"/proc/{process}/task/{process}/children").read_text("ascii").split()
    return found + b"".join(commands_of(int(child)) for child in children)


@pytest.mark.skipif(not Path("/proc/self/cmdline").exists(), reason="there is no list to look at")
def test_the_name_stands_in_no_command_line_while_it_is_used(tmp_path: Path) -> None:
    """S10: the process waits for its yes and knows the name; its arguments do not."""
    meeting = kept_meeting(tmp_path)
    command = [sys.executable, "-m", "facilitator", "--data", str(tmp_path), "forget", meeting]
    process = subprocess.Popen(
        [*command, "--person"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
    )  # fmt: skip
    assert process.stdin is not None
    assert process.stderr is not None
    with process:
        process.stdin.write("heron\n")
        process.stdin.flush()
        asked = process.stderr.readline()
        assert "words of Heron" in asked, "the control: it has the name"
        listed = commands_of(process.pid)
        environment = Path(f"/proc/{process.pid}/environ").read_bytes()
        assert b"--person" in listed, "the control: this is the process"
        assert b"heron" not in (listed + environment).lower().replace(str(ROOT).encode(), b"")
        process.communicate("yes\n", timeout=30)
    assert process.returncode == 0


def test_a_pipe_gives_the_name_in_any_form_and_then_the_word(tmp_path: Path) -> None:
    """S8: capitals, spaces, full width letters; without a name nothing comes out."""
    meeting = kept_meeting(tmp_path)
    for name in ("Heron", " hERON ", "Ｈｅｒｏｎ", "He\u00adron"):
        done = facilitator("export", meeting, "--person", given=f"{name}\n", data=tmp_path)
        assert "Heron" in done.stdout + done.stderr, name
        assert "There is nobody" not in done.stderr
    for nothing in ("", "\n", "\u200b\n"):
        done = facilitator("export", meeting, "--person", given=nothing, data=tmp_path)
        assert (done.returncode, done.stderr) == (2, "No name was given that can be seen.\n")


def test_at_a_terminal_it_asks_where_errors_go(tmp_path: Path) -> None:
    """S8, S10: the line is seen as it is typed; what is printed holds the words alone."""
    meeting = kept_meeting(tmp_path)
    command = [sys.executable, "-m", "facilitator", "--data", str(tmp_path)]
    command = ["--data", str(tmp_path), "forget", meeting, "--person"]
    with Terminal([sys.executable, "-m", "facilitator", *command]) as terminal:
        terminal.wait_text("Whose words?")
        terminal.send("heron\r")
        terminal.wait_text("Type yes to delete it.")
        terminal.send("yes\r")
        terminal.wait_text("The words of Heron are gone")
        assert terminal.wait_end() == 0


def test_a_meeting_goes_and_the_plans_of_it_stay_or_go_as_was_said(tmp_path: Path) -> None:
    """S8, A16: a second yes, `--plans`, or the name alone; after each the words are true."""
    one = tmp_path / "one"
    for given, options, stays in (
        ("yes\nno\n", (), True),
        ("", ("--yes",), True),
        ("yes\nyes\n", (), False),
        ("yes\n", ("--plans",), False),
        ("", ("--yes", "--plans"), False),
    ):
        data = one / str(len(given) * 10 + len(options))
        meeting = kept_plan(data)
        done = facilitator("forget", meeting, *options, given=given, data=data)
        assert done.returncode == 0
        assert done.stdout.startswith("The meeting is gone.\n")
        assert ("still keeps something of: Heron" in done.stdout) is stays
        assert holds_canary(data) is stays
        if "--yes" not in options:
            assert "keeps of its people stays: Heron" in done.stderr
        if stays:
            gone = facilitator("forget", "--person", given="HERON\nyes\n", data=data)
            assert gone.returncode == 0, gone.stderr
            assert not holds_canary(data)


def kept_plan(data: Path) -> str:
    """Hold a meeting after which the book has a plan of Heron's; return its id."""
    meeting = kept_meeting(data)
    store = DiskStore.open(data)
    store.book.save_member("our-group", Member(f"{meeting}-p1", "Heron", Carried(CANARY)))
    store.close()
    return meeting


def holds_canary(data: Path) -> bool:
    """Return whether any file there holds the plan."""
    files = (path for path in data.rglob("*") if path.is_file())
    return any(CANARY.encode() in path.read_bytes() for path in files)
