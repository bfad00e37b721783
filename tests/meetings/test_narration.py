"""What the voice says, what it leaves unsaid, and whose ways are in force (A9-A14, A24)."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

import pytest

from facilitator.domain.answers import Chosen, Typed
from facilitator.domain.events import Keep
from facilitator.domain.keys import KeyCommand, SpeechKey
from facilitator.domain.prompt import Acknowledge, ChooseOne, ChooseSeveral, GiveNumber, WriteText
from facilitator.domain.records import FrontEnd, Theme
from facilitator.domain.speech import Trouble, Utterance, Voice
from facilitator.frontends.plain.inputs import OpenLine, meaning, pages_of, rows_of
from facilitator.meetings.runner import MeetingRunner
from facilitator.meetings.spoken import holds_any, sayable, sentences_of, split
from tests.scenario import Scenario, shipped, words_of

SESSION = shipped("first-meeting")
CANARY = "marmalade canary"


@dataclass
class RecordingSpeaker:
    """A speaker that remembers all it was asked to say."""

    said: list[str] = field(default_factory=list)
    sentences: tuple[str, ...] = ()
    voice: Voice = field(default_factory=Voice)
    warmed: int = 0
    position: int = 0
    trouble: Trouble = Trouble.NONE
    told: Callable[[], None] = lambda: None

    @property
    def now(self) -> tuple[str, ...]:
        """What is being said."""
        return self.sentences

    def warm(self) -> None:
        """Count."""
        self.warmed += 1

    def say(self, utterances: Sequence[Utterance], voice: Voice) -> None:
        """Remember."""
        self.sentences, self.voice = tuple(one.text for one in utterances), voice
        self.said += self.sentences

    def silence(self) -> None:
        """Nothing is said now."""
        self.sentences = ()

    def when_troubled(self, told: Callable[[], None]) -> None:
        """Remember whom to tell."""
        self.told = told

    def close(self) -> None:
        """Do nothing."""


def machine() -> tuple[Scenario, RecordingSpeaker]:
    """Return a machine with a voice, off as at the first start."""
    speaker = RecordingSpeaker()
    plain = Scenario.machine(SESSION)
    return Scenario.on(replace(plain.ports, speaker=speaker)), speaker


def speaking() -> tuple[Scenario, RecordingSpeaker]:
    """Return a machine whose voice is on."""
    group, speaker = machine()
    group.press(KeyCommand.AGAIN)
    return group, speaker


def heard_now(speaker: RecordingSpeaker) -> tuple[str, ...]:
    """Return what is being said."""
    return speaker.now


def is_private(group: Scenario) -> bool:
    """Return whether one person's own words belong here."""
    return group.prompt.is_private


def is_silent(speaker: RecordingSpeaker) -> bool:
    """Return whether nothing is being said."""
    return not speaker.now


def is_ready(speaker: RecordingSpeaker) -> bool:
    """Return whether it was told to get ready, once."""
    return speaker.warmed == 1


def asked_for(group: Scenario) -> FrontEnd | None:
    """Return the front end that is asked for."""
    return group.runner.switch_to


def kept(group: Scenario) -> list[str]:
    """Return the names in the group's book."""
    return [one.name for one in group.around.members]


def at_a_private_line(group: Scenario) -> None:
    """Go on until somebody alone is asked to write, the voice's question answered with no."""
    group.set_out(SESSION)
    for _ in range(300):
        prompt = group.prompt
        if prompt.is_private and isinstance(prompt.input, WriteText):
            return
        if prompt.id == "may-read":
            return
        if prompt.id.endswith("@keyboard"):
            asked = group.asked(ChooseOne)
            group.answer(Chosen(asked.choices[1].id))
        else:
            group.onward()
    raise AssertionError(group.prompt.id)


def test_the_voice_is_off_until_one_key_on_the_first_screen() -> None:
    """A9, 5.2: nothing is said or made ready; then the first sentences name the keys."""
    group, speaker = machine()
    group.set_out(SESSION)
    assert not speaker.said
    assert not is_ready(speaker)
    group, speaker = machine()
    assert group.press(KeyCommand.AGAIN)
    assert is_ready(speaker)
    assert speaker.said[0] == "The voice is on."
    assert any("F6" in one for one in speaker.said[:4])
    assert "What would you like to do?" in speaker.said
    assert group.ports.settings.read().speech


def test_every_shown_word_of_a_meeting_is_said() -> None:
    """A9: a recording speaker hears every text that is shown, but the progress and the keys."""
    group, speaker = speaking()
    group.set_out(SESSION)
    for _ in range(300):
        if group.around.meeting is None:
            break
        prompt = group.prompt
        heard = " ".join(speaker.now).casefold()
        for line in words_of(replace(prompt, notice=None)).splitlines():
            for word in re.findall(r"\w+", line):
                assert word.casefold() in heard, (prompt.id, line)
        group.onward()


def test_a_key_is_silence_first() -> None:
    """5.1.3.5: also when the key does nothing."""
    group, speaker = speaking()
    group.runner.touched()
    assert is_silent(speaker)
    group.press(KeyCommand.AGAIN)
    assert not is_silent(speaker)
    group.press(KeyCommand.PASS)
    assert is_silent(speaker)


def test_a_refusal_says_what_is_wrong_and_how_to_mend_it() -> None:
    """5.1.3.15, A15."""
    group, speaker = speaking()
    group.choose("start")
    group.choose(SESSION.id)
    group.choose("person")
    group.choose(Keep.TODAY)
    group.write("Ann")
    group.choose("count")
    group.answer(Typed("99"))
    assert speaker.now[0] == "Please give a number from 1 to 30."


def test_again_all_wait_slower_faster_quieter_louder() -> None:
    """A9, 5.1.3.4: the last thing again, all of it, a wait that goes on where it was."""
    group, speaker = speaking()
    group.choose("start")
    whole = speaker.now
    group.runner.looked_at("2: Something")
    assert heard_now(speaker) == ("2: Something",)
    group.runner.press(KeyCommand.AGAIN)
    assert heard_now(speaker) == ("2: Something",)
    assert group.runner.speak(SpeechKey.ALL)
    assert heard_now(speaker) == whole
    speaker.position = 2
    assert group.runner.speak(SpeechKey.HOLD)
    assert is_silent(speaker)
    assert "waits" in group.notice
    assert group.runner.speak(SpeechKey.HOLD)
    assert heard_now(speaker) == whole[2:]
    before = speaker.voice
    for key in (SpeechKey.SLOWER, SpeechKey.QUIETER):
        assert group.runner.speak(key)
    assert speaker.voice.rate < before.rate
    assert speaker.voice.volume < before.volume
    for _ in range(30):
        group.runner.speak(SpeechKey.FASTER)
        group.runner.speak(SpeechKey.LOUDER)
    assert speaker.voice == Voice(440, 10)
    assert group.runner.speak(SpeechKey.SPEAK)
    assert not group.runner.speak(SpeechKey.LOUDER)
    assert is_silent(speaker)


def test_private_words_are_never_said_without_the_yes_of_that_turn() -> None:
    """A12: the question comes with the turn; "no" keeps words, echo and look-back silent."""
    group, speaker = speaking()
    at_a_private_line(group)
    assert group.prompt.id == "may-read"
    events = group.journal
    group.choose("no")
    assert group.journal == events
    assert is_private(group)
    group.runner.wrote(CANARY)
    group.runner.looked_at(f"1: {CANARY}")
    for _ in range(12):
        if not is_private(group):
            break
        if isinstance(group.prompt.input, WriteText):
            group.write(CANARY)
            group.runner.speak(SpeechKey.ALL)
            group.back()
            group.runner.speak(SpeechKey.ALL)
            group.runner.press(KeyCommand.AGAIN)
            group.press(KeyCommand.MENU)
            group.back()
            group.write(CANARY)
        else:
            group.onward()
    assert not [one for one in speaker.said if "canary" in one or "marmalade" in one]


def test_with_headphones_ones_own_words_are_said_until_the_turn_ends() -> None:
    """A12, 5.1.3.9: the control: the same words are heard after a yes."""
    group, speaker = speaking()
    at_a_private_line(group)
    group.choose("yes")
    assert isinstance(group.prompt.input, WriteText)
    group.write(CANARY)
    group.back()
    assert [one for one in speaker.said if CANARY in one]
    group.runner.wrote("walk")
    assert speaker.now == ("walk",)


def test_a_masked_word_is_never_said() -> None:
    """5.1.3.8: whatever was chosen."""
    group, speaker = speaking()
    at_a_private_line(group)
    group.choose("yes")
    asked = group.asked(WriteText)
    hidden = replace(group.prompt, input=replace(asked, hidden=True, given=CANARY))
    group.runner._voice.showed(hidden)
    group.runner.wrote(CANARY)
    assert not [one for one in speaker.said if CANARY in one]


def test_trouble_is_one_calm_line_and_the_meeting_goes_on() -> None:
    """A11: once, not at every prompt."""
    group, speaker = speaking()
    speaker.trouble = Trouble.NO_DEVICE
    group.choose("start")
    assert group.notice.startswith("No loudspeaker answered.")
    group.choose(SESSION.id)
    assert group.notice == ""


def test_with_a_screen_reader_our_own_voice_stays_off() -> None:
    """A24: neither by key nor on the first screen."""
    group, speaker = speaking()
    group.menu("access")
    group.choose("reader")
    group.choose("done")
    speaker.said.clear()
    group.runner.speak(SpeechKey.SPEAK)
    assert "screen reader" in group.notice
    assert "Make it easier" in group.notice, "where that is turned off"
    group.set_out(SESSION)
    assert speaker.said == []


def test_the_volume_goes_back_after_a_meeting() -> None:
    """5.1.3.13: the next ones may sit closer."""
    group, _ = speaking()
    group.runner.speak(SpeechKey.LOUDER)
    group.set_out(SESSION)
    group.to_the_end()
    assert group.runner.ways.volume == 7


def test_ones_own_ways_come_with_the_turn_and_go_with_it() -> None:
    """A13: colours, front end and voice of one person; nobody else's change."""
    group = Scenario.machine(SESSION)
    group.around.front_end = group.around.usual_front_end = FrontEnd.FULL
    at_a_private_line(group)
    assert group.around.turn
    group.menu("access")
    group.choose("colours")
    group.choose(Theme.YELLOW)
    group.choose("easy")
    group.choose("other")
    assert asked_for(group) is FrontEnd.PLAIN
    group.runner.switched(FrontEnd.PLAIN)
    assert group.ports.settings.read().theme is Theme.EVENING
    for _ in range(40):
        if not group.around.turn:
            break
        group.onward()
    assert group.runner.ways.theme is Theme.EVENING
    assert not group.runner.ways.easy
    assert asked_for(group) is FrontEnd.FULL


def test_ways_are_kept_only_with_a_yes_and_are_back_next_week() -> None:
    """A13: asked on leaving the access menu; "no" keeps nothing."""
    group = Scenario.machine(SESSION)
    at_a_private_line(group)
    name = group.around.turn_name
    group.menu("access")
    group.choose("easy")
    group.choose("done")
    assert group.prompt.id == "keep-ways"
    assert name in group.prompt.question
    group.choose("no")
    assert kept(group) == []
    group.menu("access")
    group.choose("easy")
    group.choose("easy")
    group.choose("done")
    group.choose("yes")
    assert kept(group) == [name]
    group.to_the_end()
    assert group.around.members[0].ways is not None
    again = Scenario.on(group.ports)
    again.choose("start")
    again.choose(SESSION.id)
    again.choose("person")
    again.choose(Keep.TODAY)
    assert again.prompt.id == "who-again"
    again.several(again.around.members[0].id)
    again.gather(2)
    for _ in range(200):
        if again.around.turn_name == name:
            break
        if again.prompt.id.endswith("@keyboard"):
            rows = again.asked(ChooseOne).choices
            again.answer(Chosen(next(one.id for one in rows if one.label == name)))
        else:
            again.onward()
    assert again.runner.ways.easy


def test_nothing_is_kept_of_ways_where_nothing_may_be_kept() -> None:
    """S6: no question, no file."""
    group = Scenario.machine(SESSION)
    group.set_out(SESSION, keep=Keep.NOTHING)
    group.until(lambda prompt: prompt.id.endswith("@keyboard"))
    group.answer(Chosen(group.asked(ChooseOne).choices[1].id))
    while not group.around.turn:
        group.onward()
    group.menu("access")
    group.choose("easy")
    group.choose("done")
    assert group.prompt.id != "keep-ways"


class EyesShut:
    """Somebody who only hears: each answer is decided from the sentences alone."""

    def __init__(self) -> None:
        """Nothing is known yet."""
        self.turns = 0

    def line(self, heard: tuple[str, ...]) -> str:
        """Return what to type, as in plain mode, after these sentences."""
        rows: dict[str, str] = {}
        for one in heard:
            found = re.fullmatch(r"(\d): (.*?)\.?( Chosen\.)?", one)
            if found:
                rows.setdefault(found[1], found[2])
        if any(one.startswith("Press Enter to go on") for one in heard):
            return ""
        number = next((one for one in heard if "Type a number from" in one), "")
        if number:
            return "4" if "to 30" in number else "6"
        if any(one.startswith("Who'd like the keyboard") for one in heard):
            self.turns += 1
            return "2" if self.turns % 2 and "2" in rows else "1"
        assert "1" in rows, heard
        return "1"


def test_a_whole_meeting_with_the_eyes_shut() -> None:
    """A9: from the voice alone, first screen to close; every answer is one that was heard."""
    group, speaker = speaking()
    person = EyesShut()
    has_met = False
    for _ in range(400):
        if has_met and group.prompt.id == "home":
            break
        has_met = has_met or group.has_meeting()
        heard = speaker.now
        line = person.line(heard)
        asked = group.prompt.input
        page = pages_of(rows_of(asked))[0]
        meant = meaning(asked, line, page, ())
        assert not isinstance(meant, OpenLine), heard
        assert group.answer(meant), (heard, line, group.notice)  # type: ignore[arg-type]
    assert group.prompt.id == "home"
    assert has_met


@pytest.mark.parametrize(
    ("text", "own", "holds"),
    [
        ("You plan: a walk.", ("a walk",), True),
        ("You plan: A WALK!", ("a walk",), True),
        ("Walking is good.", ("walk",), False),
        ("Step 7 of 9", ("7",), True),
        ("17 people", ("7",), False),
        ("(x+", ("x+",), True),
    ],
)
def test_own_words_are_found_as_whole_words(text: str, own: tuple[str, ...], holds: bool) -> None:
    """A12: whatever signs they hold."""
    assert holds_any(text, own) is holds


def test_each_input_type_says_how_it_is_answered() -> None:
    """5.1.3.1: instructions are spoken for every kind of input."""
    group, _ = speaking()
    group.choose("start")
    prompt = group.prompt
    for asked, how in (
        (Acknowledge("Go on"), "Press Enter to go on."),
        (ChooseSeveral(()), "Type the numbers that you want."),
        (GiveNumber(0, 10), "Type a number from 0 to 10."),
        (WriteText((), "own"), "Type your words."),
    ):
        said = " ".join(sentences_of(replace(prompt, input=asked)))
        assert how in said


def test_a_voice_that_is_kept_is_on_at_the_next_start() -> None:
    """A9: the settings of the machine; the first screen is said at once."""
    group, _ = speaking()
    speaker = RecordingSpeaker()
    MeetingRunner.opened(Scenario.on(replace(group.ports, speaker=speaker)).around)
    assert "What would you like to do?" in speaker.said


def test_a_sign_that_stands_alone_is_said_by_its_name() -> None:
    """A9: a voice leaves signs out; one that ends a word is no sign of its own."""
    card = "Press - to pass, / to go back, + to hear it again, . for the menu."
    assert split(card) == (card,)
    assert sayable(card) == (
        "Press minus to pass, slash to go back, plus to hear it again, dot for the menu."
    )
    assert sayable("If you need help now, press *.") == "If you need help now, press star."
    assert sayable("It is 7/10, so-so. Good.") == "It is 7/10, so-so. Good."
    group, speaker = speaking()
    group.press(KeyCommand.HELP)
    group.choose("keys")
    assert any("dot for the menu" in one for one in speaker.now)


def test_the_volume_goes_back_when_a_meeting_is_set_aside() -> None:
    """5.1.3.13: the next ones may come before anybody goes on with it."""
    group, _ = speaking()
    group.set_out(SESSION)
    group.runner.speak(SpeechKey.LOUDER)
    group.menu("stop")
    group.choose("later")
    assert group.runner.ways.volume == 7
