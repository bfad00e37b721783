"""Nothing is asked twice (A18)."""

from collections import Counter

import pytest

from facilitator.domain.answers import Typed
from facilitator.domain.events import Keep
from facilitator.domain.prompt import ChooseOne, GiveNumber, WriteText
from tests.scenario import SHIPPED, Scenario, shipped

LEAST = dict.fromkeys(SHIPPED, 8) | dict.fromkeys(
    ("first-meeting", "weekly-meeting", "carers-cuppa", "offers-and-needs"), 16
)
"""How often something is typed at least, so that there is something to compare."""


def written_in(name: str) -> Counter[str]:
    """Hold a session to its end, every keyboard taken; count each place where words are typed."""
    group = Scenario.machine(shipped(name))
    group.set_out(shipped(name), people=4, keep=Keep.GROUP)
    asked: Counter[str] = Counter()
    taken: set[str] = set()
    for _ in range(400):
        prompt = group.prompt
        if prompt.id == "home":
            return asked
        match prompt.input:
            case WriteText():
                asked[prompt.id] += 1
                group.answer(Typed("a walk by the water"))
            case GiveNumber(high=high):
                asked[prompt.id] += 1
                group.answer(Typed(str(min(8, high))))
            case ChooseOne() if prompt.id.endswith("@keyboard"):
                step = prompt.id.split("/")[0]
                people = [one.id for one in group.meeting.present]
                waiting = [one for one in people if f"{step}/{one}" not in taken]
                taken |= {f"{step}/{one}" for one in waiting[:1]}
                group.choose(waiting[0] if waiting else "nobody")
            case _:
                group.onward()
    raise AssertionError(f"{name} never ends")


@pytest.mark.parametrize("name", LEAST)
def test_no_words_and_no_number_are_asked_for_twice_in_a_meeting(name: str) -> None:
    """3.3.7, A18: each place in which something is typed comes once for each person."""
    asked = written_in(name)
    assert sum(asked.values()) >= LEAST[name]
    assert [place for place, times in asked.items() if times > 1] == []
