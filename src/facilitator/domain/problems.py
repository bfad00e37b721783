"""Something wrong in a file, in words for whoever wrote it (S15)."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """An error stops the file from being used; advice does not."""

    ERROR = "error"
    ADVICE = "advice"


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem: where it is, what is wrong, and the nearest right word.

    `line` counts from 1; 0 means that no line is known. `key` is dotted, as in
    `steps.check-in.minutes`. `stands_for` is how many it is, where it says that there are more.
    """

    file: str
    line: int
    key: str
    sentence: str
    suggestion: str = ""
    severity: Severity = Severity.ERROR
    stands_for: int = 1
