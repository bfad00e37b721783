"""No sentence is kept that nobody can read or hear: each name in wording/ is used (A20)."""

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

ROOT = Path(__file__).parents[2]
SOURCES = ROOT / "src/facilitator"


def names_in(text: str) -> Iterator[str]:
    """Yield the names that a wording module gives to sentences."""
    for node in ast.parse(text).body:
        match node:
            case ast.Assign(targets=targets):
                yield from (one.id for one in targets if isinstance(one, ast.Name))
            case ast.AnnAssign(target=ast.Name(id=name)):
                yield name
            case _:
                continue


def unused(wording: Mapping[str, str], code: str) -> list[str]:
    """Return the names that neither the code nor another sentence of their module uses."""
    words = set(re.findall(r"\w+", code))
    return [
        f"{module}: {name}"
        for module, text in wording.items()
        for name in names_in(text)
        if name.isupper() and name not in words and len(re.findall(rf"\b{name}\b", text)) == 1
    ]


def test_every_sentence_of_the_interface_is_used() -> None:
    """A20: what nothing shows is not read by the checker for nothing, and tells nobody a lie."""
    wording = {path.stem: path.read_text("utf-8") for path in SOURCES.glob("wording/*.py")}
    paths = [*SOURCES.rglob("*.py"), *ROOT.glob("scripts/*.py")]
    code = "\n".join(path.read_text("utf-8") for path in paths if path.parent.name != "wording")
    assert len(wording) > 10
    assert unused(wording, code) == []


def test_a_sentence_that_nothing_uses_is_found() -> None:
    """A20: the control, for a name alone and for one with a type."""
    wording = {"house": 'HOME = "Welcome."\nGONE = "Bye."\nROWS: dict[str, str] = {}\n'}
    assert unused(wording, "words.HOME") == ["house: GONE", "house: ROWS"]
