"""From what a front end handed in to the value that is stored, or a refusal (A15)."""

import sys
from typing import assert_never

from facilitator.domain.answers import Answer, Chosen, ChosenSeveral, Confirmed, Typed
from facilitator.domain.commands import Refusal
from facilitator.domain.meeting import AnswerValue
from facilitator.domain.numbers import number_from
from facilitator.domain.prompt import (
    Acknowledge,
    Choice,
    ChooseOne,
    ChoosePeople,
    ChooseSeveral,
    Confirm,
    GiveNumber,
    Input,
    WriteText,
)
from facilitator.domain.text import cleaned
from facilitator.wording import refusals


def writes_nothing(asked: Input, answer: Answer) -> bool:
    """Return whether an answer only leads onward: the first row, or Enter on no number (A2)."""
    match asked:
        case ChooseOne(choices=rows) | WriteText(ready=rows):
            return answer in tuple(Chosen(one.id) for one in rows[:1])
        case GiveNumber():
            return isinstance(answer, Typed) and not cleaned(answer.text)
        case _:
            return False


def value_from(asked: Input, answer: Answer) -> AnswerValue | Refusal:
    """Return the value of an answer; for a ready phrase, its words; for Acknowledge, True."""
    match asked:
        case Acknowledge():
            return True
        case ChooseOne(choices=choices):
            return _one(choices, answer)
        case ChooseSeveral(choices=choices):
            return _several(choices, answer)
        case ChoosePeople(people=people, only_one=only_one):
            return _people(people, answer, only_one=only_one)
        case GiveNumber():
            return _number(asked, answer)
        case WriteText():
            return _written(asked, answer)
        case Confirm():
            if isinstance(answer, Confirmed):
                return answer.yes
            return Refusal(refusals.YES_OR_NO)
        case _:
            assert_never(asked)


def _one(choices: tuple[Choice, ...], answer: Answer) -> AnswerValue | Refusal:
    if isinstance(answer, Chosen) and any(choice.id == answer.id for choice in choices):
        return answer.id
    return Refusal(refusals.CHOOSE_ONE.format(last=min(len(choices), 7)))


def _several(choices: tuple[Choice, ...], answer: Answer) -> tuple[str, ...] | Refusal:
    known = [choice.id for choice in choices]
    if isinstance(answer, ChosenSeveral) and all(one in known for one in answer.ids):
        return tuple(one for one in known if one in answer.ids)
    return Refusal(refusals.CHOOSE_SEVERAL)


def _people(
    people: tuple[Choice, ...], answer: Answer, *, only_one: bool
) -> tuple[str, ...] | Refusal:
    chosen = _several(people, answer)
    if isinstance(chosen, tuple) and only_one and len(chosen) > 1:
        return Refusal(refusals.ONLY_ONE)
    return chosen


def _number(asked: GiveNumber, answer: Answer) -> int | Refusal:
    text = answer.text if isinstance(answer, Typed) else ""
    number = number_from(text, asked.low, asked.high)
    if number is not None:
        return number
    if asked.above and number_from(text, asked.high + 1, sys.maxsize) is not None:
        return Refusal(asked.above)
    return Refusal(refusals.NUMBER.format(low=asked.low, high=asked.high))


def _written(asked: WriteText, answer: Answer) -> str | Refusal:
    if isinstance(answer, Chosen):
        for choice in asked.ready:
            if choice.id == answer.id:
                return choice.label
    if not isinstance(answer, Typed):
        return Refusal(refusals.NOTHING_WRITTEN)
    words = cleaned(answer.text)
    if not words:
        return Refusal(refusals.NOTHING_WRITTEN)
    if len(words) > asked.at_most:
        return Refusal(refusals.TOO_LONG.format(most=asked.at_most, now=len(words)))
    return words
