"""The same answers give the same journal in scenario, plain lines and full screen (rule 7)."""

import io
from dataclasses import dataclass

import pytest

from facilitator.adapters.qr.maker import QrCodeMaker
from facilitator.domain.answers import Answer, Chosen, ChosenSeveral, Confirmed, Typed
from facilitator.domain.events import Event, Keep, SeenBy
from facilitator.domain.keys import CHOICES_A_PAGE
from facilitator.domain.prompt import (
    Acknowledge,
    ChooseOne,
    ChoosePeople,
    ChooseSeveral,
    Confirm,
    GiveNumber,
    Input,
    Prompt,
    WriteText,
)
from facilitator.frontends.plain import loop
from facilitator.frontends.tui.app import FacilitatorApp
from facilitator.frontends.tui.desk import Desk
from facilitator.frontends.tui.frame import Size
from tests.frontends.tui.canned import LibraryCodes
from tests.scenario import Scenario, shipped, words_of
from tests.weeks.recorded import Deed
from tests.weeks.replayed import do

DRAWN = ("hard-week",)
"""Held in the window as well, which is slow; tests/e2e hold first-meeting in a real terminal."""

SESSIONS = ("first-meeting", "hard-week", "weekly-meeting", "moving-on")


SAYS = ("share", "rate", "how", "next", "base", "minutes", "agreed", "about")
"""Parts, with those of the roles, at which whoever leads chooses the row after the first."""


@dataclass
class Leader:
    """Whoever leads: decides each answer from the prompt alone, the same in every front end."""

    turns: int = 0
    typed: int = 0

    def answer(self, prompt: Prompt) -> Answer:
        """Return what is answered here."""
        match prompt.input:
            case GiveNumber(high=high):
                return Typed("6/10" if high >= 10 else str(high))
            case WriteText() if prompt.id == "names-0":
                return Typed("Heron, Oak and River")
            case WriteText(ready=ready) if prompt.id.startswith("names-"):
                return Chosen(ready[0].id)
            case WriteText():
                self.typed += 1
                return Typed(f"our own words {self.typed}")
            case ChooseOne(choices=choices) if prompt.id.endswith("@keyboard"):
                self.turns += 1
                return Chosen(choices[1 if self.turns % 2 else 0].id)
            case ChooseOne(choices=choices):
                part = prompt.id.rpartition("/")[2]
                return Chosen(choices[1 if part in SAYS or ":" in part else 0].id)
            case ChooseSeveral(marked=marked) if marked:
                return ChosenSeveral(marked[1:])
            case ChooseSeveral(choices=choices):
                return ChosenSeveral(tuple(one.id for one in choices[:2]))
            case ChoosePeople():
                return ChosenSeveral(())
            case Acknowledge() | Confirm():
                return Chosen("go-on")


AGREED = {
    "way": "typed", "more": "yes", "level": "2", "purpose-peers": "yes", "names": "fine",
    "until": "12", "lock": "no", "agree": "yes",
}  # fmt: skip
"""What a teller chooses who has a story kept for the group (C8)."""


class Teller(Leader):
    """Somebody who tells a story and agrees to its being kept, wherever it is asked."""

    def answer(self, prompt: Prompt) -> Answer:
        """Agree where a story asks; else lead on as anybody does."""
        part = prompt.id.rpartition("/")[2]
        if isinstance(prompt.input, ChooseOne) and prompt.input.choices[0].id == "stop":
            return Chosen(AGREED[part])
        return super().answer(prompt)


LEADERS = [(name, Leader) for name in SESSIONS] + [("story-circle", Teller)]


def keys_for(asked: Input, answer: Answer) -> tuple[str, ...]:
    """Return the lines that give this answer in plain mode; keys are the same, then Enter."""
    match asked, answer:
        case GiveNumber(), Typed(text):
            return (text,)
        case WriteText(is_open=True), Typed(text):
            return (text,)
        case WriteText(ready=ready), Typed(text):
            turns, at = divmod(len(ready), CHOICES_A_PAGE)
            return (*["0"] * turns, str(at + 1), text)
        case WriteText(ready=rows) | ChooseOne(choices=rows), Chosen(chosen):
            at = [one.id for one in rows].index(chosen)
            return ("0",) * (at // CHOICES_A_PAGE) + (str(at % CHOICES_A_PAGE + 1),)
        case ChooseSeveral(choices=rows, marked=marked), ChosenSeveral(ids) if marked:
            # A number puts a mark on a row, or takes it off.
            turned = set(ids) ^ set(marked)
            return (" ".join(str(at) for at, row in enumerate(rows, 1) if row.id in turned),)
        case ((ChooseSeveral() | ChoosePeople()), ChosenSeveral(ids)):
            return (" ".join(str(number + 1) for number in range(len(ids))),)
        case Confirm(), Confirmed(yes):
            return ("1" if yes else "2",)
        case _:
            return ("",)


Script = list[tuple[Prompt, Answer]]


def held(group: Scenario, leader: Leader) -> tuple[Script, tuple[Event, ...]]:
    """Hold the meeting in the scenario up to the last prompt; return the script and the journal."""
    script: Script = []
    while group.prompt.id != "@close//finish":
        prompt = group.prompt
        answer = leader.answer(prompt)
        script.append((prompt, answer))
        assert group.answer(answer), (prompt.id, group.notice)
    return script, group.journal


def in_plain(session_name: str, script: Script) -> tuple[Scenario, str]:
    """Hold the same meeting through lines; return the machine and everything written."""
    group = Scenario.machine(shipped(session_name))
    lines = [line for prompt, answer in script for line in keys_for(prompt.input, answer)]
    out = io.StringIO()
    code = loop.run(group.runner, io.StringIO("\n".join(lines) + "\n"), out, why="Plain lines.")
    assert code == 0
    return group, out.getvalue()


@pytest.mark.parametrize(("name", "leader"), LEADERS)
def test_lines_give_the_same_journal_and_show_every_word(name: str, leader: type[Leader]) -> None:
    """A1, rule 7: event for event, and every fact of every prompt stands in the lines."""
    scenario = Scenario.machine(shipped(name))
    script, wanted = held(scenario, leader())
    plain, written = in_plain(name, script)
    assert plain.journal == wanted
    plain_words = " ".join(written.split())
    for prompt, _ in script:
        for line in words_of(prompt).split("\n"):
            if line and not (prompt.code and line == prompt.code.words):
                assert " ".join(line.split()) in plain_words, (prompt.id, line)


def on_the_desk(group: Scenario, script: Script) -> None:
    """Press the same keys on the desk of the full screen, where its window is not drawn."""
    desk = Desk(group.runner, LibraryCodes(), Size(80, 24))
    for prompt, answer in script:
        assert group.runner.prompt.id == prompt.id
        do(desk, Deed(prompt, answer))


@pytest.mark.parametrize(("name", "leader"), LEADERS)
def test_keys_at_the_desk_give_the_same_journal(name: str, leader: type[Leader]) -> None:
    """A2, rule 7: the same digits and Enter, from every session here."""
    script, wanted = held(Scenario.machine(shipped(name)), leader())
    group = Scenario.machine(shipped(name))
    on_the_desk(group, script)
    assert group.journal == wanted


@pytest.mark.parametrize("name", DRAWN)
async def test_keys_on_the_full_screen_give_the_same_journal(name: str) -> None:
    """A2, rule 7: the same digits and Enter in the window itself."""
    scenario = Scenario.machine(shipped(name))
    script, wanted = held(scenario, Leader())
    group = Scenario.machine(shipped(name))
    app = FacilitatorApp(group.runner, QrCodeMaker())
    async with app.run_test(size=(80, 24)) as pilot:
        for prompt, answer in script:
            assert group.runner.prompt.id == prompt.id
            for line in keys_for(prompt.input, answer):
                digits = line.split() if isinstance(answer, ChosenSeveral) else [line]
                keys = [_key(one) for part in digits for one in part]
                await pilot.press(*keys, "enter")
            if group.runner.prompt.id == prompt.id:
                await pilot.pause()
    assert group.journal == wanted


def _key(character: str) -> str:
    return {" ": "space", "/": "slash"}.get(character, character)


def test_who_sees_the_screen_and_what_is_kept_are_the_same_too() -> None:
    """Rule 7: the first event holds what was chosen before the first byte."""
    _, journal = held(Scenario.machine(shipped("hard-week")), Leader())
    first = journal[0]
    assert (first.keep, first.seen_by) == (Keep.TODAY, SeenBy.PERSON)  # type: ignore[union-attr]
