"""The voice on the real audio path, and every way in which it can be missing (A9-A12)."""

import os
import shutil
import stat
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from facilitator.adapters.speech.late import LateSpeaker
from facilitator.adapters.speech.players import MINI, Player, find_player
from facilitator.adapters.speech.probe import heard
from facilitator.adapters.speech.speaker import RESTARTS, ChildSpeaker
from facilitator.adapters.speech.worker import Worker
from facilitator.domain.speech import Trouble, Utterance, Voice
from tests.adapters.speech.sound import PacedPipe, configured, loud_samples

APLAY: Player = ("aplay", "-q")
CANARY = "marmalade canary"
LONG = Utterance(
    "One and two and three and four and five and six and seven and eight and nine " * 2
)
needs_aplay = pytest.mark.skipif(
    shutil.which("aplay") is None, reason="aplay is not here; .ci/run installs it"
)
Made = Callable[..., ChildSpeaker]


@pytest.fixture
def made(tmp_path: Path) -> Iterator[Made]:
    """Make speakers, and close them afterwards."""
    speakers: list[ChildSpeaker] = []

    def make(
        way: str = "", players: tuple[Player, ...] = (APLAY,), patience: float = 20.0
    ) -> ChildSpeaker:
        child = (sys.executable, str(Path(__file__).parent / "made_up_child.py"))
        more = {"child": (*child, str(tmp_path / "notes"), way)} if way else {}
        speaker = ChildSpeaker(known=lambda: players, patience=patience, **more)
        speakers.append(speaker)
        return speaker

    yield make
    for one in speakers:
        one.close()


@pytest.fixture
def sound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the file into which every player writes."""
    for name, value in configured(tmp_path, tmp_path / "out.raw").items():
        monkeypatch.setenv(name, value)
    return tmp_path / "out.raw"


def player(folder: Path, name: str, body: str) -> Player:
    """Make a made-up player."""
    path = folder / name
    path.write_text(f"#!/bin/sh\n{body}\n")
    path.chmod(0o755)
    return (str(path),)


def until(there: Callable[[], bool], what: str) -> None:
    """Wait for a condition; fail when it does not come."""
    end = time.monotonic() + 20
    pause = threading.Event()
    while not there():
        assert time.monotonic() < end, what
        pause.wait(0.01)


def notes(folder: Path) -> list[str]:
    """Return what the made-up child was asked."""
    path = folder / "notes"
    return path.read_text().splitlines() if path.exists() else []


@needs_aplay
def test_a_sentence_can_be_heard(made: Made, sound: Path) -> None:
    """A9: pyttsx3 in a child, a player of the system, loud samples at the end of it."""
    speaker = made()
    speaker.say((Utterance("Hello everyone."), Utterance("Choose a number.")), Voice())
    assert speaker.wait_until_said(20)
    assert speaker.trouble is Trouble.NONE
    assert speaker.position == 1
    assert loud_samples(sound.read_bytes()) > 5000


@needs_aplay
def test_louder_is_louder_and_faster_is_shorter(made: Made, sound: Path) -> None:
    """A9: volume and rate reach the engine."""

    def peak_and_length(voice: Voice) -> tuple[int, int]:
        sound.unlink(missing_ok=True)
        speaker = made()
        speaker.say((Utterance("Choose a number, then press Enter."),), voice)
        assert speaker.wait_until_said(20)
        raw = sound.read_bytes()
        return max(abs(one) for one in memoryview(raw[: len(raw) // 2 * 2]).cast("h")), len(raw)

    quiet, slow = peak_and_length(Voice(rate=110, volume=2))
    loud, fast = peak_and_length(Voice(rate=300, volume=9))
    assert loud > 2 * quiet
    assert fast < 0.7 * slow


@needs_aplay
def test_nothing_asked_is_nothing_heard(made: Made, sound: Path) -> None:
    """A9: the control; a speaker that is only made, or made ready, makes no sound."""
    made()
    late = LateSpeaker()
    late.silence()
    late.close()
    ready = made("fine")
    ready.warm()
    assert ready.wait_until_said(20)
    assert not sound.exists() or loud_samples(sound.read_bytes()) == 0


@needs_aplay
def test_silence_comes_at_once_and_the_rest_is_never_played(
    made: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A10: heard as a loudspeaker would play it; 41-43 ms were measured, 200 fail."""
    for name, value in configured(tmp_path, tmp_path / "pipe").items():
        monkeypatch.setenv(name, value)
    pipe = PacedPipe(tmp_path / "pipe")
    speaker = made()
    speaker.say((LONG, LONG), Voice())
    until(lambda: len(pipe.loud_at) > 10, "sound")
    called = time.monotonic()
    speaker.silence()
    silent = time.monotonic()
    assert speaker.wait_until_said(20)
    assert silent - called < 0.02
    heard_bytes = pipe.bytes
    pipe.close()
    assert pipe.loud_at[-1] - silent < 0.2
    assert heard_bytes < 44100 * 4, "two long sentences would be over ten seconds"


def test_of_fifty_requests_at_once_only_the_newest_is_said(made: Made, tmp_path: Path) -> None:
    """A10: no flood of speech."""
    quiet = player(tmp_path, "quiet", "exit 0")
    speaker = made("fine", (quiet,))
    speaker.warm()
    assert speaker.wait_until_said(20)
    for number in range(50):
        speaker.say((Utterance(f"number {number}"),), Voice())
    assert speaker.wait_until_said(20)
    said = notes(tmp_path)
    assert said[-1] == "number 49"
    assert len(said) < 10


@pytest.mark.parametrize(
    ("players", "trouble"), [((), Trouble.NO_PLAYER), (("broken",), Trouble.NO_DEVICE)]
)
def test_no_player_and_no_device_are_told_apart(
    made: Made, tmp_path: Path, players: tuple[str, ...], trouble: Trouble
) -> None:
    """A11: nothing was made either; the line says which it is."""
    known = tuple(player(tmp_path, one, "exit 1") for one in players)
    speaker = made("fine", known)
    told = threading.Event()
    speaker.when_troubled(told.set)
    speaker.say((Utterance(CANARY),), Voice())
    assert told.wait(20)
    assert speaker.wait_until_said(20)
    assert speaker.trouble is trouble
    assert notes(tmp_path) == []


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the wheel is for Linux here")
def test_a_player_that_hangs_is_no_player(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A11: the next one is tried."""
    monkeypatch.setattr("facilitator.adapters.speech.players.LIMIT", 0.2)
    hangs = player(tmp_path, "hangs", "exec sleep 60")
    fine = player(tmp_path, "fine", "exit 0")
    assert find_player((hangs, ("/nowhere/at-all",), fine), tmp_path) == fine


def test_without_an_engine_it_says_so_and_does_not_try_for_ever(made: Made, tmp_path: Path) -> None:
    """A11: one child, no second; warm() tries anew."""
    speaker = made("no-engine", (player(tmp_path, "quiet", "exit 0"),))
    for _ in range(3):
        speaker.say((Utterance("x"),), Voice())
        assert speaker.wait_until_said(20)
    assert speaker.trouble is Trouble.NO_ENGINE
    assert notes(tmp_path) == ["started"]
    speaker.warm()
    assert speaker.wait_until_said(20)
    assert notes(tmp_path) == ["started", "started"]


@pytest.mark.parametrize("way", ["hangs", "dies"])
def test_a_child_that_hangs_or_dies_is_begun_again_and_then_given_up(
    made: Made, tmp_path: Path, way: str
) -> None:
    """A11: three times, and no method waits for it."""
    speaker = made(way, (player(tmp_path, "quiet", "exit 0"),), 1.0)
    before = time.monotonic()
    speaker.say((Utterance("x"),), Voice())
    speaker.silence()
    speaker.say((Utterance("y"),), Voice())
    assert time.monotonic() - before < 0.5
    assert speaker.wait_until_said(30)
    assert speaker.trouble is Trouble.STOPPED
    assert notes(tmp_path).count("started") == RESTARTS + 1


def test_a_child_killed_from_outside_is_begun_again(made: Made, tmp_path: Path) -> None:
    """A11: the next sentence is said."""
    speaker = made("fine", (player(tmp_path, "quiet", "exit 0"),))
    speaker.say((Utterance("one"),), Voice())
    assert speaker.wait_until_said(20)
    assert speaker._worker is not None
    os.kill(speaker._worker.pid, 9)
    speaker.say((Utterance("two"),), Voice())
    assert speaker.wait_until_said(20)
    assert speaker.trouble is Trouble.NONE
    assert notes(tmp_path)[-1] == "two"


def test_headphones_pulled_out_and_another_player_goes_on(made: Made, tmp_path: Path) -> None:
    """A11: a player that fails in the middle is replaced; when none is left, it is said."""
    lives = player(tmp_path, "lives", f'[ -e "{tmp_path}/pulled" ] && exit 1; exit 0')
    speaker = made("fine", (lives,))
    speaker.say((Utterance("one"),), Voice())
    assert speaker.wait_until_said(20)
    (tmp_path / "pulled").touch()
    speaker.say((Utterance("two"),), Voice())
    assert speaker.wait_until_said(20)
    assert speaker.trouble is Trouble.NO_DEVICE


def test_a_language_without_a_voice_is_read_by_another_and_said(made: Made, tmp_path: Path) -> None:
    """5.1.3.14: speech goes on."""
    speaker = made("no-voice", (player(tmp_path, "quiet", "exit 0"),))
    speaker.say((Utterance("halò", "gd"),), Voice())
    assert speaker.wait_until_said(20)
    assert speaker.trouble is Trouble.NO_VOICE
    assert notes(tmp_path)[-1] == "halò"


def test_the_real_child_finds_a_voice_for_english_and_none_for_nonsense(tmp_path: Path) -> None:
    """5.1.3.14: by the language of the words."""
    worker = Worker(patience=20)
    try:
        fine, fits = worker.make(Utterance("Hello."), Voice(), tmp_path / "a.wav")
        assert (fine, fits) == (True, True)
        fine, fits = worker.make(Utterance("Hello.", "xx-YY"), Voice(), tmp_path / "b.wav")
        assert (fine, fits) == (True, False)
    finally:
        worker.close()


def test_no_word_is_in_any_process_list_or_left_on_the_disk(made: Made, tmp_path: Path) -> None:
    """S10: words go by a pipe; files are ours alone and gone afterwards."""
    seen = tmp_path / "seen"
    looks = player(tmp_path, "looks", f'cat /proc/*/cmdline >> "{seen}" 2>/dev/null; exit 0')
    speaker = made("fine", (looks,))
    speaker.say((Utterance(CANARY),), Voice())
    assert speaker.wait_until_said(20)
    assert CANARY.encode() not in seen.read_bytes()
    folder = speaker._folder
    assert folder is not None
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert list(folder.iterdir()) == []
    speaker.close()
    assert not folder.exists()


def test_the_doctors_sentence_says_what_is_wrong(made: Made, tmp_path: Path) -> None:
    """A11: heard, or why not."""
    assert heard("x", made("fine", (player(tmp_path, "quiet", "exit 0"),))) is Trouble.NONE
    assert heard("x", made("fine", ())) is Trouble.NO_PLAYER


def test_the_wheels_player_says_when_it_cannot(tmp_path: Path) -> None:
    """A11: exit code 1 for what is no sound."""
    (tmp_path / "x.wav").write_text("no sound")
    import subprocess

    done = subprocess.run([*MINI, str(tmp_path / "x.wav")], capture_output=True, check=False)
    assert (done.returncode, done.stdout) == (1, b"")
