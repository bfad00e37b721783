"""A meeting in which a group chooses, for the tests."""

from functools import lru_cache
from pathlib import Path

from facilitator.domain.events import Keep, SeenBy
from facilitator.domain.session import Session
from facilitator.engine.activities.registry import SPECS
from facilitator.sessions.parse import parse
from tests.fakes import FakeClock
from tests.scenario import Scenario

GOOD = Path(__file__).parents[1] / "sessions" / "good" / "deciding.toml"


@lru_cache(maxsize=1)
def deciding() -> Session:
    """Return the sample session of all kinds of choosing."""
    session = parse(GOOD.read_text("utf-8"), GOOD.name, SPECS).session
    assert session is not None
    return session


def at(step: str, *, people: int = 3, **others: Keep | SeenBy) -> Scenario:
    """Return a group at the beginning of one step of that session."""
    group = Scenario.hold(deciding(), people=people, **others)  # type: ignore[arg-type]
    while not group.prompt.id.startswith(f"{step}/"):
        group.menu("skip")
    return group


def by_keys(group: Scenario) -> None:
    """Choose the keyboard, and begin."""
    group.choose("keys")
    assert group.prompt.id.endswith("/secret")
    group.onward()


def takes(group: Scenario, person: str, *chosen: str) -> None:
    """Let the next one take their turn."""
    step = group.prompt.id.split("/")[0]
    assert group.prompt.id == f"{step}/{person}/@hand-over"
    group.onward()
    assert group.prompt.id == f"{step}/{person}/ballot"
    if hasattr(group.prompt.input, "only_one") or len(chosen) != 1:
        group.several(*chosen)
    else:
        group.choose(chosen[0])


def counted(group: Scenario, *counts: int) -> None:
    """Type the room's totals, one after the other."""
    for count in counts:
        assert "/count-" in group.prompt.id, group.prompt.id
        group.write(str(count))


def the_lot_is(group: Scenario, lot: int) -> None:
    """Let chance say this from now on."""
    clock = group.ports.clock
    assert isinstance(clock, FakeClock)
    clock.lot = lot
