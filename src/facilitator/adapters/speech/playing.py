"""One sound at a time by a player of this machine; a kill is silence (A10, A11)."""

import math
import os
import signal
import subprocess
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from facilitator.adapters.speech import players
from facilitator.adapters.speech.making import Sound
from facilitator.adapters.speech.players import Player, Silence
from facilitator.adapters.speech.standby import Standby
from facilitator.adapters.speech.waking import waking_sound
from facilitator.domain.speech import Trouble

GRACE = 4.0
"""Seconds that a player may take longer than its sound; then it hangs, and is ended."""

Waking = Callable[[Path], Sound]
SLEEPS_AFTER = 4.0
"""Seconds of silence after which a loudspeaker may sleep; PipeWire lets go of it after five."""


class Playing:
    """The player that is in use, and what it plays. Its own thread waits; `hush` never does."""

    def __init__(
        self,
        known: Callable[[], tuple[Player, ...]] = players.known_players,
        silence: Silence = players.wav_of_silence,
        waking: Waking = waking_sound,
        sleeps_after: float = SLEEPS_AFTER,
    ) -> None:
        """Look for no player yet; `silence` writes what a player is tried with.

        `waking` writes what wakes a loudspeaker that was silent for `sleeps_after` seconds.
        """
        self.waking = waking
        self._known, self._silence = known, silence
        self._sleeps_after = sleeps_after
        self._player: Player | None = None
        self._failed: list[Player] = []
        self._process: subprocess.Popen[bytes] | None = None
        self._standby = Standby()
        self._ended_at = -math.inf

    @property
    def player(self) -> str:
        """The name of the player; "" while none is known."""
        return players.name_of(self._player) if self._player is not None else ""

    @property
    def may_sleep(self) -> bool:
        """Whether it was silent for so long that a loudspeaker may have gone to sleep."""
        return time.monotonic() - self._ended_at > self._sleeps_after

    def look(self, folder: Path) -> Trouble:
        """Have a player that answers; those that failed are asked last. Takes up to seconds."""
        if self._player is None:
            order = sorted(self._known(), key=lambda one: one in self._failed)
            found = players.find_player(order, folder, self._silence)
            if isinstance(found, Trouble):
                return found
            self._player = found
            if found == players.MINI:
                with suppress(OSError):
                    self._standby.warm(found)
        return Trouble.NONE

    def start(self, sound: Sound) -> None:
        """Play it from now on; that it could not begin is seen by whoever waits for its end."""
        with suppress(OSError):
            if self._player == players.MINI:
                self._process = self._standby.start(self._player, str(sound.file))
            elif self._player is not None:
                self._process = players.start((*self._player, *sound.options, str(sound.file)))

    def hush(self) -> None:
        """Be silent now."""
        process = self._process
        if process is not None:
            _kill(process)

    def has_ended_well(self, sound: Sound) -> bool:
        """Wait for the end, but not for ever; return whether all of it was played."""
        process = self._process
        if process is None:
            return False
        late = threading.Timer(sound.seconds + GRACE, _kill, (process,))
        late.daemon = True
        late.start()
        code = process.wait()
        late.cancel()
        self._process = None
        self._ended_at = time.monotonic()
        return code == 0

    def other(self, folder: Path) -> bool:
        """Take another player, or this one again when none else answers; return if one does."""
        if self._player is not None:
            self._failed.append(self._player)
            self._player = None
        return self.look(folder) is Trouble.NONE

    def has_another(self) -> bool:
        """Return whether a player is left that was not tried, or was tried but once."""
        return any(one not in self._failed for one in self._known())

    def anew(self) -> None:
        """Forget what failed: somebody asks anew, or a sound was played."""
        self._failed.clear()

    def close(self) -> None:
        """Be silent, and end what waits."""
        self.hush()
        self._standby.close()


def _kill(process: "subprocess.Popen[bytes]") -> None:
    # SIGTERM would let a player finish what it holds; only SIGKILL is silence.
    # macOS forbids a signal to a process that has ended and was not yet waited for.
    if process.returncode is None:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
