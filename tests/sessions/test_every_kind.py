"""Every activity kind has a good sample and a bad one, whose first line says what must be told."""

from pathlib import Path

import pytest

from facilitator.domain.problems import Severity
from facilitator.engine.activities.registry import KINDS, SPECS
from facilitator.engine.activities.settings import EMPTY
from facilitator.sessions.parse import parse
from tests.scenario import Scenario

SAMPLES = Path(__file__).parent / "kinds"
SAYS = "# says: "


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_the_good_sample_of_a_kind_reads_and_can_be_held(kind: str) -> None:
    """M1, rule 8: it has no error, and a meeting that follows it comes to its end."""
    path = SAMPLES / f"{kind}.good.toml"
    parsed = parse(path.read_text("utf-8"), path.name, SPECS)
    assert not [one for one in parsed.problems if one.severity is Severity.ERROR]
    assert parsed.session is not None
    assert kind in {step.kind for step in parsed.session.steps}
    group = Scenario.hold(parsed.session)
    group.to_the_end()
    assert not group.has_meeting()


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_the_bad_sample_of_a_kind_is_refused_in_words(kind: str) -> None:
    """S15, rule 8: what is wrong with its settings, and the nearest right word."""
    path = SAMPLES / f"{kind}.bad.toml"
    text = path.read_text("utf-8")
    first = text.split("\n", 1)[0]
    assert first.startswith(SAYS)
    found = parse(text, path.name, SPECS).problems
    told = [f"{one.sentence} {one.suggestion}" for one in found if one.severity is Severity.ERROR]
    assert any(first.removeprefix(SAYS) in one for one in told), told
    assert all(one.line for one in found)


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_can_come_in_without_settings(kind: str) -> None:
    """M4: a step of any kind that is added during a meeting has settings of its own kind."""
    assert isinstance(EMPTY[kind], SPECS[kind].settings)
