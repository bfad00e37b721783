"""ports.speech.Speaker: a thread that has files made and played, and a kill that is silence.

The thread waits for the child and the player; callers never do. Each request has a
number; whatever belongs to an older one is dropped (A10).
"""

import atexit
import os
import shutil
import signal
import subprocess
import tempfile
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from facilitator.adapters.speech import players
from facilitator.adapters.speech.players import Player
from facilitator.adapters.speech.worker import CHILD, PATIENCE, Gone, NoEngine, Worker
from facilitator.domain.speech import Trouble, Utterance, Voice

RESTARTS = 3
"""How often a child that died or hung is started again, until somebody asks anew."""


FINAL = (Trouble.NO_ENGINE, Trouble.NO_PLAYER, Trouble.NO_DEVICE, Trouble.STOPPED)
"""After these nothing is tried until somebody asks anew."""


class ChildSpeaker:
    """Speech by a child and a player of the system."""

    def __init__(
        self,
        child: Sequence[str] = CHILD,
        known: Callable[[], tuple[Player, ...]] = players.known_players,
        patience: float = PATIENCE,
    ) -> None:
        """Start nothing yet."""
        self._child, self._known, self._patience = child, known, patience
        self._change = threading.Condition()
        self._request = self._done = 0
        self._asked: tuple[tuple[Utterance, ...], Voice] = ((), Voice())
        self._playing: subprocess.Popen[bytes] | None = None
        self._thread: threading.Thread | None = None
        self._is_closed = False
        self._told: Callable[[], None] | None = None
        self._trouble = Trouble.NONE
        self._position = 0
        self._worker: Worker | None = None
        self._player: Player | None = None
        self._restarts = 0
        self._folder: Path | None = None
        atexit.register(self.close)

    def warm(self) -> None:
        """Get ready in the background; speech that stopped is tried anew."""
        self._restarts = 0
        self._set(Trouble.NONE)
        self.say((), Voice())

    def say(self, utterances: Sequence[Utterance], voice: Voice) -> None:
        """Be silent, then say these in turn; returns at once."""
        with self._change:
            if self._is_closed:
                return
            self._hush()
            self._asked = (tuple(utterances), voice)
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, daemon=True)
                self._thread.start()
            self._change.notify_all()

    def silence(self) -> None:
        """Be silent now."""
        with self._change:
            self._hush()
            self._asked = ((), Voice())

    @property
    def position(self) -> int:
        """Which utterance is being said, from 0."""
        return self._position

    @property
    def trouble(self) -> Trouble:
        """Why nothing can be heard."""
        return self._trouble

    def when_troubled(self, told: Callable[[], None]) -> None:
        """Call this whenever the trouble changes."""
        self._told = told

    def wait_until_said(self, seconds: float) -> bool:
        """Wait, which only a test of the machine does; return whether all was said in time."""
        with self._change:
            return self._change.wait_for(lambda: self._done == self._request, seconds)

    def close(self) -> None:
        """Be silent and end child, player and thread; what was made is removed."""
        with self._change:
            if self._is_closed:
                return
            self._is_closed = True
            self._hush()
            self._change.notify_all()
        atexit.unregister(self.close)
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.close()
        if self._thread is not None and self._thread is not threading.current_thread():
            self._thread.join(1)
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)

    def _hush(self) -> None:
        """With the lock held: whatever runs for the request before is no longer wanted."""
        self._request += 1
        if self._playing is not None:
            # SIGTERM would let a player finish what it holds; only SIGKILL is silence.
            with suppress(ProcessLookupError):
                os.killpg(self._playing.pid, signal.SIGKILL)

    def _run(self) -> None:
        while True:
            with self._change:
                while self._request == self._done and not self._is_closed:
                    self._change.wait()
                if self._is_closed:
                    return
                request = self._request
                utterances, voice = self._asked
            try:
                self._say_all(request, utterances, voice)
            except OSError:
                self._set(Trouble.STOPPED)
            with self._change:
                self._done = request
                self._change.notify_all()

    def _say_all(self, request: int, utterances: tuple[Utterance, ...], voice: Voice) -> None:
        if self._trouble in FINAL or not self._is_ready():
            return
        playing = None
        for at, utterance in enumerate(utterances):
            wav = self._made(request, at, utterance, voice)
            if playing is not None:
                self._ended(request, *playing)
            if request != self._request:
                _remove(wav)
                return
            if wav is not None:
                playing = (at, wav)
                self._play(request, at, wav)
        if playing is not None:
            self._ended(request, *playing)

    def _is_ready(self) -> bool:
        """Have a folder, a player and a child; say what is missing."""
        if self._folder is None:
            room = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None  # noqa: S108
            self._folder = Path(tempfile.mkdtemp(prefix="facilitator-", dir=room))
        return self._has_player(self._folder) and self._has_worker()

    def _has_player(self, folder: Path) -> bool:
        if self._player is None:
            found = players.find_player(self._known(), folder)
            if isinstance(found, Trouble):
                self._set(found)
                return False
            self._player = found
        return True

    def _has_worker(self) -> bool:
        if self._worker is None and self._restarts <= RESTARTS:
            try:
                self._worker = Worker(self._child, self._patience)
            except NoEngine:
                self._set(Trouble.NO_ENGINE)
            except (Gone, OSError):
                self._lost()
        return self._worker is not None

    def _lost(self) -> None:
        self._worker = None
        self._restarts += 1
        if self._restarts > RESTARTS:
            self._set(Trouble.STOPPED)

    def _made(self, request: int, at: int, utterance: Utterance, voice: Voice) -> Path | None:
        """Have one file made; None when it has no sound or is no longer wanted."""
        folder = self._folder
        while request == self._request and folder is not None and self._has_worker():
            wav = folder / f"{request}-{at}.wav"
            worker = self._worker
            try:
                fine, fits = worker.make(utterance, voice, wav) if worker else (False, True)
            except Gone:
                self._lost()
                continue
            self._set(Trouble.NONE if fits else Trouble.NO_VOICE)
            if fine:
                return wav
            _remove(wav)
            return None
        return None

    def _play(self, request: int, at: int, wav: Path) -> None:
        with self._change:
            if request != self._request or self._player is None:
                return
            self._position = at
            self._playing = players.start(self._player, wav)

    def _ended(self, request: int, at: int, wav: Path) -> None:
        """Wait for the player; when it failed by itself, look for another and try once more."""
        for is_last in (False, True):
            process = self._playing
            code = process.wait() if process is not None else 0
            with self._change:
                self._playing = None
            if code == 0 or request != self._request or is_last:
                break
            self._player = None
            if self._folder is None or not self._has_player(self._folder):
                break
            self._play(request, at, wav)
        _remove(wav)

    def _set(self, trouble: Trouble) -> None:
        if trouble is not self._trouble:
            self._trouble = trouble
            if self._told is not None:
                self._told()


def _remove(wav: Path | None) -> None:
    if wav is not None:
        wav.unlink(missing_ok=True)
