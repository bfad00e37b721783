"""What every guide does with its voice: keys for it, news of it, the focus, what is typed."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

from facilitator.domain.keys import SPEECH_KEYS, SpeechKey
from facilitator.domain.prompt import Notice, Prompt, Tone
from facilitator.domain.records import Ways
from facilitator.engine.house.voice_ways import OPPOSITES, changed_voice, voice_word
from facilitator.meetings.narration import Narrator
from facilitator.meetings.surroundings import Surroundings
from facilitator.ports.storage import NotSaved
from facilitator.wording import speech


class Voiced:
    """The part of a guide that speaks; the prompt is made by whoever is built on it."""

    _prompt: Prompt

    def __init__(self, around: Surroundings) -> None:
        """Speak by the speaker of these surroundings, in the ways that are in force there."""
        self._around = around
        self._voice = Narrator(around.ports.speaker, around.ways)

    def touched(self) -> None:
        """Be silent: somebody pressed a key or clicked (5.1.3.5)."""
        self._voice.hush()

    def looked_at(self, label: str) -> None:
        """Say the row that has the focus now."""
        self._voice.looked_at(label)

    def explained(self, how: str) -> None:
        """Say how something is done that just opened: the program's own words."""
        self._voice.tell(how)

    def marked(self, label: str, *, is_marked: bool) -> None:
        """Say that this row is chosen now, or is no longer."""
        self._voice.marked(label, is_marked=is_marked)

    def wrote(self, typed: str) -> None:
        """Say the word that was just typed."""
        self._voice.wrote(typed)

    def when_news(self, told: Callable[[], None]) -> None:
        """Let the front end know when there is news of the voice."""
        self._voice.when_troubled(told)

    def look_for_news(self) -> None:
        """Put what is wrong with the voice beside the prompt, once (A11)."""
        word = self._voice.trouble_word()
        if word:
            self._prompt = replace(self._prompt, notice=Notice(word, Tone.CALM))

    def speak(self, key: SpeechKey) -> bool:
        """Do what is asked of the voice; return whether it did something (A9)."""
        self._voice.hush()
        ways = self._around.ways
        if key is SpeechKey.SPEAK:
            return self._turn_voice(ways)
        if not self._voice.is_on:
            return False
        if key is SpeechKey.ALL:
            self._voice.all_of_it()
        elif key is SpeechKey.HOLD:
            self._note(self._voice.hold_or_go_on())
        else:
            changed = changed_voice(ways, key)
            self._keep_voice(changed)
            word = voice_word(changed, key)
            back = SPEECH_KEYS[OPPOSITES[key]].upper()
            self._note(speech.BY_KEY.format(now=word, key=back))
            self._voice.tell(word)
        return True

    def _turn_voice(self, ways: Ways) -> bool:
        if ways.screen_reader:
            self._note(f"{speech.READER_FIRST} {speech.READER_OFF}")
            return False
        self._keep_voice(replace(ways, speech=not ways.speech))
        self._note(speech.ON if self._voice.is_on else speech.OFF)
        self._voice.showed(self._prompt, first=True)
        return True

    def _keep_voice(self, ways: Ways) -> None:
        # A disk that is full must not keep anybody from hearing.
        with suppress(NotSaved):
            self._around.use(ways)
        self._voice.use(ways)

    def _note(self, words: str) -> None:
        notice = Notice(words, Tone.CALM) if words else None
        self._prompt = replace(self._prompt, notice=notice)
