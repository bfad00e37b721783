"""The seven input types of the full screen, one module each."""

from typing import assert_never

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
from facilitator.domain.records import Ways
from facilitator.frontends.tui.inputs.acknowledge import AcknowledgeState
from facilitator.frontends.tui.inputs.choose_one import ChooseOneState
from facilitator.frontends.tui.inputs.choose_people import ChoosePeopleState, ChoosePersonState
from facilitator.frontends.tui.inputs.choose_several import ChooseSeveralState
from facilitator.frontends.tui.inputs.confirm import ConfirmState
from facilitator.frontends.tui.inputs.give_number import GiveNumberState
from facilitator.frontends.tui.inputs.state import InputState
from facilitator.frontends.tui.inputs.write_text import WriteTextState


def state_for(asked: Input, ways: Ways = Ways()) -> InputState:  # noqa: B008  frozen
    """Return how this input type is answered on the full screen, in these ways (A13)."""
    keyboard = ways.keyboard or ways.scanning
    match asked:
        case Acknowledge():
            return AcknowledgeState(asked)
        case ChooseOne():
            return ChooseOneState(asked)
        case ChooseSeveral():
            return ChooseSeveralState(asked)
        case ChoosePeople():
            return ChoosePersonState(asked) if asked.only_one else ChoosePeopleState(asked)
        case GiveNumber():
            return GiveNumberState(asked, keyboard=keyboard)
        case WriteText():
            return WriteTextState(asked, keyboard=keyboard, letters=ways.letters)
        case Confirm():
            return ConfirmState(asked)
        case _:
            assert_never(asked)
