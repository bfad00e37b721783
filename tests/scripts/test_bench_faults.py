"""The bench of faults finds nothing in our store, and something in each control (S1, S2)."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def rows_of(folder: Path, fault: str, tries: int, *stores: str) -> dict[str, int]:
    """Run one fault; return its figures by key, or skip where this machine does not let us."""
    path = folder / "figures.json"
    command = [sys.executable, "-m", "scripts.bench_faults", "--only", fault]
    command += ["--stores", "ours", *stores] if stores else []
    done = subprocess.run(
        [*command, "--tries", str(tries), "--json", str(path)],
        capture_output=True, text=True, timeout=120, check=False, cwd=ROOT,
        env={**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT)))},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    if "not measured here" in done.stdout:
        pytest.skip(done.stdout.splitlines()[-1])
    return {key: one["value"] for key, one in json.loads(path.read_text("utf-8")).items()}


@pytest.mark.parametrize(
    ("fault", "tries", "key", "control"),
    [
        ("file-size", 4, "S2 file-size", "careless"),
        ("full-disk", 4, "S2 full-disk", "careless"),
        ("short", 1, "S2 short", ""),
        ("eio-layer", 40, "S2 eio-layer", ""),
        ("read-only", 2, "S2 read-only", ""),
    ],
)
def test_a_real_fault_costs_nothing_that_was_acknowledged(
    tmp_path: Path, fault: str, tries: int, key: str, control: str
) -> None:
    """S2: RLIMIT_FSIZE, a full tmpfs, a remount; the control shows that the count can fail."""
    rows = rows_of(tmp_path, fault, tries)
    assert rows[f"{key} tries"] >= tries or fault == "eio-layer"
    assert rows[f"{key} lost"] == 0
    assert rows[f"{key} unreadable"] == 0
    if control:
        assert rows[f"{key} {control} lost"] > 0


def test_the_calls_of_the_program_itself_survive_a_power_cut(tmp_path: Path) -> None:
    """S1: what strace saw, not what our own layer says; the control loses."""
    rows = rows_of(tmp_path, "power", 1, "no sync")
    assert rows["S1 power tries"] > 200
    assert (rows["S1 power lost"], rows["S1 power unreadable"]) == (0, 0)
    assert rows["S1 power no sync lost"] > 0
