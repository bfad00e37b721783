"""Cleaning of every word that comes from a person or a file (S14)."""

import unicodedata

_BIDI = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def safe(text: str, *, keep_lines: bool = False) -> str:
    """Return `text` safe to show in a terminal: no control, surrogate or bidi override.

    Tabs become spaces; line ends become spaces unless `keep_lines`.
    """
    kept = []
    for character in text.replace("\r\n", "\n").replace("\r", "\n"):
        if character == "\n":
            kept.append("\n" if keep_lines else " ")
        elif character == "\t":
            kept.append(" ")
        elif unicodedata.category(character) not in ("Cc", "Cs") and character not in _BIDI:
            kept.append(character)
    return "".join(kept)


def cleaned(text: str, *, keep_lines: bool = False) -> str:
    """Return `text` safe to show, in Unicode NFC, without space at the ends."""
    return unicodedata.normalize("NFC", safe(text, keep_lines=keep_lines)).strip()
