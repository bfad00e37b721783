"""What the speech child was given: all that somebody with the eyes shut knows."""

import json
import time
from collections.abc import Callable
from pathlib import Path

from tests.terminal import PATIENCE

ENDS = ("Press Enter to go on.", "Type a number, then press Enter.", "Then press Enter.")
"""The last sentence of every prompt: how to answer it."""


class Ears:
    """What the speech child was given, read from its log; the screen is not looked at."""

    def __init__(self, log: Path, pump: Callable[[], object]) -> None:
        """Listen to this log; `pump` keeps the program's output flowing, at most for a moment."""
        self._log, self._pump = log, pump
        self._heard = 0

    @property
    def said(self) -> list[tuple[int, str]]:
        """Everything that was said: the number of the request, and the sentence."""
        if not self._log.exists():
            return []
        lines = self._log.read_text().split("\n")[:-1]
        told = [json.loads(line) for line in lines]
        return [(one["request"], one["text"]) for one in told]

    @property
    def text(self) -> str:
        """Everything that was said, one sentence a line."""
        return "\n".join(text for _, text in self.said)

    def listen(self) -> list[str]:
        """Wait until a prompt that was not heard before is said to its end; return it."""
        end = time.monotonic() + PATIENCE
        while True:
            said = self.said
            done = [at for at, text in said if at > self._heard and text in ENDS]
            if done:
                self._heard = done[-1]
                return [text for at, text in said if at == self._heard]
            assert time.monotonic() < end, f"nothing more was said after: {said[-20:]}"
            self._pump()
