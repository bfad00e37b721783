"""Whether somebody wrote one of the words after which the help card may come up (S16)."""

import re

from facilitator.wording.hard_words import HARD

_FOUND = re.compile(
    r"(?<!\w)(?:" + "|".join(re.escape(one).replace(r"\ ", r"\s+") for one in HARD) + r")(?!\w)"
)


def holds_hard_words(text: str) -> bool:
    """Return whether one of them stands in a text, as whole words, whatever the capitals."""
    return _FOUND.search(text.casefold().replace("\u2019", "'")) is not None
