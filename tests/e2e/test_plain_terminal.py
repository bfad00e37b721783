"""Plain mode in a real terminal line: narrow, slow, broken into, ended, changed in the middle."""

import os
import signal
import subprocess
import sys
import termios
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from facilitator.frontends.plain.window import CLEARED
from facilitator.frontends.plain.wrapping import cells
from facilitator.wording import command_line
from facilitator.wording import plain as words
from tests.e2e.test_command_line import facilitator
from tests.terminal import Terminal

ROOM = 80
"""Letters for a line of the agreement."""

SLOW_LINE = 960
"""Bytes a second at 9600 baud."""

SAID = ("Something I know", "Something I care", "this week?", "When will I do it?")
"""Where the row after the first is chosen, which says something."""

_ASKED = (
    words.ASK_CHOICE,
    words.ASK_SETTING,
    words.ASK_SEVERAL,
    words.ASK_GO_ON,
    words.ASK_LINE,
    words.ASK_OPEN.partition("{own}")[2],
    " to 10: ",
    " to 30: ",
)
ASKED = tuple(one.encode() for one in _ASKED)


class Lines:
    """The program in a terminal line of some width, and somebody who types lines."""

    def __init__(
        self, data: Path, *options: str, columns: int = 80, rows: int = 24, **environment: str
    ) -> None:
        """Start it, and wait for the first thing that is asked."""
        command = [sys.executable, "-m", "facilitator", "--data", str(data), *options]
        env = {"LC_ALL": "", "LANG": "C.UTF-8", "FACILITATOR_PLAIN": "", **environment}
        self.terminal = Terminal(command, columns, rows, env=env)
        self.prompts: list[bytes] = []
        self._wait(0)

    def type(self, *lines: str) -> str:
        """Type lines, each when something is asked; return what came after the last."""
        for line in lines:
            before = len(self.terminal.raw)
            self.terminal.send(f"{line}\n")
            self._wait(before + len(line.encode()))
        return self.last

    @property
    def last(self) -> str:
        """What was written last."""
        return self.prompts[-1].decode().replace("\r\n", "\n")

    def until(self, text: str) -> None:
        """Go onward until some words are there; the keyboard is taken once where it is offered."""
        turns = 0
        for _ in range(120):
            if text in self.last:
                return
            answer = "1"
            if "Just me." in self.last:
                answer = "Heron, Oak, River and Robin"
            elif "Who'd like the keyboard" in self.last:
                turns += 1
                answer = "2" if turns in (1, 3) else "1"
            elif any(one in self.last for one in SAID):
                answer = "2"
            self.type(answer)
        raise AssertionError(f"{text} never came; last: {self.last}")

    def _wait(self, before: int) -> None:
        raw = self.terminal.raw
        self.terminal.wait_for(lambda: len(raw) > before and raw.endswith(ASKED), "what is asked")
        self.prompts.append(bytes(raw[before:]))


def dumb(data: Path) -> Lines:
    """Return the program on a terminal that shows lines only, 40 columns wide."""
    return Lines(data, columns=40, TERM="dumb")


def test_a_whole_meeting_at_forty_columns_fits_a_braille_line(tmp_path: Path) -> None:
    """A1: TERM=dumb says why; no line over 40 cells but addresses, no sign that steers."""
    lines = dumb(tmp_path)
    first = lines.last.split("\n")
    assert " ".join(first[:2]) == words.WHY["dumb"]
    lines.until("We've finished.")
    with lines.terminal:
        written = lines.terminal.raw.decode()
        text = written.replace("\r\n", "\n")
        assert not [one for one in text if ord(one) < 32 and one != "\n"]
        assert not [
            one for one in text if 0x2500 <= ord(one) <= 0x259F or 0x2800 <= ord(one) <= 0x28FF
        ]
        typed = words.ASK_OPEN.partition("{own}")[2]
        wide = {row for row in text.split("\n") if cells(row) > 40 and typed not in row}
        assert all(row.startswith("https://") for row in wide), wide
        for whole in (
            "https://breathingspace.scot",
            "0800 83 85 87",
            "Step 2 of 9. Our agreement.",
        ):
            assert f"\n{whole}\n" in text


def test_no_prompt_takes_two_seconds_on_a_slow_serial_line(tmp_path: Path) -> None:
    """A1: 9600 baud, 40 columns: the bytes of every prompt of a meeting are counted."""
    lines = dumb(tmp_path)
    with lines.terminal as terminal:
        settings = termios.tcgetattr(terminal._master)
        settings[4] = settings[5] = termios.B9600
        termios.tcsetattr(terminal._master, termios.TCSANOW, settings)
        lines.until("We've finished.")
        longest = max(lines.prompts, key=len)
        assert len(lines.prompts) > 50
        assert len(longest) <= 2 * SLOW_LINE, longest


def test_what_is_typed_ahead_on_a_slow_line_is_not_lost(tmp_path: Path) -> None:
    """A1: seven lines sent at once, what comes back read in small pieces, each is answered."""
    lines = dumb(tmp_path)
    with lines.terminal as terminal:
        terminal.send("1\n1\n1\n1\nAnn and Bo\nLinnet\n\n")
        while b"Step 1 of 9" not in terminal.raw:
            came = os.read(terminal._master, SLOW_LINE // 10)
            terminal.raw += came
        assert b"We have 60." in terminal.raw
    (journal,) = tmp_path.glob("groups/our-group/open/*.journal")
    assert b"Linnet" in journal.read_bytes()


def test_a_window_that_becomes_narrow_is_narrow_at_the_next_prompt(tmp_path: Path) -> None:
    """A1: asked anew for each prompt; a line that reports 0 columns is 80 wide."""
    lines = Lines(tmp_path, "--plain", columns=0, rows=0)
    with lines.terminal as terminal:
        assert max(map(len, lines.last.split("\n"))) > 40
        terminal._set_size(30, 24)
        told = lines.type("help")
        assert max(map(cells, told.split("\n"))) <= 30
        terminal._set_size(80, 24)
        assert max(map(cells, lines.type("again").split("\n"))) > 40


def open_line(lines: Lines) -> None:
    """Come to the agreement, and open a line for own words."""
    lines.until("Shall we add a line?")
    lines.type("2")


def test_a_break_keeps_what_is_half_typed_and_a_second_one_ends_it_well(tmp_path: Path) -> None:
    """S13, A15: Ctrl and C: nothing is lost, it says so; twice is the end, exit 0."""
    lines = Lines(tmp_path, "--plain")
    with lines.terminal as terminal:
        open_line(lines)
        terminal.send("we listen fir")
        terminal.wait_text("we listen fir")
        before = len(terminal.raw)
        terminal.send("\x03")
        lines._wait(before)
        assert (
            "Nothing is lost.\nWe are still here.\nTo leave, press Ctrl and C once more."
            in lines.last
        )
        assert "You had typed: we listen fir\nPress Enter to use it, or type it anew." in lines.last
        assert "Noted until we finish." in lines.type("")
        before = len(terminal.raw)
        terminal.send("\x03")
        lines._wait(before)
        terminal.send("\x03")
        assert terminal.wait_end() == 0
        assert "What was saved is safe." in terminal.text
    (journal,) = tmp_path.glob("groups/our-group/open/*.journal")
    assert b"we listen fir" in journal.read_bytes()


def test_the_end_of_input_at_a_terminal_is_kind(tmp_path: Path) -> None:
    """A1: Ctrl and D: what was saved is safe, exit 0."""
    lines = Lines(tmp_path, "--plain")
    with lines.terminal as terminal:
        terminal.send("\x04")
        assert terminal.wait_end() == 0
        assert "That's all for now." in terminal.text


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_ended_from_outside_the_terminal_is_as_it_was(
    tmp_path: Path, number: signal.Signals
) -> None:
    """S13: exit 143; what is typed is shown again, also after a word that was typed unseen."""
    lines = Lines(tmp_path, "--plain")
    with lines.terminal as terminal:
        before = termios.tcgetattr(terminal._master)
        to_own_word(lines)
        assert not termios.tcgetattr(terminal._master)[3] & termios.ECHO, "the control: unseen"
        terminal.signal(number)
        assert terminal.wait_end() == 143
        after = termios.tcgetattr(terminal._master)
        assert after[3] & termios.ECHO
        assert not after[3] & termios.NOFLSH
        assert before[3] & termios.NOFLSH, "the control: it was set while the program ran"


def to_own_word(lines: Lines) -> None:
    """Come to where a person sets a word that opens their plan, and open the line."""
    lines.until("Is that enough for now?")
    assert "Which word?" in lines.type("3")
    assert lines.type("1").endswith(words.ASK_LINE)


def test_a_persons_own_word_is_typed_unseen(tmp_path: Path) -> None:
    """S10: it stands nowhere in what the terminal got."""
    lines = Lines(tmp_path, "--plain")
    with lines.terminal as terminal:
        to_own_word(lines)
        before = len(terminal.raw)
        terminal.send("canary-unseen\n")
        lines._wait(before)
        assert "Noted until we finish." in lines.last
        assert b"canary" not in terminal.raw
        assert words.SHOWN_AS_TYPED.encode() not in terminal.raw
        lines.type("help")
        assert b": help\r\n" in terminal.raw, "the control: other lines are seen"


@pytest.mark.parametrize("term", ["xterm-256color", "dumb"])
def test_before_the_next_person_the_window_can_be_cleared(tmp_path: Path, term: str) -> None:
    """A1, S11: yes clears it: the only escape codes there are, and none on a dumb terminal."""
    lines = Lines(tmp_path, "--plain", TERM=term)
    with lines.terminal as terminal:
        lines.until("Something I care about")
        (row,) = [row for row in lines.last.split("\n") if "my own words" in row]
        lines.type(row[0])
        lines.type("canary-of-heron")
        lines.until("Clear it?")
        assert "canary-of-heron" in terminal.raw.decode(), "the control: it was seen"
        lines.type("2")
        assert "canary" not in terminal.text
        assert "Who'd like the keyboard" in terminal.text
        raw = terminal.raw.decode()
        assert raw.count(CLEARED) == (0 if term == "dumb" else 1)
        assert "\x1b" not in raw.replace(CLEARED, "")


def test_the_language_c_gets_letters_without_accents(tmp_path: Path) -> None:
    """A1: only what was typed is echoed as it is; what we write is ASCII."""
    for language, name in (("C", "Jose..."), ("C.UTF-8", "Jos\u00e9\u2026")):
        lines = Lines(tmp_path / language, "--plain", LANG=language)
        with lines.terminal:
            lines.type("1", "1", "1", "1", "Jos\u00e9\u2026")
            assert f"Here so far: {name}" in lines.last


@contextmanager
def full_screen(data: Path) -> Iterator[Terminal]:
    """Give the program on its full screen at the agreement's open line."""
    command = [sys.executable, "-m", "facilitator", "--data", str(data)]
    with Terminal(command, 80, 24, env={"LANG": "C.UTF-8"}) as terminal:
        for text in (
            "What would you like to do?", "Which session", "Who sees", "keep of today",
            "Who is here today?", "Here so far", "like to read this out", "What do we ask of each other?",
            "Shall we add a line?",
        ):  # fmt: skip
            terminal.wait_text(text)
            # A digit before each Enter: the same key at once would count as held down (A19).
            terminal.send("2\r" if text == "Shall we add a line?" else "1\r")
        yield terminal


def test_half_a_line_goes_from_the_full_screen_to_plain_lines(tmp_path: Path) -> None:
    """A24: through the menu; no half word is lost; the screen is given back first."""
    with full_screen(tmp_path) as terminal:
        terminal.send("we listen fir")
        terminal.wait_text("we listen fir")
        terminal.send("\x1b[15~")  # F5: the menu
        terminal.wait_text("What does the group need?")
        terminal.send("a")
        terminal.wait_text("Plain lines")
        row = next(row for row in terminal.rows if "Plain lines" in row)
        terminal.send(f"{row.split()[0].strip('>') or row.split()[1]}\r")
        terminal.wait_text(words.WHY["asked"])
        terminal.wait_for(lambda: terminal.raw.endswith(ASKED))
        at = terminal.raw.rindex(words.WHY["asked"].encode())
        terminal.send("back\n")
        terminal.wait_text("You had typed: we listen fir")
        terminal.wait_for(lambda: terminal.raw.endswith(words.ASK_LINE.encode()))
        terminal.send("\n")
        terminal.wait_text("Noted until we finish.")
        assert b"\x1b" not in terminal.raw[at:]
        (journal,) = tmp_path.glob("groups/our-group/open/*.journal")
        assert b"we listen fir" in journal.read_bytes()


def test_refused_words_go_from_plain_lines_to_the_full_screen(tmp_path: Path) -> None:
    """A24: a line that was too long is there to be mended, the cursor in it."""
    long = "we listen " * 9 + "to the end"
    lines = Lines(tmp_path, "--plain")
    with lines.terminal as terminal:
        open_line(lines)
        lines.type(long)
        assert "Please make it shorter." in lines.last
        told = lines.type("access")
        number = next(row[0] for row in told.split("\n") if "The full screen" in row)
        terminal.send(f"{number}\n")
        terminal.wait_text("Shall we add a line?")
        terminal.wait_text("to the end")
        terminal.send("\x1b[F" + "\x7f" * (len(long) - ROOM) + "\r")
        terminal.wait_for(
            lambda: "Noted until we finish." in terminal.text and "2  In our own" in terminal.text
        )
    (journal,) = tmp_path.glob("groups/our-group/open/*.journal")
    assert long[:ROOM].strip().encode() in journal.read_bytes()


def test_the_full_screen_asked_for_where_there_is_none_ends_nothing(tmp_path: Path) -> None:
    """A24: through a pipe and on a terminal of lines: it is said, and the lines go on."""
    piped = facilitator(given="access\n3\n1\n1\n1\n", data=tmp_path / "piped")
    assert (piped.returncode, piped.stderr) == (0, "")
    lines = dumb(tmp_path / "dumb")
    with lines.terminal as terminal:
        lines.type("access")
        told = lines.type("3")
        lines.type("1", "1", "1")
        assert "What may this machine keep of today?" in lines.last
        terminal.send("\x04")
        assert terminal.wait_end() == 0
    for written in (piped.stdout, told):
        assert "The full screen does not work here.\nWe stay with plain lines.\n" in written
    assert "What may this machine keep of today?" in piped.stdout


def test_a_reader_that_goes_away_leaves_no_complaint(tmp_path: Path) -> None:
    """S21: the other end of the pipe is closed after the first line; exit 74, and one line."""
    command = [sys.executable, "-m", "facilitator", "--plain", "--data", str(tmp_path)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as program:
        assert program.stdin is not None
        assert program.stdout is not None
        assert program.stderr is not None
        assert program.stdout.readline().startswith(b"Plain lines")
        program.stdout.close()
        with suppress(BrokenPipeError):
            program.stdin.write(b"help\n\n" * 20_000)
            program.stdin.close()
        complaint = program.stderr.read()
        told = f"{command_line.NOT_WRITTEN}\n".encode()
        assert (program.wait(timeout=30), complaint) == (74, told)


def test_a_program_stopped_by_a_break_in_a_pipe_ends_well(tmp_path: Path) -> None:
    """A1: SIGINT where nobody types is the end of input: what was saved is safe, exit 0."""
    command = [sys.executable, "-m", "facilitator", "--plain", "--data", str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as program:
        assert program.stdout is not None
        while b"Keys:" not in program.stdout.readline():
            pass
        program.send_signal(signal.SIGINT)
        assert b"What was saved is safe." in program.stdout.read()
        assert program.wait(timeout=30) == 0
