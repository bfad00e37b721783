"""docs/safety.md has a row for every number of safety, with tests that exist and name it."""

import re
from collections.abc import Iterator, Mapping

import pytest

from tests.architecture.named_tests import NAMED, ROOT, faults_of_numbers, told_by_tests

DOC = ROOT / "docs/safety.md"
NUMBERS = tuple(f"S{number}" for number in (*range(1, 18), 19))
"""S18 is about figures for outside, which nothing makes yet."""

Tests = Mapping[tuple[str, str], str]


def rows_of(text: str) -> tuple[tuple[str, ...], ...]:
    """Return the cells of each row that begins with a number of safety."""
    lines = [line for line in text.split("\n") if re.match(r"\| *S\d+ *\|", line)]
    return tuple(tuple(cell.strip() for cell in line.strip("|").split("|")) for line in lines)


def faults(text: str, known: Tests) -> list[str]:
    """Return what is wrong with the page."""
    rows = rows_of(text)
    found = faults_of_numbers([row[0] for row in rows], NUMBERS)
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


def test_every_number_of_safety_has_its_row_and_its_tests() -> None:
    """S1-S19, issue 4: what no row shows is not done; a test that is renamed fails here."""
    assert faults(DOC.read_text("utf-8"), told_by_tests()) == []


GOOD = "\n".join(
    f"| {number} | something that is asked for here | `tests/x/test_a.py::test_known` | nothing |"
    for number in NUMBERS
)
KNOWN = {
    ("tests/x/test_a.py", "test_known"): f"{', '.join(NUMBERS)}: shown.",
    ("tests/x/test_a.py", "test_other"): "A1: something else.",
}


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("| S9 |", "| none |", "S9 is missing"),
        ("| S8 |", "| S9 |", "S9 is there twice"),
        ("| S17 |", "| S18 |", "S18 is not on the list"),
        ("test_known` | nothing |\n| S2 |", "test_lost` | nothing |\n| S2 |",
         "S1: there is no tests/x/test_a.py::test_lost"),
        ("`tests/x/test_a.py::test_known` | nothing |\n| S2 |", "all of them | nothing |\n| S2 |",
         "S1 names no test"),
        ("test_known` | nothing |\n| S2 |", "test_other` | nothing |\n| S2 |",
         "S1: test_other does not say that it shows it"),
        ("| nothing |\n| S2 |", ", test_more | nothing |\n| S2 |",
         "S1 names a test in another way"),
        ("| S1 | something that is asked for here |", "| S1 | |",
         "S1 does not say what is asked, or what is not shown"),
    ],
)  # fmt: skip
def test_a_page_that_claims_too_much_is_found_out(old: str, new: str, fault: str) -> None:
    """S1-S19: the control: a lost number, a made-up test, one that shows something else."""
    assert faults(GOOD, KNOWN) == []
    assert old in GOOD
    assert fault in faults(GOOD.replace(old, new, 1), KNOWN)
