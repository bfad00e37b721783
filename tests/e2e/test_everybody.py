"""One whole first meeting, held by each way of using the program alone: the same journal."""

from collections.abc import Callable
from pathlib import Path

import pytest

from facilitator.domain.events import AnswerGiven
from facilitator.domain.keys import KeyCommand, SpeechKey
from facilitator.domain.records import FrontEnd
from facilitator.wording import speech
from tests.e2e.by_ear import Ears
from tests.e2e.by_lines import Piped
from tests.e2e.by_screen import (
    PROGRAM,
    SPOKEN,
    Changing,
    NumberKeys,
    keys_of,
    program,
    spoken_program,
)
from tests.e2e.everybody import (
    MAY_READ,
    PASS,
    ChangingEachTime,
    Held,
    Listener,
    Lockstep,
    Move,
    Own,
    Wanted,
    heard_meeting,
    stored_journal,
)
from tests.meetings.test_narration import RecordingSpeaker

F7 = "\x1b[18~"
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
        piped.lines.line("1")
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
        numbers = [move for _, move in held.script if move.words.isdecimal()]
        heard_only = [one for one, _ in held.script if one == MAY_READ]
        assert steps.changes == len(held.script) + 1 - len(numbers) - len(heard_only)


def test_one_other_answer_is_another_journal(tmp_path: Path, held: Held) -> None:
    """A1: the control: with one other row the journals differ, so that equal ones say something."""
    other = heard_meeting({"What was good today, and should stay?": ("All of it",)})
    moves = zip(held.script, other.script, strict=True)
    assert sum(one != another for one, another in moves) == 1
    with Piped((*PROGRAM, "--data", str(tmp_path))) as piped:
        Lockstep(piped.lines, FrontEnd.PLAIN).hold(other.script)
        assert stored_journal(tmp_path) == other.journal
        assert stored_journal(tmp_path) != held.journal


CANARY = "marmalade canary"
ASKED, CARE, SHARE = "strengths/p2/care", "Something I care about", "strengths/p2/share"
BACK, MENU, AGAIN = (
    Move(command=one) for one in (KeyCommand.BACK, KeyCommand.MENU, KeyCommand.AGAIN)
)


def two_private_turns(
    steps: Lockstep, ears: Ears, all_of_it: Callable[[], None], may: tuple[str, str]
) -> None:
    """Hold the meeting with the voice on until two private turns are over, the canary in the second.

    `may` is what each says of the voice reading their own words. All is done that lets the
    voice say what was typed; each time it is heard to the end. `all_of_it` asks for all of it.
    """
    wanted: Wanted = {
        "shall the voice read your own words?": may,
        CARE: ("Fair play", Own(CANARY)),
    }

    def make(*moves: Move) -> None:
        for move in moves:
            steps.way.wait(steps.group)
            steps.make(move)
            ears.listen()

    def hear_it_all() -> None:
        make(AGAIN, MENU, BACK)
        steps.way.wait(steps.group)
        all_of_it()
        assert steps.group.runner.speak(SpeechKey.ALL)
        ears.listen()

    script = iter(heard_meeting(wanted).script)
    steps.way.wait(steps.group)
    steps.make(AGAIN)
    for prompt_id, move in script:
        steps.come_to(prompt_id)
        if prompt_id == ASKED:
            break
        steps.make(move)
    while CARE not in ears.listen():
        pass  # what came before this turn
    make(move)
    for prompt_id, move in script:
        steps.come_to(prompt_id)
        if prompt_id == SHARE:
            break
        make(move)
    hear_it_all()
    make(BACK)
    steps.come_to(ASKED)
    hear_it_all()
    while steps.group.prompt.is_private:
        make(PASS, AGAIN)


@pytest.mark.parametrize(("may", "is_said"), [(("Yes", "No"), False), (("No", "Yes"), True)])
@pytest.mark.parametrize("is_plain", [False, True])
def test_words_of_a_private_turn_are_said_with_a_yes_alone(
    tmp_path: Path, may: tuple[str, str], is_said: bool, is_plain: bool
) -> None:
    """A12: without it nothing typed reaches the speech child; the control: with it all does.

    Whoever had the turn before answered the other way: a yes ends with its turn.
    """
    kept, log = tmp_path / "kept", tmp_path / "said"
    if is_plain:
        command = (*SPOKEN, str(log), "usual", "--plain", "--data", str(kept))
        with Piped(command) as piped:
            steps = Lockstep(piped.lines, FrontEnd.PLAIN, RecordingSpeaker())
            ears = Ears(log, piped.read)
            two_private_turns(steps, ears, lambda: piped.lines.send(f"{SpeechKey.ALL}\n"), may)
    else:
        with spoken_program(tmp_path) as window:
            steps = Lockstep(NumberKeys(window), FrontEnd.FULL, RecordingSpeaker())
            ears = Ears(log, lambda: window._read(0.01))
            two_private_turns(steps, ears, lambda: window.send(F7), may)
    typed = [one for one in stored_journal(kept) if isinstance(one, AnswerGiven) and one.private]
    assert CANARY in [one.value for one in typed]
    said = [word for word in CANARY.split() if word in ears.text]
    assert said == (CANARY.split() if is_said else [])
    assert (f"You said before: {CANARY}" in ears.text) is is_said
    assert is_said or speech.HIDDEN.split(". ")[0] in ears.text
