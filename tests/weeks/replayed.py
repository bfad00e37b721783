"""The same evenings again, through lines and on the full screen, by the keys of a keypad."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence

from facilitator.domain.answers import Answer, Chosen, ChosenSeveral, Confirmed, Typed
from facilitator.domain.keys import CHOICES_A_PAGE, KEYS, KeyCommand
from facilitator.domain.prompt import (
    ChooseOne,
    ChoosePeople,
    ChooseSeveral,
    Confirm,
    GiveNumber,
    Input,
    WriteText,
)
from facilitator.frontends.plain import loop
from facilitator.frontends.tui.desk import Desk
from facilitator.frontends.tui.frame import Size
from tests.frontends.tui.canned import LibraryCodes
from tests.frontends.tui.hands import BOX
from tests.weeks.machine import LAST_PROMPT, Machine
from tests.weeks.recorded import Deed

KEYPAD = {row.command: row.keypad[0] for row in KEYS if row.keypad}


def lines_of(deed: Deed) -> Iterator[str]:
    """Yield the lines that do a deed in plain lines."""
    if isinstance(deed.done, KeyCommand):
        yield KEYPAD[deed.done]
        return
    yield from _lines(deed.prompt.input, deed.done)


def _lines(asked: Input, answer: Answer) -> Iterator[str]:
    match asked, answer:
        case GiveNumber(), Typed(text):
            yield text
        case WriteText(ready=ready, is_open=is_open), Typed(text):
            yield from () if is_open else _row(len(ready))
            yield text
        case WriteText(ready=rows) | ChooseOne(choices=rows), Chosen(chosen):
            yield from _row([one.id for one in rows].index(chosen))
        case ChooseSeveral(choices=rows) | ChoosePeople(people=rows), ChosenSeveral(ids):
            turned = set(ids) ^ set(getattr(asked, "marked", ()))
            yield " ".join(str(at) for at, one in enumerate(rows, 1) if one.id in turned)
        case Confirm(), Confirmed(yes):
            yield "1" if yes else "2"
        case _:
            yield ""


def _row(at: int) -> Iterator[str]:
    yield from ("0" for _ in range(at // CHOICES_A_PAGE))
    yield str(at % CHOICES_A_PAGE + 1)


def in_lines(machine: Machine, evenings: Sequence[Sequence[Deed]]) -> list[str]:
    """Hold the evenings in plain lines; return all that was typed."""
    typed: list[str] = []
    for deeds in evenings:
        with machine.evening() as (_, _, runner):
            for part in _until_the_end(deeds):
                lines = [line for deed in part for line in lines_of(deed)]
                typed += lines
                text = io.StringIO("".join(f"{line}\n" for line in lines))
                loop.run(runner, text, io.StringIO(), why="Plain lines.")
                machine.before(runner.prompt.id)
    return typed


def _until_the_end(deeds: Sequence[Deed]) -> Iterator[Sequence[Deed]]:
    """Yield the deeds up to each last prompt of a meeting, then the rest: the journal is read."""
    part: list[Deed] = []
    for deed in deeds:
        if deed.prompt.id == LAST_PROMPT and part:
            yield part
            part = []
        part.append(deed)
    yield part


def on_the_full_screen(machine: Machine, evenings: Sequence[Sequence[Deed]], size: Size) -> None:
    """Hold the evenings on the full screen by digits, the five keys and Enter."""
    for deeds in evenings:
        with machine.evening() as (_, _, runner):
            desk = Desk(runner, LibraryCodes(), size)
            for deed in deeds:
                assert runner.prompt.id == deed.prompt.id, (runner.prompt.id, deed.prompt.id)
                machine.before(runner.prompt.id)
                do(desk, deed)


def do(desk: Desk, deed: Deed) -> None:
    """Do a deed on the full screen by the keys of a keypad, and letters where words are typed."""
    if isinstance(deed.done, KeyCommand):
        key = KEYPAD[deed.done]
        desk.key(key, key)
        return
    asked, answer = deed.prompt.input, deed.done
    match asked, answer:
        case GiveNumber(), Typed(text):
            _type(desk, text)
        case WriteText(own_words=own, is_open=is_open), Typed(text):
            if not is_open:
                _choose(desk, own)
            _type(desk, text)
        case WriteText(ready=rows) | ChooseOne(choices=rows), Chosen(chosen):
            _choose(desk, next(one.label for one in rows if one.id == chosen))
        case ChooseSeveral(choices=rows) | ChoosePeople(people=rows), ChosenSeveral(ids):
            marked = getattr(asked, "marked", ())
            for row in rows:
                if (row.id in ids) is not (row.id in marked):  # a digit turns a mark over
                    digit = _digit(desk, row.label)
                    desk.key(digit, digit)
            desk.key("enter", "\r")
        case Confirm(yes=yes, no=no), Confirmed(said):
            _choose(desk, yes if said else no)
        case _:
            _choose(desk, getattr(asked, "label", ""))


def _choose(desk: Desk, label: str) -> None:
    digit = _digit(desk, label)
    desk.key(digit, digit)
    desk.key("enter", "\r")


def _type(desk: Desk, text: str) -> None:
    for letter in text:
        desk.key("space" if letter == " " else letter, letter)
    desk.key("enter", "\r")


def _digit(desk: Desk, label: str) -> str:
    """Turn the pages until a row with this label is shown; return its number."""
    for _ in range(60):
        for line in desk.lines:
            for spot in line.spots:
                shown = line.text[spot.start : spot.end].replace(">", " ")
                words = BOX.sub(" ", shown).split()
                if (
                    words
                    and words[0].isdecimal()
                    and " ".join(words[1:]) == " ".join(label.split())
                ):
                    return words[0]
        desk.key("0", "0")
        desk.key("enter", "\r")
    raise AssertionError((label, "\n".join(line.text.rstrip() for line in desk.lines)))
