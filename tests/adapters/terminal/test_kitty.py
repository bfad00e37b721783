"""The size of the letters in kitty. A made-up kitty notes what it is told."""

import os
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from facilitator.adapters.terminal import kitty
from facilitator.adapters.terminal.kitty import KittyTypeSize
from facilitator.ports.type_size import TypeSize
from tests.terminal import ROOT

NOTES = '#!/bin/sh\necho "$*" >> "$(dirname "$0")/told"\n'
FAILS = f"{NOTES}exit 1\n"


class Machine:
    """A PATH with a made-up kitty, a socket, and a window that takes the size it is told."""

    def __init__(self, folder: Path, program: str = NOTES, name: str = "kitty") -> None:
        """Lay it out."""
        self.folder = folder
        if program:
            (folder / name).write_text(program)
            (folder / name).chmod(0o755)
        (folder / "socket").touch()
        self.environment = {
            "PATH": str(folder), "KITTY_LISTEN_ON": f"unix:{folder}/socket",
            "FACILITATOR_TYPE_POINTS": "40",
        }  # fmt: skip

    @property
    def told(self) -> list[str]:
        """The sizes that kitty was told, in order."""
        file = self.folder / "told"
        lines = file.read_text().splitlines() if file.exists() else []
        start = f"@ --to unix:{self.folder}/socket set-font-size -- "
        assert all(line.startswith(start) for line in lines)
        return [line.removeprefix(start) for line in lines]


def settle() -> None:
    """Wait until no size is on its way."""
    for one in threading.enumerate():
        if one.name == "type size":
            one.join(timeout=20)
            assert not one.is_alive()


@pytest.fixture
def wide(monkeypatch: pytest.MonkeyPatch) -> Callable[[int, int], None]:
    """Let the window have so many cells."""

    def of(columns: int, rows: int) -> None:
        monkeypatch.setattr(kitty, "_cells", lambda: (columns, rows))

    of(200, 60)
    return of


@pytest.mark.usefixtures("wide")
@pytest.mark.parametrize("name", ["kitty", "kitten"])
def test_a_step_is_fifteen_percent_of_the_own_size(tmp_path: Path, name: str) -> None:
    """A5: larger, smaller, and back to this machine's own."""
    machine = Machine(tmp_path, name=name)
    size: TypeSize = KittyTypeSize(machine.environment)
    assert size.can_change
    for step in (1, 2, -1, 0, 0):
        size.use(step)
        settle()
    assert machine.told == ["46", "52.9", "34.78", "40"]


@pytest.mark.usefixtures("wide")
def test_where_nobody_told_the_own_size_kitty_is_told_the_difference(tmp_path: Path) -> None:
    """A5: kitty's own 11 points are supposed, and its own size comes back whole."""
    machine = Machine(tmp_path)
    del machine.environment["FACILITATOR_TYPE_POINTS"]
    size = KittyTypeSize(machine.environment)
    for step in (1, -1, 0):
        size.use(step)
        settle()
    assert machine.told == ["+1.65", "-3.08", "0"]


@pytest.mark.parametrize("missing", ["program", "socket", "variable", "kind"])
def test_without_a_kitty_that_listens_nothing_is_started(tmp_path: Path, missing: str) -> None:
    """A5: the control: no kitty, no socket, no word of one, or one that is not of this machine."""
    machine = Machine(tmp_path, "" if missing == "program" else NOTES)
    if missing == "socket":
        (tmp_path / "socket").unlink()
    if missing == "variable":
        del machine.environment["KITTY_LISTEN_ON"]
    if missing == "kind":
        machine.environment["KITTY_LISTEN_ON"] = "tcp:localhost:12345"
    size = KittyTypeSize(machine.environment)
    assert not size.can_change
    size.use(3)
    settle()
    assert machine.told == []


def test_forty_columns_and_twelve_rows_stay(tmp_path: Path, wide: Callable[..., None]) -> None:
    """A5: the largest size is bounded by the cells that are there now; the own one never is."""
    machine = Machine(tmp_path)
    size = KittyTypeSize(machine.environment)
    wide(50, 18)
    size.use(9)
    settle()
    assert machine.told == ["50"], "40 points and 50 columns: 50 points leave 40"
    size.use(9)  # the window has not heard yet, and still has the cells of the size before
    settle()
    assert machine.told == ["50"]
    wide(40, 14)
    size.use(10)
    settle()
    assert machine.told == ["50"]
    wide(30, 9)
    size.use(0)
    settle()
    assert machine.told == ["50", "40"]


@pytest.mark.usefixtures("wide")
def test_letters_never_become_too_small_to_be_seen(tmp_path: Path) -> None:
    """A5: six points at least, whatever step is asked for."""
    machine = Machine(tmp_path)
    size = KittyTypeSize(machine.environment)
    size.use(-500)
    settle()
    assert machine.told == ["6"]


@pytest.mark.usefixtures("wide")
def test_of_many_sizes_wanted_at_once_the_newest_wins(tmp_path: Path) -> None:
    """A5: `use` returns at once, also while kitty is slow; the last one is what stands."""
    gate = tmp_path / "gate"
    slow = f'{NOTES}while [ ! -e "{gate}" ]; do :; done\n'
    machine = Machine(tmp_path, slow)
    size = KittyTypeSize(machine.environment)
    size.use(1)
    while not (tmp_path / "told").exists():
        threading.Event().wait(0.01)
    for step in (2, 3, 4, -1):
        size.use(step)
    assert machine.told == ["46"], "it has returned, and kitty is still at the first"
    gate.touch()
    settle()
    assert machine.told == ["46", "34.78"]


@pytest.mark.usefixtures("wide")
def test_a_kitty_that_refuses_or_hangs_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A5: no word of it reaches the screen; the same size is asked for anew later."""
    machine = Machine(tmp_path, FAILS)
    size = KittyTypeSize(machine.environment)
    size.use(1)
    settle()
    size.use(1)
    settle()
    assert machine.told == ["46", "46"]
    monkeypatch.setattr(kitty, "PATIENCE", 0.2)
    (tmp_path / "kitty").write_text(f"{NOTES}while :; do :; done\n")
    size.use(1)
    settle()
    (tmp_path / "kitty").unlink()
    size.use(2)
    settle()
    assert machine.told == ["46", "46", "46"]


@pytest.mark.usefixtures("wide")
@pytest.mark.parametrize("points", ["", "many", "nan", "inf", "-3", "1e9"])
def test_an_own_size_that_is_none_is_not_believed(tmp_path: Path, points: str) -> None:
    """A5: then kitty is told differences."""
    machine = Machine(tmp_path)
    machine.environment["FACILITATOR_TYPE_POINTS"] = points
    size = KittyTypeSize(machine.environment)
    size.use(1)
    settle()
    assert machine.told == ["+1.65"]


@pytest.mark.parametrize("start", [(), ("rehearse", "first-meeting")])
def test_the_program_leaves_the_letters_as_it_found_them(
    tmp_path: Path, start: tuple[str, ...]
) -> None:
    """A5: else they would grow at each start, for kitty is told only how much larger."""
    machine = Machine(tmp_path)
    environment = {**os.environ, **machine.environment}
    environment["PATH"] = f"{tmp_path}{os.pathsep}{os.environ['PATH']}"
    del environment["FACILITATOR_TYPE_POINTS"]
    lines = ("access", "Larger or smaller letters", "Larger letters")
    for _ in range(2):
        subprocess.run(
            (
                sys.executable,
                "-m",
                "facilitator",
                "--plain",
                "--data",
                str(tmp_path / "kept"),
                *start,
            ),
            input="".join(f"{line}\n" for line in lines),
            env={**environment, "PYTHONPATH": str(ROOT / "src")},
            text=True,
            capture_output=True,
            timeout=60,
            check=True,
        )
    assert machine.told[0] == "+1.65"
    assert machine.told.count("0") == 2
    assert machine.told[-1] == "0"
