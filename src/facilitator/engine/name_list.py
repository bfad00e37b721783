"""Several names in one line: which they are, and how they are said again (M22)."""

import re
from collections.abc import Sequence

from facilitator.wording import people as words

_SIGNS = r"[,;\n]"
_WORDS = "|".join(re.escape(one) for one in words.AND_TYPED)
_BETWEEN = re.compile(rf"{_SIGNS}|(?:(?<=\s)|^)(?:{_WORDS})(?=\s|$)", re.IGNORECASE)


def names_in_line(line: str) -> tuple[str, ...]:
    """Return the names of a line, in order: commas, semicolons and "and" stand between them.

    No letter is lost but those of the words between. A line without a name has none.
    """
    parts = (" ".join(part.split()) for part in _BETWEEN.split(line))
    return tuple(part for part in parts if part)


def said_together(names: Sequence[str]) -> str:
    """Return names as they are read aloud: "Ann, Dave and Mo"."""
    if len(names) < 2:  # noqa: PLR2004  one name stands alone
        return "".join(names)
    return f"{', '.join(names[:-1])} {words.AND} {names[-1]}"
