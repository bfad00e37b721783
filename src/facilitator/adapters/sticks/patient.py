"""Sticks that never hold the screen: a call that takes long goes on beside it (S13).

A stick that is breaking, or a shared disk that is out of reach, may answer after minutes or
never. Each call runs in a thread of its own and is waited for a moment. After that the
answer is that it is busy, and the same call, asked again, is met where it is by then.
"""

from collections.abc import Callable
from threading import Thread
from typing import Any, TypeVar

from facilitator.domain.sticks import CarriedOut, Stick, Trouble
from facilitator.ports.sticks import Sticks

Answer = TypeVar("Answer")

MOMENT = 1.0
"""Seconds for which the screen waits."""

MOST_RUNNING = 8
"""So many calls may hang; then none is begun until one of them ends."""

Asked = tuple[object, ...]
"""What was asked, and with what."""


class PatientSticks:
    """ports.sticks.Sticks over other sticks, each call answered within a moment."""

    def __init__(self, sticks: Sticks, moment: float = MOMENT) -> None:
        """Ask these sticks; wait for `moment` seconds."""
        self._sticks, self._moment = sticks, moment
        self._running: dict[Asked, _Call] = {}

    def here(self) -> tuple[Stick, ...]:
        """Return what is there; nothing while that cannot be told."""
        return self._answered(("here",), self._sticks.here, ())

    def at(self, path: str) -> Stick | None:
        """Return the folder that somebody typed; None while that cannot be told."""
        return self._answered(("at", path), lambda: self._sticks.at(path), None)

    def files(self, folder: str) -> tuple[str, ...] | Trouble:
        """Return the names of the session files in a folder, or that it is busy."""
        busy: tuple[str, ...] | Trouble = Trouble.BUSY
        return self._answered(("files", folder), lambda: self._sticks.files(folder), busy)

    def read(self, folder: str, name: str) -> bytes | Trouble:
        """Return a file's bytes, or that it is busy."""
        busy: bytes | Trouble = Trouble.BUSY
        return self._answered(("read", folder, name), lambda: self._sticks.read(folder, name), busy)

    def write(self, folder: str, stem: str, body: bytes) -> CarriedOut:
        """Write a file, or say that it is still being written."""
        asked, busy = ("write", folder, stem, body), CarriedOut(trouble=Trouble.BUSY)
        return self._answered(asked, lambda: self._sticks.write(folder, stem, body), busy)

    def _answered(self, asked: Asked, call: Callable[[], Answer], busy: Answer) -> Answer:
        """Return the answer if it comes within a moment. Raises what the call raises."""
        running = self._running.get(asked)
        if running is None:
            if sum(one.is_alive() for one in self._running.values()) >= MOST_RUNNING:
                return busy
            running = self._running[asked] = _Call(call)
            running.start()
        running.join(self._moment)
        if running.is_alive():
            return busy
        del self._running[asked]
        if running.fault is not None:
            raise running.fault
        answer: Answer = running.answers[0]
        return answer


class _Call(Thread):
    """One call, which ends with the program at the latest."""

    def __init__(self, call: Callable[[], Any]) -> None:
        super().__init__(daemon=True)
        self._call = call
        self.answers: list[Any] = []
        self.fault: Exception | None = None

    def run(self) -> None:
        try:
            self.answers.append(self._call())
        except Exception as fault:  # noqa: BLE001  it is raised where the answer is taken
            self.fault = fault
