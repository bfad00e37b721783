"""A power cut in the middle of a secret choice leaves no turn on the disk (C7)."""

import sys
from pathlib import Path

from facilitator.domain.answers import GO_ON, Answer, Chosen, ChosenSeveral, Typed
from facilitator.domain.events import Keep
from tests.adapters.storage.sealed import all_bytes
from tests.e2e.by_lines import Piped, flat
from tests.engine.voting import GOOD, deciding
from tests.frontends.test_same_meeting import keys_for
from tests.scenario import Scenario

PROGRAM = (sys.executable, "-m", "facilitator", "--plain", "--data")
TURNS: tuple[Answer, ...] = (
    GO_ON,
    GO_ON,
    ChosenSeveral(("option-1", "option-2")),
    GO_ON,
    GO_ON,
    ChosenSeveral(("option-1",)),
    GO_ON,
)


def give(piped: Piped, group: Scenario, *answers: Answer) -> None:
    """Give these answers to the program, and to the scenario that says what comes next."""
    for answer in answers:
        piped.lines.wait(group)
        lines = keys_for(group.prompt.input, answer)
        assert group.answer(answer), group.prompt.id
        piped.lines.begin()
        piped.lines.send("".join(f"{line}\n" for line in lines))
    piped.lines.wait(group)


def test_a_kill_in_the_middle_of_a_vote_leaves_no_turn_on_the_disk(tmp_path: Path) -> None:
    """C7, M7: while people have their turns not one byte changes; then it starts again."""
    group = Scenario.machine(deciding())
    group.choose("start")
    group.choose("deciding")
    with Piped((*PROGRAM, str(tmp_path), "start", str(GOOD))) as piped:
        give(piped, group, Chosen("person"), Chosen(Keep.GROUP))
        give(piped, group, Typed("Heron, Oak, River"), Chosen("all"), Chosen("go-on"))
        before = all_bytes(tmp_path)
        give(piped, group, Chosen("keys"))
        secret = all_bytes(tmp_path)
        assert secret != before, "the control: what may be written changes bytes"
        for answer in TURNS:
            give(piped, group, answer)
            assert all_bytes(tmp_path) == secret
        assert group.prompt.id == "trip/p3/@hand-over"
    # It was killed on the way out of the block.
    assert all_bytes(tmp_path) == secret
    assert b"option-" not in secret
    with Piped((*PROGRAM, str(tmp_path))) as piped:
        piped.wait_for(lambda: "Go on: Deciding together" in flat(piped.raw.decode()), "home")
        piped.lines.line("1")
        asked = "Nothing is saved until all of us have had a turn."
        piped.wait_for(lambda: asked in flat(piped.lines.came), asked)
        assert "Still to come: Heron, Oak, River" in flat(piped.lines.came)
