"""docs/safety.md has a row for every number of safety, with tests that exist and name it."""

import pytest

from tests.architecture.named_tests import ROOT, Tests, faults_of_page, told_by_tests

DOC = ROOT / "docs/safety.md"
NUMBERS = tuple(f"S{number}" for number in (*range(1, 18), 19, 20, 21))
"""S18 is about figures for outside, which nothing makes yet."""


def faults(text: str, known: Tests) -> list[str]:
    """Return what is wrong with the page."""
    return faults_of_page(text, known, NUMBERS)


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
