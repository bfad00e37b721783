"""P1-P5 as ratios, each against its baseline in the same run; the voice in its own units."""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from facilitator.adapters.storage.disk import DiskStore
from facilitator.adapters.storage.index import Index
from facilitator.adapters.storage.records import line_of
from facilitator.domain import events
from facilitator.domain.events import Keep, SeenBy
from facilitator.domain.records import ClosedMeeting, Group, MeetingRow
from facilitator.files.disk import Disk
from scripts import bench_faults
from scripts.bench_figures import Absolute, Figure, p99
from scripts.bench_seal import seal_figures
from scripts.bench_voice import voice_figures
from scripts.bench_window import Window

HERE = Path(__file__).parent
BARE = [sys.executable, str(HERE / "bench_bare.py")]
FIRST = b"What would you like to do?"
MANY = 10_000


def ours(data: Path, *more: str) -> list[str]:
    """Return the command of the program on a data folder."""
    return [sys.executable, "-m", "facilitator", *more, "--data", str(data)]


def starts(command: list[str], words: bytes) -> float:
    """Return milliseconds from start to these words, in a window."""
    window = Window(command)
    try:
        return window.until(words)
    finally:
        window.close()


def plain_start(data: Path) -> float:
    """Return milliseconds from start to the first prompt in plain mode."""
    began = time.perf_counter()
    child = subprocess.Popen(
        ours(data, "--plain"), stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0
    )
    if child.stdout is None or child.stdin is None:
        raise RuntimeError("no pipe")
    came = b""
    while FIRST not in came:
        came += child.stdout.read(4096)
    took = (time.perf_counter() - began) * 1000
    child.kill()
    child.wait()
    child.stdout.close()
    child.stdin.close()
    return took


def in_turn(times: int, *measured: Callable[[], float]) -> list[list[float]]:
    """Take each measurement in turn, so that all meet the same load; the first round warms up."""
    rounds = [[one() for one in measured] for _ in range(times + 1)]
    return [list(column) for column in zip(*rounds[1:], strict=True)]


def start_figures(folder: Path, times: int) -> list[Figure]:
    """P1: start to first prompt painted, against the bare program; plain mode too."""
    bare, full, plain = in_turn(
        times,
        lambda: starts(BARE, b"A bare program"),
        lambda: starts(ours(folder / "p1"), FIRST),
        lambda: plain_start(folder / "p1"),
    )
    base = median(bare)
    return [
        Figure("P1", median(full), base, 1.5, "ms"),
        Figure("P1 plain", median(plain), base, 0.5, "ms"),
    ]


def key_figures(folder: Path, presses: int) -> list[Figure]:
    """P2: key to the first byte of the repaint, p99, at two sizes."""
    figures = []
    for columns, rows in ((80, 24), (120, 40)):
        bare, full = Window(BARE, columns, rows), Window(ours(folder / "p2"), columns, rows)
        bare.until(b"A bare program")
        full.until(FIRST)
        for window in (bare, full):
            window.quiet(0.5)
        slow: list[list[float]] = [[], []]
        for number in range(presses):
            slow[0].append(bare.key(b"x"))
            slow[1].append(full.key(b"\x1b[B" if number % 8 < 4 else b"\x1b[A"))  # noqa: PLR2004
        for window in (bare, full):
            window.close()
        key = f"P2 {columns}x{rows}"
        figures.append(Figure(key, p99(slow[1][10:]), p99(slow[0][10:]), 2.0, "ms"))
    return figures


def history(folder: Path, meetings: int) -> None:
    """Make a group with so many closed meetings."""
    store = DiskStore.open(folder)
    store.book.add_group(Group("our-group", "Our group"))
    # Of today, so that nothing is due and the first screen comes at once (S7).
    at = datetime.now(UTC).isoformat(timespec="seconds")
    for number in range(min(meetings, 10)):
        store.meetings.close(
            ClosedMeeting(f"m{number}", "our-group", "s", "A meeting", at, at, 0, ("Ann",))
        )
    kept = folder / "groups/our-group/meetings"
    one = (kept / "m0.json").read_bytes() if meetings else b""
    for number in range(10, meetings):
        (kept / f"m{number}.json").write_bytes(one)
    rows = [MeetingRow(f"m{number}", "s", "A meeting", at, at, 1, 0) for number in range(meetings)]
    if rows:
        Index(Disk(), folder / "groups/our-group/index.jsonl").write(rows)
    store.close()


def answer_figures(folder: Path, answers: int) -> list[Figure]:
    """P3: one durable answer, p99, against a bare append and sync of as many bytes."""
    figures = []
    for meetings in (0, MANY):
        data = folder / f"p3-{meetings}"
        history(data, meetings)
        store = DiskStore.open(data)
        journal = store.meetings.start("our-group", "now", on_disk=True)
        started = events.MeetingStarted(
            "now", "our-group", "", "A", Keep.TODAY, SeenBy.PERSON, 4, "2026-01-02"
        )
        journal.append((started,))
        event = (events.AnswerGiven("goal", "p1", "what", "a short walk by the sea " * 4),)
        body = line_of(1, event)
        bare = os.open(data / "bare", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        slow: list[list[float]] = [[], []]
        for _ in range(answers):
            slow[0].append(_timed(lambda: _append(bare, body)))  # noqa: B023  used at once
            slow[1].append(_timed(lambda: journal.append(event)))  # noqa: B023  used at once
        os.close(bare)
        store.close()
        key = f"P3 {meetings} meetings"
        figures.append(Figure(key, p99(slow[1]), p99(slow[0]), 2.0, "ms"))
        figures.append(Figure(f"{key} median", median(slow[1]), median(slow[0]), 2.0, "ms"))
    return figures


def _append(file: int, body: bytes) -> None:
    os.write(file, body)
    os.fdatasync(file)


def _timed(done: Callable[[], None]) -> float:
    before = time.perf_counter()
    done()
    return (time.perf_counter() - before) * 1000


def history_figures(folder: Path, times: int) -> list[Figure]:
    """P4: the first screen with 10,000 past meetings, against 10."""
    few, many = folder / "p4-few", folder / "p4-many"
    history(few, 10)
    history(many, MANY)
    ten, thousands = in_turn(
        times,
        lambda: starts(ours(few), b"Past meetings"),
        lambda: starts(ours(many), b"Past meetings"),
    )
    return [Figure("P4", median(thousands), median(ten), 1.5, "ms")]


def memory_figures(folder: Path) -> list[Figure]:
    """P5: resident memory in a meeting, against the bare program."""
    bare, full = Window(BARE), Window(ours(folder / "p5"))
    bare.until(b"A bare program")
    full.until(FIRST)
    for _ in range(12):
        full.key(b"1")
        full.key(b"\r")
    full.quiet()
    bare.quiet()
    figure = Figure("P5", full.resident(), bare.resident(), 1.5, "MB")
    bare.close()
    full.close()
    return [figure]


def main() -> None:
    """Measure, print a table, write JSON when asked."""
    words = sys.argv[1:]
    if "--faults" in words:
        bench_faults.main([word for word in words if word != "--faults"])
        return
    parser = argparse.ArgumentParser()
    parser.add_argument("--faults", action="store_true", help="durability in place of speed")
    parser.add_argument("--quick", action="store_true", help="fewer repeats")
    parser.add_argument("--json", metavar="FILE", type=Path)
    given = parser.parse_args()
    times, presses, answers = (5, 60, 200) if given.quick else (15, 300, 2000)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        figures: list[Figure | Absolute] = [
            *start_figures(folder, times),
            *key_figures(folder, presses),
            *answer_figures(folder, answers),
            *history_figures(folder, times),
            *memory_figures(folder),
            *seal_figures(folder / "seal", answers),
            *voice_figures(folder / "voice", presses // 2),
        ]
    print(f"{'':22}{'ours':>10}{'baseline':>10}{'ratio':>8}{'target':>8}")
    for one in figures:
        print(one.row())
    if given.json:
        flat = {one.key: one.as_json() for one in figures}
        given.json.write_text(json.dumps(flat, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    main()
