"""Plays one sound file by the `miniaudio` wheel, where the system has no player.

Run by `python -m facilitator.adapters.speech.mini FILE`; exit code 1 when nothing
can play. A process of its own, so that killing it is silence.
"""

import importlib
import sys
import threading
from collections.abc import Generator
from typing import Any


def main() -> int:
    """Play the file to its end."""
    try:
        library = importlib.import_module("miniaudio")
        info = library.get_file_info(sys.argv[1])
        ended = threading.Event()
        with library.PlaybackDevice(
            nchannels=info.nchannels, sample_rate=info.sample_rate
        ) as device:
            frames = library.stream_file(sys.argv[1], sample_rate=info.sample_rate)
            stream = library.stream_with_callbacks(frames, end_callback=ended.set)
            _begun(stream)
            device.start(stream)
            ended.wait(info.duration + 5)
    except Exception:  # noqa: BLE001  no library, no device, no file: nothing was heard
        return 1
    return 0


def _begun(stream: Generator[Any, Any, Any]) -> None:
    next(stream)


if __name__ == "__main__":
    sys.exit(main())
