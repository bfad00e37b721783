"""scripts/start on machines that lack something. A made-up Python plays each of them."""

import fcntl
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

FINE = """#!/bin/sh
case "$*" in
  *version_info*) exit 0 ;;
  "-m venv "*) mkdir -p "$3/bin"; cp "$0" "$3/bin/python"; exit 0 ;;
  *"-m pip"*) exit 0 ;;
  *"-m facilitator"*) echo "opened in $PWD"; exit 0 ;;
esac
exit 0
"""
OLD = """#!/bin/sh
case "$*" in
  *exit*version_info*) exit 1 ;;
  *version_info*) echo 3.9; exit 0 ;;
esac
"""
NO_VENV = FINE.replace(
    '"-m venv "*) mkdir -p "$3/bin"; cp "$0" "$3/bin/python"; exit 0',
    '"-m venv "*) mkdir -p "$3/bin"; echo "No module named venv"; exit 1',
)
NO_NETWORK = FINE.replace(
    '*"-m pip"*) exit 0',
    '*"-m pip"*) echo "Failed to establish a new connection: unreachable" >&2; exit 1',
)
FULL_DISK = FINE.replace(
    '*"-m pip"*) exit 0', '*"-m pip"*) echo "No space left on device" >&2; exit 1'
)
KILLED = FINE.replace('*"-m pip"*) exit 0', '*"-m pip"*) kill -9 $PPID; exit 1')


class Machine:
    """A checkout of the scripts alone, and a PATH with one made-up Python on it."""

    def __init__(self, folder: Path, python: str) -> None:
        """Lay out the machine."""
        self.root = folder / "a checkout"
        (self.root / "scripts").mkdir(parents=True)
        (self.root / "requirements").mkdir()
        (self.root / "requirements/run.txt").write_text("textual==8\n")
        for name in ("start", "environment.sh"):
            shutil.copy(ROOT / "scripts" / name, self.root / "scripts" / name)
        self.bin = folder / "bin"
        self.bin.mkdir()
        for name in (
            "bash", "sh", "mkdir", "rm", "cat", "cut", "tr", "cksum", "readlink", "dirname",
            "mktemp", "grep", "tail", "flock", "cp", "kill", "sudo",
        ):  # fmt: skip
            found = shutil.which(name)
            if found:
                (self.bin / name).symlink_to(found)
        self.python(python)

    def python(self, text: str) -> None:
        """Put another Python there."""
        path = self.bin / "python3"
        path.unlink(missing_ok=True)
        if text:
            path.write_text(text)
            path.chmod(0o755)

    def start(self, folder: Path | None = None, **more: str) -> "subprocess.CompletedProcess[str]":
        """Run scripts/start from a folder."""
        return subprocess.run(
            [str(self.bin / "bash"), str(self.root / "scripts/start")],
            cwd=folder or self.root, env={"PATH": str(self.bin), "HOME": str(self.root), **more},
            capture_output=True, text=True, timeout=60, check=False,
        )  # fmt: skip

    @property
    def environment(self) -> Path:
        """Where the environment goes."""
        return self.root / ".venv-run"


def test_the_first_start_gets_ready_and_later_ones_go_straight_there(tmp_path: Path) -> None:
    """Issue 2, 1: a short progress line once, from any folder."""
    machine = Machine(tmp_path, FINE)
    first = machine.start(tmp_path)
    assert first.returncode == 0, first.stderr
    assert "about a minute, once" in first.stderr
    assert "opened in" in first.stdout
    machine.python("")  # later it needs no Python but its own, and no network
    later = machine.start(Path("/"))
    assert (later.returncode, later.stderr) == (0, "")
    assert "opened in" in later.stdout


@pytest.mark.parametrize(
    ("python", "said"),
    [
        ("", "There is no Python here. Facilitator needs Python 3.11 or later."),
        (OLD, "Your Python is 3.9. Facilitator needs 3.11 or later."),
        (NO_VENV, "its venv part is missing"),
        (NO_NETWORK, "The first start needs the internet once"),
        (FULL_DISK, "The disk is full."),
    ],
)
def test_what_is_missing_is_said_in_plain_words(tmp_path: Path, python: str, said: str) -> None:
    """Issue 2, 1: and nothing half-made stays."""
    machine = Machine(tmp_path, python)
    done = machine.start()
    assert done.returncode == 2
    assert said in done.stderr
    assert not machine.environment.exists()
    machine.python(FINE)
    assert machine.start().returncode == 0


def test_a_start_that_was_killed_in_the_middle_is_begun_again(tmp_path: Path) -> None:
    """Issue 2, 1: an environment without its mark is thrown away."""
    machine = Machine(tmp_path, KILLED)
    assert machine.start().returncode != 0
    assert machine.environment.exists()
    machine.python(FINE)
    again = machine.start()
    assert again.returncode == 0
    assert "Getting ready" in again.stderr


def test_other_requirements_make_a_new_environment(tmp_path: Path) -> None:
    """Issue 2, 1: a new version of the program brings what it needs."""
    machine = Machine(tmp_path, FINE)
    machine.start()
    (machine.root / "requirements/run.txt").write_text("textual==9\n")
    assert "Getting ready" in machine.start().stderr


def test_the_second_of_two_starts_waits_for_the_first(tmp_path: Path) -> None:
    """Issue 2, 1: both open; only one builds."""
    machine = Machine(tmp_path, FINE)
    with (machine.root / ".venv-run.lock").open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        second = subprocess.Popen(
            [str(machine.bin / "bash"), str(machine.root / "scripts/start")],
            env={"PATH": str(machine.bin), "HOME": str(tmp_path)},
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
        assert second.stderr is not None
        assert "Another start" in second.stderr.readline()
        assert second.poll() is None
        (machine.environment / "bin").mkdir(parents=True)
        shutil.copy(machine.bin / "python3", machine.environment / "bin/python")
        summed = subprocess.run(
            ["cksum"], input=(machine.root / "requirements/run.txt").read_text(),
            capture_output=True, text=True, check=True,
        ).stdout.split()  # fmt: skip
        (machine.environment / "ready").write_text(f"{summed[0]}-{summed[1]}\n")
    out, err = second.communicate(timeout=60)
    assert "opened in" in out
    assert "Getting ready" not in err


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    """Issue 2, 1: with the folder's name."""
    machine = Machine(tmp_path, FINE)
    (tmp_path / "file").write_text("no folder")
    done = machine.start(FACILITATOR_ENVIRONMENT=str(tmp_path / "file/inside/environment"))
    assert done.returncode == 2
    assert f"cannot write in {tmp_path}/file/inside" in done.stderr
