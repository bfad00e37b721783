"""Which voice reads: the language of the words, an accent, British English for English (5.1.3.14)."""

import ctypes
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from facilitator.adapters.speech.making import NoEngine
from facilitator.adapters.speech.voices import voice_for
from facilitator.adapters.speech.worker import CHILD, Worker
from facilitator.domain.speech import Utterance, Voice
from tests.adapters.speech.stage import LONG

HIDDEN = (sys.executable, str(Path(__file__).parent / "hidden_child.py"))
ENGINE = {
    "en-029": "gmw/en-029",
    "en-gb": "gmw/en",
    "en-gb-scotland": "gmw/en-gb-scotland",
    "en-us": "gmw/en-us",
    "fr-be": "roa/fr-be",
    "fr-fr": "roa/fr",
    "cmn": "sit/cmn",
    "pl": "zlw/pl",
    "es": "roa/es",
    "es-419": "roa/es-419",
}
"""Some voices of eSpeak NG 1.51 and 1.52, in the order in which both name them."""


def has_system_engine() -> bool:
    """Return whether this machine has an engine of its own."""
    try:
        ctypes.CDLL("libespeak-ng.so.1")
    except OSError:
        return False
    return True


@dataclass(frozen=True)
class Engine:
    """One engine of this machine. A fresh child each time: the same words sound the same then."""

    name: str
    folder: Path

    def sound(self, language: str, accent: str = "") -> tuple[bytes, bool]:
        """Return how these words sound, and whether the voice fits the language."""
        worker = Worker(CHILD if self.name == "system" else HIDDEN, 20)
        assert worker.engine == self.name
        try:
            words = Utterance("A bath and a car.", language)
            made = worker.make(words, Voice(accent=accent), self.folder / "a.wav")
            sound = made.file.read_bytes()
            made.file.unlink()
        finally:
            worker.close()
        return sound, made.fits


@pytest.fixture(params=["system", "wheel"])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Engine:
    """Return each engine in turn."""
    if request.param == "system" and not has_system_engine():
        pytest.skip("no libespeak-ng.so.1 here; .ci/run installs it")
    return Engine(request.param, tmp_path)


@pytest.mark.parametrize(
    ("language", "accent", "voice"),
    [
        ("en-GB", "", "gmw/en"),
        ("en", "", "gmw/en"),
        ("en-IE", "", "gmw/en"),
        ("en_US", "", "gmw/en-us"),
        ("en-GB", "en-gb-scotland", "gmw/en-gb-scotland"),
        ("en-GB", "en-gb-atlantis", "gmw/en"),
        ("fr-FR", "en-gb-scotland", "roa/fr"),
        ("fr-CA", "", "roa/fr"),
        ("zh-Hans", "", "sit/cmn"),
        ("pl", "", "zlw/pl"),
        ("es-MX", "", "roa/es"),
        ("xx-YY", "", ""),
        ("", "en-us", ""),
    ],
)
def test_a_voice_is_found_by_language_and_accent(language: str, accent: str, voice: str) -> None:
    """5.1.3.14: not the first in the list, which reads English as it is spoken elsewhere."""
    assert voice_for(ENGINE, language, accent) == voice


def test_the_real_engine_reads_english_as_in_britain(engine: Engine) -> None:
    """5.1.3.14: what is heard is compared byte by byte, with each engine that is here."""
    british = engine.sound("en-GB")
    assert british[1]
    assert engine.sound("en-GB") == british, "the control: the same words sound the same"
    assert engine.sound("en") == british
    assert engine.sound("en-IE") == british
    assert engine.sound("en-US") != british
    assert engine.sound("en-029") != british
    scottish = engine.sound("en-GB", "en-gb-scotland")
    assert scottish not in (british, engine.sound("en-US"))
    assert engine.sound("fr-FR", "en-gb-scotland") == engine.sound("fr-FR")


def test_a_language_that_nobody_speaks_is_read_by_the_british_voice(engine: Engine) -> None:
    """5.1.3.14: and it is said that the voice does not fit."""
    british, _ = engine.sound("en-GB")
    assert engine.sound("xx-YY") == (british, False)


def test_no_sentence_is_cut_short_or_lost(tmp_path: Path) -> None:
    """A9: pyttsx3 returns too early the first time; a long sentence is whole all the same."""
    for number in range(3):
        worker = Worker(patience=20)
        long = [worker.make(LONG, Voice(), tmp_path / f"{number}-{at}.wav") for at in range(2)]
        short = worker.make(Utterance("Hello."), Voice(), tmp_path / f"{number}.wav")
        worker.close()
        assert all(8 < one.seconds < 13 for one in long)
        assert 0.4 < short.seconds < 1.5
        assert long[0].file.stat().st_size == pytest.approx(44 + 44100 * long[0].seconds)


def test_speech_needs_no_engine_of_the_system() -> None:
    """Issue 3: the engine comes with the program; without it, the control, there is none."""
    worker = Worker(HIDDEN, 20)
    maps = Path(f"/proc/{worker.pid}/maps").read_text().splitlines()
    worker.close()
    loaded = {line.split()[-1] for line in maps if "libespeak" in line}
    assert loaded
    assert all("espeakng_loader" in one for one in loaded)
    with pytest.raises(NoEngine):
        Worker((*HIDDEN, "no-wheel"), 20)
