"""Plain lines: short words are lines of their own, and what is chosen can be read."""

from tests.frontends.plain.heard import heard, prompts
from tests.scenario import Scenario, shipped

SESSION = shipped("first-meeting")


def test_the_short_word_after_an_answer_is_a_line_of_its_own() -> None:
    """4.1.3, A21: printed before the new prompt, so that a screen reader says it."""
    group = Scenario.hold(SESSION)
    group.until(lambda prompt: prompt.id == "agreement//asks")
    rows = prompts(heard(group, "1"))[1]
    assert "Noted until we finish." in rows[:2]
    assert rows[-1].endswith(": ")


def test_a_refusal_is_a_line_of_its_own_before_it_is_asked_again() -> None:
    """3.3.1, 4.1.3: what is wrong, and how to mend it."""
    group = Scenario.machine(SESSION)
    group.choose("start")
    group.choose(SESSION.id)
    group.choose("person")
    group.choose("today")
    group.write("Ann")
    group.choose("count")
    rows = prompts(heard(group, "99"))[1]
    assert rows[0] == "Please give a number from 1 to 30."
    assert rows[-1].endswith(": ")
