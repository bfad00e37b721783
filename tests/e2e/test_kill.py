"""kill -9 at random moments of writing and closing loses nothing acknowledged (S1, M7)."""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
KILLS = 300


def killed_runs(folder: Path, name: str, kills: int) -> dict[str, int]:
    """Kill so many writers of a store; return tries, acknowledged, lost and unreadable.

    Adding, changing, passing, taking back and closing are mixed, and each writer goes on
    with what the one before it left. A process of its own forks the writers.
    """
    done = subprocess.run(
        [sys.executable, "-m", "scripts.bench_faults_kill", str(folder), name, str(kills)],
        capture_output=True, text=True, timeout=300, check=False, cwd=ROOT,
        env={**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT)))},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    came: dict[str, int] = json.loads(done.stdout)
    return came


def test_three_hundred_kills_lose_nothing_acknowledged(tmp_path: Path) -> None:
    """S1, M7: what was acknowledged is there, whole and in order, after every kill."""
    came = killed_runs(tmp_path, "ours", KILLS)
    assert came["tries"] == KILLS
    assert came["acknowledged"] > KILLS
    assert (came["lost"], came["unreadable"]) == (0, 0)


def test_the_control_that_acknowledges_too_early_is_found_out(tmp_path: Path) -> None:
    """S1: the same test finds a store that loses."""
    assert killed_runs(tmp_path, "hasty", 20)["lost"] > 0
