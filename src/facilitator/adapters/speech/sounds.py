"""Has sound files made: a dead child is begun again, a full place is left (A11)."""

from collections.abc import Callable
from pathlib import Path

from facilitator.adapters.speech.making import Gone, Maker, NoEngine, NoRoom, Sound
from facilitator.adapters.speech.room import Room
from facilitator.domain.speech import Trouble, Utterance, Voice

RESTARTS = 3
"""How often a child that died or hung is started again, until a sound is made or somebody asks."""


class Sounds:
    """The maker of sound files, begun when it is first needed; used by one thread."""

    def __init__(self, begin: Callable[[], Maker], room: Room) -> None:
        """Begin nothing yet."""
        self._begin, self.room = begin, room
        self._maker: Maker | None = None
        self._restarts = 0
        self.trouble = Trouble.NONE

    @property
    def maker(self) -> Maker | None:
        """Who makes them now."""
        return self._maker

    def has_maker(self) -> bool:
        """Begin a maker where there is none; return whether there is one, else see `trouble`."""
        while self._maker is None and self._restarts <= RESTARTS:
            try:
                self._maker = self._begin()
            except NoEngine:
                self.trouble = Trouble.NO_ENGINE
                return False
            except (Gone, OSError):
                self._lost()
        return self._maker is not None

    def made(
        self, name: str, utterance: Utterance, voice: Voice, is_wanted: Callable[[], bool]
    ) -> Sound | None:
        """Have one file made; None when it is no longer wanted or cannot be: see `trouble`."""
        while is_wanted() and self.has_maker() and self._maker is not None:
            try:
                sound = self._maker.make(utterance, voice, self.room.folder() / name)
            except Gone:
                self._lost()
            except NoRoom:
                if not self._has_moved():
                    return None
            else:
                self._restarts = 0
                self.trouble = Trouble.NONE if sound.fits else Trouble.NO_VOICE
                return sound
        return None

    def anew(self) -> None:
        """Forget what failed: somebody asks anew."""
        self._restarts = 0
        self.trouble = Trouble.NONE
        self.room.anew()

    def close(self) -> None:
        """End the maker, and remove what it made."""
        maker, self._maker = self._maker, None
        if maker is not None:
            maker.close()
        self.room.close()

    def _lost(self) -> None:
        self._maker = None
        self._restarts += 1
        if self._restarts > RESTARTS:
            self.trouble = Trouble.STOPPED

    def _has_moved(self) -> bool:
        self.room.leave()
        try:
            self.room.folder()
        except NoRoom:
            self.trouble = Trouble.NO_ROOM
            return False
        return True


def remove(sound: Sound | None) -> None:
    """Remove its file, if it is still there."""
    if sound is not None:
        Path(sound.file).unlink(missing_ok=True)
