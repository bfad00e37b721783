"""ports.speech.Speaker: a thread that has files made and played, and a kill that is silence.

The thread waits for the child and the player; callers never do. Each request has a
number; whatever belongs to an older one is dropped (A10).
"""

import atexit
import threading
import time
from collections.abc import Callable, Sequence

from facilitator.adapters.speech.making import Maker, NoRoom, Sound
from facilitator.adapters.speech.playing import Playing
from facilitator.adapters.speech.room import Room
from facilitator.adapters.speech.sounds import Sounds, remove
from facilitator.adapters.speech.worker import Worker
from facilitator.domain.speech import Trouble, Utterance, Voice

FINAL = (Trouble.NO_ENGINE, Trouble.NO_PLAYER, Trouble.NO_ROOM, Trouble.STOPPED)
"""After these nothing is tried until somebody asks anew."""
AGAIN = 10.0
"""Seconds until a loudspeaker that did not answer is tried again: it may be plugged in by then."""


class ChildSpeaker:
    """Speech by a child and a player of the system."""

    def __init__(
        self,
        begin: Callable[[], Maker] = Worker,
        playing: Playing | None = None,
        room: Room | None = None,
        again: float = AGAIN,
    ) -> None:
        """Start nothing yet."""
        self._sounds = Sounds(begin, room or Room())
        self._playing = playing or Playing()
        self._again, self._again_at = again, 0.0
        self._change = threading.Condition()
        self._request = self._done = 0
        self._asked: tuple[tuple[Utterance, ...], Voice] = ((), Voice())
        self._thread: threading.Thread | None = None
        self._is_closed = self._is_anew = False
        self._told: Callable[[], None] | None = None
        self._trouble = Trouble.NONE
        self._position = 0
        atexit.register(self.close)

    def warm(self) -> None:
        """Get ready in the background; speech that stopped is tried anew."""
        self._is_anew = True
        self._set(Trouble.NONE)
        self.say((), Voice())

    def say(self, utterances: Sequence[Utterance], voice: Voice) -> None:
        """Be silent, then say these in turn; returns at once."""
        with self._change:
            if self._is_closed:
                return
            self._hush()
            self._position = 0
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

    @property
    def engine(self) -> str:
        """Which engine speaks: "system", "wheel" or "say"; "" before one does."""
        maker = self._sounds.maker
        return maker.engine if maker is not None else ""

    @property
    def player(self) -> str:
        """The program that plays; "" before one was found."""
        return self._playing.player

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
        self._sounds.close()
        if self._thread is not None and self._thread is not threading.current_thread():
            self._thread.join(1)
        self._sounds.close()
        self._playing.close()

    def _hush(self) -> None:
        """With the lock held: whatever runs for the request before is no longer wanted."""
        self._request += 1
        self._playing.hush()

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
        if not self._is_ready():
            return
        playing = self._wakes(request) if voice.wakes and utterances else None
        for at, utterance in enumerate(utterances):
            # The next one is made while this one plays.
            sound = self._made(request, at, utterance, voice)
            if not self._is_played(request, playing):
                remove(sound)
                return
            playing = sound
            self._play(request, at, sound)
        self._is_played(request, playing)

    def _is_ready(self) -> bool:
        """Have a folder, a player and a child; say what is missing."""
        if self._is_anew:
            self._is_anew = False
            self._set(Trouble.NONE)
            self._sounds.anew()
            self._playing.anew()
        waits = self._trouble is Trouble.NO_DEVICE and time.monotonic() < self._again_at
        if waits or self._trouble in FINAL:
            return False
        try:
            trouble = self._playing.look(self._sounds.room.folder())
        except NoRoom:
            trouble = Trouble.NO_ROOM
        if trouble is Trouble.NONE and not self._sounds.has_maker():
            trouble = self._sounds.trouble
        # That a language has no voice stays true until a sentence shows that it has one.
        if trouble is not Trouble.NONE or self._trouble is Trouble.NO_DEVICE:
            self._set(trouble)
        return trouble is Trouble.NONE

    def _wakes(self, request: int) -> Sound | None:
        """Begin what wakes a loudspeaker that may sleep; the first sentence is made meanwhile."""
        if not self._playing.may_sleep:
            return None
        try:
            sound = self._playing.waking(self._sounds.room.folder())
        except (NoRoom, OSError):
            return None
        self._play(request, 0, sound)
        return sound

    def _made(self, request: int, at: int, utterance: Utterance, voice: Voice) -> Sound | None:
        sound = self._sounds.made(
            f"{request}-{at}.wav", utterance, voice, lambda: request == self._request
        )
        if sound is not None or self._sounds.trouble is not Trouble.NONE:
            self._set(self._sounds.trouble)
        if sound is not None and sound.is_empty:
            remove(sound)
            return None
        return sound

    def _play(self, request: int, at: int, sound: Sound | None) -> None:
        if sound is None or request != self._request:
            return
        # Beginning a process takes milliseconds; a key that is pressed meanwhile must not
        # wait for the lock. What is no longer wanted then ends before it can be heard.
        self._playing.start(sound)
        with self._change:
            if request == self._request:
                self._position = at
            else:
                self._playing.hush()

    def _is_played(self, request: int, sound: Sound | None) -> bool:
        """Wait for the player; when it failed by itself, let another play the same once more.

        Return whether the next sentence should follow.
        """
        playing = self._playing
        while sound is not None and not playing.has_ended_well(sound):
            # A file that somebody deleted is no fault of the player.
            if request != self._request or not sound.file.exists():
                break
            if not playing.has_another() or not playing.other(self._sounds.room.folder()):
                self._set(Trouble.NO_DEVICE)
                remove(sound)
                return False
            self._play(request, self._position, sound)
        else:
            if sound is not None:
                playing.anew()
        remove(sound)
        return request == self._request

    def _set(self, trouble: Trouble) -> None:
        self._again_at = time.monotonic() + self._again
        if trouble is not self._trouble:
            self._trouble = trouble
            if self._told is not None:
                self._told()
