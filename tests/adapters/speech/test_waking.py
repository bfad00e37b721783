"""A loudspeaker that sleeps is woken before the first word (A9)."""

import array
import os
from pathlib import Path

import pytest

from facilitator.adapters.speech.playing import Playing
from facilitator.adapters.speech.speaker import ChildSpeaker
from facilitator.adapters.speech.waking import SECONDS, waking_sound
from facilitator.adapters.speech.worker import Worker
from facilitator.domain.speech import Trouble, Utterance, Voice
from tests.adapters.speech.sound import BYTES_A_SECOND, RATE, PacedPipe
from tests.adapters.speech.stage import LONG, Stage, needs_aplay, until

WAKES = Voice(wakes=True)
HELLO = Utterance("Hello everyone.")


def before_the_first_word(stage: Stage, pipe: Path, voice: Voice) -> float:
    """Return how many seconds of sound come before the first that can be heard."""
    heard = PacedPipe(pipe)
    speaker = stage.speaker()
    speaker.say((HELLO,), voice)
    assert speaker.wait_until_said(20)
    assert speaker.trouble is Trouble.NONE
    heard.close()
    pipe.unlink()
    return heard.quiet_bytes / BYTES_A_SECOND


@needs_aplay
def test_a_loudspeaker_has_time_to_wake_before_the_first_word(stage: Stage, pipe: Path) -> None:
    """A9: on the real audio path; the control speaks at once, as it does for everybody else."""
    assert before_the_first_word(stage, pipe, Voice()) < 0.5
    assert before_the_first_word(stage, pipe, WAKES) > SECONDS - 0.1


def played_in(stage: Stage, sleeps_after: float) -> list[str]:
    """Return what a player was handed for two sentences that are asked for one by one."""
    note = stage.folder / "played"
    plays = stage.player("plays", f'echo "${{1##*/}}" >> "{note}"')
    speaker = ChildSpeaker(
        Worker, Playing(lambda: (plays,), sleeps_after=sleeps_after), again=60.0
    )  # fmt: skip
    try:
        for _ in range(2):
            speaker.say((HELLO,), WAKES)
            assert speaker.wait_until_said(20)
    finally:
        speaker.close()
    return [one for one in note.read_text().splitlines() if one != "silence.wav"]


@pytest.mark.parametrize(("sleeps_after", "woken"), [(0.0, 2), (3600.0, 1)])
def test_it_is_woken_whenever_it_was_silent_for_long(
    stage: Stage, sleeps_after: float, woken: int
) -> None:
    """A9: before each first word after a pause, not before each sentence."""
    assert played_in(stage, sleeps_after).count("waking.wav") == woken


def test_a_key_ends_the_waking_too(stage: Stage, tmp_path: Path) -> None:
    """A10: silence is silence; what was to be said is not said afterwards."""
    go = tmp_path / "go"
    os.mkfifo(go)
    quick = '[ "${1##*/}" = silence.wav ] && exit 0'
    note = tmp_path / "played"
    plays = stage.player("plays", f'{quick}; echo "${{1##*/}}" >> "{note}"; read x < "{go}"')
    speaker = stage.speaker("fine", (plays,))
    speaker.say((LONG,), WAKES)
    until(note.exists, "the waking begins")
    speaker.silence()
    assert speaker.wait_until_said(20)
    assert note.read_text().splitlines() == ["waking.wav"]


def test_what_wakes_cannot_be_heard_and_is_no_pure_silence(tmp_path: Path) -> None:
    """A9: some loudspeakers sleep through zeros."""
    raw = waking_sound(tmp_path).file.read_bytes()[44:]
    samples = array.array("h", raw)
    assert len(samples) == int(RATE * SECONDS)
    assert set(samples) == {-1, 0, 1}


def test_a_full_place_costs_the_waking_alone(stage: Stage, tmp_path: Path) -> None:
    """A11: a file that cannot be written stops no sentence."""

    def full(folder: Path) -> None:
        raise OSError(28, "No space left on device")

    note = tmp_path / "played"
    plays = stage.player("plays", f'echo "${{1##*/}}" >> "{note}"')
    playing = Playing(lambda: (plays,), waking=full)  # type: ignore[arg-type]
    speaker = ChildSpeaker(Worker, playing, again=60.0)
    try:
        speaker.say((HELLO,), WAKES)
        assert speaker.wait_until_said(20)
    finally:
        speaker.close()
    assert len([one for one in note.read_text().splitlines() if one != "silence.wav"]) == 1
