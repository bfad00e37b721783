"""The parent's end of the speech child: a request, an answer, a time limit."""

import json
import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO

from facilitator.adapters.speech.making import Gone, NoEngine, NoRoom, Sound
from facilitator.domain.speech import Utterance, Voice

CHILD = (sys.executable, "-m", "facilitator.adapters.speech.child")
PATIENCE = 5.0
"""Seconds until a child that does not answer is taken for hanging."""


class Worker:
    """One child, alive from its making to `close`."""

    def __init__(self, command: Sequence[str] = CHILD, patience: float = PATIENCE) -> None:
        """Start it; raise NoEngine or Gone when it is of no use."""
        self._patience = patience
        self._number = 0
        self._rest = b""
        self._process = subprocess.Popen(  # noqa: S603  our own child
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        ready = self._answer()
        if "error" in ready:
            self.close()
            raise NoEngine
        self._engine = str(ready.get("engine", ""))

    @property
    def engine(self) -> str:
        """Which library the child loaded: "system" or "wheel"."""
        return self._engine

    def make(self, utterance: Utterance, voice: Voice, file: Path) -> Sound:
        """Write the sound file. Raises Gone or NoRoom."""
        self._number += 1
        asked = {
            "id": self._number,
            "text": utterance.text,
            "language": utterance.language,
            "rate": voice.rate,
            "volume": voice.volume,
            "accent": voice.accent,
            "wav": str(file),
        }
        try:
            self._pipe_in().write(json.dumps(asked).encode() + b"\n")
            self._pipe_in().flush()
        except (OSError, ValueError) as fault:  # a ValueError: it was closed meanwhile
            self.close()
            raise Gone from fault
        answer = self._answer()
        if not answer.get("written"):
            raise NoRoom
        seconds = answer.get("seconds")
        seconds = seconds if isinstance(seconds, int | float) else 0.0
        return Sound(file, seconds, fits=bool(answer.get("voice")), is_empty=not seconds)

    def close(self) -> None:
        """End the child."""
        # macOS forbids a signal to a process that has ended and was not yet waited for.
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()

    @property
    def pid(self) -> int:
        """The child's process id."""
        return self._process.pid

    def _answer(self) -> dict[str, object]:
        end = time.monotonic() + self._patience
        out = self._process.stdout
        assert out is not None  # noqa: S101  it was made with a pipe
        while b"\n" not in self._rest:
            left = end - time.monotonic()
            try:
                ready = left > 0 and select.select([out], [], [], left)[0]
                came = os.read(out.fileno(), 4096) if ready else b""
            except (OSError, ValueError):  # the program ends, and closed it meanwhile
                came = b""
            if not came:
                self.close()
                raise Gone
            self._rest += came
        line, _, self._rest = self._rest.partition(b"\n")
        try:
            answer = json.loads(line)
        except ValueError:
            answer = {}
        return answer if isinstance(answer, dict) else {}

    def _pipe_in(self) -> IO[bytes]:
        pipe = self._process.stdin
        assert pipe is not None  # noqa: S101  it was made with a pipe
        return pipe
