"""A disk whose program ends before one of its calls, as by a kill: nothing is done after it."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from facilitator.files.disk import Disk

COUNTED = tuple(
    name for name, member in vars(Disk).items() if callable(member) and not name.startswith("_")
)
"""Every call of the file layer."""


class Killed(BaseException):
    """The program is gone: no `except Exception` and no `finally` of ours may do anything more."""


class KillingDisk(Disk):
    """The program ends before the n-th call of all, from 1. `was_killed` says whether it did."""

    def __init__(self, number: int) -> None:
        """Count every call of the file layer."""
        self._left, self.was_killed = number, False
        for name in COUNTED:
            setattr(self, name, self._counted(getattr(self, name)))

    def _counted(self, call: Callable[..., Any]) -> Callable[..., Any]:
        def counted(*given: Any, **named: Any) -> Any:  # noqa: ANN401  it stands for every call
            self._left -= 1
            if self._left <= 0:
                self.was_killed = True
                raise Killed
            return call(*given, **named)

        return counted


def holders(folder: Path, *words: str) -> list[str]:
    """Return every file below a folder that holds one of these words, known to us or not."""
    found = []
    for path in sorted(folder.rglob("*")):
        raw = path.name.encode()
        with suppress(OSError):
            raw += path.read_bytes() if path.is_file() else b""
        if any(one.encode() in raw for one in words):
            found.append(str(path.relative_to(folder)))
    return found
