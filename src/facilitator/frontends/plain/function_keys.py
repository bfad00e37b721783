"""Function keys in a terminal line: what a terminal sends for F1 to F12, then Enter (A2, A9)."""

_SENT = {
    1: ("\x1bOP", "\x1b[11~", "\x1b[[A"),
    2: ("\x1bOQ", "\x1b[12~", "\x1b[[B"),
    3: ("\x1bOR", "\x1b[13~", "\x1b[[C"),
    4: ("\x1bOS", "\x1b[14~", "\x1b[[D"),
    5: ("\x1b[15~", "\x1b[[E"),
    6: ("\x1b[17~",),
    7: ("\x1b[18~",),
    8: ("\x1b[19~",),
    9: ("\x1b[20~",),
    10: ("\x1b[21~",),
    11: ("\x1b[23~",),
    12: ("\x1b[24~",),
}
"""By number: xterm and those like it, rxvt, the Linux console."""

_NAMES = {sent: f"f{number}" for number, all_sent in _SENT.items() for sent in all_sent}


def name_of(line: str) -> str:
    """Return the name of the function key that a whole line is, such as "f7"; else ""."""
    return _NAMES.get(line.strip(), "")
