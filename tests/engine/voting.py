"""A meeting in which a group chooses, for the tests."""

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from facilitator.domain.answers import GO_ON, Answer, Chosen, ChosenSeveral, Typed
from facilitator.domain.events import Keep, SeenBy
from facilitator.domain.keys import KeyCommand
from facilitator.domain.prompt import (
    ChooseOne,
    ChooseSeveral,
    GiveNumber,
    Input,
    Prompt,
    WriteText,
)
from facilitator.domain.session import Session
from facilitator.engine.activities.registry import SPECS
from facilitator.sessions.parse import parse
from tests.fakes import FakeClock
from tests.scenario import Scenario

CHOOSING = ("trip", "ideas", "earlier", "fork", "after")
MOST_PROMPTS = 400
GOOD = Path(__file__).parents[1] / "sessions" / "good" / "deciding.toml"


@lru_cache(maxsize=1)
def deciding() -> Session:
    """Return the sample session of all kinds of choosing."""
    session = parse(GOOD.read_text("utf-8"), GOOD.name, SPECS).session
    assert session is not None
    return session


def at(step: str, *, people: int = 3, **others: Keep | SeenBy) -> Scenario:
    """Return a group at the beginning of one step of that session."""
    group = Scenario.hold(deciding(), people=people, **others)  # type: ignore[arg-type]
    while not group.prompt.id.startswith(f"{step}/"):
        group.menu("skip")
    return group


def by_keys(group: Scenario) -> None:
    """Choose the keyboard, and begin."""
    group.choose("keys")
    assert group.prompt.id.endswith("/secret")
    group.onward()


def takes(group: Scenario, person: str, *chosen: str, is_handed_on: bool = True) -> None:
    """Let the next one take their turn."""
    step = group.prompt.id.split("/")[0]
    assert group.prompt.id == f"{step}/{person}/@hand-over"
    group.onward()
    assert group.prompt.id == f"{step}/{person}/ballot"
    if len(chosen) == 1:
        group.choose(chosen[0])
    else:
        group.several(*chosen)
    assert group.prompt.id == f"{step}/{person}/mine"
    if is_handed_on:
        group.onward()


def counted(group: Scenario, *counts: int) -> None:
    """Type the room's totals, one after the other."""
    for count in counts:
        assert "/count-" in group.prompt.id, group.prompt.id
        group.write(str(count))


def the_lot_is(group: Scenario, lot: int) -> None:
    """Let chance say this from now on."""
    clock = group.ports.clock
    assert isinstance(clock, FakeClock)
    clock.lot = lot


Way = tuple[Answer | KeyCommand, ...]


def _answers(asked: Input) -> tuple[Answer | KeyCommand, ...]:
    """Return the answers that lead to places of their own."""
    match asked:
        case ChooseOne(choices=choices):
            return tuple(Chosen(one.id) for one in choices)
        case ChooseSeveral(choices=choices):
            ids = tuple(one.id for one in choices)
            return (ChosenSeveral(ids[:2]), ChosenSeveral(ids))
        case GiveNumber(high=high):
            return (Typed("1"), Typed(str(high)))
        case WriteText(ready=ready):
            return (Typed("A longer line, 34 letters in it ok"), Chosen(ready[0].id))
        case _:
            return (GO_ON,)


def prompts_of_choosing(people: int = 2, *, easy: bool = False) -> Iterator[Prompt]:
    """Yield every prompt of every way of choosing, each answer tried wherever it can be given."""
    seen: set[str] = set()
    waiting: list[tuple[str, Way]] = [(step, ()) for step in CHOOSING]
    while waiting:
        step, way = waiting.pop(0)
        group = at(step, people=people)
        if easy:
            group.press(KeyCommand.EASY)
        for one in way:
            group.press(one) if isinstance(one, KeyCommand) else group.answer(one)
        prompt = group.prompt
        # What follows a count differs with the counts; for dots, too many ways lead there.
        part = f"{prompt.id} {prompt.body if step == 'earlier' else ''}"
        here = f"{part} {prompt.question} {prompt.input} {prompt.notice}"
        here = re.sub(r"(?<=given=')[^']*|(?<=marked=).*?\)", "", here)
        if not prompt.id.startswith(f"{step}/") or here in seen:
            continue
        seen.add(here)
        assert len(seen) < MOST_PROMPTS, "there are more ways to choose than were tried"
        yield prompt
        waiting += [(step, (*way, one)) for one in (*_answers(prompt.input), KeyCommand.PASS)]
