"""Every file is made, read and moved by one door, `facilitator.files` (S3, S10, S13)."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src" / "facilitator"
DOOR = "files"

CALLS = frozenset((
    "open", "io.open", "os.open", "os.fdopen", "os.rename", "os.replace", "os.link", "os.symlink",
    "os.unlink", "os.remove", "os.mkdir", "os.makedirs", "os.mkfifo", "wave.open", "tomllib.load",
    "json.load", "json.dump", "rmtree", "gzip.open", "sqlite3.connect",
))  # fmt: skip
"""Functions that make, open or move what lies on a disk."""

METHODS = frozenset((
    "read_text", "read_bytes", "write_text", "write_bytes", "touch", "rename", "unlink", "mkdir",
    "symlink_to", "hardlink_to", "rmdir",
))  # fmt: skip
"""Methods of a path that do."""

MODULES = ("shutil.rmtree", "shutil.copy", "shutil.move", "tempfile.mk", "tempfile.N", "tempfile.T")

ALLOWED = {
    ("composition/streams.py", "open"): "a stream of the program by its number",
    ("composition/streams.py", "os.open"): "the null device, in place of a stream that is closed",
    (
        "adapters/speech/leftovers.py",
        "os.open",
    ): "a folder of ours, to lock it; no link is followed",
    ("adapters/speech/leftovers.py", "rmtree"): "that folder; it follows no link",
    ("adapters/speech/room.py", "rename"): "a folder by chance, once it is locked",
    ("adapters/speech/child.py", "os.open"): "the null device, for what the library prints",
    ("adapters/speech/players.py", "wave.open"): "in memory",
    ("adapters/speech/players.py", "unlink"): "in the folder of sounds, which is ours alone",
    ("adapters/speech/say.py", "unlink"): "in the folder of sounds, which is ours alone",
    ("adapters/speech/sounds.py", "unlink"): "in the folder of sounds, which is ours alone",
    ("adapters/speech/room.py", "tempfile.mkdtemp"): "a folder by chance, mode 0700",
    ("adapters/speech/room.py", "shutil.rmtree"): "that folder; it follows no link",
}
"""What is done elsewhere, and why it may be."""


def opened(tree: ast.AST) -> Iterator[str]:
    """Yield each call that touches what lies on a disk."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = ast.unparse(node.func)
        method = node.func.attr if isinstance(node.func, ast.Attribute) else ""
        # A path is moved by one argument; words are replaced by two.
        is_move = method == "replace" and len(node.args) == 1 and not node.keywords
        if name in CALLS or name.startswith(MODULES):
            yield name
        elif method in METHODS or is_move or _is_path_opened(method, node):
            yield method


def _is_path_opened(method: str, call: ast.Call) -> bool:
    """Whether this is `open` of a path: a group is opened with a word, a store with a folder."""
    first = call.args[0] if call.args else None
    return method == "open" and (first is None or isinstance(first, ast.Constant))


def elsewhere() -> set[tuple[str, str]]:
    """Return where something is opened, made or moved outside the door."""
    found = set()
    for path in SOURCE.rglob("*.py"):
        place = path.relative_to(SOURCE)
        if place.parts[0] != DOOR:
            found |= {(str(place), one) for one in opened(ast.parse(path.read_text("utf-8")))}
    return found


def test_files_are_opened_made_and_moved_by_one_door() -> None:
    """S3, S10, S13: whatever is done elsewhere stands in a list, with its reason."""
    assert elsewhere() == set(ALLOWED)


@pytest.mark.parametrize(
    "line",
    [
        "open('x')", "os.open(path, 0)", "path.read_bytes()", "path.open()", "path.open('rb')", "Path('x').rename(y)",
        "path.replace(other)", "tempfile.mkstemp()", "shutil.rmtree(x)", "folder.mkdir()",
    ],
)  # fmt: skip
def test_a_second_door_is_found(line: str) -> None:
    """S10: a control for each way."""
    assert list(opened(ast.parse(line)))


def test_words_are_no_files() -> None:
    """S10: a control the other way."""
    assert not list(opened(ast.parse("text.replace('a', 'b'); seals.open(group, word)")))
