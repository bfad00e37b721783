"""Names of licensed instruments and programmes, which no session may hold (S17)."""

import re
from collections.abc import Iterator
from functools import cache

NAMES = (
    "PAM", "WEMWBS", "SWEMWBS", "EQ-5D", "PHQ-9", "GAD-7", "heiQ", "HLQ", "WRAP", "VIA",
    "Outcomes Star", "Recovery Star", "SRS", "ORS", "CDSMP", "Flinders", "CliftonStrengths",
    "Talking Mats", "Blob Tree", "Makaton", "Widgit", "PHQ-2", "GAD-2", "PWS", "HADS", "CORE-10",
    "SMRC", "EuroQol", "Patient Activation Measure", "Warwick-Edinburgh",
    "Personal Wellbeing Score", "Session Rating Scale", "Outcome Rating Scale",
    "Wellness Recovery Action Plan", "Expert Patients Programme",
)  # fmt: skip


@cache
def _names() -> re.Pattern[str]:
    """Made when a session is read: a start reads none (P1)."""
    return re.compile(r"(?<![\w-])(" + "|".join(re.escape(name) for name in NAMES) + r")(?![\w-])")


def strings_in(read: object) -> Iterator[str]:
    """Yield every text of a file that was read: what an escape spells is found in it too."""
    match read:
        case str():
            yield read
        case dict():
            for value in read.values():
                yield from strings_in(value)
        case list():
            for value in read:
                yield from strings_in(value)


def banned_in(text: str) -> tuple[str, ...]:
    """Return the banned names in a text: whole words, capitals as they are written."""
    return tuple(dict.fromkeys(_names().findall(text)))
