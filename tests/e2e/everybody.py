"""Somebody who only hears, what this person does at each prompt, and the journal of it.

The listener decides every move from the spoken sentences alone. Held in a scenario, that
gives a script; each way of using the program then enacts the script beside a scenario of
its own, which tells what has to come next.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from facilitator.adapters.session_folder.shelf import FolderShelf, shipped_sessions
from facilitator.adapters.storage.records import read_journal
from facilitator.domain.answers import GO_ON, Answer, Chosen, ChosenSeveral, Confirmed, Typed
from facilitator.domain.events import Event, MeetingStarted
from facilitator.domain.keys import KeyCommand
from facilitator.domain.prompt import (
    Acknowledge,
    ChooseOne,
    ChoosePeople,
    ChooseSeveral,
    Confirm,
    GiveNumber,
    Prompt,
    WriteText,
)
from facilitator.domain.records import FrontEnd
from facilitator.engine.activities.registry import SPECS
from facilitator.meetings.surroundings import Ports
from facilitator.ports.speech import SilentSpeaker, Speaker
from tests.fakes import FakeClock, MemoryGroupBook, MemoryMeetingStore, MemorySettings
from tests.meetings.test_narration import RecordingSpeaker
from tests.scenario import Scenario

LAST = "@close//finish"
"""The prompt before the end, at which journals are compared: afterwards the words are gone."""

MAY_READ = "may-read"
"""The prompt that only a meeting with a voice has."""

OWN_WORDS = ("A bath", "Tea")
"""What the listener types, letter by letter; no ready phrase is like it."""


@dataclass(frozen=True, slots=True)
class Move:
    """What somebody does at a prompt: rows by number, then words typed; or a command.

    Without a row the words go into a line that is open already.
    """

    rows: tuple[int, ...] = ()
    words: str = ""
    command: KeyCommand | None = None


@dataclass(frozen=True, slots=True)
class Own:
    """Wanted: these words, in one's own typing."""

    words: str


PASS = Move(command=KeyCommand.PASS)
NOTE = Move((2,))
"""The row that asks for a yes by name: "Note one line, if Oak says yes"."""

Want = str | tuple[str, ...] | Own | Move
Wanted = Mapping[str, tuple[Want, ...]]

WANTED: Wanted = {
    "What would you like to do?": ("Start a meeting",),
    "Which session shall we hold?": ("A first meeting",),
    "Who is here today?": ("Choose a sign instead", "That's all of us"),
    "Which signs would you like?": (("Heron", "Oak", "River", "Robin"),),
    "What do we ask of each other?": (("One person talks at a time", "It's fine to move about"),),
    "What do we ask?": (Own(OWN_WORDS[1]), "No, that's all"),
    "What does each of us give?": (("I'll listen to the end", "I'll help with the tea"),),
    "Shall this machine keep our agreement?": ("Yes, for next time",),
    "How are you arriving today?": ("Next", NOTE, PASS, "Next"),
    "What shall we write?": ("Rainy",),
    "shall the voice read your own words?": ("No", "Yes", "Yes", "No"),
    "Something I know about, or can do": ("I know my own body", "I can cook for others"),
    "Something I care about": ("Fair play", PASS),
    "May the group see these at the end?": ("Yes, without my name", "No, they are mine"),
    "What would I like to do this week?": (Own(OWN_WORDS[0]), "Ring somebody I like"),
    "When will I do it?": ("In the morning", PASS),
    "How sure am I that I will do all of it?": (Own("6"), Own("8")),
    "Is that enough for now?": ("That's enough", "Bring it back next time"),
    "What was good today, and should stay?": ("The tea",),
    "Take something home?": ("NHS 24", "No more."),
}
"""By a sentence, or the end of one: what is wanted the first time, the second ...; the last stays.

Where nothing is wanted the first row is taken, which leads onward (A2).
"""

_ROW = re.compile(r"(\d): (.*?)\.?( Chosen\.)?")
_MORE = "Press 0 for more."
_KEYBOARD = "Who'd like the keyboard for a moment?"
_HANDED = 2
"""How many people have the keyboard for a moment at each step in pairs."""


class Listener:
    """Decides each move from the sentences that were heard, and from nothing else."""

    def __init__(self, instead: Wanted | None = None) -> None:
        """Want what WANTED says, or something else `instead`."""
        self._wanted = {**WANTED, **(instead or {})}
        self._times: dict[str, int] = {}
        self._had: dict[str, list[str]] = {}

    def move(self, heard: Sequence[str]) -> Move:
        """Return what to do after these sentences."""
        rows = dict(_rows(heard))
        if _KEYBOARD in heard:
            return Move((self._keyboard(heard, rows),))
        asked = [key for key in self._wanted if any(one.endswith(key) for one in heard)]
        if not asked:
            return Move((1,))
        at = self._times.get(asked[-1], 0)
        self._times[asked[-1]] = at + 1
        wants = self._wanted[asked[-1]]
        want = wants[min(at, len(wants) - 1)]
        match want:
            case Move():
                return want
            case Own(words=words):
                last = (max(rows),) if rows else ()
                return Move(last, words)
            case tuple():
                return Move(tuple(_number(one, rows) for one in want))
            case str():
                return Move((_number(want, rows),))

    def _keyboard(self, heard: Sequence[str], rows: dict[int, str]) -> int:
        """Hand the keyboard to whoever did not have it at this step, to two people in all."""
        had = self._had.setdefault(next(one for one in heard if one.startswith("Step ")), [])
        others = [number for number, name in rows.items() if number > 1 and name not in had]
        if len(had) >= _HANDED or not others:
            return 1
        had.append(rows[others[0]])
        return others[0]


def _rows(heard: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield number and words of each row of the first page that was heard."""
    for one in heard:
        if one == _MORE:
            return
        found = _ROW.fullmatch(one)
        if found:
            yield int(found[1]), found[2]


def _number(label: str, rows: dict[int, str]) -> int:
    found = [number for number, words in rows.items() if f"{words}.".startswith(label)]
    assert found, (label, rows)
    return found[0]


def machine(front_end: FrontEnd, speaker: Speaker | None = None) -> Scenario:
    """Return a new machine in memory with the shipped sessions, at its first screen."""
    ports = Ports(
        MemoryMeetingStore(),
        MemoryGroupBook(),
        MemorySettings(),
        FolderShelf((shipped_sessions(),), SPECS),
        FakeClock(datetime.now(UTC)),
        speaker or SilentSpeaker(),
    )
    group = Scenario.on(ports)
    group.around.front_end = group.around.usual_front_end = front_end
    return group


def answer_of(prompt: Prompt, move: Move) -> Answer:
    """Return the answer that a move gives at a prompt."""
    asked, at = prompt.input, [row - 1 for row in move.rows]
    match asked:
        case GiveNumber():
            return Typed(move.words)
        case WriteText() if move.words:
            return Typed(move.words)
        case WriteText(ready=rows) | ChooseOne(shown=rows):
            return Chosen(rows[at[0]].id)
        case ChooseSeveral(choices=rows) | ChoosePeople(people=rows):
            return ChosenSeveral(tuple(rows[one].id for one in at))
        case Acknowledge():
            return GO_ON
        case Confirm():
            return Confirmed(yes=at == [0])


def do(group: Scenario, move: Move) -> None:
    """Make a move in the scenario; it must be taken."""
    if move.command is not None:
        assert group.press(move.command), (group.prompt.id, move)
    else:
        assert group.answer(answer_of(group.prompt, move)), (group.prompt.id, group.notice)


Script = tuple[tuple[str, Move], ...]
"""Each prompt's id and what is done there."""


@dataclass(frozen=True, slots=True)
class Held:
    """A meeting up to its last prompt: what was done, what is stored, what everybody wrote."""

    script: Script
    journal: tuple[Event, ...]


def heard_meeting(instead: Wanted | None = None) -> Held:
    """Hold the meeting in a scenario with the voice on: a listener decides every move."""
    speaker = RecordingSpeaker()
    group = machine(FrontEnd.FULL, speaker)
    assert group.press(KeyCommand.AGAIN)
    person = Listener(instead)
    script: list[tuple[str, Move]] = []
    while group.prompt.id != LAST:
        assert len(script) < 300, group.prompt.id
        move = person.move(speaker.now)
        script.append((group.prompt.id, move))
        do(group, move)
    return Held(tuple(script), plain_journal(group.journal))


def plain_journal(journal: tuple[Event, ...]) -> tuple[Event, ...]:
    """Return the events without what is another each time: the id and the time of the meeting."""
    return tuple(
        replace(one, meeting_id="", at="", offset=0) if isinstance(one, MeetingStarted) else one
        for one in journal
    )


def stored_journal(data: Path) -> tuple[Event, ...]:
    """Return the events of the open meeting as they are on the disk."""
    (path,) = (data / "groups/our-group/open").glob("*.journal")
    return plain_journal(read_journal(path.read_bytes()).events)


class Way(Protocol):
    """One way of using the real program."""

    def wait(self, group: Scenario) -> None:
        """Wait until what the scenario shows is shown here too."""

    def make(self, prompt: Prompt, move: Move) -> None:
        """Make a move as somebody would who has this way alone."""


class Lockstep:
    """A meeting held by one way, beside a scenario that tells which prompt has to come."""

    def __init__(
        self, way: Way, front_end: FrontEnd = FrontEnd.FULL, speaker: Speaker | None = None
    ) -> None:
        """Begin at the first screen; with a speaker somebody may switch the voice on."""
        self.way = way
        self.group = machine(front_end, speaker)

    def hold(self, script: Script) -> None:
        """Enact a script up to the last prompt."""
        for prompt_id, move in script:
            if prompt_id != MAY_READ:
                self.come_to(prompt_id)
                self.make(move)
        self.come_to(LAST)

    def come_to(self, prompt_id: str) -> None:
        """Wait for this prompt, which has to be the one that comes."""
        assert self.group.prompt.id == prompt_id, self.group.prompt.id
        self.way.wait(self.group)

    def make(self, move: Move) -> None:
        """Make a move here and in the scenario; both change the front end where it is due (A24)."""
        self.way.make(self.group.prompt, move)
        do(self.group, move)
        wanted = self.group.runner.switch_to
        if wanted is not None:
            self.group.runner.switched(wanted)


class ChangingEachTime(Lockstep):
    """At each prompt the front end is changed first, through the access menu.

    Where a number is typed the letter of that menu would be typed too: there it stays.
    """

    changes = 0

    def come_to(self, prompt_id: str) -> None:
        """Change the front end, and be at the same prompt again."""
        super().come_to(prompt_id)
        if not isinstance(self.group.prompt.input, GiveNumber):
            self.change()
            super().come_to(prompt_id)

    def change(self) -> None:
        """Ask for the other front end."""
        before = self.group.around.front_end
        self.make(Move(command=KeyCommand.MENU))
        self.way.wait(self.group)
        rows = [one.id for one in self.group.asked(ChooseOne).choices]
        self.make(Move((rows.index("access") + 1,)))
        self.way.wait(self.group)
        ids = [one.id for one in self.group.asked(ChooseOne).shown]
        self.make(Move((ids.index("other") + 1,)))
        assert self.group.around.front_end is not before
        if self.group.prompt.id == "keep-ways":
            # In somebody's own turn it is asked whether to keep this for next time: no.
            self.way.wait(self.group)
            self.make(Move((1,)))
        self.changes += 1
