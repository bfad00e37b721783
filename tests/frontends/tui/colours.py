"""Colours as they reach a terminal: the emitted codes, read back and measured (A7)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

RGB = tuple[int, int, int]

XTERM: tuple[RGB, ...] = (
    (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0),
    (0, 0, 238), (205, 0, 205), (0, 205, 205), (229, 229, 229),
    (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0),
    (92, 92, 255), (255, 0, 255), (0, 255, 255), (255, 255, 255),
)  # fmt: skip
LINUX: tuple[RGB, ...] = (
    (0, 0, 0), (170, 0, 0), (0, 170, 0), (170, 85, 0),
    (0, 0, 170), (170, 0, 170), (0, 170, 170), (170, 170, 170),
    (85, 85, 85), (255, 85, 85), (85, 255, 85), (255, 255, 85),
    (85, 85, 255), (255, 85, 255), (85, 255, 255), (255, 255, 255),
)  # fmt: skip

_CODES = re.compile(r"\x1b\[([\d;]*)m|\x1b\[[?>]?[\d;]*[ $]?[A-Za-z]|\x1b[=>78]|([^\x1b\r\n])")


@dataclass(frozen=True)
class Pen:
    """What a terminal would draw with: a number of the palette, a colour, or the default."""

    ink: int | RGB | None = None
    ground: int | RGB | None = None
    is_bold: bool = False
    is_reverse: bool = False
    is_underlined: bool = False

    def drawn(self, palette: tuple[RGB, ...]) -> tuple[RGB, RGB]:
        """Return ink and ground in real colours.

        Bold makes the dark eight bright, as xterm and the Linux console do; the
        Linux console has no bright grounds, and draws cyan in place of a line below.
        """
        ink = 7 if self.ink is None else self.ink
        if self.is_underlined and palette is LINUX:
            ink = 6
        ground = 0 if self.ground is None else self.ground
        if isinstance(ink, int) and ink < 8 and self.is_bold:
            ink += 8
        if isinstance(ground, int) and 8 <= ground < 16 and palette is LINUX:
            ground -= 8
        pair = (_real(ink, palette), _real(ground, palette))
        return (pair[1], pair[0]) if self.is_reverse else pair


def pens(raw: str) -> Iterator[tuple[str, Pen]]:
    """Yield every printed character of a terminal's bytes with the pen that drew it."""
    pen = Pen()
    for found in _CODES.finditer(raw):
        if found[2] is not None:
            yield found[2], pen
        elif found[0].endswith("m") and not found[0].startswith(("\x1b[?", "\x1b[>")):
            pen = _turned(pen, [int(code or 0) for code in (found[1] or "").split(";")])


def contrast(one: RGB, other: RGB) -> float:
    """Return the WCAG 2 contrast of two colours, 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: RGB) -> float:
    parts = [part / 255 for part in colour]
    linear = [x / 12.92 if x <= 0.04045 else ((x + 0.055) / 1.055) ** 2.4 for x in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _real(colour: int | RGB, palette: tuple[RGB, ...]) -> RGB:
    if not isinstance(colour, int):
        return colour
    if colour < 16:
        return palette[colour]
    if colour >= 232:
        grey = 8 + 10 * (colour - 232)
        return grey, grey, grey
    steps = (0, 95, 135, 175, 215, 255)
    cube = colour - 16
    return steps[cube // 36], steps[cube // 6 % 6], steps[cube % 6]


def _turned(pen: Pen, codes: list[int]) -> Pen:
    rest = list(codes)
    while rest:
        code = rest.pop(0)
        if code in (38, 48):
            kind = rest.pop(0)
            colour: int | RGB = rest.pop(0) if kind == 5 else (rest[0], rest[1], rest[2])
            rest = rest[3:] if kind == 2 else rest
            pen = replace(pen, ink=colour) if code == 38 else replace(pen, ground=colour)
        else:
            pen = _turned_by_one(pen, code)
    return pen


def _turned_by_one(pen: Pen, code: int) -> Pen:
    match code:
        case 0:
            return Pen()
        case 1:
            return replace(pen, is_bold=True)
        case 4:
            return replace(pen, is_underlined=True)
        case 7:
            return replace(pen, is_reverse=True)
        case _ if 30 <= code <= 37:
            return replace(pen, ink=code - 30)
        case _ if 40 <= code <= 47:
            return replace(pen, ground=code - 40)
        case _ if 90 <= code <= 97:
            return replace(pen, ink=code - 82)
        case _ if 100 <= code <= 107:
            return replace(pen, ground=code - 92)
        case 39:
            return replace(pen, ink=None)
        case 49:
            return replace(pen, ground=None)
    raise AssertionError(f"a code that was not expected: {code}")
