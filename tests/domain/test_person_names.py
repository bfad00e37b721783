"""What a name of a person is: shown, compared, told from one of its look (M9, S8, S14)."""

import subprocess
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.look_alikes import TABLE
from facilitator.domain.person_names import called, can_be_seen, is_same, key, looks, shown
from facilitator.domain.text import cleaned

UNSEEN = (
    "\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad", "\u034f", "\u115f", "\u1160",
    "\u3164", "\uffa0", "\u2800", "\ufe0f", "\ufe00", "\U000e0100", "\U000e0041", "\u180b",
    "\u200e", "\u061c", "\u00a0", "\u3000", "\u0378", "\ue000", "\ufff8", "\U000e0fff", "\u0301",
)  # fmt: skip
"""Signs without ink, and those that nobody knows; a mark has nothing that it stands on."""

NAMES = st.text(st.characters(codec="utf-8"), max_size=24)
REAL = (
    "علی‌رضا", "क्‍ष", "👩‍🌾", "❤️", "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
    "Siân", "O'Neil", "李", "Ann Heron", "ശ്രീ", "7", "*",
)  # fmt: skip
"""Names that people have: a Persian one with a joiner, Indic ones, emoji, a flag."""


@given(st.text(st.sampled_from(UNSEEN), max_size=12))
def test_a_name_that_nobody_can_see_is_none(name: str) -> None:
    """S14: unseen signs, in any number and order, make no name, and show nothing."""
    assert not can_be_seen(name)
    assert not can_be_seen(shown(name))


@pytest.mark.parametrize("name", REAL)
def test_a_real_name_stays_as_it_is(name: str) -> None:
    """S14: joiners, selectors and tags within a name are part of it."""
    assert can_be_seen(name)
    assert shown(name) == cleaned(name)
    assert key(name)


@given(NAMES)
def test_cleaning_a_name_twice_is_as_once_and_keeps_its_key(name: str) -> None:
    """S14: what is kept is what was typed, as far as anybody compares it."""
    assert shown(shown(name)) == shown(name)
    assert can_be_seen(shown(name)) == can_be_seen(cleaned(name))
    assert key(shown(name)) == key(cleaned(name))


@given(NAMES)
def test_every_form_and_case_of_a_name_has_one_key(name: str) -> None:
    """S8: the key of a key is itself; four normal forms, capitals and spaces change nothing."""
    own = key(name)
    assert key(own) == own
    for form in ("NFC", "NFD", "NFKC", "NFKD"):
        assert key(unicodedata.normalize(form, name)) == own, form
    plain = unicodedata.normalize("NFC", name)
    for other in (plain.upper(), plain.lower(), plain.casefold(), plain.swapcase()):
        assert key(other) == own
    assert key(f"  {name.replace(' ', '  ')}\u200b ") == own
    assert own in looks(name) or not own


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Siân", "Sia\u0302n"), ("Ann", "Ａｎｎ"), ("Ann", " ann "), ("Ann Lee", "ANN \u00a0 LEE"),
        ("Ann", "A\u200bnn"), ("Işıl", "IŞIL"), ("Strauß", "STRAUSS"), ("علی‌رضا", "علیرضا"),
    ],
)  # fmt: skip
def test_these_are_one_name(one: str, other: str) -> None:
    """S8: as somebody may type it on the command line."""
    assert is_same(one, other)
    assert called(other, ("Bob", one)) == (one,)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ann", "Аnn"), ("Ann", "аnn"), ("ANN", "ΑΝΝ"), ("Otto", "0tto"), ("otto", "0tto"),
        ("Ian", "lan"), ("Ian", "1an"), ("Tom", "Тom"), ("vera", "νera"), ("Siân", "Ѕiân"),
        ("Ann", "Ａｎn"), ("Ann", "A\u00adnn"), ("Ivan Oak", "Іvаn  Оаk"), ("So", "Տօ"),
    ],
)  # fmt: skip
def test_these_look_the_same(one: str, other: str) -> None:
    """M9: Latin, Cyrillic, Greek, Armenian letters and digits."""
    assert looks(one) & looks(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kai", "Kal"), ("KAI", "KAL"), ("Ema", "Erna"), ("Ann", "Anna"), ("Ann", "Änn"),
        ("Ali", "All"), ("Anna", "Анна"), ("7", "8"), ("❤️", "💛"), ("李", "季"),
    ],
)  # fmt: skip
def test_these_do_not(one: str, other: str) -> None:
    """M9: real names that are near each other are still two, the control of the above."""
    assert not looks(one) & looks(other)
    assert not is_same(one, other)


def test_the_very_name_comes_before_one_of_its_key() -> None:
    """S8, M9: where old files hold two forms of one name, each can still be said."""
    old = ("Siân", "Sia\u0302n", "SIÂN")
    for name in old:
        assert called(name, old) == (name,)
    assert called("siân", old) == old
    assert called("\u200b", (*old, "\u200b\u200b")) == ()


def test_nothing_in_the_table_looks_like_something_that_is_in_it() -> None:
    """M9: one look-up is enough."""
    assert not [one for one in TABLE.values() if ord(one) in TABLE]
    assert all(len(one) == 1 for one in TABLE.values())


def test_a_start_does_not_load_the_table() -> None:
    """P1: it comes with the first comparison."""
    program = (
        "import sys; import facilitator.domain.person_names;"
        " sys.exit('facilitator.domain.look_alikes' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
