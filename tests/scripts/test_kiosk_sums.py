"""The sums of scripts/kiosk: how large letters are, and what a machine tells of its screen."""

import struct
from math import hypot
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from scripts.kiosk_console import ConsoleFont, fonts_for
from scripts.kiosk_face import face_here, measured
from scripts.kiosk_screen import (
    Told,
    from_fbset,
    from_frame_buffer,
    from_system,
    from_wlr_randr,
    from_xrandr,
    inches_from_edid,
    scale_told,
    screen_told,
)
from scripts.kiosk_sums import Face, Screen, em_for, grid, largest_em, letters_for

FACE = Face("Any Sans Mono")
TELEVISION = 42.5
"""Inches of what is sold as 43: 941 x 529 mm."""


@pytest.mark.parametrize(
    ("inches", "distance", "cells"),
    [
        (24, 60, (84, 23)),
        (24, 100, (50, 14)),
        (24, 200, (25, 7)),
        (14, 50, (59, 16)),
        (TELEVISION, 150, (59, 16)),
        (TELEVISION, 200, (44, 12)),
    ],
)
def test_the_table_of_distances_comes_out(
    inches: float, distance: float, cells: tuple[int, int]
) -> None:
    """A5: EN 301 549 5.1.4, H = 0.01222 x distance, 0.7 em, 1.2 em, 0.6 em."""
    screen = Screen(1920, 1080, inches)
    assert grid(screen, FACE, em_for(screen, FACE, distance)) == cells


def test_letters_are_never_so_large_that_the_screens_do_not_fit() -> None:
    """A5: from 2 m a 24-inch screen is too small; it says from where it can be read."""
    screen = Screen(1920, 1080, 24)
    near, far = letters_for(screen, FACE, 100), letters_for(screen, FACE, 200)
    assert (near.columns, near.rows, near.is_as_wanted) == (50, 14, True)
    assert (far.columns, far.rows, far.is_as_wanted) == (43, 12, False)
    assert 100 < far.readable_cm < 200
    there = letters_for(screen, FACE, far.readable_cm)
    assert there.is_as_wanted
    assert not letters_for(screen, FACE, far.readable_cm + 2).is_as_wanted


@given(
    some.integers(640, 7680), some.integers(480, 4320), some.floats(7, 100), some.floats(30, 3000),
    some.floats(0.5, 0.75), some.floats(1.0, 1.5),
)  # fmt: skip
def test_forty_columns_and_twelve_rows_stay_whatever_the_screen_is(
    width: int, height: int, inches: float, distance: float, advance: float, line: float
) -> None:
    """A5: with cells of whole dots, and for every face."""
    screen, face = Screen(width, height, inches), Face("any", advance=advance, line=line)
    letters = letters_for(screen, face, distance)
    assert letters.columns >= 40
    assert letters.rows >= 12
    larger = largest_em(screen, face) + 2
    columns, rows = width / (face.advance * larger), height / (face.line * larger)
    assert columns < 42 or rows < 13, "the control: it is not far from the largest"


def test_a_face_with_low_capitals_is_set_larger() -> None:
    """A5: the height of the capital counts, not the name of the size."""
    screen = Screen(1920, 1080, 24)
    low, tall = Face("low", capital=0.6), Face("tall", capital=0.75)
    assert em_for(screen, low, 100) == pytest.approx(em_for(screen, FACE, 100) * 0.7 / 0.6)
    assert em_for(screen, tall, 100) == em_for(screen, FACE, 100)


XRANDR = """Screen 0: minimum 320 x 200, current 3840 x 1080, maximum 16384 x 16384
HDMI-1 connected 1920x1080+1920+0 (normal left inverted right x axis y axis) 941mm x 529mm
   1920x1080     60.00*+
DP-1 connected primary 2560x1440+0+0 (normal left inverted right x axis y axis) 597mm x 336mm
VGA-1 disconnected (normal left inverted right x axis y axis)
"""
WLR_RANDR = """HDMI-A-1 "Some projector"
  Enabled: no
DSI-1 "A panel"
  Physical size: 310x174 mm
  Enabled: yes
  Modes:
    1280x720 px, 60.000000 Hz
    1920x1080 px, 60.000000 Hz (preferred, current)
  Scale: 1.500000
"""


def test_what_xrandr_tells_of_the_first_screen_is_read() -> None:
    """A5: the primary one first; 0 mm, as a projector tells, is no size."""
    assert from_xrandr(XRANDR) == Told((2560, 1440), 27.0)
    assert from_xrandr(XRANDR.replace(" primary", "")) == Told((1920, 1080), 42.5)
    beamer = "screen connected 1920x1080+0+0 0mm x 0mm\n   1920x1080      0.00* \n"
    assert from_xrandr(beamer) == Told((1920, 1080), None)
    assert from_xrandr("VGA-1 disconnected (normal)") == Told()


def test_what_other_programs_tell_is_read() -> None:
    """A5: wlr-randr and fbset."""
    assert from_wlr_randr(WLR_RANDR) == Told((1920, 1080), 14.0)
    assert from_wlr_randr("") == Told()
    assert from_fbset('mode "1280x800"\n    geometry 1280 800 1280 800 32\n') == Told((1280, 800))
    assert scale_told("wayland", lambda _: WLR_RANDR) == 1.5
    assert scale_told("x11", lambda _: "Xft.dpi:\t192\n") == 2
    assert scale_told("x11", lambda _: "") == 1


def edid(width_mm: int, height_mm: int, centimetres: tuple[int, int] = (0, 0)) -> bytes:
    """Return what a screen of this size tells of itself."""
    told = bytearray(128)
    told[:8] = b"\0\xff\xff\xff\xff\xff\xff\0"
    told[21:23] = bytes(centimetres)
    told[54:56] = b"\x02\x3a"
    told[66], told[67] = width_mm & 0xFF, height_mm & 0xFF
    told[68] = (width_mm >> 8) << 4 | height_mm >> 8
    return bytes(told)


def test_a_screen_tells_its_size_itself(tmp_path: Path) -> None:
    """A5: EDID in millimetres, else in centimetres; a television's 16 x 9 mm is no size."""
    assert inches_from_edid(edid(531, 299)) == 24.0
    assert inches_from_edid(edid(16, 9, (94, 53))) == 42.5
    assert inches_from_edid(edid(16, 9)) is None
    assert inches_from_edid(b"") is None
    assert inches_from_edid(edid(531, 299)[1:] + b"\0") is None, "the control: no EDID"
    card = tmp_path / "class/drm/card0-HDMI-A-1"
    card.mkdir(parents=True)
    (card / "status").write_text("connected\n")
    (card / "modes").write_text("1920x1080\n1280x720\n")
    (card / "edid").write_bytes(edid(531, 299))
    assert from_system(tmp_path) == Told((1920, 1080), 24.0)
    (card / "status").write_text("disconnected\n")
    assert from_system(tmp_path) == Told()


def test_what_one_place_does_not_tell_is_asked_of_the_next(tmp_path: Path) -> None:
    """A5: dots from the window system, inches from the screen itself; else nothing is known."""
    card = tmp_path / "class/drm/card0-HDMI-A-1"
    card.mkdir(parents=True)
    (card / "status").write_text("connected\n")
    (card / "modes").write_text("1280x720\n")
    (card / "edid").write_bytes(edid(531, 299))
    beamer = "screen connected 1920x1080+0+0 0mm x 0mm\n"
    assert screen_told("x11", lambda _: beamer, tmp_path) == Told((1920, 1080), 24.0)
    assert screen_told("none", lambda _: beamer, tmp_path) == Told()
    frame = tmp_path / "class/graphics/fb0"
    frame.mkdir(parents=True)
    (frame / "virtual_size").write_text("1024,768\n")
    assert from_frame_buffer(tmp_path).dots == (1024, 768)
    assert screen_told("console", lambda _: "", tmp_path) == Told((1024, 768), 24.0)


def a_font(capital: int = 1434, version: int = 4) -> bytes:
    """Return the tables of a font file that the measures are read from; the em is 2048."""
    tables = {
        b"head": b"\0" * 18 + struct.pack(">H", 2048),
        b"hhea": b"\0" * 4 + struct.pack(">hhh", 1901, -483, 0),
        b"hmtx": struct.pack(">Hh", 1233, 0),
        b"OS/2": struct.pack(">H", version) + b"\0" * 86 + struct.pack(">h", capital),
    }
    head, body = struct.pack(">IHHHH", 0x10000, len(tables), 0, 0, 0), b""
    start = len(head) + 16 * len(tables)
    for tag, table in tables.items():
        head += struct.pack(">4sIII", tag, 0, start + len(body), len(table))
        body += table
    return head + body


def test_the_measures_are_read_from_the_font_file(tmp_path: Path) -> None:
    """A5: and where a file tells none, or is broken, the usual ones stand in."""
    file = tmp_path / "a.ttf"
    file.write_bytes(a_font())
    face = measured("A", file)
    assert (face.capital, face.advance, face.line) == pytest.approx((0.7, 0.602, 1.164), abs=0.001)
    file.write_bytes(a_font(version=1))
    assert measured("A", file).capital == 0.7
    file.write_bytes(a_font()[:60])
    assert measured("A", file) == Face("A")
    assert measured("A", tmp_path / "none") == Face("A")


def test_the_first_clear_face_that_is_here_is_taken(tmp_path: Path) -> None:
    """A5: by its own name: what stands in for a face that is missing is not taken for it."""
    file = tmp_path / "a.ttf"
    file.write_bytes(a_font())

    def ask(here: str) -> tuple[Face, bool]:
        return face_here(lambda words: f"{here}\n{file}" if here else "")

    assert ask("Noto Sans Mono")[1] is True
    assert ask("Noto Sans Mono")[0].name == "Noto Sans Mono"
    assert ask("Nimbus Mono PS") == (measured("Nimbus Mono PS", file), False)
    assert ask("") == (Face("monospace"), False)


def test_the_console_gets_the_smallest_font_that_can_be_read(tmp_path: Path) -> None:
    """A5: 40 x 12 cells stay; smaller ones come after it, for a console that refuses."""
    for name in ("spleen-8x16.psfu.gz", "spleen-16x32.psfu.gz", "spleen-32x64.psfu.gz"):
        (tmp_path / name).touch()
    screen = Screen(1920, 1080, 24)

    def sizes(distance: float, of: Screen = screen) -> list[int]:
        return [one.height for one in fonts_for(of, distance, (tmp_path,))]

    assert sizes(30) == [32, 32, 16]
    assert sizes(50) == [64, 64, 32, 32, 16]
    assert sizes(500)[0] == 64, "128 would leave less than 40 columns"
    assert sizes(500, Screen(1024, 768, 15))[0] == 32
    assert fonts_for(screen, 100, (tmp_path / "nothing",)) == ()
    best = fonts_for(screen, 100, (tmp_path,))[0]
    assert best == ConsoleFont(tmp_path / "spleen-32x64.psfu.gz", 32, 64)
    capital_mm = 40 / (hypot(1920, 1080) / 24 / 25.4)
    assert best.readable_cm(screen) == int(capital_mm / 0.01222 / 10)


def test_the_table_of_the_doc_is_the_sum() -> None:
    """A5: docs/kiosk.md, cell by cell; an empty one is a distance that is too far."""
    text = (Path(__file__).parents[2] / "docs/kiosk.md").read_text("utf-8")
    rows = [line.split("|")[1:-1] for line in text.splitlines() if line[2:4].isdigit()]
    assert len(rows) == 5
    for size, *cells, readable in rows:
        inches = TELEVISION if "42.5" in size else float(size.split()[0])
        screen = Screen(1920, 1080, inches)
        for distance, cell in zip((60, 100, 150, 200), cells, strict=True):
            columns, lines = grid(screen, FACE, em_for(screen, FACE, distance))
            fits = columns >= 40 and lines >= 12
            assert cell.strip() == (f"{columns}x{lines}" if fits else "")
        assert readable.strip() == f"{letters_for(screen, FACE, 3000).readable_cm} cm"
