"""Storms of keys, clicks and lines against the running program: it takes them in and goes on."""

import json
import random
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from facilitator.adapters.storage.disk import DiskStore
from facilitator.adapters.storage.records import read_journal
from facilitator.domain.records import Group
from facilitator.meetings.forgetting import meeting_of
from tests.contracts.test_storage import closed
from tests.e2e.kiosk_machine import made_ready, opened, rest
from tests.fuzz.effort import EVENTS, PATIENCE
from tests.terminal import Terminal

STEP = "welcome/"
MOST_MEMORY = 150_000
"""Kilobytes of the program after a storm: it stands at about 50,000 before."""

KEYS = (
    *"0123456789*-/+.,abcdehlmpsty ", "\r", "\r", "\r", "\t", "\x7f", "\x1b[A", "\x1b[B", "\x1b[C",
    "\x1b[D", "\x1b[5~", "\x1b[6~", "\x1b[H", "\x1b[F", "\x1bOP", "\x1bOQ", "\x1bOR", "\x1bOS",
    "\x1b[15~", "\x1b[17~", "\x1b[24~", "\x1b", "\x03", "\x04", "\x11", "\x1a", "\x1c", "\x0c",
    "é", "ß", "漢", "🙂", "\u202e", "\x00", "\x1b[Z", "\x1b[200~tea\x1b[201~", "\x1b[97;5u",
    "\x1b[1;1R", "\x1b[99;1;4294967295u", "\x1b]0;x\x07", "\x1b[?1;2c", "\x1bx",
)  # fmt: skip


def key_storm(chance: random.Random, count: int) -> Iterator[bytes]:
    """Yield so many keys, some in pieces, and now and then a byte that is no text."""
    for _ in range(count):
        yield chance.choice(KEYS).encode() if chance.random() > 0.01 else chance.randbytes(1)


def mouse_storm(chance: random.Random, count: int) -> Iterator[bytes]:
    """Yield so many movements, clicks, wheels and nonsense, most of them in the window."""
    for _ in range(count):
        button = chance.choice((0, 0, 0, 1, 2, 35, 35, 64, 65, 32, 99))
        column, row = chance.randint(-2, 90), chance.randint(-2, 30)
        yield f"\x1b[<{button};{column};{row}{chance.choice('Mm')}".encode()


def line_storm(chance: random.Random, count: int) -> Iterator[bytes]:
    """Yield so many lines: numbers, commands, words, nothing."""
    words = ("1", "1", "2", "3", "0", "", "", "7", "help", "back", "menu", "pass", "again", "a b c",
             "'help'", "é漢🙂", "\x04", "\x03", "x" * 300, "1 2 3", "\u202e", "9" * 50)  # fmt: skip
    for _ in range(count):
        yield chance.choice(words).encode() + b"\n"


def taken_in(window: Terminal, storm: Iterator[bytes], *, in_lines: bool) -> bool:
    """Send a storm as fast as the program takes it; fail when it hangs or ends.

    Returns whether all was sent; not when it chose the other front end, as anybody may.
    """
    end = time.monotonic() + PATIENCE
    for number, chunk in enumerate(chunks_of(storm)):
        waiting = chunk
        if in_lines and number % 4 == 0:
            rest(window, PATIENCE)  # far more lines at once would be left out unread (S20)
        while waiting:
            assert time.monotonic() < end, f"it does not take in what is sent:\n{window.text}"
            assert window._process.poll() is None, f"it ended:\n{window.text}"
            waiting = waiting[window.send_some(waiting) :]
        if is_in_lines(window) is not in_lines:
            break
    rest(window, PATIENCE)
    return is_in_lines(window) is in_lines


def chunks_of(storm: Iterator[bytes]) -> Iterator[bytes]:
    """Yield a storm in pieces of about a kilobyte."""
    waiting = b""
    for event in storm:
        waiting += event
        if len(waiting) >= 1024:
            yield waiting
            waiting = b""
    yield waiting


def is_in_lines(window: Terminal) -> bool:
    """Return whether plain lines are shown now: a storm may choose them, as anybody may."""
    return window.raw.rfind(b"\x1b[?1049l") >= window.raw.rfind(b"\x1b[?1049h")


def memory_of(window: Terminal) -> int:
    """Return how many kilobytes the program holds now."""
    status = Path(f"/proc/{window.pid}/status").read_text("ascii")
    return int(next(line for line in status.split("\n") if line.startswith("VmRSS")).split()[1])


@pytest.mark.parametrize("kind", ["keys", "mouse", "lines"])
def test_a_storm_ends_nothing_and_harms_nothing(tmp_path: Path, kind: str) -> None:
    """S13, S14: no traceback, no hang, no way out; memory bounded; every journal reads whole.

    Where it chose the other front end, the program is ended and opened again for the rest.
    """
    made_ready(tmp_path, step=STEP)
    storms = {"keys": key_storm, "mouse": mouse_storm, "lines": line_storm}
    storm = storms[kind](random.Random(20261124), EVENTS)
    is_sent, in_lines = False, kind == "lines"
    while not is_sent:
        with opened(tmp_path, *(("--plain",) if in_lines else ())) as window:
            window.wait_for(lambda: b"Menu" in window.raw or b"menu" in window.raw)
            rest(window)
            is_sent = taken_in(window, storm, in_lines=in_lines)
            assert window._process.poll() is None, "nothing of it was the group's word"
            assert memory_of(window) < MOST_MEMORY
            goes_on(window)
            window.signal(signal.SIGTERM)
            assert window.wait_end() == 143, "it still ends in order"
            assert b"Traceback" not in window.raw
            assert b"went wrong in the program" not in window.raw
    every_journal_is_whole(tmp_path)


def goes_on(window: Terminal) -> None:
    """Fail if the program no longer answers; keys come in order, so all before it was taken in."""
    if is_in_lines(window):
        seen = window.raw.count(b"You matter.")
        window.send("\x15\nhelp\nhelp\nhelp\n")
        window.wait_for(lambda: window.raw.count(b"You matter.") > seen, "help")
        return
    window.send("\x1b[201~")
    for _ in range(3):
        window.send("\x1bOP")
        rest(window)
        if "You matter." in window.text:
            return
        if is_in_lines(window):  # what was still on its way chose them only now
            goes_on(window)
            return
    raise AssertionError(f"help does not come:\n{window.text}")


def every_journal_is_whole(data: Path) -> None:
    """Fail if a journal, a closed meeting or the index cannot be read to its end."""
    assert not list(data.rglob("*.damaged*"))
    for path in data.rglob("*.journal"):
        raw = path.read_bytes()
        found = read_journal(raw)
        assert not found.is_damaged
        assert found.length == len(raw)
        numbers = [json.loads(line.partition(b" ")[2])["seq"] for line in raw.splitlines()]
        assert numbers == list(range(1, len(numbers) + 1)), "no record is missing or there twice"
        assert not raw or meeting_of(found.events) is not None
    with closing(DiskStore.open(data)) as store:
        for group in store.book.groups():
            listed = [row.id for row in store.meetings.rows(group.id)]
            for meeting in listed:
                assert store.meetings.read(group.id, meeting) is not None
            there = (data / "groups" / group.id / "meetings").glob("*.json")
            assert sorted(listed) == sorted(path.stem for path in there)


def cut_the_end(line: bytes) -> bytes:
    """Return a record without its end."""
    return line[:-5]


def nothing(line: bytes) -> bytes:
    """Return no record."""
    return b""


def twice(line: bytes) -> bytes:
    """Return a record two times."""
    return line + line


@pytest.mark.parametrize("which", [0, 1, -1])
@pytest.mark.parametrize("harm", [cut_the_end, nothing, twice])
def test_a_journal_that_was_harmed_is_found(
    tmp_path: Path, harm: Callable[[bytes], bytes], which: int
) -> None:
    """S14: the negative control of what is looked at after a storm."""
    made_ready(tmp_path, step=STEP)
    every_journal_is_whole(tmp_path)
    (path,) = tmp_path.rglob("*.journal")
    lines = path.read_bytes().splitlines(keepends=True)
    lines[which] = harm(lines[which])
    path.write_bytes(b"".join(lines))
    if harm is nothing and which == -1:
        every_journal_is_whole(tmp_path)  # nobody can see that it was ever there
        return
    with pytest.raises(AssertionError):
        every_journal_is_whole(tmp_path)


@pytest.mark.parametrize("content", [b"", b"{}", None])
def test_a_closed_meeting_that_was_harmed_is_found(tmp_path: Path, content: bytes | None) -> None:
    """S14: the same for what is closed, and for a meeting that no list shows."""
    made_ready(tmp_path)
    with closing(DiskStore.open(tmp_path)) as store:
        store.book.add_group(Group("our-group", "Our group"))
        store.meetings.close(replace(closed(), group_id="our-group"))
    every_journal_is_whole(tmp_path)
    path = tmp_path / "groups/our-group/meetings/m1.json"
    if content is None:
        path.with_name("m2.json").write_bytes(path.read_bytes())
    else:
        path.write_bytes(content)
    with pytest.raises(AssertionError):
        every_journal_is_whole(tmp_path)
