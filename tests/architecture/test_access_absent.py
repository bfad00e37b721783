"""What the program does not have, so that nobody can be shut out by it."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

SOURCE = Path(__file__).parents[2] / "src"
SOUND = {"miniaudio", "pyttsx3", "espeakng_loader", "winsound", "pygame", "simpleaudio"}
PLAYERS = {"aplay", "paplay", "pw-play", "afplay", "ffplay", "espeak", "espeak-ng"}
OUTSIDE = SOUND | {
    "textual", "rich", "tinydb", "qrcode", "msgspec", "tomlkit", "platformdirs", "cryptography",
}  # fmt: skip
"""Libraries from outside. None of them hears, sees or measures anybody, but for one: see below."""


def trees(*under: Path) -> Iterator[tuple[Path, ast.Module]]:
    """Yield each module of the program, read and not run."""
    for folder in under or (SOURCE,):
        for path in sorted(folder.rglob("*.py")):
            yield path, ast.parse(path.read_text("utf-8"))


def imported(tree: ast.Module) -> set[str]:
    """Return the packages that a module imports."""
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {one.name.split(".")[0] for one in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.split(".")[0])
    return found


def sounds(tree: ast.Module) -> bool:
    """Return whether a module names what makes sound, also where it is imported late."""
    texts = {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)}
    return bool((imported(tree) | texts) & (SOUND | PLAYERS))


def rings(tree: ast.Module) -> bool:
    """Return whether a module sends the bell, or asks for it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and node.value in ("\a", b"\a"):
            return True
        if isinstance(node, ast.Attribute) and node.attr == "bell":
            return True
    return False


def test_nothing_sounds_but_the_voice() -> None:
    """5.1.3.10, 1.4.2: no bell anywhere; what makes sound is named by the speech adapter alone."""
    assert rings(ast.parse("app.bell()"))
    assert rings(ast.parse("print('\\a')"))
    modules = list(trees())
    assert len(modules) > 100
    assert [path for path, tree in modules if rings(tree)] == []
    loud = [path for path, tree in modules if sounds(tree)]
    assert loud
    assert {path.parent.name for path in loud} == {"speech"}


def test_nothing_listens_looks_or_measures_a_body() -> None:
    """5.1.7, 5.3: no speech is needed to use it, and no finger, face or voice opens anything.

    The library that plays sound could record too, so the word for that is looked for.
    """
    for path, tree in trees():
        unknown = imported(tree) - OUTSIDE - set(sys.stdlib_module_names) - {"facilitator"}
        assert unknown == set(), path
        names = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
        assert not [one for one in names if "capture" in one.casefold()], path
