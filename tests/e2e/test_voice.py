"""The voice and the whole program: what the doctor says, and trouble on a real screen (A9, A11)."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from facilitator.domain.speech import Trouble, VoiceReport
from facilitator.meetings.command_line import voice_lines
from facilitator.wording import speech
from tests.adapters.speech.sound import configured, loud_samples
from tests.terminal import ROOT, Terminal


def deaf(folder: Path, *, has_player: bool) -> dict[str, str]:
    """Return the environment of a machine without a sound card."""
    (folder / "bin").mkdir()
    aplay = shutil.which("aplay")
    if has_player and aplay:
        (folder / "bin" / "aplay").symlink_to(aplay)
    (folder / "no-card.conf").write_text("pcm.!default { type hw card 77 }\n")
    return {
        "PATH": str(folder / "bin"),
        "ALSA_CONFIG_PATH": str(folder / "no-card.conf"),
        "PULSE_SERVER": "unix:/nowhere",
    }


def doctor(folder: Path, **environment: str) -> str:
    """Return what the doctor says."""
    done = subprocess.run(
        [sys.executable, "-m", "facilitator", "--data", str(folder / "data"), "doctor"],
        capture_output=True, text=True, timeout=60, check=False, stdin=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src"), "TERM": "xterm", **environment},
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


@pytest.mark.skipif(shutil.which("aplay") is None, reason=".ci/run installs aplay")
def test_the_doctor_plays_a_sentence_and_names_what_speaks_and_plays(tmp_path: Path) -> None:
    """A11: the sentence reaches the sound system; the control is the machine without a card."""
    told = doctor(tmp_path, **configured(tmp_path, tmp_path / "out.raw"))
    assert "Voice: made by eSpeak NG, which" in told
    assert "Voice: a test sentence was played." in told
    assert "Sound: played by " in told
    if "played by aplay" in told:
        assert loud_samples((tmp_path / "out.raw").read_bytes()) > 5000
    told = doctor(tmp_path, **deaf(tmp_path, has_player=True))
    assert "Voice: made by eSpeak NG, which" in told
    assert "Sound: nothing here can play it." in told
    assert speech.TROUBLE[Trouble.NO_DEVICE] in told
    assert speech.MEND[Trouble.NO_DEVICE] in told
    assert "was played" not in told


@pytest.mark.parametrize(
    ("report", "said"),
    [
        (VoiceReport("", "aplay", Trouble.NO_ENGINE), ["apt install libespeak-ng1"]),
        (
            VoiceReport("", "", Trouble.NO_PLAYER),
            ["apt install libespeak-ng1", "apt install alsa-utils", "No sound player"],
        ),
        (VoiceReport("wheel", "", Trouble.NO_PLAYER), ["apt install alsa-utils"]),
        (VoiceReport("system", "", Trouble.NO_ROOM), ["needs some room", "Make some room"]),
        (VoiceReport("system", "aplay", Trouble.STOPPED), ["not played to its end"]),
        (VoiceReport("wheel", "aplay", Trouble.NO_VOICE), ["no voice for this language"]),
        (None, ["not on this system yet"]),
    ],
)
def test_the_doctor_names_what_is_missing_and_what_mends_it(
    report: VoiceReport | None, said: list[str]
) -> None:
    """A11: whichever it is, the voice is not called fine."""
    told = "\n".join(voice_lines(report, "linux"))
    assert all(one in told for one in said)
    assert ("libespeak" in told) is any("libespeak" in one for one in said)
    assert "was played." not in told
    assert "apt" not in "\n".join(voice_lines(report, "darwin")) or report is None or report.engine


def test_trouble_with_the_voice_comes_to_the_screen_without_a_key(tmp_path: Path) -> None:
    """A11: one calm line in the middle of a prompt; nothing that a player prints is seen."""
    command = [sys.executable, "-m", "facilitator", "--data", str(tmp_path / "data")]
    with Terminal(command, env=deaf(tmp_path, has_player=True)) as window:
        window.wait_text("What would you like to do?")
        assert "loudspeaker" not in window.text
        window.send(b"+")
        window.wait_text("No loudspeaker answered.")
        assert "What would you like to do?" in window.text
        assert "ALSA" not in window.text
        window.send(b"1")
        window.send(b"\r")
        window.wait_for(lambda: "loudspeaker" not in window.text)
