"""The voice on the real audio path: heard, quick, silent at once (A9, A10)."""

import os
import stat
import subprocess
import sys
import time
from pathlib import Path

from facilitator.adapters.speech.late import LateSpeaker
from facilitator.domain.speech import Trouble, Utterance, Voice
from tests.adapters.speech.sound import PacedPipe, loud_samples
from tests.adapters.speech.stage import CANARY, LONG, Stage, needs_aplay, until


@needs_aplay
def test_a_sentence_can_be_heard(stage: Stage, sound: Path) -> None:
    """A9: pyttsx3 in a child, a player of the system, loud samples at the end of it."""
    speaker = stage.speaker()
    speaker.say((Utterance("Hello everyone."), Utterance("Choose a number.")), Voice())
    assert speaker.wait_until_said(20)
    assert speaker.trouble is Trouble.NONE
    assert speaker.position == 1
    assert loud_samples(sound.read_bytes()) > 5000


@needs_aplay
def test_louder_is_louder_and_faster_is_shorter(stage: Stage, sound: Path) -> None:
    """A9: volume and rate reach the engine."""

    def peak_and_length(voice: Voice) -> tuple[int, int]:
        sound.unlink(missing_ok=True)
        speaker = stage.speaker()
        speaker.say((Utterance("Choose a number, then press Enter."),), voice)
        assert speaker.wait_until_said(20)
        raw = sound.read_bytes()
        return max(abs(one) for one in memoryview(raw[: len(raw) // 2 * 2]).cast("h")), len(raw)

    quiet, slow = peak_and_length(Voice(rate=110, volume=2))
    loud, fast = peak_and_length(Voice(rate=300, volume=9))
    assert loud > 2 * quiet
    assert fast < 0.7 * slow


@needs_aplay
def test_nothing_asked_is_nothing_heard(stage: Stage, sound: Path) -> None:
    """A9: the control; a speaker that is only made, or made ready, makes no sound."""
    stage.speaker()
    late = LateSpeaker()
    late.silence()
    late.close()
    ready = stage.speaker("fine")
    ready.warm()
    assert ready.wait_until_said(20)
    assert not sound.exists() or loud_samples(sound.read_bytes()) == 0


@needs_aplay
def test_silence_comes_at_once_and_the_rest_is_never_played(stage: Stage, pipe: Path) -> None:
    """A10: heard as a loudspeaker would play it; 41-43 ms were measured, 200 fail."""
    heard = PacedPipe(pipe)
    speaker = stage.speaker()
    speaker.say((LONG, LONG), Voice())
    until(lambda: len(heard.loud_at) > 10, "sound")
    called = time.monotonic()
    speaker.silence()
    silent = time.monotonic()
    assert speaker.wait_until_said(20)
    assert silent - called < 0.02
    heard_bytes = heard.bytes
    heard.close()
    assert heard.loud_at[-1] - silent < 0.2
    assert heard_bytes < 44100 * 4, "two long sentences would be over ten seconds"


def test_of_fifty_requests_at_once_only_the_newest_is_said(stage: Stage) -> None:
    """A10: no flood of speech."""
    speaker = stage.speaker("fine", stage.quiet())
    speaker.warm()
    assert speaker.wait_until_said(20)
    for number in range(50):
        speaker.say((Utterance(f"number {number}"),), Voice())
    assert speaker.wait_until_said(20)
    said = stage.notes()
    assert said[-1] == "number 49"
    assert len(said) < 10


def test_the_next_sentence_is_made_while_this_one_plays(stage: Stage, tmp_path: Path) -> None:
    """A10: between two sentences nobody waits for the engine; the one after is not yet made."""
    go = tmp_path / "go"
    os.mkfifo(go)
    silent = '[ "${1##*/}" = silence.wav ] && exit 0'
    plays = stage.player("plays", f'{silent}; echo "$1" >> "{tmp_path}/played"; read x < "{go}"')
    speaker = stage.speaker("fine", (plays,))
    speaker.say(tuple(Utterance(one) for one in ("one", "two", "three")), Voice())

    def played() -> int:
        path = tmp_path / "played"
        return len(path.read_text().splitlines()) if path.exists() else 0

    for number, made in ((1, ["one", "two"]), (2, ["one", "two", "three"])):
        until(lambda: played() == number, "the player begins")  # noqa: B023  used at once
        until(lambda: stage.notes()[1:] == made, "the next one is made")  # noqa: B023
        assert speaker.position == number - 1
        go.write_text("\n")
    until(lambda: played() == 3, "the last one plays")
    go.write_text("\n")
    assert speaker.wait_until_said(20)
    assert stage.notes()[1:] == ["one", "two", "three"]


def test_a_sentence_without_sound_is_passed_over(stage: Stage, tmp_path: Path) -> None:
    """A9: "..." holds nothing to hear, and is no fault; what follows is said."""
    notes = stage.player("notes-it", f'echo "$1" >> "{tmp_path}/played"; exit 0')
    speaker = stage.speaker("", (notes,))
    speaker.say((Utterance("..."), Utterance("Hello.")), Voice())
    assert speaker.wait_until_said(20)
    assert speaker.trouble is Trouble.NONE
    assert speaker.position == 1


def test_no_word_is_in_any_process_list_or_left_on_the_disk(stage: Stage, tmp_path: Path) -> None:
    """S10: words go by a pipe; files are ours alone and gone afterwards."""
    seen, modes = tmp_path / "seen", tmp_path / "modes"
    looks = stage.player(
        "looks",
        f'cat /proc/*/cmdline >> "{seen}" 2>/dev/null; stat -c %a "$1" >> "{modes}"; exit 0',
    )
    speaker = stage.speaker("", (looks,))
    speaker.say((Utterance(CANARY),), Voice())
    assert speaker.wait_until_said(20)
    assert CANARY.encode() not in seen.read_bytes()
    assert modes.read_text().split()[-1] == "600"
    folder = speaker._sounds.room.folder()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert list(folder.iterdir()) == []
    speaker.close()
    assert not folder.exists()


def test_nothing_outlives_a_program_that_was_killed(tmp_path: Path) -> None:
    """A11: the child ends when its parent is gone, whatever ended that."""
    code = (
        "import sys\nfrom facilitator.adapters.speech.worker import Worker\n"
        "print(Worker(patience=20).pid, flush=True)\nsys.stdin.read()\n"
    )
    root = Path(__file__).parents[3]
    parent = subprocess.Popen(
        [sys.executable, "-c", code],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(root / "src")},
    )
    assert parent.stdout is not None
    assert parent.stdin is not None
    child = int(parent.stdout.readline())
    parent.kill()
    parent.wait()
    parent.stdout.close()
    parent.stdin.close()

    def is_gone() -> bool:
        try:
            state = Path(f"/proc/{child}/stat").read_text().rpartition(")")[2].split()[0]
        except OSError:
            return True
        return state == "Z"

    until(is_gone, "the child ends")
