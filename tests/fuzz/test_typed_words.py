"""Any words through every typed line of a meeting: shown as text, stored, read back the same."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual.message import Message

from facilitator.domain.answers import Typed
from facilitator.domain.prompt import Choice, GiveNumber, WriteText
from facilitator.frontends.tui.feeding import LONGEST_PASTE, PASTE_BEGINS, Feeding, together
from tests.fuzz.effort import EXAMPLES
from tests.scenario import Scenario, shipped, words_of

BIDI = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
anything = st.text(st.characters(), max_size=60) | st.sampled_from(
    ("[/b]", "\x1b]0;x\x07", "\u202eabc", "\ud800", "9" * 400, "x" * 5000, "{name}", "%s", "\0")
)


def looked_at(group: Scenario) -> None:
    """Fail if a word of the prompt could steer a terminal."""
    shown = words_of(group.prompt)
    assert not [
        one for one in shown if unicodedata.category(one) in ("Cc", "Cs") and one != "\n"
    ], repr(shown)
    assert not set(shown) & BIDI


@settings(max_examples=max(4, EXAMPLES // 10), deadline=None)
@given(st.lists(anything, min_size=1, max_size=20))
def test_any_words_through_every_line_of_a_meeting_are_text(typed: list[str]) -> None:
    """S14, S15: names, numbers, own words, a person's own word; the journal reads back the same."""
    group = Scenario.machine(shipped("first-meeting"))
    given_so_far, lines = 0, 0
    for _ in range(400):
        prompt = group.prompt
        looked_at(group)
        if lines and prompt.id == "home":
            break
        if isinstance(prompt.input, WriteText | GiveNumber):
            lines += 1
            group.answer(Typed(typed[given_so_far % len(typed)]))
            given_so_far += 1
            looked_at(group)
            if group.prompt.id == prompt.id:
                group.answer(Typed("3"))
            continue
        choices: tuple[Choice, ...] = getattr(prompt.input, "choices", ())
        if prompt.id.endswith("@keyboard") and len(choices) > 1 and lines % 2:
            group.choose(choices[1].id)
        else:
            group.onward()
        if group.has_meeting() and lines % 7 == 0:
            assert group.reload().meeting == group.meeting
    assert lines > 3


@settings(max_examples=EXAMPLES * 5, deadline=None)
@given(st.lists(st.text(st.characters(), max_size=40) | st.sampled_from(
    (PASTE_BEGINS, "\x1b[201~", "\x1b[", "\x1b[<0;1;", "\x1b[99;1;4294967295u", "\x1b]", "\x1bO",
     "\x1b[55296u", "\x1b[48;1;1;1;1t", "\x1b[?2048;2$y", "\x1b[1;1R")), max_size=30))  # fmt: skip
def test_after_any_keys_the_next_key_is_still_heard(came: list[str]) -> None:
    """S13, S14: whatever a terminal sent before, also the beginning of a paste without an end."""
    feeding = Feeding()
    for part in came:
        list(feeding.feed(part))
    for _ in range(10):
        list(feeding.tick())
    feeding._parser._timeout_time = 0.0
    list(feeding.tick())
    heard = [*feeding.feed("q"), *feeding.feed("\r")]
    assert [getattr(one, "key", "") for one in heard][-1:] == ["enter"]


@pytest.mark.parametrize("begins", [PASTE_BEGINS, ""])
def test_a_paste_without_an_end_is_over_when_it_is_quiet(begins: str) -> None:
    """S13, S20: one paste, bounded, however long and in whatever pieces; then keys are keys."""
    for letters in (300, 40 * LONGEST_PASTE):
        feeding, came = Feeding(), list[Message]()
        text = begins + "x" * letters
        for at in range(0, len(text), 65_536):
            came += feeding.feed(text[at : at + 65_536])
            came += feeding.tick()
        for _ in range(10):
            came += feeding.tick()
        assert [type(one).__name__ for one in came] == ["Paste"]
        assert [len(getattr(one, "text", "")) for one in came] == [min(letters, LONGEST_PASTE)]
        assert [getattr(one, "key", "") for one in feeding.feed("q")] == ["q"]


def test_the_help_key_is_heard_in_the_middle_of_letters_that_nobody_marked() -> None:
    """S20: an Escape is never pasted there; what came before it comes before it."""
    feeding = Feeding()
    came = [*feeding.feed("a\rb\x03 " * 60), *feeding.feed("more\x1bOPq"), *feeding.tick()]
    assert [type(one).__name__ for one in came] == ["Paste", "Key", "Key"]
    assert getattr(came[0], "text", "").endswith("b\x03 more")
    assert [getattr(one, "key", "") for one in came[1:]] == ["f1", "q"]


@settings(max_examples=EXAMPLES * 5, deadline=None)
@given(st.text(st.characters(exclude_characters="\x1b\x00", exclude_categories=["Cs"]), max_size=400),
       st.integers(1, 9), st.booleans())  # fmt: skip
def test_letters_keep_their_order_in_whatever_pieces_they_come(
    text: str, piece: int, is_marked: bool
) -> None:
    """S20: nothing of a paste is lost, doubled or moved, whatever control signs are in it."""
    feeding, came = Feeding(), ""
    sent = f"{PASTE_BEGINS}{text}\x1b[201~" if is_marked else "x" * 200 + text
    for at in range(0, len(sent), piece * 50):
        for one in feeding.feed(sent[at : at + piece * 50]):
            came += getattr(one, "text", "") or getattr(one, "character", "") or ""
    for _ in range(10):
        for one in feeding.tick():
            came += getattr(one, "text", "")
    assert came == (text if is_marked else "x" * 200 + text)


def test_keys_that_wait_together_are_one_message_in_their_order() -> None:
    """S20: one change and one repaint for all of them; Enter and arrows stay keys of their own."""
    came = [*together(Feeding().feed("a walk\rb\x1b[A"))]
    assert [type(one).__name__ for one in came] == ["Together", "Key", "Key", "Key"]
    assert getattr(came[0], "text", "") == "a walk"


def test_a_size_that_somebody_typed_is_not_believed() -> None:
    """S13: the system alone says how large the window is."""
    feeding = Feeding()
    assert not [*feeding.feed("\x1b[?2048;2$y\x1b[48;99999;99999;1;1t")]


def test_a_key_with_a_number_that_is_no_letter_takes_nothing_else_with_it() -> None:
    """S14: Textual's own reader stops for good there."""
    feeding = Feeding()
    keys = [getattr(one, "key", "") for one in feeding.feed("a\x1b[99;1;4294967295ub")]
    assert keys[0] == "a"
    assert keys[-1] == "b"
