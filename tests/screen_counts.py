"""Counts the screens that people meet, as the scenario meets them; `scripts/count_screens` prints it.

A screen is a prompt with an id of its own: the screen of names stays one while its list grows.
An answer is one line, one row or one number, given with Enter.
"""

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from facilitator.domain.prompt import GiveNumber, WriteText
from facilitator.engine.house.taking_names import free_signs
from facilitator.wording import evaluation
from tests.engine.evaluating import at_today
from tests.scenario import Scenario, shipped

SESSION = "first-meeting"
NAMES = ("Ann", "Bob", "Cal", "Dot", "Eve", "Fay", "Gus", "Hal")

BEFORE_SCREENS, BEFORE_LINES = 15, 23
"""Eight people by the keypad and by typed names, when each name had a screen of its own.

15: home, session, who sees, how many, how long, keeping, eight names, everyone.
23: the same with typed names, one screen more for each. Several in one line could not be typed.
"""
BEFORE_NOTE, BEFORE_STRENGTHS, BEFORE_PLAN, BEFORE_EVALUATION = 4, 6, 8, 16
"""A note in a round, one's own strengths, a plan before "Add more", four lines of hands."""


@dataclass(frozen=True, slots=True)
class Counted:
    """One row of the table."""

    what: str
    screens: int
    answers: int
    before: int | None = None


def counts() -> Iterator[Counted]:
    """Yield the rows of the table, each from a meeting of its own."""
    ways: tuple[tuple[str, Callable[[Scenario, int], list[str]], int | None], ...] = (
        ("signs by the keypad", _by_signs, BEFORE_SCREENS),
        ("a name a line", _one_a_line, BEFORE_LINES),
        ("all names in one line", _in_one_line, None),
    )
    for people in (1, 4, 8):
        for way, named, before in ways:
            met = to_welcome(people, named)
            yield _row(f"home to Welcome, {people}, {way}", met, before if people == 8 else None)
    yield _row("a note in a round", _note(), BEFORE_NOTE)
    yield _row("one's own strengths", _turn("strengths", "share"), BEFORE_STRENGTHS)
    yield _row("a plan, with its last question", _turn("goal", "more"), BEFORE_PLAN)
    yield _row("an evaluation of four lines", _evaluation(), BEFORE_EVALUATION)


def _row(what: str, met: list[str], before: int | None) -> Counted:
    screens = 1 + sum(one != two for one, two in pairwise(met))
    return Counted(what, screens, len(met), before)


def to_welcome(people: int, named: Callable[[Scenario, int], list[str]]) -> list[str]:
    """Return the screen of each answer on the way from the first screen to the first step."""
    group = Scenario.machine(shipped(SESSION))
    met = []
    while not group.prompt.id.startswith("names-"):
        met.append(group.prompt.id)
        group.onward()
    met += named(group, people)
    met.append("names")
    group.choose("all")
    if group.prompt.id == "how-long":
        met.append("how-long")
        group.choose("go-on")
    assert len(group.meeting.present) == people
    return met


def _by_signs(group: Scenario, people: int) -> list[str]:
    group.choose("sign")
    assert group.prompt.id == "signs"
    group.several(*free_signs(group.around)[:people])
    return ["names", "signs"]


def _one_a_line(group: Scenario, people: int) -> list[str]:
    for name in NAMES[:people]:
        group.write(name)
    return ["names"] * people


def _in_one_line(group: Scenario, people: int) -> list[str]:
    group.write(", ".join(NAMES[:people]))
    return ["names"]


def _note() -> list[str]:
    group = Scenario.hold(shipped(SESSION))
    group.until_step("check-in")
    met = [group.prompt.id]
    group.choose("note")
    met.append(group.prompt.id)
    group.write("a bright morning")
    return met


def _turn(step: str, last: str) -> list[str]:
    """Return the screens of the first person's turn, up to its last question."""
    group = Scenario.hold(shipped(SESSION))
    group.until(lambda prompt: prompt.id == f"{step}//@keyboard")
    group.choose("p1")
    met = []
    while group.prompt.id.startswith(f"{step}/p1/"):
        met.append(group.prompt.id)
        if group.prompt.id.rpartition("/")[2] == last:
            break
        match group.prompt.input:
            case GiveNumber():
                group.write("8")
            case WriteText():
                group.write("walk")
            case _:
                group.onward()
    return met


def _evaluation() -> list[str]:
    group = at_today()
    for words in ("the tea", "more time"):
        group.write(words)
        group.choose("nothing")
    met = [group.prompt.id]
    group.choose("hands")
    for count in range(len(evaluation.STATEMENTS)):
        met.append(group.prompt.id)
        group.write(str(min(count, 4)))
    return met


def table() -> str:
    """Return the table as text: now, the answers given, and what it was before."""
    rows = [f"{'':45}{'screens':>8}{'answers':>8}{'before':>8}"]
    for one in counts():
        before = "" if one.before is None else str(one.before)
        rows.append(f"{one.what:45}{one.screens:8}{one.answers:8}{before:>8}")
    return "\n".join(rows)


if __name__ == "__main__":
    sys.stdout.write(f"{table()}\n")
