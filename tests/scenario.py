"""A third front end without input or output: it holds meetings for the tests.

group = Scenario.hold("first-meeting", people=4)
group.choose("next"); group.write("a walk"); group.pass_(); group.reload()
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from facilitator.domain.answers import GO_ON, Answer, Chosen, ChosenSeveral, Confirmed, Typed
from facilitator.domain.events import Event, Keep, SeenBy
from facilitator.domain.keys import KeyCommand
from facilitator.domain.meeting import Meeting
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
from facilitator.domain.session import Session
from facilitator.engine.activities.registry import SPECS
from facilitator.engine.house.taking_names import free_signs
from facilitator.meetings.runner import MeetingRunner
from facilitator.meetings.surroundings import OUR_GROUP, Ports, Surroundings
from facilitator.sessions.parse import parse
from tests.fakes import (
    FakeClock,
    MemoryGroupBook,
    MemoryMeetingStore,
    MemoryOwnShelf,
    MemorySettings,
    MemoryShelf,
)

Asked = TypeVar("Asked")
SESSIONS = Path(__file__).parent.parent / "sessions"
MENU_PAGES = {
    **dict.fromkeys(("came", "left", "came-back", "roles", "mend", "count"), "people"),
    **dict.fromkeys(("skip", "repeat", "order", "add", "longer", "shorter"), "steps"),
    **dict.fromkeys(("give", "forget"), "words"),
    **dict.fromkeys(("screen", "keep", "cover"), "seen"),
}
"""On which page of the menu each row stands."""

SHIPPED = tuple(sorted(path.stem for path in SESSIONS.glob("*.toml")))
"""The ids of the sessions that come with the program."""


@lru_cache(maxsize=8)
def shipped(name: str) -> Session:
    """Return one of the sessions that come with the program."""
    path = SESSIONS / f"{name}.toml"
    session = parse(path.read_text("utf-8"), path.name, SPECS).session
    assert session is not None, name
    return session


@dataclass
class Scenario:
    """One machine with everything in memory, and the runner that stands on it."""

    ports: Ports
    around: Surroundings
    runner: MeetingRunner
    shown: list[str] = field(default_factory=list)

    @classmethod
    def machine(cls, *sessions: Session) -> Scenario:
        """Return a new machine at its first screen."""
        clock = FakeClock(datetime(2026, 11, 24, 19, 0, tzinfo=UTC))
        ports = Ports(
            MemoryMeetingStore(),
            MemoryGroupBook(),
            MemorySettings(),
            MemoryShelf(tuple(sessions)),
            clock,
            own=MemoryOwnShelf(),
        )
        return cls.on(ports)

    @classmethod
    def on(cls, ports: Ports) -> Scenario:
        """Return a fresh start of the program on these ports, as after a power cut."""
        around = Surroundings(ports, OUR_GROUP, ports.settings.read(), FrontEnd.PLAIN)
        scenario = cls(ports, around, MeetingRunner(around))
        scenario._see()
        return scenario

    @classmethod
    def hold(
        cls,
        session: Session,
        *,
        people: int = 4,
        keep: Keep = Keep.TODAY,
        seen_by: SeenBy = SeenBy.PERSON,
    ) -> Scenario:
        """Return a meeting at the first place of its first step, people named by signs."""
        scenario = cls.machine(session)
        scenario.set_out(session, people=people, keep=keep, seen_by=seen_by)
        return scenario

    def set_out(
        self,
        session: Session,
        *,
        people: int = 4,
        keep: Keep = Keep.TODAY,
        seen_by: SeenBy = SeenBy.PERSON,
    ) -> None:
        """Go from the first screen to the first step by answering every prompt on the way."""
        self.choose("start")
        self.choose(session.id)
        self.choose(seen_by)
        self.choose(keep)
        if self.prompt.id == "who-again":
            self.several()
        self.gather(people)

    def gather(self, people: int) -> None:
        """Name so many people by signs and begin, whatever time it takes."""
        while self.prompt.id.startswith("names-") and len(self.meeting.people) < people:
            free = free_signs(self.around)[: people - len(self.meeting.people)]
            self.write(", ".join(free))
        self.all_here()

    def all_here(self) -> None:
        """Say that everybody is here, and carry on however long it takes."""
        self.choose("all")
        if self.prompt.id == "how-long":
            self.choose("go-on")

    @property
    def prompt(self) -> Prompt:
        """What is shown now."""
        return self.runner.prompt

    @property
    def meeting(self) -> Meeting:
        """The open meeting. Fails the test when there is none."""
        assert self.around.meeting is not None
        return self.around.meeting

    def has_meeting(self) -> bool:
        """Whether a meeting is open."""
        return self.around.meeting is not None

    @property
    def notice(self) -> str:
        """The short word on the screen."""
        return self.prompt.notice.words if self.prompt.notice else ""

    @property
    def journal(self) -> tuple[Event, ...]:
        """The events of the open meeting, as stored."""
        return self.ports.store.resume(self.meeting.group_id, self.meeting.id)[1]

    def asked(self, kind: type[Asked]) -> Asked:
        """Return the input that is shown; fails the test when it is of another kind."""
        asked = self.prompt.input
        assert isinstance(asked, kind), self.prompt.id
        return asked

    def answer(self, answer: Answer) -> bool:
        """Give any answer; remember all that is shown then."""
        taken = self.runner.give(answer)
        self._see()
        return taken

    def choose(self, choice: str) -> None:
        """Choose by id, also a ready phrase or a person; the choice must be there."""
        asked = self.prompt.input
        match asked:
            case ChooseOne(choices=choices) | WriteText(ready=choices):
                assert choice in [one.id for one in choices], (self.prompt.id, choice, choices)
                assert self.answer(Chosen(choice)), self.notice
            case ChooseSeveral() | ChoosePeople():
                assert self.answer(ChosenSeveral((choice,))), self.notice
            case Acknowledge():
                assert choice == GO_ON.id, (self.prompt.id, choice)
                assert self.answer(GO_ON)
            case Confirm() | GiveNumber():
                raise AssertionError(self.prompt.id)

    def several(self, *choices: str) -> None:
        """Choose any number."""
        assert self.answer(ChosenSeveral(choices)), self.notice

    def write(self, words: str) -> None:
        """Write own words, or a number."""
        assert self.answer(Typed(words)), self.notice

    def press(self, command: KeyCommand) -> bool:
        """Press one of the five keys."""
        done = self.runner.press(command)
        self._see()
        return done

    def pass_(self) -> None:
        """Pass, and move on."""
        assert self.press(KeyCommand.PASS)

    def back(self) -> bool:
        """Go back."""
        return self.press(KeyCommand.BACK)

    def menu(self, choice: str) -> None:
        """Open the menu and choose, on its first level or on the page that has the row."""
        self.menu_page(MENU_PAGES.get(choice, ""))
        self.choose(choice)

    def menu_page(self, page: str) -> None:
        """Open the menu, and a page of it where there is one: outside a meeting there is none."""
        assert self.press(KeyCommand.MENU)
        if page in [one.id for one in self.asked(ChooseOne).choices]:
            self.choose(page)

    def first_answer(self) -> Answer:
        """Return what Enter means here: what was given before, or the first row; or a "1"."""
        asked = self.prompt.input
        match asked:
            case Acknowledge():
                return GO_ON
            case ChooseOne(choices=choices, marked=marked):
                return Chosen(marked or choices[0].id)
            case WriteText(ready=ready, given=given):
                if given or not ready:
                    return Typed(given or "1")
                return Chosen(ready[0].id)
            case ChooseSeveral(marked=marked) | ChoosePeople(marked=marked):
                return ChosenSeveral(marked)
            case GiveNumber(given=given):
                return Typed(given or "1")
            case Confirm():
                return Confirmed(yes=True)

    def onward(self) -> None:
        """Press Enter: what was given before stands, else the first row, which leads onward (A2)."""
        assert self.answer(self.first_answer()), (self.prompt.id, self.notice)

    def until(self, there: Callable[[Prompt], bool], *, most: int = 400) -> None:
        """Go onward until a prompt is there; fail when it does not come."""
        for _ in range(most):
            if there(self.prompt):
                return
            self.onward()
        raise AssertionError(f"never there; at {self.prompt.id}")

    def until_step(self, step: str) -> None:
        """Go onward until a step begins."""
        self.until(lambda prompt: prompt.id.startswith(f"{step}/"))

    def to_the_end(self) -> None:
        """Go onward to the close and through it, back to the first screen."""
        self.until(lambda prompt: prompt.id == "home")

    def reload(self) -> Scenario:
        """Return the program as it is after a power cut, gone on with the open meeting (M7)."""
        again = Scenario.on(self.ports)
        again.choose(f"resume-{self.meeting.id}")
        return again

    def next_week(self) -> None:
        """Let seven days go by."""
        clock = self.ports.clock
        assert isinstance(clock, FakeClock)
        clock.time += timedelta(days=7)

    def _see(self) -> None:
        self.shown.append(words_of(self.prompt))


def words_of(prompt: Prompt) -> str:
    """Return every word of a prompt, as either front end shows it."""
    labels = [one for bar in prompt.picture for one in (bar.heading, bar.words)]
    labels += [part for one in prompt.contacts for part in (one.who, one.number, one.words)]
    match prompt.input:
        case ChooseOne(choices=choices) | ChooseSeveral(choices=choices):
            labels += [part for one in choices for part in (one.label, one.told)]
        case ChoosePeople(people=people):
            labels += [one.label for one in people]
        case WriteText(ready=ready, own_words=own, given=given):
            labels += [*(one.label for one in ready), own, given]
        case GiveNumber(low_words=low, high_words=high, given=given):
            labels += [low, high, given]
        case Confirm(yes=yes, no=no):
            labels += [yes, no]
        case Acknowledge(label=label):
            labels.append(label)
    code = prompt.code
    if code is not None:
        labels += [code.label, code.words, code.phone, code.address]
    notice = prompt.notice.words if prompt.notice else ""
    return "\n".join(
        (prompt.where, prompt.title, prompt.turn, prompt.question, *prompt.body, prompt.hint,
         prompt.cue, *labels, notice)
    )  # fmt: skip
