"""Something faint that wakes a loudspeaker before the first word (A9).

Loudspeakers on HDMI or Bluetooth sleep when nothing plays, and swallow what comes first,
often a second of it. Some sleep through pure silence too, so this is noise that nobody
can hear: one step of 32,768 up or down, about 90 dB under the loudest.
"""

import random
from pathlib import Path

from facilitator.adapters.speech.making import Sound
from facilitator.adapters.speech.players import RATE, write_wav

SECONDS = 1.5
"""How long a loudspeaker has to wake."""
_STEPS = (b"\1\0", b"\0\0", b"\xff\xff")


def waking_sound(folder: Path) -> Sound:
    """Write it into a folder, as a file to play. Raises OSError."""
    chance = random.Random(0)  # noqa: S311  noise, the same each time
    frames = b"".join(chance.choices(_STEPS, k=int(RATE * SECONDS)))
    return Sound(write_wav(folder / "waking.wav", frames), SECONDS)
