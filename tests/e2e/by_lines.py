"""Plain lines: through two pipes, or in a terminal that shows the full screen in between."""

import os
import select
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Self

from facilitator.domain.keys import CHOICES_A_PAGE
from facilitator.domain.prompt import Prompt
from facilitator.frontends.plain.inputs import asking
from facilitator.wording import plain as plain_words
from tests.e2e.everybody import Move
from tests.scenario import Scenario
from tests.terminal import PATIENCE, ROOT


def flat(text: str) -> str:
    """Return all words as one line."""
    return " ".join(text.split())


def telling(prompt: Prompt) -> Iterator[str]:
    """Yield what both front ends show of a prompt, and what tells it from the one before."""
    notice = prompt.notice.words if prompt.notice else ""
    for one in (prompt.turn, prompt.question, notice):
        if one:
            yield flat(one)


@dataclass
class Lines:
    """Plain lines, over a pipe or a terminal: what came since the last line was given."""

    send: Callable[[str], None]
    raw: bytearray
    wait_for: Callable[[Callable[[], bool], str], None]
    start: int = 0
    cleared: int = 0

    @property
    def came(self) -> str:
        """What came since the last line was given."""
        return self.raw[self.start :].decode(errors="replace")

    def wait(self, group: Scenario) -> None:
        """Wait until this prompt was written and asks for a line."""
        prompt = group.prompt
        parts = tuple(telling(prompt))
        asked = asking(prompt.input).rstrip()

        def is_asked() -> bool:
            came = flat(self.came)
            self.clear(came)
            return came.endswith(asked) and all(one in came for one in parts)

        self.wait_for(is_asked, f"{prompt.id} {parts}")

    def make(self, prompt: Prompt, move: Move) -> None:
        """Type the lines of a move."""
        if move.command is not None:
            self.line(move.command)
            return
        if move.rows:
            page = (move.rows[0] - 1) // CHOICES_A_PAGE
            for _ in range(page):
                self.line("0")
            self.line(" ".join(str((one - 1) % CHOICES_A_PAGE + 1) for one in move.rows))
        if move.words:
            if move.rows:
                self.wait_for(self._is_open, "the line to open")
            self.line(move.words)

    def line(self, text: str) -> None:
        """Give one line; whatever comes after it is read anew."""
        self.begin()
        self.send(f"{text}\n")

    def begin(self) -> None:
        """Let only what comes from now on count as new."""
        self.start, self.cleared = len(self.raw), 0

    def clear(self, came: str) -> None:
        """Say yes when the window may be cleared of what was typed, before the next person (A1)."""
        if came.count(plain_words.CLEAR) > self.cleared:
            is_asked = came.endswith(plain_words.ASK_CHOICE.rstrip())
            self.cleared += is_asked
            if is_asked:
                self.send("2\n")

    def _is_open(self) -> bool:
        return self.came.rstrip().endswith(plain_words.ASK_LINE.rstrip())


class Piped:
    """The program in plain lines, its input and output two pipes."""

    def __init__(self, command: Sequence[str]) -> None:
        """Start it."""
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT, env=_with_sources()
        )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._in, self._out = self._process.stdin, self._process.stdout
        self.raw = bytearray()
        self.lines = Lines(self._send, self.raw, self.wait_for)

    def __enter__(self) -> Self:
        """Return the program."""
        return self

    def __exit__(self, *_: object) -> None:
        """End it, if it still runs."""
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait()
        self._in.close()
        self._out.close()

    def end(self) -> int:
        """Close its input; read all that still comes, and return the exit code."""
        self._in.close()
        self.raw += self._out.read()
        return self._process.wait(PATIENCE)

    def wait_for(self, condition: Callable[[], bool], what: str = "more lines") -> None:
        """Read until the condition holds."""
        end = time.monotonic() + PATIENCE
        while not condition():
            if not self.read() or time.monotonic() > end:
                raise AssertionError(f"waited for {what}; it wrote:\n{self.raw.decode()[-1500:]}")

    def read(self) -> bool:
        """Read what has come, waiting a moment at most; return False once all is over."""
        if not select.select([self._out], [], [], 0.01)[0]:
            return True
        came = os.read(self._out.fileno(), 65536)
        self.raw += came
        return bool(came)

    def _send(self, text: str) -> None:
        self._in.write(text.encode())
        self._in.flush()


def _with_sources() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT)))}
