"""The editor in the program itself: by lines through a pipe, by keypad, and with the power cut."""

import signal
import sys
import tomllib
from pathlib import Path

from tests.e2e.test_command_line import facilitator
from tests.terminal import Terminal

GROUP = "groups/our-group"

STEPS = (
    ("2", "Which one would you like to see?"),
    ("1", "Which session would you like to work on?"),
    ("1", "What shall we start from?"), ("1", "What shall we do with A first meeting?"),
    ("2", "What would you like to change?"), ("1", "What is the session called?"),
    ("2", "Our own tea"), ("6", "What shall we do with Our own tea?"),
    ("1", "Which step would you like to change?"), ("3", "How do we want to be with each other"),
    ("6", "Our agreement is taken out."), ("0", "Last words"),
    ("3", "With 4 people about"), ("5", "Who made this session?"),
    ("1", "How many of you have lived"), ("4", "It is yours now. What next?"),
    ("2", "Start a meeting"),
)  # fmt: skip
"""A key, and what it leads to: our own, a new one, its name, one step out, saved, and home."""

MADE = "".join(f"{key}\n" for key, _ in STEPS)


def draft_of(data: Path) -> dict[str, object]:
    """Return the only draft of the group."""
    (path,) = (data / GROUP / "drafts").glob("*.toml")
    return tomllib.loads(path.read_text("utf-8"))


def test_by_lines_a_session_is_made_with_digits_alone_and_held(tmp_path: Path) -> None:
    """C12, A1, A2: a pipe of numbers makes a session of our own; the next pipe holds it."""
    done = facilitator("--plain", given=MADE, data=tmp_path)
    assert done.returncode == 0
    assert "It is now one of your own sessions." in done.stdout, done.stdout[-3000:]
    (path,) = (tmp_path / GROUP / "sessions").glob("*.toml")
    own = tomllib.loads(path.read_text("utf-8"))
    assert own["title"] == "Our own tea"
    assert own["lived-experience"] == 4
    listed = facilitator("sessions", data=tmp_path).stdout
    assert f"{own['id']}: Our own tea" in listed
    held = facilitator("rehearse", str(own["id"]), "--auto", data=tmp_path)
    assert "Thank you, everybody" in held.stdout
    assert facilitator("check", str(path), data=tmp_path).returncode == 0


def test_the_end_of_a_pipe_keeps_every_line_that_was_handed_in(tmp_path: Path) -> None:
    """C12, M7: the input ends in the middle; the next start offers the draft first."""
    given = "2\n1\n1\n1\n1\n7\n1\n1\nWho would like tea now?\n"
    assert facilitator("--plain", given=given, data=tmp_path).returncode == 0
    steps = draft_of(tmp_path)["steps"]
    assert isinstance(steps, list)
    assert "Who would like tea now?" in [one["text"] for one in steps], steps
    again = facilitator("--plain", given="2\n2\n1\n", data=tmp_path)
    assert "Go on: A first meeting" in again.stdout
    assert "What shall we do with A first meeting?" in again.stdout


def files_in(data: Path) -> dict[str, bytes]:
    """Return every file of the group with what is in it."""
    found = (data / GROUP).rglob("*")
    return {str(path.relative_to(data)): path.read_bytes() for path in found if path.is_file()}


def test_a_practice_writes_nothing_and_leads_back_to_the_draft(tmp_path: Path) -> None:
    """C12: rehearsed at once from the editor, by lines; the disk is as it was."""
    assert facilitator("--plain", given="2\n1\n1\n1\n", data=tmp_path).returncode == 0
    before = files_in(tmp_path)
    assert len(before) == 2, before
    given = "2\n2\n1\n4\n" + "1\n" * 70
    done = facilitator("--plain", given=given, data=tmp_path)
    assert done.returncode == 0
    assert "Step 2 of 9" in done.stdout
    practised = done.stdout.split("That was practice.")
    assert len(practised) == 2, done.stdout[-1500:]
    assert "What shall we do with A first meeting?" in practised[1]
    after = files_in(tmp_path)
    assert {name for name in after if "/open/" in name or "/meetings/" in name} == set()
    assert before.keys() == after.keys()


def test_on_the_full_screen_the_same_digits_make_the_same_session(tmp_path: Path) -> None:
    """C12, A2: by keypad alone in both front ends, the files are equal byte for byte."""
    facilitator("--plain", given=MADE, data=tmp_path / "lines")
    with program(tmp_path / "screen") as window:
        window.wait_text("Close the program")
        for key, shown in STEPS:
            window.send(f"{key}\r")
            window.wait_text(shown)
    files = [files_in(tmp_path / one) for one in ("lines", "screen")]
    own = [{name: body for name, body in one.items() if "/sessions/" in name} for one in files]
    assert len(own[0]) == 1
    assert own[0] == own[1]


def program(data: Path, columns: int = 80, rows: int = 24) -> Terminal:
    """Open the program in a window."""
    command = (sys.executable, "-m", "facilitator", "--data", str(data))
    return Terminal(command, columns, rows)


def test_when_the_power_goes_the_line_that_is_being_typed_is_there_again(tmp_path: Path) -> None:
    """C12, M7: kill -9 in the middle of a line; all that was handed in is there, and the line."""
    with program(tmp_path) as window:
        for keys, shown in (
            ("2\r", "Which one would"), ("1\r", "Make a new one"),
            ("1\r", "start from"),
            ("1\r", "What shall we do with"), ("2\r", "Its name, time"), ("1\r", "called?"),
        ):  # fmt: skip
            window.wait_text("Menu")
            window.send(keys)
            window.wait_text(shown)
        window.send("6\r")
        window.wait_text("Enter")
        window.send(" in May\r")
        window.wait_text("Kept.")
        window.send("3\r")
        window.wait_text("What is this session for?")
        window.send("6\r")
        window.wait_text("Enter")
        window.send(" We walk in the sun and then ")
        window.wait_for(lambda: list((tmp_path / GROUP / "lines").glob("*.toml")) != [])
        window.wait_for(
            lambda: "then" in next((tmp_path / GROUP / "lines").glob("*.toml")).read_text()
        )
        window.signal(signal.SIGKILL)
        window.wait_end()
    assert draft_of(tmp_path)["title"] == "A first meeting in May"
    with program(tmp_path) as window:
        for keys, shown in (
            ("2\r", "Sessions of our own"), ("2\r", "Go on: A first meeting in May"),
            ("1\r", "You were writing:"),
            ("1\r", "We walk in the sun and then"),
        ):  # fmt: skip
            window.wait_text("Menu")
            window.send(keys)
            window.wait_text(shown)
