"""A10 and P6: the voice as a loudspeaker would play it, and what it costs screen and memory.

The sound goes pyttsx3, espeak, aplay, the ALSA library, and from there into a pipe that is
emptied as fast as a loudspeaker plays, 96,000 stereo samples a second. It is looked at 200
times a second, so each time is up to 5 ms late. What the pipe still holds at a silence, up
to 11 ms, counts as heard. There is no sound card behind it.
"""

import os
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from facilitator.adapters.speech.making import Sound
from facilitator.adapters.speech.players import MINI, Player
from facilitator.adapters.speech.playing import Playing
from facilitator.adapters.speech.speaker import ChildSpeaker
from facilitator.domain.speech import Utterance, Voice
from scripts.bench_figures import Absolute, Figure, p99
from scripts.bench_window import Window, resident_of
from tests.adapters.speech.sound import PacedPipe, configured

FIRST = b"What would you like to do?"
APLAY: Player = ("aplay", "-q")
SHORT = Utterance("What would you like to do?")
LONG = Utterance(
    "If one of you is in danger now, stop here together, and ring nine nine nine or go to "
    "the nearest hospital, whatever else was planned for this afternoon."
)
BURST = 50
RATE, STEP = 96_000, 0.005
ALL, HOLD = b"\x1b[18~", b"\x1b[19~"
"""F7 says all of it, F8 waits and goes on."""
ENOUGH = 0.15
"""Seconds of sound after which a key is pressed."""
MOST = 20.0
"""Seconds after which something that was waited for counts as broken."""


class CountingPlaying(Playing):
    """Counts how many sounds are begun."""

    def __init__(self, player: Player) -> None:
        """Play by this one."""
        super().__init__(lambda: (player,))
        self.begun = 0

    def start(self, sound: Sound) -> None:
        """Count it."""
        self.begun += 1
        super().start(sound)


@contextmanager
def loudspeaker(folder: Path) -> Iterator[PacedPipe]:
    """Let every player on this machine play into a pipe that is read at the speed of sound."""
    folder.mkdir(parents=True, exist_ok=True)
    name = f"pipe-{time.monotonic_ns()}"
    before = dict(os.environ)
    os.environ.update(configured(folder, folder / name, rate=RATE, channels=2))
    pipe = PacedPipe(folder / name, bytes_a_second=4 * RATE, step=STEP)
    try:
        yield pipe
    finally:
        pipe.close()
        os.environ.clear()
        os.environ.update(before)


def until(there: Callable[[], bool]) -> None:
    """Wait for a condition."""
    pause, end = threading.Event(), time.monotonic() + MOST
    while not there():
        if time.monotonic() > end:
            raise TimeoutError("the voice")
        pause.wait(0.005)


def quiet(pipe: PacedPipe) -> None:
    """Wait until nothing comes out of the pipe any more."""
    seen, pause, same = -1, threading.Event(), 0
    while same < 6:  # noqa: PLR2004  times 50 ms
        same, seen = (same + 1 if pipe.bytes == seen else 0), pipe.bytes
        pause.wait(0.05)


def sound_figures(folder: Path, times: int, player: Player, key: str) -> list[Figure | Absolute]:
    """A10: request to first sound, and how many of a burst are spoken."""
    first: list[float] = []
    with loudspeaker(folder) as pipe:
        playing = CountingPlaying(player)
        speaker = ChildSpeaker(playing=playing)
        speaker.warm()
        speaker.wait_until_said(MOST)
        for number in range(times + 1):
            heard = len(pipe.loud_at)
            asked = time.monotonic()
            speaker.say((LONG if number % 2 else SHORT,), Voice())
            until(lambda: len(pipe.loud_at) > heard)  # noqa: B023  used at once
            first.append((pipe.loud_at[heard] - asked) * 1000)
            speaker.silence()
            quiet(pipe)
        begun = playing.begun
        for number in range(BURST):
            speaker.say((Utterance(f"This is number {number}."),), Voice())
        speaker.wait_until_said(MOST)
        spoken = playing.begun - begun
        speaker.close()
    return [
        Absolute(f"A10 first sound{key}", p99(first[1:]), 150, "ms"),
        Absolute(f"A10 first sound{key} p50", median(first[1:]), 150, "ms"),
        Absolute(f"A10 burst of 50{key}", spoken, 1, "spoken"),
    ]


def key_figures(folder: Path, times: int) -> list[Figure | Absolute]:
    """A10: a key in a window to the first sound, and to silence, through the whole program."""
    sound: list[float] = []
    silence: list[float] = []
    with loudspeaker(folder) as pipe:
        window = program(folder / "keys")
        window.key(b"+")
        for _ in range(times + 1):
            window.quiet()
            window.send(HOLD)
            quiet(pipe)
            heard, pressed = len(pipe.loud_at), time.monotonic()
            window.send(ALL)
            until(lambda: len(pipe.loud_at) > heard + ENOUGH / STEP)  # noqa: B023  used at once
            sound.append((pipe.loud_at[heard] - pressed) * 1000)
            pressed = time.monotonic()
            window.send(HOLD)
            quiet(pipe)
            silence.append(max(0.0, pipe.loud_at[-1] - pressed) * 1000)
            window.send(HOLD)
        window.close()
    return [
        Absolute("A10 key to sound", p99(sound[1:]), 150, "ms"),
        Absolute("A10 silence", p99(silence[1:]), 60, "ms"),
        Absolute("A10 silence p50", median(silence[1:]), 60, "ms"),
    ]


def program(data: Path) -> Window:
    """Return the program in a window, its first screen painted."""
    window = Window([sys.executable, "-m", "facilitator", "--data", str(data)])
    window.until(FIRST)
    window.quiet(0.5)
    return window


def lag_figures(folder: Path, presses: int) -> list[Figure | Absolute]:
    """A10: key to repaint while it speaks, beside the same with the voice off, in turn."""
    with loudspeaker(folder) as pipe:
        mute, speaking = program(folder / "mute"), program(folder / "speaking")
        speaking.key(b"+")
        until(lambda: len(pipe.loud_at) > 0)
        slow: list[list[float]] = [[], []]
        heard = 0
        for number in range(presses):
            for times, window in zip(slow, (mute, speaking), strict=True):
                before = len(pipe.loud_at)
                window.quiet(0.15)
                heard += len(pipe.loud_at) > before
                times.append(window.key(b"\x1b[B" if number % 8 < 4 else b"\x1b[A"))  # noqa: PLR2004
        mute.close()
        speaking.close()
    off, on = (p99(times[5:]) for times in slow)
    print(f"(the voice was heard before {heard} of {2 * presses} keys)")
    return [
        Figure("A10 lag", on, off, 2.0, "ms"),
        Figure("A10 lag median", median(slow[1]), median(slow[0]), 2.0, "ms"),
    ]


def memory_figures(folder: Path, path: str, key: str) -> list[Figure | Absolute]:
    """P6: resident memory of the program in a meeting, its speech child and the player.

    Where `path` holds no player it is the wheel's, and the one that waits beside it.
    """
    with loudspeaker(folder) as pipe:
        os.environ["PATH"] = path
        window = program(folder / f"memory{key}")
        window.key(b"+")
        for _ in range(12):
            window.key(b"1")
            window.key(b"\r")
        heard = len(pipe.loud_at)
        window.key(ALL)
        until(lambda: len(pipe.loud_at) > heard + 5)
        parts = children(window.pid)
        ours = window.resident()
        window.close()
    child = sum(size for name, size in parts if "speech.child" in name)
    player = sum(size for name, size in parts if "speech.child" not in name)
    return [
        Absolute(f"P6 program{key}", ours, None, "MB"),
        Absolute(f"P6 child{key}", child, None, "MB"),
        Absolute(f"P6 player{key}", player, None, "MB"),
        Absolute(f"P6 total{key}", ours + child + player, 120, "MB"),
    ]


def children(pid: int) -> list[tuple[str, float]]:
    """Return the command and the resident megabytes of each child of a process."""
    found = []
    for one in Path("/proc").glob("[0-9]*"):
        try:
            state = (one / "stat").read_text("ascii", "replace").rpartition(")")[2].split()
            name = (one / "cmdline").read_bytes().replace(b"\0", b" ").decode("utf-8", "replace")
            if int(state[1]) == pid:
                found.append((name, resident_of(int(one.name))))
        except (OSError, StopIteration):
            continue
    return found


def voice_figures(folder: Path, times: int) -> list[Figure | Absolute]:
    """Return all figures of the voice."""
    return [
        *sound_figures(folder, times, APLAY, ""),
        *sound_figures(folder, times // 2, MINI, " wheel"),
        *key_figures(folder, times),
        *lag_figures(folder, times),
        *memory_figures(folder, os.environ["PATH"], ""),
        *memory_figures(folder, "/nowhere", " wheel"),
    ]


if __name__ == "__main__":
    import tempfile

    with tempfile.TemporaryDirectory() as name:
        for figure in voice_figures(Path(name), int(sys.argv[1])):
            print(figure.row())
