"""One finger is enough for every command, and its letter can be turned off."""

import pytest

from facilitator.domain.keys import KEYS, SPEECH_KEYS, KeyRow, command_for, speech_key_for

HELD_TOGETHER = ("ctrl", "alt", "shift", "meta", "super")


def keys_of(row: KeyRow) -> tuple[str, ...]:
    """Return every key of a command by its name."""
    return tuple(filter(None, (*row.keypad, row.letter, row.function, *row.also)))


def needs_one_finger(key: str) -> bool:
    """Return whether this key is pressed alone on every keyboard."""
    parts = key.split("+") if len(key) > 1 else [key]
    return len(parts) == 1 and not (len(key) == 1 and key.isalpha() and key.isupper())


@pytest.mark.parametrize("row", KEYS, ids=lambda row: str(row.command))
def test_no_command_needs_two_keys_at_once(row: KeyRow) -> None:
    """5.9, A2: no key is a chord, and one of them needs no Shift on any keyboard."""
    assert all(needs_one_finger(key) for key in keys_of(row))
    assert [key for key in keys_of(row) if key.isalnum() and key == key.lower()]
    assert all(needs_one_finger(key) for key in SPEECH_KEYS.values())


@pytest.mark.parametrize("key", ["ctrl+h", "shift+f1", "alt+x", "H"])
def test_a_chord_would_be_found(key: str) -> None:
    """5.9: the control of the test above."""
    assert not needs_one_finger(key)
    assert command_for(key) is None or key == "H"


@pytest.mark.parametrize("row", KEYS, ids=lambda row: str(row.command))
def test_the_letter_of_every_command_can_be_turned_off(row: KeyRow) -> None:
    """2.1.4, A2: without its letter a command still has its other keys, word or menu row."""
    off = {row.command.value: ""}
    assert command_for(row.letter) is row.command
    assert command_for(row.letter, own=off) is None
    others = [key for key in (*row.keypad, row.function, row.word, *row.also) if key]
    assert others
    assert all(command_for(key, own=off) is row.command for key in others)


def test_no_letter_asks_anything_of_the_voice() -> None:
    """2.1.4, A9: function keys do, and whole words in plain lines; no single letter."""
    letters = [chr(code) for code in range(ord("!"), ord("~") + 1)]
    assert [one for one in letters if speech_key_for(one)] == []
    assert speech_key_for("f6")
