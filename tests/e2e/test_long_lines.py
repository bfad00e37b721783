"""Plain lines under a paste of any size, in a real terminal line (S20)."""

import time
from pathlib import Path

import pytest

from facilitator.wording import plain as words
from tests.e2e.kiosk_machine import rest
from tests.e2e.test_plain_terminal import Lines

MEGABYTE = 1024 * 1024
PASTES: dict[str, bytes] = {
    "one-line": b"x" * MEGABYTE + b"\n",
    "many-lines": b"7\n" * 100_000,
    "long-lines": b"words and words\n" * 60_000,
    "control-signs": b"a\x07b\x0bc\x1cd\x1b[A\n" * 50_000,
}


def taken(window: Lines, sent: bytes) -> None:
    """Send bytes as fast as the program takes them; fail when it stops taking them."""
    end = time.monotonic() + 60
    while sent:
        assert time.monotonic() < end, "it does not take in what is sent"
        sent = sent[window.terminal.send_some(sent[:65_536]) :]


@pytest.mark.parametrize("name", PASTES)
def test_help_comes_at_once_after_a_megabyte_of_lines(tmp_path: Path, name: str) -> None:
    """S20: what is far too much is left out in words, and the program goes on."""
    window = Lines(tmp_path, "--plain")
    with window.terminal:
        taken(window, PASTES[name])
        rest(window.terminal)
        if name != "one-line":
            assert words.TOO_MUCH.split(".")[0].encode() in window.terminal.raw
        window.terminal.send("\nhelp\n")
        window.terminal.wait_for(lambda: b"You matter." in window.terminal.raw, "help")
        assert window.terminal._process.poll() is None


def test_pasted_lines_are_answers_in_their_order(tmp_path: Path) -> None:
    """S20: as many lines as anybody means, one after the other, a break among them."""
    window = Lines(tmp_path, "--plain")
    with window.terminal:
        window.terminal.send(b"".join(b"line %d\n" % at for at in range(150)) + b"\x03help\n")
        window.terminal.wait_for(lambda: b"You matter." in window.terminal.raw, "help")
        assert words.TOO_MUCH.encode()[:20] not in window.terminal.raw
        assert window.terminal._process.poll() is None
