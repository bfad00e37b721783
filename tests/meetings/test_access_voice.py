"""What the voice does for clauses that no other test names: short words, volume, language."""

import itertools
import re
from dataclasses import replace

import pytest

from facilitator.domain.keys import KeyCommand, SpeechKey
from facilitator.domain.prompt import ChooseSeveral, Notice
from facilitator.domain.speech import Utterance, Voice
from facilitator.meetings.spoken import sentences_of
from tests.everywhere import every_prompt
from tests.meetings.test_narration import RecordingSpeaker, speaking
from tests.scenario import Scenario, shipped, words_of

SESSION = shipped("first-meeting")


def test_the_short_word_after_an_answer_is_spoken_first() -> None:
    """4.1.3, A21: before the new prompt, without any move of the focus."""
    group, speaker = speaking()
    group.set_out(SESSION)
    group.until(lambda prompt: prompt.id == "agreement//asks")
    group.several(group.asked(ChooseSeveral).choices[0].id)
    assert group.notice == "Noted until we finish."
    assert speaker.now[0] == "Noted until we finish."


def test_every_short_word_is_spoken_before_the_rest() -> None:
    """4.1.3: on every prompt of the program."""
    for prompt in every_prompt():
        said = sentences_of(replace(prompt, notice=Notice("Kept for next time.")))
        assert said[0] == "Kept for next time.", prompt.id


HOW = re.compile(
    r"Type a number(, then press Enter\.| from )|Type the numbers that you want|Type your words|"
    r"(Then p|P)ress Enter|Press 0 for more|Just Enter: "
)
"""How to answer: the full screen and plain lines have other words for it."""


def test_nothing_is_only_heard() -> None:
    """5.1.5: all that the voice says of a prompt stands on it, but for how to answer by key."""
    for prompt in every_prompt():
        shown = " ".join(re.findall(r"\w+", words_of(prompt)))
        for sentence in sentences_of(prompt, aloud=True):
            bare = re.sub(
                r"^\d: |^\d+ is |^You said before: |^To ask the group: | Chosen\.$", "", sentence
            )
            is_shown = " ".join(re.findall(r"\w+", bare)) in shown
            assert is_shown or HOW.match(sentence), (prompt.id, sentence)


def test_louder_and_quieter_go_step_by_step_and_say_where_they_are() -> None:
    """5.1.3.11, 5.1.3.12: ten steps, each said; found without sight from the first sentences."""
    group, speaker = speaking()
    assert any("F11" in one and "F12" in one for one in speaker.said)
    heard = []
    for _ in range(12):
        group.runner.speak(SpeechKey.QUIETER)
        heard.append(speaker.now)
    for _ in range(12):
        group.runner.speak(SpeechKey.LOUDER)
        heard.append(speaker.now)
    steps = [int(one[0].split()[1]) for one in heard]
    assert set(steps) == set(range(1, 11))
    assert all(abs(before - after) <= 1 for before, after in itertools.pairwise(steps))
    assert speaker.voice.volume == 10


def test_one_persons_volume_does_not_stay_for_the_next() -> None:
    """5.1.3.13, A13: louder in somebody's turn is theirs; then it is as before."""
    group, _ = speaking()
    before = group.runner.ways.volume
    group.set_out(SESSION)
    group.until(lambda prompt: prompt.id == "goal//@keyboard")
    group.choose("p1")
    group.until(lambda prompt: bool(group.around.turn))
    group.runner.speak(SpeechKey.LOUDER)
    assert group.runner.ways.volume == before + 1
    group.until(lambda prompt: not group.around.turn)
    assert group.runner.ways.volume == before


class TaggedSpeaker(RecordingSpeaker):
    """Remembers the language of all that it is asked to say."""

    def say(self, utterances: object, voice: Voice) -> None:
        """Remember both."""
        assert isinstance(utterances, tuple)
        self.languages = getattr(self, "languages", set()) | {one.language for one in utterances}
        super().say(utterances, voice)


def test_every_sentence_is_spoken_in_the_language_of_its_prompt() -> None:
    """5.1.3.14, 3.1.1: the tag goes with the words, whatever the language is."""
    speaker = TaggedSpeaker()
    group = Scenario.on(replace(Scenario.machine(SESSION).ports, speaker=speaker))
    group.press(KeyCommand.AGAIN)
    group.set_out(SESSION)
    assert speaker.languages == {"en-GB"}
    group.runner._voice.showed(replace(group.prompt, language="gd"))
    assert "gd" in speaker.languages


def test_a_sentence_without_a_tag_is_in_british_english() -> None:
    """3.1.1: the one language that there is so far."""
    assert Utterance("Hello.").language == "en-GB"
    assert {prompt.language for prompt in every_prompt()} == {"en-GB"}


@pytest.mark.parametrize("key", list(SpeechKey))
def test_the_voice_can_be_used_without_touching_what_is_asked(key: SpeechKey) -> None:
    """2.2.4, 3.2.1: whatever is asked of the voice, the prompt stays."""
    group, _ = speaking()
    group.choose("start")
    before = group.prompt.id
    group.runner.speak(key)
    assert group.prompt.id == before
