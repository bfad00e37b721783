"""Holds the sizes: modules of 400 lines at most, functions of 40; prints the median module."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median

SOURCES = Path(__file__).parent.parent / "src" / "facilitator"
MODULE, FUNCTION, MEDIAN = 400, 40, 100


def long_functions(path: Path) -> Iterator[str]:
    """Yield every function of a module that is longer than it may be."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > FUNCTION:
                yield f"{path.name}:{node.lineno} {node.name} has {length} lines"


def main() -> int:
    """Print what is too long; return the exit code."""
    lengths = {path: len(path.read_text("utf-8").splitlines()) for path in SOURCES.rglob("*.py")}
    found = [f"{path.name} has {lines} lines" for path, lines in lengths.items() if lines > MODULE]
    found += [fault for path in lengths for fault in long_functions(path)]
    real = [lines for path, lines in lengths.items() if path.name != "__init__.py"]
    middle = median(real)
    if middle > MEDIAN:
        found.append(f"the median module has {middle:g} lines")
    for fault in found:
        print(fault)
    print(f"{len(real)} modules, median {middle:g} lines, longest {max(real)}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
