"""The player that comes with the program, where the system has none (issue 3)."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from facilitator.adapters.speech import players
from facilitator.adapters.speech.players import MINI, find_player, known_players, name_of
from facilitator.adapters.speech.playing import Playing
from facilitator.adapters.speech.speaker import ChildSpeaker
from facilitator.adapters.speech.worker import Worker
from facilitator.domain.speech import Trouble, Utterance, Voice
from tests.adapters.speech.sound import BYTES_A_SECOND, PacedPipe, configured
from tests.adapters.speech.stage import LONG, until
from tests.adapters.speech.test_voices import HIDDEN

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="the wheel is for Linux here"
)


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the pipe into which sound goes, on a machine without any player of its own."""
    monkeypatch.setattr(players, "SYSTEM", ())
    for name, value in configured(tmp_path, tmp_path / "pipe").items():
        monkeypatch.setenv(name, value)
    return tmp_path / "pipe"


def test_speech_needs_no_package_of_the_system(path: Path) -> None:
    """Issue 3: engine and player from wheels alone, heard to the end, as a loudspeaker plays it."""
    assert known_players() == (MINI,)
    pipe = PacedPipe(path)
    speaker = ChildSpeaker(lambda: Worker(HIDDEN, 20), Playing(known_players))
    try:
        speaker.say((Utterance("Hello everyone."), Utterance("Choose a number.")), Voice())
        assert speaker.wait_until_said(30)
        assert (speaker.trouble, speaker.position) == (Trouble.NONE, 1)
        assert (speaker.engine, speaker.player) == ("wheel", "miniaudio")
        assert len(pipe.loud_at) > 40, "20 ms each: over 0.8 seconds of sound"
        assert pipe.bytes > 1.5 * BYTES_A_SECOND
    finally:
        speaker.close()
        pipe.close()


def test_killing_the_wheels_player_is_silence(path: Path) -> None:
    """A10: as with the system's players."""
    pipe = PacedPipe(path)
    speaker = ChildSpeaker(lambda: Worker(HIDDEN, 20), Playing(known_players))
    try:
        speaker.say((LONG,), Voice())
        until(lambda: len(pipe.loud_at) > 10, "sound")
        speaker.silence()
        silent = time.monotonic()
        assert speaker.wait_until_said(20)
    finally:
        speaker.close()
        pipe.close()
    assert pipe.loud_at[-1] - silent < 0.2


def test_the_one_that_waits_may_be_killed_and_ends_with_the_voice(path: Path) -> None:
    """A10, A11: the sentence is played all the same; afterwards none is left."""
    pipe = PacedPipe(path)
    speaker = ChildSpeaker(lambda: Worker(HIDDEN, 20), Playing(known_players))
    try:
        speaker.warm()
        assert speaker.wait_until_said(20)
        waiting = speaker._playing._standby._waiting
        assert waiting is not None
        waiting.kill()
        waiting.wait()
        speaker.say((Utterance("Hello everyone."),), Voice())
        assert speaker.wait_until_said(20)
        assert speaker.trouble is Trouble.NONE
        last = speaker._playing._standby._waiting
        assert last is not None
        assert last.poll() is None, "the control: one waits"
    finally:
        speaker.close()
        pipe.close()
    assert len(pipe.loud_at) > 10
    assert last.poll() is not None


def test_the_wheels_player_says_when_it_cannot(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A11: exit code 1, and no word, for what is no sound and where there is no card."""
    (tmp_path / "x.wav").write_text("no sound")
    done = subprocess.run([*MINI, str(tmp_path / "x.wav")], capture_output=True, check=False)
    assert (done.returncode, done.stdout) == (1, b"")
    assert name_of(MINI) == "miniaudio"
    conf = tmp_path / "no-card.conf"
    conf.write_text("pcm.!default { type hw card 77 }\n")
    monkeypatch.setenv("ALSA_CONFIG_PATH", str(conf))
    assert find_player((MINI,), tmp_path) is Trouble.NO_DEVICE
