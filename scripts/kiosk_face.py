"""Which typeface the letters have, and its measures, read from the font file itself."""

import struct
from pathlib import Path

from scripts.kiosk_screen import Asked
from scripts.kiosk_sums import Face

WANTED = (
    "DejaVu Sans Mono",
    "Atkinson Hyperlegible Mono",
    "Noto Sans Mono",
    "Liberation Mono",
    "Ubuntu Mono",
    "FreeMono",
)
"""Clear faces of one width, best first. All but the last have no serifs."""

_WIDTHS = (0.4, 0.8)
_HEIGHTS = (0.9, 2.0)
_CAPITALS = (0.5, 0.9)


def face_here(ask: Asked) -> tuple[Face, bool]:
    """Return the face for the letters, and whether it is one of those that were wanted."""
    for name in WANTED:
        family, _, file = ask(["fc-match", "-f", "%{family[0]}\n%{file}", name]).partition("\n")
        if family == name:
            return measured(name, Path(file)), True
    family, _, file = ask(["fc-match", "-f", "%{family[0]}\n%{file}", "monospace"]).partition("\n")
    return (measured(family, Path(file)) if family else Face("monospace")), False


def measured(name: str, file: Path) -> Face:
    """Return the face with the measures of its file; the usual ones where it tells none."""
    try:
        return _read(name, file.read_bytes())
    except (OSError, struct.error, KeyError, ZeroDivisionError):
        return Face(name)


def _read(name: str, data: bytes) -> Face:
    tables: dict[bytes, int] = {}
    for place in range(struct.unpack_from(">H", data, 4)[0]):
        tag, _, start, _ = struct.unpack_from(">4sIII", data, 12 + 16 * place)
        tables[tag] = start
    em = struct.unpack_from(">H", data, tables[b"head"] + 18)[0]
    up, down, gap = struct.unpack_from(">hhh", data, tables[b"hhea"] + 4)
    advance = struct.unpack_from(">H", data, tables[b"hmtx"])[0]
    version = struct.unpack_from(">H", data, tables[b"OS/2"])[0]
    capital = struct.unpack_from(">h", data, tables[b"OS/2"] + 88)[0] if version > 1 else 0
    usual = Face(name)
    return Face(
        name,
        capital=_within(capital / em, _CAPITALS, usual.capital),
        advance=_within(advance / em, _WIDTHS, usual.advance),
        line=_within((up - down + gap) / em, _HEIGHTS, usual.line),
    )


def _within(share: float, bounds: tuple[float, float], usual: float) -> float:
    return share if bounds[0] <= share <= bounds[1] else usual
