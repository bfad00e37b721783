"""Private words never reach the sound that is played: the real engine, the real player (A12)."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from facilitator.adapters.speech.making import Sound
from facilitator.adapters.speech.playing import Playing
from facilitator.adapters.speech.speaker import ChildSpeaker
from facilitator.adapters.speech.worker import Worker
from facilitator.domain.answers import Chosen
from facilitator.domain.keys import KeyCommand, SpeechKey
from facilitator.domain.prompt import ChooseOne, WriteText
from facilitator.domain.speech import Trouble, Utterance, Voice
from tests.adapters.speech.stage import CANARY, Stage, needs_aplay
from tests.scenario import Scenario, shipped

SESSION = shipped("first-meeting")
OTHER = "lemonade sparrow"
MOST = 60
"""Seconds for what one prompt says; the sound goes to a file as fast as it can be written."""


class NotingWorker(Worker):
    """The real child; it notes the texts that it is given."""

    def __init__(self, given: list[str]) -> None:
        """Note here."""
        super().__init__(patience=20)
        self._given = given

    def make(self, utterance: Utterance, voice: Voice, file: Path) -> Sound:
        """Note, and make it."""
        self._given.append(utterance.text)
        return super().make(utterance, voice, file)


class ToTheEnd:
    """The real speaker, mute until it is opened, then waiting for the end of all it says."""

    def __init__(self, real: ChildSpeaker) -> None:
        """Speak by this one."""
        self._real = real
        self.is_open = False

    def warm(self) -> None:
        """Get ready when it is opened."""

    def say(self, utterances: Sequence[Utterance], voice: Voice) -> None:
        """Say it to the end, so that every run holds the same sounds in the same order."""
        if self.is_open:
            self._real.say(utterances, voice)
            assert self._real.wait_until_said(MOST)
            assert self._real.trouble is Trouble.NONE

    def silence(self) -> None:
        """It has been said already."""

    @property
    def position(self) -> int:
        """As the real one."""
        return self._real.position

    @property
    def trouble(self) -> Trouble:
        """As the real one."""
        return self._real.trouble

    def when_troubled(self, told: Callable[[], None]) -> None:
        """No news is looked for."""

    def close(self) -> None:
        """The stage closes the real one."""


def at_the_voices_own_call(group: Scenario) -> None:
    """Go on until somebody alone is asked whether the voice may read."""
    group.press(KeyCommand.AGAIN)
    group.set_out(SESSION)
    for _ in range(300):
        if group.prompt.id == "may-read":
            return
        if group.prompt.id.endswith("@keyboard"):
            group.answer(Chosen(group.asked(ChooseOne).choices[1].id))
        else:
            group.onward()
    raise AssertionError(group.prompt.id)


def recorded(stage: Stage, sound: Path, word: str, answer: str) -> tuple[bytes, list[str]]:
    """Hold a private turn in which this word is written; return all sound, and all texts."""
    whole, given = stage.folder / "whole.raw", list[str]()
    whole.unlink(missing_ok=True)
    # The library begins the file anew for each sound.
    keeps = stage.player("keeps", f'aplay -q "$1" && cat "{sound}" >> "{whole}"')
    real = ChildSpeaker(lambda: NotingWorker(given), Playing(lambda: (keeps,)))
    speaker = ToTheEnd(real)
    group = Scenario.on(replace(Scenario.machine(SESSION).ports, speaker=speaker))
    at_the_voices_own_call(group)
    speaker.is_open = True
    try:
        group.choose(answer)
        assert isinstance(group.prompt.input, WriteText)
        for letters in word.split():
            group.runner.wrote(letters)
        group.write(word)
        group.runner.speak(SpeechKey.ALL)
        group.back()
        group.runner.speak(SpeechKey.ALL)
        group.runner.looked_at(f"1: {word}")
        group.runner.marked(f"1: {word}", is_marked=True)
        group.runner.press(KeyCommand.AGAIN)
        group.press(KeyCommand.MENU)
        group.back()
    finally:
        real.close()
    return whole.read_bytes(), given


@needs_aplay
@pytest.mark.parametrize(("answer", "is_private"), [("no", True), ("yes", False)])
def test_what_is_heard_does_not_depend_on_a_private_word(
    stage: Stage, sound: Path, answer: str, is_private: bool
) -> None:
    """A12: byte for byte, whatever was written; after a yes, the control, the word is heard."""
    first, texts = recorded(stage, sound, CANARY, answer)
    second, _ = recorded(stage, sound, OTHER, answer)
    assert len(first) > 10 * 44100, "many sentences were heard"
    assert (first == second) is is_private
    said = " ".join(texts).casefold()
    assert ("canary" not in said and "marmalade" not in said) is is_private
