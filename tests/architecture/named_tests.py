"""What a table of the docs names: its numbers, and tests that exist. Shared by the tests of tables."""

import ast
import re
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
NAMED = re.compile(r"`(tests/[a-z0-9_/]+\.py)::(test_[a-z0-9_]+)`")
"""A test as SECURITY.md and docs/safety.md name it: its file and its name."""


@cache
def told_by_tests() -> dict[tuple[str, str], str]:
    """Return the docstring of every function of the tests, by file and name; none is imported."""
    found: dict[tuple[str, str], str] = {}
    for path in (ROOT / "tests").rglob("test_*.py"):
        file = path.relative_to(ROOT).as_posix()
        for node in ast.parse(path.read_text("utf-8")).body:
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                found[file, node.name] = ast.get_docstring(node) or ""
    return found


@cache
def known_tests() -> frozenset[str]:
    """Return the name of every test function under tests/."""
    return frozenset(name for _, name in told_by_tests() if name.startswith("test_"))


def missing(text: str) -> list[str]:
    """Return every test that a text names with its file and that does not exist."""
    known = told_by_tests()
    return [f"{file}::{name}" for file, name in NAMED.findall(text) if (file, name) not in known]


def faults_of_numbers(numbers: list[str], wanted: Collection[str]) -> list[str]:
    """Return which rows a table lacks, has too many of, or has twice."""
    found = [f"{one} is missing" for one in wanted if one not in numbers]
    found += [f"{one} is not on the list" for one in numbers if one not in wanted]
    return found + [
        f"{one} is there twice" for one in sorted(set(numbers)) if numbers.count(one) > 1
    ]


Tests = Mapping[tuple[str, str], str]


def rows_of(text: str, letter: str) -> tuple[tuple[str, ...], ...]:
    """Return the cells of each row that begins with a number of this letter."""
    lines = [line for line in text.split("\n") if re.match(rf"\| *{letter}\d+ *\|", line)]
    return tuple(tuple(cell.strip() for cell in line.strip("|").split("|")) for line in lines)


def faults_of_page(text: str, known: Tests, numbers: tuple[str, ...]) -> list[str]:
    """Return what is wrong with a page that has a row for each of these numbers."""
    rows = rows_of(text, numbers[0][0])
    found = faults_of_numbers([row[0] for row in rows], numbers)
    for row in rows:
        found += _faults_of(row, known)
    return found


def _faults_of(row: tuple[str, ...], known: Tests) -> Iterator[str]:
    number, asked, shown = row[0], row[1], row[2]
    named = NAMED.findall(shown)
    if len(asked) < 20 or len(row) != 4 or not row[3]:
        yield f"{number} does not say what is asked, or what is not shown"
    if not named:
        yield f"{number} names no test"
    if shown.count("test_") > len(named) + sum(file.count("test_") for file, _ in named):
        yield f"{number} names a test in another way"
    for file, name in named:
        told = known.get((file, name))
        if told is None:
            yield f"{number}: there is no {file}::{name}"
        elif not re.search(rf"\b{number}\b", told):
            yield f"{number}: {name} does not say that it shows it"
