"""macOS: the system's own `say` speaks a file of words, and is killed to be silent.

Here the maker writes the words, and `say` is the player. No library is needed. The words
are never an argument, which anybody on the machine could read (S10).
"""

import re
import shutil
import subprocess
from contextlib import suppress
from pathlib import Path

from facilitator.adapters.speech.making import NoEngine, NoRoom, Sound
from facilitator.adapters.speech.players import Player
from facilitator.adapters.speech.voices import tag_of, voice_for
from facilitator.adapters.speech.waking import SECONDS as WAKING
from facilitator.domain.speech import Utterance, Voice
from facilitator.files.atomic import write_new
from facilitator.files.disk import Disk

SAY: Player = ("say",)
PATIENCE = 5.0
PLAIN_VOICES = ("Daniel", "Samantha")
"""Of the many voices of a language these read clearly; others sing or whisper."""
_ROW = re.compile(r"^(?P<name>.+?)\s+(?P<tag>[a-z]{2,3}[_-]\w+)\s+#")


def known_players() -> tuple[Player, ...]:
    """Return `say`, where it is."""
    return (SAY,) if shutil.which("say") else ()


def words_of_silence(folder: Path) -> tuple[str, ...]:
    """Write no words; return how `say` is asked to say them. Raises OSError."""
    silence = folder / "silence.txt"
    silence.unlink(missing_ok=True)  # of a try that was cut short
    write_new(Disk(), silence, b"")
    return ("-f", str(silence))


def silence_that_wakes(folder: Path) -> Sound:
    """Write a long silence in the words of the engine, as a file to play. Raises OSError."""
    file = folder / "waking.txt"
    file.unlink(missing_ok=True)  # of a try that was cut short
    write_new(Disk(), file, f"[[slnc {WAKING * 1000:.0f}]]\n".encode())
    return Sound(file, WAKING, options=("-f",))


class WordFiles:
    """making.Maker: files of words, and which voice of this Mac reads them."""

    def __init__(self) -> None:
        """Ask once which voices there are; raises NoEngine where there is no `say`."""
        if not known_players():
            raise NoEngine
        self._voices = _listed()

    @property
    def engine(self) -> str:
        """The voice of the system."""
        return "say"

    @property
    def pid(self) -> int:
        """No process runs for it."""
        return 0

    def make(self, utterance: Utterance, voice: Voice, file: Path) -> Sound:
        """Write the words, with how loud they are said. Raises NoRoom."""
        # Two brackets would begin a command of the speech engine.
        words = utterance.text.replace("[[", "[ [")
        told = f"[[volm {voice.volume / 10:.1f}]] {words}\n"
        try:
            write_new(Disk(), file, told.encode("utf-8", "replace"))
        except OSError as fault:
            raise NoRoom from fault
        name = voice_for(self._voices, utterance.language, voice.accent)
        by_name = ("-v", name) if name else ()
        # Nobody knows how long it takes before it was said: twice what it should.
        seconds = 2 * (len(words) / 5 + 2) * 60 / voice.rate
        options = (*by_name, "-r", str(voice.rate), "-f")
        return Sound(file, seconds, fits=bool(name), options=options)

    def close(self) -> None:
        """Nothing runs."""


def _listed() -> dict[str, str]:
    """Return the names of this Mac's voices by their language tags, the plain ones first."""
    listed = ""
    with suppress(OSError, subprocess.SubprocessError):
        asked = subprocess.run(  # noqa: S603  the system's own
            [*SAY, "-v", "?"],
            capture_output=True,
            stdin=subprocess.DEVNULL,
            timeout=PATIENCE,
            check=False,
        )
        listed = asked.stdout.decode("utf-8", "replace")
    rows = [row for row in map(_ROW.match, listed.splitlines()) if row]
    rows.sort(key=lambda row: row["name"] not in PLAIN_VOICES)
    found: dict[str, str] = {}
    for row in rows:
        found.setdefault(tag_of(row["tag"]), row["name"])
    return found
