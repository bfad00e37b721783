"""Nobody is staff here, and nobody is said to have dropped out: held over the whole source."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCES = sorted((ROOT / "src" / "facilitator").rglob("*.py"))
WORDING = sorted((ROOT / "src" / "facilitator" / "wording").glob("*.py"))
SESSIONS = sorted((ROOT / "sessions").rglob("*.toml"))

STAFF = re.compile(
    r"is_?staff|staff_?(view|screen|only|role|mode)|\bis_admin|\badmin_|\bsuper_?user"
    r"|is_?facilitator\b|is_?leader\b|may_lead\b|can_lead\b",
    re.IGNORECASE,
)
GONE = re.compile(r"drop(ped|s|ping)?[\s_-]*outs?\b|\bquitters?\b|\bgave up\b", re.IGNORECASE)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_code_knows_who_is_staff(path: Path) -> None:
    """C3, C2: no flag, no view, no right that one person has and another has not."""
    assert not STAFF.search(path.read_text("utf-8"))


@pytest.mark.parametrize("path", [*WORDING, *SESSIONS], ids=lambda path: path.name)
def test_whoever_moves_on_has_not_dropped_out(path: Path) -> None:
    """C15: neither the interface nor a session says so."""
    assert not GONE.search(path.read_text("utf-8"))


@pytest.mark.parametrize("word", ["drop-out", "Drop outs", "dropped out", "DROPOUT", "quitter"])
def test_the_search_finds_what_it_looks_for(word: str) -> None:
    """C15: the control."""
    assert GONE.search(f"one {word} more")


@pytest.mark.parametrize("word", ["is_staff", "isStaff", "StaffView", "staff_only", "is_leader"])
def test_the_search_finds_staff(word: str) -> None:
    """C3: the control."""
    assert STAFF.search(f"if person.{word}:")
