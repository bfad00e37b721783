"""Whether a line may hold a name, and a line without the names that are known (C16, C9)."""

import re
from collections.abc import Iterable
from unicodedata import normalize

from facilitator.wording.slip import SOMEBODY

_LETTERS = re.compile(r"[^\W\d_][\w'’-]*")
_ENDS = (".", "!", "?", ":")
_SHORTEST = 2
"""Letters of a part of a name: a single letter is found only as the whole name."""


def may_hold_name(line: str, names: Iterable[str] = ()) -> bool:
    """Return whether a line holds one of these names, or a capital within a sentence.

    It is advice: the group knows better (domain.md 1, claim 34).
    """
    if without_names(line, names) != line:
        return True
    found = list(_LETTERS.finditer(line))
    return any(
        one[0][0].isupper() and one[0].split("'")[0] != "I" and not _begins(line, one.start())
        for one in found
    )


def _begins(line: str, at: int) -> bool:
    before = line[:at].rstrip(" \"'“‘(")
    return not before or before.endswith(_ENDS)


def without_names(line: str, names: Iterable[str]) -> str:
    """Return a line with "somebody" in place of each of these names, whole or in part."""
    forms = (form for name in names for form in (name, normalize("NFKC", name)))
    parts = {part for form in forms for part in _parts(form)}
    for part in sorted(parts, key=len, reverse=True):
        line = re.sub(rf"(?<!\w){re.escape(part)}(?!\w)", SOMEBODY, line, flags=re.IGNORECASE)
    return line


def _parts(name: str) -> tuple[str, ...]:
    whole = name.strip()
    pieces = (one for one in re.split(r"[\s-]+", whole) if len(one) > _SHORTEST)
    return tuple(one for one in (whole, *pieces) if one)
