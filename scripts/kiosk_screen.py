"""How many dots a screen has and how large it is, as far as the machine tells."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import hypot
from pathlib import Path

from scripts.kiosk_sums import MILLIMETRES_OF_INCH

Asked = Callable[[Sequence[str]], str]
"""Runs a program and returns what it printed; "" when it is not there or fails."""

PLAUSIBLE = (5.0, 150.0)
"""Inches. A projector tells 0, and some televisions tell 16 x 9 mm."""

_XRANDR = re.compile(
    r"^\S+ connected (primary )?(\d+)x(\d+)\+\d+\+\d+.*?(?:(\d+)mm x (\d+)mm)?\s*$", re.MULTILINE
)
_WLR_SIZE = re.compile(r"Physical size: (\d+)x(\d+) mm")
_WLR_MODE = re.compile(r"(\d+)x(\d+) px.*current")
_WLR_SCALE = re.compile(r"Scale: ([0-9.]+)")
_FBSET = re.compile(r"geometry (\d+) (\d+)")
_DPI = re.compile(r"^Xft\.dpi:\s*([0-9.]+)", re.MULTILINE)
_DETAIL = 54
_SHORT = 128


@dataclass(frozen=True, slots=True)
class Told:
    """What is known: dots across and down, inches; None where nothing tells."""

    dots: tuple[int, int] | None = None
    inches: float | None = None

    def or_else(self, other: "Told") -> "Told":
        """Return this, with what it lacks taken from another."""
        return Told(self.dots or other.dots, self.inches or other.inches)


def inches_of(width_mm: float, height_mm: float) -> float | None:
    """Return the inches from corner to corner, or None when no screen is like that."""
    inches = round(hypot(width_mm, height_mm) / MILLIMETRES_OF_INCH, 1)
    return inches if PLAUSIBLE[0] <= inches <= PLAUSIBLE[1] else None


def from_xrandr(text: str) -> Told:
    """Read `xrandr --current`: the first screen, or the one marked primary."""
    found = sorted(_XRANDR.findall(text), key=lambda one: not one[0])
    if not found:
        return Told()
    _, width, height, width_mm, height_mm = found[0]
    return Told((int(width), int(height)), inches_of(int(width_mm or 0), int(height_mm or 0)))


def from_wlr_randr(text: str) -> Told:
    """Read `wlr-randr`: the first screen that is in use."""
    for one in re.split(r"^(?=\S)", text, flags=re.MULTILINE):
        mode, size = _WLR_MODE.search(one), _WLR_SIZE.search(one)
        if mode is not None:
            inches = inches_of(int(size[1]), int(size[2])) if size else None
            return Told((int(mode[1]), int(mode[2])), inches)
    return Told()


def from_fbset(text: str) -> Told:
    """Read `fbset`: the dots of the bare console."""
    found = _FBSET.search(text)
    return Told((int(found[1]), int(found[2]))) if found else Told()


def inches_from_edid(edid: bytes) -> float | None:
    """Return the inches that a screen tells of itself, or None."""
    if len(edid) < _SHORT or edid[:8] != b"\0\xff\xff\xff\xff\xff\xff\0":
        return None
    detail = edid[_DETAIL : _DETAIL + 18]
    width, height = detail[12] | (detail[14] & 0xF0) << 4, detail[13] | (detail[14] & 0x0F) << 8
    is_detailed = detail[0] or detail[1]
    exact = inches_of(width, height) if is_detailed else None
    return exact or inches_of(edid[21] * 10, edid[22] * 10)


def from_system(root: Path) -> Told:
    """Read what the system tells of the first connected screen, below `root` (/sys)."""
    for status in sorted(root.glob("class/drm/card*-*/status")):
        if _read(status).strip() != b"connected":
            continue
        mode = re.match(rb"(\d+)x(\d+)", _read(status.parent / "modes"))
        dots = (int(mode[1]), int(mode[2])) if mode else None
        return Told(dots, inches_from_edid(_read(status.parent / "edid")))
    return Told()


def from_frame_buffer(root: Path) -> Told:
    """Read the dots of the bare console, below `root` (/sys)."""
    found = re.match(rb"(\d+),(\d+)", _read(root / "class/graphics/fb0/virtual_size"))
    return Told((int(found[1]), int(found[2]))) if found else Told()


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


def screen_told(display: str, ask: Asked, root: Path = Path("/sys")) -> Told:
    """Return what is known of the screen under this display: x11, wayland, console or none."""
    told = Told()
    for source in _sources(display, ask, root):
        told = told.or_else(source)
        if told.dots and told.inches:
            break
    return told


def _sources(display: str, ask: Asked, root: Path) -> Iterator[Told]:
    if display == "x11":
        yield from_xrandr(ask(["xrandr", "--current"]))
    if display == "wayland":
        yield from_wlr_randr(ask(["wlr-randr"]))
    if display == "console":
        yield from_fbset(ask(["fbset"]))
        yield from_frame_buffer(root)
    if display != "none":
        yield from_system(root)


def scale_told(display: str, ask: Asked) -> float:
    """Return by how much this display enlarges what a window asks for; 1 where nothing tells."""
    if display == "x11":
        dpi = _DPI.search(ask(["xrdb", "-query"]))
        return float(dpi[1]) / 96 if dpi and float(dpi[1]) else 1.0
    if display == "wayland":
        scale = _WLR_SCALE.search(ask(["wlr-randr"]))
        return float(scale[1]) if scale and float(scale[1]) else 1.0
    return 1.0
