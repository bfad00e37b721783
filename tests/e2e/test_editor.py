"""The editor in the program itself: by lines through a pipe, by keypad, and with the power cut."""

import signal
import sys
import tomllib
from pathlib import Path

from tests.e2e.test_command_line import facilitator
from tests.terminal import Terminal

GROUP = "groups/our-group"

# The sessions, our own, a new one out of the first; its name; one step out; saved, and home.
MADE = (
    *("2", "5", "1", "1"), *("2", "1", "1", "6"), *("1", "3", "6", "0", "3"), *("5", "1", "4", "2"),
)  # fmt: skip


def draft_of(data: Path) -> dict[str, object]:
    """Return the only draft of the group."""
    (path,) = (data / GROUP / "drafts").glob("*.toml")
    return tomllib.loads(path.read_text("utf-8"))


def test_by_lines_a_session_is_made_with_digits_alone_and_held(tmp_path: Path) -> None:
    """C12, A1, A2: a pipe of numbers makes a session of our own; the next pipe holds it."""
    done = facilitator("--plain", given="\n".join(MADE) + "\n", data=tmp_path)
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
    given = "2\n5\n1\n1\n1\n7\n1\n1\nWho would like tea now?\n"
    assert facilitator("--plain", given=given, data=tmp_path).returncode == 0
    steps = draft_of(tmp_path)["steps"]
    assert isinstance(steps, list)
    assert "Who would like tea now?" in [one["text"] for one in steps], steps
    again = facilitator("--plain", given="2\n2\n1\n", data=tmp_path)
    assert "Go on: A first meeting" in again.stdout
    assert "What shall we do with A first meeting?" in again.stdout


def program(data: Path, columns: int = 80, rows: int = 24) -> Terminal:
    """Open the program in a window."""
    command = (sys.executable, "-m", "facilitator", "--data", str(data))
    return Terminal(command, columns, rows)


def test_when_the_power_goes_the_line_that_is_being_typed_is_there_again(tmp_path: Path) -> None:
    """C12, M7: kill -9 in the middle of a line; all that was handed in is there, and the line."""
    with program(tmp_path) as window:
        for keys, shown in (
            ("2\r", "Make or change one"), ("5\r", "Make a new one"), ("1\r", "start from"),
            ("1\r", "What shall we do with"), ("2\r", "Its name, time"), ("1\r", "called?"),
        ):  # fmt: skip
            window.wait_text("Menu")
            window.send(keys)
            window.wait_text(shown)
        window.send("5\r")
        window.wait_text("Enter")
        window.send(" in May\r")
        window.wait_text("Kept.")
        window.send("3\r")
        window.wait_text("What is this session for?")
        window.send("4\r")
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
