"""docs/made-by-the-group.md has a row for each rule of co-production, with tests that name it."""

import pytest

from tests.architecture.named_tests import ROOT, faults_of_page, told_by_tests

DOC = ROOT / "docs/made-by-the-group.md"
NUMBERS = tuple(f"C{number}" for number in range(1, 17))
"""C17 is about paper, which nothing makes yet."""


def test_every_rule_of_co_production_has_its_row_and_its_tests() -> None:
    """C1-C16: what no row shows is not done; a test that is renamed fails here."""
    assert faults_of_page(DOC.read_text("utf-8"), told_by_tests(), NUMBERS) == []


@pytest.mark.parametrize("number", NUMBERS)
def test_a_row_that_is_lost_is_found_out(number: str) -> None:
    """C1-C16: the control."""
    text = DOC.read_text("utf-8").replace(f"| {number} |", "| none |", 1)
    assert f"{number} is missing" in faults_of_page(text, told_by_tests(), NUMBERS)
