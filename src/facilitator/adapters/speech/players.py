"""Which program plays sound here: found out by playing a moment of silence."""

import importlib.util
import shutil
import subprocess
import sys
import wave
from collections.abc import Sequence
from pathlib import Path

from facilitator.domain.speech import Trouble

Player = tuple[str, ...]
SYSTEM: tuple[Player, ...] = (("pw-play",), ("paplay",), ("aplay", "-q"))
MINI: Player = (sys.executable, "-m", "facilitator.adapters.speech.mini")
LIMIT = 2.0
"""Seconds after which a player that does not end the silence is no player."""
_RATE = 22050


def known_players() -> tuple[Player, ...]:
    """Return the players that are here, the system's first, then the wheel's."""
    found = tuple(one for one in SYSTEM if shutil.which(one[0]))
    has_wheel = importlib.util.find_spec("miniaudio") is not None
    return (*found, MINI) if has_wheel else found


def find_player(players: Sequence[Player], folder: Path) -> Player | Trouble:
    """Return the first player that can play, or why there is none (A11)."""
    silence = folder / "silence.wav"
    with wave.open(str(silence), "wb") as made:
        made.setnchannels(1)
        made.setsampwidth(2)
        made.setframerate(_RATE)
        made.writeframes(b"\0\0" * (_RATE // 20))
    found = next((one for one in players if _plays(one, silence)), None)
    silence.unlink(missing_ok=True)
    if found is not None:
        return found
    return Trouble.NO_DEVICE if players else Trouble.NO_PLAYER


def start(player: Player, wav: Path) -> "subprocess.Popen[bytes]":
    """Play a file in a process of its own group; nothing that it prints is seen."""
    return subprocess.Popen(  # noqa: S603  a player that was found on this machine
        (*player, str(wav)),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def _plays(player: Player, silence: Path) -> bool:
    try:
        process = start(player, silence)
    except OSError:
        return False
    try:
        return process.wait(LIMIT) == 0
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        return False
