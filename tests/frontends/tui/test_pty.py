"""The full screen in a real terminal line: cursor, signals, size, colours, lock."""

import re
import signal
import sys

import pytest

from facilitator.domain.records import Theme
from tests.frontends.tui.colours import LINUX, XTERM, contrast, pens
from tests.terminal import Terminal

DEMO = (sys.executable, "-m", "tests.frontends.tui.demo")


def demo(
    *arguments: str, columns: int = 80, rows: int = 24, colours: str = "truecolor"
) -> Terminal:
    """Open the demo in a window."""
    return Terminal((*DEMO, *arguments), columns, rows, colours=colours)


def stands_on(window: Terminal, mark: str) -> bool:
    """Return whether the cursor stands on the mark of the row that begins so."""
    column, row = window.cursor
    return column == mark.index(">") and window.rows[row].startswith(mark)


def test_the_cursor_stands_on_the_focused_row_and_is_shown_and_steady() -> None:
    """A8: cursor position equals focus row; DECSCUSR 2 at the start, 0 at the end."""
    with demo() as window:
        window.wait_text("> 1  Sunny")
        window.wait_for(lambda: stands_on(window, "   > 1"), "the cursor")
        assert not window.screen.cursor.hidden
        window.send("4")
        window.wait_text("> 4  Stormy")
        window.wait_for(lambda: stands_on(window, "   > 4"), "the cursor")
        window.send("\x1b[A")
        window.wait_for(lambda: stands_on(window, "   > 3"), "the cursor")
        window.signal(signal.SIGTERM)
        assert window.wait_end() == 143
        assert bytes(window.raw).count(b"\x1b[2 q") == 1
        assert bytes(window.raw).count(b"\x1b[0 q") == 1


def test_the_cursor_follows_what_is_typed() -> None:
    """A8: in a typed field the cursor stands where the next letter goes."""
    with demo("evening", "line") as window:
        window.wait_text("> 1  Walk")
        window.send("4\r")
        window.wait_text("Type your words")
        window.send("tea")
        window.wait_for(lambda: window.cursor[0] == 11 and "tea" in window.rows[window.cursor[1]])
        window.send("\x7f\x7f")
        window.wait_for(
            lambda: window.cursor[0] == 9 and "tea" not in window.text, "two letters less"
        )


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_ending_from_outside_leaves_the_terminal_as_it_was(number: signal.Signals) -> None:
    """S13: SIGTERM and SIGHUP end in order, with 143, the alternate screen left."""
    with demo() as window:
        window.wait_text("> 1  Sunny")
        window.signal(number)
        assert window.wait_end() == 143
        assert b"\x1b[?1049l" in window.raw
        assert b"left 143 []" in window.raw


def test_no_key_and_no_signal_leaves_the_meeting() -> None:
    r"""S13: ctrl+q, ctrl+c, ctrl+z, ctrl+\, ctrl+d, ctrl+p, SIGINT and SIGTSTP do nothing."""
    with demo() as window:
        window.wait_text("> 1  Sunny")
        window.send("\x11\x03\x1a\x1c\x04\x10\x1b[113;5u")
        window.signal(signal.SIGINT)
        window.signal(signal.SIGTSTP)
        window.send("2")
        window.wait_text("> 2  Cloudy")
        assert window.rows[-1] == "  * Help now    - Pass    / Back    + Say again    . Menu"


def test_a_closed_window_ends_the_program() -> None:
    """S13: the end of input ends the program instead of spinning."""
    with demo() as window:
        window.wait_text("> 1  Sunny")
        window.close_window()
        assert window.wait_end_unseen() in (143, -signal.SIGHUP)


def test_without_a_terminal_on_standard_input_it_returns_at_once() -> None:
    """S13: no terminal on standard input: nothing is painted, nothing spins."""
    command = ("/bin/sh", "-c", f"{sys.executable} -m tests.frontends.tui.demo < /dev/null")
    with Terminal(command) as window:
        assert window.wait_end() == 143
        assert b"\x1b[?1049h" not in window.raw


def test_a_fault_shows_no_word_of_anybody() -> None:
    """S13: a crash exits with 70, without a traceback, the terminal as it was."""
    code = (
        "from tests.frontends.tui.canned import FakeGuide, LibraryCodes\n"
        "from facilitator.frontends.tui.app import run\n"
        "import sys\n"
        "class Breaks(FakeGuide):\n"
        "    def give(self, answer):\n"
        "        private = 'heron is private'\n"
        "        raise RuntimeError(private)\n"
        "sys.exit(run(Breaks(), LibraryCodes()))\n"
    )
    with Terminal((sys.executable, "-c", code)) as window:
        window.wait_text("> 1  Sunny")
        window.send("\r")
        assert window.wait_end() == 70
        assert b"\x1b[?1049l" in window.raw
        assert b"private" not in window.raw
        assert b"Traceback" not in window.raw


def test_a_window_that_is_too_small_says_so_and_goes_on_once_it_is_larger() -> None:
    """A5: under 40x12 only the words about it; then the same prompt, the same focus."""
    with demo() as window:
        window.wait_text("> 1  Sunny")
        window.send("3")
        window.wait_text("> 3  Rainy")
        window.resize(30, 8)
        window.wait_text("Make this window bigger, or")
        window.wait_for(lambda: "Sunny" not in window.text, "only those words")
        window.resize(40, 12)
        window.wait_text("> 3  Rainy. A hard day")
        footer = " *Help -Pass /Back +Again .Menu"
        window.wait_for(lambda: window.rows[-1] == footer, "the commands")


def test_bytes_that_are_no_text_and_pasted_control_signs_are_harmless() -> None:
    """S14: hostile input is shown as text or left out; the program goes on."""
    with demo("evening", "line") as window:
        window.wait_text("> 1  Walk")
        window.send("4\r")
        window.wait_text("Type your words")
        window.send(b"\xed\xa0\x80")
        window.send("\x1b[200~[/b] [@click=app.quit]x[/] \x1b]0;x\x07 \u202eabc\x1b[201~")
        window.wait_text("[/b] [@click=app.quit]x[/]")
        window.wait_text("]0;x abc")
        window.send("\r")
        window.wait_text("Is everyone here?")
        assert b"\x1b]0;x" not in window.raw


def test_clicks_on_rows_and_on_commands_work() -> None:
    """A4: the whole row is a target, and each command of the footer."""
    with demo() as window:
        window.wait_text("> 1  Sunny")
        window.wait_text(". Menu")
        window.click(70, window.rows.index("     4  Stormy. A lot is going on"))
        window.wait_text("Before we start")
        window.click(5, 23)
        window.wait_text("You matter.")


def test_the_whole_script_by_the_number_keys_alone() -> None:
    """A2: digits and Enter lead through every input type; the program ends with 0."""
    with demo(columns=40, rows=12) as window:
        window.wait_text("> 1  Sunny")
        for keys, seen in (
            ("2\r", "Welcome."),
            ("1\r", "What do you know"),
            ("13\r", "Who is here again?"),
            ("2\r", "Who left?"),
            ("3\r", "How sure"),
            ("11\r", "Please give a number"),
            ("7\r", "What would you like"),
            ("1\r", "Is everyone here?"),
            ("1\r", "NHS inform"),
        ):
            window.send(keys)
            window.wait_text(seen)
        window.send("0\r1\r")
        assert window.wait_end() == 0
        assert b"ChosenSeveral(ids=('c1', 'c3'))" in window.raw
        assert b"Typed(text='7')" in window.raw


@pytest.mark.parametrize("colours", ["truecolor", "256", "16"])
@pytest.mark.parametrize("theme", [Theme.EVENING, Theme.DAYLIGHT, Theme.YELLOW])
def test_every_word_on_a_real_screen_has_a_contrast_of_seven(theme: Theme, colours: str) -> None:
    """A7: measured on the bytes that reached the terminal, words, field and refusal included."""
    with demo(theme, "sure", colours=colours) as window:
        window.wait_text("How sure")
        window.send("11\r")
        window.wait_text("Please give a number")
        drawn = {
            pen for sign, pen in pens(window.raw.decode(errors="ignore")) if sign not in " ━─=-"
        }
    assert len(drawn) >= 3
    for palette in (XTERM, LINUX):
        for pen in drawn:
            assert contrast(*pen.drawn(palette)) >= 7, pen


def test_the_mark_of_one_key_moves_by_itself_and_rests_after_three_rounds() -> None:
    """A3, A22: nothing before the first press; then groups; after three rounds it is still."""
    with demo("evening", "weather", "scan") as window:
        window.wait_text("1  Sunny")
        assert ">" not in window.text
        window.send(" ")
        window.wait_text("> 1  Sunny")
        window.wait_text(">* Help now")
        assert "> 1" not in window.text
        window.wait_for(lambda: ">" not in window.text, "the mark to rest")
        drawn = len(window.raw)
        window.send(" ")
        window.wait_text("> 1  Sunny")
        assert len(window.raw) > drawn


def test_one_key_answers_in_a_real_terminal() -> None:
    """A3: only the space bar: rows, the menu, own words letter by letter."""
    with demo("evening", "line", "scan") as window:
        window.wait_text("1  Walk")
        one_key(window, "4  In my own words")
        window.wait_text("Erase")
        for label in ("t", "Done"):
            one_key(window, label)
        window.wait_text("Is everyone here?")
        window.signal(signal.SIGTERM)
        assert window.wait_end() == 143
        assert b"Typed(text='T')" in window.raw


def marks_of(window: Terminal) -> list[str]:
    """Return the words of everything that has the mark."""
    parts = (part for row in window.rows for part in row.split(">")[1:])
    return [part.strip().split("   ")[0] for part in parts]


def one_key(window: Terminal, label: str) -> None:
    """Press the space bar when the group that holds this target is marked, then the target."""

    def is_marked(*, alone: bool) -> bool:
        marks = marks_of(window)
        return label in marks and (len(marks) == 1) is alone

    if not marks_of(window):
        window.send(" ")
    for alone in (False, True):
        window.wait_for(lambda: is_marked(alone=alone), f"the mark at {label}")  # noqa: B023
        window.send(" ")
        window.wait_for(lambda: not is_marked(alone=alone), "the next mark")  # noqa: B023


def test_keys_and_numbers_on_the_screen_are_clicked() -> None:
    """A4: letters, a space, done, and a number from 0 to 10."""
    with demo("evening", "sure") as window:
        window.wait_text(". Menu")
        row = next(at for at, one in enumerate(window.rows) if " 7 " in one and " 6 " in one)
        window.click(window.rows[row].index("7"), row)
        window.wait_text("1  Walk")
        click_on(window, "In my own words")
        click_on(window, "Letters on the screen")
        window.wait_text("Erase")
        for label, typed in (("t", "   T"), ("e", "   Te"), ("Space", "   Te"), ("Done", "Is ev")):
            click_on(window, label)
            window.wait_text(typed)
        window.wait_text("Is everyone here?")
        window.signal(signal.SIGTERM)
        assert window.wait_end() == 143
        assert b"Typed(text='7')" in window.raw
        assert b"Typed(text='Te ')" in window.raw


def click_on(window: Terminal, label: str) -> None:
    """Click on the cell where these words stand alone, as the letters of the board do."""
    alone = re.compile(rf"(?:^|\s){re.escape(label)}(?:\s|$)")

    def cells() -> list[tuple[int, int]]:
        rows = enumerate(window.rows)
        return [(one.start() + 1, at) for at, row in rows if at > 2 and (one := alone.search(row))]

    window.wait_for(lambda: bool(cells()), repr(label))
    window.click(*cells()[0])


def test_a_mouse_that_sends_nonsense_does_not_matter() -> None:
    """Issue 3: cells that are not there, half a report, other buttons; the meeting goes on."""
    with demo() as window:
        window.wait_text("> 1  Sunny")
        for report in (
            "0;999;999M",
            "0;0;0M",
            "64;5;5M",
            "65;70;70M",
            "35;1;1M",
            "99;3;3m",
            "0;-5;7M",
        ):
            window.send(f"\x1b[<{report}")
        window.send("\x1b[<0;12")
        window.send("\x1b[M\xff\xff\xff".encode("latin-1"))
        window.send("3")
        window.wait_text("> 3  Rainy")
        window.send("\r")
        window.wait_text("Before we start")
