"""Nobody gets out of the kiosk but by the group's word, and a stop of any kind loses nothing."""

import os
import signal
from pathlib import Path

import pytest

from tests.e2e.faulty_child import BREAK
from tests.e2e.kiosk_machine import WORD, digit_of, journal_of, made_ready, opened, rest, words_kept
from tests.terminal import Terminal

HOME = "What would you like to do?"
STEP = "welcome/"
CUT = "that was saved is lost."
EVERY_CONTROL = bytes(range(0x20)) + b"\x7f"
"""Each is what Ctrl and a letter send; Ctrl-C, Ctrl-D, Ctrl-Z and Ctrl-\\ among them."""

ODD_KEYS = (
    "\x1b", "\x1b\x1b", "\x1bq", "\x1b:", "\x1b[113;5u", "\x1b[99;5u", "\x1b[27;5;113~",
    "\x1b[1;3F", "\x1b[15~", "\x1b[24~", "\x1bOP", "\x1b[Z", "\x1b[200~\x1b[201~",
    "\x1b[97;1;9999999999u", "\x1b[55296;1;55296u", "\x1b[48;9999;9999;1;1t", "\x1b[?2048;1$y",
    "\x1b[<0;1;1M", "\x1b[<2;40;3M\x1b[<2;40;3m", "\x1b[5;10R", "\x1b[O", "\x1b[I",
)  # fmt: skip
SIGNALS = (
    signal.SIGINT, signal.SIGQUIT, signal.SIGTSTP, signal.SIGUSR1, signal.SIGUSR2,
    signal.SIGALRM, signal.SIGWINCH, signal.SIGCONT, signal.SIGTTIN, signal.SIGTTOU,
    signal.SIGPIPE,
)  # fmt: skip


def closes_by_the_word(window: Terminal) -> int:
    """Close the full screen as the group does; return the exit code."""
    window.wait_text(HOME)
    window.send(digit_of(window, "Close the program") + "\r")
    window.wait_text("Which word closes it?")
    window.send("2\r")
    window.wait_text("Type your words")
    window.send(f"{WORD}\r")
    return window.wait_end()


def test_no_key_and_no_signal_closes_the_full_screen(tmp_path: Path) -> None:
    """S13: every control key, odd sequences, a size nobody has, every signal; then the word."""
    made_ready(tmp_path)
    with opened(tmp_path) as window:
        window.wait_text(HOME)
        for number in SIGNALS:
            window.signal(number)
        for key in ODD_KEYS:
            window.send(key)
        for byte in EVERY_CONTROL.replace(b"\r", b"").replace(b"\n", b""):
            window.send(bytes([byte]))
        for number in SIGNALS:
            window.signal(number)
        home_again(window)
        window.send(digit_of(window, "Close the program") + "\r")
        window.wait_text("Which word closes it?")
        for word in ("open", "thistles"):
            window.send("2\r")
            window.wait_text("Type your words")
            window.send(f"{word}\r")
            window.wait_text("That is not the word.")
        home_again(window)
        assert closes_by_the_word(window) == 0
    assert WORD.encode() not in words_kept(tmp_path), "only its hash is kept"


def home_again(window: Terminal) -> None:
    """Go to the first screen, wherever the odd keys led."""
    for _ in range(12):
        rest(window)
        if HOME in window.text:
            return
        window.send("\x1bOR")  # F3 is back


def test_no_key_and_no_signal_closes_plain_lines(tmp_path: Path) -> None:
    r"""S13, A1: Ctrl-C and Ctrl-D as often as one likes, Ctrl-Z, Ctrl-\, every signal."""
    made_ready(tmp_path)
    with opened(tmp_path, "--plain") as window:
        window.wait_text(HOME)
        for key in ("\x03", "\x04", "\x03", "\x03", "\x04", "\x04", "\x1a", "\x1c", "\x03"):
            seen = bytes(window.raw).count(b"We are still here.")
            window.send(key)
            if key in "\x03\x04":
                window.wait_for(
                    lambda: bytes(window.raw).count(b"We are still here.") > seen,  # noqa: B023
                    "the word that nothing is lost",
                )
        assert b"once more" not in window.raw, "it does not say that this would lead out"
        for sent in SIGNALS:
            window.signal(sent)
        rest(window)
        window.send("again\r")
        rest(window)
        window.send(digit_of(window, "Close the program") + "\r")
        window.wait_text("Which word closes it?")
        for typed, told in (("2", "Type it, then press Enter:"), ("thistles", "That is not the")):
            window.send(f"{typed}\r")
            window.wait_text(told)
            rest(window)
        window.send(f"{WORD}\r")
        assert window.wait_end() == 0
    assert WORD.encode() not in bytes(window.raw), "typed unseen"


@pytest.mark.parametrize("front_end", ["full", "plain"])
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGKILL])
def test_ended_from_outside_it_goes_on_at_the_same_prompt(
    tmp_path: Path, number: signal.Signals, front_end: str
) -> None:
    """S13, M7: 143 where it could still save; the next start is at the same prompt."""
    made_ready(tmp_path, step=STEP)
    options = ("--plain",) if front_end == "plain" else ()
    before = journal_of(tmp_path)
    with opened(tmp_path, *options) as window:
        goes_on(window)
        place = place_of(window)
        window.signal(number)
        assert window.wait_end() == (-9 if number is signal.SIGKILL else 143)
        if front_end == "full" and number is not signal.SIGKILL:
            assert b"\x1b[?1049l" in window.raw, "the terminal is as it was"
    with opened(tmp_path, *options) as window:
        goes_on(window)
        assert place_of(window) == place
    assert journal_of(tmp_path) == before


def goes_on(window: Terminal) -> None:
    """Wait for the kind sentence after a stop, and for the whole prompt."""
    window.wait_for(lambda: CUT.encode() in window.raw, "the kind sentence")
    rest(window)


def place_of(window: Terminal) -> str:
    """Return where the meeting is, as the screen says."""
    row = next((one for one in window.rows if "Step " in one), "")
    return " ".join(row.split()).rstrip(".")


@pytest.mark.parametrize("front_end", ["full", "plain"])
def test_a_fault_of_ours_shows_no_word_and_goes_on_at_the_same_prompt(
    tmp_path: Path, front_end: str
) -> None:
    """S13, S10: exit 70, a kind sentence, no traceback; started again: the same prompt."""
    made_ready(tmp_path, step="reflection/")
    options = ("--plain",) if front_end == "plain" else ()
    with opened(tmp_path, *options, is_faulty=True) as window:
        goes_on(window)
        place = place_of(window)
        number = digit_of(window, "own words")
        window.send(f"{number}\r")
        window.wait_text("Type ")
        window.send(f"{BREAK}\r")
        assert window.wait_end() == 70
        window.wait_text("What was saved is safe.")
        assert b"Please wait a little." in window.raw
        assert b"Traceback" not in window.raw
        assert b"RuntimeError" not in window.raw
        if front_end == "full":
            window.wait_for(lambda: BREAK not in window.text, "the typed words to be gone")
    with opened(tmp_path, *options) as window:
        goes_on(window)
        assert place_of(window) == place
        assert BREAK not in window.text
    assert not journal_of(tmp_path).is_damaged


@pytest.mark.parametrize("front_end", ["full", "plain"])
def test_a_closed_window_is_no_way_out(tmp_path: Path, front_end: str) -> None:
    """S13: the program ends, and not with 0: whatever started it starts it again."""
    made_ready(tmp_path, step=STEP)
    options = ("--plain",) if front_end == "plain" else ()
    with opened(tmp_path, *options) as window:
        goes_on(window)
        window.close_window()
        assert window.wait_end_unseen() in (143, -signal.SIGHUP)


@pytest.mark.parametrize("front_end", ["full", "plain"])
def test_a_window_of_one_cell_and_back_changes_nothing(tmp_path: Path, front_end: str) -> None:
    """S13, A5: 1 x 1 and back, several times; the meeting goes on."""
    made_ready(tmp_path, step=STEP)
    options = ("--plain",) if front_end == "plain" else ()
    with opened(tmp_path, *options) as window:
        goes_on(window)
        for columns, rows in ((1, 1), (200, 60), (1, 100), (100, 1), (2, 2), (80, 24)):
            window.resize(columns, rows)
        window.send("again\r" if front_end == "plain" else "\x1bOS")
        window.wait_for(lambda: bool(place_of(window)), "the step")
        window.send("\r")
        window.wait_for(lambda: CUT not in window.text, "the next prompt")
        window.signal(signal.SIGTERM)
        assert window.wait_end() == 143
    assert not journal_of(tmp_path).is_damaged


def test_the_first_start_offers_a_word(tmp_path: Path) -> None:
    """S13: it may be passed; closing then asks, and the next start does not offer it again."""
    with opened(tmp_path) as window:
        window.wait_text("Shall a word close this program?")
        window.send("2\r")
        window.wait_text(HOME)
        window.send(digit_of(window, "Close the program") + "\r")
        window.wait_text("Shall we close?")
        window.send("2\r")
        assert window.wait_end() == 0
    with opened(tmp_path) as window:
        window.wait_text(HOME)


def test_stopped_and_woken_the_screen_is_whole(tmp_path: Path) -> None:
    """S13: SIGSTOP cannot be kept off; after SIGCONT one reader and one writer go on."""
    made_ready(tmp_path)
    with opened(tmp_path) as window:
        window.wait_text(HOME)
        for _ in range(3):
            window.signal(signal.SIGSTOP)
            window.signal(signal.SIGCONT)
        window.send("3")
        window.wait_text("> 3")
        assert len(os.listdir(f"/proc/{window.pid}/task")) <= 6, "no second set of threads"  # noqa: PTH208
        assert closes_by_the_word(window) == 0
