"""The words that open each terminal: full screen, this type size, nothing to fall into."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from scripts.kiosk_sums import Face, Letters, Screen

POINTS_OF_DOT = 72 / 96
TITLE = "Facilitator"


@dataclass(frozen=True, slots=True)
class Wanted:
    """How the window shall be. `scale` is what the display enlarges by; `folder` is ours alone."""

    display: str
    screen: Screen
    face: Face
    letters: Letters
    scale: float
    folder: Path

    @property
    def points(self) -> float:
        """The type size in points, as terminals count them on this display."""
        return round(self.letters.em * POINTS_OF_DOT / self.scale, 2)


@dataclass(frozen=True, slots=True)
class Opening:
    """The words that open a terminal, those of the program come after; and what it is to know."""

    words: tuple[str, ...]
    environment: Mapping[str, str] = field(default_factory=dict)


def opening_of(name: str, wanted: Wanted) -> Opening:
    """Return how a terminal of this name is opened; without a display, inside cage."""
    match name:
        case "kitty":
            opening = _kitty(wanted)
        case "foot":
            opening = _foot(wanted)
        case "alacritty":
            opening = _alacritty(wanted)
        case _:
            opening = _xterm(wanted)
    environment = {"COLORTERM": "truecolor", **opening.environment}
    if wanted.display == "console":
        return Opening(("cage", "--", *opening.words), environment)
    return Opening(opening.words, environment)


def _kitty(wanted: Wanted) -> Opening:
    screen = wanted.screen
    set_to = {
        "font_family": wanted.face.name,
        "font_size": f"{wanted.points:g}",
        "allow_remote_control": "socket-only",
        "clear_all_shortcuts": "yes",
        "clear_all_mouse_actions": "yes",
        "confirm_os_window_close": "0",
        "close_on_child_death": "yes",
        "cursor_blink_interval": "0",
        "enable_audio_bell": "no",
        "detect_urls": "no",
        "allow_hyperlinks": "no",
        "scrollback_lines": "0",
        "shell_integration": "disabled",
        "update_check_interval": "0",  # it would use a network
        "hide_window_decorations": "yes",
        "tab_bar_style": "hidden",
        "window_padding_width": "0",
        "window_margin_width": "0",
        "window_border_width": "0",
        "background": "#000000",
        # Where no window manager can make it full screen, it is as large as the screen.
        "remember_window_size": "no",
        "initial_window_width": str(screen.width),
        "initial_window_height": str(screen.height),
    }
    words = ["kitty", "--config", "NONE", "--start-as=fullscreen", "--title", TITLE]
    words += ["--listen-on", f"unix:{wanted.folder / 'kitty'}"]
    for key, value in set_to.items():
        words += ["-o", f"{key}={value}"]
    return Opening(tuple(words), {"FACILITATOR_TYPE_POINTS": f"{wanted.points:g}"})


def _foot(wanted: Wanted) -> Opening:
    # On Wayland the display itself makes it full screen: no first size is given.
    dots = wanted.letters.em / wanted.scale
    words = ["foot", "--config=/dev/null", "--fullscreen", f"--title={TITLE}"]
    words += [f"--font={wanted.face.name}:pixelsize={dots:.2f}"]
    for one in (
        "dpi-aware=no",
        "pad=0x0",
        "cursor.blink=no",
        "scrollback.lines=0",
        "csd.preferred=none",
        "key-bindings.spawn-terminal=none",
        "key-bindings.show-urls-launch=none",
        "key-bindings.fullscreen=none",
    ):
        words += ["-o", one]
    return Opening(tuple(words))


def _alacritty(wanted: Wanted) -> Opening:
    words = ["alacritty", "--config-file", "/dev/null", "--title", TITLE]
    scale = 1.0 if wanted.display == "x11" else wanted.scale
    for one in (
        'window.startup_mode="Fullscreen"',
        'window.decorations="None"',
        f"window.dimensions.columns={wanted.letters.columns}",
        f"window.dimensions.lines={wanted.letters.rows}",
        f'font.normal.family="{wanted.face.name}"',
        f"font.size={wanted.letters.em * POINTS_OF_DOT / scale:.2f}",
        'cursor.style.blinking="Off"',
        "hints.enabled=[]",
        "scrolling.history=0",
    ):
        words += ["-o", one]
    # Else it takes a scale of its own from the size that the screen tells.
    return Opening((*words, "-e"), {"WINIT_X11_SCALE_FACTOR": "1"})


def _xterm(wanted: Wanted) -> Opening:
    letters = wanted.letters
    left_out = "fullscreen, popup-menu, paging, reset, scroll-lock, shift-fonts, select"
    words = ["xterm", "-fullscreen", "-title", TITLE]
    words += ["-fa", f"{wanted.face.name}:pixelsize={letters.em:.2f}"]
    words += ["-geometry", f"{letters.columns}x{letters.rows}+0+0"]
    words += ["-b", "0", "-bw", "0", "+sb", "-sl", "0", "-u8", "+bc"]
    # Its own cursor is white, and hides the mark on the yellow row of the focus.
    words += ["-bg", "black", "-fg", "white", "-cr", "#005fd7"]
    words += ["-tn", "xterm-256color", "-xrm", f"*omitTranslation: {left_out}"]
    return Opening((*words, "-e"))
