"""Which program plays sound here: found out by playing a moment of silence."""

import importlib.util
import io
import shutil
import subprocess
import sys
import wave
from collections.abc import Callable, Sequence
from pathlib import Path

from facilitator.domain.speech import Trouble
from facilitator.files.atomic import write_new
from facilitator.files.disk import Disk

Player = tuple[str, ...]
Silence = Callable[[Path], tuple[str, ...]]
SYSTEM: tuple[Player, ...] = (("pw-play",), ("paplay",), ("aplay", "-q"))
MINI: Player = (sys.executable, "-m", "facilitator.adapters.speech.mini")
LIMIT = 2.0
"""Seconds after which a player that does not end the silence is no player."""
SILENCE = "silence.wav"
RATE = 22050
"""Samples a second of the sounds that are written here."""


def known_players() -> tuple[Player, ...]:
    """Return the players that are here, the system's first, then the wheel's."""
    found = tuple(one for one in SYSTEM if shutil.which(one[0]))
    has_wheel = importlib.util.find_spec("miniaudio") is not None
    return (*found, MINI) if has_wheel else found


def name_of(player: Player) -> str:
    """Return the name of a player as it is installed."""
    return "miniaudio" if player == MINI else Path(player[0]).name


def wav_of_silence(folder: Path) -> tuple[str, ...]:
    """Write a moment of silence; return how a player is asked to play it. Raises OSError."""
    return (str(write_wav(folder / SILENCE, b"\0\0" * (RATE // 20))),)


def write_wav(file: Path, frames: bytes) -> Path:
    """Write 16-bit samples of one channel, `RATE` a second; return the file. Raises OSError."""
    sound = io.BytesIO()
    with wave.open(sound, "wb") as made:
        made.setnchannels(1)
        made.setsampwidth(2)
        made.setframerate(RATE)
        made.writeframes(frames)
    file.unlink(missing_ok=True)  # of a try that was cut short
    write_new(Disk(), file, sound.getvalue())
    return file


def find_player(
    players: Sequence[Player], folder: Path, silence: Silence = wav_of_silence
) -> Player | Trouble:
    """Return the first player that can play, or why there is none (A11)."""
    if not players:
        return Trouble.NO_PLAYER
    try:
        options = silence(folder)
    except OSError:
        return Trouble.NO_ROOM
    found = next((one for one in players if _plays((*one, *options))), None)
    Path(options[-1]).unlink(missing_ok=True)
    return found if found is not None else Trouble.NO_DEVICE


def start(command: Sequence[str]) -> "subprocess.Popen[bytes]":
    """Play in a process of its own group; nothing that it prints is seen. Raises OSError."""
    return subprocess.Popen(  # noqa: S603  a player that was found on this machine
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def _plays(command: Sequence[str]) -> bool:
    try:
        process = start(command)
    except OSError:
        return False
    try:
        return process.wait(LIMIT) == 0
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        return False
