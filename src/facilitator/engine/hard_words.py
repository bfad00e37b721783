"""Whether somebody wrote one of the words after which the help card may come up (S16)."""

import re
from functools import lru_cache

from facilitator.wording.hard_words import HARD


@lru_cache(maxsize=1)
def _found() -> re.Pattern[str]:
    """Return the pattern, made when it is first needed: by default it never is (P1)."""
    any_of = "|".join(re.escape(one).replace(r"\ ", r"\s+") for one in HARD)
    return re.compile(rf"(?<!\w)(?:{any_of})(?!\w)")


def holds_hard_words(text: str) -> bool:
    """Return whether one of them stands in a text, as whole words, whatever the capitals."""
    return _found().search(text.casefold().replace("\u2019", "'")) is not None
