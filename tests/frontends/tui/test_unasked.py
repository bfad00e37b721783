"""What a terminal answers although nobody asked is no key of anybody's (S20)."""

import sys

import pytest
from textual import events
from textual._xterm_parser import XTermParser
from textual.message import Message

from facilitator.domain.unasked import without_answers
from facilitator.frontends.tui.feeding import QUIET_TICKS, Feeding, together
from tests.terminal import Terminal

DEMO = (sys.executable, "-m", "tests.frontends.tui.demo")
ANSWERS = {
    "which terminal": "\x1b[?62;22c",
    "which terminal, at length": "\x1b[?64;1;2;6;9;15;16;17;18;21;22;28c",
    "which version": "\x1b[>41;377;0c",
    "which unit": "\x1bP!|00000000\x1b\\",
    "which name": "\x1bP>|xterm(379)\x1b\\",
    "which capability": "\x1bP1+r544e=787465726d\x1b\\",
    "which setting": "\x1bP1$r0m\x1b\\",
    "ground": "\x1b]11;rgb:1212/1212/1212\x1b\\",
    "ink": "\x1b]10;rgb:eeee/eeee/eeee\x07",
    "a colour of the table": "\x1b]4;1;rgb:cdcd/0000/0000\x1b\\",
    "clipboard": "\x1b]52;c;Y2FuIGNvdmVyIHRoZSBzY3JlZW4=\x07",
    "clipboard, ended by ESC": "\x1b]52;c;aGVsbG8=\x1b\\",
    "clipboard, at length": f"\x1b]52;c;{'aGVs' * 5000}\x07",
    "title": "\x1b]lcover\x1b\\",
    "picture": "\x1b_Gi=31;OK\x1b\\",
    "keys": "\x1b[?1u",
    "state": "\x1b[0n",
    "size": "\x1b[8;24;80t",
    "cursor": "\x1b[12;34R",
    "cursor, with a page": "\x1b[?12;34;1R",
}
every_answer = pytest.mark.parametrize("answer", ANSWERS.values(), ids=ANSWERS)


def keys_of(pieces: list[str]) -> list[str]:
    """Return the keys and words that these pieces are taken for, until nothing more is due."""
    feeding, came = Feeding(), list[Message]()
    for piece in pieces:
        came += feeding.feed(piece)
    for _ in range(QUIET_TICKS + 2):
        came += feeding.tick()
    return [one for event in together(came) for one in words_of(event)]


def words_of(event: Message) -> list[str]:
    """Return what an event types, as a list of one or none."""
    if isinstance(event, events.Key):
        return [event.key]
    return [event.text] if isinstance(event, events.Paste) else []


@every_answer
@pytest.mark.parametrize("size", [1, 7, 512, 100_000])
def test_no_answer_of_a_terminal_is_a_key(answer: str, size: int) -> None:
    """S20: whole or in pieces, between two keys; both keys are there."""
    text = f"a{answer}b"
    found = keys_of([text[at : at + size] for at in range(0, len(text), size)])
    assert "".join(found) == "ab"


@pytest.mark.parametrize(
    "answer", ["\x1b]11;rgb:1212/1212/1212\x1b\\", "\x1b[?62;22c"], ids=["ground", "which"]
)
def test_the_reader_beneath_takes_them_for_keys(answer: str) -> None:
    """S20: the control; without ours each of them is typed by nobody."""
    parser = XTermParser()
    came = [*parser.feed(answer), *parser.feed("\x1b"), *parser.feed("\x1b")]
    assert sum(isinstance(one, events.Key) for one in came) > 5


@pytest.mark.parametrize(
    ("typed", "keys"),
    [
        ("\x1b[A", ["up"]), ("\x1bOP", ["f1"]), ("\x1b[11~", ["f1"]), ("\x1b[15~", ["f5"]),
        ("\x1b[Z", ["shift+tab"]), ("\x1b[3~", ["delete"]), ("\x1b]", []), ("\x1b[", []),
        ("cnt", ["cnt"]), ("\x1b[Acnt", ["up", "cnt"]),
    ],
)  # fmt: skip
def test_keys_stay_keys(typed: str, keys: list[str]) -> None:
    """S20: a control; what begins like an answer and is a key is still a key."""
    assert keys_of([typed])[: len(keys)] == keys


def test_an_answer_without_an_end_takes_nothing_that_comes_after_a_pause() -> None:
    """S20: it is over after a pause, or at the next Escape."""
    feeding = Feeding()
    came = list(feeding.feed("\x1b]52;c;aGVs"))
    for _ in range(QUIET_TICKS + 2):
        came += feeding.tick()
    came += feeding.feed("x")
    assert [one for event in came for one in words_of(event)] == ["x"]
    assert keys_of(["\x1b]52;c;aGVs\x1b[A"]) == ["up"]
    assert keys_of(["\x1b[?62;\x1b[A"]) == ["up"]


@every_answer
def test_no_answer_is_a_part_of_a_line(answer: str) -> None:
    """S20, A1: in plain lines it comes into the line that is being typed."""
    assert without_answers(f"I can {answer}cook{answer}") == "I can cook"


@pytest.mark.parametrize("key", ["\x1bOP", "\x1b[11~", "\x1b[[A", "\x1b[A"])
def test_a_key_stays_a_part_of_a_line(key: str) -> None:
    """S20, A2: a control; a function key in plain lines is still one."""
    assert without_answers(f"{key}word") == f"{key}word"


def test_answers_change_no_screen() -> None:
    """S20: in a real terminal line, all of them, and then a key."""
    with Terminal(DEMO) as window:
        window.wait_text("> 1  Sunny")
        window.send("2")
        window.wait_text("> 2  Cloudy")
        before = window.text
        window.send("".join(ANSWERS.values()))
        window.send("1")
        window.wait_text("> 1  Sunny")
        assert window.text == before.replace("> 2", "  2").replace("  1  S", "> 1  S")
