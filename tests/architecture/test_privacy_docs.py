"""Each claim of SECURITY.md and docs/privacy.md has its test, and each test that they name is there."""

import re
from pathlib import Path

import pytest

from tests.architecture.named_tests import NAMED, ROOT, missing

DOCS = (ROOT / "SECURITY.md", ROOT / "docs/privacy.md")
NO_TEST = re.compile(r"\bno test\b|No test can")


def rows(text: str) -> list[str]:
    """Return the rows of every table that has a column for its tests."""
    found, is_shown = [], False
    for line in text.split("\n"):
        if not line.startswith("|"):
            is_shown = False
        elif "shown by" in line:
            is_shown = True
        elif is_shown and not line.startswith("|---"):
            found.append(line)
    return found


@pytest.mark.parametrize("doc", DOCS, ids=lambda one: one.name)
def test_every_test_that_is_named_exists(doc: Path) -> None:
    """Issue 4, part 7: a test that is renamed fails here."""
    text = doc.read_text("utf-8")
    assert len(NAMED.findall(text)) > 10
    assert missing(text) == []
    assert text.count("tests/") == len(NAMED.findall(text)), "none is written in another way"


@pytest.mark.parametrize("doc", DOCS, ids=lambda one: one.name)
def test_every_row_names_a_test_or_says_that_there_is_none(doc: Path) -> None:
    """Issue 4, part 7: each claim with its test."""
    found = rows(doc.read_text("utf-8"))
    assert len(found) >= 9
    assert [row for row in found if not (NAMED.search(row) or NO_TEST.search(row))] == []


def test_what_is_missing_is_found() -> None:
    """The control of the two above."""
    text = "`tests/architecture/test_docs.py::test_that_never_was` `tests/none.py::test_x`"
    assert len(missing(text)) == 2
    assert rows("| a | shown by |\n|---|---|\n| b | |\n\n| c | d |") == ["| b | |"]
