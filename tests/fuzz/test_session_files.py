"""Session files of every kind of wrong: all problems in words, never a fault, little memory (S15)."""

import random
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Callable
from difflib import get_close_matches
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.engine.activities.registry import SPECS
from facilitator.sessions import bounds, fields
from facilitator.sessions.help_card import help_card
from facilitator.sessions.parse import LARGEST, Parsed, parse_bytes
from facilitator.wording import session_problems as problem_words
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


STEP = """[[steps]]
id = "s{at}"
title = "A step"
kind = "check-in"
round = "aloud"
minutes = 1
seconds-each = 30
text = "How are you?"
easy = "How are you?"
cue = "Who begins?"
{more}
"""
HEAD = """format = 1
id = "a"
title = "Many"
minutes = 60
language = "en-GB"
licence = "CC-BY-4.0"
{more}
[about]
text = "{about}"
"""


def many(steps: int, *, top: str = "", step: str = "", about: str = "Tea.") -> bytes:
    """Return a session of so many steps, with more lines at the top and in each step."""
    body = "".join(STEP.format(at=at, more=step) for at in range(steps))
    return (HEAD.format(more=top, about=about) + body).encode()


def test_as_much_as_there_is_room_for_is_read() -> None:
    """S15, P7: the control of every bound; 60 steps are held, 100 are read."""
    for steps in (60, bounds.MOST_STEPS):
        assert read(many(steps, about="x" * bounds.MOST_LETTERS)).session is not None


TOO_MUCH: dict[str, tuple[bytes, str, str]] = {
    "steps": (many(bounds.MOST_STEPS + 1), "steps", "101 steps"),
    "no-steps": (b"[[steps]]\n" * 24_000, "steps", "24000 steps"),
    "resources": (b"[[resources]]\n" * 51, "resources", "51 entries"),
    "entries": (many(1, top=f"needs = {['tea'] * 61}"), "needs", "61 entries"),
    "settings": (many(1, step=f"[steps.settings]\nready = {['a'] * 61}"),
                 "steps.0.settings.ready", "61 entries"),
    "letters": (many(1, about="x" * 2001), "about.text", "2001 letters"),
    "keys": (b"".join(b"k%d=1\n" % at for at in range(61)), "", "61 keys"),
    "a-long-key": (many(1, step=f"{'k' * 61} = 1"), "steps.0", "61 letters"),
    "layers": (many(1, top="x = " + "[" * 9 + "]" * 9), "x", "8 layers"),
    "a-big-number": (many(1).replace(b"minutes = 60", b"minutes = " + b"9" * 60), "minutes", "1000000"),
    "a-long-number": (many(1).replace(b"minutes = 60", b"minutes = " + b"9" * 200_000), "", "digits"),
    "a-long-hex": (many(1).replace(b"minutes = 60", b"minutes = 0x" + b"f" * 200_000), "", "digits"),
}  # fmt: skip


@pytest.mark.parametrize("name", TOO_MUCH)
def test_what_is_too_much_is_named_with_its_line_and_the_most(name: str) -> None:
    """S15: file, line, key, how much there is and how much there is room for."""
    raw, key, said = TOO_MUCH[name]
    (first, *_) = read(raw).problems
    assert (said in first.sentence, first.severity) == (True, "error")
    assert key in ("", first.key.replace("s0", "0")) or first.key.startswith(key)
    assert first.line >= 1
    assert help_card(raw, "sample.toml") == ()


values = st.recursive(
    st.integers() | st.booleans() | st.text(max_size=20) | st.sampled_from([10**90, "x" * 3000, 1e300]),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.sampled_from(
        ["titel", "kind", "rond", "ready", "show", "id", "k" * 70]), inner, max_size=5),
    max_leaves=12,
)  # fmt: skip


def toml_of(value: object) -> str:
    """Return a value as it is written in TOML."""
    match value:
        case bool():
            return str(value).lower()
        case str():
            return tomlkit_string(value)
        case list():
            return f"[{', '.join(toml_of(one) for one in value)}]"
        case dict():
            return f"{{{', '.join(f'{key} = {toml_of(one)}' for key, one in value.items())}}}"
        case _:
            return repr(value)


def tomlkit_string(text: str) -> str:
    """Return a text in quotes, every sign of it as a number."""
    return '"' + "".join(f"\\U{ord(sign):08x}" for sign in text) + '"'


@fuzzed
@given(st.dictionaries(st.sampled_from(["titel", "kind", "round", "ready", "settings", "show"]),
                       values, max_size=4),
       st.integers(1, 300), st.sampled_from(["steps", "resources", "x"]))  # fmt: skip
def test_the_costly_work_on_any_file_is_bounded(
    keys: dict[str, object], tables: int, name: str
) -> None:
    """S15: nearest words are looked for, and problems told, a few dozen times at most."""
    table = f"[[{name}]]\n" + "".join(f"{key} = {toml_of(one)}\n" for key, one in keys.items())
    raw = (table * tables).encode()[:LARGEST]
    calls: list[str] = []
    real = get_close_matches

    def counting(word: str, known: list[str], **more: float) -> list[str]:
        calls.append(word)
        assert len(word) <= fields.LONGEST_WORD
        assert len(known) <= bounds.MOST_STEPS
        return real(word, known, n=1, cutoff=0.5)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(fields, "get_close_matches", counting)
        parsed = read(raw)
    assert len(calls) <= bounds.MOST_PROBLEMS + 1
    assert len(parsed.problems) <= 2 * (bounds.MOST_PROBLEMS + 1)


def test_the_first_problems_are_told_and_the_others_counted() -> None:
    """S15: fifty, and how many more; the control has fewer, and nothing is counted."""
    found = read(many(100, step="titel = 1\nhnt = 2")).problems
    errors = [one for one in found if one.severity == "error"]
    assert len(errors) == bounds.MOST_PROBLEMS + 1
    assert errors[-1].sentence == problem_words.AND_MORE.format(count=150)
    few = read(many(10, step="titel = 1")).problems
    assert len([one for one in few if one.severity == "error"]) == 10
    assert not any("more problems" in one.sentence for one in few)


def test_advice_never_hides_an_error() -> None:
    """S15: a file with one error after a hundred words of advice is not held."""
    raw = (
        many(99, step="").replace(b'"Who begins?"', b'"Begin."')
        + STEP.format(at=100, more="titel = 1").encode()
    )
    assert read(raw).session is None
