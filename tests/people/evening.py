"""One evening on the full screen, without a terminal: seeded, whole, looked at after each key."""

from dataclasses import dataclass, field, replace
from datetime import timedelta
from random import Random

from facilitator.domain import commands
from facilitator.domain.events import Event
from facilitator.domain.keys import KeyCommand
from facilitator.domain.prompt import GiveNumber, WriteText
from facilitator.frontends.tui.desk import Desk
from facilitator.frontends.tui.frame import Size
from facilitator.meetings.surroundings import OUR_GROUP
from tests.fakes import FakeClock
from tests.frontends.tui.canned import LibraryCodes
from tests.meetings.test_narration import RecordingSpeaker
from tests.people import invariants
from tests.people.persons import EVERYBODY, SENTENCES, Habit, Person
from tests.scenario import SHIPPED, Scenario, shipped

SESSIONS = tuple(one for one in SHIPPED if one != "help-now")
SIZES = (Size(80, 24), Size(40, 12), Size(120, 40))
ONE_KEY = "one-key"
NAMED = {"enter": "\r", "space": " ", "escape": "\x1b"}


class EveningError(AssertionError):
    """Something that must hold does not: says what, where, and after which keys."""


def not_asked_about(group: Scenario, asked: set[str]) -> str:
    """M21: say which meeting the first screen passes over; note in `asked` what is asked about."""
    if group.prompt.id == "left-open":
        asked |= {one.id for one in group.around.unfinished}
    if group.around.meeting is not None or group.prompt.id != "home":
        return ""
    today = group.around.today.isoformat()
    return invariants.forgotten(group.ports.store.unfinished(OUR_GROUP.id), today, asked)


@dataclass
class Evening:
    """Some people at one machine. `keys` are all keys that were pressed, to be read again."""

    seed: int
    people: int
    keys: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Set the machine up."""
        self.chance = Random(self.seed)
        self.size = self.chance.choice(SIZES)
        self.session = self.chance.choice(SESSIONS)
        self.speaker, self.heard = RecordingSpeaker(), 0
        machine = Scenario.machine(shipped(self.session))
        self.group = Scenario.on(replace(machine.ports, speaker=self.speaker))
        if self.seed % 2:
            self.group.press(KeyCommand.AGAIN)  # every other evening the voice is on
        self.desk = Desk(self.group.runner, LibraryCodes(), self.size)
        self.cast = self.chance.sample(EVERYBODY, min(self.people, len(EVERYBODY)))
        self.owner = ""
        self.left: set[str] = set()
        self.typed: set[str] = set()
        self.asked: set[str] = set()
        self.hands_off = True  # nothing but Enter since this prompt was shown
        self.written = 0

    # -- keys -------------------------------------------------------------------------

    def press(self, *names: str) -> None:
        """Press keys one after the other and look after each."""
        for name in names:
            self.keys.append(name)
            before, events = self.group.prompt.id, self._events()
            draft = self.desk.draft()
            standing, chosen = self._standing(), draft.typed or draft.marked
            self._opens_turn(name)
            character = NAMED.get(name, name if len(name) == 1 else None)
            self.desk.key(name, character)
            if name != "enter":
                self.hands_off = False
            happened = self._events()[len(events) :]
            if name == "enter" and self.hands_off and not chosen:
                self._holds(invariants.said_by_enter(happened, standing))
            if self.group.prompt.id != before:
                self.hands_off = True
            self._look()

    def write(self, words: str) -> None:
        """Type words; on a line none of their letters does anything."""
        asked = self.group.prompt.input
        takes = isinstance(asked, WriteText)
        before = (self.group.prompt.id, self.group.around.ways)
        self.press(*("space" if one == " " else one for one in words))
        if takes and words[:1].isalpha():
            after = (self.group.prompt.id, self.group.around.ways)
            self._holds(invariants.obeyed(before, after, words))

    def _opens_turn(self, name: str) -> None:
        prompt = self.group.prompt
        if name == "enter" and prompt.id.endswith("/@hand-over"):
            self.owner = prompt.id.split("/")[1]

    # -- what must hold -----------------------------------------------------------------

    def _look(self) -> None:
        meeting = self.group.around.meeting
        prompt = self.group.prompt
        alone = meeting is not None and len(meeting.present) == 1
        if prompt.is_private and prompt.giver and alone:
            self.owner = prompt.giver
        elif meeting is None or (meeting.place is not None and meeting.place.giver != self.owner):
            self.owner = ""
        draft = self.desk.draft()
        # A draft of another prompt is shown at that prompt alone, behind its hand-over.
        held = draft.typed if draft.prompt_id == prompt.id else ""
        shown = "\n".join(line.text for line in self.desk.lines) + held
        people = [one.id for one in meeting.people] if meeting else []
        self._holds(invariants.shown_to_others(shown, self.owner, people))
        said, self.heard = " ".join(self.speaker.said[self.heard :]), len(self.speaker.said)
        self._holds(invariants.shown_to_others(said, self.owner, people))
        self._holds(invariants.ghosts_in(meeting, self.left, self.typed))
        self.asked |= {prompt.id} & {ONE_KEY}
        is_one_key = self.group.around.ways.scanning and ONE_KEY not in self.asked
        self._holds("one key does everything, and nobody was asked" if is_one_key else "")
        self._holds(invariants.stuck(self.desk._place.view.targets))
        self._holds(not_asked_about(self.group, self.asked))

    def _holds(self, wrong: str) -> None:
        if wrong:
            where = f"{self.session} {self.size.columns}x{self.size.rows} {self.group.prompt.id}"
            last = " ".join(self.keys[-30:])
            raise EveningError(
                f"seed {self.seed}, {self.people} people, {where}: {wrong}\nkeys: {last}"
            )

    def _events(self) -> tuple[Event, ...]:
        return self.group.runner._desk.happened if self.group.has_meeting() else ()

    def _standing(self) -> set[tuple[str, str, str]]:
        meeting = self.group.around.meeting
        places = meeting.answers if meeting else ()
        return {(one.step, one.giver, one.part) for one in places}

    # -- an evening ---------------------------------------------------------------------

    def come_in(self) -> None:
        """Go from the first screen to the first step by what a newcomer would press."""
        if self.chance.random() < 0.3:
            self.press("space")
        for _ in range(60):
            meeting = self.group.around.meeting
            if meeting is not None and meeting.place is not None:
                return
            prompt = self.group.prompt
            if prompt.id.startswith("name"):
                self._names()
            elif isinstance(prompt.input, GiveNumber):
                self.write(str(len(self.cast)))
                self.press("enter")
            else:
                self.press("enter")

    def _names(self) -> None:
        """Give the names, with a slip or two, then say that everybody is here."""
        here = {one.name for one in self.group.meeting.people}
        missing = [one.name for one in self.cast if one.name not in here]
        if not missing:
            self.press("enter") if hasattr(self.group.prompt.input, "is_open") else self.press("-")
            return
        if not hasattr(self.group.prompt.input, "is_open"):
            self.press("7", "enter")
        self.write(missing[0])
        self.typed.add(missing[0])
        self.press("enter")
        if self.chance.random() < 0.3:
            self.press("/")
            if not self.desk.draft().typed and not hasattr(self.group.prompt.input, "is_open"):
                self.press("7", "enter")
                self.write(missing[0])
            self.press("enter")

    def play(self, keys: int = 250) -> None:
        """Let them do what they do, until the meeting is over or so many keys were pressed."""
        self.come_in()
        while len(self.keys) < keys and self.group.has_meeting():
            self._turn(self.chance.choice(self.cast))

    def _turn(self, person: Person) -> None:
        prompt = self.group.prompt
        if prompt.id.endswith("/share"):
            self.press("1", "enter")  # with a yes the words would be everybody's
            return
        if prompt.id.endswith("@keyboard") and self.chance.random() < 0.7:
            self.press(str(self.chance.randrange(1, 4)), "enter")
            return
        match person.does(self.chance):
            case Habit.SENTENCES:
                self._says()
            case Habit.BACKS:
                self.press("enter", "/", "/", "/")
            case Habit.SHOULDER:
                self.press("/", *(["/"] if self.chance.random() < 0.5 else []))
            case Habit.DIGITS:
                self.press(str(self.chance.randrange(10)), "enter")
            case Habit.LEANS:
                self.press(*["space"] * 8, "escape") if self.chance.random() < 0.3 else self.press(
                    "enter", "enter"
                )
            case Habit.CHANGES if "@close" in prompt.id:
                self.press("/", "/", "enter", "enter")
            case Habit.COMES_AND_GOES:
                self._comes_or_goes()
            case Habit.WANDERS:
                page, row = self.chance.randrange(1, 7), self.chance.randrange(1, 8)
                self.press(".", str(page), "enter", str(row), "enter", ".", "escape")
                self._note_who_left()
            case Habit.ASKS_HELP:
                self._asks_for_help()
            case _:
                self.press("enter")

    def _says(self) -> None:
        prompt = self.group.prompt
        self.written += 1
        if prompt.is_private and prompt.giver == self.owner and self.owner:
            self.write(invariants.secret_of(self.owner, self.written))
        else:
            self.write(self.chance.choice(SENTENCES))
        self.press("enter")

    def _asks_for_help(self) -> None:
        """Half a line, the help card, and back: the half is still there."""
        if not isinstance(self.group.prompt.input, WriteText):
            self.press("*", "enter")
            return
        at = self.group.prompt.id
        self.write("half a line")
        typed = self.desk.draft().typed
        self.press("f1", "f1")
        if self.group.prompt.id == at and "half a line" in typed:
            now = self.desk.draft().typed
            self._holds("" if typed == now else f"{typed!r} was typed, and {now!r} is there")

    def _comes_or_goes(self) -> None:
        """Somebody goes, comes back, or is late; the room does that, and the keys go on."""
        meeting = self.group.meeting
        gone = [one for one in meeting.people if not one.here]
        if gone:
            self.group.runner.ask(commands.ComeBack(gone[0].id))
        elif len(meeting.present) > 2:
            going = self.chance.choice(meeting.present)
            self.left.add(going.id)
            self.group.runner.ask(commands.Leave(going.id))
        elif len(meeting.people) < len(EVERYBODY):
            self.typed.add("Fi")
            self.group.runner.ask(commands.Join("Fi"))
        self.desk = Desk(self.group.runner, LibraryCodes(), self.size)
        self._look()
        self.press("enter")

    def _note_who_left(self) -> None:
        """Whoever was sent out by the menu really left."""
        meeting = self.group.around.meeting
        if meeting is not None:
            self.left |= {one.id for one in meeting.people if not one.here}

    def next_day(self) -> None:
        """Start the program on another day; who comes first sees what is asked first."""
        clock = self.group.ports.clock
        assert isinstance(clock, FakeClock)
        clock.time += timedelta(days=self.chance.choice((1, 7, 365)))
        self.group = Scenario.on(self.group.ports)
        self.desk = Desk(self.group.runner, LibraryCodes(), self.size)
        self.owner, self.hands_off = "", True
        self._look()
