"""A whole meeting by number keys alone in a real terminal, the power cut in the middle."""

import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

import cv2
import numpy as np
import pytest
import zxingcpp

from facilitator.adapters.storage.records import read_journal
from facilitator.domain import events
from tests.scenario import shipped
from tests.terminal import Terminal

SIZES = [(80, 24), (40, 12)]


class Meeting:
    """The program in a terminal, led by whoever reads the screen and presses number keys."""

    def __init__(self, data: Path, columns: int, rows: int) -> None:
        """Open it on a data folder."""
        src = str(Path(__file__).parents[2] / "src")
        command = [sys.executable, "-m", "facilitator", "--data", str(data)]
        self.terminal = Terminal(command, columns, rows, env={"PYTHONPATH": src})
        self.data = data
        self.had_turn: set[str] = set()
        self.seen: list[str] = []
        self.terminal.wait_text("What would you like to do?")

    @property
    def text(self) -> str:
        """Every word on the screen, as one line."""
        return " ".join(" ".join(self.terminal.rows).split())

    def press(self, keys: str) -> None:
        """Press keys, and wait until the screen has changed and come to rest."""
        before = self.terminal.text
        for key in keys:
            self.terminal.send(key)
        self.terminal.wait_for(lambda: self.terminal.text != before)
        self.rest()
        self.seen.append(self.text)

    def rest(self) -> None:
        """Read until nothing more comes for a moment, and the last row is there."""
        quiet = 0
        while quiet < 3 or "Menu" not in self.terminal.rows[-1]:
            came = len(self.terminal.raw)
            self.terminal._read(0.04)
            quiet = quiet + 1 if len(self.terminal.raw) == came else 0

    def key(self) -> str:
        """Return what somebody in the room would press now."""
        text = self.text
        if "How many of us are here?" in text:
            return "4\r"
        if "How sure am I" in text:
            return "8\r"
        if "Who'd like the keyboard" in text:
            step = text.split("Who'd like")[0]
            key = "1\r" if step in self.had_turn else "2\r"
            self.had_turn.add(step)
            return key
        has_two = any(row.strip(" >").startswith("2  ") for row in self.terminal.rows)
        says = ("Something I", "this week?", "When will I do it?")
        if has_two and any(one in text for one in says):
            return "2\r"
        return "1\r"

    def until(self, *words: str) -> None:
        """Go on until some of these words are on the screen."""
        for _ in range(150):
            if any(word in self.text for word in words):
                return
            self.press(self.key())
        raise AssertionError(f"{words} never came; the screen shows {self.text}")

    def journal(self) -> tuple[events.Event, ...]:
        """Return the events of the open meeting, read from its file."""
        (path,) = (self.data / "groups/our-group/open").glob("*.journal")
        return read_journal(path.read_bytes()).events

    def kill(self) -> None:
        """Cut the power."""
        os.kill(self.terminal.pid, signal.SIGKILL)
        self.terminal.wait_end()
        self.terminal.__exit__(None, None, None)


@pytest.mark.parametrize(("columns", "rows"), SIZES)
def test_a_meeting_by_number_keys_killed_in_the_middle(
    tmp_path: Path, columns: int, rows: int
) -> None:
    """A2, A5, M7: four people, number keys, kill -9, the same prompt, every answer."""
    meeting = Meeting(tmp_path / "data", columns, rows)
    meeting.until("How sure am I")
    stored = meeting.journal()
    assert any(isinstance(one, events.AnswerGiven) and one.private for one in stored)
    meeting.kill()

    again = Meeting(tmp_path / "data", columns, rows)
    again.had_turn = meeting.had_turn
    again.press("1\r")
    assert "How sure am I that I will do all of it?" in again.text
    assert again.journal() == stored
    again.until("Shall we finish?")
    again.press(again.key())
    assert "The words from today are gone." in again.text
    assert list((tmp_path / "data/groups/our-group/open").iterdir()) == []
    again.until("What would you like to do?")
    again.kill()
    for text in (*meeting.seen, *again.seen):
        assert "Help" in text


def cells_as_image(terminal: Terminal) -> "np.ndarray[tuple[int, int], np.dtype[np.uint8]]":
    """Draw the screen from the terminal's own cells: each is 8 x 16 dots, halves as drawn."""
    screen = terminal.screen
    image = np.zeros((screen.lines * 16, screen.columns * 8), np.uint8)
    for row in range(screen.lines):
        for column in range(screen.columns):
            cell = screen.buffer[row][column]
            ink, ground = _grey(cell.fg, 230), _grey(cell.bg, 20)
            if cell.reverse:
                ink, ground = ground, ink
            top, left = row * 16, column * 8
            image[top : top + 16, left : left + 8] = ground
            if cell.data == "\u2580":
                image[top : top + 8, left : left + 8] = ink
            elif cell.data == "\u2584":
                image[top + 8 : top + 16, left : left + 8] = ink
            elif cell.data == "\u2588":
                image[top : top + 16, left : left + 8] = ink
    return image


def _grey(colour: str, otherwise: int) -> int:
    named = {"black": 0, "white": 229, "brightwhite": 255, "brightblack": 127}
    if colour in named:
        return named[colour]
    if len(colour) == 6:
        return sum(int(colour[at : at + 2], 16) for at in (0, 2, 4)) // 3
    return otherwise


def read_by_two(image: "np.ndarray[tuple[int, int], np.dtype[np.uint8]]") -> tuple[str, str]:
    """Return what zxing and OpenCV each read, the picture slightly blurred as a camera does."""
    large = cv2.GaussianBlur(cv2.resize(image, None, fx=2, fy=2), (5, 5), 0.8)
    by_zxing: Sequence[zxingcpp.Barcode] = zxingcpp.read_barcodes(large)
    by_opencv, _, _ = cv2.QRCodeDetector().detectAndDecode(large)
    if not by_opencv:
        # The older of its two detectors misses about one good code in sixty.
        by_opencv, _, _ = cv2.QRCodeDetectorAruco().detectAndDecode(large)
    return (by_zxing[0].text if by_zxing else "", by_opencv)


def test_the_codes_on_the_screen_are_read_by_two_decoders(tmp_path: Path) -> None:
    """T1: at 80x24 each code equals its resource's target, beside its words."""
    meeting = Meeting(tmp_path / "data", 80, 24)
    meeting.until("What helps next")
    for resource in shipped("first-meeting").resources:
        assert resource.label in meeting.text
        image = cells_as_image(meeting.terminal)
        assert read_by_two(image) == (resource.target, resource.target)
        blank = image.copy()
        blank[:, :] = 128
        assert read_by_two(blank) == ("", ""), "the control: no code, nothing read"
        meeting.press("1\r")
    meeting.kill()


def test_where_no_code_fits_the_words_say_so_and_are_there(tmp_path: Path) -> None:
    """T1: at 40x12 label, phone and address are on the screen, and a sentence about the code."""
    meeting = Meeting(tmp_path / "data", 40, 12)
    meeting.until("What helps next", "NHS 24")
    shown = [meeting.text]
    for _ in range(4):
        if "More" in meeting.text:
            meeting.press("0\r")
            shown.append(meeting.text)
    together = " ".join(shown)
    assert "111" in together
    assert "nhs24.scot" in together
    assert "code" in together
    meeting.kill()
