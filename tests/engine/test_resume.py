"""After a power cut the meeting is as it was (M7)."""

import pytest

from facilitator.domain.events import Keep
from facilitator.domain.meeting import CLOSE
from tests.scenario import SHIPPED, Scenario, shipped


@pytest.mark.parametrize("name", SHIPPED)
def test_a_power_cut_at_every_prompt_goes_on_at_the_same_prompt(name: str) -> None:
    """M7: reload after every answer; prompt and meeting are the same."""
    group = Scenario.hold(shipped(name), keep=Keep.GROUP)
    while group.around.meeting is not None:
        again = group.reload()
        assert again.prompt.id == group.prompt.id
        assert again.prompt.question == group.prompt.question
        assert again.meeting == group.meeting
        if group.prompt.id.endswith("@keyboard"):
            step = group.prompt.id.split("/")[0]
            trail = group.meeting.trail
            has_had_it = any(place.giver == "p2" and place.step == step for place in trail)
            group.choose("nobody" if has_had_it else "p2")
            continue
        group.onward()


def test_a_pause_is_still_a_pause_after_a_power_cut() -> None:
    """M7, M18: the pause is an event like all others."""
    group = Scenario.hold(shipped("first-meeting"))
    group.menu("pause")
    again = group.reload()
    assert again.prompt.id == "pause"
    again.choose("go-on")
    assert again.prompt.id == "welcome//welcome"


def test_a_power_cut_while_names_are_given_goes_on_with_the_next_name() -> None:
    """M7: people who were named are here."""
    session = shipped("first-meeting")
    group = Scenario.machine(session)
    for choice in ("start", session.id, "person"):
        group.choose(choice)
    group.choose(Keep.TODAY)
    group.write("Ann")
    again = group.reload()
    assert again.prompt.id == "names-1"
    assert [one.name for one in again.meeting.people] == ["Ann"]


def test_what_is_finished_is_no_longer_unfinished() -> None:
    """S6: after the close nothing of today is there, and home offers no going on."""
    group = Scenario.hold(shipped("hard-week"))
    group.until(lambda prompt: prompt.id.startswith(CLOSE))
    assert group.ports.store.unfinished("our-group")
    group.until(lambda prompt: prompt.id == "farewell")
    assert group.ports.store.unfinished("our-group") == ()
    assert group.prompt.body == ("We've finished. The words from today are gone.",)
    group.onward()
    assert group.prompt.id == "home"
