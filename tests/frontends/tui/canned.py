"""A scripted guide with a prompt of every input type, and codes made by the library itself."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

import qrcode

from facilitator.domain.answers import Answer, Draft, Typed
from facilitator.domain.keys import KeyCommand, SpeechKey
from facilitator.domain.prompt import (
    Acknowledge,
    Choice,
    ChooseOne,
    ChoosePeople,
    ChooseSeveral,
    Code,
    Confirm,
    Contact,
    GiveNumber,
    Notice,
    Progress,
    Prompt,
    Tone,
    WriteText,
)
from facilitator.domain.records import FrontEnd, Theme, Ways

STEPS = Progress(2, 6)
URL = "https://www.nhsinform.scot/healthy-living/mental-wellbeing"
"""58 letters: version 4, the largest code that stands beside its words at 80x24."""


def choices(*labels: str) -> tuple[Choice, ...]:
    """Return choices with the ids c1, c2 and so on."""
    return tuple(Choice(f"c{at}", label) for at, label in enumerate(labels, start=1))


WEATHER = Prompt(
    "weather",
    "Arriving",
    "How are you arriving today?",
    ChooseOne(
        choices(
            "Sunny. I feel fine",
            "Cloudy. So-so",
            "Rainy. A hard day",
            "Stormy. A lot is going on",
            "In my own words",
        )
    ),
    where="Step 2 of 6",
    turn="Heron's turn",
    turn_short="Heron",
    hint="Pick the weather that is nearest. There is no right answer.",
    progress=STEPS,
)
WELCOME = Prompt(
    "welcome",
    "Before we start",
    "Welcome. This meeting takes about an hour.",
    Acknowledge("Go on"),
    body=(
        "We check in, look at what we are good at, and make one small plan each.",
        "You can pass on anything. Nobody will ask why.",
    ),
    hint="Nobody watches what you type. If you need help now, press *.",
    cue="Who'd like to read this out?",
    commands=frozenset({KeyCommand.HELP, KeyCommand.AGAIN, KeyCommand.MENU}),
)
STRENGTHS = replace(
    WEATHER,
    id="strengths",
    title="What we are good at",
    question="What do you know, can do, or care about?",
    input=ChooseSeveral(
        choices("I listen well", "I can cook", "I know the buses", "I make people laugh")
    ),
    hint="As many as you like. None is fine too.",
)
NAMES = ("Heron", "Oak", "River", "Robin", "Fern", "Hare", "Harbour", "Maple", "Otter", "Thistle")
PEOPLE = replace(
    STRENGTHS,
    id="people",
    title="Who is here",
    question="Who is here again?",
    input=ChoosePeople(choices(*NAMES)),
    hint="Choose the names, then press Enter. None is fine too.",
    turn="",
    turn_short="",
)
LEFT = replace(
    PEOPLE,
    id="left",
    question="Who left?",
    hint="",
    input=ChoosePeople(choices(*NAMES[:4]), only_one=True),
)
SURE = replace(
    WEATHER,
    id="sure",
    title="One small plan",
    question="How sure are you that you will do all of it?",
    input=GiveNumber(0, 10, "not sure at all", "very sure"),
    hint="There is no wrong number.",
)
LINE = replace(
    WEATHER,
    id="line",
    title="One small plan",
    question="What would you like to do this week?",
    input=WriteText(
        choices("Walk for ten minutes", "Call a friend", "Rest in the afternoon"),
        "In my own words",
    ),
    hint="One small thing that you want to do yourself.",
)
BEGIN = replace(
    WEATHER,
    id="begin",
    title="Who is here",
    question="Is everyone here?",
    input=Confirm("Yes, let's begin", "Somebody else is coming"),
    hint="",
    body=("Here: Heron, Oak, River and Robin.",),
    turn="",
    turn_short="",
)
RESOURCE = replace(
    WEATHER,
    id="resource",
    title="What helps next",
    question="NHS inform: mental wellbeing",
    input=ChooseOne(choices("Next", "That's enough. Go on")),
    hint="",
    turn="",
    turn_short="",
    body=("Words and exercises for a hard week, in plain English.",),
    code=Code(
        URL,
        "NHS inform: mental wellbeing",
        "The code opens this address. It needs the internet later.",
        "111",
        URL,
    ),
)
HELP = Prompt(
    "help",
    "Help now",
    "Turn to somebody in the room.",
    ChooseOne((Choice("back", "Back to where we were"), Choice("keys", "What the keys do"))),
    body=("You can say: I need a moment.",),
    hint="You matter. No need to explain.",
    contacts=(
        Contact("999", "Danger to life", "Ask for an ambulance or the police."),
        Contact("0800 83 85 87", "Breathing Space", "At night and at the weekend. Free."),
    ),
)
ALL = (WEATHER, WELCOME, STRENGTHS, PEOPLE, LEFT, SURE, LINE, BEGIN, RESOURCE)


class LibraryCodes:
    """Makes codes straight from the library, quiet zone 4."""

    def modules(self, target: str) -> list[list[bool]] | None:
        """Return the modules of a code at level M."""
        code = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_M, border=4)
        code.add_data(target)
        code.make(fit=True)
        return [[bool(dark) for dark in row] for row in code.get_matrix()]


@dataclass
class FakeGuide:
    """Shows its prompts in order; help is a prompt aside; it remembers all that was asked.

    Typed text that is in `refused` is refused, with a notice in words.
    """

    prompts: tuple[Prompt, ...] = ALL
    theme: Theme = Theme.EVENING
    draft: Draft = field(default_factory=Draft)
    refused: tuple[str, ...] = ("11",)
    given: list[Answer] = field(default_factory=list)
    pressed: list[KeyCommand] = field(default_factory=list)
    at: int = 0
    helping: bool = False
    notice: Notice | None = None
    switch_to: FrontEnd | None = None
    kept: Draft | None = None
    heard: list[str] = field(default_factory=list)
    news: str = ""
    own: Ways = field(default_factory=Ways)
    asked_one_key: int = 0

    @property
    def prompt(self) -> Prompt:
        """Return the prompt in its turn, or the help."""
        if self.helping:
            return HELP
        return replace(self.prompts[min(self.at, len(self.prompts) - 1)], notice=self.notice)

    @property
    def ways(self) -> Ways:
        """Return the ways, in this theme."""
        return replace(self.own, theme=self.theme)

    @property
    def cover_after(self) -> int:
        """Return that no cover comes by itself."""
        return 0

    @property
    def is_over(self) -> bool:
        """Return whether all prompts were answered."""
        return self.at >= len(self.prompts)

    def give(self, answer: Answer) -> bool:
        """Take the answer and go on; leave the help; or refuse."""
        if isinstance(answer, Typed) and answer.text in self.refused:
            self.notice = Notice("Please give a number from 0 to 10.", Tone.CARE)
            return False
        if self.helping:
            self.helping = False
            return True
        self.given.append(answer)
        self.at += 1
        self.notice = Notice("Saved.", Tone.SAVED)
        return True

    def press(self, command: KeyCommand) -> bool:
        """Go back, pass, or show the help."""
        self.pressed.append(command)
        match command:
            case KeyCommand.HELP:
                self.helping = True
            case KeyCommand.PASS:
                self.at += 1
                self.notice = Notice("That's fine.")
            case KeyCommand.BACK:
                if self.at == 0:
                    return False
                self.at -= 1
                self.notice = None
            case _:
                return False
        return True

    def one_key(self) -> bool:
        """Count how often it was asked; no prompt asks about it here."""
        self.asked_one_key += 1
        return False

    def keep_draft(self, draft: Draft) -> None:
        """Remember the draft."""
        self.kept = draft

    def touched(self) -> None:
        """Remember that silence was asked for."""
        self.heard.append("")

    def looked_at(self, label: str) -> None:
        """Remember the row."""
        self.heard.append(label)

    def explained(self, how: str) -> None:
        """Remember the words."""
        self.heard.append(how)

    def marked(self, label: str, *, is_marked: bool) -> None:
        """Remember the mark."""
        self.heard.append(f"{label} marked" if is_marked else f"{label} not marked")

    def wrote(self, typed: str) -> None:
        """Remember the word."""
        self.heard.append(f"wrote {typed}")

    def speak(self, key: SpeechKey) -> bool:
        """Remember what was asked of the voice."""
        self.heard.append(key)
        return True

    def when_news(self, told: Callable[[], None]) -> None:
        """No news comes by itself."""

    def look_for_news(self) -> None:
        """Show the news."""
        if self.news:
            self.notice = Notice(self.news)
