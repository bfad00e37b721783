"""Reads every sentence of the interface with the reading checker; exit 1 when one is hard (A20)."""

import importlib
import pkgutil
import re
import sys
from collections.abc import Iterator

import facilitator.wording
from facilitator.sessions.reading import faults, grade_faults

PLACEHOLDER = re.compile(r"\{[a-z_]+\}")


def sentences_of(module_name: str) -> Iterator[str]:
    """Yield every text of one wording module, a short word in place of each placeholder."""
    module = importlib.import_module(module_name)
    left_out = getattr(module, "__not_read__", ())
    for name, value in vars(module).items():
        if name.isupper() and name not in left_out:
            yield from (PLACEHOLDER.sub("this", text) for text in _texts(value))


def _texts(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case tuple():
            for one in value:
                yield from _texts(one)
        case dict():
            for one in value.values():
                yield from _texts(one)
        case _:
            return


def modules() -> tuple[str, ...]:
    """Return the names of all wording modules."""
    path = facilitator.wording.__path__
    return tuple(f"facilitator.wording.{one.name}" for one in pkgutil.iter_modules(path))


def found_faults() -> tuple[str, ...]:
    """Return what is hard to read, one line each."""
    pools = [(name, tuple(sentences_of(name))) for name in modules()]
    hard = [f"{name}: {fault}" for name, texts in pools for fault in faults(texts, easy=False)]
    return (*hard, *(f"{name}: {fault}" for name, fault in grade_faults(pools, easy=False)))


def main() -> int:
    """Print what is hard to read; return the exit code."""
    found = found_faults()
    for line in found:
        print(line)
    print(f"{len(modules())} wording modules read, {len(found)} to mend")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
