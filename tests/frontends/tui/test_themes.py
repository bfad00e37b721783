"""Contrast, computed on the colour codes that are emitted."""

import pytest
from rich.color import ColorSystem

from facilitator.domain.records import Theme
from facilitator.frontends.tui.ink import Ink
from facilitator.frontends.tui.themes import Depth, styles_for
from tests.frontends.tui.colours import LINUX, RGB, XTERM, Pen, contrast, pens

COLOURED = (Theme.EVENING, Theme.DAYLIGHT, Theme.YELLOW)
NOT_WORDS = {Ink.GROUND, Ink.CODE_DARK}
EMITTED = (
    (ColorSystem.TRUECOLOR, Depth.MANY, XTERM),
    (ColorSystem.EIGHT_BIT, Depth.CUBE, XTERM),
    (ColorSystem.STANDARD, Depth.SIXTEEN, XTERM),
    (ColorSystem.STANDARD, Depth.SIXTEEN, LINUX),
)


def emitted(theme: Theme, depth: Depth, system: ColorSystem, ink: Ink) -> Pen:
    """Return the pen that a terminal draws with, from the bytes that Textual would write."""
    raw = styles_for(theme, depth)[ink].render("x", color_system=system)
    return next(pen for _, pen in pens(raw))


@pytest.mark.parametrize("theme", COLOURED)
@pytest.mark.parametrize(("system", "depth", "palette"), EMITTED)
@pytest.mark.parametrize("ink", [ink for ink in Ink if ink not in NOT_WORDS])
def test_every_word_has_a_contrast_of_seven(
    theme: Theme, system: ColorSystem, depth: Depth, palette: tuple[RGB, ...], ink: Ink
) -> None:
    """A7: at least 7:1 for every state of every row, at every depth of colour."""
    assert contrast(*emitted(theme, depth, system, ink).drawn(palette)) >= 7


@pytest.mark.parametrize("theme", COLOURED)
@pytest.mark.parametrize(("system", "depth", "palette"), EMITTED)
@pytest.mark.parametrize("beside", [Ink.CHOICE, Ink.GROUND, Ink.SELECTED])
def test_the_focused_row_stands_out_from_the_rows_beside_it(
    theme: Theme, system: ColorSystem, depth: Depth, palette: tuple[RGB, ...], beside: Ink
) -> None:
    """A7: the focus mark has at least 3:1 against what is round it."""
    _, focus = emitted(theme, depth, system, Ink.FOCUS).drawn(palette)
    _, ground = emitted(theme, depth, system, beside).drawn(palette)
    assert contrast(focus, ground) >= 3


@pytest.mark.parametrize("theme", COLOURED)
def test_256_colours_show_the_same_as_all_colours(theme: Theme) -> None:
    """A7: the colours come from the cube, so nothing changes on the way down."""
    for ink in Ink:
        full = emitted(theme, Depth.MANY, ColorSystem.TRUECOLOR, ink).drawn(XTERM)
        assert emitted(theme, Depth.CUBE, ColorSystem.EIGHT_BIT, ink).drawn(XTERM) == full


@pytest.mark.parametrize("theme", list(Theme))
def test_without_colours_only_bold_and_reverse_are_sent(theme: Theme) -> None:
    """A7: NO_COLOR, and the theme that uses the window's own colours."""
    for ink in set(Ink) - {Ink.CODE_DARK, Ink.CODE_LIGHT}:
        pen = emitted(theme, Depth.NONE, ColorSystem.TRUECOLOR, ink)
        assert (pen.ink, pen.ground) == (None, None)
    assert emitted(theme, Depth.NONE, ColorSystem.TRUECOLOR, Ink.FOCUS).is_reverse


@pytest.mark.parametrize("theme", list(Theme))
@pytest.mark.parametrize("depth", list(Depth))
def test_a_code_is_black_on_white_in_every_theme(theme: Theme, depth: Depth) -> None:
    """T1: the light of a code comes from the ground of its cells, whatever the theme."""
    light = emitted(theme, depth, ColorSystem.STANDARD, Ink.CODE_LIGHT).drawn(XTERM)
    dark = emitted(theme, depth, ColorSystem.STANDARD, Ink.CODE_DARK).drawn(XTERM)
    assert light == ((0, 0, 0), (255, 255, 255))
    assert dark[1] == (0, 0, 0)
