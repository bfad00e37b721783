"""Names of licensed instruments and programmes, which no session may hold (S17)."""

import re

NAMES = (
    "PAM", "WEMWBS", "SWEMWBS", "EQ-5D", "PHQ-9", "GAD-7", "heiQ", "HLQ", "WRAP", "VIA",
    "Outcomes Star", "Recovery Star", "SRS", "ORS", "CDSMP", "Flinders", "CliftonStrengths",
    "Talking Mats", "Blob Tree", "Makaton", "Widgit",
)  # fmt: skip
_FOUND = re.compile(r"(?<![\w-])(" + "|".join(re.escape(name) for name in NAMES) + r")(?![\w-])")


def banned_in(text: str) -> tuple[str, ...]:
    """Return the banned names in a text: whole words, capitals as they are written."""
    return tuple(dict.fromkeys(_FOUND.findall(text)))
