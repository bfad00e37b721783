"""One whole first meeting, held by each way of using the program alone: the same journal."""

from pathlib import Path

import pytest

from facilitator.domain.records import FrontEnd
from tests.e2e.everybody import (
    ChangingEachTime,
    Held,
    Listener,
    Lockstep,
    heard_meeting,
    stored_journal,
)
from tests.e2e.ways import (
    PROGRAM,
    Changing,
    Ears,
    NumberKeys,
    Piped,
    keys_of,
    program,
    spoken_program,
)

GONE = "The words from today are gone."


@pytest.fixture(scope="module")
def held() -> Held:
    """Return the meeting that everybody holds: decided by ear, in a scenario."""
    return heard_meeting()


def test_number_keys_alone_hold_the_meeting(tmp_path: Path, held: Held) -> None:
    """A2: digits, Enter and the keypad's signs on the full screen."""
    with program(tmp_path) as window:
        Lockstep(NumberKeys(window)).hold(held.script)
        assert stored_journal(tmp_path) == held.journal
        window.send("1\r")
        window.wait_text(GONE)


def test_plain_lines_through_a_pipe_hold_the_meeting(tmp_path: Path, held: Held) -> None:
    """A1: two pipes, no terminal; the end of the input is a good end."""
    with Piped((*PROGRAM, "--data", str(tmp_path))) as piped:
        Lockstep(piped.lines, FrontEnd.PLAIN).hold(held.script)
        assert stored_journal(tmp_path) == held.journal
        piped.lines.line("")
        assert piped.end() == 0
        written = bytes(piped.raw)
        assert GONE in written.decode()
        assert b"\x1b" not in written


def test_ears_alone_hold_the_meeting(tmp_path: Path, held: Held) -> None:
    """A9, A14: the full screen unseen; each move is decided from what the speech child was told."""
    with spoken_program(tmp_path) as window:
        ears = Ears(tmp_path / "said", lambda: window._read(0.01))
        window.wait_text("Menu")
        window.send("+")
        person = Listener()
        moves = 0
        while "Shall we finish?" not in (heard := ears.listen()):
            window.send(keys_of(person.move(heard)))
            moves += 1
        assert moves == len(held.script)
        assert stored_journal(tmp_path / "kept") == held.journal
        window.send("1\r")
        assert GONE in ears.listen()


def test_the_front_end_changed_at_each_prompt_holds_the_meeting(tmp_path: Path, held: Held) -> None:
    """A24: full screen and plain lines in one window, changed before each answer."""
    with program(tmp_path) as window:
        steps = ChangingEachTime(Changing(window))
        steps.hold(held.script)
        assert stored_journal(tmp_path) == held.journal
        print(steps.changes, len(held.script))
