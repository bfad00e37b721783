"""A group chooses in the same way in scenario, plain lines and full screen (C7, C11, M16, rule 7)."""

import io

from facilitator.domain.answers import Answer, Chosen, Typed
from facilitator.domain.prompt import GiveNumber, Prompt
from facilitator.frontends.plain import loop
from tests.engine.voting import deciding
from tests.frontends.test_same_meeting import Leader, Script, held, keys_for, on_the_desk
from tests.scenario import Scenario, words_of


class Chooser(Leader):
    """Whoever leads a group that chooses: each step in another way."""

    def answer(self, prompt: Prompt) -> Answer:
        """Return what is answered here."""
        step, _, part = prompt.id.partition("/")
        if part == "/about":
            return Chosen("steps")
        if part == "/how":
            return Chosen({"fork": "beans", "earlier": "hands"}.get(step, "keys"))
        if isinstance(prompt.input, GiveNumber) and "/count-" in part:
            return Typed("1")
        return super().answer(prompt)


def script_of() -> tuple[Script, Scenario]:
    """Hold the meeting in the scenario; return its script and the machine."""
    scenario = Scenario.machine(deciding())
    script, _ = held(scenario, Chooser())
    return script, scenario


def test_the_script_holds_every_way_of_choosing() -> None:
    """C7, M16, C11: the control: what the two tests below compare is all of it."""
    ids = [prompt.id for prompt, _ in script_of()[0]]
    for part in ("trip/p2/ballot", "trip//outcome", "ideas//line-1", "earlier//aloud",
                 "earlier//then", "fork//in-room", "fork//count-1", "after//list",
                 "after/p3/ballot", "after//outcome"):  # fmt: skip
        assert part in ids, (part, ids)


def test_lines_give_the_same_journal_and_show_every_word_of_a_choice() -> None:
    """A1, C7, rule 7: event for event; every sentence stands in the lines."""
    script, scenario = script_of()
    plain = Scenario.machine(deciding())
    lines = [line for prompt, answer in script for line in keys_for(prompt.input, answer)]
    out = io.StringIO()
    code = loop.run(plain.runner, io.StringIO("\n".join(lines) + "\n"), out, why="Plain lines.")
    assert code == 0
    assert plain.journal == scenario.journal
    written = " ".join(out.getvalue().split())
    for prompt, _ in script:
        for line in words_of(prompt).split("\n"):
            assert " ".join(line.split()) in written, (prompt.id, line)


def test_keys_on_the_full_screen_give_the_same_journal_of_a_choice() -> None:
    """A2, C7, rule 7: digits and Enter alone hold every way of choosing."""
    script, scenario = script_of()
    group = Scenario.machine(deciding())
    on_the_desk(group, script)
    assert group.journal == scenario.journal
