"""Every requirement about access and about safety is named by tests that show it."""

import ast
import re
from functools import lru_cache
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]
LEFT_OUT = {"A6", "S18"}
"""Block letters, which may be left out; figures for outside, which nothing makes yet."""

NUMBERS = [f"A{n}" for n in range(1, 25)] + [f"S{n}" for n in range(1, 20)]
_NUMBER = re.compile(r"\b([A-Z]\d{1,2})\b")


def numbers_in(source: str) -> set[str]:
    """Return the numbers that the docstrings of the tests in this source name."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            told = ast.get_docstring(node) or ""
            if node.name.startswith("test_"):
                found |= set(_NUMBER.findall(told))
    return found


@lru_cache(maxsize=1)
def named() -> frozenset[str]:
    """Return every number that some test names."""
    sources = (path.read_text("utf-8") for path in TESTS.rglob("test_*.py"))
    return frozenset().union(*(numbers_in(source) for source in sources))


@pytest.mark.parametrize("number", [one for one in NUMBERS if one not in LEFT_OUT])
def test_every_number_is_named_by_a_test(number: str) -> None:
    """A23, issue 4: what no test names is not done."""
    assert number in named()


def test_a_number_that_no_test_names_is_found() -> None:
    """A23: the control: only the docstrings of tests count."""
    source = '"""A99"""\ndef test_x() -> None:\n    """A1: shows it, S2 too."""\n    x = "A98"\n'
    assert numbers_in(source) == {"A1", "S2"}
