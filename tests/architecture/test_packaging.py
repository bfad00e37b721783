"""The sessions come with the program, however it is installed."""

import subprocess
import sys
import zipfile
from pathlib import Path

from facilitator.adapters.session_folder.shelf import FolderShelf, shipped_sessions
from facilitator.engine.activities.registry import SPECS

ROOT = Path(__file__).parents[2]
NAMES = sorted(path.stem for path in (ROOT / "sessions").glob("*.toml"))


def test_the_sessions_are_found_in_a_checkout() -> None:
    """Issue 1: an editable install reads the folder of the checkout."""
    assert shipped_sessions() == ROOT / "sessions"
    shelf = FolderShelf((shipped_sessions(),), SPECS)
    assert sorted(one.id for one in shelf.sessions()) == NAMES
    assert shelf.help_now()[0].phone == "999"


def test_the_sessions_are_found_in_a_wheel(tmp_path: Path) -> None:
    """Issue 1: a wheel holds them, and the program in it finds them."""
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)],
        cwd=ROOT, check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as opened:
        opened.extractall(tmp_path / "site")
    done = subprocess.run(
        [sys.executable, "-m", "facilitator", "sessions"],
        cwd=tmp_path, capture_output=True, text=True, check=True, timeout=60,
        env={"PYTHONPATH": str(tmp_path / "site"), "PATH": "/usr/bin:/bin"},
    )  # fmt: skip
    assert sorted(line.split(":")[0] for line in done.stdout.splitlines()) == NAMES
    help_card = subprocess.run(
        [sys.executable, "-m", "facilitator", "--plain", "--data", str(tmp_path / "data")],
        cwd=tmp_path, input="*\n", capture_output=True, text=True, check=True, timeout=60,
        env={"PYTHONPATH": str(tmp_path / "site"), "PATH": "/usr/bin:/bin"},
    )  # fmt: skip
    assert "999  Danger to life." in help_card.stdout
