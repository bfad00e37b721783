"""Narration: decides what is said, and alone calls the speaker (design.md 3, A9-A12).

The runner tells it prompts, notices and ways; front ends tell it the focus, the words
that are typed, and every key and click, which is silence first.
"""

from collections.abc import Callable, Iterable

from facilitator.domain.prompt import Prompt, WriteText
from facilitator.domain.records import Ways
from facilitator.domain.speech import Trouble, Utterance, Voice
from facilitator.meetings.spoken import holds_any, sayable, sentences_of, split
from facilitator.ports.speech import Speaker
from facilitator.wording import speech as words


class Narrator:
    """What is said of each prompt. Silent unless the ways in force want speech."""

    def __init__(self, speaker: Speaker, ways: Ways) -> None:
        """Speak by this speaker, in these ways."""
        self._speaker = speaker
        self._ways = ways
        self._prompt: Prompt | None = None
        self._last: tuple[Utterance, ...] = ()
        self._held_at = -1
        self._aloud_for = ""
        self._told = Trouble.NONE
        if self.is_on:
            speaker.warm()

    @property
    def is_on(self) -> bool:
        """Whether anything is said: wanted, and no screen reader beside it (A24)."""
        return self._ways.speech and not self._ways.screen_reader

    def use(self, ways: Ways) -> None:
        """Speak in these ways from now on; what is being said in others ends."""
        was_on, self._ways = self.is_on, ways
        if self.is_on and not was_on:
            self._speaker.warm()
        elif was_on and not self.is_on:
            self.hush()

    def hush(self) -> None:
        """Be silent: a key, a click, another front end (5.1.3.5)."""
        self._speaker.silence()

    def may_read(self, giver: str) -> None:
        """Say this person's own words too, until the turn is another's (A12)."""
        self._aloud_for = giver

    def showed(self, prompt: Prompt, *, first: bool = False) -> None:
        """Say a whole prompt; `first` names the keys before it."""
        if prompt.giver and prompt.giver != self._aloud_for:
            self._aloud_for = ""
        self._prompt = prompt
        if self.is_on:
            opening = words.FIRST if first else ()
            self._say((*opening, *sentences_of(prompt, aloud=self._is_aloud)))

    def refused(self, why: str) -> None:
        """Say why an answer was not taken (5.1.3.15)."""
        self._say(split(why))

    def looked_at(self, label: str) -> None:
        """Say the row that has the focus now; in a private turn only with a yes (A12)."""
        row = self._row(label)
        if row:
            self._say(row)

    def marked(self, label: str, *, is_marked: bool) -> None:
        """Say that a row is chosen now, or is no longer; as private as `looked_at` is."""
        row = self._row(label)
        mark = words.MARKED_ALONE if is_marked else words.NOT_MARKED
        if row:
            self._say((*row, mark))

    def wrote(self, typed: str) -> None:
        """Say what was just typed, word by word; never a masked word, a private one with a yes."""
        prompt = self._prompt
        if prompt is None or (prompt.is_private and not self._is_aloud):
            return
        if isinstance(prompt.input, WriteText) and prompt.input.hidden:
            return
        self._say((typed,) if typed else (words.EMPTY_LINE,))

    def again(self) -> None:
        """Say the last thing again (5.1.3.4)."""
        self._speak(self._last)

    def all_of_it(self) -> None:
        """Say the whole prompt again."""
        if self._prompt is not None:
            self._say(sentences_of(self._prompt, aloud=self._is_aloud))

    def hold_or_go_on(self) -> str:
        """Wait at this sentence, or go on with it; return a word for the screen."""
        if self._held_at >= 0:
            rest, self._held_at = self._last[self._held_at :], -1
            self._speak(rest)
            return ""
        at = self._speaker.position
        self._speaker.silence()
        self._held_at = min(at, max(0, len(self._last) - 1))
        return words.HELD

    def trouble_word(self) -> str:
        """Return the line about what is wrong with the voice, once each time it changes (A11)."""
        trouble = self._speaker.trouble if self.is_on else Trouble.NONE
        if trouble is self._told:
            return ""
        self._told = trouble
        return words.TROUBLE.get(trouble, "")

    def when_troubled(self, told: Callable[[], None]) -> None:
        """Let somebody know when there is trouble; it may come from another thread."""
        self._speaker.when_troubled(told)

    def tell(self, sentence: str) -> None:
        """Say one sentence of the program itself, such as the new rate."""
        self._say((sentence,))

    def close(self) -> None:
        """End all that runs for the voice."""
        self._speaker.close()

    def _row(self, label: str) -> tuple[str, ...]:
        prompt = self._prompt
        if prompt is None or (prompt.is_private and not self._is_aloud):
            return ()
        hidden = () if self._is_aloud else prompt.own_words
        return (words.HIDDEN if holds_any(label, hidden) else label,)

    @property
    def _is_aloud(self) -> bool:
        prompt = self._prompt
        return prompt is not None and prompt.giver != "" and prompt.giver == self._aloud_for

    def _say(self, sentences: Iterable[str]) -> None:
        language = self._prompt.language if self._prompt else "en-GB"
        self._held_at = -1
        self._last = tuple(Utterance(sayable(one), language) for one in sentences if one)
        self._speak(self._last)

    def _speak(self, utterances: tuple[Utterance, ...]) -> None:
        if self.is_on and utterances:
            self._last = utterances
            ways = self._ways
            self._speaker.say(utterances, Voice(ways.rate, ways.volume, ways.accent, ways.wakes))
