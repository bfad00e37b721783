"""A made-up group of four, so that a leader can practise; nothing is stored."""

from facilitator.domain import commands
from facilitator.domain.answers import GO_ON, Answer, Chosen, ChosenSeveral, Confirmed, Typed
from facilitator.domain.events import Keep
from facilitator.domain.prompt import (
    Acknowledge,
    ChooseOne,
    ChoosePeople,
    ChooseSeveral,
    Confirm,
    GiveNumber,
    Input,
    WriteText,
)
from facilitator.engine.house.effects import SettingOut
from facilitator.meetings.practice import PEOPLE
from facilitator.meetings.runner import MeetingRunner
from facilitator.meetings.surroundings import Surroundings
from facilitator.wording import command_line, house

MOST_PROMPTS = 1000


def begun(around: Surroundings, session_id: str) -> MeetingRunner:
    """Return a runner at the first step, with four people named by signs."""
    runner = MeetingRunner(around)
    runner.practise(SettingOut(session_id, people=PEOPLE, keep=Keep.NOTHING))
    for sign in house.SIGNS[:PEOPLE]:
        runner.ask(commands.Join(sign))
    runner.ask(commands.Begin())
    return runner


def walked_through(runner: MeetingRunner) -> tuple[str, ...]:
    """Answer every prompt with its first row; return where it led, one line a prompt."""
    lines: list[str] = []
    for _ in range(MOST_PROMPTS):
        if runner.meeting is None:
            break
        prompt = runner.prompt
        parts = (prompt.where, prompt.title, prompt.turn, prompt.question)
        lines.append(". ".join(part.rstrip(".") for part in parts if part))
        runner.give(first_answer(prompt.input))
    return (*lines, command_line.REHEARSAL_DONE)


def first_answer(asked: Input) -> Answer:
    """Return the answer that the first row means: it leads onward everywhere (A2)."""
    match asked:
        case Acknowledge():
            return GO_ON
        case ChooseOne(choices=choices):
            return Chosen(choices[0].id)
        case WriteText(ready=ready):
            return Chosen(ready[0].id) if ready else Typed("1")
        case ChooseSeveral(choices=choices):
            return ChosenSeveral(tuple(one.id for one in choices[:1]))
        case ChoosePeople(people=people):
            return ChosenSeveral(tuple(one.id for one in people[:1]))
        case GiveNumber():
            return Typed("1")
        case Confirm():
            return Confirmed(yes=True)
