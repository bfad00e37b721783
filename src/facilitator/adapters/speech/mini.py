"""Plays one sound file by the `miniaudio` wheel, where the system has no player.

Run by `python -m facilitator.adapters.speech.mini FILE`; without FILE it gets ready, and
plays what a line on its input names. Exit code 1 when nothing can play. A process of its
own, so that killing it is silence.
"""

import importlib
import sys
import threading
import time
from collections.abc import Generator
from typing import Any

BUFFER = 50
"""Milliseconds of sound that the device holds."""
GRACE = 3
"""Seconds that a device may take longer than the sound."""


def main() -> int:
    """Play the file to its end."""
    has_ended = False
    try:
        # It would load numpy if it is there, and is ready four times as late.
        sys.modules["numpy"] = None  # type: ignore[assignment]
        library = importlib.import_module("miniaudio")
        file = sys.argv[1] if sys.argv[1:] else sys.stdin.readline().rstrip("\n")
        info = library.get_file_info(file)
        ended = threading.Event()
        with library.PlaybackDevice(
            nchannels=info.nchannels, sample_rate=info.sample_rate, buffersize_msec=BUFFER
        ) as device:
            # Unless it is told, it makes two channels of one, and the device takes no more.
            frames = library.stream_file(
                file, nchannels=info.nchannels, sample_rate=info.sample_rate
            )
            stream = library.stream_with_callbacks(frames, end_callback=ended.set)
            _begun(stream)
            begun = time.monotonic()
            device.start(stream)
            has_ended = ended.wait(info.duration + GRACE)
            # The end was handed over, not yet heard: the device may drop what it holds.
            rest = begun + info.duration + 2 * BUFFER / 1000 - time.monotonic()
            threading.Event().wait(max(0.0, rest))
    except Exception:  # noqa: BLE001  no library, no device, no file: nothing was heard
        return 1
    return 0 if has_ended else 1


def _begun(stream: Generator[Any, Any, Any]) -> None:
    next(stream)


if __name__ == "__main__":
    sys.exit(main())
