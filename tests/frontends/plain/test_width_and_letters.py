"""How wide a row is, and which letters the other end knows (A1)."""

import io
import os
import struct
from collections.abc import Iterator
from fcntl import ioctl
from termios import TIOCSWINSZ

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.frontends.plain import listing
from facilitator.frontends.plain.letters import fitting
from facilitator.frontends.plain.window import (
    CLEARED,
    COLUMNS,
    Window,
    columns_of,
    is_plain_english,
    window_of,
)
from facilitator.frontends.plain.wrapping import cells, thoughts, wrapped
from facilitator.frontends.plain.writer import Writer


@given(st.text(st.characters(exclude_categories=("Cc", "Cs", "Zs", "Zl", "Zp")) | st.just(" ")),
       st.integers(2, 90))  # fmt: skip
def test_no_row_is_wider_and_no_letter_is_lost(text: str, columns: int) -> None:
    """A1: whatever was typed; only addresses may be wider."""
    rows = wrapped(text, columns)
    for row in rows:
        assert cells(row) <= columns or "://" in row or "@" in row or "www." in row
    assert "".join("".join(rows).split()) == "".join(text.split())


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("call 0800 83 85 87 at any hour", ("call", "0800 83 85 87", "at any hour")),
        ("https://breathingspace.scot/help", ("https://breathingspace.scot/help",)),
        ("see https://aliss.org now", ("see", "https://aliss.org", "now")),
        ("\u6771\u4eac\u6771\u4eac\u6771\u4eac\u6771\u4eac", ("\u6771\u4eac\u6771\u4eac\u6771\u4eac\u6771", "\u4eac")),
        ("a-hyphen-is-not-a-break", ("a-hyphen-is-no", "t-a-break")),
        ("two  cells stay", ("two  cells", "stay")),
        ("", ("",)),
    ],
)  # fmt: skip
def test_rows_break_between_words_and_never_in_a_number(text: str, rows: tuple[str, ...]) -> None:
    """A1: by cells, so that a wide letter counts two."""
    assert wrapped(text, 14) == rows


def test_further_rows_of_a_choice_stand_under_its_words() -> None:
    """A1: the number stays easy to find."""
    assert wrapped("1  What's said here stays here", 20, indent=3) == (
        "1  What's said here",
        "   stays here",
    )


@pytest.mark.parametrize(
    ("text", "each"),
    [
        ("It is late. Shall we go? Yes! We go", ("It is late.", "Shall we go?", "Yes!", "We go")),
        ("Call 116 123. Any hour.", ("Call 116 123.", "Any hour.")),
        ("1. Tea 2. Talk", ("1. Tea 2. Talk",)),
        ("Press - or . for the menu. Or *. So", ("Press - or . for the menu.", "Or *.", "So")),
        ("", ("",)),
    ],
)
def test_one_thought_is_one_line(text: str, each: tuple[str, ...]) -> None:
    """A1: a number with a stop is no sentence, nor is a key that looks like one."""
    assert thoughts(text) == each


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("caf\u00e9\u2026 \u2018so\u2019 \u201cso\u201d \u2013 na\u00efve", "cafe... 'so' \"so\" - naive"),
        ("\u00a35 and \u20ac5, 2\u00d73, \u00bd", "GBP 5 and EUR 5, 2x3, 1/2"),
        ("stra\u00dfe, \u0141\u00f3d\u017a, S\u00f8ren, \u00e6ther", "strasse, Lodz, Soren, aether"),
        ("e\u0301 is one letter", "e is one letter"),
        ("\u043c\u0438\u0440", "???"),
        ("plain", "plain"),
    ],
)  # fmt: skip
def test_plain_letters_stand_for_what_ascii_has_not(text: str, plain: str) -> None:
    """A1: the nearest likeness, and a ? only where there is none."""
    assert fitting(text, "ascii") == plain
    assert fitting(text, "utf-8") == text


def test_what_the_encoding_knows_is_left_as_it_is() -> None:
    """A1: Latin-1 has an e with an accent and no dots in one sign."""
    assert fitting("caf\u00e9\u2026", "latin-1") == "caf\u00e9..."


def test_an_output_that_knows_ascii_alone_gets_rows_that_fit_after_the_change() -> None:
    """A1: three dots are wider than one sign."""
    raw = io.BytesIO()
    out = io.TextIOWrapper(raw, "ascii")
    Writer(out, Window(columns=lambda: 20)).ask("\u2026" * 12)
    assert raw.getvalue() == b"." * 20 + b"\n" + b"." * 16 + b" "


def test_lists_of_the_command_line_reach_an_output_that_knows_ascii_alone() -> None:
    """A1, S14: no traceback, no sign that steers."""
    raw = io.BytesIO()
    out = io.TextIOWrapper(raw, "ascii")
    listing.show(["caf\u00e9 \x1b]0;x\x07 \u202e"], out)
    assert raw.getvalue() == b"cafe ]0;x \n"


@pytest.mark.parametrize(
    ("environment", "is_plain"),
    [
        ({"LANG": "C"}, True),
        ({"LANG": "POSIX"}, True),
        ({"LANG": "C", "LC_CTYPE": "C.UTF-8"}, True),  # what Python adds by itself
        ({"LC_ALL": "C", "LANG": "en_GB.UTF-8"}, True),
        ({"LANG": "C", "LC_CTYPE": "en_GB.UTF-8"}, False),
        ({"LC_ALL": "en_GB.UTF-8", "LANG": "C"}, False),
        ({"LANG": "en_GB.UTF-8"}, False),
        ({"LANG": "C.UTF-8"}, False),
        ({}, False),
    ],
)
def test_the_language_c_has_letters_without_accents(
    environment: dict[str, str], is_plain: bool
) -> None:
    """A1: only where somebody has said so."""
    assert is_plain_english(environment) is is_plain


@pytest.fixture
def line() -> Iterator[tuple[int, int]]:
    """Give both ends of a terminal line."""
    ends = os.openpty()
    yield ends
    for end in ends:
        os.close(end)


def sized(descriptor: int, rows: int, columns: int) -> None:
    """Give the terminal a size."""
    ioctl(descriptor, TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))


def test_the_columns_are_those_of_the_window_now(line: tuple[int, int]) -> None:
    """A1: asked anew; 0 means that nobody knows: COLUMNS, then 80."""
    master, slave = line
    for columns in (40, 20, 132):
        sized(master, 24, columns)
        assert columns_of(slave, {"COLUMNS": "99"}) == columns
    sized(master, 0, 0)
    assert columns_of(slave, {}) == COLUMNS
    assert columns_of(slave, {"COLUMNS": "40"}) == 40
    assert columns_of(slave, {"COLUMNS": "many"}) == COLUMNS
    assert columns_of(slave, {"COLUMNS": "9" * 5000}) == COLUMNS


def test_a_pipe_is_eighty_wide_whatever_the_environment_says() -> None:
    """A1: what is piped looks the same everywhere, and there is nothing to clear."""
    window = window_of(io.StringIO(), {"COLUMNS": "40", "LANG": "C", "TERM": "xterm"})
    assert (window.columns(), window.encoding, window.clearing) == (COLUMNS, "", "")


def test_a_terminal_that_shows_lines_only_is_pushed_free(line: tuple[int, int]) -> None:
    """A1, S11: no escape code reaches it, also when somebody wants the window cleared."""
    master, slave = line
    sized(master, 30, 80)
    with os.fdopen(os.dup(slave), "w") as out:
        assert window_of(out, {"TERM": "dumb"}).clearing == "\n" * 30
        assert window_of(out, {"TERM": "vt100"}).clearing == CLEARED
        sized(master, 0, 0)
        assert window_of(out, {}).clearing == "\n" * 24
