"""Words in a story that may be the name of somebody else: a hint, never a verdict (C8)."""

import re
from collections.abc import Iterable, Sequence

from facilitator.wording.house import MONTHS

MOST_NAMES = 6
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_ENDS = '.!?:\n"“(…'
_DAYS = frozenset({
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
})  # fmt: skip
_OPENERS = frozenset({
    "a", "after", "all", "also", "an", "and", "as", "ask", "at", "before", "but", "can", "come",
    "do", "each", "every", "everybody", "first", "for", "from", "go", "he", "her", "here", "his",
    "how", "if", "in", "is", "it", "its", "just", "last", "later", "maybe", "most", "my", "no",
    "nobody", "not", "now", "of", "on", "once", "one", "or", "our", "people", "say", "she", "so",
    "some", "somebody", "sometimes", "still", "take", "talk", "that", "the", "their", "then",
    "there", "these", "they", "this", "to", "today", "two", "until", "was", "we", "were", "what",
    "when", "where", "while", "who", "why", "with", "without", "yes", "you", "your", "helped",
})  # fmt: skip


def names_in(lines: Sequence[str]) -> tuple[str, ...]:
    """Return words with a capital that may be names, each once, six at most."""
    found: list[str] = []
    for line in lines:
        for match in _WORD.finditer(line):
            word = match.group()
            if _may_be_name(word, begins=_begins(line, match.start())):
                found.append(word)
    return tuple(dict.fromkeys(found))[:MOST_NAMES]


def _begins(line: str, start: int) -> bool:
    before = line[:start].rstrip(" ")
    return not before or before[-1] in _ENDS


def _may_be_name(word: str, *, begins: bool) -> bool:
    plain = word.casefold()
    is_known = plain in _DAYS or plain in {month.casefold() for month in MONTHS}
    if not word[0].isupper() or is_known or plain.split("'")[0].split("’")[0] == "i":
        return False
    return not begins or plain not in _OPENERS


def masked(lines: Iterable[str], names: Sequence[str], instead: str) -> tuple[str, ...]:
    """Return the lines with another word wherever one of these names stands as a whole word."""
    if not names:
        return tuple(lines)
    any_of = "|".join(re.escape(one) for one in sorted(names, key=len, reverse=True))
    pattern = re.compile(rf"(?<!\w)(?:{any_of})(?!\w)", re.IGNORECASE)
    return tuple(pattern.sub(instead, line) for line in lines)
