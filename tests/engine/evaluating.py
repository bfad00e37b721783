"""A group that holds the sample session and evaluates it: for the tests of C9, C10, C16, T6."""

from functools import lru_cache
from pathlib import Path

from facilitator.domain.events import Keep
from facilitator.domain.session import Session
from facilitator.engine.activities.registry import SPECS
from facilitator.sessions.parse import parse
from facilitator.wording import evaluation as words
from tests.scenario import Scenario

SAMPLE = Path(__file__).parents[1] / "sessions/good/evaluation.toml"


@lru_cache(maxsize=1)
def sample() -> Session:
    """Return the sample session, which has a step for evaluation and one for changes."""
    session = parse(SAMPLE.read_text("utf-8"), SAMPLE.name, SPECS).session
    assert session is not None
    return session


def at_today(
    *, keep: Keep = Keep.GROUP, people: int = 4, session: Session | None = None
) -> Scenario:
    """Return a meeting that has come to its evaluation."""
    group = Scenario.hold(session or sample(), keep=keep, people=people)
    group.until(lambda prompt: prompt.id.endswith("//keep"))
    return group


def write_lines(group: Scenario, keep: str = "the tea", change: str = "more time to talk") -> None:
    """Write one line to keep and one to change."""
    group.write(keep)
    group.choose("nothing")
    group.write(change)
    group.choose("nothing")


def count_hands(group: Scenario, *numbers: int) -> None:
    """Count hands for yes, one number for each statement."""
    group.choose("hands")
    for about, count in zip(words.STATEMENTS, numbers, strict=True):
        assert group.prompt.id.endswith(f"{about}-0"), group.prompt.id
        group.write(str(count))


def finish(group: Scenario) -> None:
    """Go through what is left of the evaluation, and to the first screen."""
    group.until(lambda prompt: prompt.id == "home")


def evaluated(*, keep: Keep = Keep.GROUP, learnt: str = "we laugh a lot") -> Scenario:
    """Return the first screen after a meeting of four that chose a change and learned a line."""
    group = at_today(keep=keep)
    write_lines(group)
    count_hands(group, 4, 3, 2, 4)
    group.onward()
    group.choose("change")
    group.write(learnt)
    if group.prompt.id.endswith("/save"):
        group.choose("yes")
    finish(group)
    return group
