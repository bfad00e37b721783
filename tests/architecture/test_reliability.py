"""The page on reliability names tests that exist, for every requirement, and true figures."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "docs/reliability.md").read_text("utf-8")
ROWS = [line.split("|")[1:-1] for line in TEXT.splitlines() if line.startswith("| S")]


def test_every_test_that_is_named_is_there() -> None:
    """S1-S5: a test that was renamed or taken away fails here."""
    there = "".join(path.read_text("utf-8") for path in (ROOT / "tests").rglob("test_*.py"))
    named = re.findall(r"`(test_\w+)`", TEXT)
    assert len(named) > 20
    assert [one for one in named if f"def {one}(" not in there] == []


@pytest.mark.parametrize("number", ["S1", "S2", "S3", "S4", "S5"])
def test_every_requirement_of_durability_has_a_row_that_names_its_test(number: str) -> None:
    """S1-S5: done when every row names its test."""
    rows = [row for row in ROWS if row[0].strip() == number and len(row) == 3]
    assert rows
    assert all("`test_" in row[2] for row in rows)


def test_every_fault_of_the_bench_has_its_figures_and_its_meaning() -> None:
    """S1, S2: ours has lost nothing, and each control has lost something."""
    from scripts.bench_faults import FAULTS

    figures = {(row[1].strip(" `"), row[2].strip()): row for row in ROWS if len(row) > 3}
    for fault in FAULTS:
        assert f"| `{fault.word}` | " in TEXT
        for store in fault.stores:
            lost = int(figures[fault.word, store][5].replace(",", ""))
            is_control = store not in ("ours", "TinyDB", "SQLite")
            assert store in ("TinyDB", "SQLite") or (lost > 0) == is_control, (fault.word, store)
