"""docs/accessibility.md is held to its list of clauses and to tests that exist (A23)."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

import pytest

from tests.architecture.named_tests import ROOT, faults_of_numbers, known_tests

DOC = ROOT / "docs/accessibility.md"

SHOWN = ("met", "in part")
NOT_SHOWN = ("not met", "not for software")
ROW = re.compile(r"^\| *(\d+(?:\.\d+)+) *\|")
TEST = re.compile(r"`(test_\w+)`")


def numbered(stem: str, count: int) -> tuple[str, ...]:
    """Return stem.1 to stem.count."""
    return tuple(f"{stem}.{number}" for number in range(1, count + 1))


EN_301_549: tuple[str, ...] = (
    *numbered("5.1.2", 2), *numbered("5.1.3", 16), "5.1.4", "5.1.5", *numbered("5.1.6", 2),
    "5.1.7", "5.2", "5.3", "5.4", *numbered("5.5", 2), *numbered("5.6", 2), "5.7", "5.8", "5.9",
)  # fmt: skip
"""EN 301 549 v3.2.1, clauses 5.1 to 5.9, those that ask for something."""

WCAG_2_2: tuple[str, ...] = (
    "1.1.1", *numbered("1.2", 9), *numbered("1.3", 6), *numbered("1.4", 13),
    *numbered("2.1", 4), *numbered("2.2", 6), *numbered("2.3", 3), *numbered("2.4", 13),
    *numbered("2.5", 8),
    *numbered("3.1", 6), *numbered("3.2", 6), *numbered("3.3", 9),
    *numbered("4.1", 3),
)  # fmt: skip
"""WCAG 2.2, A, AA and AAA; 4.1.1 is obsolete and has its row all the same."""


@dataclass(frozen=True)
class Row:
    """One row: number, what is asked, status, how or why, the names of tests."""

    number: str
    asked: str
    status: str
    how: str
    tests: tuple[str, ...]


def rows_of(text: str, heading: str) -> tuple[Row, ...]:
    """Return the rows with a number under a heading, up to the next heading."""
    _, _, after = text.partition(f"\n## {heading}\n")
    section = after.split("\n## ")[0]
    return tuple(_rows(section))


def _rows(section: str) -> Iterator[Row]:
    for line in section.split("\n"):
        if ROW.match(line):
            number, asked, status, how, tests = (
                cell.strip() for cell in line.strip().strip("|").split("|")
            )
            yield Row(number, asked, status, how, tuple(TEST.findall(tests)))


def faults(text: str, heading: str, wanted: Collection[str], known: Collection[str]) -> list[str]:
    """Return what is wrong with one table."""
    rows = rows_of(text, heading)
    numbers = [row.number for row in rows]
    found = faults_of_numbers(numbers, wanted)
    for row in rows:
        found += _faults_of(row, known)
    return found


def _faults_of(row: Row, known: Collection[str]) -> Iterator[str]:
    if row.status not in (*SHOWN, *NOT_SHOWN):
        yield f"{row.number} has the status {row.status!r}"
    if row.status in SHOWN and not row.tests:
        yield f"{row.number} is {row.status} and names no test"
    if len(row.asked) < 3 or len(row.how) < 12:
        yield f"{row.number} does not say what, how or why"
    if row.status == "in part" and "missing" not in row.how.casefold():
        yield f"{row.number} does not say what is missing"
    yield from (f"{row.number}: there is no {one}" for one in row.tests if one not in known)


TABLES = (("EN 301 549, clauses 5.1 to 5.9", EN_301_549), ("WCAG 2.2, A, AA and AAA", WCAG_2_2))


@pytest.mark.parametrize(("heading", "wanted"), TABLES, ids=("en", "wcag"))
def test_every_clause_and_criterion_has_its_row(heading: str, wanted: tuple[str, ...]) -> None:
    """A23: exactly once, with a status; whatever is met names a test that exists."""
    assert faults(DOC.read_text("utf-8"), heading, wanted, known_tests()) == []


def test_every_test_that_the_page_names_exists() -> None:
    """A23: outside the tables too."""
    named = set(TEST.findall(DOC.read_text("utf-8")))
    assert len(named) > 60
    assert named - known_tests() == set()


def test_the_lists_are_whole() -> None:
    """A23: 33 clauses; 86 criteria of WCAG 2.2 and the obsolete one; none twice."""
    assert (len(EN_301_549), len(set(EN_301_549))) == (33, 33)
    assert (len(WCAG_2_2), len(set(WCAG_2_2))) == (87, 87)


GOOD = """
## Sample

| clause | what it asks | status | how | test |
|---|---|---|---|---|
| 5.9 | one finger | met | no chord in the key table | `test_known` |
| 5.8 | double strike | in part | it counts once; missing: a place to set it | `test_known` |
| 5.3 | no body | not for software | nothing of the kind is here | |
"""


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("test_known` |\n| 5.8", "test_made_up` |\n| 5.8", "5.9: there is no test_made_up"),
        ("| 5.9 |", "| nothing |", "5.9 is missing"),
        ("| 5.3 |", "| 5.8 |", "5.8 is there twice"),
        ("| 5.3 |", "| 5.99 |", "5.99 is not on the list"),
        ("| met |", "| nearly |", "5.9 has the status 'nearly'"),
        ("table | `test_known`", "table |", "5.9 is met and names no test"),
        ("nothing of the kind is here", "", "5.3 does not say what, how or why"),
        ("missing: a place to set it", "more to come", "5.8 does not say what is missing"),
    ],
)
def test_a_table_that_claims_too_much_is_found_out(old: str, new: str, fault: str) -> None:
    """A23: the control: a made-up test, a lost clause, a new status, a claim without a test."""
    wanted = ("5.3", "5.8", "5.9")
    assert faults(GOOD, "Sample", wanted, {"test_known"}) == []
    assert old in GOOD
    assert fault in faults(GOOD.replace(old, new), "Sample", wanted, {"test_known"})
