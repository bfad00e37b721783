"""Session files of every kind of wrong: all problems in words, never a fault, little memory (S15)."""

import random
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.engine.activities.registry import SPECS
from facilitator.sessions.help_card import help_card
from facilitator.sessions.parse import LARGEST, Parsed, parse_bytes
from tests.fuzz.effort import EXAMPLES
from tests.fuzz.mutation import mutated, mutated_lines

SESSIONS = Path(__file__).parents[2] / "sessions"
GOOD = tuple(path.read_bytes() for path in sorted(SESSIONS.glob("*.toml")))
HELP = tuple(path.read_bytes() for path in sorted((SESSIONS / "help-now").glob("*.toml")))
MEGABYTE = 1024 * 1024
MANY = 20_000 if EXAMPLES > 500 else 4_000
"""Keys or tables in one file; in the long run as many as fit."""

TIMES = 150
"""A file as large as may be takes at most so many times what a good one of its size takes."""

fuzzed = settings(max_examples=EXAMPLES, deadline=None)


def read(raw: bytes) -> Parsed:
    """Read a file; fail unless there is a session or a reason, each in words."""
    parsed = parse_bytes(raw, "sample.toml", SPECS)
    errors = [one for one in parsed.problems if one.severity == "error"]
    assert (parsed.session is None) is bool(errors), "nothing half-loaded"
    for problem in parsed.problems:
        assert problem.file == "sample.toml"
        assert problem.line >= 0
        assert problem.sentence
        assert all(sign.isprintable() or sign == "\n" for sign in problem.sentence), problem
    return parsed


@fuzzed
@given(st.binary(max_size=2000))
def test_any_bytes_are_refused_in_words(raw: bytes) -> None:
    """S15: no traceback for any input."""
    read(raw)
    help_card(raw, "sample.toml")


@fuzzed
@given(st.randoms(use_true_random=False), st.integers(1, 12))
def test_a_good_file_with_wrong_bytes_is_read_or_refused(chance: random.Random, many: int) -> None:
    """S15: bytes changed, taken out, doubled, put in."""
    read(mutated(chance.choice(GOOD), chance, many))
    help_card(mutated(chance.choice(HELP), chance, many), "sample.toml")


@fuzzed
@given(st.randoms(use_true_random=False), st.integers(1, 6))
def test_a_good_file_with_wrong_lines_is_read_or_refused(chance: random.Random, many: int) -> None:
    """S15: lines moved, doubled, lost; values of another type; keys nobody knows."""
    read(mutated_lines(chance.choice(GOOD), chance, many))
    help_card(mutated_lines(chance.choice(HELP), chance, many), "sample.toml")


def nested(sign: str, end: str) -> bytes:
    """Return TOML nested 10,000 deep."""
    return b"x = " + sign.encode() * 10_000 + end.encode() * 10_000


WRONG: dict[str, Callable[[], bytes]] = {
    "lists-in-lists": lambda: nested("[", "]"),
    "tables-in-tables": lambda: nested("{a=", "}").replace(b"={", b"= {"),
    "open-for-ever": lambda: b"x = " + b"[" * 100_000,
    "a-long-dotted-key": lambda: b".".join([b"a"] * 20_000) + b" = 1",
    "a-deep-table": lambda: b"[" + b".".join([b"a"] * 20_000) + b"]",
    "one-key-again-and-again": lambda: b"a = 1\n" * 40_000,
    "as-many-keys-as-fit": lambda: b"".join(b"k%d=1\n" % at for at in range(MANY)),
    "as-many-steps-as-fit": lambda: b"[[steps]]\n" * MANY,
    "as-many-resources-as-fit": lambda: b'[[resources]]\nid="a"\n' * (MANY // 2),
    "one-long-line": lambda: b'title = "' + b"x" * 100_000 + b'"',
    "quotes-that-never-end": lambda: b'"""' + b"\\" * 100_000,
    "a-number-of-many-digits": lambda: b"format = " + b"9" * 200_000,
    "only-line-ends": lambda: b"\n" * (LARGEST // 4),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_file_made_to_harm_takes_little_memory_and_time(name: str) -> None:
    """S15: deep nesting is a problem and no crash; bounded by what a good file of its size takes."""
    raw = WRONG[name]()
    assert len(raw) <= LARGEST
    good = GOOD[0] + b"\n".join([b"# a line that says nothing"] * ((LARGEST // 27) - 400))
    baseline = min(_seconds(good) for _ in range(3))
    tracemalloc.start()
    try:
        assert read(raw).session is None
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 120 * MEGABYTE
    assert min(_seconds(raw) for _ in range(2)) < TIMES * baseline


def _seconds(raw: bytes) -> float:
    begun = time.process_time()
    read(raw)
    return time.process_time() - begun


def test_a_file_of_a_hundred_megabytes_is_refused_unread(tmp_path: Path) -> None:
    """S15: over 256 KB nothing is read, in a program that may use little memory more."""
    path = tmp_path / "huge.toml"
    with path.open("wb") as file:
        for _ in range(100):
            file.write(b"a = 1\n" * (MEGABYTE // 6))
    code = (
        "import resource, sys\n"
        "from facilitator.__main__ import main\n"
        "from facilitator.composition import lists\n"
        "used = int(open('/proc/self/statm').read().split()[0]) * resource.getpagesize()\n"
        f"resource.setrlimit(resource.RLIMIT_AS, (used + {50 * MEGABYTE},) * 2)\n"
        "sys.exit(main(sys.argv[1:]))\n"
    )
    for command in ("check", "start"):
        words = ["--data", str(tmp_path / "data"), command, str(path)]
        done = subprocess.run(
            [sys.executable, "-c", code, *words],
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert done.returncode == 2, done.stderr
        assert "256" in done.stdout + done.stderr
        assert "Traceback" not in done.stderr
