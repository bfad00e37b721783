"""The four themes: which colours each ink has, at each depth of colour (A7).

The colours are chosen from the 256-colour cube, so that truecolor and 256 colours
show the same; there they are named by number, because what Rich makes of a grey is
one step off, and muted words fell under 7:1. Sixteen colours have a theme of their
own: what a terminal makes of other colours there was seen at 3.9:1. No bold stands
on black ink there, since xterm and the Linux console turn bold black into grey.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum, auto

from rich.style import Style

from facilitator.domain.records import Theme
from facilitator.frontends.tui.ink import Ink


class Depth(Enum):
    """How many colours reach the terminal."""

    MANY = auto()
    CUBE = auto()
    SIXTEEN = auto()
    NONE = auto()


@dataclass(frozen=True, slots=True)
class Colours:
    """One theme. `focus_ground` is "" for the accent; `bold` is False where bold changes ink."""

    ground: str
    panel: str
    text: str
    muted: str
    accent: str
    on_accent: str
    saved: str
    care: str
    focus_ground: str = ""
    bold: bool = True


_CUBE_STEPS = (0, 95, 135, 175, 215, 255)

_MANY: dict[Theme, Colours] = {
    Theme.EVENING: Colours(
        "#121212", "#303030", "#eeeeee", "#c6c6c6", "#ffd787", "#121212", "#afd7af", "#ffafaf"
    ),
    Theme.DAYLIGHT: Colours(
        "#ffffff", "#eeeeee", "#121212", "#3a3a3a", "#000087", "#ffffff", "#005f00", "#870000"
    ),
    Theme.YELLOW: Colours(
        "#000000", "#000000", "#ffff00", "#ffff00", "#ffffff", "#000000", "#ffff00", "#ffff00"
    ),
}

_DARK_16 = Colours(
    "black", "black", "bright_white", "bright_white", "bright_yellow", "black",
    "bright_white", "bright_yellow", focus_ground="white",
)  # fmt: skip
_LIGHT_16 = Colours(
    "white", "white", "black", "black", "black", "white",
    "black", "black", focus_ground="black", bold=False,
)  # fmt: skip
_YELLOW_16 = Colours(
    "black", "black", "bright_yellow", "bright_yellow", "bright_white", "black",
    "bright_yellow", "bright_yellow", focus_ground="white",
)  # fmt: skip

_SIXTEEN: dict[Theme, Colours] = {
    Theme.EVENING: _DARK_16,
    Theme.DAYLIGHT: _LIGHT_16,
    Theme.YELLOW: _YELLOW_16,
}

_CODE: dict[Ink, Style] = {
    Ink.CODE_LIGHT: Style(color="#000000", bgcolor="#ffffff"),
    Ink.CODE_DARK: Style(color="#ffffff", bgcolor="#000000"),
}
"""Black on white in every theme, without colours too: a code is no ornament (T1)."""


_PLAIN, _BOLD, _REVERSED = Style(), Style(bold=True), Style(reverse=True, bold=True)


def styles_for(theme: Theme, depth: Depth) -> Mapping[Ink, Style]:
    """Return the style of every ink. Without colours every theme is the terminal's own."""
    if theme is Theme.TERMINAL or depth is Depth.NONE:
        return _OWN
    if depth is Depth.SIXTEEN:
        return _styles(_SIXTEEN[theme], focus_bold=False)
    return _styles(_MANY[theme] if depth is Depth.MANY else _in_cube(_MANY[theme]), focus_bold=True)


def _in_cube(of: Colours) -> Colours:
    """Return the same colours as numbers of the 256."""
    return replace(
        of,
        ground=_number(of.ground),
        panel=_number(of.panel),
        text=_number(of.text),
        muted=_number(of.muted),
        accent=_number(of.accent),
        on_accent=_number(of.on_accent),
        saved=_number(of.saved),
        care=_number(of.care),
    )


def _number(colour: str) -> str:
    """Return the number of a colour that is one of the 256: a grey, else one of the cube."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    if red == green == blue and (red - 8) % 10 == 0 and red not in _CUBE_STEPS:
        return f"color({232 + (red - 8) // 10})"
    at = [_CUBE_STEPS.index(part) for part in (red, green, blue)]
    return f"color({16 + 36 * at[0] + 6 * at[1] + at[2]})"


def _styles(of: Colours, *, focus_bold: bool) -> dict[Ink, Style]:
    def on_ground(colour: str, *, bold: bool = False) -> Style:
        return Style(color=colour, bgcolor=of.ground, bold=(bold and of.bold) or None)

    def on_panel(colour: str, *, bold: bool = False) -> Style:
        return Style(color=colour, bgcolor=of.panel, bold=(bold and of.bold) or None)

    focus_ground = of.focus_ground or of.accent
    focus = Style(color=of.on_accent, bgcolor=focus_ground, bold=focus_bold or None)
    return {
        Ink.GROUND: on_ground(of.text),
        Ink.QUESTION: on_ground(of.text, bold=True),
        Ink.TEXT: on_ground(of.text),
        Ink.MUTED: on_ground(of.muted),
        Ink.LARGE: on_ground(of.accent, bold=True),
        Ink.PANEL: on_panel(of.muted),
        Ink.TURN: on_panel(of.accent, bold=True),
        Ink.WHOSE: on_ground(of.accent, bold=True) if of.bold else focus,
        Ink.KEY: on_panel(of.text, bold=True),
        Ink.CHOICE: on_panel(of.text),
        Ink.ROW: on_ground(of.text),
        Ink.TICK: focus,
        Ink.TICKED: on_panel(of.accent, bold=True),
        Ink.FOCUS: focus,
        Ink.TICK_IN_FOCUS: on_ground(of.accent, bold=True),
        Ink.SELECTED: on_ground(of.accent),
        Ink.SAVED: on_ground(of.saved),
        Ink.CARE: on_ground(of.care),
        Ink.CALM: on_ground(of.muted),
        Ink.DONE: on_ground(of.accent),
        Ink.AHEAD: on_ground(of.muted),
        **_CODE,
    }


_OWN: dict[Ink, Style] = {
    Ink.GROUND: _PLAIN,
    Ink.QUESTION: _BOLD,
    Ink.TEXT: _PLAIN,
    Ink.MUTED: _PLAIN,
    Ink.LARGE: _BOLD,
    Ink.PANEL: _PLAIN,
    Ink.TURN: _BOLD,
    Ink.WHOSE: Style(bold=True, underline=True),
    Ink.KEY: _BOLD,
    Ink.CHOICE: _PLAIN,
    Ink.ROW: _PLAIN,
    Ink.TICK: _REVERSED,
    Ink.TICKED: _BOLD,
    Ink.FOCUS: _REVERSED,
    Ink.TICK_IN_FOCUS: _BOLD,
    Ink.SELECTED: _PLAIN,
    Ink.SAVED: _PLAIN,
    Ink.CARE: _PLAIN,
    Ink.CALM: _PLAIN,
    Ink.DONE: _BOLD,
    Ink.AHEAD: _PLAIN,
    **_CODE,
}
"""The terminal's own colours: default, bold and reverse. It claims no contrast."""
