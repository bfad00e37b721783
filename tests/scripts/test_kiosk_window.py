"""scripts/kiosk on made-up machines: made-up terminals note their words, then run the program."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from scripts import kiosk_child
from scripts.kiosk_child import run_inside
from scripts.kiosk_console import ConsoleFont, font_set
from scripts.kiosk_given import display_of, environment_for, given_in
from scripts.kiosk_sums import Face, Screen, letters_for
from tests.scripts.test_start import FINE
from tests.scripts.test_start import Machine as Checkout
from tests.terminal import ROOT, Terminal

TERMINAL = """#!/bin/sh
echo "$(basename "$0") $*" >> "$(dirname "$0")/told"
export -p > "$(dirname "$0")/exported"
while [ "$1" != sh ]; do shift; done
exec "$@"
"""
BROKEN = """#!/bin/sh
echo "$(basename "$0") $*" >> "$(dirname "$0")/told"
echo "[001] no OpenGL" >&2
exit 1
"""
CAGE = '#!/bin/sh\necho "cage" >> "$(dirname "$0")/told"\nshift\nexec "$@"\n'
XRANDR = """#!/bin/sh
echo "HDMI-1 connected primary 1920x1080+0+0 (normal left) 531mm x 299mm"
"""


class Machine:
    """A PATH with made-up programs on it and nothing else."""

    def __init__(self, folder: Path, **programs: str) -> None:
        """Lay it out."""
        self.folder = folder / "bin"
        self.folder.mkdir()
        for name in ("sh", "basename", "dirname"):
            (self.folder / name).symlink_to(str(shutil.which(name)))
        for name, text in programs.items():
            (self.folder / name).write_text(text)
            (self.folder / name).chmod(0o755)
        self.environment = {
            "PATH": str(self.folder), "HOME": str(folder), "DISPLAY": ":5", "LANG": "C.UTF-8",
            "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}", "FACILITATOR_DATA": str(folder / "data"),
        }  # fmt: skip

    @property
    def command(self) -> list[str]:
        """The words that start it."""
        return [sys.executable, str(ROOT / "scripts/kiosk_window.py")]

    def run(self, *words: str, **more: str) -> "subprocess.CompletedProcess[str]":
        """Start it from another folder; no terminal is on its input."""
        return subprocess.run(
            [*self.command, *words], cwd="/", env={**self.environment, **more},
            stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60, check=False,
        )  # fmt: skip

    def read(self, name: str) -> str:
        """Return what a made-up program noted."""
        file = self.folder / name
        return file.read_text() if file.exists() else ""


def test_it_opens_at_the_size_for_the_distance_and_the_screen(tmp_path: Path) -> None:
    """A5: 24 inches and 1 m: 50 x 14, in kitty, and the size can be changed over its socket."""
    machine = Machine(tmp_path, kitty=TERMINAL, xterm=TERMINAL, xrandr=XRANDR)
    done = machine.run(
        "--", "sessions", LINES="5", TEXTUAL_DRIVER="none", KITTY_LISTEN_ON="unix:/o"
    )
    assert done.returncode == 0, done.stderr
    assert "24 inches. This was found here." in done.stderr
    assert "We take it that people sit 100 cm away." in done.stderr
    assert "About 50 columns and 14 rows fit." in done.stderr
    told = machine.read("told")
    assert told.startswith("kitty --config NONE --start-as=fullscreen")
    assert " -o font_size=47.3" in told
    assert " -o allow_remote_control=socket-only " in told
    assert " -o clear_all_shortcuts=yes " in told
    assert "--listen-on unix:" in told
    assert "-m facilitator --kiosk sessions" in told
    exported = machine.read("exported")
    assert "FACILITATOR_TYPE_POINTS='47.3" in exported
    assert "COLORTERM='truecolor'" in exported
    for left_out in ("LINES=", "TEXTUAL_DRIVER", "unix:/o"):
        assert left_out not in exported


def test_a_larger_distance_asks_for_larger_letters_until_no_more_fit(tmp_path: Path) -> None:
    """A5: never below 40 x 12; then it says from where it can be read."""
    machine = Machine(tmp_path, xterm=TERMINAL)
    near = machine.run("--distance", "60", "--inches", "24", "--pixels", "1920x1080", "--dry-run")
    assert "About 84 columns and 23 rows fit." in near.stderr
    assert "-geometry 84x23+0+0" in near.stdout
    assert "Sit within" not in near.stderr
    far = machine.run("--distance", "200", "--inches", "24", "--pixels", "1920x1080", "--dry-run")
    assert "About 43 columns and 12 rows fit." in far.stderr
    readable = letters_for(Screen(1920, 1080, 24), Face("any"), 200).readable_cm
    assert f"From 200 cm this screen is too small. Sit within {readable} cm" in far.stderr
    assert machine.read("told") == "", "nothing was started"


def test_what_is_not_known_is_said(tmp_path: Path) -> None:
    """A5: 24 inches are supposed, and how to say otherwise stands beside it."""
    machine = Machine(tmp_path, xterm=TERMINAL)
    done = machine.run("--dry-run", "--pixels", "1280x720")
    assert "1280 by 720 dots, as you said." in done.stderr
    if "found here" not in done.stderr:
        assert "We take 24 inches." in done.stderr
        assert "add --inches" in done.stderr
    assert "kitty is not here. With it the letters can be made larger from the menu." in done.stderr
    assert "sudo apt install kitty" in done.stderr
    assert "sudo apt install fonts-dejavu-core" in done.stderr


@pytest.mark.parametrize("name", ["kitty", "alacritty", "xterm"])
def test_the_exit_code_of_the_program_is_handed_on(tmp_path: Path, name: str) -> None:
    """Design 5: also through terminals, which end with 0 whatever the program says."""
    machine = Machine(tmp_path, **{name: TERMINAL.replace("exec ", "") + "exit 0\n"})
    assert machine.run("--", "start", "no-such").returncode == 2
    assert machine.read("told").startswith(name)


def test_a_terminal_that_does_not_open_is_followed_by_the_next(tmp_path: Path) -> None:
    """A5: kitty without OpenGL is no dead end; why is said."""
    machine = Machine(tmp_path, kitty=BROKEN, alacritty=TERMINAL)
    done = machine.run("--", "sessions")
    assert done.returncode == 0
    assert "kitty did not open. It said: [001] no OpenGL" in done.stderr
    assert [one.split()[0] for one in machine.read("told").splitlines()] == ["kitty", "alacritty"]


def test_with_nothing_to_open_it_in_it_says_so_and_ends_with_2(tmp_path: Path) -> None:
    """A5: no terminal, or no screen; and where the one that was named is missing."""
    done = Machine(tmp_path).run("--terminal", "kitty")
    assert done.returncode == 2
    assert "kitty is not on this machine." in done.stderr
    assert "There is no terminal here that can open a window." in done.stderr
    (tmp_path / "other").mkdir()
    machine = Machine(tmp_path / "other", foot=TERMINAL)
    assert "There is no screen here" in machine.run(DISPLAY="").stderr
    assert "foot cannot open a window on this display." in machine.run("--terminal", "foot").stderr
    assert machine.read("told") == ""


@pytest.mark.parametrize(
    "words",
    [("--distance", "near"), ("--distance", "5"), ("--inches", "nan"), ("--pixels", "1920"),
     ("--pixels", "0x0"), ("--terminal", "notepad"), ("--dist", "80")],
)  # fmt: skip
def test_an_option_that_is_wrong_ends_with_2(
    words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    """Design 5: in words, before anything is started."""
    with pytest.raises(SystemExit) as ended:
        given_in(words)
    assert ended.value.code == 2
    assert capsys.readouterr().err


def test_what_stands_after_the_dashes_is_for_the_program() -> None:
    """A5: options of the same name too."""
    given = given_in(("--inches", "32", "--", "--plain", "check", "--people", "8", "--", "a"))
    assert given.told.inches == 32
    assert given.words == ("--plain", "check", "--people", "8", "--", "a")
    assert given_in(("rehearse", "first-meeting")).words == ("rehearse", "first-meeting")


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("--data /tmp/x", "scripts/kiosk -- --data /tmp/x"),
        ("--dry-run --plain", "scripts/kiosk --dry-run -- --plain"),
        ("--inches 32 --group a -- start x", "scripts/kiosk --inches 32 -- --group a start x"),
        ("--version", "scripts/kiosk -- --version"),
    ],
)
def test_an_option_of_the_program_is_sent_behind_the_dashes(
    typed: str, right: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Issue 11.16: the line that would be right is shown, and it is understood."""
    with pytest.raises(SystemExit) as ended:
        given_in(typed.split())
    assert ended.value.code == 2
    said = capsys.readouterr().err.splitlines()
    assert said[-1] == right
    behind = right.partition(" -- ")[2].split()
    assert given_in(right.split()[1:]).words == tuple(behind)


def test_without_a_display_server_it_opens_inside_cage(tmp_path: Path) -> None:
    """A5: foot on the bare console."""
    machine = Machine(tmp_path, cage=CAGE, foot=TERMINAL)
    done = machine.run("--", "sessions", DISPLAY="", TERM="linux")
    assert done.returncode == 0, done.stderr
    cage, foot = machine.read("told").splitlines()
    assert cage == "cage"
    assert foot.startswith("foot --config=/dev/null --fullscreen")
    assert "key-bindings.spawn-terminal=none" in foot


def test_in_a_window_of_somebody_elses_it_opens_there(tmp_path: Path) -> None:
    """A5: over a line from elsewhere, say: the program's own code comes back."""
    machine = Machine(tmp_path, xterm=TERMINAL)
    environment = {**machine.environment, "DISPLAY": ""}
    command = [*machine.command, "--", "start", "no-such"]
    with Terminal(command, env=environment) as terminal:
        assert terminal.wait_end() == 2
        assert "It opens in this window." in terminal.text
        assert "There is no session called no-such." in terminal.text


def test_on_the_bare_console_the_old_font_comes_back(tmp_path: Path) -> None:
    """A5: whatever fonts this machine has, the code of the program is handed on."""
    setfont = '#!/bin/sh\necho "$*" >> "$(dirname "$0")/told"\n'
    machine = Machine(tmp_path, setfont=setfont)
    environment = {**machine.environment, "DISPLAY": "", "TERM": "linux"}
    with Terminal([*machine.command, "--", "start", "no-such"], env=environment) as terminal:
        assert terminal.wait_end() == 2
        assert "in the letters of the console" in terminal.text
    told = machine.read("told").splitlines()
    assert told[0].startswith("-O ")
    if len(told) > 1:
        assert told[-1] == told[0].removeprefix("-O ")


def test_a_font_that_the_console_refuses_is_followed_by_a_smaller_one(tmp_path: Path) -> None:
    """A5: and the old one is put back, also when the program breaks; without it none is set."""
    large, small = (ConsoleFont(tmp_path / name, 16, 32) for name in ("large", "small"))
    ran: list[list[str]] = []

    def run(words: list[str]) -> bool:
        ran.append(words[1:])
        return words[-1] != str(large.file)

    def breaks() -> None:
        with font_set((large, small), tmp_path, run) as font:
            assert font == small
            raise KeyError

    with pytest.raises(KeyError):
        breaks()
    old = str(tmp_path / "font-before")
    assert ran == [["-O", old], [str(large.file)], [str(small.file)], [old]]

    ran.clear()
    with font_set((large,), tmp_path, run) as font:
        assert font is None
    assert ran[-1] == [str(large.file)], "no font was set, so none is put back"
    with font_set((small,), tmp_path, lambda _: False) as font:
        assert font is None
    assert ConsoleFont(large.file, 16, 32, is_doubled=True).words[:2] == ["setfont", "-d"]


@pytest.mark.parametrize("code", [0, 2, 70, 143])
def test_every_code_comes_out_of_a_terminal(tmp_path: Path, code: int) -> None:
    """Design 5: 0, 2, 70, 143; and what never began is told apart."""
    program = ["sh", "-c", f"exit {code}"]
    ended = run_inside(["env"], program, os.environ, tmp_path)
    assert (ended.has_begun, ended.code) == (True, code)
    assert not run_inside(["false"], program, os.environ, tmp_path).has_begun
    assert not run_inside([str(tmp_path / "none")], program, os.environ, tmp_path).has_begun


WINDOW = """
import os, pty, sys
os.environ["WINDOW"] = str(os.getpid())
pid, master = pty.fork()
if pid == 0:
    os.execvp(sys.argv[1], sys.argv[1:])
came = b""
while b"ready" not in came:
    came += os.read(master, 100)
os.close(master)
"""
SAVES = (
    "trap 'while kill -0 $WINDOW 2>/dev/null; do :; done; echo saved > \"$0\"; exit 143' HUP; "
    "echo ready; while :; do :; done"
)


def test_a_window_that_is_closed_leaves_time_to_save(tmp_path: Path) -> None:
    """Design 5, 143: the program ends after its window, and its own code comes back."""
    kept = tmp_path / "kept"
    terminal = [sys.executable, "-c", WINDOW]
    ended = run_inside(terminal, ["sh", "-c", SAVES, str(kept)], os.environ, tmp_path)
    assert (ended.has_begun, ended.code) == (True, 143)
    assert kept.read_text() == "saved\n"


def test_a_terminal_that_outlives_the_program_is_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Design 5: the code comes back although the window would stay, also against its will."""
    monkeypatch.setattr(kiosk_child, "GRACE", 0.1)
    for stays in ('"$@"; sleep 1000', 'trap "" TERM; "$@"; while :; do :; done'):
        terminal = ["sh", "-c", stays, "window"]
        ended = run_inside(terminal, ["sh", "-c", "exit 70"], os.environ, tmp_path)
        assert (ended.has_begun, ended.code) == (True, 70)


SLOW = """#!/bin/sh
trap 'echo ended >> "$(dirname "$0")/told"; exit 0' TERM
echo "$(basename "$0")" >> "$(dirname "$0")/told"
while :; do :; done
"""


def test_who_ends_it_ends_the_terminal_and_no_other_is_opened(tmp_path: Path) -> None:
    """Design 5, 143: also while the terminal is still opening."""
    machine = Machine(tmp_path, kitty=SLOW, xterm=TERMINAL)
    with subprocess.Popen(
        [*machine.command], env=machine.environment,
        stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    ) as started:  # fmt: skip
        while not machine.read("told"):
            assert started.poll() is None
        started.terminate()
        assert started.wait(timeout=30) == 143
    assert machine.read("told").split() == ["kitty", "ended"]


def test_which_display_there_is_decides_what_can_be_opened() -> None:
    """A5: Wayland before X11, then the bare console."""
    assert display_of({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, None) == "wayland"
    assert display_of({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, "xterm") == "x11"
    assert display_of({"DISPLAY": ":0", "TERM": "linux"}, None) == "x11"
    assert display_of({"TERM": "linux"}, None) == "console"
    assert display_of({"TERM": "xterm"}, None) == "none"


def test_the_program_gets_letters_in_utf_8() -> None:
    """A5: half blocks and people's names need it; a locale that has it stays."""
    assert environment_for({"LC_ALL": "C"}, has_window=True) == {"LC_CTYPE": "C.UTF-8"}
    kept = {"LANG": "en_GB.UTF-8", "KITTY_LISTEN_ON": "unix:/x"}
    assert environment_for(kept, has_window=False) == kept
    assert environment_for(kept, has_window=True) == {"LANG": "en_GB.UTF-8"}


def test_scripts_kiosk_gets_everything_ready_and_hands_its_words_on(tmp_path: Path) -> None:
    """Issue 2, 1: from any folder, as scripts/start does."""
    python = FINE.replace('*"-m facilitator"*', '*"/scripts/kiosk_window.py --distance 70"')
    checkout = Checkout(tmp_path, python)
    shutil.copy(ROOT / "scripts/kiosk", checkout.root / "scripts/kiosk")
    done = subprocess.run(
        [str(checkout.bin / "bash"), str(checkout.root / "scripts/kiosk"), "--distance", "70"],
        cwd="/", env={"PATH": str(checkout.bin), "HOME": str(tmp_path)},
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "about a minute, once" in done.stderr
    assert "opened in /" in done.stdout
