"""What the reading checker thinks of a line that was just written: told, never refused (A20)."""

import re

from facilitator.domain.prompt import Notice, Tone
from facilitator.sessions.advice import asks_openly
from facilitator.sessions.reading import faults
from facilitator.wording import editor as words
from facilitator.wording import session_problems as problems

_QUOTED = re.compile(r" \([^()]*\)$")


def told(line: str, *, is_easy: bool = False, is_cue: bool = False) -> Notice:
    """Return the word after a line: kept, and a thought where it could be easier."""
    thoughts = [_QUOTED.sub("", one) for one in faults((line,), easy=is_easy)]
    if is_cue and not asks_openly(line):
        thoughts.insert(0, problems.CUE_ASKS)
    if not thoughts:
        return Notice(words.KEPT, Tone.SAVED)
    return Notice(words.ADVICE.format(advice=thoughts[0]), Tone.CALM)
