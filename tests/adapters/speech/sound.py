"""Sound without a sound card: what reaches the ALSA library is written to a file or a pipe."""

import array
import fcntl
import os
import threading
import time
from pathlib import Path

RATE = 22050
BYTES_A_SECOND = RATE * 2
LOUD = 300
F_SETPIPE_SZ = 1031


def configured(
    folder: Path, target: Path, *, rate: int = RATE, channels: int = 1
) -> dict[str, str]:
    """Return the environment in which every player writes to `target` instead of a card."""
    conf = folder / "asound.conf"
    conf.write_text(
        "</usr/share/alsa/alsa.conf>\n"
        f'pcm.cap {{ type file slave.pcm "null" file "{target}" format "raw" }}\n'
        "pcm.!default { type plug slave "
        f"{{ pcm cap format S16_LE rate {rate} channels {channels} }} }}\n"
    )
    return {"ALSA_CONFIG_PATH": str(conf)}


def loud_samples(raw: bytes) -> int:
    """Return how many samples can be heard."""
    samples = array.array("h", raw[: len(raw) // 2 * 2])
    return sum(1 for one in samples if abs(one) > LOUD)


class PacedPipe:
    """A pipe that takes sound as fast as a loudspeaker would, and knows when it was loud.

    It looks every `step` seconds. `quiet_bytes` came before it was loud for the first time. A killed player leaves up to 4096 bytes in it, which are
    heard too: 93 ms at the usual rate, less at a higher one.
    """

    def __init__(
        self, path: Path, *, bytes_a_second: int = BYTES_A_SECOND, step: float = 0.02
    ) -> None:
        """Make the pipe and listen."""
        self._step, self._piece = step, int(bytes_a_second * step)
        os.mkfifo(path)
        self._pipe = os.open(path, os.O_RDWR)
        fcntl.fcntl(self._pipe, F_SETPIPE_SZ, 4096)
        os.set_blocking(self._pipe, False)
        self._ends = threading.Event()
        self.loud_at: list[float] = []
        self.bytes = 0
        self.quiet_bytes = 0
        self._thread = threading.Thread(target=self._listen, daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Stop listening."""
        self._ends.set()
        self._thread.join()
        os.close(self._pipe)

    def _listen(self) -> None:
        due = time.monotonic()
        while not self._ends.is_set():
            due = max(due + self._step, time.monotonic())
            self._ends.wait(max(0.0, due - time.monotonic()))
            try:
                came = os.read(self._pipe, self._piece)
            except BlockingIOError:
                continue
            self.bytes += len(came)
            if not self.loud_at:
                self.quiet_bytes += len(came)
            if loud_samples(came):
                self.loud_at.append(time.monotonic())
