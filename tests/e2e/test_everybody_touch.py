"""The same first meeting by clicks alone, and with one key alone: the same journal."""

from pathlib import Path

import pytest

from tests.e2e.by_screen import Mouse, OneKey, program, spoken_program
from tests.e2e.everybody import Held, Lockstep, heard_meeting, stored_journal
from tests.terminal import Terminal


@pytest.fixture(scope="module")
def held() -> Held:
    """Return the meeting that everybody holds."""
    return heard_meeting()


def test_clicks_alone_hold_the_meeting(tmp_path: Path, held: Held) -> None:
    """A4: rows, commands, numbers and letters are targets; no key is ever pressed."""
    with program(tmp_path) as window:
        sent = noted(window)
        Lockstep(Mouse(window)).hold(held.script)
        assert stored_journal(tmp_path) == held.journal
        assert all(one.startswith(b"\x1b[<0;") for one in sent)


def test_one_key_alone_holds_the_meeting(tmp_path: Path, held: Held) -> None:
    """A3: the space bar and nothing else, from the first screen on, own words among it."""
    with spoken_program(tmp_path, "held") as window:
        sent = noted(window)
        way = OneKey(window, is_held=True)
        steps = Lockstep(way)
        way.begin(steps.group)
        steps.hold(held.script)
        assert stored_journal(tmp_path / "kept") == held.journal
        assert set(sent) == {b" "}


def test_the_mark_of_one_key_goes_on_by_itself(tmp_path: Path, held: Held) -> None:
    """A3: the dwell in its own time, a fifth of the usual one, as far as the first number."""
    with spoken_program(tmp_path, "0.02") as window:
        way = OneKey(window, is_held=False)
        steps = Lockstep(way)
        way.ask(steps.group)
        window.send("2\r")
        steps.group.choose("yes")
        for prompt_id, move in held.script:
            steps.come_to(prompt_id)
            if prompt_id == "keeping":
                return
            steps.make(move)


ANSWER = b"\x1b[?2026;2$y"
"""What a terminal answers by itself when it is asked whether it shows whole frames."""


def noted(window: Terminal) -> list[bytes]:
    """Return a list that fills with whatever hands send from now on."""
    sent: list[bytes] = []
    send = window.send

    def noting(keys: str | bytes) -> None:
        pressed = keys.encode() if isinstance(keys, str) else keys
        if pressed != ANSWER:
            sent.append(pressed)
        send(keys)

    window.send = noting  # type: ignore[method-assign]
    return sent
