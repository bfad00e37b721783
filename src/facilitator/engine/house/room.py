"""A room: one prompt outside the steps, and what an answer to it leads to."""

from dataclasses import dataclass
from typing import Protocol

from facilitator.domain.keys import KeyCommand
from facilitator.domain.meeting import AnswerValue
from facilitator.domain.prompt import ALL_COMMANDS, Input, Notice, Prompt
from facilitator.domain.records import Ways
from facilitator.engine.house.around import Around
from facilitator.engine.house.effects import Effect, SaveWays
from facilitator.wording.access import TO_GO_BACK


class Room(Protocol):
    """One prompt outside the steps; a frozen dataclass, so that a stack of them is state."""

    def prompt(self, around: Around) -> Prompt:
        """Return what to show."""

    def take(self, around: Around, value: AnswerValue) -> "Outcome":
        """Return what an answer leads to; `value` has been read from the prompt's input."""


PAST_THE_MENU = -2
"""For `Outcome.leave`: this room, and the pages of the menu beneath it where it opened it."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """Which rooms come next, and what happens outside.

    First `leave` rooms are taken from the stack (-1: all but the first), then
    `enter` is put on top; `notice` is shown with the next prompt. `refused` means
    that the answer was not taken and the draft stays.
    """

    enter: tuple[Room, ...] = ()
    leave: int = 0
    effects: tuple[Effect, ...] = ()
    notice: Notice | None = None
    refused: bool = False


def only_one(value: AnswerValue) -> str:
    """Return whom somebody chose where at most one can be chosen, or ""."""
    return value[0] if isinstance(value, tuple) and value else ""


def in_ways(ways: Ways, word: str, *, undo: str = "", leave: int = 0) -> Outcome:
    """Return the outcome of using these ways from now on (A13).

    `word` says what is different now, `undo` is the row that takes it back (A2, A16).
    """
    said = TO_GO_BACK.format(now=word, row=undo) if undo else word
    return Outcome(leave=leave, effects=(SaveWays(ways),), notice=Notice(said))


def house_prompt(
    room_id: str,
    title: str,
    asked: str,
    choices: Input,
    *,
    body: tuple[str, ...] = (),
    hint: str = "",
    cue: str = "",
    can_pass: bool = False,
) -> Prompt:
    """Return a prompt of the house; there is nothing to pass unless it says so."""
    commands = ALL_COMMANDS if can_pass else ALL_COMMANDS - {KeyCommand.PASS}
    return Prompt(room_id, title, asked, choices, body=body, hint=hint, cue=cue, commands=commands)
