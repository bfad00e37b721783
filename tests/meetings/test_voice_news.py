"""News of the voice, rows that are marked, and the accent: what reaches the speaker (A9-A12)."""

import io
from dataclasses import replace
from threading import Event

from facilitator.domain.keys import KeyCommand
from facilitator.domain.speech import Trouble, Voice
from facilitator.frontends.plain import loop
from tests.meetings.test_narration import (
    CANARY,
    SESSION,
    RecordingSpeaker,
    at_a_private_line,
    heard_now,
    speaking,
)


class Lines(io.StringIO):
    """Lines that are typed; the voice breaks down while the second one is waited for."""

    def __init__(self, typed: str, speaker: RecordingSpeaker, written: io.StringIO) -> None:
        """Break this speaker; remember what had been written by then."""
        super().__init__(typed)
        self._speaker, self._written, self._reads = speaker, written, 0
        self.before, self.after = "", ""

    def readline(self, size: int | None = -1, /) -> str:  # type: ignore[override]
        """Return the next line."""
        self._reads += 1
        if self._reads == 2:
            self.before = self._written.getvalue()
            self._speaker.trouble = Trouble.NO_DEVICE
            self._speaker.told()
            self.after = self._written.getvalue()
        return super().readline()


def test_plain_lines_say_it_with_the_next_prompt() -> None:
    """A11: nothing is written into a line that is being typed; then it is said, once."""
    group, speaker = speaking()
    out = io.StringIO()
    lines = Lines("1\n/\n1\n", speaker, out)
    assert loop.run(group.runner, lines, out, why="Plain lines.") == 0
    assert lines.before == lines.after
    assert "No loudspeaker answered." not in lines.after
    rest = out.getvalue()[len(lines.after) :]
    assert rest.count("No loudspeaker answered.") == 1
    assert rest.index("No loudspeaker answered.") < rest.index("What would you like to do?")


def test_news_in_the_middle_of_a_prompt_is_told_and_shown_when_looked_for() -> None:
    """A11: the full screen looks at once, plain lines look before the next prompt; it is said once."""
    group, speaker = speaking()
    news = Event()
    group.runner.when_news(news.set)
    group.choose("start")
    before = group.prompt
    group.runner.look_for_news()
    assert group.prompt == before, "the control: no news, no change"
    speaker.trouble = Trouble.STOPPED
    speaker.told()
    assert news.is_set()
    assert group.prompt == before, "nothing moves by itself"
    group.runner.look_for_news()
    assert group.notice.startswith("The voice stopped.")
    assert group.prompt.id == before.id
    group.choose(SESSION.id)
    assert group.notice == ""


def test_a_row_that_is_marked_says_so() -> None:
    """A9: what it is, and whether it is chosen now; "again" says the same."""
    group, speaker = speaking()
    group.choose("start")
    group.runner.marked("2: Tea", is_marked=True)
    assert heard_now(speaker) == ("2: Tea", "Chosen.")
    group.runner.press(KeyCommand.AGAIN)
    assert heard_now(speaker) == ("2: Tea", "Chosen.")
    group.runner.marked("2: Tea", is_marked=False)
    assert heard_now(speaker) == ("2: Tea", "Not chosen.")


def test_a_mark_is_as_private_as_the_row_it_is_on() -> None:
    """A12: without a yes of this turn nothing is said, and what was said before stays the last."""
    group, speaker = speaking()
    at_a_private_line(group)
    group.choose("no")
    before = len(speaker.said)
    group.runner.marked(f"1: {CANARY}", is_marked=True)
    group.runner.looked_at(f"1: {CANARY}")
    assert len(speaker.said) == before
    group.runner.press(KeyCommand.AGAIN)
    assert len(speaker.said) > before
    assert not [one for one in speaker.said if CANARY in one]
    group, speaker = speaking()
    at_a_private_line(group)
    group.choose("yes")
    group.runner.marked(f"1: {CANARY}", is_marked=True)
    assert heard_now(speaker) == (f"1: {CANARY}", "Chosen.")


def test_the_accent_of_the_ways_reaches_the_voice() -> None:
    """A9, A13: with rate and volume; none is the plain one of the language."""
    group, speaker = speaking()
    group.choose("start")
    assert speaker.voice.accent == ""
    group.around.use(replace(group.runner.ways, accent="en-gb-scotland"))
    group.runner._voice.use(group.around.ways)
    group.press(KeyCommand.AGAIN)
    assert speaker.voice == Voice(160, 7, "en-gb-scotland")
