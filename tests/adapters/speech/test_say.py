"""macOS: the system's `say`, here a made-up one; nothing of this has run on a Mac (issue 3)."""

import os
import stat
import time
from pathlib import Path

import pytest

from facilitator.adapters.speech.here import maker_of, speaker_of
from facilitator.adapters.speech.late import LateSpeaker
from facilitator.adapters.speech.making import NoEngine
from facilitator.adapters.speech.probe import heard
from facilitator.adapters.speech.say import WordFiles
from facilitator.domain.speech import Trouble, Utterance, Voice
from tests.adapters.speech.stage import CANARY, until

LISTED = """\
Albert              en_US    # Hello! My name is Albert.
Bad News            en_US    # Hello! My name is Bad News.
Eddy (English (UK)) en_GB    # Hello! My name is Eddy.
Daniel              en_GB    # Hello! My name is Daniel.
Samantha            en_US    # Hello! My name is Samantha.
Thomas              fr_FR    # Bonjour, je m'appelle Thomas.
"""


@pytest.fixture
def mac(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put a made-up `say` on the path; it notes its arguments, the words and their mode."""
    folder = tmp_path / "bin"
    folder.mkdir()
    (tmp_path / "listed").write_text(LISTED)
    say = folder / "say"
    say.write_text(
        "#!/bin/sh\n"
        f'if [ "$2" = "?" ]; then cat "{tmp_path}/listed"; exit 0; fi\n'
        f'for last in "$@"; do :; done\n[ -s "$last" ] || exit 0\n'
        f'echo "$*" >> "{tmp_path}/arguments"\n'
        f'stat -c %a "$last" >> "{tmp_path}/modes"\n'
        f'cat "$last" >> "{tmp_path}/words"\n'
        f'[ -e "{tmp_path}/slow" ] && exec sleep 3600\nexit 0\n'
    )
    say.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    return tmp_path


def lines(folder: Path, name: str) -> list[str]:
    """Return what the made-up `say` noted."""
    path = folder / name
    return path.read_text().splitlines() if path.exists() else []


def test_a_mac_says_it_with_rate_volume_and_voice(mac: Path) -> None:
    """A9: one `say` a sentence, in turn, in the voice of the words' language."""
    speaker = speaker_of("darwin")
    try:
        said = (Utterance("Hello."), Utterance("Bonjour.", "fr"), Utterance("Halò.", "gd"))
        speaker.say(said, Voice(rate=220, volume=4))
        assert speaker.wait_until_said(20)
        assert speaker.trouble is Trouble.NO_VOICE
        assert (speaker.engine, speaker.player) == ("say", "say")
        speaker.say((Utterance("Hi."),), Voice(accent="en-us"))
        assert speaker.wait_until_said(20)
    finally:
        speaker.close()
    arguments = [line.rpartition(" ")[0] for line in lines(mac, "arguments")]
    assert arguments == [
        "-v Daniel -r 220 -f",
        "-v Thomas -r 220 -f",
        "-r 220 -f",
        "-v Samantha -r 160 -f",
    ]
    assert lines(mac, "words")[:2] == ["[[volm 0.4]] Hello.", "[[volm 0.4]] Bonjour."]


def test_words_for_say_are_in_a_file_of_ours_and_gone_afterwards(mac: Path) -> None:
    """S10: never an argument; brackets that would command the engine are words."""
    speaker = speaker_of("darwin")
    speaker.say((Utterance(f"{CANARY} [[slnc 9999]]"),), Voice())
    assert speaker.wait_until_said(20)
    folder = speaker._sounds.room.folder()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert list(folder.iterdir()) == []
    speaker.close()
    assert CANARY not in " ".join(lines(mac, "arguments"))
    assert lines(mac, "modes") == ["600"]
    assert lines(mac, "words") == [f"[[volm 0.7]] {CANARY} [ [slnc 9999]]"]


def test_a_mac_is_silent_at_once_and_the_rest_is_never_said(mac: Path) -> None:
    """A10: the same kill, by the same thread."""
    (mac / "slow").touch()
    speaker = LateSpeaker("darwin")
    speaker.say((Utterance("one"), Utterance("two")), Voice())
    until(lambda: len(lines(mac, "words")) == 1, "it says the first")
    real = speaker._real
    assert real is not None
    before = time.monotonic()
    speaker.silence()
    assert time.monotonic() - before < 0.05
    assert real.wait_until_said(20)
    speaker.close()
    assert len(lines(mac, "words")) == 1


def test_without_say_there_is_no_voice_and_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """A11: the control; the doctor names both."""
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(NoEngine):
        WordFiles()
    report = heard("x", "darwin")
    assert (report.engine, report.player, report.trouble) == ("", "", Trouble.NO_PLAYER)


def test_the_doctor_of_a_mac_names_its_voice(mac: Path) -> None:
    """A11: and the sentence was said."""
    report = heard("A test.", "darwin")
    assert (report.engine, report.player, report.trouble) == ("say", "say", Trouble.NONE)
    assert lines(mac, "words") == ["[[volm 0.7]] A test."]
    assert maker_of("darwin").engine == "say"


def test_a_disk_without_room_is_said_on_a_mac_too(mac: Path) -> None:
    """A11: the words could not be written."""
    maker = WordFiles()
    assert maker.pid == 0
    (mac / "there").write_text("")
    from facilitator.adapters.speech.making import NoRoom

    with pytest.raises(NoRoom):
        maker.make(Utterance("x"), Voice(), mac / "there")
    maker.close()


def test_a_mac_wakes_its_loudspeaker_by_a_long_silence(mac: Path) -> None:
    """A9: `say` would read a sound file aloud; it is told to be silent for so long."""
    speaker = speaker_of("darwin")
    try:
        speaker.say((Utterance("Hello."),), Voice(wakes=True))
        assert speaker.wait_until_said(20)
    finally:
        speaker.close()
    assert lines(mac, "words") == ["[[slnc 1500]]", "[[volm 0.7]] Hello."]
