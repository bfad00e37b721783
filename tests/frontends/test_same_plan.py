"""A group plans its session alike in the scenario, in plain lines and on the full screen (rule 7)."""

from facilitator.domain.own_sessions import Lies
from facilitator.meetings.surroundings import OUR_GROUP
from tests.frontends.test_same_meeting import Leader, held, in_plain, on_the_desk
from tests.scenario import Scenario, shipped

NAME = "plan-our-own"


def test_a_plan_is_the_same_in_plain_lines_and_on_the_full_screen_by_digits_alone() -> None:
    """C12, A1, A2: one script of digits, one journal, one draft."""
    scenario = Scenario.machine(shipped(NAME))
    script, wanted = held(scenario, Leader())
    assert any(prompt.id == "plan//agreed" for prompt, _ in script)
    lines, _ = in_plain(NAME, script)
    assert lines.journal == wanted
    for group in (scenario, lines):
        group.to_the_end()
    drafts = [one.ports.own.texts(OUR_GROUP.id, Lies.DRAFTS) for one in (scenario, lines)]
    assert len(drafts[0]) == 1
    assert drafts[0] == drafts[1]


def test_the_full_screen_gives_the_same_journal_of_a_plan() -> None:
    """C12, A2: the same digits and Enter on the full screen."""
    script, wanted = held(Scenario.machine(shipped(NAME)), Leader())
    group = Scenario.machine(shipped(NAME))
    on_the_desk(group, script)
    assert group.journal == wanted
