"""The same evenings in plain lines, spoken too: each line is read where somebody types it."""

import io
from dataclasses import dataclass, field, replace
from datetime import timedelta
from random import Random

from facilitator.domain.events import Event
from facilitator.domain.prompt import ChooseOne, WriteText
from facilitator.frontends.plain import loop
from facilitator.wording import plain
from tests.fakes import FakeClock
from tests.meetings.test_narration import RecordingSpeaker
from tests.people import invariants
from tests.people.evening import SESSIONS, EveningError, not_asked_about
from tests.people.persons import EVERYBODY, SENTENCES, Habit, Person
from tests.scenario import Scenario, shipped


class Keyboard(io.StringIO):
    """The input of the plain lines: each line is decided when it is asked for."""

    def __init__(self, evening: "LinesEvening") -> None:
        """Begin with nothing typed."""
        super().__init__()
        self._evening = evening

    def readline(self, *_: object) -> str:  # type: ignore[override]
        """Look at what was written, then type the next line; "" ends the input."""
        return self._evening.next_line()


@dataclass
class LinesEvening:
    """Some people at one terminal line. `typed` are all lines, to be read again."""

    seed: int
    people: int
    most: int = 120
    typed: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Set the machine up, every other evening with the voice on."""
        self.chance = Random(self.seed)
        self.session = self.chance.choice(SESSIONS)
        self.speaker = RecordingSpeaker()
        machine = Scenario.machine(shipped(self.session))
        self.group = Scenario.on(replace(machine.ports, speaker=self.speaker))
        self.cast = self.chance.sample(EVERYBODY, min(self.people, len(EVERYBODY)))
        self.out = io.StringIO()
        self.waiting = ["speak"] if self.seed % 2 else []
        self.seen = self.heard = 0
        self.owner, self.at, self.is_onward = "", "", False
        self.happened: tuple[Event, ...] = ()
        self.standing: set[tuple[str, str, str]] = set()
        self.asked: set[str] = set()
        self.names: set[str] = set()
        self.left: set[str] = set()

    def play(self) -> None:
        """Hold it until the lines are used up, or somebody closed the program."""
        loop.run(self.group.runner, Keyboard(self), self.out, why="Plain lines.")

    def next_day(self) -> None:
        """Start again on another day: what nobody finished is asked about first."""
        clock = self.group.ports.clock
        assert isinstance(clock, FakeClock)
        clock.time += timedelta(days=self.chance.choice((1, 7, 365)))
        self.group = Scenario.on(self.group.ports)
        self.owner, self.at, self.happened, self.most = "", "", (), len(self.typed) + 3
        self.play()

    def next_line(self) -> str:
        """Return what is typed now, with what must hold looked at first."""
        self._look()
        if len(self.typed) >= self.most:
            return ""
        line = self.waiting.pop(0) if self.waiting else self._decided()
        self.typed.append(line)
        is_open = self.out.getvalue().endswith(plain.ASK_LINE)
        picks_one = isinstance(self.group.prompt.input, ChooseOne | WriteText) and not is_open
        self.is_onward = line == "" or (line == "1" and picks_one)
        self.at = self.group.prompt.id
        self.happened = self._events()
        meeting = self.group.around.meeting
        places = meeting.answers if meeting else ()
        self.standing = {(one.step, one.giver, one.part) for one in places}
        return f"{line}\n"

    # -- what must hold -------------------------------------------------------------------

    def _look(self) -> None:
        prompt, meeting = self.group.prompt, self.group.around.meeting
        place = meeting.place if meeting is not None else None
        if self.at.endswith("/@hand-over") and place is not None:
            giver = self.at.split("/")[1]
            self.owner = giver if place.giver == giver else ""
        if prompt.is_private and prompt.giver and meeting and len(meeting.present) == 1:
            self.owner = prompt.giver
        elif place is None or place.giver != self.owner:
            self.owner = ""
        people = [one.id for one in meeting.people] if meeting else []
        written = self.out.getvalue()
        spoken = self.speaker.said
        new, said = written[self.seen :], " ".join(spoken[self.heard :])
        self.seen, self.heard = len(written), len(spoken)
        self._holds(invariants.shown_to_others(new, self.owner, people))
        self._holds(invariants.shown_to_others(said, self.owner, people))
        if self.at == "left":  # somebody was sent out by the menu
            self.left |= {one.id for one in meeting.people if not one.here} if meeting else set()
        self._holds(invariants.ghosts_in(meeting, self.left, self.names))
        if self.is_onward:
            new_events = self._events()[len(self.happened) :]
            self._holds(invariants.said_by_enter(new_events, self.standing))
        self._holds("" if written.rstrip(" ").endswith(":") else "nothing is asked")
        self._holds(not_asked_about(self.group, self.asked))

    def _holds(self, wrong: str) -> None:
        if wrong:
            raise EveningError(
                f"lines, seed {self.seed}, {self.people} people, {self.session}"
                f" {self.group.prompt.id}: {wrong}\nlines: {self.typed[-20:]}\n"
                f"{self.out.getvalue()[-900:]}"
            )

    def _events(self) -> tuple[Event, ...]:
        return self.group.runner._desk.happened if self.group.has_meeting() else ()

    # -- what is typed --------------------------------------------------------------------

    def _decided(self) -> str:
        prompt = self.group.prompt
        meeting = self.group.around.meeting
        if prompt.id.startswith("names-") and meeting is not None:
            return self._names(len(meeting.people))
        if meeting is None or meeting.place is None:
            return "1" if isinstance(prompt.input, ChooseOne) else ""
        if prompt.id.endswith("/share"):
            return "1"  # with a yes the words would be everybody's
        if prompt.id.endswith("@keyboard") and self.chance.random() < 0.7:
            return str(self.chance.randrange(1, 4))
        return self._habit(self.chance.choice(self.cast))

    def _names(self, here: int) -> str:
        if here:
            return "/" if self.chance.random() < 0.2 else ""
        names = [one.name for one in self.cast]
        self.names |= set(names)
        return ", ".join(names)

    def _habit(self, person: Person) -> str:
        onward = "1" if isinstance(self.group.prompt.input, ChooseOne) else ""
        match person.does(self.chance):
            case Habit.SENTENCES:
                return self._words()
            case Habit.BACKS:
                self.waiting = ["/", "/", "/"]
            case Habit.SHOULDER:
                return "/"
            case Habit.DIGITS:
                return str(self.chance.randrange(10))
            case Habit.CHANGES if "@close" in self.group.prompt.id:
                self.waiting = ["/", "1"]
                return "/"
            case Habit.WANDERS:
                page, row = self.chance.randrange(1, 7), self.chance.randrange(1, 8)
                self.waiting = [str(page), str(row), "menu", "/"]
                return "menu"
            case Habit.ASKS_HELP:
                self.waiting = ["1"]
                return "help"
            case _:
                pass
        return onward

    def _words(self) -> str:
        prompt = self.group.prompt
        if not isinstance(prompt.input, WriteText):
            return self.chance.choice(SENTENCES)
        if prompt.is_private and prompt.giver == self.owner and self.owner:
            return invariants.secret_of(self.owner, len(self.typed))
        return self.chance.choice(SENTENCES)
